-- What was noted of a record that was put into another counts for that one, and the person reads all of it.
alter policy own on screening.lapse
    using (coalesce(
        member_id in (select s.id
                        from member.published_standing s
                       where s.kept_id = (select nullif(current_setting('app.self', true), '')::uuid)), false));
