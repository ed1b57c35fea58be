create index contact_continues on liaison.contact (continues) where continues is not null;
