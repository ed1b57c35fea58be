create schema if not exists signature;
grant usage on schema signature to app;

-- Certificates of issuers that unit_no trusts, for itself and everything below. Nothing about a
-- person, and never a private key: a file that holds one is refused before anything is kept.
create table signature.anchor (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    subject text not null,
    issuer text not null,
    not_before timestamptz not null,
    not_after timestamptz not null,
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    der bytea not null,
    added_at timestamptz not null,
    added_by text not null,
    ended_at timestamptz,
    ended_by text,
    version int not null default 1,
    check ((ended_at is null) = (ended_by is null)),
    constraint fingerprint_of_the_certificate check (fingerprint = encode(sha256(der), 'hex'))
);
create unique index anchor_once on signature.anchor (unit_no, fingerprint) where ended_at is null;

-- The latest revocation list of an issuer that unit_no has loaded, for itself and everything below.
create table signature.revocation_list (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    issuer text not null,
    this_update timestamptz not null,
    next_update timestamptz not null,
    revoked int not null check (revoked >= 0),
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    der bytea not null,
    added_at timestamptz not null,
    added_by text not null
);
create unique index revocation_list_once on signature.revocation_list (unit_no, issuer);

grant select, insert, update on signature.anchor, signature.revocation_list to app;

-- Issuers and their lists are public: whoever has a scope may read them, for those of a unit above
-- hold below it. Only the unit's own administrator, or one above, writes them.
alter table signature.anchor enable row level security;
alter table signature.anchor force row level security;
create policy owner_all on signature.anchor to owner using (true) with check (true);
create policy read on signature.anchor for select to app
    using (nullif(current_setting('app.scope', true), '') is not null);
create policy add on signature.anchor for insert to app
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy change on signature.anchor for update to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

alter table signature.revocation_list enable row level security;
alter table signature.revocation_list force row level security;
create policy owner_all on signature.revocation_list to owner using (true) with check (true);
create policy read on signature.revocation_list for select to app
    using (nullif(current_setting('app.scope', true), '') is not null);
create policy add on signature.revocation_list for insert to app
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy change on signature.revocation_list for update to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
