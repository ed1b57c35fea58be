-- What a paper that came in answers: a request for a comment. A slip that came on paper is read by the
-- person it is about once it has been taken in, as one of this program is (DECISIONS 4).
alter table document.incoming add column about_id uuid;
create index on document.incoming (about_id) where about_id is not null;
grant update (about_id) on document.incoming to app;
create policy own on document.incoming for select to app
    using (coalesce(
        kind = 'COMMENT_SLIP'
        and handled_at is not null
        and member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));

create view document.published_incoming with (security_invoker = true) as
select n.unit_no, n.id, n.member_id, n.about_id, n.kind, n.number, n.made_on, n.arrived_on, n.issuer,
       n.handled_at
  from document.incoming n;
grant select on document.published_incoming to app;
