-- A link that the cell sends: it takes one sign of life, works once, and runs out. Only its hash is kept.
create table away.link (
    work_no int not null references organisation.unit,
    token_hash bytea primary key,
    application_id uuid not null references away.application,
    member_id uuid not null references member.member,
    made_on date not null,
    expires_on date not null check (expires_on >= made_on),
    used_at timestamptz,
    made_by text not null
);
create index on away.link (application_id);
revoke update on away.link from app;
grant update (used_at) on away.link to app;
alter table away.link enable row level security;
alter table away.link force row level security;
create policy owner_all on away.link to owner using (true) with check (true);
create policy scope on away.link to app
    using (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
