-- Which assignment helps. Tasks stand above: no key, and what became of it is read there.
alter table away.help add column assignment_id uuid;
grant update (assignment_id) on away.help to app;
