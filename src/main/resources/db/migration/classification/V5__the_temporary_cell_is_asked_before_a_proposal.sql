-- A member on temporary Party life elsewhere is reviewed at home, after the temporary cell was heard.
create table classification.temporary_stay (
    org_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    review_id uuid primary key references classification.review,
    member_id uuid not null references member.member,
    cell_name text not null check (cell_name <> ''),
    asked_on date not null,
    received_on date check (received_on >= asked_on),
    comment text,
    withdrawn_on date,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint a_comment_with_its_day check ((received_on is null) = (comment is null))
);
create index on classification.temporary_stay (member_id);

revoke update on classification.temporary_stay from app;
grant update (cell_name, asked_on, received_on, comment, withdrawn_on, changed_at, changed_by)
    on classification.temporary_stay to app;

-- The office marks, office or cell record the comment; the member reads the decision.
alter table classification.temporary_stay enable row level security;
alter table classification.temporary_stay force row level security;
create policy owner_all on classification.temporary_stay to owner using (true) with check (true);
create policy reading on classification.temporary_stay for select to app
    using (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy adding on classification.temporary_stay for insert to app
    with check (coalesce(org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy changing on classification.temporary_stay for update to app
    using (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
