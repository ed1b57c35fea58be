-- Why a residence gave a letter back, in words that can be counted; the free words stay on the step.
alter table liaison.introduction
    add column returned_because text
        check (returned_because in ('WRONG_ADDRESS', 'NOT_LIVING_HERE', 'ALREADY_REGISTERED', 'OTHER')),
    add constraint a_reason_only_when_returned check (returned_because is null or state = 'RETURNED');

-- How to reach the committee member in charge, for the member and the workplace.
alter table liaison.contact add column in_charge_phone text;

create or replace view liaison.published_contact with (security_invoker = true) as
select c.unit_no, c.ward_no, c.cell_no, c.group_no, c.work_no, c.id, c.continues, c.introduction_id,
       c.member_id, c.valid, c.full_name, c.folded, c.sort_key, c.birth, c.birth_precision, c.sex,
       c.post, c.work_name, c.address, c.letter_number, c.letter_date, c.acknowledged_on,
       c.in_charge_person, c.in_charge_name, c.exempt, c.in_charge_phone
  from liaison.contact c;

-- The workplace ends the contact of people who moved away, left or died: the entries on the register
-- close on that day and stay. Returns how many closed.
create or replace function liaison.close_contacts(p_letters uuid[], p_on date, p_because text) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_count int;
begin
    if v_scope is null
       or exists (select from unnest(p_letters) as n (id)
                    left join liaison.introduction i on i.id = n.id
                   where not coalesce(i.work_no <@ v_scope, false)) then
        raise exception 'a letter is out of scope' using errcode = '42501';
    end if;
    update liaison.contact c
       set valid = daterange(lower(c.valid), greatest(p_on, lower(c.valid) + 1)),
           left_because = p_because,
           version = c.version + 1
     where c.introduction_id = any (p_letters)
       and upper_inf(c.valid);
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function liaison.close_contacts(uuid[], date, text) from public;
grant execute on function liaison.close_contacts(uuid[], date, text) to app;

-- The register marks who is exempt from meetings on that day; null for everyone in the scope who has
-- an exemption. The workplace grants it, the entry is the residence's: hence this function.
create or replace function liaison.mark_exempt(p_members uuid[], p_on date) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_count int;
begin
    if v_scope is null then
        raise exception 'no scope' using errcode = '42501';
    end if;
    update liaison.contact c
       set exempt = x.exempt
      from (select m.id, coalesce(bool_or(e.kind = 'MEETINGS' and e.valid @> p_on), false) as exempt
              from member.published_member m
              left join member.published_exemption e on e.member_id = m.id
             where coalesce(m.work_no <@ v_scope, false)
               and (m.id = any (p_members) or p_members is null and e.id is not null)
             group by m.id) x
     where c.member_id = x.id
       and upper_inf(c.valid)
       and c.exempt <> x.exempt;
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function liaison.mark_exempt(uuid[], date) from public;
grant execute on function liaison.mark_exempt(uuid[], date) to app;

-- Letters and entries go along when a member's Party life goes on in another cell.
create or replace function liaison.follow_work(p_member uuid) returns int
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
    update liaison.introduction i
       set work_no = v_work
     where i.member_id = p_member
       and i.state in ('ISSUED', 'SIGNED', 'SENT', 'ACKNOWLEDGED', 'PLACED')
       and i.work_no <> v_work;
    update liaison.contact c
       set work_no = v_work
     where c.member_id = p_member
       and upper_inf(c.valid)
       and c.work_no <> v_work;
    return v_work;
end $$;
revoke all on function liaison.follow_work(uuid) from public;
grant execute on function liaison.follow_work(uuid) to app;
