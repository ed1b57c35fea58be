-- Opening the rounds of many wards, and returning the slips of a whole ward: by whom, and how far. What
-- is still to be done is said by the rounds and slips themselves, so a run that was interrupted goes on
-- with the first ward without a round of the year, or the first slip that is only confirmed.
create table assessment.round_run (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    kind text not null check (kind in ('OPEN', 'RETURN')),
    year int not null,
    days jsonb check ((days is not null) = (kind = 'OPEN')),
    account_id uuid,
    office_id uuid,
    started_at timestamptz not null,
    started_by text not null,
    finished_at timestamptz,
    failed text,
    resumed boolean not null default false
);
create index on assessment.round_run (unit_no, started_at);
create index round_run_unfinished on assessment.round_run (started_at) where finished_at is null;

-- A ward, or a slip with the ward or cell that it belongs to.
create table assessment.round_run_item (
    unit_no int not null references organisation.unit,
    run_id uuid not null references assessment.round_run,
    no int not null,
    comment_id uuid references assessment.comment,
    primary key (run_id, no)
);
create index on assessment.round_run_item (comment_id) where comment_id is not null;

alter table assessment.round_run enable row level security;
alter table assessment.round_run force row level security;
create policy owner_all on assessment.round_run to owner using (true) with check (true);
create policy scope on assessment.round_run to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
revoke update, delete on assessment.round_run from app;
grant update (finished_at, failed, resumed) on assessment.round_run to app;

alter table assessment.round_run_item enable row level security;
alter table assessment.round_run_item force row level security;
create policy owner_all on assessment.round_run_item to owner using (true) with check (true);
create policy scope on assessment.round_run_item to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
revoke update, delete on assessment.round_run_item from app;
