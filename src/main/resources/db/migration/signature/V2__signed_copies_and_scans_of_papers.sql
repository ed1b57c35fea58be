-- A paper as it came back: signed with certificates and checked, or a scan of the paper signed by
-- hand, not checked. Kept and read, never changed, never taken away. unit_no is who sent it in.
create table signature.copy (
    unit_no int not null references organisation.unit,
    id uuid primary key,
    paper_id uuid not null references document.paper,
    kind text not null check (kind in ('SIGNED', 'SCAN')),
    media_type text not null
        check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')),
    sha256 bytea not null,
    bytes bytea not null,
    signers jsonb not null,
    added_at timestamptz not null,
    added_by text not null,
    constraint checksum_of_the_bytes check (sha256 = sha256(bytes)),
    constraint a_signed_copy_has_signers check ((kind = 'SIGNED') = (signers <> '[]'))
);
create unique index copy_once on signature.copy (paper_id, sha256);
create index on signature.copy (paper_id, added_at);

grant select, insert on signature.copy to app;

-- Who may read the paper may read its copies; an office adds them in its own name.
alter table signature.copy enable row level security;
alter table signature.copy force row level security;
create policy owner_all on signature.copy to owner using (true) with check (true);
create policy read on signature.copy for select to app
    using (exists (select from document.published_paper p where p.id = paper_id));
create policy add on signature.copy for insert to app
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false)
        and exists (select from document.published_paper p where p.id = paper_id));
