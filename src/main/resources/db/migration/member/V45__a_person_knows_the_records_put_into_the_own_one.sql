-- What was noted under a record that was put into the person's own is the person's to read, too. How it was
-- put together stays with the workplace: who reads a merge no longer reads its fields by that alone.
alter policy reading on member.merge
    using (exists (select from member.member m
                    where m.id = kept_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
                                   or m.id = (select nullif(current_setting('app.self', true), '')::uuid), false)));
alter policy scope on member.merge_field
    using (exists (select from member.merge g
                     join member.member m on m.id = g.kept_id
                    where g.id = merge_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)))
    with check (exists (select from member.merge g
                          join member.member m on m.id = g.kept_id
                         where g.id = merge_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
