-- A list whose headings leave a doubt waits until somebody has said which column is which. Rows that
-- wait from before this change are packed in another way: whoever sent them sends them again.
update member.import_file
   set state = 'FAILED', work = null, content = null,
       failure = 'Chương trình vừa được nâng cấp. Gửi lại tệp này.'
 where state <> 'APPLIED';
alter table member.import_file
    drop constraint import_file_kind_check,
    drop constraint import_file_state_check,
    add constraint import_file_kind_check check (kind in ('organisations', 'members', 'register')),
    add constraint import_file_state_check
        check (state in ('MAPPING', 'UPLOADED', 'CHECKED', 'APPLIED', 'FAILED')),
    -- the unit of the whole list, where its rows name none; 0 for the office's own
    add column list_unit int not null default 0,
    add column remarks text[] not null default '{}',
    -- of the file's bytes: tells when the same file comes twice
    add column fingerprint text;

-- How an office has mapped lists with these headings before.
create table member.import_mapping (
    unit_no int not null references organisation.unit,
    headings text not null,
    kind text not null,
    keys text[] not null,
    places int[] not null,
    letters text[] not null,
    list_unit int not null,
    primary key (unit_no, headings)
);
alter table member.import_mapping enable row level security;
alter table member.import_mapping force row level security;
create policy owner_all on member.import_mapping to owner using (true) with check (true);
create policy scope on member.import_mapping to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
