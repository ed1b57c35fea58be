-- Members, offices, letters, registers, meetings and drafts of one year over the tree of tree.sql.
-- Run by the owner (docs/decisions/0013). Parameters: :wards, :workplaces, :members (all), :contacts
-- (those introduced to a residence), :big (of these in the first ward), and the lists of names
-- :full, :folded, :initials, :sort_keys, :women.

-- đảng viên
create temp table made_name on commit drop as
select n.ordinality - 1 as i, n.full_name, n.folded, n.initials, n.sort_key, n.woman
  from unnest(:full::text[], :folded::text[], :initials::text[], :sort_keys::text[], :women::boolean[])
       with ordinality as n (full_name, folded, initials, sort_key, woman, ordinality);

create temp table made_member on commit drop as
with numbered as (
    select i, i <= :contacts::int as contact,
           case when i <= :big::int then 1
                when i <= :contacts::int then 2 + (i - :big::int - 1) % (:wards::int - 1)
                else 1 + (i - :contacts::int - 1) % :wards::int end as ward,
           case when i <= :big::int then i % 12 else (i / (:wards::int - 1)) % 12 end as cell
      from generate_series(1, :members::int) i
)
select n.i, gen_random_uuid() as id, gen_random_uuid() as letter, n.contact, n.ward,
       2 + (n.ward - 1) * 40 as ward_no,
       3 + (n.ward - 1) * 40 + n.cell * 3 as cell_no,
       3 + (n.ward - 1) * 40 + n.cell * 3 + 1 + (n.i / 12) % 2 as group_no,
       2 + :wards::int * 40 + ((n.i - 1) % :workplaces::int) * 5 as workplace_no,
       case when n.contact
            then 2 + :wards::int * 40 + ((n.i - 1) % :workplaces::int) * 5 + 1 + ((n.i - 1) / :workplaces::int) % 4
            else 3 + (n.ward - 1) * 40 + n.cell * 3 end as work_no,
       n.contact and n.i % 25 = 0 as exempt,
       date '1966-01-01' + (n.i * 37 % 12410) as birth,
       m.full_name, m.folded, m.initials, m.sort_key, m.woman,
       'Số ' || 1 + n.i % 399 || ' đường Hoa Ban' as address,
       (array['Chuyên viên', 'Kế toán', 'Điều dưỡng', 'Giáo viên', 'Kỹ sư', 'Trưởng phòng'])[1 + n.i % 6] as post
  from numbered n
  join made_name m on m.i = (n.i::bigint * 7919) % (select count(*) from made_name);
create index on made_member (id);
analyze made_member;

insert into member.member
       (work_no, res_no, id, full_name, folded, initials, sort_key, birth, birth_precision, sex, card_no,
        admitted, official, status, post, phone, expertise, residence_address, residence_commune)
select m.work_no, case when m.contact then m.group_no end, m.id, m.full_name, m.folded, m.initials,
       m.sort_key, m.birth, 'DAY', case when m.woman then 'FEMALE' else 'MALE' end,
       '99.' || to_char(m.i, 'FM000000'), (m.birth + interval '22 years')::date,
       (m.birth + interval '23 years')::date, 'OFFICIAL', m.post, '060' || to_char(m.i, 'FM0000000'),
       (array['Pháp luật', 'Y tế', 'Công nghệ thông tin', 'Hòa giải cơ sở'])[1 + m.i % 4], m.address,
       '99' || to_char(m.ward, 'FM000')
  from made_member m
 order by m.i;

insert into member.workplace_only (work_no, member_id, ethnicity)
select m.work_no, m.id, case when m.i % 3 = 0 then 'Tày' else 'Kinh' end
  from made_member m
 order by m.i;

insert into member.placement (id, member_id, unit_no, valid)
select gen_random_uuid(), m.id, m.work_no, '[2025-07-01,)'
  from made_member m
 order by m.i;

insert into member.exemption (id, member_id, kind, ground, valid, rulebook)
select gen_random_uuid(), m.id, 'MEETINGS', 'far-or-mobile', '[2025-12-01,)', '213-qd-tw/1'
  from made_member m
 where m.exempt;

