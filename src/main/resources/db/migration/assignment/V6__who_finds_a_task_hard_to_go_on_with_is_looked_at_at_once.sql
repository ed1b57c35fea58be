-- Illness, a child to look after: the person says so while the task runs, and the cell looks at it at once. The words
-- are the person's own; no ground, no diagnosis is kept beside them.
alter table assignment.review drop constraint review_cause_check;
alter table assignment.review add constraint a_review_has_a_cause
    check (cause in ('CYCLE', 'STATUS', 'WORKPLACE', 'RESIDENCE', 'POST', 'EXEMPTION', 'HARDSHIP', 'LEFT_CELL'));

-- The person asks for the own running assignment, and for no other look.
create policy asking on assignment.review for insert to app
    with check (coalesce(
        cause = 'HARDSHIP'
        and reviewed_on is null
        and member_id = (select nullif(current_setting('app.self', true), '')::uuid)
        and exists (select from assignment.assignment a
                     where a.id = review.assignment_id
                       and a.unit_no = review.unit_no
                       and a.member_id = review.member_id
                       and a.state = 'ACCEPTED'), false));
