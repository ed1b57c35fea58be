-- What a cell asks the Party organisation where a member stays, and the answer. The organisation is
-- named as a text: it need not be known to this program.
create table away.stay_request (
    work_no int not null references organisation.unit,
    id uuid primary key,
    member_id uuid not null references member.member,
    to_whom text not null check (to_whom <> ''),
    what text not null check (what <> ''),
    letter_no text,
    way text not null check (way in ('POST', 'EMAIL', 'PORTAL')),
    sent_on date not null,
    due_on date not null,
    reminded_on date,
    answered_on date,
    signed_by text,
    answer text,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint due_after_it_was_sent check (due_on >= sent_on),
    constraint an_answer_is_whole check (
        (answered_on is null) = (answer is null) and (answered_on is null) = (signed_by is null)
        and (answered_on is null or answered_on >= sent_on))
);
create index on away.stay_request (work_no, answered_on);
create index on away.stay_request (member_id);

revoke update on away.stay_request from app;
grant update (reminded_on, answered_on, signed_by, answer, version, changed_at, changed_by)
    on away.stay_request to app;

alter table away.stay_request enable row level security;
alter table away.stay_request force row level security;
create policy owner_all on away.stay_request to owner using (true) with check (true);
create policy scope on away.stay_request to app
    using (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
