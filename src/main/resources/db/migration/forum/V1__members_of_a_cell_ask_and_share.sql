create schema if not exists forum;
grant usage on schema forum to app;
alter default privileges in schema forum grant select, insert, update on tables to app;

-- Bảng tin of a cell or a group. Whoever writes is named: a member, or an office in whose name one writes.
-- What is hidden stays, with the reason that its author reads; without a reason the author took it back.
create table forum.topic (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    kind text not null check (kind in ('QUESTION', 'EXPERIENCE', 'NEWS')),
    title text not null,
    body text not null,
    author_member uuid references member.member,
    author_office uuid,
    author_name text not null,
    author_post text,
    at timestamptz not null,
    on_day date not null,
    hidden_on date,
    hidden_by text,
    hidden_because text,
    version int not null default 1,
    constraint written_by_somebody check (author_name <> '' and (author_member is null) <> (author_office is null)),
    constraint hidden_by_somebody check ((hidden_on is null) = (hidden_by is null)
                                         and (hidden_because is null or hidden_on is not null))
);
create index on forum.topic (unit_no, on_day);
create index on forum.topic (author_member);
create table forum.answer (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    topic_id uuid not null references forum.topic,
    body text not null,
    author_member uuid references member.member,
    author_office uuid,
    author_name text not null,
    author_post text,
    at timestamptz not null,
    hidden_on date,
    hidden_by text,
    hidden_because text,
    version int not null default 1,
    constraint written_by_somebody check (author_name <> '' and (author_member is null) <> (author_office is null)),
    constraint hidden_by_somebody check ((hidden_on is null) = (hidden_by is null)
                                         and (hidden_because is null or hidden_on is not null))
);
create index on forum.answer (topic_id);
create index on forum.answer (author_member);

-- A room of the group outside the program: only its address, no content of it.
create table forum.group_link (
    unit_no int primary key references organisation.unit,
    url text check (url like 'https://%'),
    set_on date not null,
    set_by text not null
);

-- Whether the member who is signed in stands with this cell or group.
create or replace function forum.stands_with(p_unit int) returns boolean
    language sql stable set search_path = pg_catalog
as $$
    select exists (select from liaison.published_contact c
                    where c.member_id = nullif(current_setting('app.self', true), '')::uuid
                      and upper_inf(c.valid)
                      and p_unit in (c.cell_no, c.group_no))
$$;
revoke all on function forum.stands_with(int) from public;
grant execute on function forum.stands_with(int) to app;

alter table forum.topic enable row level security;
alter table forum.topic force row level security;
create policy owner_all on forum.topic to owner using (true) with check (true);
create policy reading on forum.topic for select to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or author_member = (select nullif(current_setting('app.self', true), '')::uuid)
        or (hidden_on is null and forum.stands_with(unit_no)), false));
create policy adding on forum.topic for insert to app
    with check (coalesce(
        (author_member is null
         and unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange))
        or (author_member = (select nullif(current_setting('app.self', true), '')::uuid)
            and forum.stands_with(unit_no)), false));
create policy hiding on forum.topic for update to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (hidden_on is null
            and author_member = (select nullif(current_setting('app.self', true), '')::uuid)), false))
    with check (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or author_member = (select nullif(current_setting('app.self', true), '')::uuid), false));

alter table forum.answer enable row level security;
alter table forum.answer force row level security;
create policy owner_all on forum.answer to owner using (true) with check (true);
create policy reading on forum.answer for select to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or author_member = (select nullif(current_setting('app.self', true), '')::uuid)
        or (hidden_on is null and exists (select from forum.topic t where t.id = topic_id)), false));
create policy adding on forum.answer for insert to app
    with check (coalesce(
        exists (select from forum.topic t where t.id = topic_id and t.unit_no = answer.unit_no)
        and ((author_member is null
              and unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange))
             or (author_member = (select nullif(current_setting('app.self', true), '')::uuid)
                 and forum.stands_with(unit_no))), false));
create policy hiding on forum.answer for update to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (hidden_on is null
            and author_member = (select nullif(current_setting('app.self', true), '')::uuid)), false))
    with check (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or author_member = (select nullif(current_setting('app.self', true), '')::uuid), false));

alter table forum.group_link enable row level security;
alter table forum.group_link force row level security;
create policy owner_all on forum.group_link to owner using (true) with check (true);
create policy reading on forum.group_link for select to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or forum.stands_with(unit_no), false));
create policy adding on forum.group_link for insert to app
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy changing on forum.group_link for update to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

revoke update on forum.topic, forum.answer, forum.group_link from app;
grant update (hidden_on, hidden_by, hidden_because, version) on forum.topic, forum.answer to app;
grant update (url, set_on, set_by) on forum.group_link to app;
