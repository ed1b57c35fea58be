-- Whose case was made anonymous, and by which disposal.
alter table transfer.transfer add column disposal_id uuid;

-- Stays that came with a letter on paper and were over before a day. For the owner's two functions below alone.
create function transfer.guests_before(p_before date, p_scope int4multirange)
    returns table (id uuid)
    language sql stable set search_path = pg_catalog
as $$
    select t.id
      from transfer.transfer t
     where t.to_no <@ p_scope
       and t.kind = 'TEMPORARY'
       and t.state = 'ENDED'
       and t.closed_on < p_before
       and t.disposal_id is null
       and exists (select from organisation.published_unit u where u.no = t.from_no and u.outside)
$$;
revoke all on function transfer.guests_before(date, int4multirange) from public;

-- How many: who administers may count them, not read them.
create function transfer.due(p_before date) returns bigint
    language plpgsql stable security definer set search_path = pg_catalog
as $$
begin
    return (select count(*)
              from transfer.guests_before(
                       p_before, nullif(current_setting('app.scope', true), '')::int4multirange));
end $$;
revoke all on function transfer.due(date) from public;
grant execute on function transfer.due(date) to app;

-- Takes the name out of the case and deletes what the host said. The letters that were kept as papers stay.
create function transfer.dispose(p_disposal uuid) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_before date;
    v_ids uuid[];
    v_count int;
begin
    select d.before_day
      into v_before
      from member.published_disposal d
     where d.id = p_disposal
       and d.kind = 'guests'
       and coalesce(d.unit_no <@ v_scope, false);
    if v_before is null then
        raise exception 'the disposal is out of scope or not approved by two' using errcode = '42501';
    end if;
    v_ids := array(select g.id from transfer.guests_before(v_before, v_scope) g);
    delete from transfer.stay_comment c where c.transfer_id = any (v_ids);
    delete from transfer.extension e where e.transfer_id = any (v_ids);
    update transfer.transfer t
       set full_name = 'Hồ sơ đã ẩn danh', folded = '', sort_key = '', because = null,
           disposal_id = p_disposal, version = t.version + 1
     where t.id = any (v_ids);
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function transfer.dispose(uuid) from public;
grant execute on function transfer.dispose(uuid) to app;
