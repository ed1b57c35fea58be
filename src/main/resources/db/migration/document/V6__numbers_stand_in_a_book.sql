-- Sổ văn bản đi: every number that was given, by whom and when, so that one without a paper is seen.
-- first: an office that begins in the middle of a term goes on from its book on paper.
alter table document.series add first int not null default 1 check (first > 0);

create table document.given_number (
    unit_no int not null references organisation.unit,
    kind text not null,
    term_start date not null,
    n int not null,
    number text not null,
    given_on date not null,
    given_by text not null,
    note text,
    noted_by text,
    primary key (unit_no, kind, term_start, n),
    check ((note is null) = (noted_by is null))
);
grant select, insert on document.given_number to app;
grant update (note, noted_by) on document.given_number to app;
alter table document.given_number enable row level security;
alter table document.given_number force row level security;
create policy owner_all on document.given_number to owner using (true) with check (true);
create policy scope on document.given_number to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- Begins a series after the last number of the book on paper; nothing happens where it has begun.
create or replace function document.start_series(p_unit_no int, p_kind text, p_term_start date, p_last int)
    returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_count int;
begin
    if not coalesce(p_unit_no <@ v_scope, false) then
        raise exception 'the series is out of scope' using errcode = '42501';
    end if;
    insert into document.series (unit_no, kind, term_start, last, first)
    values (p_unit_no, p_kind, p_term_start, p_last, p_last + 1)
    on conflict do nothing;
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function document.start_series(int, text, date, int) from public;
grant execute on function document.start_series(int, text, date, int) to app;

-- What a paper belongs to, where that is no person: a meeting, a decision, an exemption.
alter table document.paper add about_id uuid;
create index on document.paper (about_id) where about_id is not null;

create or replace view document.published_paper with (security_invoker = true) as
select p.unit_no, p.work_no, p.res_no, p.for_member, p.id, p.member_id, p.kind, p.number, p.made_on,
       p.about_id
  from document.paper p;
