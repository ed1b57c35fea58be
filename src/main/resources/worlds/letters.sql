-- Workplaces of 19 cells and 248 members whom nobody has introduced, over the tree of tree.sql.
-- Run by the owner (docs/decisions/0013). Parameters: :wards, :rounds (how many such workplaces), and
-- the lists of names :full, :folded, :initials, :sort_keys, :women.

-- nơi công tác của 248 đảng viên
create temp table made_unit on commit drop as
select (select max(u.no) from organisation.unit u) + 1 + r * 20 + c as no,
       (select max(u.no) from organisation.unit u) + 1 + r * 20 as workplace_no,
       '98.9' || to_char(r, 'FM00') || '.' || to_char(c, 'FM000') || '.000.00' || least(c, 1) as code,
       case when c = 0 then 'Đảng bộ Bệnh viện Sông Ngàn ' || r + 1
            else 'Chi bộ Khoa ' || c || ', Bệnh viện Sông Ngàn ' || r + 1 end as name,
       c as cell
  from generate_series(0, :rounds::int - 1) r, generate_series(0, 19) c;

insert into organisation.unit (no, id)
select u.no, gen_random_uuid()
  from made_unit u
 order by u.no;

insert into organisation.unit_period (unit_no, code, name, kind, side, parent_no, commune_code, valid)
select u.no, u.code, u.name, case when u.cell = 0 then 'GRASSROOTS' else 'CELL' end, 'WORKPLACE',
       case when u.cell = 0 then 1 else u.workplace_no end, null, '[2025-07-01,)'
  from made_unit u
 order by u.no;

select setval('organisation.unit_no', max(u.no)) from made_unit u;

-- đảng viên chưa được giới thiệu
create temp table made_name on commit drop as
select n.ordinality - 1 as i, n.full_name, n.folded, n.initials, n.sort_key, n.woman
  from unnest(:full::text[], :folded::text[], :initials::text[], :sort_keys::text[], :women::boolean[])
       with ordinality as n (full_name, folded, initials, sort_key, woman, ordinality);

insert into member.member
       (work_no, id, full_name, folded, initials, sort_key, birth, birth_precision, sex, card_no, admitted,
        official, status, post, phone, residence_address, residence_commune)
select u.no + 1 + k % 19, gen_random_uuid(), m.full_name, m.folded, m.initials, m.sort_key,
       date '1966-01-01' + (k * 37 % 12410), 'DAY', case when m.woman then 'FEMALE' else 'MALE' end,
       '98.' || to_char(r * 1000 + k, 'FM000000'), date '2010-05-19', date '2011-05-19', 'OFFICIAL',
       'Điều dưỡng', '060' || to_char(r * 1000 + k, 'FM0000000'), 'Số ' || 1 + k % 399 || ' đường Hoa Ban',
       '99' || to_char(1 + k % :wards::int, 'FM000')
  from generate_series(0, :rounds::int - 1) r
  join made_unit u on u.code = '98.9' || to_char(r, 'FM00') || '.000.000.000'
 cross join generate_series(0, 247) k
  join made_name m on m.i = ((r * 248 + k)::bigint * 7919) % (select count(*) from made_name);

insert into member.placement (id, member_id, unit_no, valid)
select gen_random_uuid(), m.id, m.work_no, '[2025-07-01,)'
  from member.member m
  join made_unit u on u.no = m.work_no;

analyze organisation.unit, organisation.unit_period, member.member;
