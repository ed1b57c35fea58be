-- Gia hạn: the last day of a stay may be moved by whoever may change the stay.
grant update (until) on member.stay to app;

-- Name and birth of somebody who came for a time with a letter on paper go when two have approved; the record itself
-- is kept at home, outside this program. The stay's days, its cell and the figures stay.
create function member.forget_guests(p_disposal uuid) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_before date;
    v_guests uuid[];
    v_count int;
begin
    select d.before_day
      into v_before
      from member.published_disposal d
     where d.id = p_disposal
       and d.kind = 'guests'
       and coalesce(d.unit_no <@ v_scope, false);
    if v_before is null then
        raise exception 'the disposal is out of scope or not approved by two' using errcode = '42501';
    end if;
    v_guests := array(select s.member_id
                        from member.stay s
                       where s.office_no <@ v_scope
                         and s.ended_on < v_before
                         and exists (select from organisation.published_unit u where u.no = s.home_no and u.outside));
    update member.stay s
       set full_name = 'Hồ sơ đã ẩn danh', sort_key = ''
     where s.member_id = any (v_guests);
    update member.member m
       set full_name = 'Hồ sơ đã ẩn danh', folded = '', initials = '', sort_key = '', birth = null,
           birth_precision = null, disposal_id = p_disposal, version = m.version + 1
     where m.id = any (v_guests)
       and m.disposal_id is null;
    get diagnostics v_count = row_count;
    return v_count;
end $$;
revoke all on function member.forget_guests(uuid) from public;
grant execute on function member.forget_guests(uuid) to app;

-- Of the people on a residence's register those who have Party life for a time with a host outside of that ward: that
-- it is so, not where, nor since when. Only for people whom the residence has on its register.
create function member.with_a_host(p_members uuid[], p_ward int, p_day date) returns setof uuid
    language plpgsql stable security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
begin
    return query
        select s.member_id
          from member.stay s
          join member.member m on m.id = s.member_id
         where s.member_id = any (p_members)
           and m.res_no <@ v_scope
           and s.since <= p_day
           and p_day <= s.until
           and (s.ended_on is null or p_day < s.ended_on)
           and s.office_no is distinct from p_ward;
end $$;
revoke all on function member.with_a_host(uuid[], int, date) from public;
grant execute on function member.with_a_host(uuid[], int, date) to app;
