-- What a request must know of an account before anything else, for the one question about who is there.
create view access.published_account with (security_invoker = true) as
    select a.unit_no, a.id, a.person_id, a.stamp, a.locked_since is not null as locked, a.must_change
      from access.account a;
