-- What an office proposes to delete or to make anonymous because its time is over: the kind, the day
-- before which it was closed, the term at that time, and what became of it. Never deleted itself.
create table member.disposal (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    kind text not null,
    label text not null,
    rulebook text not null,
    days int not null,
    before_day date not null,
    due bigint not null,
    done bigint,
    done_at timestamptz,
    dropped_at timestamptz,
    dropped_by text,
    dropped_reason text,
    check ((done is null) = (done_at is null)),
    check ((dropped_at is null) = (dropped_by is null) and (dropped_at is null) = (dropped_reason is null)),
    check (done_at is null or dropped_at is null)
);
create unique index disposal_one_open on member.disposal (unit_no, kind)
    where done_at is null and dropped_at is null;

-- Two approvals, of two people.
create table member.disposal_approval (
    unit_no int not null references organisation.unit,
    disposal_id uuid not null references member.disposal,
    place int not null check (place in (1, 2)),
    account_id uuid not null,
    who text not null,
    at timestamptz not null,
    primary key (disposal_id, place),
    constraint disposal_approval_by_two_people unique (disposal_id, account_id)
);

alter table member.disposal enable row level security;
alter table member.disposal force row level security;
create policy owner_all on member.disposal to owner using (true) with check (true);
create policy scope on member.disposal to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
alter table member.disposal_approval enable row level security;
alter table member.disposal_approval force row level security;
create policy owner_all on member.disposal_approval to owner using (true) with check (true);
create policy scope on member.disposal_approval to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
revoke update, delete on member.disposal, member.disposal_approval from app;
grant update (done, done_at, dropped_at, dropped_by, dropped_reason) on member.disposal to app;

-- Approved by two and neither done nor dropped: what the functions that delete ask for.
create view member.published_disposal with (security_invoker = true) as
select d.unit_no, d.id, d.kind, d.before_day
  from member.disposal d
 where d.done_at is null
   and d.dropped_at is null
   and (select count(distinct a.account_id) from member.disposal_approval a where a.disposal_id = d.id) = 2;
grant select on member.published_disposal to app;

