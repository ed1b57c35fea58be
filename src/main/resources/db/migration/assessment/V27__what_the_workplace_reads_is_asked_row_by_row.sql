-- As before, and only of what neither the residence nor those above it see anyway.
alter policy workplace on assessment.comment
    using (state = 'RETURNED'
           and not coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
           and member.works_within(member_id));
