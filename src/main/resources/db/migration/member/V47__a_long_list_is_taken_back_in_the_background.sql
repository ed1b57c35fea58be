-- Undoing a list of a whole province took longer than one statement may: who is new goes some at a time, in
-- the background, still in one transaction. Every table that names a member is asked for each of them, so
-- those of this schema are asked by an index.
alter table member.import_file
    drop constraint import_file_work_check,
    add constraint import_file_work_check check (work in ('CHECK', 'APPLY', 'UNDO'));

create index import_before_member on member.import_before (member_id);
create index match_decision_member on member.match_decision (member_id) where member_id is not null;
create index told_apart_second on member.told_apart (second_id);
create index merge_gone on member.merge (gone_id);
create index handover_member on member.handover (member_id);

-- Gives back whom the list changed, as long as nothing has been built on it, and says of whom it may. Who is
-- new goes afterwards, by member.take_back_newcomers.
create or replace function member.take_back_import(p_import uuid, p_moved uuid[]) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_back int;
begin
    if v_scope is null
       or exists (select from member.member m
                   where m.import_id = p_import
                     and not coalesce(m.work_no <@ v_scope, false))
       or exists (select from member.member m
                   where m.id = any (p_moved)
                     and not coalesce(m.work_no <@ v_scope, false))
       or exists (select from member.import_before b
                    join member.member m on m.id = b.member_id
                   where b.import_id = p_import
                     and not coalesce(m.work_no <@ v_scope, false)) then
        raise exception 'a member is out of scope' using errcode = '42501';
    end if;
    if exists (select from member.member m
                where m.import_id = p_import
                  and m.version > 1 + (m.id = any (p_moved))::int)
       or exists (select from member.import_before b
                    join member.member m on m.id = b.member_id
                   where b.import_id = p_import
                     and m.version <> (b.before ->> 'version')::int + 1 + (m.id = any (p_moved))::int) then
        raise exception 'somebody was changed since' using errcode = '23001';
    end if;
    delete from member.exemption e where e.import_id = p_import;
    update member.workplace_only w
       set ethnicity = b.before ->> 'ethnicity',
           file_no = case when b.before -> 'file_no' is not null then b.before ->> 'file_no' else w.file_no end
      from member.import_before b
     where b.import_id = p_import
       and w.member_id = b.member_id;
    update member.member m
       set full_name = o.full_name, folded = o.folded, initials = o.initials, sort_key = o.sort_key,
           birth = o.birth, birth_precision = o.birth_precision, sex = o.sex, admitted = o.admitted,
           official = o.official, status = o.status, occupation = o.occupation, post = o.post, phone = o.phone,
           expertise = o.expertise, residence_address = o.residence_address,
           residence_commune = o.residence_commune, residence_wish_code = o.residence_wish_code,
           needs_review = o.needs_review, version = m.version + 1
      from member.import_before b,
           jsonb_populate_record(null::member.member, b.before) as o
     where b.import_id = p_import
       and m.id = b.member_id;
    get diagnostics v_back = row_count;
    update member.member m
       set res_no = null, version = m.version + 1
     where m.id = any (p_moved);
    delete from member.import_before b where b.import_id = p_import;
    return v_back;
end $$;

-- Takes out some of those whom a list brought; 0 once there are none. What refers to one refuses.
create function member.take_back_newcomers(p_import uuid, p_most int) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_gone int;
begin
    delete from member.member m
     where m.id in (select n.id
                      from member.member n
                     where n.import_id = p_import
                       and n.work_no <@ v_scope
                     limit p_most);
    get diagnostics v_gone = row_count;
    return v_gone;
end $$;
revoke all on function member.take_back_newcomers(uuid, int) from public;
grant execute on function member.take_back_newcomers(uuid, int) to app;
