create schema if not exists classification;
grant usage on schema classification to app;
alter default privileges in schema classification grant select, insert, update on tables to app;

-- Đợt kiểm điểm, xếp loại of one organisation: one a year.
create table classification.review_year (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    year int not null check (year between 2000 and 2100),
    opened_on date not null,
    finished_before date not null,
    exempt_review boolean not null,
    rulebook text not null,
    at timestamptz not null,
    by_whom text not null,
    constraint one_review_year unique (unit_no, year)
);

-- Who reviews, and who does not with the reason. org_no is the organisation, work_no the cell of that day.
create table classification.review (
    org_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    id uuid primary key,
    year_id uuid not null references classification.review_year,
    member_id uuid not null references member.member,
    full_name text not null,
    sort_key text collate "C" not null,
    post text,
    form text not null check (form in ('LEADER', 'NO_POST', 'OUTSIDE')),
    state text not null check (state in ('NOT_DUE', 'DRAFT', 'SENT', 'PROPOSED', 'DECIDED')),
    why_not text check (why_not in ('EXEMPT', 'SUSPENDED', 'RECENT')),
    given_back_because text,
    meeting_id uuid,
    level text check (level in ('EXCELLENT', 'GOOD', 'FULFILLED', 'NOT_FULFILLED')),
    decision_id uuid,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint one_review_of_a_year unique (year_id, member_id),
    constraint a_reason_for_each_who_does_not check ((state = 'NOT_DUE') = (why_not is not null)),
    constraint no_proposal_without_a_meeting
        check ((state in ('PROPOSED', 'DECIDED')) = (meeting_id is not null)),
    constraint a_level_only_by_decision
        check ((state = 'DECIDED') = (level is not null) and (state = 'DECIDED') = (decision_id is not null))
);
create index on classification.review (work_no, state);
create index on classification.review (member_id);
create index on classification.review (decision_id);

-- Bản tự kiểm điểm. The member's own until it is sent.
create table classification.self_review (
    org_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    review_id uuid primary key references classification.review,
    member_id uuid not null references member.member,
    answers jsonb not null check (jsonb_typeof(answers) = 'object'),
    points jsonb not null check (jsonb_typeof(points) = 'object'),
    level text check (level in ('EXCELLENT', 'GOOD', 'FULFILLED', 'NOT_FULFILLED')),
    sent_at timestamptz,
    changed_at timestamptz not null
);
create index on classification.self_review (member_id);

-- Cuộc họp kiểm điểm of a cell.
create table classification.meeting (
    org_no int not null references organisation.unit,
    unit_no int not null references organisation.unit,
    id uuid primary key,
    year_id uuid not null references classification.review_year,
    met_on date not null,
    present int not null check (present > 0),
    minutes text not null check (minutes <> ''),
    at timestamptz not null,
    by_whom text not null
);
create index on classification.meeting (unit_no, met_on);

-- How many voted for which level, for each person whom the meeting reviewed.
create table classification.meeting_review (
    org_no int not null references organisation.unit,
    unit_no int not null references organisation.unit,
    meeting_id uuid not null references classification.meeting,
    review_id uuid not null references classification.review,
    excellent int not null check (excellent >= 0),
    good int not null check (good >= 0),
    fulfilled int not null check (fulfilled >= 0),
    not_fulfilled int not null check (not_fulfilled >= 0),
    primary key (meeting_id, review_id),
    constraint somebody_voted check (excellent + good + fulfilled + not_fulfilled > 0)
);
create index on classification.meeting_review (review_id);

-- The second lock: the meeting named with a proposal has voted on this very person.
alter table classification.review add constraint meeting_voted_on_this_review
    foreign key (meeting_id, id) references classification.meeting_review (meeting_id, review_id);

-- What the cell proposes; the member reads the decision, not the way to it.
create table classification.proposal (
    org_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    review_id uuid primary key references classification.review,
    level text not null check (level in ('EXCELLENT', 'GOOD', 'FULFILLED', 'NOT_FULFILLED')),
    proposed_on date not null,
    by_whom text not null
);

-- Quyết định of the committee. Above the cap it stands only with a reason.
create table classification.decision (
    org_no int not null references organisation.unit,
    id uuid primary key,
    year_id uuid not null references classification.review_year,
    number text not null check (number <> ''),
    decided_on date not null,
    cap_percent int not null check (cap_percent between 0 and 100),
    above_cap boolean not null,
    because text,
    at timestamptz not null,
    by_whom text not null,
    constraint above_the_cap_with_a_reason check (not above_cap or because is not null)
);
create index on classification.decision (year_id);
alter table classification.review add foreign key (decision_id) references classification.decision;

revoke update on classification.review_year, classification.meeting, classification.meeting_review,
    classification.decision from app;
revoke update on classification.review from app;
grant update (form, state, given_back_because, meeting_id, level, decision_id, version, changed_at, changed_by)
    on classification.review to app;

alter table classification.review enable row level security;
alter table classification.review force row level security;
create policy owner_all on classification.review to owner using (true) with check (true);
create policy reading on classification.review for select to app
    using (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy adding on classification.review for insert to app
    with check (coalesce(org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy changing on classification.review for update to app
    using (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state in ('SENT', 'PROPOSED')
            and work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange))
        or (state = 'DRAFT'
            and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false))
    with check (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state in ('DRAFT', 'PROPOSED')
            and work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange))
        or (state in ('DRAFT', 'SENT')
            and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false));

-- The organisation opens it; whoever has a review of it looks at it.
alter table classification.review_year enable row level security;
alter table classification.review_year force row level security;
create policy owner_all on classification.review_year to owner using (true) with check (true);
create policy scope on classification.review_year to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy reviewed on classification.review_year for select to app
    using (exists (select from classification.review r where r.year_id = review_year.id));

-- Nobody but the member writes it, and nobody else reads it before it is sent.
alter table classification.self_review enable row level security;
alter table classification.self_review force row level security;
create policy owner_all on classification.self_review to owner using (true) with check (true);
create policy own on classification.self_review to app
    using (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false))
    with check (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy sent on classification.self_review for select to app
    using (coalesce(
        sent_at is not null
        and (org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
             or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)), false));

alter table classification.meeting enable row level security;
alter table classification.meeting force row level security;
create policy owner_all on classification.meeting to owner using (true) with check (true);
create policy scope on classification.meeting to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

alter table classification.meeting_review enable row level security;
alter table classification.meeting_review force row level security;
create policy owner_all on classification.meeting_review to owner using (true) with check (true);
create policy scope on classification.meeting_review to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

alter table classification.proposal enable row level security;
alter table classification.proposal force row level security;
create policy owner_all on classification.proposal to owner using (true) with check (true);
create policy scope on classification.proposal to app
    using (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

alter table classification.decision enable row level security;
alter table classification.decision force row level security;
create policy owner_all on classification.decision to owner using (true) with check (true);
create policy scope on classification.decision to app
    using (coalesce(org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy decided on classification.decision for select to app
    using (exists (select from classification.review r where r.decision_id = decision.id));
