-- Bản tin of a residence to the workplaces of those on its register; each acknowledges its copy.
create table exchange.bulletin (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    title text not null,
    body text not null,
    signed_by text not null,
    signed_post text not null,
    sent_on date not null,
    sent_at timestamptz not null,
    sent_by text not null
);
create index on exchange.bulletin (unit_no, sent_on);
create table exchange.bulletin_copy (
    unit_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    bulletin_id uuid not null references exchange.bulletin,
    acknowledged_on date,
    acknowledged_by text,
    primary key (bulletin_id, work_no),
    constraint acknowledged_by_somebody check ((acknowledged_on is null) = (acknowledged_by is null))
);
create index on exchange.bulletin_copy (work_no);

alter table exchange.bulletin_copy enable row level security;
alter table exchange.bulletin_copy force row level security;
create policy owner_all on exchange.bulletin_copy to owner using (true) with check (true);
create policy scope on exchange.bulletin_copy to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
alter table exchange.bulletin enable row level security;
alter table exchange.bulletin force row level security;
create policy owner_all on exchange.bulletin to owner using (true) with check (true);
create policy reading on exchange.bulletin for select to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
           or exists (select from exchange.bulletin_copy c where c.bulletin_id = id));
create policy adding on exchange.bulletin for insert to app
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
revoke update on exchange.bulletin, exchange.bulletin_copy from app;
grant update (acknowledged_on, acknowledged_by) on exchange.bulletin_copy to app;

-- Phiếu trao đổi 6 tháng: what one committee tells the other of a half-year, with its figures as they
-- stood when it was signed.
create table exchange.half_sheet (
    from_side text not null check (from_side in ('WORKPLACE', 'RESIDENCE')),
    work_no int not null references organisation.unit,
    ward_no int not null references organisation.unit,
    half date not null check (extract(day from half) = 1 and extract(month from half) in (1, 7)),
    id uuid primary key,
    figures jsonb not null,
    body text not null,
    signed_by text not null,
    signed_post text not null,
    sent_on date not null,
    sent_by text not null,
    received_on date,
    received_by text,
    version int not null default 1,
    constraint one_sheet_each_way_a_half unique (from_side, work_no, ward_no, half),
    constraint received_by_somebody check ((received_on is null) = (received_by is null))
);
create index on exchange.half_sheet (ward_no, half);
create index on exchange.half_sheet (work_no, half);
alter table exchange.half_sheet enable row level security;
alter table exchange.half_sheet force row level security;
create policy owner_all on exchange.half_sheet to owner using (true) with check (true);
create policy scope on exchange.half_sheet to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or ward_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or ward_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
revoke update on exchange.half_sheet from app;
grant update (received_on, received_by, version) on exchange.half_sheet to app;
