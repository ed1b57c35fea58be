-- Until when the people of a round should have reported themselves. A day, no window: what comes later is
-- read, too. Rounds that are older have none and ask nobody.
alter table assessment.round add column report_due date;

-- Whether a round of this year waits for the own report of the one who is signed in, and by when it should
-- be there. Of the slip it tells nothing but that there will be one: it asks until the day by which
-- cells sign, however far the slip is.
create function assessment.report_asked(p_today date) returns table (due date)
    language sql stable security definer set search_path = pg_catalog
as $$
    select r.report_due
      from assessment.comment c
      join assessment.round r on r.id = c.round_id
     where c.member_id = any (assessment.records_of(nullif(current_setting('app.self', true), '')::uuid))
       and c.state <> 'RETURNED'
       and r.year = extract(year from p_today)::int
       and r.report_due is not null
       and r.comment_due >= p_today
       and not exists (select from assessment.self_report s
                        where s.member_id = any (assessment.records_of(c.member_id))
                          and s.year = r.year
                          and s.state = 'SENT')
     limit 1
$$;
revoke all on function assessment.report_asked(date) from public;
grant execute on function assessment.report_asked(date) to app;
