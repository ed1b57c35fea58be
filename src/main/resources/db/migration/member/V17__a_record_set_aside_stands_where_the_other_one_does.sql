-- Where each record stands at work. One that was put into another stands where that one does, so
-- that what once was written for it is found there.
create view member.published_standing with (security_invoker = true) as
select m.id, m.id as kept_id, m.work_no
  from member.member m
 where m.work_no is not null
union all
select g.gone_id, m.id, m.work_no
  from member.merge g
  join member.member m on m.id = g.kept_id
 where g.undone_at is null
   and m.work_no is not null;
grant select on member.published_standing to app;
