-- Written by the nightly look only: each thing that is late is told once, and once to the superior.
alter table assessment.comment_request add column reminded_on date, add column escalated_on date;
create index comment_request_waiting on assessment.comment_request (due_on)
    where state <> 'ANSWERED';
alter table assessment.round_cell add column meeting_reminded_on date,
    add column signing_reminded_on date;
alter table assessment.round add column return_reminded_on date;
alter table assessment.follow_up add column reminded_on date, add column escalated_on date;
create index follow_up_waiting on assessment.follow_up (due_on) where answered_on is null;
