-- A stay with a host bears a name of its own: who is forgotten is forgotten there too; else as before.
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
           and (g.kept_id = any (v_ids) or g.gone_id = any (v_ids));
        update member.merge g
           set gone_name = 'Hồ sơ đã ẩn danh', gone_unit = '', gone_card_no = null, reason = '',
               kept_personal_id = null, kept_personal_id_mark = null
         where g.kept_id = any (v_ids)
            or g.gone_id = any (v_ids);
        delete from member.correction_field t
         using member.correction c
         where c.id = t.correction_id
           and c.member_id = any (v_ids);
        delete from member.correction c where c.member_id = any (v_ids);
        delete from member.import_before b where b.member_id = any (v_ids);
        delete from member.household_link h where h.member_id = any (v_ids);
        delete from member.workplace_only w where w.member_id = any (v_ids);
        delete from member.exemption e where e.member_id = any (v_ids);
        delete from member.period p where p.member_id = any (v_ids) and p.kind = 'RESIDENCE';
        update member.period p
           set paper_no = null, paper_date = null, paper_issuer = null
         where p.member_id = any (v_ids);
        update member.placement p
           set paper_no = null, paper_date = null, paper_issuer = null
         where p.member_id = any (v_ids);
        update member.stay s
           set full_name = 'Hồ sơ đã ẩn danh', sort_key = ''
         where s.member_id = any (v_ids);
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

-- Whose record was made anonymous, and by which disposal: for capabilities that keep a name of their own.
create view member.published_forgotten with (security_invoker = true) as
select m.work_no, m.id as member_id, m.disposal_id
  from member.member m
 where m.disposal_id is not null;
grant select on member.published_forgotten to app;

update member.stay s
   set full_name = 'Hồ sơ đã ẩn danh', sort_key = ''
  from member.member m
 where m.id = s.member_id
   and m.disposal_id is not null
   and s.full_name <> 'Hồ sơ đã ẩn danh';
