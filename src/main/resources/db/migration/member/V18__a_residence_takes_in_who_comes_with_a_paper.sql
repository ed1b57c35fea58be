-- Somebody whose workplace is outside this program comes with a letter: the residence writes the
-- record, for nobody else here can. Only below an outside organisation, and only into the own scope.
create or replace function member.take_in(
        p_id uuid, p_work_no int, p_res_no int, p_full_name text, p_folded text, p_initials text,
        p_sort_key text, p_birth date, p_birth_precision text, p_sex text, p_admitted date,
        p_official date, p_post text, p_phone text, p_address text, p_placement uuid, p_since date)
    returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
begin
    if not coalesce(p_res_no <@ v_scope, false)
            or not exists (select from organisation.published_unit u where u.no = p_work_no and u.outside) then
        raise exception 'the member is out of scope' using errcode = '42501';
    end if;
    insert into member.member
           (work_no, res_no, id, full_name, folded, initials, sort_key, birth, birth_precision, sex,
            admitted, official, status, post, phone, residence_address)
    values (p_work_no, p_res_no, p_id, p_full_name, p_folded, p_initials, p_sort_key, p_birth,
            p_birth_precision, p_sex, p_admitted, p_official,
            case when p_official is null and p_admitted is not null then 'PROBATIONARY' else 'OFFICIAL' end,
            p_post, p_phone, p_address);
    insert into member.placement (id, member_id, unit_no, valid)
    values (p_placement, p_id, p_work_no, daterange(p_since, null));
    return 1;
end $$;
revoke all on function member.take_in(uuid, int, int, text, text, text, text, date, text, text, date, date, text, text, text, uuid, date) from public;
grant execute on function member.take_in(uuid, int, int, text, text, text, text, date, text, text, date, date, text, text, text, uuid, date) to app;
