create schema if not exists organisation;
grant usage on schema organisation to app;
alter default privileges in schema organisation grant select, insert, update, delete on tables to app;

-- Communes (xã, phường, đặc khu): facts of 1 July 2025, plus invented ones of a demonstration.
create table organisation.commune (
    code text primary key,
    name text not null,
    province text not null,
    invented boolean not null default false
);

-- A Party organisation. Its number is local to this installation, never exported, never changed.
create table organisation.unit (
    no int primary key,
    id uuid not null unique,
    import_id uuid,
    version int not null default 1
);
create sequence organisation.unit_no start 1;
grant usage on sequence organisation.unit_no to app;

-- What a unit is called, where it hangs and what it is, for a period.
create table organisation.unit_period (
    unit_no int not null references organisation.unit,
    code text not null,
    name text not null,
    kind text not null check (kind in ('PROVINCE', 'COMMUNE', 'GRASSROOTS', 'SECTION', 'CELL', 'GROUP')),
    side text not null check (side in ('SUPERIOR', 'RESIDENCE', 'WORKPLACE')),
    parent_no int references organisation.unit,
    commune_code text,
    address text,
    valid daterange not null,
    constraint unit_one_form_at_a_time exclude using gist (unit_no with =, valid with &&),
    constraint unit_code_once_at_a_time exclude using gist (code with =, valid with &&),
    check (parent_no is null or parent_no <> unit_no)
);
create index on organisation.unit_period (parent_no);

-- Merger, split: who came from whom, since when.
create table organisation.unit_predecessor (
    unit_no int not null references organisation.unit,
    predecessor_no int not null references organisation.unit,
    since date not null,
    primary key (unit_no, predecessor_no)
);

create view organisation.published_unit with (security_invoker = true) as
select u.no, u.id, p.code, p.name, p.kind, p.side, p.parent_no, p.commune_code, p.address, p.valid
  from organisation.unit u
  join organisation.unit_period p on p.unit_no = u.no;
grant select on organisation.published_unit to app;
