-- Takes the year's round of one ward of the province of people.sql away, and its exemptions, so that everybody on
-- its register is commented on once more. Run by the owner (docs/decisions/0013). Parameter: :ward.

-- phường chưa mở đợt nhận xét
delete from assessment.comment c
 where c.ward_no = :ward::int;

delete from assessment.round_cell r
 where r.ward_no = :ward::int;

delete from assessment.round r
 where r.unit_no = :ward::int;

delete from member.exemption e
 using liaison.contact c
 where c.member_id = e.member_id
   and c.ward_no = :ward::int;

update liaison.contact c
   set exempt = false
 where c.ward_no = :ward::int
   and c.exempt;
