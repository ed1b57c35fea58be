-- the figures of the coverage view alone, from :low to :high, on :today, with :hours as the threshold
with cell as (
    select u.unit_no as no, u.name, u.code
      from organisation.unit_period u
     where u.valid @> :today::date
       and u.kind = 'CELL'
       and u.unit_no between :low and :high
), given as (
    select a.unit_no, a.task_id, a.member_id, a.contact
      from assignment.assignment a
     where a.unit_no between :low and :high
       and a.state not in ('WITHDRAWN', 'ENDED')
       and (a.until is null or a.until >= :today::date)
), task as (
    select t.unit_no, t.id, t.hours, t.chore, coalesce(t.households, 0) as households,
           t.id in (select g.task_id from given g) as held
      from assignment.task t
     where t.unit_no between :low and :high
       and t.closed_on is null
       and (t.until is null or t.until >= :today::date)
), tasks as (
    select t.unit_no, count(*) as tasks, count(*) filter (where not t.held) as nobody,
           sum(t.households) as households, sum(t.households) filter (where not t.held) as households_nobody
      from task t
     group by t.unit_no
), load as (
    select g.unit_no, g.member_id, sum(t.hours) as hours, count(*) filter (where t.chore) as chores,
           count(*) filter (where t.chore and g.contact) as chores_contact
      from given g
      join task t on t.id = g.task_id
     group by g.unit_no, g.member_id
), chores as (
    select l.unit_no, sum(l.chores) as chores, sum(l.chores_contact) as chores_contact
      from load l
     group by l.unit_no
), place as (
    select c.no as cell_no, u.unit_no as no
      from cell c
      join organisation.unit_period u
        on u.valid @> :today::date
       and (u.unit_no = c.no or (u.parent_no = c.no and u.kind = 'GROUP'))
), person as (
    select p.cell_no, m.id
      from place p
      join member.member m on m.work_no = p.no
     where m.work_no between :low and :high
       and m.status in ('OFFICIAL', 'PROBATIONARY')
    union
    select p.cell_no, m.id
      from place p
      join member.member m on m.res_no = p.no
     where m.res_no between :low and :high
       and m.status in ('OFFICIAL', 'PROBATIONARY')
       and m.id not in (select e.member_id from member.exemption e where e.valid @> :today::date and not e.withdrawn)
), people as (
    select p.cell_no, count(*) as people, count(*) filter (where l.member_id is null) as without,
           count(*) filter (where l.hours > :hours::int) as over
      from person p
      left join load l on l.unit_no = p.cell_no and l.member_id = p.id
     group by p.cell_no
), late as (
    select r.unit_no, count(*) as late
      from assignment.review r
     where r.unit_no between :low and :high
       and r.reviewed_on is null
       and r.due_on < :today::date
     group by r.unit_no
)
select c.no, c.name, t.tasks, t.nobody, t.households, t.households_nobody, p.people, p.without, p.over, h.chores,
       h.chores_contact, l.late
  from cell c
  left join tasks t on t.unit_no = c.no
  left join people p on p.cell_no = c.no
  left join chores h on h.unit_no = c.no
  left join late l on l.unit_no = c.no
 order by c.code collate "C", c.no;
