-- Whether a unit was closed by a day and this is how it stood last: a ward that was merged into another
-- keeps its name on what it did.
create function assessment.last_of(p_unit int, p_valid daterange, p_day date) returns boolean
    language sql stable
    as $$ select upper(p_valid) <= p_day
             and not exists (select from organisation.published_unit u
                              where u.no = p_unit
                                and lower(u.valid) > lower(p_valid)
                                and lower(u.valid) <= p_day) $$;
grant execute on function assessment.last_of(int, daterange, date) to app;
