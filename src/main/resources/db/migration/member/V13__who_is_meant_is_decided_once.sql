-- Where a row of a list fits several members, a person says which one is meant; the same row is not
-- asked about again.
alter table member.import_fault
    add column question text not null default '',
    add column answers jsonb not null default '[]' check (jsonb_typeof(answers) = 'array');

create table member.match_decision (
    unit_no int not null references organisation.unit,
    question text not null,
    member_id uuid references member.member on delete cascade,
    decided_at timestamptz not null,
    decided_by text not null,
    primary key (unit_no, question)
);
comment on column member.match_decision.member_id is 'null where somebody else is meant, who is new';
alter table member.match_decision enable row level security;
alter table member.match_decision force row level security;
create policy owner_all on member.match_decision to owner using (true) with check (true);
create policy scope on member.match_decision to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
revoke delete on member.match_decision from app;
