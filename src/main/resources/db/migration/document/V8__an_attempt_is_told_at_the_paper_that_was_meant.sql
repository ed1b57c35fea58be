-- The paper that a file or a code says it is, for the history of an attempt that was refused: ids
-- alone, which say nothing to whom the paper is not shown.
create function document.named(p_paper uuid, p_code text) returns table (paper uuid, member uuid)
    language sql stable security definer set search_path = pg_catalog
as $$
select p.id, p.member_id
  from document.paper p
 where (p.id = p_paper or p.code = p_code)
   and nullif(current_setting('app.scope', true), '') is not null
 limit 1
$$;
revoke all on function document.named(uuid, text) from public;
grant execute on function document.named(uuid, text) to app;
