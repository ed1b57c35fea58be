-- Who signs in as a member does so at the unit of the membership: the line among the offices follows
-- the member to another cell or office, and to the record that goes on when two are put together, so
-- that the new office's administrator finds the account and the old one no longer does.
create or replace function member.member_signs_in_where_the_membership_is() returns trigger
    language plpgsql set search_path = pg_catalog
as $$
begin
    update member.office o
       set unit_no = m.work_no
      from member.person p
      join member.member m on m.id = p.member_id
     where o.person_id = p.id
       and o.role = 'MEMBER'
       and o.unit_no <> m.work_no
       and case tg_table_name when 'member' then m.id = new.id else p.id = new.id end;
    return null;
end $$;

create trigger sign_in_follows after update of work_no on member.member
    for each row when (old.work_no is distinct from new.work_no)
    execute function member.member_signs_in_where_the_membership_is();
create trigger sign_in_follows after update of member_id on member.person
    for each row when (old.member_id is distinct from new.member_id)
    execute function member.member_signs_in_where_the_membership_is();

update member.office o
   set unit_no = m.work_no
  from member.person p
  join member.member m on m.id = p.member_id
 where o.person_id = p.id
   and o.role = 'MEMBER'
   and o.unit_no <> m.work_no;
