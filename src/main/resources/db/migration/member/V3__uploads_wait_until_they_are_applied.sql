-- A list that was sent in and checked, kept packed until it is applied. Rows that must not be kept
-- are nowhere in it (DECISIONS 17).
create table member.import_file (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    account_id uuid,
    name text not null,
    kind text not null check (kind in ('organisations', 'members')),
    state text not null check (state in ('CHECKED', 'APPLIED')),
    packed bytea not null,
    outcome jsonb not null,
    at timestamptz not null
);
create index on member.import_file (unit_no, at);

alter table member.import_file enable row level security;
alter table member.import_file force row level security;
create policy owner_all on member.import_file to owner using (true) with check (true);
create policy scope on member.import_file to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
