-- Mã hồ sơ of the file on the national portal, where there is one.
alter table liaison.introduction
    add column portal_file_code text check (length(portal_file_code) between 1 and 60);
create index on liaison.introduction (lower(portal_file_code)) where portal_file_code is not null;
