-- Whose transfer has not come to its end, for those who have to know before they begin something else.
create view transfer.published_under_way with (security_invoker = true) as
select t.work_no, t.id, t.member_id, t.kind, t.to_name, t.number is not null as introduced
  from transfer.transfer t
 where t.state in ('PROPOSED', 'OPENED', 'ISSUED', 'RECEIVED', 'STAYING');
grant select on transfer.published_under_way to app;
