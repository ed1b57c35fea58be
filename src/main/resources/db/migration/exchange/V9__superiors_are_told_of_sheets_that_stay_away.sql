-- When the committee above was told that the sheets of a half-year still stay away: once.
alter table exchange.half_sheet_reminder
    add column superior_told_on date check (superior_told_on >= reminded_on);
grant update (superior_told_on) on exchange.half_sheet_reminder to app;
