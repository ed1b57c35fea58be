create schema if not exists assignment;
grant usage on schema assignment to app;
alter default privileges in schema assignment grant select, insert, update on tables to app;

-- Nhiệm vụ of a cell, "6 rõ": what, how long, responsibility, product, authority; who is in assignment.
-- An area and a number of households, never a name or a note about citizens.
create table assignment.task (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    field text not null check (field in ('FRONT', 'SECURITY', 'ENVIRONMENT', 'ECONOMY', 'CULTURE', 'PARTY',
                                         'NEIGHBOURHOOD', 'OTHER')),
    title text not null check (title <> ''),
    search_key text not null,
    area text,
    households int check (households between 0 and 100000),
    responsibility text,
    product text not null check (product <> ''),
    authority text,
    basis_number text,
    basis_on date,
    since date not null,
    until date,
    cycle text not null check (cycle in ('MONTH', 'QUARTER', 'HALF_YEAR')),
    hours int not null check (hours between 0 and 200),
    expertise text,
    chore boolean not null,
    closed_on date,
    closed_because text,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint a_task_is_of_one_cell unique (id, unit_no),
    constraint a_task_ends_after_it_begins check (until is null or until >= since),
    constraint closed_with_a_reason check ((closed_on is null) = (closed_because is null))
);
create index on assignment.task (unit_no, closed_on);

-- Who does a task: proposed, answered by the person, decided by the cell. contact: of the register of
-- the residence, not one of the cell's own members.
create table assignment.assignment (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    task_id uuid not null,
    member_id uuid not null references member.member,
    full_name text not null,
    sort_key text collate "C" not null,
    contact boolean not null,
    state text not null check (state in ('PROPOSED', 'ADJUSTMENT_ASKED', 'ACCEPTED', 'WITHDRAWN', 'ENDED')),
    reason text not null check (reason <> ''),
    since date not null,
    until date,
    answer text,
    answered_on date,
    answer_noted_by text,
    decided text,
    ended_on date,
    ended_because text,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    foreign key (task_id, unit_no) references assignment.task (id, unit_no),
    constraint an_assignment_ends_after_it_begins check (until is null or until >= since),
    constraint one_person_in_a_task_at_a_time
        exclude using gist (task_id with =, member_id with =, daterange(since, until, '[]') with &&)
        where (state not in ('WITHDRAWN', 'ENDED'))
);
create index on assignment.assignment (unit_no, state);
create index on assignment.assignment (task_id);
create index on assignment.assignment (member_id);

revoke update on assignment.task, assignment.assignment from app;
grant update (field, title, search_key, area, households, responsibility, product, authority, basis_number, basis_on,
    since, until, cycle, hours, expertise, chore, closed_on, closed_because, version, changed_at, changed_by)
    on assignment.task to app;
grant update (state, reason, since, until, answer, answered_on, answer_noted_by, decided, ended_on, ended_because,
    version, changed_at, changed_by) on assignment.assignment to app;

alter table assignment.task enable row level security;
alter table assignment.task force row level security;
create policy owner_all on assignment.task to owner using (true) with check (true);
create policy scope on assignment.task to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
-- Whoever has a part in it reads it.
create policy assigned on assignment.task for select to app
    using (exists (select from assignment.assignment a
                    where a.task_id = task.id
                      and a.member_id = (select nullif(current_setting('app.self', true), '')::uuid)));

alter table assignment.assignment enable row level security;
alter table assignment.assignment force row level security;
create policy owner_all on assignment.assignment to owner using (true) with check (true);
create policy reading on assignment.assignment for select to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy adding on assignment.assignment for insert to app
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
-- The person answers what is proposed, and does nothing else to it.
create policy changing on assignment.assignment for update to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state = 'PROPOSED'
            and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false))
    with check (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state in ('ACCEPTED', 'ADJUSTMENT_ASKED')
            and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false));

create view assignment.published_assignment with (security_invoker = true) as
select a.unit_no, a.id, a.task_id, a.member_id, a.contact, a.state, a.since, a.until, a.ended_on, t.title, t.field,
       t.hours, t.chore
  from assignment.assignment a
  join assignment.task t on t.id = a.task_id;
grant select on assignment.published_assignment to app;
