-- Tasks of every residential cell of the tree of tree.sql, and one for each of its people.
-- Run by the owner (docs/decisions/0013). Parameter: :tasks (of each cell).

-- nhiệm vụ của các chi bộ
insert into assignment.task
       (unit_no, id, field, title, search_key, area, households, product, since, cycle, hours, chore,
        changed_at, changed_by)
select u.unit_no, gen_random_uuid(), (array['NEIGHBOURHOOD', 'SECURITY', 'ENVIRONMENT', 'CULTURE'])[1 + t % 4],
       'Việc số ' || t, 'viec so ' || t, 'Ngõ ' || t, case when t % 2 = 0 then 25 end, 'Sổ theo dõi',
       date '2026-01-15', (array['MONTH', 'QUARTER', 'HALF_YEAR'])[1 + t % 3], 2 + t % 5, t % 3 = 0,
       timestamptz '2026-01-15 08:00+07', 'Bí thư'
  from organisation.unit_period u, generate_series(1, :tasks::int) t
 where u.kind = 'CELL'
   and u.side = 'RESIDENCE';

-- phân công
insert into assignment.assignment
       (unit_no, id, task_id, member_id, full_name, sort_key, contact, state, reason, since, answered_on,
        changed_at, changed_by)
with place as (
    select u.unit_no as no, case when u.kind = 'CELL' then u.unit_no else u.parent_no end as cell_no
      from organisation.unit_period u
     where u.kind in ('CELL', 'GROUP')
       and u.side = 'RESIDENCE'
), person as (
    select p.cell_no, m.id, m.full_name, m.sort_key, m.res_no is not null as contact,
           row_number() over (partition by p.cell_no order by m.id) as n
      from member.member m
      join place p on p.no = coalesce(m.res_no, m.work_no)
), task as (
    select t.unit_no, t.id, row_number() over (partition by t.unit_no order by t.id) as n
      from assignment.task t
)
select p.cell_no, gen_random_uuid(), t.id, p.id, p.full_name, p.sort_key, p.contact, 'ACCEPTED', 'Gần nơi ở',
       date '2026-10-01', date '2026-10-01', timestamptz '2026-10-01 08:00+07', 'Bí thư'
  from person p
  join task t on t.unit_no = p.cell_no and t.n = 1 + p.n % :tasks::int;

analyze assignment.task, assignment.assignment;
