-- Bản tự báo cáo: what the person says of the year before the cell comments. unit_no is the cell or
-- group on whose register the person stands. The residence reads it once it is sent, nobody else.
create table assessment.self_report (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    member_id uuid not null references member.member,
    year int not null check (year between 2000 and 2100),
    state text not null check (state in ('DRAFT', 'SENT')),
    duties jsonb not null default '{}' check (jsonb_typeof(duties) = 'object'),
    difficulty text check (length(difficulty) between 1 and 4000),
    sent_on date,
    rulebook text not null,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint self_report_once_a_year unique (member_id, year),
    constraint sent_with_its_day check ((state = 'SENT') = (sent_on is not null))
);
revoke delete on assessment.self_report from app;
alter table assessment.self_report enable row level security;
alter table assessment.self_report force row level security;
create policy owner_all on assessment.self_report to owner using (true) with check (true);
create policy scope on assessment.self_report for select to app
    using (coalesce(
        state <> 'DRAFT'
        and unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy own on assessment.self_report to app
    using (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false))
    with check (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
