create index on assessment.comment (paper_id) where paper_id is not null;
