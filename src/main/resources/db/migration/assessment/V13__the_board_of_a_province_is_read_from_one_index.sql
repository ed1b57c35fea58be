-- The board of all wards counts 33,585 slips by cell and state; with the columns that row security
-- looks at beside them it reads this index alone.
create index comment_board_idx on assessment.comment (year, round_id, cell_no)
    include (state, complete, edition, unit_no, member_id)
    where round_id is not null;
