-- Diện miễn nơi cư trú: granted by the workplace for a period, with the paper that says so. One entered
-- by mistake is withdrawn, never taken away; before the end the workplace and the person are reminded.
alter table member.exemption
    add column paper_no text,
    add column paper_date date,
    add column paper_issuer text,
    add column withdrawn boolean not null default false,
    add column reminded_on date,
    drop constraint one_exemption_at_a_time,
    add constraint one_exemption_at_a_time
        exclude using gist (member_id with =, kind with =, valid with &&) where (not withdrawn),
    drop constraint exemption_kind_check,
    add constraint exemption_kind_check check (kind in ('MEETINGS', 'INTRODUCTION')),
    add constraint exemption_lasts check (not isempty(valid));

create or replace view member.published_exemption with (security_invoker = true) as
select e.id, e.member_id, e.kind, e.ground, e.valid from member.exemption e where not e.withdrawn;

-- The residence and the person read it; only the workplace writes it.
drop policy scope on member.exemption;
create policy reading on member.exemption for select to app
    using (exists (select from member.member m where m.id = member_id));
create policy adding on member.exemption for insert to app
    with check (exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
create policy changing on member.exemption for update to app
    using (exists (select from member.member m
                    where m.id = member_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)))
    with check (exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
grant update (valid, withdrawn, reminded_on) on member.exemption to app;
create index exemption_ends on member.exemption (upper(valid)) where not withdrawn and reminded_on is null;

-- Whose time is over keeps no exemption either; else as before.
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
