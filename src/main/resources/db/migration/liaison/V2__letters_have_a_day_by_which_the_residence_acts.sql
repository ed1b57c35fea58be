-- The last day for the residence's next step: to acknowledge a sent letter, to place an acknowledged
-- member. Null while nothing is awaited from the residence.
alter table liaison.introduction
    add column due_on date,
    add column reminded_on date,
    add column escalated_on date,
    add constraint reminded_after_the_day check (reminded_on > due_on),
    add constraint superior_told_after_a_reminder check (escalated_on is null or reminded_on is not null);
create index introduction_due on liaison.introduction (due_on) where due_on is not null;
