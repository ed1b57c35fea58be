alter table notification.notice drop constraint notice_audience_check;
alter table notification.notice add constraint notice_audience_check
    check (audience in ('WORKPLACE', 'RESIDENCE', 'SUPERIOR', 'MEMBER'));
