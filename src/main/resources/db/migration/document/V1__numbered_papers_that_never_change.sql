create schema if not exists document;
grant usage on schema document to app;

-- When a committee's term began. A number belongs to (unit, kind, term); without a row here the
-- terms begin on 1 July 2025 and every five years from there (Numbers.java).
create table document.committee_term (
    unit_no int not null references organisation.unit,
    started_on date not null,
    primary key (unit_no, started_on)
);

-- The last number given. The row is the lock: a second act waits for the first one's end, and what
-- is rolled back has never been given, so a series has no gaps.
create table document.series (
    unit_no int not null references organisation.unit,
    kind text not null check (kind in ('INTRODUCTION', 'COMMENT_REQUEST')),
    term_start date not null,
    last int not null check (last > 0),
    primary key (unit_no, kind, term_start)
);

-- A paper as it was made. unit_no is whose paper it is. work_no and res_no are where the two sides
-- stand that may read it: null until that side may (DECISIONS 4). Rank 2: no key into member.
create table document.paper (
    unit_no int not null references organisation.unit,
    work_no int references organisation.unit,
    res_no int references organisation.unit,
    for_member boolean not null default false,
    id uuid primary key,
    member_id uuid,
    kind text not null
        check (kind in ('INTRODUCTION', 'ACKNOWLEDGEMENT', 'COMMENT_REQUEST', 'COMMENT_SLIP')),
    number text,
    term_start date,
    made_on date not null,
    kept_at timestamptz not null,
    kept_by text not null,
    rulebook text not null,
    media_type text not null,
    sha256 bytea not null,
    bytes bytea not null,
    data jsonb not null,
    constraint numbered_with_its_term check ((number is null) = (term_start is null)),
    constraint checksum_of_the_bytes check (sha256 = sha256(bytes))
);
create unique index paper_number_once on document.paper (unit_no, kind, term_start, number)
    where number is not null;
create index on document.paper (member_id);
comment on column document.paper.data is 'what stands on the paper; a print batch is drawn again from it, the bytes are the record';

-- Papers are kept and read: never changed, never taken away.
grant select, insert on document.paper to app;
grant select on document.series to app;
grant select, insert on document.committee_term to app;

alter table document.committee_term enable row level security;
alter table document.committee_term force row level security;
create policy owner_all on document.committee_term to owner using (true) with check (true);
create policy scope on document.committee_term to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

alter table document.series enable row level security;
alter table document.series force row level security;
create policy owner_all on document.series to owner using (true) with check (true);
create policy scope on document.series to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

alter table document.paper enable row level security;
alter table document.paper force row level security;
create policy owner_all on document.paper to owner using (true) with check (true);
create policy scope on document.paper to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (for_member
            and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- The next numbers of a series, in the transaction of the act; returns the first of them.
create or replace function document.take_numbers(p_unit_no int, p_kind text, p_term_start date, p_count int)
    returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_last int;
begin
    if not coalesce(p_unit_no <@ v_scope, false) then
        raise exception 'the series is out of scope' using errcode = '42501';
    end if;
    if p_count < 1 then
        raise exception 'no numbers asked for' using errcode = '22023';
    end if;
    insert into document.series as s (unit_no, kind, term_start, last)
    values (p_unit_no, p_kind, p_term_start, p_count)
    on conflict (unit_no, kind, term_start) do update
       set last = s.last + excluded.last
    returning s.last into v_last;
    return v_last - p_count + 1;
end $$;
revoke all on function document.take_numbers(int, text, date, int) from public;
grant execute on function document.take_numbers(int, text, date, int) to app;

-- Who may read a paper besides its maker: the one thing about it that changes. The caller must see
-- every one of the papers; p_no null takes the sight away.
create or replace function document.share(p_papers uuid[], p_side text, p_no int) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_count int;
begin
    if p_side not in ('WORKPLACE', 'RESIDENCE', 'MEMBER') then
        raise exception 'no such side' using errcode = '22023';
    end if;
    update document.paper p
       set work_no = case when p_side = 'WORKPLACE' then p_no else p.work_no end,
           res_no = case when p_side = 'RESIDENCE' then p_no else p.res_no end,
           for_member = case when p_side = 'MEMBER' then p_no is not null else p.for_member end
     where p.id = any (p_papers)
       and coalesce(p.unit_no <@ v_scope or p.work_no <@ v_scope or p.res_no <@ v_scope, false);
    get diagnostics v_count = row_count;
    if v_count <> cardinality(p_papers) then
        raise exception 'a paper is out of scope' using errcode = '42501';
    end if;
    return v_count;
end $$;
revoke all on function document.share(uuid[], text, int) from public;
grant execute on function document.share(uuid[], text, int) to app;

-- What others may know of a paper without opening it.
create view document.published_paper with (security_invoker = true) as
select p.unit_no, p.work_no, p.res_no, p.for_member, p.id, p.member_id, p.kind, p.number, p.made_on
  from document.paper p;
grant select on document.published_paper to app;
