-- What a residence's register kept by hand says, taken over by an import (so that it can be undone).
alter table liaison.introduction add column import_id uuid;
alter table liaison.contact add column import_id uuid;

-- How somebody attended before the program kept the meetings: raw marks of the old register.
create table liaison.past_mark (
    unit_no int not null,
    work_no int not null,
    contact_id uuid not null references liaison.contact on delete cascade,
    year int not null,
    half int not null check (half in (1, 2)),
    mark text not null check (mark in ('PRESENT', 'EXCUSED_BEFORE', 'ABSENT', 'HOUSEHOLD')),
    primary key (contact_id, year, half)
);
revoke update, delete on liaison.past_mark from app;
alter table liaison.past_mark enable row level security;
alter table liaison.past_mark force row level security;
create policy owner_all on liaison.past_mark to owner using (true) with check (true);
create policy scope on liaison.past_mark to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
