create schema if not exists assessment;
grant usage on schema assessment to app;
alter default privileges in schema assessment grant select, insert, update, delete on tables to app;

-- Đợt nhận xét of a ward: one a year, with the days that the rulebook's windows gave it.
create table assessment.round (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    year int not null check (year between 2000 and 2100),
    opened_on date not null,
    meeting_due date not null,
    comment_due date not null,
    returned_due date not null,
    state text not null check (state in ('OPEN', 'CLOSED')),
    rulebook text not null,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    unique (unit_no, year),
    check (meeting_due <= comment_due),
    check (comment_due <= returned_due)
);

-- The cells of the ward on the opening day, and how many stood on their registers.
create table assessment.round_cell (
    ward_no int not null references organisation.unit,
    cell_no int not null references organisation.unit,
    round_id uuid not null references assessment.round,
    registered int not null check (registered >= 0),
    exempt int not null check (exempt between 0 and registered),
    primary key (round_id, cell_no)
);
create index on assessment.round_cell (cell_no);

-- Phiếu xin ý kiến: a workplace asks for a comment, in or outside a round. from_no is the committee
-- that asks, work_no the member's cell there, to_no the ward, res_no where the person stands on its
-- register.
create table assessment.comment_request (
    from_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    to_no int not null references organisation.unit,
    res_no int not null references organisation.unit,
    id uuid primary key,
    member_id uuid not null references member.member,
    contact_id uuid not null references liaison.contact,
    year int not null check (year between 2000 and 2100),
    purpose text not null
        check (purpose in ('ASSESSMENT', 'PERSONNEL', 'REWARD', 'DISCIPLINE', 'TRAINING', 'OTHER')),
    number text not null,
    asked_on date not null,
    due_on date not null check (due_on >= asked_on),
    state text not null check (state in ('SENT', 'TAKEN_UP', 'ANSWERED')),
    taken_up_on date,
    answered_on date,
    portal_file_code text,
    paper_id uuid references document.paper,
    full_name text not null,
    sort_key text collate "C" not null,
    rulebook text not null,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    check ((state = 'SENT') = (taken_up_on is null)),
    check ((state = 'ANSWERED') = (answered_on is not null))
);
create index on assessment.comment_request (res_no, state);
create index on assessment.comment_request (work_no, state);
create index on assessment.comment_request (member_id);
create unique index request_one_open on assessment.comment_request (member_id, year, purpose)
    where state <> 'ANSWERED';

-- Biên bản họp: the cell committee (or the secretary where there is none) with the Front work
-- committee (Regulation 213, Art. 4.4). unit_no is the cell.
create table assessment.decision (
    unit_no int not null references organisation.unit,
    ward_no int not null references organisation.unit,
    id uuid primary key,
    met_on date not null,
    place text not null,
    by_committee boolean not null,
    votes_for int not null check (votes_for >= 0),
    votes_against int not null check (votes_against >= 0),
    votes_abstain int not null check (votes_abstain >= 0),
    conclusion text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    withdrawn_on date,
    withdrawn_because text,
    rulebook text not null,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    check (votes_for + votes_against + votes_abstain > 0),
    check ((withdrawn_on is null) = (withdrawn_because is null))
);
comment on column assessment.decision.by_committee is 'false where the cell has no committee and the secretary met';
create index on assessment.decision (unit_no, met_on);

-- Who met. The Front's people are names on the record: they need be neither members nor accounts.
create table assessment.decision_attendee (
    unit_no int not null references organisation.unit,
    decision_id uuid not null references assessment.decision,
    no int not null,
    body text not null check (body in ('COMMITTEE', 'FRONT')),
    person_id uuid references member.person,
    full_name text not null,
    title text not null,
    primary key (decision_id, no)
);

-- Phiếu nhận xét. unit_no is the cell or group on whose register the person stood; work_no the
-- workplace cell, brought up to date when the slip is returned.
create table assessment.comment (
    unit_no int not null references organisation.unit,
    cell_no int not null references organisation.unit,
    ward_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    id uuid primary key,
    round_id uuid references assessment.round,
    request_id uuid references assessment.comment_request,
    member_id uuid not null references member.member,
    contact_id uuid not null references liaison.contact,
    year int not null,
    form text not null check (form in ('NORMAL', 'EXEMPT')),
    state text not null check (state in ('DRAFT', 'CELL_SIGNED', 'COMMUNE_CONFIRMED', 'RETURNED')),
    answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
    other text,
    complete boolean not null default false,
    decision_id uuid references assessment.decision,
    met_on date,
    votes_for int,
    votes_against int,
    votes_abstain int,
    cell_signer text,
    cell_post text,
    cell_signed_on date,
    commune_signer text,
    commune_post text,
    confirmed_on date,
    returned_on date,
    paper_id uuid references document.paper,
    full_name text not null,
    sort_key text collate "C" not null,
    post text,
    work_name text not null,
    edition int not null default 1,
    replaces uuid references assessment.comment,
    rulebook text not null,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint for_a_round_or_a_request check (round_id is not null or request_id is not null),
    constraint once_in_a_round unique (round_id, member_id, edition),
    constraint once_for_a_request unique (request_id, edition),
    constraint no_signature_on_an_unfinished_slip check (state = 'DRAFT' or complete),
    constraint no_signature_without_a_decision check ((state = 'DRAFT') = (decision_id is null)),
    constraint signed_after_the_meeting check (met_on <= cell_signed_on),
    constraint meeting_day_with_its_decision check ((decision_id is null) = (met_on is null)),
    constraint signature_with_its_decision check ((decision_id is null) = (cell_signed_on is null)),
    constraint confirmed_with_its_day
        check ((state in ('COMMUNE_CONFIRMED', 'RETURNED')) = (confirmed_on is not null)),
    constraint returned_with_its_day check ((state = 'RETURNED') = (returned_on is not null)),
    constraint returned_with_its_paper check ((state = 'RETURNED') = (paper_id is not null))
);
create index on assessment.comment (cell_no, year, state);
create index on assessment.comment (unit_no, year, state);
create index on assessment.comment (member_id, state);
create index on assessment.comment (request_id);
comment on column assessment.comment.edition is 'a correction after return is a new row that replaces the old one';

