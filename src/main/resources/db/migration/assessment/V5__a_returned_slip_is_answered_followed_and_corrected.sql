-- A correction after the return is a new slip that names the one it replaces, with the reason.
alter table assessment.comment add column correction_reason text;
alter table assessment.comment add constraint corrected_with_a_reason
    check ((replaces is null) = (correction_reason is null));
create unique index comment_corrected_once on assessment.comment (replaces);

-- What the person says to a slip. It is never changed and is read wherever the slip is read.
create table assessment.comment_reply (
    comment_id uuid not null references assessment.comment,
    no int not null check (no between 1 and 20),
    at timestamptz not null,
    on_date date not null,
    who text not null,
    words text not null check (length(words) between 1 and 4000),
    primary key (comment_id, no)
);
revoke update, delete on assessment.comment_reply from app;
alter table assessment.comment_reply enable row level security;
alter table assessment.comment_reply force row level security;
create policy owner_all on assessment.comment_reply to owner using (true) with check (true);
create policy scope on assessment.comment_reply to app
    using (exists (select from assessment.comment c where c.id = comment_id))
    with check (exists (select from assessment.comment c
                         where c.id = comment_id
                           and c.state = 'RETURNED'
                           and c.member_id = (select nullif(current_setting('app.self', true), '')::uuid)));

-- A slip that proposes something is answered by the workplace where the person is now.
create table assessment.follow_up (
    comment_id uuid primary key references assessment.comment,
    kind text not null check (kind in ('COMMEND', 'CONSIDER')),
    opened_on date not null,
    due_on date check (due_on >= opened_on),
    talked_on date check (talked_on >= opened_on),
    outcome text check (outcome in ('COMMENDED', 'NOTED', 'REMINDED', 'REFERRED', 'NO_GROUND')),
    answer text,
    answered_on date,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint answered_as_a_whole
        check ((outcome is null) = (answered_on is null) and (outcome is null) = (answer is null)),
    constraint heard_before_the_outcome
        check (kind = 'COMMEND' or outcome is null or talked_on is not null)
);
revoke delete on assessment.follow_up from app;
alter table assessment.follow_up enable row level security;
alter table assessment.follow_up force row level security;
create policy owner_all on assessment.follow_up to owner using (true) with check (true);
create policy scope on assessment.follow_up for select to app
    using (exists (select from assessment.comment c where c.id = comment_id));
create policy opened on assessment.follow_up for insert to app
    with check (exists (select from assessment.comment c
                         where c.id = comment_id
                           and c.unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)));
create policy workplace on assessment.follow_up for update to app
    using (exists (select from assessment.comment c
                     join member.published_standing m on m.id = c.member_id
                    where c.id = comment_id
                      and m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)))
    with check (exists (select from assessment.comment c
                          join member.published_standing m on m.id = c.member_id
                         where c.id = comment_id
                           and m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)));

-- What was said in the talk stays between the workplace and the person.
create table assessment.follow_up_talk (
    comment_id uuid primary key references assessment.follow_up,
    on_date date not null,
    words text not null check (length(words) between 1 and 4000),
    at timestamptz not null,
    who text not null
);
revoke update, delete on assessment.follow_up_talk from app;
alter table assessment.follow_up_talk enable row level security;
alter table assessment.follow_up_talk force row level security;
create policy owner_all on assessment.follow_up_talk to owner using (true) with check (true);
create policy scope on assessment.follow_up_talk to app
    using (exists (select from assessment.comment c
                     join member.published_standing m on m.id = c.member_id
                    where c.id = comment_id
                      and (m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
                           or c.member_id = (select nullif(current_setting('app.self', true), '')::uuid))))
    with check (exists (select from assessment.comment c
                          join member.published_standing m on m.id = c.member_id
                         where c.id = comment_id
                           and c.state = 'RETURNED'
                           and m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)));

create or replace view assessment.published_comment with (security_invoker = true) as
select c.unit_no, c.cell_no, c.ward_no, c.work_no, c.id, c.round_id, c.request_id, c.member_id,
       c.year, c.form, c.state, c.answers, c.complete, c.met_on, c.cell_signed_on, c.confirmed_on,
       c.returned_on, c.paper_id, c.rulebook, c.version, c.edition, c.replaces
  from assessment.comment c;

-- Slips that had been returned with a proposal before follow-ups were kept: four weeks from then.
insert into assessment.follow_up (comment_id, kind, opened_on, due_on, changed_at, changed_by)
select c.id, case c.answers ->> 'proposal' when 'commend' then 'COMMEND' else 'CONSIDER' end,
       c.returned_on, c.returned_on + 28, c.changed_at, c.changed_by
  from assessment.comment c
 where c.state = 'RETURNED'
   and c.answers ->> 'proposal' in ('commend', 'consider');
