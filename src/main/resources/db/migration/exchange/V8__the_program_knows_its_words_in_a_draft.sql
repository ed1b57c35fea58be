-- What the program last wrote into a draft: a newer change takes the place of these words and of no others.
alter table exchange.notice add column prepared text;
update exchange.notice set prepared = body where by_program and state = 'DRAFT' and version = 1;
grant update (prepared) on exchange.notice to app;
