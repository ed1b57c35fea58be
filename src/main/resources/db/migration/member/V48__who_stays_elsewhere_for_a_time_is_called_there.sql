-- Sinh hoạt tạm thời: whom an organisation has introduced to another one for a time, and in which cell there the
-- member lives. The office that introduces writes the row with its letter (the id is that of the act above); the
-- host says since when, in which cell and until when. The host reads name and home cell here, not the record.
create table member.stay (
    home_no int not null references organisation.unit,
    office_no int references organisation.unit,
    host_no int references organisation.unit,
    id uuid primary key,
    member_id uuid not null references member.member,
    full_name text not null,
    sort_key text collate "C" not null,
    home_name text not null,
    host_name text not null,
    since date,
    until date not null,
    ended_on date,
    constraint a_stay_begins_before_its_last_day check (since <= until),
    constraint a_stay_ends_after_it_began check (ended_on >= since)
);
create index on member.stay (member_id);
create index on member.stay (host_no);
create index on member.stay (office_no);
create index on member.stay (home_no);
revoke update, delete on member.stay from app;
grant update (host_no, since, ended_on) on member.stay to app;

alter table member.stay enable row level security;
alter table member.stay force row level security;
create policy owner_all on member.stay to owner using (true) with check (true);
create policy reading on member.stay for select to app
    using (coalesce(
            home_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
            or office_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
            or host_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
            or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false)
        or exists (select from member.member m
                    where m.id = member_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
create policy adding on member.stay for insert to app
    with check (exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
create policy changing on member.stay for update to app
    using (ended_on is null
        and (coalesce(office_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
             or exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))))
    with check (coalesce(office_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
             or exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));

-- The days on which the member lives there: from the arrival to the last day of the letter, or to the day of return.
create view member.published_stay with (security_invoker = true) as
select s.home_no, s.office_no, s.host_no, s.id, s.member_id, s.full_name, s.sort_key, s.home_name, s.host_name,
       s.since, s.until, s.ended_on, daterange(s.since, least(s.ended_on, s.until + 1)) as valid
  from member.stay s
 where s.since is not null;
grant select on member.published_stay to app;

-- Somebody of an organisation outside this program comes for a time with a letter on paper: name and birth only, for
-- the record is kept at home. The host writes it with the stay; nobody here reads the record itself.
create or replace function member.take_in_guest(
        p_id uuid, p_work_no int, p_full_name text, p_folded text, p_initials text, p_sort_key text, p_birth date,
        p_birth_precision text, p_placement uuid, p_stay uuid, p_office_no int, p_host_no int, p_home_name text,
        p_host_name text, p_since date, p_until date)
    returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
begin
    if not coalesce(p_office_no <@ v_scope, false)
            or not coalesce(p_host_no <@ v_scope, p_host_no is null)
            or not exists (select from organisation.published_unit u where u.no = p_work_no and u.outside) then
        raise exception 'the stay is out of scope' using errcode = '42501';
    end if;
    insert into member.member
           (work_no, id, full_name, folded, initials, sort_key, birth, birth_precision)
    values (p_work_no, p_id, p_full_name, p_folded, p_initials, p_sort_key, p_birth, p_birth_precision);
    insert into member.placement (id, member_id, unit_no, valid)
    values (p_placement, p_id, p_work_no, daterange(p_since, null));
    insert into member.stay
           (home_no, office_no, host_no, id, member_id, full_name, sort_key, home_name, host_name, since, until)
    values (p_work_no, p_office_no, p_host_no, p_stay, p_id, p_full_name, p_sort_key, p_home_name, p_host_name,
            p_since, p_until);
    return 1;
end $$;
revoke all on function member.take_in_guest(uuid, int, text, text, text, text, date, text, uuid, uuid, int, int, text, text, date, date) from public;
grant execute on function member.take_in_guest(uuid, int, text, text, text, text, date, text, uuid, uuid, int, int, text, text, date, date) to app;
