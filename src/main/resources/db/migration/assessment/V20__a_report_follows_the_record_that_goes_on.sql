-- A record and those that a merge put into it, so that what was written for one of them is found at the
-- record that goes on. Says numbers only, and only to somebody who may see anything at all.
create function assessment.records_of(p_member uuid) returns uuid[]
    language sql stable security definer set search_path = pg_catalog
    as $$ select array(select s.id
                         from member.published_standing s
                        where s.kept_id = p_member
                          and coalesce(nullif(current_setting('app.scope', true), ''),
                                       nullif(current_setting('app.self', true), '')) is not null) $$;
revoke all on function assessment.records_of(uuid) from public;
grant execute on function assessment.records_of(uuid) to app;

-- Who goes on reads, and takes back, what was said under the record set aside.
alter policy own on assessment.self_report
    using (coalesce(member_id = any ((select assessment.records_of(
        (select nullif(current_setting('app.self', true), '')::uuid)))::uuid[]), false))
    with check (coalesce(member_id = any ((select assessment.records_of(
        (select nullif(current_setting('app.self', true), '')::uuid)))::uuid[]), false));
