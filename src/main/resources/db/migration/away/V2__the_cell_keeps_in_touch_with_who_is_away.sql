-- How often the cell asks, whom to ask at the place of stay, and how far silence was told.
alter table away.application
    add rhythm text not null default 'MONTH' check (rhythm in ('MONTH', 'TWO_MONTHS', 'QUARTER')),
    add host_name text,
    add host_post text,
    add host_phone text,
    add told_rung int check (told_rung between 1 and 3),
    add told_since date;
grant update (rhythm, host_name, host_post, host_phone, told_rung, told_since) on away.application to app;

-- A sign of life: a tap, a short report, a call. Neither place nor address of a device is kept.
create table away.check_in (
    work_no int not null references organisation.unit,
    id uuid primary key,
    application_id uuid not null references away.application,
    member_id uuid not null references member.member,
    on_day date not null,
    way text not null check (way in ('TAP', 'REPORT', 'CALL')),
    words text,
    back_on date,
    at timestamptz not null,
    by_whom text not null
);
create index on away.check_in (member_id, on_day);
create index on away.check_in (application_id);

-- What somebody who is away needs help with; the member reads the answer.
create table away.help (
    work_no int not null references organisation.unit,
    id uuid primary key,
    application_id uuid not null references away.application,
    member_id uuid not null references member.member,
    asked_on date not null,
    words text not null check (words <> ''),
    state text not null check (state in ('OPEN', 'TAKEN', 'DONE')),
    taken_by text,
    answer text,
    done_on date,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint done_with_an_answer check ((state = 'DONE') = (answer is not null) and (state = 'DONE') = (done_on is not null)),
    constraint taken_by_somebody check (state <> 'TAKEN' or taken_by is not null)
);
create index on away.help (work_no, state);
create index on away.help (member_id);

revoke update on away.check_in, away.help from app;
grant update (state, taken_by, answer, done_on, version, changed_at, changed_by) on away.help to app;

alter table away.check_in enable row level security;
alter table away.check_in force row level security;
create policy owner_all on away.check_in to owner using (true) with check (true);
create policy reading on away.check_in for select to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy adding on away.check_in for insert to app
    with check (exists (
        select from away.application a
         where a.id = check_in.application_id
           and a.member_id = check_in.member_id
           and a.work_no = check_in.work_no));

alter table away.help enable row level security;
alter table away.help force row level security;
create policy owner_all on away.help to owner using (true) with check (true);
create policy reading on away.help for select to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy adding on away.help for insert to app
    with check (state = 'OPEN' and exists (
        select from away.application a
         where a.id = help.application_id
           and a.member_id = help.member_id
           and a.work_no = help.work_no));
create policy changing on away.help for update to app
    using (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
