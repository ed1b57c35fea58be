-- A fact about a person that the person is not told of: what one side drafts (DECISIONS 4).
alter table audit.fact_about add column for_member boolean not null default true;
update audit.fact_about a
   set for_member = false
  from audit.fact f
 where f.id = a.fact_id
   and f.key in ('assessment.round-opened', 'assessment.round-supplemented', 'assessment.requests-taken-up',
       'assessment.draft-saved', 'assessment.decision-recorded', 'assessment.decision-withdrawn',
       'assessment.comments-signed', 'assessment.comments-given-back', 'assessment.comments-confirmed',
       'meeting.held');

drop policy reading on audit.fact_about;
create policy reading on audit.fact_about for select to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (for_member and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false));