-- chức vụ
create temp table made_office on commit drop as
select row_number() over (order by u.unit_no, r.role) as n, gen_random_uuid() as person, u.unit_no, r.role, r.title
  from organisation.unit_period u
  join (values ('PROVINCE', 'SUPERIOR', 'ADMINISTRATOR', 'Quản trị hệ thống'),
               ('PROVINCE', 'SUPERIOR', 'ANALYST', 'Chuyên viên Ban Tổ chức Tỉnh ủy'),
               ('COMMUNE', 'RESIDENCE', 'RESIDENCE_OFFICE', 'Văn phòng Đảng ủy'),
               ('COMMUNE', 'RESIDENCE', 'AUDITOR', 'Ủy ban Kiểm tra'),
               ('CELL', 'RESIDENCE', 'RESIDENCE_CELL_SECRETARY', 'Bí thư'),
               ('CELL', 'RESIDENCE', 'COMMITTEE_MEMBER_IN_CHARGE', 'Chi ủy viên'),
               ('GRASSROOTS', 'WORKPLACE', 'WORKPLACE_OFFICE', 'Văn phòng Đảng ủy'),
               ('CELL', 'WORKPLACE', 'WORKPLACE_CELL_SECRETARY', 'Bí thư'))
       as r (kind, side, role, title) on r.kind = u.kind and r.side = u.side;

insert into member.person (id, full_name, folded, sort_key)
select o.person, m.full_name, m.folded, m.sort_key
  from made_office o
  join made_name m on m.i = (o.n * 104729) % (select count(*) from made_name);

insert into member.office (id, person_id, unit_no, role, title, valid)
select gen_random_uuid(), o.person, o.unit_no, o.role, o.title || ' ' || u.name, '[2025-07-01,)'
  from made_office o
  join organisation.unit_period u on u.unit_no = o.unit_no
 order by o.n;

-- giấy giới thiệu
create temp table made_letter on commit drop as
select m.letter as id, m.id as member_id, m.workplace_no, m.work_no, m.ward_no, m.group_no, m.exempt,
       row_number() over (partition by m.workplace_no order by m.work_no, m.sort_key, m.i) as n
  from made_member m
 where m.contact;

insert into liaison.introduction
       (from_no, work_no, to_no, res_no, id, member_id, state, number, issued_on, sent_on, acknowledged_on,
        exempt, rulebook, changed_at, changed_by)
select l.workplace_no, l.work_no, l.ward_no, l.group_no, l.id, l.member_id, 'PLACED',
       to_char(l.n, 'FM900') || '-GGT/ĐU', date '2025-12-01', date '2025-12-03', date '2025-12-10',
       l.exempt, '213-qd-tw/1', timestamptz '2025-12-10 14:00+07', 'Văn phòng Đảng ủy'
  from made_letter l
 order by l.workplace_no, l.n;

insert into liaison.introduction_step (introduction_id, no, state, at, on_date, unit_no, who)
select l.id, s.no, s.state, (s.on_date::text || ' 09:00+07')::timestamptz, s.on_date,
       case when s.no <= 3 then l.workplace_no else l.ward_no end, 'Văn phòng Đảng ủy'
  from made_letter l,
       (values (1, 'ISSUED', date '2025-12-01'), (2, 'SIGNED', date '2025-12-02'),
               (3, 'SENT', date '2025-12-03'), (4, 'ACKNOWLEDGED', date '2025-12-10'),
               (5, 'PLACED', date '2025-12-10')) as s (no, state, on_date);

insert into document.series (unit_no, kind, term_start, last)
select l.workplace_no, 'INTRODUCTION', date '2025-07-01', max(l.n)
  from made_letter l
 group by l.workplace_no;

-- sổ theo dõi
create temp table made_contact on commit drop as
select gen_random_uuid() as id, m.id as member_id, m.ward_no, m.cell_no, m.group_no, m.work_no, m.i, m.exempt,
       m.full_name, m.sort_key, w.name as work_name
  from made_member m
  join organisation.unit_period w on w.unit_no = m.workplace_no
 where m.contact;

insert into liaison.contact
       (ward_no, cell_no, group_no, work_no, id, introduction_id, member_id, valid, full_name, folded,
        sort_key, birth, birth_precision, sex, admitted, official, post, work_name, address,
        letter_number, letter_date, acknowledged_on, in_charge_person, in_charge_name, exempt)
select m.ward_no, m.cell_no, m.group_no, m.work_no, c.id, m.letter, m.id, '[2025-12-10,)', m.full_name,
       m.folded, m.sort_key, m.birth, 'DAY', case when m.woman then 'FEMALE' else 'MALE' end,
       (m.birth + interval '22 years')::date, (m.birth + interval '23 years')::date, m.post, c.work_name,
       m.address, to_char(l.n, 'FM900') || '-GGT/ĐU', date '2025-12-01', date '2025-12-10', p.id,
       p.full_name, m.exempt
  from made_member m
  join made_contact c on c.member_id = m.id
  join made_letter l on l.member_id = m.id
  join made_office o on o.unit_no = m.cell_no and o.role = 'COMMITTEE_MEMBER_IN_CHARGE'
  join member.person p on p.id = o.person
 order by m.ward_no, m.sort_key;

