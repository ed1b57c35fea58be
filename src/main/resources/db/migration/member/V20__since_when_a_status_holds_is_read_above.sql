-- Which status began when, by which paper: the workplace and the person, as the periods themselves.
create view member.published_status with (security_invoker = true) as
select p.member_id, p.status, lower(p.valid) as since, p.paper_no, p.paper_date
  from member.period p
 where p.kind = 'STATUS'
   and not p.withdrawn;
grant select on member.published_status to app;
