-- The rule counts the months of a year wherever the member had Party life: what was noted and talked about
-- goes along to the new cell, and so does a case that is open. What was decided stays where it was decided.
create function screening.follow_work(p_member uuid) returns int
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
    update screening.lapse l set work_no = v_work where l.member_id = p_member and l.work_no <> v_work;
    update screening.talk t set work_no = v_work where t.member_id = p_member and t.work_no <> v_work;
    update screening.hearing h
       set work_no = v_work
      from screening.case_file c
     where c.id = h.case_id and c.member_id = p_member and c.state <> 'DECIDED' and h.work_no <> v_work;
    update screening.look l
       set work_no = v_work
      from screening.case_file c
     where c.id = l.case_id and c.member_id = p_member and c.state <> 'DECIDED' and l.work_no <> v_work;
    update screening.case_file c
       set work_no = v_work
     where c.member_id = p_member and c.state <> 'DECIDED' and c.work_no <> v_work;
    return v_work;
end $$;
revoke all on function screening.follow_work(uuid) from public;
grant execute on function screening.follow_work(uuid) to app;
