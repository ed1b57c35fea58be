-- What the committees of a province tell each other in a year, over the letters of people.sql: notices both
-- ways, and the half-yearly sheets of most. Run by the owner (docs/decisions/0013). No parameters.

-- thông tin trao đổi hai chiều
insert into exchange.notice
       (from_side, from_no, work_no, res_no, id, member_id, full_name, sort_key, kind, body, state, number,
        signed_by, signed_post, sent_on, due_on, received_on, received_by, answer, answered_on, answered_by,
        rulebook, changed_at, changed_by)
select p.side, case when p.side = 'WORKPLACE' then p.from_no else p.unit_no end, p.work_no, p.unit_no,
       gen_random_uuid(), p.member_id, p.full_name, p.sort_key,
       case when p.side = 'WORKPLACE' then (array['POST', 'TRANSFER', 'COMMENDATION', 'RETIREMENT'])[1 + p.k % 4]
            else (array['ABSENCES', 'PRAISE', 'HELP'])[1 + p.k % 3] end,
       'Việc đã rõ, gửi để các đồng chí biết và phối hợp.',
       case when p.answered_on is not null then 'ANSWERED' when p.k % 2 = 0 then 'RECEIVED' else 'SENT' end,
       p.k || '-CV/ĐU', 'Lò Văn Ký', 'Bí thư', p.sent_on, p.sent_on + 14,
       case when p.answered_on is not null or p.k % 2 = 0 then p.sent_on + 2 end,
       case when p.answered_on is not null or p.k % 2 = 0 then 'Văn phòng' end,
       case when p.answered_on is not null then 'Đã biết và ghi vào sổ.' end, p.answered_on,
       case when p.answered_on is not null then 'Văn phòng' end,
       '213-qd-tw/1', p.sent_on, 'Văn phòng'
  from (select c.work_no, c.unit_no, c.member_id, c.full_name, c.sort_key, i.from_no, x.k,
               case when x.k % 2 = 0 then 'WORKPLACE' else 'RESIDENCE' end as side,
               date '2026-01-05' + (x.k % 310)::int as sent_on,
               case when x.k % 10 > 1 then date '2026-01-05' + (x.k % 310 + 3 + x.k % 14)::int end as answered_on
          from (select c.id, row_number() over (order by c.work_no, c.sort_key, c.id) / 3 as k,
                       row_number() over (order by c.work_no, c.sort_key, c.id) % 3 as third
                  from liaison.contact c
                 where upper_inf(c.valid)) x
          join liaison.contact c on c.id = x.id
          join liaison.introduction i on i.id = c.introduction_id
         where x.third = 0) p;

-- phiếu trao đổi 6 tháng
insert into exchange.half_sheet
       (from_side, work_no, ward_no, half, id, figures, body, signed_by, signed_post, sent_on, sent_by)
select s.side, p.from_no, p.to_no, date '2026-01-01', gen_random_uuid(),
       '{"registered": 12, "present": 20, "told": 1, "owed": 0}'::jsonb, '', 'Lò Văn Ký', 'Bí thư',
       date '2026-07-03' + (row_number() over (order by p.from_no, p.to_no, s.side) % 20)::int, 'Văn phòng'
  from (select distinct i.from_no, i.to_no
          from liaison.introduction i
         where i.state = 'PLACED') p
 cross join (values ('WORKPLACE'), ('RESIDENCE')) as s (side)
 where (p.from_no + p.to_no) % 5 > 0;

analyze exchange.notice, exchange.half_sheet;
