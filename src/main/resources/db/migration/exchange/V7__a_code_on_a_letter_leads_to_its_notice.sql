create index on exchange.notice (paper_id) where paper_id is not null;
