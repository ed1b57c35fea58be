-- Nhận xét khác: the facts of a slip, which the marks alone do not say.
create or replace view assessment.published_comment with (security_invoker = true) as
select c.unit_no, c.cell_no, c.ward_no, c.work_no, c.id, c.round_id, c.request_id, c.member_id,
       c.year, c.form, c.state, c.answers, c.complete, c.met_on, c.cell_signed_on, c.confirmed_on,
       c.returned_on, c.paper_id, c.rulebook, c.version, c.edition, c.replaces, c.other
  from assessment.comment c;
