-- Many people at once, as an import changes them; who it reached is told. Takes the place of the function
-- for one of them.
create function liaison.follow_addresses(p_members uuid[], p_on date) returns setof uuid
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
begin
    if v_scope is null then
        raise exception 'no scope' using errcode = '42501';
    end if;
    return query
    update liaison.contact c
       set address = m.residence_address,
           version = c.version + 1
      from member.published_member m
      join organisation.published_unit w on w.commune_code = m.residence_commune and w.kind = 'COMMUNE'
     where m.id = any (p_members)
       and coalesce(m.work_no <@ v_scope, false)
       and c.member_id = m.id
       and upper_inf(c.valid)
       and c.ward_no = w.no
       and w.valid @> p_on
       and c.address is distinct from m.residence_address
    returning c.member_id;
end $$;
revoke all on function liaison.follow_addresses(uuid[], date) from public;
grant execute on function liaison.follow_addresses(uuid[], date) to app;
drop function liaison.follow_address(uuid, date);
