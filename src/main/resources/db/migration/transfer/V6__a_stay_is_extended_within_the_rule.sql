-- Gia hạn: each time a stay was made longer, from which last day to which one, and by what paper. Only added to.
create table transfer.extension (
    from_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    to_no int references organisation.unit,
    id uuid primary key,
    transfer_id uuid not null references transfer.transfer,
    member_id uuid not null references member.member,
    until_before date not null,
    until date not null,
    decision_no text check (decision_no <> ''),
    decision_on date not null,
    extended_on date not null,
    paper_id uuid,
    by_whom text not null,
    constraint an_extension_lengthens check (until > until_before),
    constraint nothing_is_extended_before_its_decision check (extended_on >= decision_on)
);
create index on transfer.extension (transfer_id);
create index on transfer.extension (member_id);
revoke update on transfer.extension from app;
grant update (until) on transfer.transfer to app;

-- Read by whoever reads the comments of the stay; written by the home, or by the host of a home outside this program.
alter table transfer.extension enable row level security;
alter table transfer.extension force row level security;
create policy owner_all on transfer.extension to owner using (true) with check (true);
create policy reading on transfer.extension for select to app
    using (coalesce(
            from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
            or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
            or to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
            or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false)
        or exists (select from transfer.transfer t
                    where t.id = transfer_id
                      and coalesce(t.placed_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
create policy adding on transfer.extension for insert to app
    with check (coalesce(from_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
        or (coalesce(to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
            and exists (select from organisation.published_unit u where u.no = from_no and u.outside)));
