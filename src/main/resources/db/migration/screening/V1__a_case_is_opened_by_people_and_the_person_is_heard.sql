create schema if not exists screening;
grant usage on schema screening to app;
alter default privileges in schema screening grant select, insert, update on tables to app;

-- Tháng vắng, tháng chưa đóng đảng phí, năm không hoàn thành: noted by the cell, with who asked and what
-- the person answered. A good reason makes it count for nothing; one noted by mistake is withdrawn.
create table screening.lapse (
    work_no int not null references organisation.unit,
    id uuid primary key,
    member_id uuid not null references member.member,
    kind text not null check (kind in ('ABSENCE', 'DUES', 'NOT_FULFILLED')),
    month date not null check (extract(day from month) = 1),
    asked_by text,
    answer text,
    good_reason boolean not null,
    withdrawn boolean not null default false,
    noted_on date not null,
    at timestamptz not null,
    by_whom text not null
);
create unique index one_lapse_of_a_month on screening.lapse (member_id, kind, month) where not withdrawn;
create index on screening.lapse (work_no, month);

-- Nhắc, gặp gỡ: what the cell did before any formal step.
create table screening.talk (
    work_no int not null references organisation.unit,
    id uuid primary key,
    member_id uuid not null references member.member,
    kind text not null check (kind in ('REMINDED', 'TALKED')),
    on_day date not null,
    words text not null check (words <> ''),
    at timestamptz not null,
    by_whom text not null
);
create index on screening.talk (member_id, on_day);

-- Trường hợp xem xét. Opened with a resolution of the cell and the facts as they stood; nobody is decided
-- on who was not heard, and nobody is struck off before a plan of help has ended.
create table screening.case_file (
    work_no int not null references organisation.unit,
    id uuid primary key,
    member_id uuid not null references member.member,
    full_name text not null,
    sort_key text collate "C" not null,
    ground text not null check (ground in ('LAPSES', 'CARD', 'NO_PROGRESS', 'TWO_YEARS', 'STANDARDS', 'OWN_REQUEST')),
    resolution_no text not null check (resolution_no <> ''),
    resolution_on date not null,
    facts text not null check (facts <> ''),
    state text not null check (state in ('OPENED', 'HELPED', 'PROPOSED', 'DECIDED')),
    opened_on date not null,
    plan_what text,
    plan_helper text,
    plan_from date,
    plan_until date,
    heard_on date,
    outcome text check (outcome in ('KEPT', 'STRIKE_OFF', 'LEAVE', 'TO_INSPECTION')),
    because text,
    proposal_no text,
    proposed_on date,
    sent_back_because text,
    decision_no text,
    decision_on date,
    decision_issuer text,
    rulebook text not null,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint nobody_unheard check (outcome is null or heard_on is not null),
    constraint a_plan_is_whole
        check ((plan_what is null) = (plan_helper is null) and (plan_what is null) = (plan_from is null)
               and (plan_what is null) = (plan_until is null) and plan_from <= plan_until),
    constraint nobody_struck_off_before_the_help_has_ended
        check (outcome is distinct from 'STRIKE_OFF'
               or (coalesce(plan_until < proposed_on, ground <> 'NO_PROGRESS'))),
    constraint a_proposal_has_its_resolution
        check (state not in ('PROPOSED', 'DECIDED')
               or (outcome is not null and because is not null and proposal_no is not null and proposed_on is not null)),
    constraint decided_with_a_paper
        check ((state = 'DECIDED') = (decision_no is not null and decision_on is not null and decision_issuer is not null)),
    constraint who_leaves_asked_for_it check ((outcome = 'LEAVE') <= (ground = 'OWN_REQUEST'))
);
create unique index one_case_at_a_time on screening.case_file (member_id) where state <> 'DECIDED';
create index on screening.case_file (work_no, state);
create index on screening.case_file (member_id);

-- Đảng viên trình bày: in the own words, written down by the cell or by the person.
create table screening.hearing (
    work_no int not null references organisation.unit,
    id uuid primary key,
    case_id uuid not null references screening.case_file,
    member_id uuid not null references member.member,
    heard_on date not null,
    words text not null check (words <> ''),
    by_member boolean not null,
    at timestamptz not null,
    by_whom text not null
);
create index on screening.hearing (case_id);

-- Theo dõi giúp đỡ: a look at how the plan goes.
create table screening.look (
    work_no int not null references organisation.unit,
    id uuid primary key,
    case_id uuid not null references screening.case_file,
    member_id uuid not null references member.member,
    looked_on date not null,
    words text not null check (words <> ''),
    at timestamptz not null,
    by_whom text not null
);
create index on screening.look (case_id);

revoke update on screening.lapse, screening.talk, screening.hearing, screening.look, screening.case_file from app;
grant update (withdrawn) on screening.lapse to app;
grant update (state, plan_what, plan_helper, plan_from, plan_until, heard_on, outcome, because, proposal_no, proposed_on,
    sent_back_because, decision_no, decision_on, decision_issuer, version, changed_at, changed_by)
    on screening.case_file to app;

-- The cell and the office above it write; the person reads the own case and adds the own words.
alter table screening.lapse enable row level security;
alter table screening.lapse force row level security;
create policy owner_all on screening.lapse to owner using (true) with check (true);
create policy scope on screening.lapse to app
    using (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy own on screening.lapse for select to app
    using (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));

alter table screening.talk enable row level security;
alter table screening.talk force row level security;
create policy owner_all on screening.talk to owner using (true) with check (true);
create policy scope on screening.talk to app
    using (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

alter table screening.case_file enable row level security;
alter table screening.case_file force row level security;
create policy owner_all on screening.case_file to owner using (true) with check (true);
create policy scope on screening.case_file to app
    using (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy own on screening.case_file for select to app
    using (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));

alter table screening.hearing enable row level security;
alter table screening.hearing force row level security;
create policy owner_all on screening.hearing to owner using (true) with check (true);
create policy reading on screening.hearing for select to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy adding on screening.hearing for insert to app
    with check (coalesce(
        (not by_member and work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange))
        or (by_member and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false));

alter table screening.look enable row level security;
alter table screening.look force row level security;
create policy owner_all on screening.look to owner using (true) with check (true);
create policy scope on screening.look to app
    using (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy own on screening.look for select to app
    using (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
