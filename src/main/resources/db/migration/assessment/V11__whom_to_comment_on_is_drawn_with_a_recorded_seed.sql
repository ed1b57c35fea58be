-- A round that comments on some keeps the seed of its lot; each slip says why it is there.
alter table assessment.round add column seed bigint;
alter table assessment.comment add column chosen text
    check (chosen in ('ASKED', 'NOTED', 'OVERDUE', 'LOT', 'ADDED'));

-- Why the workplace chose somebody stays at the workplace: the request says only that it serves the
-- assessment.
create table assessment.request_reason (
    from_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    request_id uuid primary key references assessment.comment_request,
    reason text not null check (length(reason) between 1 and 1000)
);
revoke update, delete on assessment.request_reason from app;
alter table assessment.request_reason enable row level security;
alter table assessment.request_reason force row level security;
create policy owner_all on assessment.request_reason to owner using (true) with check (true);
create policy scope on assessment.request_reason to app
    using (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
