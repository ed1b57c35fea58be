-- Applications that were over before a day: their time has passed, or nothing came of them. For the owner's
-- two functions below alone.
create function away.over_before(p_before date, p_scope int4multirange)
    returns table (id uuid)
    language sql stable set search_path = pg_catalog
as $$
    select a.id
      from away.application a
     where a.work_no <@ p_scope
       and case when a.granted then upper(a.valid) <= p_before
                else a.state in ('REFUSED', 'WITHDRAWN', 'LAPSED')
                     and a.changed_at < p_before::timestamp at time zone 'Asia/Ho_Chi_Minh' end
$$;
revoke all on function away.over_before(date, int4multirange) from public;

-- How many of a kind: who administers may count them, not read them.
create function away.due(p_kind text, p_before date) returns bigint
    language plpgsql stable security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_ids uuid[];
begin
    if p_kind = 'dues' then
        return (select count(*) from away.due d where d.work_no <@ v_scope and d.month < p_before);
    end if;
    v_ids := array(select o.id from away.over_before(p_before, v_scope) o);
    if p_kind = 'away-applications' then
        return cardinality(v_ids);
    end if;
    return (select count(*) from away.check_in i where i.application_id = any (v_ids))
           + (select count(*) from away.help h where h.application_id = any (v_ids))
           + (select count(*) from away.stay_request r where r.work_no <@ v_scope and r.answered_on < p_before);
end $$;
revoke all on function away.due(text, date) from public;
grant execute on function away.due(text, date) to app;

-- Deletes what a disposal names, once two have approved. Decisions that were kept as papers stay.
create function away.dispose(p_disposal uuid) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_kind text;
    v_before date;
    v_ids uuid[];
    v_one int;
    v_count int := 0;
begin
    select d.kind, d.before_day
      into v_kind, v_before
      from member.published_disposal d
     where d.id = p_disposal
       and d.kind in ('away-applications', 'away-contacts', 'dues')
       and coalesce(d.unit_no <@ v_scope, false);
    if v_before is null then
        raise exception 'the disposal is out of scope or not approved by two' using errcode = '42501';
    end if;
    if v_kind = 'dues' then
        delete from away.due d where d.work_no <@ v_scope and d.month < v_before;
        get diagnostics v_count = row_count;
        return v_count;
    end if;
    v_ids := array(select o.id from away.over_before(v_before, v_scope) o);
    delete from away.link l where l.application_id = any (v_ids);
    delete from away.check_in i where i.application_id = any (v_ids);
    get diagnostics v_count = row_count;
    delete from away.help h where h.application_id = any (v_ids);
    get diagnostics v_one = row_count;
    v_count := v_count + v_one;
    if v_kind = 'away-contacts' then
        delete from away.stay_request r where r.work_no <@ v_scope and r.answered_on < v_before;
        get diagnostics v_one = row_count;
        return v_count + v_one;
    end if;
    update away.application a set follows = null where a.follows = any (v_ids);
    delete from away.application a where a.id = any (v_ids);
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function away.dispose(uuid) from public;
grant execute on function away.dispose(uuid) to app;
