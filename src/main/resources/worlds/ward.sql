-- A ward of 40 cells whose 12,000 households and 5,000 people have tasks, beside the province of people.sql.
-- Run by the owner (docs/decisions/0013). Parameters: :wards, :workplaces, :cells, :people, and the lists of
-- names :full, :folded, :initials, :sort_keys, :women.

-- phường của 40 chi bộ
create temp table made_unit on commit drop as
with first as (select max(u.no) + 1 as no from organisation.unit u)
select f.no, '97.900.000.000.000' as code, 'Đảng bộ phường Sao Mai' as name, 'COMMUNE' as kind, 1 as parent_no
  from first f
union all
select f.no + 1 + c * 3, '97.900.' || to_char(c + 1, 'FM000') || '.000.001', 'Chi bộ Khu phố ' || c + 1, 'CELL', f.no
  from first f, generate_series(0, :cells::int - 1) c
union all
select f.no + 1 + c * 3 + g, '97.900.' || to_char(c + 1, 'FM000') || '.000.001.T' || g, 'Tổ đảng ' || g, 'GROUP',
       f.no + 1 + c * 3
  from first f, generate_series(0, :cells::int - 1) c, generate_series(1, 2) g;

insert into organisation.unit (no, id)
select u.no, gen_random_uuid()
  from made_unit u
 order by u.no;

insert into organisation.unit_period (unit_no, code, name, kind, side, parent_no, commune_code, valid)
select u.no, u.code, u.name, u.kind, 'RESIDENCE', u.parent_no, null, '[2025-07-01,)'
  from made_unit u
 order by u.no;

select setval('organisation.unit_no', max(u.no)) from made_unit u;

-- đảng viên của phường
create temp table made_name on commit drop as
select n.ordinality - 1 as i, n.full_name, n.folded, n.initials, n.sort_key, n.woman
  from unnest(:full::text[], :folded::text[], :initials::text[], :sort_keys::text[], :women::boolean[])
       with ordinality as n (full_name, folded, initials, sort_key, woman, ordinality);

create temp table made_member on commit drop as
select k, k % 2 = 1 as contact, gen_random_uuid() as id, u.no as cell_no, m.full_name, m.folded, m.initials, m.sort_key,
       m.woman
  from generate_series(0, :people::int - 1) k
  join made_unit u on u.code = '97.900.' || to_char(1 + k % :cells::int, 'FM000') || '.000.001'
  join made_name m on m.i = (k::bigint * 7919) % (select count(*) from made_name);

insert into member.member
       (work_no, res_no, id, full_name, folded, initials, sort_key, birth, birth_precision, sex, card_no, admitted,
        official, status, post, expertise)
select case when m.contact then 3 + :wards::int * 40 + (m.k % :workplaces::int) * 5 else m.cell_no end,
       case when m.contact then m.cell_no + 1 + m.k / 2 % 2 end, m.id, m.full_name, m.folded, m.initials, m.sort_key,
       date '1966-01-01' + (m.k * 37 % 12410), 'DAY', case when m.woman then 'FEMALE' else 'MALE' end,
       '97.' || to_char(m.k, 'FM000000'), date '2010-05-19', date '2011-05-19', 'OFFICIAL', 'Giáo viên', 'Y tế'
  from made_member m;

insert into member.placement (id, member_id, unit_no, valid)
select gen_random_uuid(), m.id, m.work_no, '[2025-07-01,)'
  from member.member m
  join made_member x on x.id = m.id;

-- văn phòng của phường
with person as (
    insert into member.person (id, full_name, folded, sort_key)
    select gen_random_uuid(), m.full_name, m.folded, m.sort_key
      from made_name m
     where m.i = 0
    returning id
)
insert into member.office (id, person_id, unit_no, role, title, valid)
select gen_random_uuid(), p.id, u.no, 'RESIDENCE_OFFICE', 'Văn phòng Đảng ủy ' || u.name, '[2025-07-01,)'
  from person p, made_unit u
 where u.kind = 'COMMUNE';

-- nhiệm vụ và phân công của phường: 30 địa bàn mười hộ và 20 việc khác của mỗi chi bộ
create temp table made_task on commit drop as
select gen_random_uuid() as id, u.no as cell_no, t as n
  from made_unit u, generate_series(0, 49) t
 where u.kind = 'CELL';

insert into assignment.task
       (unit_no, id, field, title, search_key, area, households, product, since, cycle, hours, chore,
        changed_at, changed_by)
select t.cell_no, t.id, (array['NEIGHBOURHOOD', 'SECURITY', 'ENVIRONMENT', 'CULTURE'])[1 + t.n % 4],
       'Việc số ' || t.n, 'viec so ' || t.n, 'Ngõ ' || t.n, case when t.n < 30 then 10 end, 'Sổ theo dõi',
       date '2026-01-15', (array['MONTH', 'QUARTER', 'HALF_YEAR'])[1 + t.n % 3], 2 + t.n % 12, t.n >= 40,
       timestamptz '2026-01-15 08:00+07', 'Bí thư'
  from made_task t;

insert into assignment.assignment
       (unit_no, id, task_id, member_id, full_name, sort_key, contact, state, reason, since, answered_on,
        changed_at, changed_by)
select m.cell_no, gen_random_uuid(), t.id, m.id, m.full_name, m.sort_key, m.contact, 'ACCEPTED', 'Gần nơi ở',
       date '2026-10-01', date '2026-10-01', timestamptz '2026-10-01 08:00+07', 'Bí thư'
  from made_member m
  join made_task t on t.cell_no = m.cell_no
   and (t.n = m.k / :cells::int % 47 or (m.k % 3 = 0 and t.n = (m.k / :cells::int + 20) % 47))
 where m.k % 11 <> 0;

insert into assignment.review
       (unit_no, id, assignment_id, member_id, cause, from_day, to_day, due_on, changed_at, changed_by)
select a.unit_no, gen_random_uuid(), a.id, a.member_id, 'CYCLE', date '2026-10-01', date '2026-10-31',
       case when right(m.card_no, 1) = '3' then date '2026-11-10' else date '2026-12-10' end,
       timestamptz '2026-11-01 04:20+07', 'tự động'
  from assignment.assignment a
  join made_unit u on u.no = a.unit_no
  join member.member m on m.id = a.member_id;

analyze organisation.unit, organisation.unit_period, member.member, member.placement;
analyze assignment.task, assignment.assignment, assignment.review;
