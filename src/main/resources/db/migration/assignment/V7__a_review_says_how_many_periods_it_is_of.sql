-- Where the program did not run at the end of a period, the next review is of the missed ones as well: one look,
-- not twelve.
alter table assignment.review add periods int not null default 1;
alter table assignment.review add constraint a_review_is_of_a_period_at_least check (periods >= 1);
alter table assignment.review add constraint several_periods_are_of_a_task check (periods = 1 or cause = 'CYCLE');
