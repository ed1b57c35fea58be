-- Quyết định phân công and biên bản kiểm điểm: on which kept paper an assignment, and a review, stands.
alter table assignment.assignment add column decision_paper uuid references document.paper;
alter table assignment.review add column minutes_paper uuid references document.paper;
create index on assignment.assignment (decision_paper);
create index on assignment.review (minutes_paper);
grant update (decision_paper) on assignment.assignment to app;
grant update (minutes_paper) on assignment.review to app;