-- Whom a decision covers; votes of a person only where they differ from those of the whole.
create table assessment.decision_member (
    unit_no int not null references organisation.unit,
    decision_id uuid not null references assessment.decision,
    comment_id uuid not null references assessment.comment,
    member_id uuid not null references member.member,
    comment_version int not null,
    votes_for int check (votes_for >= 0),
    votes_against int check (votes_against >= 0),
    votes_abstain int check (votes_abstain >= 0),
    dissent text,
    primary key (decision_id, comment_id)
);
create index on assessment.decision_member (comment_id);

-- The second lock on "no signature without a record": the decision must cover this very slip.
alter table assessment.comment add constraint decision_covers_this_slip
    foreign key (decision_id, id) references assessment.decision_member (decision_id, comment_id);

-- A state is a row with who and when. A step back to DRAFT carries the ward's reason.
create table assessment.comment_step (
    unit_no int not null references organisation.unit,
    comment_id uuid not null references assessment.comment,
    no int not null,
    state text not null,
    at timestamptz not null,
    on_date date not null,
    office_no int,
    who text not null,
    signer text,
    post text,
    note text,
    primary key (comment_id, no)
);

-- Received at the workplace, read by the member.
create table assessment.comment_receipt (
    comment_id uuid not null references assessment.comment,
    side text not null check (side in ('WORKPLACE', 'MEMBER')),
    at timestamptz not null,
    on_date date not null,
    who text not null,
    primary key (comment_id, side)
);
revoke update, delete on assessment.comment_step, assessment.comment_receipt,
    assessment.decision_attendee, assessment.decision_member from app;
revoke delete on assessment.round, assessment.round_cell, assessment.comment_request,
    assessment.decision, assessment.comment from app;

alter table assessment.round_cell enable row level security;
alter table assessment.round_cell force row level security;
create policy owner_all on assessment.round_cell to owner using (true) with check (true);
create policy scope on assessment.round_cell to app
    using (coalesce(
        ward_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or cell_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(ward_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- The ward opens it, its cells look at it.
alter table assessment.round enable row level security;
alter table assessment.round force row level security;
create policy owner_all on assessment.round to owner using (true) with check (true);
create policy scope on assessment.round to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy cells on assessment.round for select to app
    using (exists (select from assessment.round_cell rc where rc.round_id = id));

alter table assessment.comment_request enable row level security;
alter table assessment.comment_request force row level security;
create policy owner_all on assessment.comment_request to owner using (true) with check (true);
create policy scope on assessment.comment_request to app
    using (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- Records of meetings stay with the residence: the workplace and the member learn the totals only,
-- which stand on the returned slip.
alter table assessment.decision enable row level security;
alter table assessment.decision force row level security;
create policy owner_all on assessment.decision to owner using (true) with check (true);
create policy scope on assessment.decision to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
alter table assessment.decision_attendee enable row level security;
alter table assessment.decision_attendee force row level security;
create policy owner_all on assessment.decision_attendee to owner using (true) with check (true);
create policy scope on assessment.decision_attendee to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
alter table assessment.decision_member enable row level security;
alter table assessment.decision_member force row level security;
create policy owner_all on assessment.decision_member to owner using (true) with check (true);
create policy scope on assessment.decision_member to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- The residence writes. The workplace where the person is now, and the person, read a slip only
-- once it is returned (DECISIONS 4); a new residence does not read the comments of an earlier one.
alter table assessment.comment enable row level security;
alter table assessment.comment force row level security;
create policy owner_all on assessment.comment to owner using (true) with check (true);
create policy scope on assessment.comment to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy workplace on assessment.comment for select to app
    using (state = 'RETURNED'
        and exists (select from member.published_member m
                     where m.id = member_id
                       and m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)));
create policy own on assessment.comment for select to app
    using (coalesce(
        state = 'RETURNED'
        and member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));

-- What went on before the return, with reasons, stays at the residence.
alter table assessment.comment_step enable row level security;
alter table assessment.comment_step force row level security;
create policy owner_all on assessment.comment_step to owner using (true) with check (true);
create policy scope on assessment.comment_step to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy returned on assessment.comment_step for select to app
    using (state <> 'DRAFT'
        and exists (select from assessment.comment c
                     where c.id = comment_id
                       and c.state = 'RETURNED'));

alter table assessment.comment_receipt enable row level security;
alter table assessment.comment_receipt force row level security;
create policy owner_all on assessment.comment_receipt to owner using (true) with check (true);
create policy scope on assessment.comment_receipt to app
    using (exists (select from assessment.comment c where c.id = comment_id))
    with check (exists (select from assessment.comment c
                         where c.id = comment_id
                           and c.state = 'RETURNED'));

create view assessment.published_comment with (security_invoker = true) as
select c.unit_no, c.cell_no, c.ward_no, c.work_no, c.id, c.round_id, c.request_id, c.member_id,
       c.year, c.form, c.state, c.answers, c.complete, c.met_on, c.cell_signed_on, c.confirmed_on,
       c.returned_on, c.paper_id, c.rulebook, c.version
  from assessment.comment c;
grant select on assessment.published_comment to app;
