-- Quy chế phối hợp: a dated record of two committees. One side records what both signed, the other
-- confirms it; from then on it sets the days for an answer.
create table exchange.agreement (
    work_no int not null references organisation.unit,
    ward_no int not null references organisation.unit,
    id uuid primary key,
    valid daterange not null check (not isempty(valid)),
    paper_no text not null,
    signed_on date not null,
    body text not null,
    work_contact text not null,
    ward_contact text not null,
    answer_days int check (answer_days between 1 and 60),
    recorded_by_side text not null check (recorded_by_side in ('WORKPLACE', 'RESIDENCE')),
    confirmed_on date,
    confirmed_by text,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint confirmed_by_somebody check ((confirmed_on is null) = (confirmed_by is null)),
    constraint one_agreement_at_a_time
        exclude using gist (work_no with =, ward_no with =, valid with &&)
);
create index on exchange.agreement (ward_no);

alter table exchange.agreement enable row level security;
alter table exchange.agreement force row level security;
create policy owner_all on exchange.agreement to owner using (true) with check (true);
create policy scope on exchange.agreement to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or ward_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or ward_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
revoke update on exchange.agreement from app;
grant update (valid, confirmed_on, confirmed_by, version, changed_at, changed_by) on exchange.agreement to app;

-- The days that two committees agreed on for an answer, asked for from any cell of either: a number and
-- nothing else. Null where there is no agreement or it names none.
create or replace function exchange.answer_days(p_work int, p_res int, p_on date) returns int
    language sql stable security definer set search_path = pg_catalog
as $$
    with recursive above as (
        select u.no, u.parent_no, n.side
          from (values (p_work, 'W'), (p_res, 'R')) as n (no, side)
          join organisation.published_unit u on u.no = n.no and u.valid @> p_on
        union
        select u.no, u.parent_no, a.side
          from above a
          join organisation.published_unit u on u.no = a.parent_no and u.valid @> p_on
    )
    select a.answer_days
      from exchange.agreement a
      join above w on w.no = a.work_no and w.side = 'W'
      join above r on r.no = a.ward_no and r.side = 'R'
     where a.confirmed_on is not null
       and a.valid @> p_on
       and coalesce(p_work <@ nullif(current_setting('app.scope', true), '')::int4multirange
                    or p_res <@ nullif(current_setting('app.scope', true), '')::int4multirange, false)
     limit 1
$$;
revoke all on function exchange.answer_days(int, int, date) from public;
grant execute on function exchange.answer_days(int, int, date) to app;
