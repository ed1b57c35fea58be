-- Sổ văn bản đến: what came to a unit, numbered by arrival in each term. file: what was sent to us,
-- byte for byte; data: what stands in it, for the form that takes it in.
create table document.incoming (
    unit_no int not null references organisation.unit,
    term_start date not null,
    no int not null check (no > 0),
    id uuid primary key,
    member_id uuid,
    kind text,
    number text,
    made_on date,
    issuer text not null,
    about text not null,
    arrived_on date not null,
    paper_id uuid references document.paper,
    foreign_paper uuid,
    foreign_unit uuid,
    foreign_code text,
    trust text,
    source text,
    data jsonb,
    media_type text,
    sha256 bytea,
    file bytea,
    entered_at timestamptz not null,
    entered_by text not null,
    handled_at timestamptz,
    handled_by text,
    case_path text,
    check ((file is null) = (sha256 is null)),
    check (file is null or sha256 = sha256(file)),
    check ((handled_at is null) = (handled_by is null))
);
create unique index incoming_number_once on document.incoming (unit_no, term_start, no);
create unique index incoming_paper_once on document.incoming (unit_no, foreign_paper) where foreign_paper is not null;
create unique index incoming_own_paper_once on document.incoming (unit_no, paper_id) where paper_id is not null;
create index on document.incoming (member_id);

grant select, insert on document.incoming to app;
grant update (handled_at, handled_by, case_path, member_id) on document.incoming to app;
alter table document.incoming enable row level security;
alter table document.incoming force row level security;
create policy owner_all on document.incoming to owner using (true) with check (true);
create policy scope on document.incoming to app
    using (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false))
    with check (coalesce(unit_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- Every kind with a number has its series, and what arrives has one.
alter table document.series drop constraint series_kind_check;
alter table document.series add constraint series_kind_check check (kind <> '');
alter table document.paper drop constraint paper_kind_check;
alter table document.paper add constraint paper_kind_check check (kind <> '');
