-- Every request asks who is there before it does anything. The scope is bound inside, for this
-- statement's own transaction alone, so the question takes one way to the server; row security holds
-- here as everywhere, and without a scope there is nobody.
create function member.present(p_scope text, p_account uuid, p_on date)
    returns table (stamp int, locked boolean, must_change boolean, tree bigint, id uuid, person_id uuid,
                   full_name text, member_id uuid, unit_no int, unit_id uuid, unit_name text, role text,
                   title text, since date, until date)
    language plpgsql as $$
begin
    perform set_config('app.scope', p_scope, true), set_config('app.self', '', true);
    return query
        select a.stamp, a.locked, a.must_change, t.change, o.id, o.person_id, p.full_name, p.member_id,
               o.unit_no, u.id, u.name, o.role, o.title, lower(o.valid), upper(o.valid) - 1
          from access.published_account a
          join member.office o on o.person_id = a.person_id and o.valid @> p_on
          join member.person p on p.id = o.person_id
          join organisation.published_unit u on u.no = o.unit_no and u.valid @> p_on
         cross join organisation.published_tree t
         where a.id = p_account
         order by o.role = 'MEMBER', lower(o.valid), o.id;
end
$$;
