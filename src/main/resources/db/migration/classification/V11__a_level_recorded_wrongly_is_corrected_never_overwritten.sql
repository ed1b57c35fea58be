-- What stood before a decision on record was corrected, of a member or of a cell as a whole: the level, the decision
-- with number and day, and why it was wrong. The review itself carries what holds now.
create table classification.level_correction (
    org_no int not null references organisation.unit,
    work_no int not null references organisation.unit,
    id uuid primary key,
    review_id uuid references classification.review,
    member_id uuid references member.member,
    collective_id uuid references classification.collective_review,
    level text not null check (level in ('EXCELLENT', 'GOOD', 'FULFILLED', 'NOT_FULFILLED')),
    decision_id uuid not null references classification.decision,
    because text not null check (because <> ''),
    corrected_on date not null,
    at timestamptz not null,
    by_whom text not null,
    constraint of_a_member_or_of_a_cell
        check (num_nonnulls(review_id, collective_id) = 1 and (review_id is null) = (member_id is null))
);
create index on classification.level_correction (review_id);
create index on classification.level_correction (collective_id);
create index on classification.level_correction (member_id);
create index on classification.level_correction (decision_id);

revoke update, delete on classification.level_correction from app;

-- The office corrects; the cell and the member read what stood before.
alter table classification.level_correction enable row level security;
alter table classification.level_correction force row level security;
create policy owner_all on classification.level_correction to owner using (true) with check (true);
create policy reading on classification.level_correction for select to app
    using (coalesce(
        org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or work_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange)
        or member_id = (select nullif(current_setting('app.self', true), '')::uuid), false));
create policy adding on classification.level_correction for insert to app
    with check (coalesce(org_no <@ (select nullif(current_setting('app.scope', true), '')::int4multirange), false));

-- Whoever reads a correction reads the decision that stood before.
create policy corrected on classification.decision for select to app
    using (exists (select from classification.level_correction c where c.decision_id = decision.id));

-- The second lock: no level and no decision on record goes before it is kept.
create function classification.keeps_what_stood() returns trigger
    language plpgsql set search_path = pg_catalog
    as $$
begin
    if not exists (select from classification.level_correction c
                    where old.id in (c.review_id, c.collective_id)
                      and c.level = old.level
                      and c.decision_id = old.decision_id) then
        raise exception 'a level on record is corrected, never overwritten' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger a_level_on_record_is_corrected before update on classification.review
    for each row when (old.decision_id is not null
                       and (old.decision_id, old.level) is distinct from (new.decision_id, new.level))
    execute function classification.keeps_what_stood();
create trigger a_level_on_record_is_corrected before update on classification.collective_review
    for each row when (old.decision_id is not null
                       and (old.decision_id, old.level) is distinct from (new.decision_id, new.level))
    execute function classification.keeps_what_stood();
