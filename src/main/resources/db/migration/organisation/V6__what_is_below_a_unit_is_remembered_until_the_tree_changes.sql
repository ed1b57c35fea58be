-- One row: the number of the last change of the tree. What the program remembers of the tree bears
-- this number, so a change is seen by whoever reads after its commit (docs/decisions/0042). A number
-- is given once, also where its change is rolled back.
create sequence organisation.tree_change start 1;
grant usage on sequence organisation.tree_change to app;
create table organisation.tree (
    one boolean primary key default true check (one),
    change bigint not null
);
insert into organisation.tree (change) values (nextval('organisation.tree_change'));
revoke insert, delete on organisation.tree from app;

create function organisation.tree_changed() returns trigger language plpgsql as $$
begin
    update organisation.tree set change = nextval('organisation.tree_change');
    return null;
end
$$;

create trigger tree_changed after insert or update or delete on organisation.unit
    for each statement execute function organisation.tree_changed();
create trigger tree_changed after insert or update or delete on organisation.unit_period
    for each statement execute function organisation.tree_changed();
create trigger tree_changed after insert or update or delete on organisation.unit_predecessor
    for each statement execute function organisation.tree_changed();
