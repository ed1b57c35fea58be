-- A batch for the printer: a view of papers, drawn part by part, taken away and then forgotten. The
-- row of a part is the lock: who draws it holds it, and a restart leaves it to the next one.
create table document.print_batch (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    title text not null,
    layout text not null check (layout in ('A4', 'TWO_ON_A4')),
    total int not null check (total > 0),
    made_at timestamptz not null,
    made_by text not null
);
create index on document.print_batch (unit_no, made_at);

create table document.print_part (
    unit_no int not null references organisation.unit,
    batch_id uuid not null references document.print_batch on delete cascade,
    no int not null,
    papers int not null,
    sheets int not null,
    content text not null,
    failed_at timestamptz,
    drawn_at timestamptz,
    bytes bytea,
    primary key (batch_id, no),
    check ((drawn_at is null) = (bytes is null))
);
create index print_part_waiting on document.print_part (batch_id, no) where drawn_at is null and failed_at is null;

grant select, insert, delete on document.print_batch to app;
grant select, insert, delete on document.print_part to app;
grant update (failed_at, drawn_at, bytes) on document.print_part to app;

alter table document.print_batch enable row level security;
alter table document.print_batch force row level security;
create policy owner_all on document.print_batch to owner using (true) with check (true);
create policy scope on document.print_batch to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
alter table document.print_part enable row level security;
alter table document.print_part force row level security;
create policy owner_all on document.print_part to owner using (true) with check (true);
create policy scope on document.print_part to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
