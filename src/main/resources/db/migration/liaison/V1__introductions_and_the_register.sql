create schema if not exists liaison;
grant usage on schema liaison to app;
alter default privileges in schema liaison grant select, insert, update, delete on tables to app;

-- Giấy giới thiệu. from_no is the committee that issues, work_no the member's cell at issue, to_no the
-- ward it is addressed to, res_no where the person stands on that side now (ward, cell or group).
create table liaison.introduction (
    from_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    to_no int not null references organisation.unit,
    res_no int not null references organisation.unit,
    id uuid primary key,
    member_id uuid not null references member.member,
    state text not null check (state in
        ('DRAFT', 'ISSUED', 'SIGNED', 'SENT', 'ACKNOWLEDGED', 'PLACED', 'ENDED', 'RETURNED', 'WITHDRAWN')),
    number text,
    issued_on date,
    sent_on date,
    acknowledged_on date,
    exempt boolean not null default false,
    rulebook text not null,
    paper_id uuid,
    acknowledgement_paper_id uuid,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null
);
create index on liaison.introduction (from_no, state);
create index on liaison.introduction (res_no, state);
create index on liaison.introduction (member_id);
create unique index introduction_one_open on liaison.introduction (member_id)
    where state in ('DRAFT', 'ISSUED', 'SIGNED', 'SENT', 'ACKNOWLEDGED', 'PLACED');

-- A state is a row with who and when.
create table liaison.introduction_step (
    introduction_id uuid not null references liaison.introduction on delete cascade,
    no int not null,
    state text not null,
    at timestamptz not null,
    on_date date not null,
    unit_no int,
    who text not null,
    note text,
    primary key (introduction_id, no)
);

-- One person's period on a residence's register (sổ theo dõi), with a snapshot of that time.
create table liaison.contact (
    unit_no int not null generated always as (coalesce(group_no, cell_no, ward_no)) stored,
    ward_no int not null references organisation.unit,
    cell_no int references organisation.unit,
    group_no int references organisation.unit,
    work_no int not null references organisation.unit,
    id uuid primary key,
    continues uuid references liaison.contact,
    introduction_id uuid not null references liaison.introduction,
    member_id uuid not null references member.member,
    valid daterange not null check (not isempty(valid)),
    full_name text not null,
    folded text not null,
    sort_key text collate "C" not null,
    birth date,
    birth_precision text,
    sex text,
    admitted date,
    official date,
    post text,
    work_name text not null,
    address text,
    letter_number text,
    letter_date date,
    acknowledged_on date not null,
    in_charge_person uuid,
    in_charge_name text,
    exempt boolean not null default false,
    left_because text,
    version int not null default 1,
    constraint on_one_register_at_a_time exclude using gist (member_id with =, valid with &&)
);
create index on liaison.contact (unit_no, sort_key, id);
create index on liaison.contact (work_no);
create index on liaison.contact (introduction_id);

alter table liaison.introduction enable row level security;
alter table liaison.introduction force row level security;
create policy owner_all on liaison.introduction to owner using (true) with check (true);
-- Drafts are seen by their own side only: the residence sees a letter from sent on, and no longer
-- once it is returned, withdrawn or ended (DECISIONS 4).
create policy scope on liaison.introduction to app
    using (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
            and state in ('SENT', 'ACKNOWLEDGED', 'PLACED', 'ENDED', 'RETURNED'))
        or (member_id = (select nullif(current_setting('app.self', true), '')::uuid)
            and state not in ('DRAFT')), false))
    with check (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

alter table liaison.introduction_step enable row level security;
alter table liaison.introduction_step force row level security;
create policy owner_all on liaison.introduction_step to owner using (true) with check (true);
create policy scope on liaison.introduction_step to app
    using (exists (select from liaison.introduction i where i.id = introduction_id))
    with check (exists (select from liaison.introduction i where i.id = introduction_id));

alter table liaison.contact enable row level security;
alter table liaison.contact force row level security;
create policy owner_all on liaison.contact to owner using (true) with check (true);
create policy scope on liaison.contact to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

create view liaison.published_contact with (security_invoker = true) as
select c.unit_no, c.ward_no, c.cell_no, c.group_no, c.work_no, c.id, c.continues, c.introduction_id,
       c.member_id, c.valid, c.full_name, c.folded, c.sort_key, c.birth, c.birth_precision, c.sex,
       c.post, c.work_name, c.address, c.letter_number, c.letter_date, c.acknowledged_on,
       c.in_charge_person, c.in_charge_name, c.exempt
  from liaison.contact c;
create view liaison.published_introduction with (security_invoker = true) as
select i.from_no, i.work_no, i.to_no, i.res_no, i.id, i.member_id, i.state, i.number, i.issued_on,
       i.sent_on, i.acknowledged_on, i.exempt, i.version
  from liaison.introduction i;
grant select on liaison.published_contact, liaison.published_introduction to app;