-- The day of each copy; those of before this change tell it in their import's key, whose head is the time.
alter table member.import_before add kept_on date;
update member.import_before b
   set kept_on = (to_timestamp(('x' || left(replace(b.import_id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)
                  at time zone 'Asia/Ho_Chi_Minh')::date;
alter table member.import_before alter kept_on set not null;
alter table member.import_file add copies_deleted boolean not null default false;
-- Whose record was made anonymous, and by which disposal.
alter table member.member add disposal_id uuid references member.disposal;
create index member_disposal on member.member (disposal_id) where disposal_id is not null;

-- Each record that may become due, with the day on which it was closed. Members who left count from
-- the first day of that status, where it is known; not while they stand on a register or hold an office.
create view member.closed_record with (security_invoker = true) as
select b.work_no as unit_no, 'import-copies' as kind, b.import_id as id, b.kept_on as closed_on
  from member.import_before b
union all
select f.unit_no, 'imports', f.id, (f.applied_at at time zone 'Asia/Ho_Chi_Minh')::date
  from member.import_file f
 where f.state in ('APPLIED', 'TAKEN_BACK')
   and f.work is null
union all
select m.work_no, 'corrections', c.id,
       (coalesce(c.decided_at, c.proposed_at) at time zone 'Asia/Ho_Chi_Minh')::date
  from member.correction c
  join member.member m on m.id = c.member_id
 where c.state <> 'OPEN'
union all
select m.work_no, 'members-left', m.id, lower(p.valid)
  from member.member m
  join member.period p
    on p.member_id = m.id and p.kind = 'STATUS' and p.status = m.status and not p.withdrawn and upper_inf(p.valid)
 where m.status in ('TRANSFERRED', 'STRUCK_OFF', 'EXPELLED', 'LEFT', 'DECEASED')
   and m.res_no is null
   and m.disposal_id is null
   and not exists (select from member.person h
                     join member.office o on o.person_id = h.id
                    where h.member_id = m.id
                      and upper_inf(o.valid));
grant select on member.closed_record to app;

-- Does what a disposal names, within the caller's scope, and returns how many records. Papers, the
-- register's entries and the log of facts stay as they are.
create or replace function member.dispose(p_disposal uuid) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_kind text;
    v_before date;
    v_ids uuid[];
    v_count int;
begin
    select d.kind, d.before_day
      into v_kind, v_before
      from member.published_disposal d
     where d.id = p_disposal
       and coalesce(d.unit_no <@ v_scope, false);
    if v_kind is null then
        raise exception 'the disposal is out of scope or not approved by two' using errcode = '42501';
    end if;
    v_ids := array(select distinct r.id
                     from member.closed_record r
                    where r.kind = v_kind
                      and r.closed_on < v_before
                      and r.unit_no <@ v_scope);
    if v_kind = 'import-copies' then
        delete from member.import_before b
         where b.import_id = any (v_ids)
           and b.work_no <@ v_scope;
        get diagnostics v_count = row_count;
        update member.import_file f
           set copies_deleted = true
         where f.id = any (v_ids);
    elsif v_kind = 'imports' then
        delete from member.import_before b
         where b.import_id = any (v_ids);
        delete from member.import_file f
         where f.id = any (v_ids);
        get diagnostics v_count = row_count;
    elsif v_kind = 'corrections' then
        delete from member.correction_field t
         where t.correction_id = any (v_ids);
        delete from member.correction c
         where c.id = any (v_ids);
        get diagnostics v_count = row_count;
    elsif v_kind = 'members-left' then
        -- with whatever was put together with them
        v_ids := v_ids || array(select g.gone_id
                                  from member.merge g
                                 where g.kept_id = any (v_ids)
                                   and g.undone_at is null);
        delete from member.merge_field t
         using member.merge g
         where g.id = t.merge_id
           and g.kept_id = any (v_ids);
        update member.merge g
           set gone_name = 'Hồ sơ đã ẩn danh', gone_unit = '', gone_card_no = null, reason = '',
               kept_personal_id = null, kept_personal_id_mark = null
         where g.kept_id = any (v_ids);
        delete from member.correction_field t
         using member.correction c
         where c.id = t.correction_id
           and c.member_id = any (v_ids);
        delete from member.correction c where c.member_id = any (v_ids);
        delete from member.import_before b where b.member_id = any (v_ids);
        delete from member.household_link h where h.member_id = any (v_ids);
        delete from member.workplace_only w where w.member_id = any (v_ids);
        delete from member.period p where p.member_id = any (v_ids) and p.kind = 'RESIDENCE';
        update member.period p
           set paper_no = null, paper_date = null, paper_issuer = null
         where p.member_id = any (v_ids);
        update member.placement p
           set paper_no = null, paper_date = null, paper_issuer = null
         where p.member_id = any (v_ids);
        update member.person h
           set full_name = 'Hồ sơ đã ẩn danh', folded = '', sort_key = '', version = h.version + 1
         where h.member_id = any (v_ids);
        update member.member m
           set full_name = 'Hồ sơ đã ẩn danh', folded = '', initials = '', sort_key = '', other_name = null,
               birth = null, birth_precision = null, sex = null, card_no = null, admitted = null,
               official = null, post = null, occupation = null, phone = null, expertise = null,
               ready_to_help = null, residence_address = null, residence_commune = null,
               residence_wish_code = null, needs_review = null, import_id = null,
               disposal_id = p_disposal, version = m.version + 1
         where m.id = any (v_ids);
        get diagnostics v_count = row_count;
    else
        raise exception 'no records of kind % here', v_kind;
    end if;
    return v_count;
end $$;
revoke all on function member.dispose(uuid) from public;
grant execute on function member.dispose(uuid) to app;
