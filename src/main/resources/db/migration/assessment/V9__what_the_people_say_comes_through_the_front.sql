-- Biên bản của ban công tác Mặt trận: the only way by which the People's opinions come in, summed up
-- without names. unit_no is the cell.
create table assessment.front_minutes (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    met_on date not null,
    chaired_by text not null,
    title text not null,
    people int not null check (people > 0),
    at timestamptz not null,
    by_whom text not null,
    withdrawn_on date,
    withdrawn_because text,
    check ((withdrawn_on is null) = (withdrawn_because is null))
);
create index on assessment.front_minutes (unit_no, met_on);

-- Of one person on the register, or of all in general.
create table assessment.front_opinion (
    unit_no int not null references organisation.unit,
    minutes_id uuid not null references assessment.front_minutes,
    no int not null,
    member_id uuid references member.member,
    full_name text,
    summary text not null check (length(summary) between 1 and 2000),
    primary key (minutes_id, no),
    check ((member_id is null) = (full_name is null))
);
create index on assessment.front_opinion (member_id);
revoke update, delete on assessment.front_minutes, assessment.front_opinion from app;
grant update (withdrawn_on, withdrawn_because) on assessment.front_minutes to app;

alter table assessment.front_minutes enable row level security;
alter table assessment.front_minutes force row level security;
create policy owner_all on assessment.front_minutes to owner using (true) with check (true);
create policy scope on assessment.front_minutes to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

alter table assessment.front_opinion enable row level security;
alter table assessment.front_opinion force row level security;
create policy owner_all on assessment.front_opinion to owner using (true) with check (true);
create policy scope on assessment.front_opinion to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

