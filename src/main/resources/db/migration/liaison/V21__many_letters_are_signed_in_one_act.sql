-- The signing of many letters in one act: by whom, and how far. Each letter knows its run; what is not
-- signed yet is still ISSUED, so a run that was interrupted goes on with the first of these.
create table liaison.letter_run (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    account_id uuid,
    office_id uuid,
    signer text not null,
    post text not null,
    started_at timestamptz not null,
    started_by text not null,
    finished_at timestamptz,
    failed text,
    resumed boolean not null default false
);
create index on liaison.letter_run (unit_no, started_at);
create index letter_run_unfinished on liaison.letter_run (started_at) where finished_at is null;
alter table liaison.introduction add column run_id uuid references liaison.letter_run;
create index on liaison.introduction (run_id) where run_id is not null;

alter table liaison.letter_run enable row level security;
alter table liaison.letter_run force row level security;
create policy owner_all on liaison.letter_run to owner using (true) with check (true);
create policy scope on liaison.letter_run to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
revoke update, delete on liaison.letter_run from app;
grant update (finished_at, failed, resumed) on liaison.letter_run to app;
