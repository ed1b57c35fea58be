-- Which documents belong to meetings of before a day. For the owner's two functions below alone.
create or replace function meeting.documents_before(p_before date, p_scope int4multirange)
    returns table (id uuid)
    language sql stable set search_path = pg_catalog
as $$
    select d.id
      from meeting.sent_document d
      join meeting.meeting m on m.id = d.meeting_id
     where d.unit_no <@ p_scope
       and m.planned_on < p_before
$$;
revoke all on function meeting.documents_before(date, int4multirange) from public;

-- How many: an administrator may count what cells sent, not read it.
create or replace function meeting.documents_due(p_before date) returns bigint
    language sql stable security definer set search_path = pg_catalog
as $$
    select count(*)
      from meeting.documents_before(p_before, nullif(current_setting('app.scope', true), '')::int4multirange)
$$;
revoke all on function meeting.documents_due(date) from public;
grant execute on function meeting.documents_due(date) to app;

create or replace function meeting.dispose_documents(p_disposal uuid) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_before date;
    v_count int;
begin
    select d.before_day
      into v_before
      from member.published_disposal d
     where d.id = p_disposal
       and d.kind = 'meeting-documents'
       and coalesce(d.unit_no <@ v_scope, false);
    if v_before is null then
        raise exception 'the disposal is out of scope or not approved by two' using errcode = '42501';
    end if;
    delete from meeting.sent_document d
     where d.id in (select b.id from meeting.documents_before(v_before, v_scope) b);
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function meeting.dispose_documents(uuid) from public;
grant execute on function meeting.dispose_documents(uuid) to app;
