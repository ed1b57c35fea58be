-- Công văn of one committee to another.
alter table document.series
    drop constraint series_kind_check,
    add constraint series_kind_check check (kind in ('INTRODUCTION', 'COMMENT_REQUEST', 'OFFICIAL_LETTER'));
alter table document.paper
    drop constraint paper_kind_check,
    add constraint paper_kind_check check
        (kind in ('INTRODUCTION', 'ACKNOWLEDGEMENT', 'COMMENT_REQUEST', 'COMMENT_SLIP', 'OFFICIAL_LETTER'));
