-- Whom the committee's office heard of a member before the decision, and what they said (Hướng dẫn
-- 43-HD/BTCTW: opinions stand between the cell's review and the committee's decision).
create table classification.review_opinion (
    org_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    id uuid primary key,
    review_id uuid not null references classification.review,
    member_id uuid not null references member.member,
    from_whom text not null check (from_whom <> ''),
    heard_on date not null,
    words text not null check (words <> ''),
    withdrawn_on date,
    changed_at timestamptz not null,
    changed_by text not null
);
create index on classification.review_opinion (review_id);
create index on classification.review_opinion (member_id);

revoke update, delete on classification.review_opinion from app;
grant update (withdrawn_on, changed_at, changed_by) on classification.review_opinion to app;

-- The office writes, the cell reads; the member reads the decision.
alter table classification.review_opinion enable row level security;
alter table classification.review_opinion force row level security;
create policy owner_all on classification.review_opinion to owner using (true) with check (true);
create policy reading on classification.review_opinion for select to app
    using (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy adding on classification.review_opinion for insert to app
    with check (coalesce(org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy changing on classification.review_opinion for update to app
    using (coalesce(org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
