-- How many reports of the own year lie before a day, for the list of what is due. Says how many,
-- nothing else.
create function assessment.reports_due(p_before date) returns bigint
    language sql stable security definer set search_path = pg_catalog
as $$
    select count(*)
      from assessment.self_report s
     where make_date(s.year, 12, 31) < p_before
       and coalesce(s.unit_no <@ nullif(current_setting('app.scope', true), '')::int4multirange, false)
$$;
revoke all on function assessment.reports_due(date) from public;
grant execute on function assessment.reports_due(date) to app;

-- Deletes what a disposal names, once two have approved. The slips that were written after the
-- reports stay.
create function assessment.dispose(p_disposal uuid) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_before date;
    v_count int;
begin
    select d.before_day
      into v_before
      from member.published_disposal d
     where d.id = p_disposal
       and d.kind = 'self-reports'
       and coalesce(d.unit_no <@ v_scope, false);
    if v_before is null then
        raise exception 'the disposal is out of scope or not approved by two' using errcode = '42501';
    end if;
    delete from assessment.self_report s
     where make_date(s.year, 12, 31) < v_before
       and s.unit_no <@ v_scope;
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function assessment.dispose(uuid) from public;
grant execute on function assessment.dispose(uuid) to app;
