-- Two records of one person are put together: one goes on, the other is set aside (nobody has it in
-- scope any longer) and can be given back. Nothing that was told or printed is rewritten.
create table member.merge (
    id uuid primary key,
    kept_id uuid not null references member.member,
    gone_id uuid not null references member.member,
    gone_work_no int not null references organisation.unit,
    gone_card_no text,
    gone_name text not null,
    gone_unit text not null,
    kept_personal_id bytea,
    kept_personal_id_mark text,
    took_personal_id boolean not null,
    moved_person uuid references member.person,
    reason text not null,
    merged_at timestamptz not null,
    merged_by text not null,
    undone_at timestamptz,
    undone_by text,
    check (kept_id <> gone_id),
    check ((undone_at is null) = (undone_by is null))
);
create unique index merge_once on member.merge (gone_id) where undone_at is null;
create index on member.merge (kept_id);

-- Both records as they stood, field by field, and what the one that goes on holds since.
create table member.merge_field (
    merge_id uuid not null references member.merge,
    ordinal int not null,
    field text not null,
    kept_text text not null,
    gone_text text not null,
    after_text text not null,
    primary key (merge_id, field)
);

-- Two records that look alike and are two people, so that nobody is asked again.
create table member.told_apart (
    first_id uuid not null references member.member on delete cascade,
    second_id uuid not null references member.member on delete cascade,
    told_at timestamptz not null,
    told_by text not null,
    primary key (first_id, second_id),
    check (first_id < second_id)
);

alter table member.merge enable row level security;
alter table member.merge force row level security;
create policy owner_all on member.merge to owner using (true) with check (true);
create policy reading on member.merge for select to app
    using (exists (select from member.member m
                    where m.id = kept_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
alter table member.merge_field enable row level security;
alter table member.merge_field force row level security;
create policy owner_all on member.merge_field to owner using (true) with check (true);
create policy scope on member.merge_field to app
    using (exists (select from member.merge g where g.id = merge_id))
    with check (exists (select from member.merge g where g.id = merge_id));
alter table member.told_apart enable row level security;
alter table member.told_apart force row level security;
create policy owner_all on member.told_apart to owner using (true) with check (true);
create policy scope on member.told_apart to app
    using (exists (select from member.member m
                    where m.id = first_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)))
    with check (2 = (select count(*) from member.member m
                      where m.id in (first_id, second_id)
                        and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
revoke insert, update, delete on member.merge from app;
revoke update, delete on member.merge_field, member.told_apart from app;

-- Sets the second record aside. Both must be in scope, the second on no register. An account of the
-- second goes over where the first has none. The card is free for the record that goes on.
create or replace function member.set_aside(
        p_merge uuid, p_kept uuid, p_gone uuid, p_gone_version int, p_took_personal_id boolean,
        p_unit text, p_reason text, p_at timestamptz, p_by text) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_gone member.member;
    v_person uuid;
begin
    select * into v_gone
      from member.member m
     where m.id = p_gone
       and coalesce(m.work_no <@ v_scope, false)
       for update;
    if not found or not exists (select from member.member m
                                 where m.id = p_kept and coalesce(m.work_no <@ v_scope, false)) then
        raise exception 'a member is out of scope' using errcode = '42501';
    end if;
    if v_gone.version <> p_gone_version or v_gone.res_no is not null then
        return 0;
    end if;
    update member.person p
       set member_id = p_kept
     where p.member_id = p_gone
       and not exists (select from member.person q where q.member_id = p_kept)
    returning p.id into v_person;
    insert into member.merge (id, kept_id, gone_id, gone_work_no, gone_card_no, gone_name, gone_unit,
                              kept_personal_id, kept_personal_id_mark, took_personal_id, moved_person,
                              reason, merged_at, merged_by)
    select p_merge, p_kept, p_gone, v_gone.work_no, v_gone.card_no, v_gone.full_name, p_unit,
           w.personal_id, w.personal_id_mark, p_took_personal_id, v_person, p_reason, p_at, p_by
      from (values (1)) as one (n)
      left join member.workplace_only w on w.member_id = p_kept;
    update member.workplace_only w
       set work_no = null
     where w.member_id = p_gone;
    update member.member m
       set work_no = null, card_no = null, version = m.version + 1
     where m.id = p_gone;
    return 1;
end $$;
revoke all on function member.set_aside(uuid, uuid, uuid, int, boolean, text, text, timestamptz, text) from public;
grant execute on function member.set_aside(uuid, uuid, uuid, int, boolean, text, text, timestamptz, text) to app;

-- Gives the record back that was set aside, with its card, its account and its place; an ID number
-- that was taken over goes back, too. Returns 0 where somebody has done it already.
create or replace function member.give_back(p_merge uuid, p_at timestamptz, p_by text) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_merge member.merge;
begin
    select g.* into v_merge
      from member.merge g
      join member.member m on m.id = g.kept_id
     where g.id = p_merge
       and coalesce(m.work_no <@ v_scope, false)
       for update of g;
    if not found or not coalesce(v_merge.gone_work_no <@ v_scope, false) then
        raise exception 'a member is out of scope' using errcode = '42501';
    end if;
    if v_merge.undone_at is not null then
        return 0;
    end if;
    update member.person p
       set member_id = v_merge.gone_id
     where p.id = v_merge.moved_person
       and p.member_id = v_merge.kept_id;
    update member.workplace_only w
       set personal_id = v_merge.kept_personal_id, personal_id_mark = v_merge.kept_personal_id_mark
     where w.member_id = v_merge.kept_id
       and v_merge.took_personal_id;
    update member.workplace_only w
       set work_no = v_merge.gone_work_no
     where w.member_id = v_merge.gone_id;
    update member.member m
       set work_no = v_merge.gone_work_no, card_no = v_merge.gone_card_no, version = m.version + 1
     where m.id = v_merge.gone_id;
    update member.merge g
       set undone_at = p_at, undone_by = p_by
     where g.id = p_merge;
    return 1;
end $$;
revoke all on function member.give_back(uuid, timestamptz, text) from public;
grant execute on function member.give_back(uuid, timestamptz, text) to app;