-- sinh hoạt và điểm danh
create temp table made_meeting on commit drop as
select gen_random_uuid() as id, u.unit_no, d.no, d.on_date, d.title
  from organisation.unit_period u,
       (values (1, date '2026-05-24', 'Sinh hoạt 6 tháng đầu năm 2026'),
               (2, date '2026-10-18', 'Sinh hoạt 6 tháng cuối năm 2026')) as d (no, on_date, title)
 where u.kind = 'CELL'
   and u.side = 'RESIDENCE';

insert into meeting.meeting
       (unit_no, id, kind, title, planned_on, starts_at, place, agenda, state, invited_on, held_on, rulebook,
        changed_at, changed_by)
select m.unit_no, m.id, 'PERIODIC', m.title, m.on_date, time '19:30', 'Nhà văn hóa',
       'Thông báo tình hình địa phương', 'HELD', m.on_date - 9, m.on_date, '213-qd-tw/1',
       (m.on_date::text || ' 21:00+07')::timestamptz, 'Bí thư'
  from made_meeting m;

insert into meeting.attendance
       (unit_no, work_no, meeting_id, member_id, contact_id, full_name, sort_key, work_name, invited_on, mark,
        held_on, asked_on, answer_due, concluded_on, changed_at, changed_by)
select c.group_no, c.work_no, m.id, c.member_id, c.id, c.full_name, c.sort_key, c.work_name, m.on_date - 9,
       t.mark, m.on_date,
       case when t.mark = 'ABSENT' then m.on_date + 1 end,
       case when t.mark = 'ABSENT' then m.on_date + 8 end,
       case when t.mark = 'ABSENT' then m.on_date + 9 else m.on_date end,
       (m.on_date::text || ' 21:00+07')::timestamptz, 'Bí thư'
  from made_contact c
  join made_meeting m on m.unit_no = c.cell_no,
       lateral (select case when (c.i * 31 + m.no * 17) % 100 < 82 then 'PRESENT'
                            when (c.i * 31 + m.no * 17) % 100 < 90 then 'EXCUSED_BEFORE'
                            when (c.i * 31 + m.no * 17) % 100 < 96 then 'ABSENT'
                            else 'HOUSEHOLD' end as mark) t
 where not c.exempt;

-- đợt nhận xét
create temp table made_round on commit drop as
select gen_random_uuid() as id, u.unit_no
  from organisation.unit_period u
 where u.kind = 'COMMUNE';

insert into assessment.round
       (unit_no, id, year, opened_on, meeting_due, comment_due, returned_due, state, rulebook, changed_at, changed_by)
select r.unit_no, r.id, 2026, date '2026-11-02', date '2026-11-20', date '2026-11-30', date '2026-12-11', 'OPEN',
       '213-qd-tw/1', timestamptz '2026-11-02 08:00+07', 'Văn phòng Đảng ủy'
  from made_round r;

insert into assessment.round_cell (ward_no, cell_no, round_id, registered, exempt)
select c.ward_no, c.cell_no, r.id, count(*), count(*) filter (where c.exempt)
  from made_contact c
  join made_round r on r.unit_no = c.ward_no
 group by c.ward_no, c.cell_no, r.id;

insert into assessment.comment
       (unit_no, cell_no, ward_no, work_no, id, round_id, member_id, contact_id, year, form, state, full_name,
        sort_key, work_name, rulebook, changed_at, changed_by)
select c.group_no, c.cell_no, c.ward_no, c.work_no, gen_random_uuid(), r.id, c.member_id, c.id, 2026, 'NORMAL',
       'DRAFT', c.full_name, c.sort_key, c.work_name, '213-qd-tw/1', timestamptz '2026-11-02 08:00+07',
       'Văn phòng Đảng ủy'
  from made_contact c
  join made_round r on r.unit_no = c.ward_no
 where not c.exempt;

-- thống kê cho bộ tối ưu truy vấn
analyze member.member, member.workplace_only, member.placement, member.exemption, member.person, member.office;
analyze liaison.introduction, liaison.introduction_step, liaison.contact;
analyze meeting.meeting, meeting.attendance, assessment.round, assessment.round_cell, assessment.comment;
