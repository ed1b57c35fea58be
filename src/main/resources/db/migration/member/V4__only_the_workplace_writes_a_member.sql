-- The residence and the person read a member's row; only the workplace writes it. What no act takes
-- away the program may not take away.
drop policy scope on member.member;
create policy reading on member.member for select to app
    using (coalesce(
        work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or res_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy adding on member.member for insert to app
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy changing on member.member for update to app
    using (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

revoke delete on member.member, member.workplace_only, member.placement, member.exemption, member.person from app;
revoke update on member.placement, member.exemption, member.person from app;
