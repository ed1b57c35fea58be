-- Cells at work call their members together too; the residence learns nothing of it, so that the next meeting told
-- of a member is one of the residence: of the register, or of a residential cell that is the member's own.
create or replace function meeting.next_of(p_member uuid, p_today date)
    returns table (title text, planned_on date, starts_at time, place text)
    language sql stable security definer set search_path = pg_catalog
as $$
    select n.title, n.planned_on, n.starts_at, n.place
      from member.published_member m
      join meeting.meeting n
        on n.unit_no in (
           select x.no
             from liaison.published_contact c
            cross join lateral (values (c.ward_no), (c.cell_no), (c.group_no)) as x (no)
            where c.member_id = m.id and c.valid @> p_today and not c.exempt and n.kind <> 'PARTY_LIFE'
           union all
           select x.no
             from organisation.published_unit u
            cross join lateral (values (u.no), (case when u.kind = 'GROUP' then u.parent_no end)) as x (no)
            where u.no = m.work_no and u.side = 'RESIDENCE' and u.valid @> p_today and n.kind = 'PARTY_LIFE'
              and m.status in ('OFFICIAL', 'PROBATIONARY', 'AWAY'))
     where m.id = p_member
       and coalesce(m.work_no <@ nullif(current_setting('app.scope', true), '')::int4multirange
                    or m.res_no <@ nullif(current_setting('app.scope', true), '')::int4multirange
                    or m.id = nullif(current_setting('app.self', true), '')::uuid, false)
       and n.state in ('PLANNED', 'INVITED')
       and n.planned_on >= p_today
     order by n.planned_on, n.starts_at
     limit 1
$$;
