-- A cell calls its own members together too (PARTY_LIFE), who may be away at work: in person, online, both, or by
-- groups. Everything but "in person" says how to join and which committee allowed it.
alter table meeting.meeting
    add column way text not null default 'IN_PERSON' check (way in ('IN_PERSON', 'ONLINE', 'MIXED', 'BY_GROUP')),
    add column join_at text,
    add column permission text,
    add constraint from_afar_says_how_to_join check ((way = 'IN_PERSON') = (join_at is null)),
    add constraint from_afar_is_allowed_by_somebody check ((way = 'IN_PERSON') = (permission is null));
alter table meeting.meeting drop constraint meeting_kind_check;
alter table meeting.meeting add constraint meeting_kind_check check (kind in ('PERIODIC', 'PARTY_LIFE', 'OTHER'));

-- Own members stand in no register of contacts. Who is exempt from Party life may come and is never absent.
alter table meeting.attendance alter column contact_id drop not null;
alter table meeting.attendance add column exempt boolean not null default false;
alter table meeting.attendance drop constraint attendance_mark_check;
alter table meeting.attendance add constraint attendance_mark_check
    check (mark in ('PRESENT', 'FROM_AFAR', 'EXCUSED_BEFORE', 'ABSENT', 'HOUSEHOLD'));

-- Who took part from afar was there: everybody who counts reads PRESENT, and may ask how.
create or replace view meeting.published_attendance with (security_invoker = true) as
select a.unit_no, a.work_no, a.meeting_id, a.member_id, a.contact_id, m.unit_no as convened_by,
       m.kind, m.title, m.planned_on, a.held_on, a.reply,
       case when a.mark = 'FROM_AFAR' then 'PRESENT' else a.mark end as mark, a.asked_on, a.answer_due,
       a.answered_on, a.accepted, a.concluded_on, a.concluded_on is not null as concluded,
       a.mark = 'FROM_AFAR' as from_afar
  from meeting.attendance a
  join meeting.meeting m on m.id = a.meeting_id;

-- The next meeting of where a member stands on the register, or has Party life. How to join stays with the invited.
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
            where u.no = m.work_no and u.valid @> p_today and n.kind = 'PARTY_LIFE'
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
