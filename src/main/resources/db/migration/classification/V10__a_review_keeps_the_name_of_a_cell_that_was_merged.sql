-- Whether a unit was closed by a day and this is how it stood last: a review goes on to its decision although the cell
-- that proposed was merged into another meanwhile, and keeps that cell's name.
create function classification.last_of(p_unit int, p_valid daterange, p_day date) returns boolean
    language sql stable
    as $$ select upper(p_valid) <= p_day
             and not exists (select from organisation.published_unit u
                              where u.no = p_unit
                                and lower(u.valid) > lower(p_valid)
                                and lower(u.valid) <= p_day) $$;
grant execute on function classification.last_of(int, daterange, date) to app;
