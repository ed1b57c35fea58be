create schema if not exists access;
grant usage on schema access to app;
alter default privileges in schema access grant select, insert, update, delete on tables to app;

-- Who may sign in. unit_no is the unit that keeps the account: its administrators and those above
-- see it. The offices that give rights live in member. Without a hash nobody signs in by password.
create table access.account (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    person_id uuid not null unique,
    user_name text not null,
    folded text not null unique check (length(folded) between 3 and 60),
    password_hash text,
    must_change boolean not null default false,
    one_time_until timestamptz,
    stamp int not null default 1,
    last_office uuid,
    last_signed_in timestamptz,
    locked_since timestamptz,
    changed_at timestamptz not null,
    version int not null default 1
);
create index on access.account (unit_no);
comment on column access.account.stamp is 'goes up with every new password and lock: sessions of an older stamp have ended';

alter table access.account enable row level security;
alter table access.account force row level security;
create policy owner_all on access.account to owner using (true) with check (true);
create policy scope on access.account to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- Failed sign-ins by the hash of the typed name, whether such an account exists or not: so the delay
-- tells nobody which names exist. Rows are forgotten after a day.
create table access.attempt (
    name_hash bytea primary key,
    failures int not null,
    last_at timestamptz not null,
    blocked_until timestamptz not null
);
create index on access.attempt (last_at);

alter table access.attempt enable row level security;
alter table access.attempt force row level security;
create policy owner_all on access.attempt to owner using (true) with check (true);
create policy scope on access.attempt to app
    using (coalesce('{[1,2147483646]}'::int4multirange
        <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce('{[1,2147483646]}'::int4multirange
        <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
