create schema if not exists audit;
grant usage on schema audit to app, sealer;

-- One row for each act. Inserted in the transaction of the act; the program may neither change nor
-- delete it; the sealer adds the seal (the organisation's hash chain) within a second.
create table audit.fact (
    id uuid primary key,
    at timestamptz not null,
    on_date date not null,
    key text not null,
    thing uuid not null,
    side text not null check (side in ('WORKPLACE', 'RESIDENCE', 'BOTH')),
    office_no int,
    account_id uuid,
    office_id uuid,
    who text not null,
    reason text,
    details jsonb not null,
    tx xid8 not null default pg_current_xact_id()
);
create index on audit.fact (thing, at);
create index on audit.fact (office_no, at);

create table audit.fact_about (
    work_no int,
    res_no int,
    fact_id uuid not null references audit.fact,
    member_id uuid not null,
    primary key (fact_id, member_id)
);
create index on audit.fact_about (member_id, fact_id);

-- The chain: one row for each sealed fact, in the order of sealing within an organisation.
create table audit.seal (
    fact_id uuid primary key references audit.fact,
    chain int not null,
    place bigint not null,
    hash bytea not null,
    unique (chain, place)
);

grant select, insert on audit.fact, audit.fact_about to app;
grant select on audit.seal to app;
grant select on audit.fact, audit.fact_about to sealer;
grant select, insert on audit.seal to sealer;

alter table audit.fact enable row level security;
alter table audit.fact force row level security;
create policy owner_all on audit.fact to owner using (true) with check (true);
create policy sealing on audit.fact for select to sealer using (true);
create policy reading on audit.fact for select to app
    using (coalesce(
        office_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or exists (select from audit.fact_about a where a.fact_id = id), false));
create policy telling on audit.fact for insert to app
    with check (nullif(current_setting('app.scope', true), '') is not null);

alter table audit.fact_about enable row level security;
alter table audit.fact_about force row level security;
create policy owner_all on audit.fact_about to owner using (true) with check (true);
create policy sealing on audit.fact_about for select to sealer using (true);
create policy reading on audit.fact_about for select to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy telling on audit.fact_about for insert to app
    with check (nullif(current_setting('app.scope', true), '') is not null);
