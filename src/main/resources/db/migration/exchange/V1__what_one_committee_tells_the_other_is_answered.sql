create schema if not exists exchange;
grant usage on schema exchange to app;
alter default privileges in schema exchange grant select, insert, update on tables to app;

-- Thông tin trao đổi hai chiều about one member: from the workplace to the residence or back
-- (Regulation 213, Art. 3.5 and 4.5). work_no and res_no say where the person stood when it was written.
create table exchange.notice (
    from_side text not null check (from_side in ('WORKPLACE', 'RESIDENCE')),
    from_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    res_no int not null references organisation.unit,
    id uuid primary key,
    member_id uuid not null references member.member,
    full_name text not null,
    sort_key text collate "C" not null,
    kind text not null check (kind in
        ('POST', 'TRANSFER', 'COMMENDATION', 'DISCIPLINE', 'RETIREMENT', 'LONG_ABSENCE',
         'ABSENCES', 'PRAISE', 'SHORTCOMING', 'HELP')),
    urgent boolean not null default false,
    body text not null,
    by_program boolean not null default false,
    state text not null check (state in ('DRAFT', 'HEARING', 'SENT', 'RECEIVED', 'ANSWERED', 'DROPPED')),
    -- a shortcoming: the person is heard first, then the cell committee decides
    hear_until date,
    heard text,
    heard_on date,
    session_on date,
    session_present int,
    session_agreed int,
    number text,
    signed_by text,
    signed_post text,
    sent_on date,
    due_on date,
    reminded_on date,
    escalated_on date,
    received_on date,
    received_by text,
    answer text,
    answered_on date,
    answered_by text,
    member_says text,
    said_on date,
    paper_id uuid,
    rulebook text not null,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint each_side_has_its_kinds check
        ((from_side = 'WORKPLACE')
         = (kind in ('POST', 'TRANSFER', 'COMMENDATION', 'DISCIPLINE', 'RETIREMENT', 'LONG_ABSENCE'))),
    constraint sent_is_signed check
        (state not in ('SENT', 'RECEIVED', 'ANSWERED')
         or (sent_on is not null and signed_by is not null and signed_post is not null and number is not null)),
    constraint a_shortcoming_is_heard_and_decided check
        (kind <> 'SHORTCOMING' or state not in ('SENT', 'RECEIVED', 'ANSWERED')
         or (hear_until is not null and session_on is not null and session_agreed > 0
             and session_agreed <= session_present)),
    constraint answered_has_words check ((answer is null) = (answered_on is null)),
    constraint heard_has_words check ((heard is null) = (heard_on is null)),
    constraint said_has_words check ((member_says is null) = (said_on is null)),
    constraint reminded_after_the_day check (reminded_on > due_on),
    constraint superior_told_after_a_reminder check (escalated_on is null or reminded_on is not null)
);
create index on exchange.notice (work_no, state);
create index on exchange.notice (res_no, state);
create index on exchange.notice (member_id);
create index notice_due on exchange.notice (due_on) where due_on is not null and answered_on is null;

alter table exchange.notice enable row level security;
alter table exchange.notice force row level security;
create policy owner_all on exchange.notice to owner using (true) with check (true);
-- A draft is seen by its own side only (DECISIONS 4); the person sees what he or she is to be heard on,
-- and whatever was sent.
create policy reading on exchange.notice for select to app
    using (coalesce(
        (from_side <> 'RESIDENCE' or state not in ('DRAFT', 'HEARING', 'DROPPED'))
        and work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (from_side <> 'WORKPLACE' or state not in ('DRAFT', 'HEARING', 'DROPPED'))
           and res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (member_id = (select nullif(current_setting('app.self', true), '')::uuid)
            and state not in ('DRAFT', 'DROPPED')), false));
create policy adding on exchange.notice for insert to app
    with check (coalesce(
        case when from_side = 'WORKPLACE' then work_no else res_no end
            <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy changing on exchange.notice for update to app
    using (coalesce(
        (from_side <> 'RESIDENCE' or state not in ('DRAFT', 'HEARING', 'DROPPED'))
        and work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (from_side <> 'WORKPLACE' or state not in ('DRAFT', 'HEARING', 'DROPPED'))
           and res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
revoke update on exchange.notice from app;
grant update (urgent, body, state, hear_until, heard, heard_on, session_on, session_present, session_agreed,
    number, signed_by, signed_post, sent_on, due_on, reminded_on, escalated_on, received_on, received_by,
    answer, answered_on, answered_by, paper_id, version, changed_at, changed_by) on exchange.notice to app;

-- The person's own two acts: to be heard on a shortcoming before the committee decides, and to add
-- the own words to what was sent. Returns the rows changed.
create or replace function exchange.say(p_notice uuid, p_version int, p_words text, p_on date, p_at timestamptz, p_who text)
    returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_self uuid := nullif(current_setting('app.self', true), '')::uuid;
    v_count int;
begin
    update exchange.notice n
       set heard = case when n.state = 'HEARING' then p_words else n.heard end,
           heard_on = case when n.state = 'HEARING' then p_on else n.heard_on end,
           member_says = case when n.state = 'HEARING' then n.member_says else p_words end,
           said_on = case when n.state = 'HEARING' then n.said_on else p_on end,
           version = n.version + 1,
           changed_at = p_at,
           changed_by = p_who
     where n.id = p_notice
       and n.member_id = v_self
       and n.version = p_version
       and n.state in ('HEARING', 'SENT', 'RECEIVED', 'ANSWERED');
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function exchange.say(uuid, int, text, date, timestamptz, text) from public;
grant execute on function exchange.say(uuid, int, text, date, timestamptz, text) to app;

-- For others: what was signed and sent, as evidence.
create view exchange.published_notice with (security_invoker = true) as
select n.from_side, n.from_no, n.work_no, n.res_no, n.id, n.member_id, n.kind, n.state, n.sent_on,
       n.due_on, n.received_on, n.answered_on
  from exchange.notice n
 where n.state not in ('DRAFT', 'HEARING', 'DROPPED');
grant select on exchange.published_notice to app;
