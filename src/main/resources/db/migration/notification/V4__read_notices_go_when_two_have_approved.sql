-- Which notices were last read before a day: those of the units in scope, and those of the members who
-- work there. For the owner's two functions below alone.
create or replace function notification.read_before(p_before date, p_scope int4multirange)
    returns table (id uuid)
    language sql stable set search_path = pg_catalog
as $$
    select n.id
      from notification.notice n
     where n.at < p_before::timestamp at time zone 'Asia/Ho_Chi_Minh'
       and (n.unit_no <@ p_scope
            or exists (select from member.published_member m
                        where m.id = n.member_id
                          and m.work_no <@ p_scope))
       and (select max(r.at) from notification.reading r where r.notice_id = n.id)
           < p_before::timestamp at time zone 'Asia/Ho_Chi_Minh'
$$;
revoke all on function notification.read_before(date, int4multirange) from public;

-- How many: an administrator may count the notices of others, not read them.
create or replace function notification.due(p_before date) returns bigint
    language sql stable security definer set search_path = pg_catalog
as $$
    select count(*)
      from notification.read_before(p_before, nullif(current_setting('app.scope', true), '')::int4multirange)
$$;
revoke all on function notification.due(date) from public;
grant execute on function notification.due(date) to app;

create or replace function notification.dispose(p_disposal uuid) returns int
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
       and d.kind = 'notices'
       and coalesce(d.unit_no <@ v_scope, false);
    if v_before is null then
        raise exception 'the disposal is out of scope or not approved by two' using errcode = '42501';
    end if;
    delete from notification.notice n
     where n.id in (select r.id from notification.read_before(v_before, v_scope) r);
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function notification.dispose(uuid) from public;
grant execute on function notification.dispose(uuid) to app;
