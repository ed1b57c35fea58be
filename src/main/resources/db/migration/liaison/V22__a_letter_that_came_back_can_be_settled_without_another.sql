-- The workplace has looked into why a letter came back and makes no other one: since when, and why.
alter table liaison.introduction
    add column settled_on date,
    add column settled_why text,
    add constraint settled_with_a_reason check ((settled_on is null) = (settled_why is null)),
    add constraint only_what_came_back_is_settled check (settled_on is null or state = 'RETURNED');
