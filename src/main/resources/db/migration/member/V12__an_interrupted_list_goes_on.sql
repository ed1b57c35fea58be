-- Whether a restart has interrupted this work before: what stops the program twice is not tried a third time.
alter table member.import_file add column resumed boolean not null default false;
