-- Diện miễn nơi cư trú: granted by the workplace for a period, with the paper that says so. One entered
-- by mistake is withdrawn, never taken away; before the end the workplace and the person are reminded.
alter table member.exemption
    add column paper_no text,
    add column paper_date date,
    add column paper_issuer text,
    add column withdrawn boolean not null default false,
    add column reminded_on date,
    drop constraint one_exemption_at_a_time,
    add constraint one_exemption_at_a_time
        exclude using gist (member_id with =, kind with =, valid with &&) where (not withdrawn),
    drop constraint exemption_kind_check,
    add constraint exemption_kind_check check (kind in ('MEETINGS', 'INTRODUCTION')),
    add constraint exemption_lasts check (not isempty(valid));

create or replace view member.published_exemption with (security_invoker = true) as
select e.id, e.member_id, e.kind, e.ground, e.valid from member.exemption e where not e.withdrawn;

-- The residence and the person read it; only the workplace writes it.
drop policy scope on member.exemption;
create policy reading on member.exemption for select to app
    using (exists (select from member.member m where m.id = member_id));
create policy adding on member.exemption for insert to app
    with check (exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
create policy changing on member.exemption for update to app
    using (exists (select from member.member m
                    where m.id = member_id
                      and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)))
    with check (exists (select from member.member m
                         where m.id = member_id
                           and coalesce(m.work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
grant update (valid, withdrawn, reminded_on) on member.exemption to app;
create index exemption_ends on member.exemption (upper(valid)) where not withdrawn and reminded_on is null;
