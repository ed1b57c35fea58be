-- What a record lacks of what this work needs; those who are members no longer are let be.
create view member.completeness with (security_invoker = true) as
select m.work_no, m.id as member_id,
       array_remove(array[
           case when m.birth is null or m.birth_precision <> 'DAY' then 'BIRTH' end,
           case when m.sex is null then 'SEX' end,
           case when w.ethnicity is null then 'ETHNICITY' end,
           case when m.card_no is null and m.status <> 'PROBATIONARY' then 'CARD' end,
           case when w.file_no is null then 'FILE_NO' end,
           case when w.personal_id is null then 'PERSONAL_ID' end,
           case when m.admitted is null then 'ADMITTED' end,
           case when m.official is null and m.status <> 'PROBATIONARY' then 'OFFICIAL' end,
           case when m.occupation is null then 'OCCUPATION' end,
           case when m.phone is null then 'PHONE' end,
           case when m.residence_address is null then 'ADDRESS' end,
           case when m.residence_commune is null then 'COMMUNE' end], null) as gaps
  from member.member m
  left join member.workplace_only w on w.member_id = m.id
 where m.status in ('OFFICIAL', 'PROBATIONARY', 'SUSPENDED', 'EXEMPT', 'AWAY');
grant select on member.completeness to app;

-- What a member asks the office to put right, field by field, with what stood there and what was decided.
create table member.correction (
    id uuid primary key,
    member_id uuid not null references member.member,
    state text not null check (state in ('OPEN', 'DECIDED', 'WITHDRAWN')),
    proposed_at timestamptz not null,
    decided_at timestamptz,
    check ((state = 'DECIDED') = (decided_at is not null))
);
create unique index correction_one_open on member.correction (member_id) where state = 'OPEN';
create index on member.correction (member_id, proposed_at);
create table member.correction_field (
    correction_id uuid not null references member.correction,
    ordinal int not null,
    field text not null,
    before_text text not null,
    after_text text not null,
    approved boolean,
    reason text,
    primary key (correction_id, field),
    check (approved is not false or reason is not null)
);

alter table member.correction enable row level security;
alter table member.correction force row level security;
create policy owner_all on member.correction to owner using (true) with check (true);
create policy reading on member.correction for select to app
    using (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false)
        or exists (select from member.member m
                    where m.id = member_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
create policy proposing on member.correction for insert to app
    with check (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy deciding on member.correction for update to app
    using (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false)
        or exists (select from member.member m
                    where m.id = member_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)))
    with check ((state = 'WITHDRAWN' or exists (select from member.member m
                    where m.id = member_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))));
alter table member.correction_field enable row level security;
alter table member.correction_field force row level security;
create policy owner_all on member.correction_field to owner using (true) with check (true);
create policy reading on member.correction_field for select to app
    using (exists (select from member.correction c where c.id = correction_id));
create policy proposing on member.correction_field for insert to app
    with check (exists (select from member.correction c
                         where c.id = correction_id
                           and coalesce(c.member_id = (select nullif(current_setting('app.self', true), '')::uuid), false)));
create policy deciding on member.correction_field for update to app
    using (exists (select from member.correction c
                    join member.member m on m.id = c.member_id
                   where c.id = correction_id
                     and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)))
    with check (exists (select from member.correction c
                         join member.member m on m.id = c.member_id
                        where c.id = correction_id
                          and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
revoke update, delete on member.correction, member.correction_field from app;
grant update (state, decided_at) on member.correction to app;
grant update (approved, reason) on member.correction_field to app;

-- Finding people within the caller's scope: row security would have every row read before a name is
-- looked at, because no text comparison is leakproof; this function puts the indexes first and the
-- scope beside them. Words are folded and without wildcards; each must begin a word of the name.
create index member_initials on member.member (initials);
create index member_phone on member.member (phone) where phone is not null;
create or replace function member.found(
        p_words text[], p_initials text, p_card text, p_phone text, p_units int[])
    returns table (id uuid)
    language plpgsql stable security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
begin
    if v_scope is null then
        return;
    end if;
    return query
    select m.id
      from member.member m
     where m.work_no <@ v_scope
       and ((p_words[1] is not null
             and (m.folded like p_words[1] || '%' or m.folded like '% ' || p_words[1] || '%')
             and (p_words[2] is null or m.folded like p_words[2] || '%' or m.folded like '% ' || p_words[2] || '%')
             and (p_words[3] is null or m.folded like p_words[3] || '%' or m.folded like '% ' || p_words[3] || '%')
             and (p_words[4] is null or m.folded like p_words[4] || '%' or m.folded like '% ' || p_words[4] || '%')
             and (p_words[5] is null or m.folded like p_words[5] || '%' or m.folded like '% ' || p_words[5] || '%')
             and (p_words[6] is null or m.folded like p_words[6] || '%' or m.folded like '% ' || p_words[6] || '%'))
            or m.initials = p_initials
            or m.card_no = p_card
            or m.phone = p_phone
            or (cardinality(p_units) > 0 and m.work_no = any (p_units)));
end $$;
revoke all on function member.found(text[], text, text, text, int[]) from public;
grant execute on function member.found(text[], text, text, text, int[]) to app;

-- A filter of the list under a name, for all clerks of one committee.
create table member.saved_search (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    name text not null,
    query text not null,
    constraint saved_search_once unique (unit_no, name)
);
alter table member.saved_search enable row level security;
alter table member.saved_search force row level security;
create policy owner_all on member.saved_search to owner using (true) with check (true);
create policy scope on member.saved_search to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
revoke update on member.saved_search from app;
