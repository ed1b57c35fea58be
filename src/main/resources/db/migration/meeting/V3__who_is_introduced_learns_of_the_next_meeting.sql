-- The next meeting of the group, cell or ward where a member stands, for whoever sees the member: the
-- acknowledgement tells it before anybody is invited. Title, day, hour and place, nothing else.
create or replace function meeting.next_of(p_member uuid, p_today date)
    returns table (title text, planned_on date, starts_at time, place text)
    language sql stable security definer set search_path = pg_catalog
as $$
    select n.title, n.planned_on, n.starts_at, n.place
      from member.published_member m
      join liaison.published_contact c on c.member_id = m.id and c.valid @> p_today and not c.exempt
      join meeting.meeting n on n.unit_no in (c.ward_no, c.cell_no, c.group_no)
     where m.id = p_member
       and coalesce(m.work_no <@ nullif(current_setting('app.scope', true), '')::int4multirange
                    or m.res_no <@ nullif(current_setting('app.scope', true), '')::int4multirange
                    or m.id = nullif(current_setting('app.self', true), '')::uuid, false)
       and n.state in ('PLANNED', 'INVITED')
       and n.planned_on >= p_today
     order by n.planned_on, n.starts_at
     limit 1
$$;
revoke all on function meeting.next_of(uuid, date) from public;
grant execute on function meeting.next_of(uuid, date) to app;
