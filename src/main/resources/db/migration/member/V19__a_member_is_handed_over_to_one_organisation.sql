-- Bàn giao: the office of Party life lets a member go to one organisation, which alone may take the
-- member over. The id is that of the act above (a transfer); it is closed when taken, given back or
-- taken back, and never written again.
create table member.handover (
    id uuid primary key,
    member_id uuid not null references member.member,
    to_no int not null references organisation.unit,
    offered_on date not null,
    closed_on date,
    constraint not_closed_before_it_was_offered check (closed_on >= offered_on)
);
create unique index one_handover_at_a_time on member.handover (member_id) where closed_on is null;
create index on member.handover (to_no) where closed_on is null;

alter table member.handover enable row level security;
alter table member.handover force row level security;
create policy owner_all on member.handover to owner using (true) with check (true);
create policy reading on member.handover for select to app
    using (coalesce(to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
        or exists (select from member.member m
                    where m.id = member_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
create policy adding on member.handover for insert to app
    with check (exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
create policy changing on member.handover for update to app
    using (closed_on is null
        and (coalesce(to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
             or exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))))
    with check (closed_on is not null
        and (coalesce(to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
             or exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))));
revoke update, delete on member.handover from app;
grant update (closed_on) on member.handover to app;

-- The organisation that a member was handed over to places the member in one of its cells: the old
-- placement ends on the day before, the new one begins. Without an open handover to the caller nothing
-- moves, whoever calls.
create or replace function member.take_over(
        p_handover uuid, p_unit_no int, p_placement uuid, p_from date,
        p_paper_no text, p_paper_date date, p_paper_issuer text) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_member uuid;
begin
    if v_scope is null or not p_unit_no <@ v_scope then
        raise exception 'the unit is out of scope' using errcode = '42501';
    end if;
    update member.handover h
       set closed_on = greatest(p_from, h.offered_on)
     where h.id = p_handover
       and h.closed_on is null
       and coalesce(h.to_no <@ v_scope, false)
    returning h.member_id into v_member;
    if v_member is null then
        raise exception 'the member was not handed over to the caller' using errcode = '42501';
    end if;
    update member.member m
       set work_no = p_unit_no,
           version = m.version + 1
     where m.id = v_member;
    update member.workplace_only w
       set work_no = p_unit_no
     where w.member_id = v_member;
    update member.placement p
       set valid = daterange(lower(p.valid), p_from)
     where p.member_id = v_member
       and upper_inf(p.valid)
       and coalesce(lower(p.valid) < p_from, true);
    insert into member.placement (id, member_id, unit_no, valid, paper_no, paper_date, paper_issuer)
    values (p_placement, v_member, p_unit_no, daterange(p_from, null), p_paper_no, p_paper_date, p_paper_issuer);
    return 1;
end $$;
revoke all on function member.take_over(uuid, int, uuid, date, text, date, text) from public;
grant execute on function member.take_over(uuid, int, uuid, date, text, date, text) to app;
