-- How an office's papers look; the nearest office above that has set it counts. No person stands here:
-- whoever draws a paper of a cell reads what its committee has set.
create table document.office_style (
    unit_no int primary key references organisation.unit,
    style jsonb not null,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null
);
grant select, insert, update on document.office_style to app;
alter table document.office_style enable row level security;
alter table document.office_style force row level security;
create policy owner_all on document.office_style to owner using (true) with check (true);
create policy reading on document.office_style for select to app
    using (nullif(current_setting('app.scope', true), '') is not null);
create policy adding on document.office_style for insert to app
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy changing on document.office_style for update to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- The style a paper was drawn in: a batch for the printer looks like the record. Null: the house's.
alter table document.paper add style jsonb;
