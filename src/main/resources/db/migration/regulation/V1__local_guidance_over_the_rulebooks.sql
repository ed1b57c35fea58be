create schema if not exists regulation;
grant usage on schema regulation to app;
alter default privileges in schema regulation grant select, insert, update, delete on tables to app;

-- Hướng dẫn địa phương: one value of a rulebook that the committee of unit_no sets otherwise, for
-- itself and everything below. Nothing about persons: changed_by is an office and its committee.
create table regulation.guidance (
    id uuid primary key,
    unit_no int not null references organisation.unit,
    rulebook text not null,
    key text not null,
    value text not null check (value <> ''),
    source text not null check (source <> ''),
    mark text not null check (mark in ('V', 'L')),
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    state text not null check (state in ('DRAFT', 'PUBLISHED', 'SUPERSEDED')),
    published_at timestamptz,
    changed_at timestamptz not null,
    changed_by text not null,
    version int not null default 1,
    check ((state = 'DRAFT') = (published_at is null))
);
create index on regulation.guidance (rulebook, unit_no);

-- What is published never changes, so that a record of that day can always be explained; a newer
-- decision only marks it as superseded.
create function regulation.published_never_changes() returns trigger
    language plpgsql as $$
begin
    if old.state <> 'DRAFT' and (tg_op = 'DELETE' or (
            to_jsonb(new) - 'state' - 'version' - 'changed_at' - 'changed_by')
        <> (to_jsonb(old) - 'state' - 'version' - 'changed_at' - 'changed_by')
        or new.state = 'DRAFT') then
        raise exception 'published guidance never changes';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger published_never_changes before update or delete on regulation.guidance
    for each row execute function regulation.published_never_changes();
