-- The short code of a paper (ShortCode.java): the counter is scrambled under the installation's key.
create sequence document.paper_code minvalue 0 start 0 maxvalue 9999999999;
grant usage on sequence document.paper_code to app;

-- mark: what the paper says of itself to a phone, sealed (Mark.java). void_on: from then on the paper is out of force (withdrawn); a verify page says so.
alter table document.paper
    add code text,
    add mark text,
    add void_on date;
create unique index paper_code_once on document.paper (code) where code is not null;

-- Takes papers out of force. The caller must be on the side whose papers they are.
create or replace function document.make_void(p_papers uuid[], p_on date) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_count int;
begin
    update document.paper p
       set void_on = coalesce(p.void_on, p_on)
     where p.id = any (p_papers)
       and coalesce(p.unit_no <@ v_scope, false);
    get diagnostics v_count = row_count;
    if v_count <> cardinality(p_papers) then
        raise exception 'a paper is out of scope' using errcode = '42501';
    end if;
    return v_count;
end $$;
revoke all on function document.make_void(uuid[], date) from public;
grant execute on function document.make_void(uuid[], date) to app;

-- What anybody may know who holds a paper in hand and types its code: number, date, committee and
-- whether it is in force. No name of a person.
create or replace function document.verify(p_code text)
    returns table (kind text, number text, made_on date, issuer text, in_force boolean)
    language sql stable security definer set search_path = pg_catalog
as $$
select p.kind, p.number, p.made_on, p.data -> 'issuer' ->> 'name', p.void_on is null
  from document.paper p
 where p.code = p_code
$$;
revoke all on function document.verify(text) from public;
grant execute on function document.verify(text) to app;
