create schema if not exists transfer;
grant usage on schema transfer to app;
alter default privileges in schema transfer grant select, insert, update on tables to app;

-- Chuyển sinh hoạt đảng. from_no is the office that introduces, work_no the cell on that day, to_no the
-- organisation of this program that it leads to (null: outside), placed_no the cell in the end. A cell
-- proposes to the office above it. What an
-- inspection or a complaint is about is not asked for and has no column.
create table transfer.transfer (
    from_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    to_no int references organisation.unit,
    placed_no int references organisation.unit,
    id uuid primary key,
    member_id uuid not null references member.member,
    full_name text not null,
    sort_key text collate "C" not null,
    kind text not null check (kind in ('OFFICIAL', 'TEMPORARY')),
    cause text not null check (cause in ('JOB', 'RETIREMENT', 'MOVE', 'DISCHARGE', 'POSTING', 'STUDY')),
    decision_no text,
    decision_on date not null,
    to_name text not null check (to_name <> ''),
    since date,
    until date,
    state text not null check (state in ('PROPOSED', 'OPENED', 'ISSUED', 'RECEIVED', 'PLACED', 'RETURNED',
                                         'CANCELLED', 'LEFT', 'STAYING', 'ENDED')),
    opened_on date not null,
    start_due date,
    number text,
    issued_on date,
    hand_in_due date,
    dossier text,
    paper_id uuid,
    received_on date,
    placed_on date,
    slip_no text,
    closed_on date,
    because text,
    portal_file_code text check (length(portal_file_code) between 1 and 60),
    start_reminded_on date,
    hand_in_reminded_on date,
    stay_reminded int,
    check_told_on date,
    rulebook text not null,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint a_stay_has_its_days
        check ((kind = 'TEMPORARY') = (since is not null and until is not null) and since <= until),
    constraint nothing_is_issued_before_its_decision check (issued_on >= decision_on),
    constraint a_letter_has_its_number_and_its_file
        check (state in ('PROPOSED', 'OPENED', 'CANCELLED') or (number is not null and dossier is not null)),
    constraint placed_in_a_cell check ((state = 'PLACED') = (placed_on is not null and placed_no is not null)),
    constraint given_back_with_a_reason check (state not in ('RETURNED', 'CANCELLED') or because is not null)
);
create unique index one_transfer_at_a_time on transfer.transfer (member_id)
    where state in ('PROPOSED', 'OPENED', 'ISSUED', 'RECEIVED', 'STAYING');
create index on transfer.transfer (from_no, state);
create index on transfer.transfer (work_no);
create index on transfer.transfer (to_no, state);
create index on transfer.transfer (placed_no);
create index on transfer.transfer (member_id);

-- Nhận xét of the host before the yearly review: asked for with a last day, answered in words.
create table transfer.stay_comment (
    from_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    to_no int references organisation.unit,
    id uuid primary key,
    transfer_id uuid not null references transfer.transfer,
    member_id uuid not null references member.member,
    year int not null check (year between 2000 and 2100),
    asked_on date not null,
    due_on date not null,
    asked_by text not null,
    answer text check (answer <> ''),
    answered_on date,
    answered_by text,
    constraint one_stay_comment_a_year unique (transfer_id, year),
    constraint an_answer_has_its_day
        check ((answer is null) = (answered_on is null) and (answer is null) = (answered_by is null))
);
create index on transfer.stay_comment (member_id);

-- Rà soát: that an office went through the letters not handed in, and how many there were.
create table transfer.slip_check (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    checked_on date not null,
    waiting int not null check (waiting >= 0),
    remark text not null check (remark <> ''),
    at timestamptz not null,
    by_whom text not null
);
create index on transfer.slip_check (unit_no, checked_on);

revoke update on transfer.transfer, transfer.stay_comment, transfer.slip_check from app;
grant update (state, placed_no, number, issued_on, hand_in_due, dossier, paper_id, received_on, placed_on, slip_no,
    closed_on, because, portal_file_code, start_reminded_on, hand_in_reminded_on, stay_reminded, check_told_on, version, changed_at,
    changed_by) on transfer.transfer to app;
grant update (answer, answered_on, answered_by) on transfer.stay_comment to app;

-- The office that lets go sees all of it; the one that takes in, what was issued to it; the cell, the own
-- people; the member, the own case.
alter table transfer.transfer enable row level security;
alter table transfer.transfer force row level security;
create policy owner_all on transfer.transfer to owner using (true) with check (true);
create policy reading on transfer.transfer for select to app
    using (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or placed_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state not in ('PROPOSED', 'OPENED', 'CANCELLED')
            and to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange))
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy adding on transfer.transfer for insert to app
    with check (coalesce(
        (state = 'PROPOSED' or from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange))
        and work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy changing on transfer.transfer for update to app
    using (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state not in ('PROPOSED', 'OPENED', 'CANCELLED')
            and to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)), false))
    with check (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state not in ('PROPOSED', 'OPENED', 'CANCELLED')
            and to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)), false));

alter table transfer.stay_comment enable row level security;
alter table transfer.stay_comment force row level security;
create policy owner_all on transfer.stay_comment to owner using (true) with check (true);
create policy reading on transfer.stay_comment for select to app
    using (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy adding on transfer.stay_comment for insert to app
    with check (coalesce(from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy changing on transfer.stay_comment for update to app
    using (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

alter table transfer.slip_check enable row level security;
alter table transfer.slip_check force row level security;
create policy owner_all on transfer.slip_check to owner using (true) with check (true);
create policy scope on transfer.slip_check to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- Who stays with another organisation for a time; counted at home.
create view transfer.published_stay with (security_invoker = true) as
select t.work_no, t.to_no, t.id, t.member_id, t.to_name, t.since, t.until, t.closed_on
  from transfer.transfer t
 where t.kind = 'TEMPORARY'
   and t.state in ('STAYING', 'ENDED');
grant select on transfer.published_stay to app;
