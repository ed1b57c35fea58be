-- What is due and late on 23/11/2026 in the province of people.sql, with the tasks of tasks.sql, for each
-- nightly job something. Run by the owner (docs/decisions/0013). No parameters.

-- đảng viên nơi cư trú
create temp table made_person on commit drop as
select c.member_id, c.id as contact_id, right(m.card_no, 6)::int as i, i.from_no, c.work_no, i.to_no,
       c.unit_no as res_no, c.full_name, c.sort_key
  from liaison.contact c
  join member.member m on m.id = c.member_id
  join liaison.introduction i on i.id = c.introduction_id;

-- giấy giới thiệu quá hạn
update liaison.introduction i
   set state = 'ACKNOWLEDGED', due_on = '2026-10-15'
  from made_person p
 where p.member_id = i.member_id
   and p.i % 20 = 3;

-- miễn sinh hoạt sắp hết hạn, sổ chưa ghi
insert into member.exemption (id, member_id, kind, ground, valid, rulebook)
select gen_random_uuid(), p.member_id, 'MEETINGS', 'far-or-mobile', '[2026-11-01,2026-12-02)', '213-qd-tw/1'
  from made_person p
 where p.i % 25 = 7;

-- vắng mặt quá hạn trả lời
update meeting.attendance a
   set concluded_on = null
 where a.mark = 'ABSENT'
   and a.held_on = '2026-10-18';

-- thông tin trao đổi chưa trả lời
insert into exchange.notice
       (from_side, from_no, work_no, res_no, id, member_id, full_name, sort_key, kind, body, state, number,
        signed_by, signed_post, sent_on, due_on, rulebook, changed_at, changed_by)
select 'WORKPLACE', p.from_no, p.work_no, p.res_no, gen_random_uuid(), p.member_id, p.full_name, p.sort_key, 'POST',
       'Được bổ nhiệm', 'SENT', p.i || '-TB/ĐU', 'Lò Văn Ký', 'Bí thư', date '2026-10-05', date '2026-10-20',
       '213-qd-tw/1', timestamptz '2026-10-05 08:00+07', 'Văn phòng Đảng ủy'
  from made_person p
 where p.i % 17 = 0;

-- đề nghị nhận xét chưa trả lời, chi bộ chưa họp, chưa ký
insert into assessment.comment_request
       (from_no, work_no, to_no, res_no, id, member_id, contact_id, year, purpose, number, asked_on, due_on, state,
        full_name, sort_key, rulebook, changed_at, changed_by)
select p.from_no, p.work_no, p.to_no, p.res_no, gen_random_uuid(), p.member_id, p.contact_id, 2026, 'PERSONNEL',
       p.i || '-CV/ĐU', date '2026-10-05', date '2026-10-20', 'SENT', p.full_name, p.sort_key, '213-qd-tw/1',
       timestamptz '2026-10-05 08:00+07', 'Văn phòng Đảng ủy'
  from made_person p
 where p.i % 17 = 1;

update assessment.round r
   set comment_due = '2026-11-21';

-- đảng viên đi xa
insert into away.application
       (work_no, id, member_id, ground, away, decided_by, extent, place, valid, way, given_on, rulebook, state,
        supported_on, resolved_on, resolution_no, votes_for, votes_against, granted, changed_at, changed_by)
select p.work_no, gen_random_uuid(), p.member_id, 'work-away', true, 'CELL', 'FULL', 'Tỉnh bạn',
       daterange('2026-03-01', case p.i % 3 when 0 then date '2026-11-20' when 1 then date '2026-12-05'
                                            else date '2027-03-01' end),
       'PAPER', date '2026-02-10', '12-hd-btctw/1', 'RESOLVED', date '2026-02-12', date '2026-02-20',
       p.i || '-NQ/CB', 9, 0, true, timestamptz '2026-02-20 08:00+07', 'Bí thư'
  from made_person p
 where p.i % 23 = 0;

insert into away.stay_request
       (work_no, id, member_id, to_whom, what, way, sent_on, due_on, changed_at, changed_by)
select p.work_no, gen_random_uuid(), p.member_id, 'Đảng ủy phường bạn', 'Nhận xét', 'POST', date '2026-10-05',
       date '2026-10-20', timestamptz '2026-10-05 08:00+07', 'Bí thư'
  from made_person p
 where p.i % 46 = 0;

-- chuyển sinh hoạt quá hạn, sinh hoạt tạm thời sắp hết
insert into transfer.transfer
       (from_no, work_no, id, member_id, full_name, sort_key, kind, cause, decision_no, decision_on, to_name, since,
        until, state, opened_on, start_due, number, issued_on, hand_in_due, dossier, rulebook, changed_at, changed_by)
select p.from_no, p.work_no, gen_random_uuid(), p.member_id, p.full_name, p.sort_key,
       case when x.staying then 'TEMPORARY' else 'OFFICIAL' end, case when x.staying then 'STUDY' else 'JOB' end,
       p.i || '-QĐ', date '2026-07-01', 'Đảng ủy phường bạn', case when x.staying then date '2026-07-15' end,
       case when x.staying then date '2026-12-01' end,
       case p.i % 3 when 0 then 'OPENED' when 1 then 'ISSUED' else 'STAYING' end, date '2026-07-02',
       date '2026-07-20', case when p.i % 3 > 0 then p.i || '-GCSH' end,
       case when p.i % 3 > 0 then date '2026-07-10' end, case when p.i % 3 > 0 then date '2026-08-10' end,
       case when p.i % 3 > 0 then 'Lý lịch' end, '213-qd-tw/1', timestamptz '2026-07-10 08:00+07', 'Văn phòng Đảng ủy'
  from made_person p,
       lateral (select p.i % 3 = 2 as staying) x
 where p.i % 29 = 0;

-- kiểm điểm nhiệm vụ quá hạn
insert into assignment.review
       (unit_no, id, assignment_id, member_id, cause, from_day, to_day, due_on, changed_at, changed_by)
select a.unit_no, gen_random_uuid(), a.id, a.member_id, 'CYCLE', date '2026-09-01', date '2026-09-30',
       date '2026-10-15', timestamptz '2026-10-01 04:20+07', 'tự động'
  from assignment.assignment a
  join member.member m on m.id = a.member_id
 where right(m.card_no, 6)::int % 15 = 0;

update member.member m
   set status = 'EXEMPT'
  from made_person p
 where p.member_id = m.id
   and p.i % 97 = 5;

analyze liaison.introduction, member.exemption, member.member, meeting.attendance, exchange.notice;
analyze assessment.comment_request, away.application, away.stay_request, transfer.transfer, assignment.review;
