-- Which topics have been silent since before a day. For the owner's two functions below alone.
create or replace function forum.silent_since(p_before date, p_scope int4multirange)
    returns table (id uuid)
    language sql stable set search_path = pg_catalog
as $$
    select t.id
      from forum.topic t
     where t.unit_no <@ p_scope
       and t.on_day < p_before
       and (t.hidden_on is null or t.hidden_on < p_before)
       and not exists (select from forum.answer a
                        where a.topic_id = t.id
                          and (a.at >= p_before::timestamp at time zone 'Asia/Ho_Chi_Minh'
                               or a.hidden_on >= p_before))
$$;
revoke all on function forum.silent_since(date, int4multirange) from public;

-- How many: an administrator may count what cells talk of, not read it.
create or replace function forum.due(p_before date) returns bigint
    language sql stable security definer set search_path = pg_catalog
as $$
    select count(*)
      from forum.silent_since(p_before, nullif(current_setting('app.scope', true), '')::int4multirange)
$$;
revoke all on function forum.due(date) from public;
grant execute on function forum.due(date) to app;

create or replace function forum.dispose(p_disposal uuid) returns int
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
       and d.kind = 'topics'
       and coalesce(d.unit_no <@ v_scope, false);
    if v_before is null then
        raise exception 'the disposal is out of scope or not approved by two' using errcode = '42501';
    end if;
    v_ids := array(select s.id from forum.silent_since(v_before, v_scope) s);
    delete from forum.answer a where a.topic_id = any (v_ids);
    delete from forum.topic t where t.id = any (v_ids);
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function forum.dispose(uuid) from public;
grant execute on function forum.dispose(uuid) to app;
