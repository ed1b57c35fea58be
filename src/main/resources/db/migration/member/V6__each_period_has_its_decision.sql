-- Membership, status and residence as periods, each with the paper that decided it. The workplace is a
-- placement, which gets its paper too. A period entered by mistake is withdrawn, never taken away.
create table member.period (
    id uuid primary key,
    member_id uuid not null references member.member,
    kind text not null check (kind in ('MEMBERSHIP', 'STATUS', 'RESIDENCE')),
    status text check (status in ('OFFICIAL', 'PROBATIONARY', 'SUSPENDED', 'EXEMPT', 'AWAY', 'TRANSFERRED',
                                  'STRUCK_OFF', 'EXPELLED', 'LEFT', 'DECEASED')),
    place text,
    valid daterange not null,
    paper_no text,
    paper_date date,
    paper_issuer text,
    withdrawn boolean not null default false,
    import_id uuid,
    check ((kind = 'STATUS') = (status is not null)),
    check ((kind = 'RESIDENCE') = (place is not null)),
    check (not isempty(valid)),
    constraint one_period_of_a_kind_at_a_time
        exclude using gist (member_id with =, kind with =, valid with &&) where (not withdrawn)
);
create index on member.period (member_id);

alter table member.period enable row level security;
alter table member.period force row level security;
create policy owner_all on member.period to owner using (true) with check (true);
-- Suspensions and discipline are for the workplace and the person, not for the residence.
create policy scope on member.period for select to app
    using (exists (select from member.member m
                    where m.id = member_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
                                   or m.id = (select nullif(current_setting('app.self', true), '')::uuid), false)));
create policy adding on member.period for insert to app
    with check (exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
create policy changing on member.period for update to app
    using (exists (select from member.member m
                    where m.id = member_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)))
    with check (exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
revoke update, delete on member.period from app;
grant update (valid, withdrawn) on member.period to app;

alter table member.placement
    add paper_no text,
    add paper_date date,
    add paper_issuer text;

-- The Party life of a member goes on in another cell of the same office: the old placement ends on
-- the day before, the new one begins, and what the workplace alone may read goes along.
create or replace function member.move_work(
        p_member uuid, p_unit_no int, p_placement uuid, p_from date,
        p_paper_no text, p_paper_date date, p_paper_issuer text) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
begin
    if v_scope is null or not p_unit_no <@ v_scope then
        raise exception 'the unit is out of scope' using errcode = '42501';
    end if;
    update member.member m
       set work_no = p_unit_no,
           version = m.version + 1
     where m.id = p_member
       and coalesce(m.work_no <@ v_scope, false);
    if not found then
        raise exception 'the member is out of scope' using errcode = '42501';
    end if;
    update member.workplace_only w
       set work_no = p_unit_no
     where w.member_id = p_member;
    update member.placement p
       set valid = daterange(lower(p.valid), p_from)
     where p.member_id = p_member
       and upper_inf(p.valid)
       and coalesce(lower(p.valid) < p_from, true);
    insert into member.placement (id, member_id, unit_no, valid, paper_no, paper_date, paper_issuer)
    values (p_placement, p_member, p_unit_no, daterange(p_from, null), p_paper_no, p_paper_date, p_paper_issuer);
    return 1;
end $$;
revoke all on function member.move_work(uuid, int, uuid, date, text, date, text) from public;
grant execute on function member.move_work(uuid, int, uuid, date, text, date, text) to app;

-- Members of one family at a residence. The residence keeps it, and it goes along where they are placed;
-- each is counted for himself only.
create table member.household_link (
    id uuid primary key,
    household_id uuid not null,
    member_id uuid not null references member.member,
    valid daterange not null,
    constraint one_household_at_a_time exclude using gist (member_id with =, valid with &&)
);
create index on member.household_link (household_id);
alter table member.household_link enable row level security;
alter table member.household_link force row level security;
create policy owner_all on member.household_link to owner using (true) with check (true);
create policy scope on member.household_link to app
    using (exists (select from member.member m
                    where m.id = member_id
                      and coalesce(m.res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)))
    with check (exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
revoke update, delete on member.household_link from app;
grant update (valid) on member.household_link to app;
