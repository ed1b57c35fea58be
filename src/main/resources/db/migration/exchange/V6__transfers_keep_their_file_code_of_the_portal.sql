-- Mã hồ sơ of the file on the national portal, where there is one; both sides may write it down.
alter table exchange.notice
    add column portal_file_code text check (length(portal_file_code) between 1 and 60);
grant update (portal_file_code) on exchange.notice to app;
