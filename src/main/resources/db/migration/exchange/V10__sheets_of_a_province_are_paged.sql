-- A superior reads the sheets of a half-year page by page, the latest first.
create index on exchange.half_sheet (half, sent_on desc, id desc);
