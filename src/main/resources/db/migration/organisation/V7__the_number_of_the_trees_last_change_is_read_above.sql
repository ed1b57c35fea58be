create view organisation.published_tree with (security_invoker = true) as
    select t.change from organisation.tree t;
