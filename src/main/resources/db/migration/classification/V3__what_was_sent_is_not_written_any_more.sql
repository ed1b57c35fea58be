-- The member reads the own self-review at any time, and writes it only while the review is with the
-- member: before it is sent, and after the cell has given it back.
drop policy own on classification.self_review;
create policy own_reading on classification.self_review for select to app
    using (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy own_adding on classification.self_review for insert to app
    with check (coalesce(
        member_id = (select nullif(current_setting('app.self', true), '')::uuid)
        and exists (select from classification.review r
                     where r.id = self_review.review_id
                       and r.member_id = self_review.member_id
                       and r.state = 'DRAFT'), false));
create policy own_writing on classification.self_review for update to app
    using (coalesce(
        member_id = (select nullif(current_setting('app.self', true), '')::uuid)
        and exists (select from classification.review r
                     where r.id = self_review.review_id
                       and r.member_id = self_review.member_id
                       and r.state = 'DRAFT'), false))
    with check (coalesce(member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));

revoke update on classification.self_review from app;
grant update (answers, points, level, sent_at, changed_at) on classification.self_review to app;

-- A member takes a draft to the cell and nothing else of the review into the own hands.
drop policy changing on classification.review;
create policy changing on classification.review for update to app
    using (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state in ('SENT', 'PROPOSED')
            and work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange))
        or (state = 'DRAFT'
            and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false))
    with check (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state in ('DRAFT', 'PROPOSED')
            and work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange))
        or (state in ('DRAFT', 'SENT')
            and meeting_id is null
            and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false));
