-- Notes of months and talks from before a day, of whom no case is open. For the owner's functions alone.
create function screening.notes_before(p_before date, p_scope int4multirange)
    returns table (id uuid, talked boolean)
    language sql stable set search_path = pg_catalog
as $$
    with free as (
        select n.id, n.member_id, n.talked
          from (select l.id, l.member_id, false as talked
                  from screening.lapse l
                 where l.work_no <@ p_scope and l.month < p_before and l.noted_on < p_before
                union all
                select t.id, t.member_id, true
                  from screening.talk t
                 where t.work_no <@ p_scope and t.on_day < p_before) n
         where not exists (select from screening.case_file c
                            where c.member_id = n.member_id and c.state <> 'DECIDED')
    )
    select f.id, f.talked from free f
$$;
revoke all on function screening.notes_before(date, int4multirange) from public;

-- How many: who administers may count them, not read them.
create function screening.due(p_before date) returns bigint
    language sql stable security definer set search_path = pg_catalog
as $$
    select count(*)
      from screening.notes_before(p_before, nullif(current_setting('app.scope', true), '')::int4multirange)
$$;
revoke all on function screening.due(date) from public;
grant execute on function screening.due(date) to app;

create function screening.dispose(p_disposal uuid) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_before date;
    v_lapses uuid[];
    v_talks uuid[];
    v_one int;
    v_count int;
begin
    select d.before_day
      into v_before
      from member.published_disposal d
     where d.id = p_disposal
       and d.kind = 'lapses'
       and coalesce(d.unit_no <@ v_scope, false);
    if v_before is null then
        raise exception 'the disposal is out of scope or not approved by two' using errcode = '42501';
    end if;
    v_lapses := array(select n.id from screening.notes_before(v_before, v_scope) n where not n.talked);
    v_talks := array(select n.id from screening.notes_before(v_before, v_scope) n where n.talked);
    delete from screening.lapse l where l.id = any (v_lapses);
    get diagnostics v_one = row_count;
    delete from screening.talk t where t.id = any (v_talks);
    get diagnostics v_count = row_count;
    return v_one + v_count;
end $$;
revoke all on function screening.dispose(uuid) from public;
grant execute on function screening.dispose(uuid) to app;
