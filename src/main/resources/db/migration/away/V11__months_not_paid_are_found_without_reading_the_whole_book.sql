-- Few months of the book of dues are not paid: an office above a whole province asks for these alone.
create index unpaid_due on away.due (work_no, month, member_id) where mark = 'UNPAID';
