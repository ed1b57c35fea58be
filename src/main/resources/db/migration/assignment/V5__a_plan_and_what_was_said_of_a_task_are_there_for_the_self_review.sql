-- For the member's own yearly self-review: the plan of the year, and what the cell said of each task. The views lend
-- nobody an eye: who does not see the row does not see it here.
create view assignment.published_plan with (security_invoker = true) as
select p.unit_no, p.id, p.member_id, p.year, p.targets, p.measures, p.study, p.half_words, p.half_on, p.sent_at
  from assignment.plan p;
grant select on assignment.published_plan to app;

create or replace view assignment.published_review with (security_invoker = true) as
select r.unit_no, r.id, r.assignment_id, r.member_id, a.contact, r.cause, r.from_day, r.to_day, r.result, r.outcome,
       r.reviewed_on, r.words
  from assignment.review r
  join assignment.assignment a on a.id = r.assignment_id;
