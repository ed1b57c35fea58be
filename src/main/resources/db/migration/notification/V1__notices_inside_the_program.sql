create schema if not exists notification;
grant usage on schema notification to app;
alter default privileges in schema notification grant select, insert, update, delete on tables to app;

-- One fact told to one unit's offices, or to one member. Written in the transaction of the act.
create table notification.notice (
    unit_no int,
    member_id uuid,
    id uuid primary key,
    fact_id uuid not null,
    at timestamptz not null,
    audience text not null check (audience in ('WORKPLACE', 'RESIDENCE', 'MEMBER')),
    key text not null,
    details jsonb not null,
    who text not null,
    link text not null,
    check ((unit_no is null) <> (member_id is null))
);
create index on notification.notice (unit_no, at);
create index on notification.notice (member_id, at);

-- Read by an office: a row with who and when.
create table notification.reading (
    notice_id uuid not null references notification.notice on delete cascade,
    office_id uuid not null,
    at timestamptz not null,
    primary key (notice_id, office_id)
);

alter table notification.notice enable row level security;
alter table notification.notice force row level security;
create policy owner_all on notification.notice to owner using (true) with check (true);
create policy reading on notification.notice for select to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy telling on notification.notice for insert to app
    with check (nullif(current_setting('app.scope', true), '') is not null);

alter table notification.reading enable row level security;
alter table notification.reading force row level security;
create policy owner_all on notification.reading to owner using (true) with check (true);
create policy scope on notification.reading to app
    using (exists (select from notification.notice n where n.id = notice_id))
    with check (exists (select from notification.notice n where n.id = notice_id));
