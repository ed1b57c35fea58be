-- Sources disagree whether members exempt from Party life review themselves: each committee chooses for its year, and may
-- choose otherwise while the year goes on.
revoke update on classification.review_year from app;
grant update (exempt_review) on classification.review_year to app;
