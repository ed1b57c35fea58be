-- Takes the year's rounds of wards of the province of people.sql away, and their exemptions, so that everybody on
-- the registers is commented on once more. Run by the owner (docs/decisions/0013). Parameters: :low, :high.

-- phường chưa mở đợt nhận xét
delete from assessment.comment c
 where c.ward_no between :low::int and :high::int;

delete from assessment.round_cell r
 where r.ward_no between :low::int and :high::int;

delete from assessment.round r
 where r.unit_no between :low::int and :high::int;

delete from member.exemption e
 using liaison.contact c
 where c.member_id = e.member_id
   and c.ward_no between :low::int and :high::int;

update liaison.contact c
   set exempt = false
 where c.ward_no between :low::int and :high::int
   and c.exempt;
