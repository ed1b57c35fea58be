-- Who is away or has no phone hands the self-review in on paper; the cell writes it down, and it says so.
alter table classification.self_review
    add column received_on date,
    add column entered_by text,
    add constraint on_paper_with_a_day_and_somebody check ((received_on is null) = (entered_by is null));
grant update (received_on, entered_by) on classification.self_review to app;

-- Nobody but the member writes a self-review: this is the one door for a paper, for the cell alone, while the review is
-- still to be sent. What the member has begun is never overwritten: -1 says that there is such a draft.
create or replace function classification.enter_paper(
        p_review uuid, p_version int, p_answers jsonb, p_points jsonb, p_level text, p_received date,
        p_at timestamptz, p_who text) returns int
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    v_scope int4multirange := nullif(current_setting('app.scope', true), '')::int4multirange;
    v_review classification.review%rowtype;
begin
    select r.* into v_review
      from classification.review r
     where r.id = p_review
       and r.version = p_version
       and r.state = 'DRAFT'
       and coalesce(r.work_no <@ v_scope, false)
       for update;
    if not found then
        return 0;
    end if;
    if exists (select from classification.self_review s
                where s.review_id = p_review
                  and s.sent_at is null) then
        return -1;
    end if;
    insert into classification.self_review
           (org_no, work_no, review_id, member_id, answers, points, level, sent_at, changed_at, received_on, entered_by)
    values (v_review.org_no, v_review.work_no, p_review, v_review.member_id, p_answers, p_points, p_level, p_at, p_at,
            p_received, p_who)
        on conflict (review_id) do update
       set answers = excluded.answers,
           points = excluded.points,
           level = excluded.level,
           sent_at = excluded.sent_at,
           changed_at = excluded.changed_at,
           received_on = excluded.received_on,
           entered_by = excluded.entered_by;
    update classification.review r
       set state = 'SENT',
           given_back_because = null,
           version = r.version + 1,
           changed_at = p_at,
           changed_by = p_who
     where r.id = p_review;
    return 1;
end $$;
revoke all on function classification.enter_paper(uuid, int, jsonb, jsonb, text, date, timestamptz, text) from public;
grant execute on function classification.enter_paper(uuid, int, jsonb, jsonb, text, date, timestamptz, text) to app;
