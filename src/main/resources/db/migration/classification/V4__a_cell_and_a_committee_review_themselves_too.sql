-- Mẫu 01: the review of a cell, or of the committee (unit_no = org_no), with the vote on its level.
create table classification.collective_review (
    org_no int not null references organisation.unit,
    unit_no int not null references organisation.unit,
    id uuid primary key,
    year_id uuid not null references classification.review_year,
    answers jsonb not null check (jsonb_typeof(answers) = 'object'),
    state text not null check (state in ('DRAFT', 'PROPOSED', 'DECIDED')),
    met_on date,
    present int check (present > 0),
    excellent int check (excellent >= 0),
    good int check (good >= 0),
    fulfilled int check (fulfilled >= 0),
    not_fulfilled int check (not_fulfilled >= 0),
    proposed text check (proposed in ('EXCELLENT', 'GOOD', 'FULFILLED', 'NOT_FULFILLED')),
    signed_on date,
    sent_back_because text,
    level text check (level in ('EXCELLENT', 'GOOD', 'FULFILLED', 'NOT_FULFILLED')),
    decision_id uuid references classification.decision,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint one_collective_review unique (year_id, unit_no),
    constraint no_collective_proposal_without_a_vote
        check (state = 'DRAFT' or (met_on is not null and signed_on is not null and proposed is not null
                                   and excellent + good + fulfilled + not_fulfilled between 1 and present)),
    constraint a_collective_level_only_by_decision
        check ((state = 'DECIDED') = (level is not null) and (state = 'DECIDED') = (decision_id is not null))
);
create index on classification.collective_review (unit_no);
create index on classification.collective_review (decision_id);

revoke update on classification.collective_review from app;
grant update (answers, state, met_on, present, excellent, good, fulfilled, not_fulfilled, proposed, signed_on,
              sent_back_because, level, decision_id, version, changed_at, changed_by)
    on classification.collective_review to app;

alter table classification.collective_review enable row level security;
alter table classification.collective_review force row level security;
create policy owner_all on classification.collective_review to owner using (true) with check (true);
create policy reading on classification.collective_review for select to app
    using (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy adding on classification.collective_review for insert to app
    with check (coalesce(
        state <> 'DECIDED'
        and unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy changing on classification.collective_review for update to app
    using (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state = 'DRAFT'
            and unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)), false))
    with check (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state in ('DRAFT', 'PROPOSED')
            and unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)), false));

-- A cell reads the decision on itself.
create policy collective on classification.decision for select to app
    using (exists (select from classification.collective_review c where c.decision_id = decision.id));
