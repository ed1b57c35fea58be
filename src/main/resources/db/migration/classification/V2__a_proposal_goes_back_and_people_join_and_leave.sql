-- The committee gives a proposal back to the cell; it stands here, where the member does not read.
alter table classification.proposal
    add column sent_back_because text,
    add column sent_back_on date,
    add column sent_back_by text,
    add constraint sent_back_with_a_reason
        check ((sent_back_because is null) = (sent_back_on is null)
               and (sent_back_on is null) = (sent_back_by is null));

-- Who left after the opening is taken out with a reason, and keeps the place on the list.
alter table classification.review
    add column taken_out_because text,
    drop constraint review_why_not_check,
    add constraint review_why_not_check check (why_not in ('EXEMPT', 'SUSPENDED', 'RECENT', 'LEFT')),
    add constraint taken_out_with_a_reason
        check (coalesce(why_not = 'LEFT', false) = (taken_out_because is not null));
grant update (why_not, taken_out_because) on classification.review to app;
