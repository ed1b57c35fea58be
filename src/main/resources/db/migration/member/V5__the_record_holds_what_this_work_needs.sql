-- What both sides may read stands with the member; what only the workplace and the person may read
-- (DECISIONS 8) beside ethnicity. The personal ID number is encrypted under a key that is not in the
-- database; its mark is keyed too, and serves to find the same number twice without reading it.
alter table member.member
    add other_name text,
    add occupation text,
    add ready_to_help text;
grant update (other_name, occupation, ready_to_help) on member.member to app;

alter table member.workplace_only
    add file_no text,
    add email text,
    add permanent_address text,
    add personal_id bytea,
    add personal_id_mark text,
    add check ((personal_id is null) = (personal_id_mark is null));
create index workplace_only_id_mark on member.workplace_only (personal_id_mark) where personal_id_mark is not null;

alter table member.member drop constraint member_status_check;
alter table member.member add constraint member_status_check
    check (status in ('OFFICIAL', 'PROBATIONARY', 'SUSPENDED', 'EXEMPT', 'AWAY', 'TRANSFERRED', 'STRUCK_OFF',
                      'EXPELLED', 'LEFT', 'DECEASED'));
