-- Takes the lines of an imported register out again as long as nothing has been built on them: no
-- letter or entry has changed since, and nothing refers to one (a foreign key then refuses). Returns
-- the members who stood on a register through it.
create or replace function liaison.take_back_import(p_import uuid) returns table (member_id uuid)
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_moved uuid[];
begin
    if v_scope is null
       or exists (select from liaison.introduction i
                   where i.import_id = p_import
                     and not coalesce(i.work_no <@ v_scope and i.res_no <@ v_scope, false)) then
        raise exception 'a letter is out of scope' using errcode = '42501';
    end if;
    if exists (select from liaison.introduction i where i.import_id = p_import and i.version > 1)
       or exists (select from liaison.contact c where c.import_id = p_import and c.version > 1)
       or exists (select from liaison.contact c
                    join liaison.introduction i on i.id = c.introduction_id
                   where i.import_id = p_import
                     and c.import_id is null) then
        raise exception 'a letter or an entry was changed since' using errcode = '23001';
    end if;
    select array_agg(c.member_id) into v_moved
      from liaison.contact c
     where c.import_id = p_import
       and upper_inf(c.valid);
    delete from liaison.contact c where c.import_id = p_import;
    delete from liaison.introduction i where i.import_id = p_import;
    return query select unnest(v_moved);
end $$;
revoke all on function liaison.take_back_import(uuid) from public;
grant execute on function liaison.take_back_import(uuid) to app;
