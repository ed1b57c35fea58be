-- An uploaded list on its way: uploaded, checked, applied. What it holds are the rows as they were
-- read (never the file, never a row for a secret post), and they go when it is applied or after
-- seven days. Other offices do not see it: the statements ask for the office, the policy for the unit.
create table member.import_file (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    office_id uuid not null,
    account_id uuid,
    file_name text not null,
    kind text not null check (kind in ('organisations', 'members')),
    state text not null check (state in ('UPLOADED', 'CHECKED', 'APPLIED', 'FAILED')),
    work text check (work in ('CHECK', 'APPLY')),
    content bytea,
    heading_row int not null,
    titles text[] not null,
    name_place int not null,
    columns_found int not null,
    columns_unknown text[] not null,
    columns_missing text[] not null,
    rows int not null,
    seen int not null default 0,
    accepted int not null default 0,
    created int not null default 0,
    changed int not null default 0,
    unchanged int not null default 0,
    dropped int not null default 0,
    failure text,
    uploaded_at timestamptz not null,
    applied_at timestamptz,
    version int not null default 1,
    check (state <> 'APPLIED' or content is null)
);
create index on member.import_file (office_id, uploaded_at);

-- What is wrong with its rows, or worth a look.
create table member.import_fault (
    unit_no int not null references organisation.unit,
    import_id uuid not null references member.import_file on delete cascade,
    ordinal int not null,
    row_no int not null,
    column_title text not null,
    place int not null,
    message text not null,
    note boolean not null,
    primary key (import_id, ordinal)
);

-- The cells of the faulty rows, to be shown, mended and given back.
create table member.import_row (
    unit_no int not null references organisation.unit,
    import_id uuid not null references member.import_file on delete cascade,
    row_no int not null,
    cells text[] not null,
    primary key (import_id, row_no)
);

alter table member.import_file enable row level security;
alter table member.import_file force row level security;
create policy owner_all on member.import_file to owner using (true) with check (true);
create policy scope on member.import_file to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
alter table member.import_fault enable row level security;
alter table member.import_fault force row level security;
create policy owner_all on member.import_fault to owner using (true) with check (true);
create policy scope on member.import_fault to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
alter table member.import_row enable row level security;
alter table member.import_row force row level security;
create policy owner_all on member.import_row to owner using (true) with check (true);
create policy scope on member.import_row to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
