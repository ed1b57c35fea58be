-- "Chi bộ Tổ dân phố 1" exists in every ward. The superior is on the head of the paper, so nothing is told that the
-- one who holds it cannot read.
create or replace function document.verify(p_code text)
    returns table (kind text, number text, made_on date, issuer text, in_force boolean)
    language sql stable security definer set search_path = pg_catalog
as $$
select p.kind, p.number, p.made_on,
       concat_ws(', ', p.data -> 'issuer' ->> 'name',
                 case p.data -> 'issuer' ->> 'organ' when 'CELL' then p.data -> 'issuer' ->> 'superior' end),
       p.void_on is null
  from document.paper p
 where p.code = p_code
$$;
