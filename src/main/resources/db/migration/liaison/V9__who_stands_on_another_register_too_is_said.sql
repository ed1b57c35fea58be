-- Who stands on the caller's register today and, by name and birth, on that of another ward as well.
-- The caller learns which ward, a public name, and nothing of the other entry.
create index contact_same_person on liaison.contact (folded, birth) where upper_inf(valid);

create or replace function liaison.also_registered() returns table (contact_id uuid, ward_name text)
    language sql stable security definer set search_path = pg_catalog
as $$
    select c.id, string_agg(distinct u.name, ', ')
      from liaison.contact c
      join liaison.contact o on o.folded = c.folded and o.birth = c.birth and o.ward_no <> c.ward_no
      join organisation.published_unit u on u.no = o.ward_no and upper_inf(u.valid)
     where coalesce(c.unit_no <@ nullif(current_setting('app.scope', true), '')::int4multirange, false)
       and not coalesce(o.unit_no <@ nullif(current_setting('app.scope', true), '')::int4multirange, false)
       and upper_inf(c.valid)
       and upper_inf(o.valid)
     group by c.id
$$;
revoke all on function liaison.also_registered() from public;
grant execute on function liaison.also_registered() to app;
