-- The workplace of the record that goes on reads the returned slips of the one put into it, too.
alter policy workplace on assessment.comment
    using (state = 'RETURNED'
        and exists (select from member.published_standing m
                     where m.id = member_id
                       and m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)));
