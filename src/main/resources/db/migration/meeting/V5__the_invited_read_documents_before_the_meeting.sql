-- Tài liệu gửi trước. Whoever is invited reads them, and the office that convenes; nobody notes who has read what.
create table meeting.sent_document (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    meeting_id uuid not null references meeting.meeting,
    name text not null check (name <> ''),
    media_type text not null check (media_type in ('application/pdf',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document')),
    sha256 bytea not null,
    bytes bytea not null check (length(bytes) between 1 and 10000000),
    added_at timestamptz not null,
    added_by text not null,
    constraint one_copy_of_a_document unique (meeting_id, sha256)
);
revoke update on meeting.sent_document from app;

alter table meeting.sent_document enable row level security;
alter table meeting.sent_document force row level security;
create policy owner_all on meeting.sent_document to owner using (true) with check (true);
create policy scope on meeting.sent_document to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));
create policy invited on meeting.sent_document for select to app
    using (exists (select from meeting.attendance a
                    where a.meeting_id = sent_document.meeting_id
                      and coalesce(
                          a.member_id = (select nullif(current_setting('app.self', true), '')::uuid)
                          or a.unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)));
