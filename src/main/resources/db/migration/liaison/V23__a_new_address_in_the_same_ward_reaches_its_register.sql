-- Who moves inside the ward stays on its register, with the new address: the workplace writes the record,
-- the entry is the residence's, hence this function. Returns how many entries it reached; none where the
-- record names another commune, for that is another letter.
create or replace function liaison.follow_address(p_member uuid, p_on date) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_count int;
begin
    if v_scope is null then
        raise exception 'no scope' using errcode = '42501';
    end if;
    update liaison.contact c
       set address = m.residence_address,
           version = c.version + 1
      from member.published_member m
      join organisation.published_unit w on w.commune_code = m.residence_commune and w.kind = 'COMMUNE'
     where m.id = p_member
       and coalesce(m.work_no <@ v_scope, false)
       and c.member_id = m.id
       and upper_inf(c.valid)
       and c.ward_no = w.no
       and w.valid @> p_on
       and c.address is distinct from m.residence_address;
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function liaison.follow_address(uuid, date) from public;
grant execute on function liaison.follow_address(uuid, date) to app;
