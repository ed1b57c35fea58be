-- A name is looked for among those in scope: the index that lists the members of a unit in their order
-- also holds what a name is found by, so no row is read that is not shown. An index over the names of
-- the whole country would read millions of entries to find those of one commune (decision 0019).
drop index member.member_folded;
drop index member.member_initials;
drop index member.member_work;
create index member_work on member.member (work_no, sort_key, id) include (folded, initials);

-- Finds people within the caller's scope: row security would have every row read before a name is
-- looked at, because no text comparison is leakproof. They come after one line of the list and in its
-- order; without such a line in no order, so that counting ends as soon as there are so many. Patterns
-- are like '% an%', all of which a name fits; no pattern finds everybody. What is typed as a card or
-- phone number is looked for as nothing else.
drop function member.found(text[], text, text, text, int[]);
create function member.found(
        p_patterns text[], p_initials text, p_card text, p_phone text, p_units int[], p_cell int,
        p_after_key text, p_after_id uuid, p_most int)
    returns table (work_no int, id uuid)
    language plpgsql stable security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_units int4multirange := (select range_agg(int4range(u.no, u.no, '[]')) from unnest(p_units) as u (no));
begin
    if p_cell is not null then
        v_scope := v_scope * int4multirange(int4range(p_cell, p_cell, '[]'));
    end if;
    if p_card <> '' or p_phone <> '' then
        return query
        select m.work_no, m.id
          from member.member m
         where (m.card_no = nullif(p_card, '') or m.phone = nullif(p_phone, ''))
           and m.work_no <@ v_scope
           and (p_after_key is null or (m.sort_key, m.id) > (p_after_key collate "C", p_after_id))
         order by m.sort_key, m.id
         limit p_most;
        return;
    end if;
    if p_after_key is null then
        return query
        select m.work_no, m.id
          from unnest(v_scope) as r (nos),
               lateral (select n.work_no, n.id
                          from member.member n
                         where n.work_no >= lower(r.nos)
                           and n.work_no < upper(r.nos)
                           and (' ' || n.folded like all (p_patterns)
                                or n.initials = nullif(p_initials, '')
                                or n.work_no <@ v_units)
                         limit p_most) m
         limit p_most;
        return;
    end if;
    return query
    select m.work_no, m.id
      from unnest(v_scope) as r (nos),
           lateral (select n.work_no, n.id, n.sort_key
                      from member.member n
                     where n.work_no >= lower(r.nos)
                       and n.work_no < upper(r.nos)
                       and (' ' || n.folded like all (p_patterns)
                            or n.initials = nullif(p_initials, '')
                            or n.work_no <@ v_units)
                       and (n.sort_key, n.id) > (p_after_key collate "C", p_after_id)
                     order by n.sort_key, n.id
                     limit p_most) m
     order by m.sort_key, m.id
     limit p_most;
end $$;
revoke all on function member.found(text[], text, text, text, int[], int, text, uuid, int) from public;
grant execute on function member.found(text[], text, text, text, int[], int, text, uuid, int) to app;
