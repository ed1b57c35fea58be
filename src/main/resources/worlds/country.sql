-- One province of a country: its organisations and members, and nothing else; see demo.Country.
-- Run by the owner (docs/decisions/0013). Parameters: :province (from 1), :first (its number in the
-- tree), :wards, :workplaces, :members, and a list of names as often as they are borne: :full,
-- :folded, :initials, :sort_keys, :women.

-- cây tổ chức
insert into organisation.commune (code, name, province, invented)
select to_char(90000 + (:province::int - 1) * :wards::int + w, 'FM00000'), 'Xã ' || w || ' Tỉnh ' || :province::int,
       'Tỉnh ' || :province::int, true
  from generate_series(1, :wards::int) w
    on conflict (code) do nothing;

create temp table made_unit on commit drop as
select :first::int as no, :province::int || '.0' as code, 'Đảng bộ tỉnh ' || :province::int as name,
       'PROVINCE' as kind, 'SUPERIOR' as side, null::int as parent_no, null::text as commune_code
union all
select :first::int + 1 + (w - 1) * 40, :province::int || '.1.' || w, 'Đảng bộ xã ' || w || ' tỉnh ' || :province::int,
       'COMMUNE', 'RESIDENCE', :first::int, to_char(90000 + (:province::int - 1) * :wards::int + w, 'FM00000')
  from generate_series(1, :wards::int) w
union all
select :first::int + 2 + (w - 1) * 40 + c * 3, :province::int || '.1.' || w || '.' || c + 1,
       'Chi bộ Tổ dân phố ' || c + 1, 'CELL', 'RESIDENCE', :first::int + 1 + (w - 1) * 40,
       to_char(90000 + (:province::int - 1) * :wards::int + w, 'FM00000')
  from generate_series(1, :wards::int) w, generate_series(0, 11) c
union all
select :first::int + 2 + (w - 1) * 40 + c * 3 + g, :province::int || '.1.' || w || '.' || c + 1 || '.T' || g,
       'Tổ đảng ' || g, 'GROUP', 'RESIDENCE', :first::int + 2 + (w - 1) * 40 + c * 3,
       to_char(90000 + (:province::int - 1) * :wards::int + w, 'FM00000')
  from generate_series(1, :wards::int) w, generate_series(0, 11) c, generate_series(1, 2) g
union all
select :first::int + 1 + :wards::int * 40 + k * 5, :province::int || '.2.' || k, 'Đảng bộ Cơ quan ' || k,
       'GRASSROOTS', 'WORKPLACE', :first::int, null
  from generate_series(0, :workplaces::int - 1) k
union all
select :first::int + 1 + :wards::int * 40 + k * 5 + c, :province::int || '.2.' || k || '.' || c,
       'Chi bộ Phòng ' || c || ', Cơ quan ' || k, 'CELL', 'WORKPLACE', :first::int + 1 + :wards::int * 40 + k * 5,
       null
  from generate_series(0, :workplaces::int - 1) k, generate_series(1, 4) c;

insert into organisation.unit (no, id)
select u.no, gen_random_uuid()
  from made_unit u
 order by u.no;

insert into organisation.unit_period (unit_no, code, name, kind, side, parent_no, commune_code, valid)
select u.no, u.code, u.name, u.kind, u.side, u.parent_no, u.commune_code, '[2025-07-01,)'
  from made_unit u
 order by u.no;

select setval('organisation.unit_no', max(u.no)) from made_unit u;

-- đảng viên: six of ten in cells of communes; a few communes and workplaces are many times as large
create temp table made_name on commit drop as
select n.ordinality as i, n.full_name, n.folded, n.initials, n.sort_key, n.woman
  from unnest(:full::text[], :folded::text[], :initials::text[], :sort_keys::text[], :women::boolean[])
       with ordinality as n (full_name, folded, initials, sort_key, woman, ordinality);

select setseed(:province::int / 100.0);

create temp table made_member on commit drop as
select i, i % 10 < 6 as residential, power(random(), 1.6) as place, (random() * 1000000)::int as cell,
       1 + floor(random() * (select count(*) from made_name))::int as name,
       date '1950-01-01' + (random() * 19000)::int as birth
  from generate_series(1, :members::int) i;

insert into member.member
       (work_no, id, full_name, folded, initials, sort_key, birth, birth_precision, sex, card_no,
        admitted, official, status, post, phone, expertise, residence_address, residence_commune)
select case when m.residential
            then :first::int + 2 + floor(m.place * :wards::int)::int * 40 + m.cell % 12 * 3
            else :first::int + 2 + :wards::int * 40 + floor(m.place * :workplaces::int)::int * 5 + m.cell % 4 end,
       gen_random_uuid(), n.full_name, n.folded, n.initials, n.sort_key, m.birth, 'DAY',
       case when n.woman then 'FEMALE' else 'MALE' end,
       to_char(:province::int, 'FM00') || '.' || to_char(m.i, 'FM000000'), (m.birth + interval '22 years')::date,
       (m.birth + interval '23 years')::date, 'OFFICIAL',
       (array['Chuyên viên', 'Kế toán', 'Điều dưỡng', 'Giáo viên', 'Kỹ sư', 'Trưởng phòng'])[1 + m.i % 6],
       '06' || to_char(:province::int * 1000000 + m.i, 'FM00000000'),
       (array['Pháp luật', 'Y tế', 'Công nghệ thông tin', 'Hòa giải cơ sở'])[1 + m.i % 4],
       'Số ' || 1 + m.i % 399 || ' đường Hoa Ban',
       to_char(90000 + (:province::int - 1) * :wards::int + 1 + m.cell % :wards::int, 'FM00000')
  from made_member m
  join made_name n on n.i = m.name
 order by m.i;
