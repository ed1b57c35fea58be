alter policy reading on away.application
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id in (select s.id
                           from member.published_standing s
                          where s.kept_id = (select nullif(current_setting('app.self', true), '')::uuid)), false));
