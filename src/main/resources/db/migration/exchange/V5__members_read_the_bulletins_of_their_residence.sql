-- A bulletin of a ward or of a cell is read by whoever stands on its register today too.
create policy members_reading on exchange.bulletin for select to app
    using (exists (select from liaison.published_contact c
                    where c.member_id = (select nullif(current_setting('app.self', true), '')::uuid)
                      and upper_inf(c.valid)
                      and bulletin.unit_no in (c.ward_no, c.cell_no, c.group_no)));
