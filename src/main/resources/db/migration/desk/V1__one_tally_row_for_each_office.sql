create schema if not exists desk;
grant usage on schema desk to app;
alter default privileges in schema desk grant select, insert, update, delete on tables to app;

-- Counts for menu and desk of one office: made when first asked for, thrown away by the facts that
-- touch the office's units. Numbers only.
create table desk.tally (
    office_id uuid primary key,
    day date not null,
    scope int4multirange not null,
    self uuid,
    counts jsonb not null
);
