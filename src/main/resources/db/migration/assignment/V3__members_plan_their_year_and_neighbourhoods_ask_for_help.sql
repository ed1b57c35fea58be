-- Kế hoạch của đảng viên for a year: the member's own until it is sent to the cell.
create table assignment.plan (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    member_id uuid not null references member.member,
    year int not null check (year between 2000 and 2100),
    targets text not null,
    measures text not null,
    study text not null,
    half_words text,
    half_on date,
    sent_at timestamptz,
    version int not null default 1,
    changed_at timestamptz not null,
    constraint one_plan_of_a_year unique (member_id, year),
    constraint looked_back_on_a_day check ((half_words is null) = (half_on is null))
);
create index on assignment.plan (unit_no, year);

-- Đề nghị của khu dân cư: what help is wanted, and who asks as a body; no name of a citizen.
create table assignment.neighbourhood_request (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    asked_by text not null check (asked_by in ('GROUP', 'FRONT', 'MASS', 'OTHER')),
    field text not null check (field in ('FRONT', 'SECURITY', 'ENVIRONMENT', 'ECONOMY', 'CULTURE', 'PARTY',
                                         'NEIGHBOURHOOD', 'OTHER')),
    title text not null check (title <> ''),
    words text not null check (words <> ''),
    expertise text,
    asked_on date not null,
    task_id uuid,
    withdrawn_on date,
    withdrawn_because text,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    foreign key (task_id, unit_no) references assignment.task (id, unit_no),
    constraint withdrawn_with_a_reason check ((withdrawn_on is null) = (withdrawn_because is null)),
    constraint a_task_or_withdrawn check (task_id is null or withdrawn_on is null)
);
create index on assignment.neighbourhood_request (unit_no, asked_on);
create index on assignment.neighbourhood_request (task_id);

revoke update on assignment.plan, assignment.neighbourhood_request from app;
grant update (unit_no, targets, measures, study, half_words, half_on, sent_at, version, changed_at) on assignment.plan to app;
grant update (task_id, withdrawn_on, withdrawn_because, version, changed_at, changed_by)
    on assignment.neighbourhood_request to app;

alter table assignment.plan enable row level security;
alter table assignment.plan force row level security;
create policy owner_all on assignment.plan to owner using (true) with check (true);
create policy own on assignment.plan to app
    using (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false))
    with check (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy sent on assignment.plan for select to app
    using (coalesce(
        sent_at is not null
        and unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

alter table assignment.neighbourhood_request enable row level security;
alter table assignment.neighbourhood_request force row level security;
create policy owner_all on assignment.neighbourhood_request to owner using (true) with check (true);
create policy scope on assignment.neighbourhood_request to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
