-- A workplace that works with another installation, or with paper alone, and whose letters come here:
-- named in the tree so that its members can stand on a register. Nobody holds an office there.
alter table organisation.unit add outside boolean not null default false;

create or replace view organisation.published_unit with (security_invoker = true) as
select u.no, u.id, p.code, p.name, p.kind, p.side, p.parent_no, p.commune_code, p.address, p.valid,
       u.outside
  from organisation.unit u
  join organisation.unit_period p on p.unit_no = u.no;

-- The number of an outside organisation: the one of that id, or where no id came with the paper the one
-- of that name, or a new one below the top of the tree. The table is locked: two arrivals make one.
create or replace function organisation.outside(
        p_id uuid, p_fresh uuid, p_code text, p_name text, p_kind text, p_since date) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_no int;
begin
    if nullif(current_setting('app.scope', true), '')::int4multirange is null then
        raise exception 'no scope' using errcode = '42501';
    end if;
    lock table organisation.unit in share row exclusive mode;
    select u.no into v_no
      from organisation.unit u
      join organisation.unit_period p on p.unit_no = u.no and p.valid @> p_since
     where u.outside
       and case when p_id is null then p.name = p_name else u.id = p_id end
     order by u.no
     limit 1;
    if v_no is not null then
        return v_no;
    end if;
    select max(u.no) + 1 into v_no from organisation.unit u;
    insert into organisation.unit (no, id, outside)
    values (v_no,
            case when p_id is null or exists (select from organisation.unit u where u.id = p_id)
                 then p_fresh else p_id end,
            true);
    insert into organisation.unit_period (unit_no, code, name, kind, side, parent_no, valid)
    values (v_no,
            case when p_code is null or exists (select from organisation.unit_period p
                                                 where p.code = p_code and p.valid && daterange(p_since, null))
                 then 'NGOAI.' || v_no else p_code end,
            p_name, p_kind, 'WORKPLACE',
            (select min(p.unit_no) from organisation.unit_period p
              where p.parent_no is null and p.valid @> p_since and p.unit_no <> v_no),
            daterange(p_since, null));
    return v_no;
end $$;
revoke all on function organisation.outside(uuid, uuid, text, text, text, date) from public;
grant execute on function organisation.outside(uuid, uuid, text, text, text, date) to app;
