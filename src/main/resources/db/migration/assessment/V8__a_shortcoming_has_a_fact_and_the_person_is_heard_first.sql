-- Hạn chế: each with a fact, a suggestion and a day, in the order in which they are printed.
alter table assessment.comment add column shortcomings jsonb not null default '[]'
    check (jsonb_typeof(shortcomings) = 'array');

-- The person is asked about the shortcomings before the cell decides: what was put to them, until
-- when, and what they said, in the program or by word of mouth (noted_by). Never changed once said.
create table assessment.hearing (
    unit_no int not null references organisation.unit,
    comment_id uuid not null references assessment.comment,
    no int not null check (no >= 1),
    member_id uuid not null references member.member,
    about jsonb not null check (jsonb_typeof(about) = 'array'),
    asked_on date not null,
    due_on date not null check (due_on >= asked_on),
    asked_by text not null,
    words text check (length(words) between 1 and 4000),
    heard_on date check (heard_on >= asked_on),
    noted_by text,
    primary key (comment_id, no),
    constraint heard_as_a_whole check ((words is null) = (heard_on is null)),
    constraint noted_only_what_was_said check (noted_by is null or words is not null)
);
create index on assessment.hearing (member_id) where words is null;
revoke update, delete on assessment.hearing from app;
grant update (words, heard_on, noted_by) on assessment.hearing to app;

alter table assessment.hearing enable row level security;
alter table assessment.hearing force row level security;
create policy owner_all on assessment.hearing to owner using (true) with check (true);
-- Who reads the slip reads what the person said to it; the person reads what was put to them.
create policy reading on assessment.hearing for select to app
    using (coalesce(
        member_id = (select nullif(current_setting('app.self', true), '')::uuid)
        or exists (select from assessment.comment c where c.id = comment_id), false));
create policy asking on assessment.hearing for insert to app
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy saying on assessment.hearing for update to app
    using (coalesce(
        words is null
        and (unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
             or member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false))
    with check (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
