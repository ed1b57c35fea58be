-- Kiểm điểm of an assignment: of each period of its task, and at once when the person's circumstances change.
create table assignment.review (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    assignment_id uuid not null references assignment.assignment,
    member_id uuid not null references member.member,
    cause text not null check (cause in ('CYCLE', 'STATUS', 'WORKPLACE', 'RESIDENCE', 'POST', 'EXEMPTION', 'LEFT_CELL')),
    from_day date not null,
    to_day date not null,
    due_on date not null,
    self_words text,
    self_on date,
    result text check (result in ('EXCEEDED', 'ON_TIME', 'LATE', 'NOT_DONE')),
    outcome text check (outcome in ('KEPT', 'CHANGED', 'ENDED')),
    words text,
    reviewed_on date,
    reviewed_by text,
    reminded_on date,
    escalated_on date,
    version int not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint one_review_of_a_period unique (assignment_id, cause, to_day),
    constraint a_period_ends_after_it_begins check (to_day >= from_day),
    constraint reviewed_with_an_outcome
        check ((reviewed_on is null) = (outcome is null) and (reviewed_on is null) = (reviewed_by is null)),
    constraint a_period_is_reviewed_with_a_result
        check (cause <> 'CYCLE' or (reviewed_on is null) = (result is null))
);
create index on assignment.review (unit_no, due_on) where reviewed_on is null;
create index on assignment.review (unit_no, reviewed_on);
create index on assignment.review (member_id);

revoke update on assignment.review from app;
grant update (self_words, self_on, result, outcome, words, reviewed_on, reviewed_by, reminded_on, escalated_on, version,
    changed_at, changed_by) on assignment.review to app;

alter table assignment.review enable row level security;
alter table assignment.review force row level security;
create policy owner_all on assignment.review to owner using (true) with check (true);
create policy reading on assignment.review for select to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy adding on assignment.review for insert to app
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy changing on assignment.review for update to app
    using (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (reviewed_on is null
            and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false))
    with check (coalesce(
        unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (reviewed_on is null
            and member_id = (select nullif(current_setting('app.self', true), '')::uuid)), false));

-- The workplace's act about a person puts up for review what the person does at the residence, which the
-- workplace does not see: it learns no more than the units that are to be told.
create or replace function assignment.put_up(p_member uuid, p_cause text, p_only_contact boolean, p_today date,
                                             p_due date, p_at timestamptz)
    returns table (unit_no int, side text)
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if nullif(current_setting('app.scope', true), '') is null then
        raise exception 'no scope' using errcode = '42501';
    end if;
    return query
    with added as (
        insert into assignment.review
               (unit_no, id, assignment_id, member_id, cause, from_day, to_day, due_on, changed_at, changed_by)
        select a.unit_no, gen_random_uuid(), a.id, a.member_id, p_cause, least(a.since, p_today), p_today, p_due, p_at,
               'tự động'
          from assignment.assignment a
         where a.member_id = p_member
           and a.state = 'ACCEPTED'
           and (a.until is null or a.until >= p_today)
           and (a.contact or not p_only_contact)
           and not exists (select from assignment.review r
                            where r.assignment_id = a.id
                              and r.cause <> 'CYCLE'
                              and r.reviewed_on is null)
            on conflict do nothing
        returning review.unit_no
    )
    select distinct d.unit_no, u.side
      from added d
      join organisation.published_unit u on u.no = d.unit_no and u.valid @> p_today;
end $$;
revoke all on function assignment.put_up(uuid, text, boolean, date, date, timestamptz) from public;
grant execute on function assignment.put_up(uuid, text, boolean, date, date, timestamptz) to app;

create view assignment.published_review with (security_invoker = true) as
select r.unit_no, r.id, r.assignment_id, r.member_id, a.contact, r.cause, r.from_day, r.to_day, r.result, r.outcome,
       r.reviewed_on
  from assignment.review r
  join assignment.assignment a on a.id = r.assignment_id;
grant select on assignment.published_review to app;
