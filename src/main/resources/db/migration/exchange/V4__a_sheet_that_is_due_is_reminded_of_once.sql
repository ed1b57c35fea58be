-- Which committee was reminded of the sheets it owes for a half-year: once, on the rulebook's last day.
create table exchange.half_sheet_reminder (
    unit_no int not null references organisation.unit,
    from_side text not null check (from_side in ('WORKPLACE', 'RESIDENCE')),
    half date not null,
    reminded_on date not null,
    primary key (unit_no, from_side, half)
);
alter table exchange.half_sheet_reminder enable row level security;
alter table exchange.half_sheet_reminder force row level security;
create policy owner_all on exchange.half_sheet_reminder to owner using (true) with check (true);
create policy scope on exchange.half_sheet_reminder to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
revoke update on exchange.half_sheet_reminder from app;
