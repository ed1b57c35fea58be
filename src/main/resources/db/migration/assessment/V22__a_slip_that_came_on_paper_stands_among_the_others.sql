-- A slip that came on paper is read like one that was decided here: by the person, the workplace, the
-- review of the year (docs/decisions/0044). What stands behind it is its line in the book of what
-- arrived; the meeting, the signatures and the paper are those of the other office.
alter table assessment.comment
    add column incoming_id uuid unique references document.incoming,
    add constraint what_came_is_returned
        check (incoming_id is null
               or state = 'RETURNED'
               and decision_id is null
               and paper_id is null
               and round_id is null
               and cell_signed_on is not null),
    drop constraint no_signature_on_an_unfinished_slip,
    add constraint no_signature_on_an_unfinished_slip
        check (incoming_id is not null or state = 'DRAFT' or complete),
    drop constraint for_a_round_or_a_request,
    add constraint for_a_round_or_a_request
        check (incoming_id is not null or round_id is not null or request_id is not null),
    drop constraint no_signature_without_a_decision,
    add constraint no_signature_without_a_decision
        check (incoming_id is not null or (state = 'DRAFT') = (decision_id is null)),
    drop constraint signature_with_its_decision,
    add constraint signature_with_its_decision
        check (incoming_id is not null or (decision_id is null) = (cell_signed_on is null)),
    drop constraint confirmed_with_its_day,
    add constraint confirmed_with_its_day
        check (incoming_id is not null
               or (state in ('COMMUNE_CONFIRMED', 'RETURNED')) = (confirmed_on is not null)),
    drop constraint returned_with_its_paper,
    add constraint returned_with_its_paper
        check (incoming_id is not null or (state = 'RETURNED') = (paper_id is not null));

-- Written by the workplace in whose book it stands, about somebody who works there.
create policy came on assessment.comment for insert to app
    with check (coalesce(
        incoming_id is not null
        and exists (select from document.published_incoming n
                     where n.id = incoming_id
                       and n.kind = 'COMMENT_SLIP'
                       and n.unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange))
        and exists (select from member.published_standing m
                     where m.id = member_id
                       and m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)),
        false));

-- Nobody at the residence opens what such a slip proposes.
create policy came on assessment.follow_up for insert to app
    with check (exists (select from assessment.comment c
                          join member.published_standing m on m.id = c.member_id
                         where c.id = comment_id
                           and c.incoming_id is not null
                           and m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)));
