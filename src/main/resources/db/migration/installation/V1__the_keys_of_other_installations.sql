create schema if not exists installation;
grant usage on schema installation to app;

-- Public keys of other installations, with which their papers are checked. No person stands here:
-- every office may read it, once a scope is bound; the administrator's page writes.
create table installation.known (
    id uuid primary key,
    key_id text not null,
    name text not null,
    public_key bytea not null check (length(public_key) = 32),
    known_since timestamptz not null,
    known_by text not null,
    dropped_at timestamptz,
    dropped_by text,
    check ((dropped_at is null) = (dropped_by is null))
);
create unique index installation_known_once on installation.known (key_id) where dropped_at is null;
grant select, insert on installation.known to app;
grant update (dropped_at, dropped_by) on installation.known to app;

alter table installation.known enable row level security;
alter table installation.known force row level security;
create policy owner_all on installation.known to owner using (true) with check (true);
create policy scope on installation.known to app
    using (nullif(current_setting('app.scope', true), '') is not null)
    with check (nullif(current_setting('app.scope', true), '') is not null);
