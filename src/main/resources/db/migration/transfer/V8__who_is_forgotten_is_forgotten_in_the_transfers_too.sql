-- Takes the name out of the transfers of members whom a disposal made anonymous, wherever they were opened, with what a
-- host said and the code of the portal's file. The letters that were kept as papers stay.
create function transfer.forget_left(p_disposal uuid) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_ids uuid[];
    v_count int;
begin
    if not exists (select
                     from member.published_disposal d
                    where d.id = p_disposal
                      and d.kind = 'members-left'
                      and coalesce(d.unit_no <@ v_scope, false)) then
        raise exception 'the disposal is out of scope or not approved by two' using errcode = '42501';
    end if;
    v_ids := array(select t.id
                     from transfer.transfer t
                     join member.published_forgotten f on f.member_id = t.member_id
                    where f.disposal_id = p_disposal);
    delete from transfer.stay_comment c where c.transfer_id = any (v_ids);
    delete from transfer.extension e where e.transfer_id = any (v_ids);
    update transfer.transfer t
       set full_name = 'Hồ sơ đã ẩn danh', folded = '', sort_key = '', portal_file_code = null,
           because = case when t.because is not null then '' end,
           disposal_id = p_disposal, version = t.version + 1
     where t.id = any (v_ids);
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function transfer.forget_left(uuid) from public;
grant execute on function transfer.forget_left(uuid) to app;

-- Those who were forgotten before this.
with forgotten as (
    update transfer.transfer t
       set full_name = 'Hồ sơ đã ẩn danh', folded = '', sort_key = '', portal_file_code = null,
           because = case when t.because is not null then '' end, disposal_id = f.disposal_id, version = t.version + 1
      from member.published_forgotten f
     where f.member_id = t.member_id
       and t.disposal_id is null
    returning t.id
), comments as (
    delete from transfer.stay_comment c using forgotten f where c.transfer_id = f.id
)
delete from transfer.extension e using forgotten f where e.transfer_id = f.id;
