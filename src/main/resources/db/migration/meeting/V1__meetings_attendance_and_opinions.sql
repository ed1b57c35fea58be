create schema if not exists meeting;
grant usage on schema meeting to app;
alter default privileges in schema meeting grant select, insert, update, delete on tables to app;

-- A meeting that a residence committee or cell convenes (Regulation 213, Art. 4.3).
create table meeting.meeting (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    kind text not null check (kind in ('PERIODIC', 'OTHER')),
    title text not null,
    planned_on date not null,
    starts_at time not null,
    place text not null,
    agenda text not null,
    state text not null check (state in ('PLANNED', 'INVITED', 'HELD', 'CANCELLED')),
    invited_on date,
    held_on date,
    cancelled_because text,
    rulebook text not null,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    check (state not in ('INVITED', 'HELD') or invited_on is not null),
    check ((state = 'HELD') = (held_on is not null)),
    check ((state = 'CANCELLED') = (cancelled_because is not null))
);
create index on meeting.meeting (unit_no, planned_on);

-- One row per invited member: where the person stood on the register that day (a snapshot), the raw
-- mark, and whether the person was asked. "Unexcused" is no column: it follows from these.
create table meeting.attendance (
    unit_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    meeting_id uuid not null references meeting.meeting,
    member_id uuid not null references member.member,
    contact_id uuid not null references liaison.contact,
    full_name text not null,
    sort_key text collate "C" not null,
    work_name text not null,
    invited_on date not null,
    reply text check (reply in ('COMING', 'LEAVE')),
    reply_reason text,
    replied_on date,
    mark text check (mark in ('PRESENT', 'EXCUSED_BEFORE', 'ABSENT', 'HOUSEHOLD')),
    held_on date,
    asked_on date,
    answer_due date,
    answer text,
    answered_on date,
    accepted boolean,
    decided_on date,
    decided_by text,
    concluded_on date,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (meeting_id, member_id),
    check (held_on is null or mark is not null),
    check ((asked_on is null) = (answer_due is null)),
    check (answer_due >= asked_on),
    check ((answer is null) = (answered_on is null)),
    check (accepted is null or answer is not null),
    check (concluded_on is null or held_on is not null)
);
comment on column meeting.attendance.held_on is 'day of the meeting, set when its roll-call is closed';
comment on column meeting.attendance.concluded_on is 'since when the row is settled, and the workplace may see it';
create index on meeting.attendance (member_id, held_on);
create index on meeting.attendance (unit_no, held_on);
create index on meeting.attendance (work_no, held_on) where concluded_on is not null;
create index attendance_open on meeting.attendance (answer_due)
    where mark = 'ABSENT' and held_on is not null and concluded_on is null;

-- What was said at a meeting: by a member, or by the people through the Front (then without a name).
create table meeting.opinion (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    meeting_id uuid not null references meeting.meeting,
    member_id uuid references member.member,
    full_name text,
    source text not null check (source in ('MEMBER', 'PEOPLE')),
    topic text not null
        check (topic in ('SECURITY', 'ENVIRONMENT', 'CULTURE', 'LIVELIHOOD', 'GOVERNMENT', 'PARTY', 'OTHER')),
    body text not null,
    heard_on date not null,
    state text not null check (state in ('HEARD', 'PASSED_ON', 'SETTLED')),
    passed_to text,
    passed_on date,
    outcome text,
    settled_on date,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    check ((source = 'MEMBER') = (member_id is not null)),
    check ((member_id is null) = (full_name is null)),
    check (state <> 'PASSED_ON' or passed_to is not null),
    check ((state = 'SETTLED') = (outcome is not null))
);
create index on meeting.opinion (meeting_id);
create index on meeting.opinion (member_id, heard_on) where member_id is not null;
create index on meeting.opinion (unit_no, heard_on);

-- The residence writes. The member reads own rows and writes only through the two functions below;
-- the workplace reads settled rows of held meetings and nothing else.
alter table meeting.attendance enable row level security;
alter table meeting.attendance force row level security;
create policy owner_all on meeting.attendance to owner using (true) with check (true);
create policy scope on meeting.attendance to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy own on meeting.attendance for select to app
    using (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy workplace on meeting.attendance for select to app
    using (coalesce(
        concluded_on is not null
        and work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- A meeting is seen by who convenes it and by whoever sees someone invited to it.
alter table meeting.meeting enable row level security;
alter table meeting.meeting force row level security;
create policy owner_all on meeting.meeting to owner using (true) with check (true);
create policy scope on meeting.meeting to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy invited on meeting.meeting for select to app
    using (exists (select from meeting.attendance a where a.meeting_id = meeting.id));

alter table meeting.opinion enable row level security;
alter table meeting.opinion force row level security;
create policy owner_all on meeting.opinion to owner using (true) with check (true);
create policy scope on meeting.opinion to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy own on meeting.opinion for select to app
    using (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));

-- The member's own two acts: they touch the own row and no mark. Each returns the rows changed.
create or replace function meeting.reply(p_meeting uuid, p_reply text, p_reason text, p_on date) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_self uuid := nullif(current_setting('app.self', true), '')::uuid;
    v_count int;
begin
    update meeting.attendance a
       set reply = p_reply,
           reply_reason = p_reason,
           replied_on = p_on
     where a.meeting_id = p_meeting
       and a.member_id = v_self
       and a.held_on is null;
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function meeting.reply(uuid, text, text, date) from public;
grant execute on function meeting.reply(uuid, text, text, date) to app;

create or replace function meeting.answer(
        p_meeting uuid, p_version int, p_answer text, p_on date, p_at timestamptz, p_who text) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_self uuid := nullif(current_setting('app.self', true), '')::uuid;
    v_count int;
begin
    update meeting.attendance a
       set answer = p_answer,
           answered_on = p_on,
           accepted = null,
           decided_on = null,
           decided_by = null,
           version = a.version + 1,
           changed_at = p_at,
           changed_by = p_who
     where a.meeting_id = p_meeting
       and a.member_id = v_self
       and a.version = p_version
       and a.mark = 'ABSENT'
       and a.asked_on is not null
       and a.accepted is not true;
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function meeting.answer(uuid, int, text, date, timestamptz, text) from public;
grant execute on function meeting.answer(uuid, int, text, date, timestamptz, text) to app;

-- For others: how each person attended (without the reason given, which is the residence's own).
create view meeting.published_attendance with (security_invoker = true) as
select a.unit_no, a.work_no, a.meeting_id, a.member_id, a.contact_id, m.unit_no as convened_by,
       m.kind, m.title, m.planned_on, a.held_on, a.reply, a.mark, a.asked_on, a.answer_due,
       a.answered_on, a.accepted, a.concluded_on, a.concluded_on is not null as concluded
  from meeting.attendance a
  join meeting.meeting m on m.id = a.meeting_id;
create view meeting.published_opinion with (security_invoker = true) as
select o.unit_no, o.id, o.meeting_id, o.member_id, o.source, o.topic, o.body, o.heard_on, o.state,
       o.passed_to, o.passed_on, o.outcome, o.settled_on
  from meeting.opinion o;
create view meeting.published_meeting with (security_invoker = true) as
select m.unit_no, m.id, m.kind, m.title, m.planned_on, m.state, m.held_on, m.version
  from meeting.meeting m;
grant select on meeting.published_attendance, meeting.published_opinion, meeting.published_meeting to app;
