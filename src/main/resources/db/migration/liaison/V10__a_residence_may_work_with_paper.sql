-- Whether a residence takes letters on paper: nobody holds its office in this program.
create or replace function liaison.on_paper(p_ward int, p_on date) returns boolean
    language sql stable security definer set search_path = pg_catalog
as $$
select not exists (select from member.published_office o
                    where o.unit_no = p_ward
                      and o.role = 'RESIDENCE_OFFICE'
                      and o.valid @> p_on)
$$;
revoke all on function liaison.on_paper(int, date) from public;
grant execute on function liaison.on_paper(int, date) to app;

-- The workplace enters what such a residence has acknowledged: the entry of its register, of which
-- this program has no other writer.
create or replace function liaison.open_on_paper(
        p_letter uuid, p_contact uuid, p_on date, p_today date, p_in_charge text, p_phone text) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_count int;
begin
    insert into liaison.contact
           (ward_no, work_no, id, introduction_id, member_id, valid, full_name, folded, sort_key, birth,
            birth_precision, sex, admitted, official, post, work_name, address, letter_number,
            letter_date, acknowledged_on, in_charge_name, in_charge_phone, exempt)
    select i.to_no, i.work_no, p_contact, i.id, m.id, daterange(p_on, null), m.full_name, m.folded,
           m.sort_key, m.birth, m.birth_precision, m.sex, m.admitted, m.official, m.post, f.name,
           m.residence_address, i.number, i.issued_on, p_on, p_in_charge, p_phone, i.exempt
      from liaison.introduction i
      join member.published_member m on m.id = i.member_id
      join organisation.published_unit f on f.no = i.from_no and f.valid @> p_today
     where i.id = p_letter
       and i.state in ('ACKNOWLEDGED', 'PLACED')
       and coalesce(i.from_no <@ v_scope or i.work_no <@ v_scope, false)
       and liaison.on_paper(i.to_no, p_today);
    get diagnostics v_count = row_count;
    if v_count <> 1 then
        raise exception 'the letter is out of scope, or its residence works in the program' using errcode = '42501';
    end if;
    return v_count;
end $$;
revoke all on function liaison.open_on_paper(uuid, uuid, date, date, text, text) from public;
grant execute on function liaison.open_on_paper(uuid, uuid, date, date, text, text) to app;

-- A code on a paper leads to its letter.
create index on liaison.introduction (paper_id);
create index on liaison.introduction (acknowledgement_paper_id);
