create schema if not exists away;
grant usage on schema away to app;
alter default privileges in schema away grant select, insert, update on tables to app;

-- Đơn xin giảm, miễn công tác và sinh hoạt đảng: from the member, through the cell, to the decision.
-- work_no is the cell of Party life. valid is what is asked for; an early return cuts it.
create table away.application (
    work_no int not null references organisation.unit,
    id uuid primary key,
    member_id uuid not null references member.member,
    ground text not null,
    away boolean not null,
    decided_by text not null check (decided_by in ('CELL', 'COMMITTEE')),
    extent text not null check (extent in ('REDUCED', 'FULL')),
    place text not null,
    work text,
    phone text,
    email text,
    valid daterange not null,
    way text not null check (way in ('PHONE', 'PAPER', 'ORAL')),
    given_on date not null,
    rulebook text not null,
    follows uuid references away.application,
    state text not null
        check (state in ('SUBMITTED', 'SUPPORTED', 'RESOLVED', 'REPORTED', 'DECIDED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    supported_on date,
    resolved_on date,
    resolution_no text,
    votes_for int check (votes_for >= 0),
    votes_against int check (votes_against >= 0),
    reported_on date,
    decided_on date,
    decision_no text,
    decision_issuer text,
    refused_because text,
    granted boolean not null default false,
    begun_on date,
    returned_on date,
    ended_on date,
    reminded int,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    check (not isempty(valid)),
    constraint steps_in_their_order check (
        (supported_on is null or supported_on >= given_on)
        and (resolved_on is null or (supported_on is not null and resolved_on >= supported_on))
        and (reported_on is null or reported_on >= resolved_on)
        and (decided_on is null or decided_on >= resolved_on)),
    constraint a_resolution_has_its_votes check (
        (resolved_on is null) = (resolution_no is null) and (resolved_on is null) = (votes_for is null)
        and (resolved_on is null) = (votes_against is null)),
    constraint the_cell_reports_and_the_committee_decides check (
        (state <> 'REPORTED' or reported_on is not null) and (state <> 'DECIDED' or decided_on is not null)
        and (reported_on is null or state in ('REPORTED', 'LAPSED'))
        and (decided_on is null or state in ('DECIDED', 'LAPSED'))
        and (reported_on is null or decided_by = 'CELL') and (decided_on is null or decided_by = 'COMMITTEE')),
    constraint granted_by_whoever_decides check (
        granted = (state <> 'LAPSED' and resolved_on is not null and (decided_by = 'CELL' or decided_on is not null))),
    constraint a_refusal_has_its_reason check ((state = 'REFUSED') = (refused_because is not null)),
    constraint one_leave_at_a_time exclude using gist (member_id with =, valid with &&) where (granted)
);
create index on away.application (work_no, state);
create index on away.application (member_id);

revoke update on away.application from app;
grant update (valid, state, supported_on, resolved_on, resolution_no, votes_for, votes_against, reported_on,
    decided_on, decision_no, decision_issuer, refused_because, granted, begun_on, returned_on, ended_on,
    reminded, version, changed_at, changed_by) on away.application to app;

-- The cell and what stands above it read and lead it on; the member applies, and may take it back
-- until the cell has resolved.
alter table away.application enable row level security;
alter table away.application force row level security;
create policy owner_all on away.application to owner using (true) with check (true);
create policy reading on away.application for select to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy adding on away.application for insert to app
    with check (exists (
        select from member.published_member m
         where m.id = application.member_id
           and m.work_no = application.work_no
           and application.state = 'SUBMITTED'
           and coalesce(
               m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
               or m.id = (select nullif(current_setting('app.self', true), '')::uuid), false)));
create policy changing on away.application for update to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state in ('SUBMITTED', 'SUPPORTED')
            and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false))
    with check (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state = 'WITHDRAWN'
            and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false));
