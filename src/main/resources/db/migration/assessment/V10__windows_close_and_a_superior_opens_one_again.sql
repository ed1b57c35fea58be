-- Windows of a round beside those it has: until when workplaces ask and the committee confirms.
-- Rounds that are older have none.
alter table assessment.round add column request_due date;
alter table assessment.round add column confirm_due date;
alter table assessment.round add constraint confirmed_between
    check (confirm_due is null or confirm_due between comment_due and returned_due);

-- A closed window is opened once more by the superior, for one unit, with a reason.
create table assessment.window_exception (
    unit_no int not null references organisation.unit,
    by_no int not null references organisation.unit,
    id uuid primary key,
    year int not null check (year between 2000 and 2100),
    window_kind text not null check (window_kind in ('REQUEST', 'COMMENT', 'CONFIRMATION', 'RETURN')),
    until date not null,
    because text not null check (because <> ''),
    at timestamptz not null,
    by_whom text not null
);
create index on assessment.window_exception (unit_no, year, window_kind);
revoke update, delete on assessment.window_exception from app;
alter table assessment.window_exception enable row level security;
alter table assessment.window_exception force row level security;
create policy owner_all on assessment.window_exception to owner using (true) with check (true);
create policy scope on assessment.window_exception for select to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or by_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy granting on assessment.window_exception for insert to app
    with check (coalesce(
        unit_no <> by_no
        and unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        and by_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- The day on which a ward stopped taking requests of a committee for the year, or null while it takes
-- them; a workplace reads this day and nothing else of the ward's round.
create function assessment.requests_closed(ward int, of_year int, committee int, on_day date) returns date
    language sql stable security definer set search_path = assessment, pg_temp
    as $$ select r.request_due
              from assessment.round r
             where r.unit_no = ward
               and r.year = of_year
               and r.request_due < on_day
               and nullif(current_setting('app.scope', true), '') is not null
               and not exists (select from assessment.window_exception e
                                where e.unit_no = committee
                                  and e.year = of_year
                                  and e.window_kind = 'REQUEST'
                                  and e.until >= on_day) $$;
revoke all on function assessment.requests_closed(int, int, int, date) from public;
grant execute on function assessment.requests_closed(int, int, int, date) to app;
