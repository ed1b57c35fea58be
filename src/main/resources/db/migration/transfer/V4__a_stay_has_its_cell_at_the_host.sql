-- The host says in which of its cells the member lives (placed_no). Within one committee the cell is known before the
-- letter; it sees the case from the letter on, like everybody it leads to.
drop policy reading on transfer.transfer;
create policy reading on transfer.transfer for select to app
    using (coalesce(
        from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or (state not in ('PROPOSED', 'OPENED', 'CANCELLED')
            and (to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
                 or placed_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)))
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));

-- The cell where the member lives is asked for its comment and answers.
drop policy reading on transfer.stay_comment;
create policy reading on transfer.stay_comment for select to app
    using (coalesce(
            from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
            or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
            or to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
            or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false)
        or exists (select from transfer.transfer t
                    where t.id = transfer_id
                      and coalesce(t.placed_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
drop policy changing on transfer.stay_comment;
create policy changing on transfer.stay_comment for update to app
    using (coalesce(
            from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
            or to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
        or exists (select from transfer.transfer t
                    where t.id = transfer_id
                      and coalesce(t.placed_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)))
    with check (coalesce(
            from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
            or to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
        or exists (select from transfer.transfer t
                    where t.id = transfer_id
                      and coalesce(t.placed_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));

-- Stays to come (without a first day: the letter has not arrived), under way and over, as everybody who calls people
-- together reads them.
insert into member.published_stay
       (home_no, office_no, id, member_id, full_name, sort_key, home_name, host_name, since, until, ended_on)
select t.work_no, t.to_no, t.id, t.member_id, t.full_name, t.sort_key, coalesce(w.name, ''), t.to_name,
       case when t.received_on is not null then least(t.received_on, t.until) end, t.until, t.closed_on
  from transfer.transfer t
  left join organisation.published_unit w on w.no = t.work_no and w.valid @> t.opened_on
 where t.kind = 'TEMPORARY'
   and t.state in ('ISSUED', 'STAYING', 'ENDED');
