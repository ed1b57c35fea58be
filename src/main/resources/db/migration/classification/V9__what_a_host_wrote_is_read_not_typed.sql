-- The case of the temporary stay that the comment was read from; null where it was typed. No foreign key: a case may be
-- cleared before the review is.
alter table classification.temporary_stay add column transfer_id uuid;
grant update (transfer_id) on classification.temporary_stay to app;

-- The cell reads it too, for it is the cell that cannot propose without it.
drop policy adding on classification.temporary_stay;
create policy adding on classification.temporary_stay for insert to app
    with check (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
