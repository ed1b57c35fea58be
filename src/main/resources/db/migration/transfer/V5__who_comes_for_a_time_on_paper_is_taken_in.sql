-- The letter of an organisation outside this program leads here for a time: the host writes the case, for nobody else
-- here can, and what the home asks of it. Its comment goes back as a paper.
create policy adding_on_paper on transfer.transfer for insert to app
    with check (kind = 'TEMPORARY' and state = 'STAYING'
        and coalesce(to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
        and exists (select from organisation.published_unit u where u.no = from_no and u.outside));
create unique index one_stay_for_a_letter_on_paper on transfer.transfer (to_no, from_no, number, issued_on)
    where kind = 'TEMPORARY' and number is not null;

create policy adding_on_paper on transfer.stay_comment for insert to app
    with check (coalesce(to_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
        and exists (select from organisation.published_unit u where u.no = from_no and u.outside));
alter table transfer.stay_comment add column paper_id uuid,
    add constraint what_goes_back_was_said check (paper_id is null or answer is not null);
grant update (paper_id) on transfer.stay_comment to app;
