create schema if not exists member;
grant usage on schema member to app;
alter default privileges in schema member grant select, insert, update, delete on tables to app;

-- A member as this work needs it. work_no and res_no are the projection of today's placements;
-- res_no is the ward from the moment a letter is sent, the cell or group once placed.
create table member.member (
    work_no int references organisation.unit,
    res_no int references organisation.unit,
    id uuid primary key,
    full_name text not null,
    folded text not null,
    initials text not null,
    sort_key text collate "C" not null,
    birth date,
    birth_precision text check (birth_precision in ('DAY', 'MONTH', 'YEAR')),
    sex text check (sex in ('MALE', 'FEMALE')),
    card_no text,
    admitted date,
    official date,
    status text not null default 'OFFICIAL'
        check (status in ('OFFICIAL', 'PROBATIONARY', 'SUSPENDED', 'AWAY', 'TRANSFERRED', 'STRUCK_OFF', 'EXPELLED', 'LEFT', 'DECEASED')),
    post text,
    phone text,
    expertise text,
    residence_address text,
    residence_commune text,
    residence_wish_code text,
    needs_review text,
    version int not null default 1,
    import_id uuid,
    check (official >= admitted)
);
create unique index member_card_once on member.member (card_no) where card_no is not null;
create index member_work on member.member (work_no, sort_key, id);
create index member_res on member.member (res_no, sort_key, id) where res_no is not null;
create index member_folded on member.member using gin (folded gin_trgm_ops);
comment on column member.member.residence_wish_code is 'the residential cell that the workplace names in its list: a wish, never a placement';

-- Columns for the workplace side only (DECISIONS 8).
create table member.workplace_only (
    work_no int,
    member_id uuid primary key references member.member on delete cascade,
    ethnicity text
);

-- Where the member has Party life, for a period.
create table member.placement (
    id uuid primary key,
    member_id uuid not null references member.member on delete cascade,
    unit_no int not null references organisation.unit,
    valid daterange not null,
    import_id uuid,
    constraint one_workplace_at_a_time exclude using gist (member_id with =, valid with &&)
);
create index on member.placement (unit_no);

-- Miễn sinh hoạt nơi cư trú: introduced, but not called to meetings (ground and paper, dated).
create table member.exemption (
    id uuid primary key,
    member_id uuid not null references member.member on delete cascade,
    kind text not null check (kind in ('MEETINGS')),
    ground text not null,
    valid daterange not null,
    rulebook text not null,
    import_id uuid,
    constraint one_exemption_at_a_time exclude using gist (member_id with =, kind with =, valid with &&)
);

-- Someone who holds offices or signs in; need not be a member.
create table member.person (
    id uuid primary key,
    member_id uuid unique references member.member,
    full_name text not null,
    folded text not null,
    sort_key text collate "C" not null,
    version int not null default 1
);

-- Chức vụ: a role held at an organisation for a period.
create table member.office (
    id uuid primary key,
    person_id uuid not null references member.person,
    unit_no int not null references organisation.unit,
    role text not null,
    title text not null,
    valid daterange not null
);
create index on member.office (person_id);
create index on member.office (unit_no);

alter table member.member enable row level security;
alter table member.member force row level security;
create policy owner_all on member.member to owner using (true) with check (true);
create policy scope on member.member to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or id = (select nullif(current_setting('app.self', true), '')::uuid), false))
    with check (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or id = (select nullif(current_setting('app.self', true), '')::uuid), false));

alter table member.workplace_only enable row level security;
alter table member.workplace_only force row level security;
create policy owner_all on member.workplace_only to owner using (true) with check (true);
create policy scope on member.workplace_only to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false))
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- Rows that hang on a member are seen by whoever sees the member (the subquery is under its policy).
alter table member.placement enable row level security;
alter table member.placement force row level security;
create policy owner_all on member.placement to owner using (true) with check (true);
create policy scope on member.placement to app
    using (member_id in (select m.id from member.member m))
    with check (member_id in (select m.id from member.member m));
alter table member.exemption enable row level security;
alter table member.exemption force row level security;
create policy owner_all on member.exemption to owner using (true) with check (true);
create policy scope on member.exemption to app
    using (exists (select from member.member m where m.id = member_id))
    with check (exists (select from member.member m where m.id = member_id));

-- Offices are public inside the organisation that holds them and above; a person sees the own ones.
alter table member.office enable row level security;
alter table member.office force row level security;
create policy owner_all on member.office to owner using (true) with check (true);
create policy scope on member.office to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
alter table member.person enable row level security;
alter table member.person force row level security;
create policy owner_all on member.person to owner using (true) with check (true);
create policy scope on member.person to app
    using (exists (select from member.office o where o.person_id = person.id)
        or exists (select from member.member m where m.id = person.member_id)
        or coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false))
    with check (nullif(current_setting('app.scope', true), '') is not null);

-- work_no and res_no change only through these two (DECISIONS 3): the caller must see the member on
-- the side that acts.
revoke update on member.member from app;
grant update (full_name, folded, initials, sort_key, birth, birth_precision, sex, card_no, admitted,
    official, status, post, phone, expertise, residence_address, residence_commune,
    residence_wish_code, needs_review, version, import_id) on member.member to app;

create or replace function member.move_residence(p_members uuid[], p_res_no int) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_count int;
begin
    if v_scope is null then
        raise exception 'no scope' using errcode = '42501';
    end if;
    update member.member m
       set res_no = p_res_no,
           version = m.version + 1
     where m.id = any (p_members)
       and (coalesce(m.work_no <@ v_scope, false) or coalesce(m.res_no <@ v_scope, false));
    get diagnostics v_count = row_count;
    if v_count <> cardinality(p_members) then
        raise exception 'a member is out of scope' using errcode = '42501';
    end if;
    return v_count;
end $$;
revoke all on function member.move_residence(uuid[], int) from public;
grant execute on function member.move_residence(uuid[], int) to app;

-- For the log of facts: on whose side each member stands at this moment (numbers only).
create or replace function member.seats(p_members uuid[])
    returns table (id uuid, work_no int, res_no int)
    language sql stable security definer set search_path = pg_catalog
as $$ select m.id, m.work_no, m.res_no from member.member m where m.id = any (p_members) $$;
revoke all on function member.seats(uuid[]) from public;
grant execute on function member.seats(uuid[]) to app;

create view member.published_member with (security_invoker = true) as
select m.work_no, m.res_no, m.id, m.full_name, m.folded, m.initials, m.sort_key, m.birth,
       m.birth_precision, m.sex, m.card_no, m.admitted, m.official, m.status, m.post, m.phone,
       m.expertise, m.residence_address, m.residence_commune, m.residence_wish_code
  from member.member m;
create view member.published_exemption with (security_invoker = true) as
select e.id, e.member_id, e.kind, e.ground, e.valid from member.exemption e;
create view member.published_office with (security_invoker = true) as
select o.id, o.person_id, o.unit_no, o.role, o.title, o.valid, p.full_name, p.member_id
  from member.office o
  join member.person p on p.id = o.person_id;
grant select on member.published_member, member.published_exemption, member.published_office to app;
