-- Lists bring the file number and the occupation as well: undoing one gives back those too. Copies from
-- before hold no file number, as no list had changed one.
create or replace function member.take_back_import(p_import uuid, p_moved uuid[]) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_gone int;
    v_back int;
begin
    if v_scope is null
       or exists (select from member.member m
                   where (m.import_id = p_import
                          or m.id = any (p_moved)
                          or m.id in (select b.member_id from member.import_before b where b.import_id = p_import))
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
    delete from member.member m where m.import_id = p_import;
    get diagnostics v_gone = row_count;
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
    return v_gone + v_back;
end $$;
