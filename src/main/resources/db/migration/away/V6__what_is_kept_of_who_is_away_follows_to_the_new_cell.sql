-- Who has Party life in another cell is asked after there: applications, signs of life, requests for help,
-- what the place of stay was asked, and the marks of dues go along, as the member's record does.
create function away.follow_work(p_member uuid) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_work int;
begin
    select m.work_no into v_work
      from member.published_member m
     where m.id = p_member
       and coalesce(m.work_no <@ v_scope, false);
    if v_work is null then
        raise exception 'the member is out of scope' using errcode = '42501';
    end if;
    update away.application a set work_no = v_work where a.member_id = p_member and a.work_no <> v_work;
    update away.check_in i set work_no = v_work where i.member_id = p_member and i.work_no <> v_work;
    update away.help h set work_no = v_work where h.member_id = p_member and h.work_no <> v_work;
    update away.link l set work_no = v_work where l.member_id = p_member and l.work_no <> v_work;
    update away.stay_request r set work_no = v_work where r.member_id = p_member and r.work_no <> v_work;
    update away.due d set work_no = v_work where d.member_id = p_member and d.work_no <> v_work;
    return v_work;
end $$;
revoke all on function away.follow_work(uuid) from public;
grant execute on function away.follow_work(uuid) to app;
