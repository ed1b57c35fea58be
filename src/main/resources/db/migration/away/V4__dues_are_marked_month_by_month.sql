-- Đảng phí month by month: paid or not. No amounts, no payments.
create table away.due (
    work_no int not null references organisation.unit,
    member_id uuid not null references member.member,
    month date not null check (extract(day from month) = 1),
    mark text not null check (mark in ('PAID', 'UNPAID', 'REDUCED', 'EXEMPT')),
    at timestamptz not null,
    by_whom text not null,
    primary key (member_id, month)
);
create index on away.due (work_no, month);

revoke update on away.due from app;
grant update (work_no, mark, at, by_whom) on away.due to app;

alter table away.due enable row level security;
alter table away.due force row level security;
create policy owner_all on away.due to owner using (true) with check (true);
create policy reading on away.due for select to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy adding on away.due for insert to app
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy changing on away.due for update to app
    using (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

create view away.published_dues with (security_invoker = true) as
select d.work_no, d.member_id, d.month, d.mark from away.due d;

-- Times of exemption or absence by decision, and when something was heard last.
create view away.published_absence with (security_invoker = true) as
select a.work_no, a.member_id, a.ground, a.extent, a.away, a.valid, a.returned_on,
       (select max(i.on_day) from away.check_in i where i.member_id = a.member_id) as heard_on
  from away.application a
 where a.granted;
grant select on away.published_dues, away.published_absence to app;
