-- Other capabilities look communes up by code; they are facts about places, not about persons.
create view organisation.published_commune with (security_invoker = true) as
select c.code, c.name, c.province, c.invented
  from organisation.commune c;
grant select on organisation.published_commune to app;
