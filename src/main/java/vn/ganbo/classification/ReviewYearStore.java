package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.member.MemberStatus;
import vn.ganbo.regulation.ReviewFormKind;
import vn.ganbo.web.Picked;

/** Keeps the years, and who reviews in them. */
@Component
class ReviewYearStore {
    static final Sql EXISTS =
            Sql.of(
                    """
                    select count(*)
                      from classification.review_year y
                     where y.unit_no = :unit::int
                       and y.year = :year::int
                       and y.unit_no between :low and :high
                       and y.unit_no <@ :scope::int4multirange
                    """);

    static final Sql OPEN =
            Sql.of(
                    """
                    insert into classification.review_year
                           (unit_no, id, year, opened_on, finished_before, exempt_review, rulebook, at, by_whom)
                    values (:unit::int, :id::uuid, :year::int, :on::date, :finish::date, :exempt::boolean,
                            :rulebook, :at::timestamptz, :who)
                    """);

    /**
     * Cells of the organisation itself; one below with a committee of its own opens its own year.
     */
    static final Sql PEOPLE =
            Sql.of(
                    """
                    with recursive own (no) as (
                        select :unit::int
                        union all
                        select u.no
                          from own o
                          join organisation.published_unit u on u.parent_no = o.no and u.valid @> :today::date
                         where u.kind in ('SECTION', 'CELL', 'GROUP')
                    )
                    select m.id, m.work_no, m.status, m.admitted
                      from member.published_member m
                     where m.work_no in (select o.no from own o)
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and m.status in ('OFFICIAL', 'PROBATIONARY', 'SUSPENDED', 'EXEMPT', 'AWAY')
                     order by m.sort_key, m.id
                    """);

    static final Sql DRAW =
            Sql.of(
                    """
                    insert into classification.review
                           (org_no, work_no, id, year_id, member_id, full_name, sort_key, post, form, state,
                            why_not, changed_at, changed_by)
                    select :unit::int, m.work_no, x.id, :year::uuid, m.id, m.full_name, m.sort_key, m.post,
                           case u.side when 'RESIDENCE' then 'OUTSIDE' else 'NO_POST' end,
                           case when x.why = '' then 'DRAFT' else 'NOT_DUE' end,
                           nullif(x.why, ''), :at::timestamptz, :who
                      from unnest(:ids::uuid[], :members::uuid[], :whys::text[]) as x (id, member, why)
                      join member.published_member m on m.id = x.member
                      join organisation.published_unit u on u.no = m.work_no and u.valid @> :today::date
                    """);

    static final Sql ONE =
            Sql.of(
                    """
                    select y.unit_no, y.id, y.year, y.finished_before as finish, y.exempt_review as exempt,
                           y.rulebook
                      from classification.review_year y
                     where y.id = :id::uuid
                       and y.unit_no between :low and :high
                       and y.unit_no <@ :scope::int4multirange
                    """);

    /**
     * Members without a review in the year, or with a reason why not; and reviews whose member is
     * no longer in a cell of the organisation.
     */
    static final Sql CHANGES =
            Sql.of(
                    """
                    with recursive own (no) as (
                        select :unit::int
                        union all
                        select u.no
                          from own o
                          join organisation.published_unit u on u.parent_no = o.no and u.valid @> :today::date
                         where u.kind in ('SECTION', 'CELL', 'GROUP')
                    )
                    select r.id as review_id, coalesce(r.version, 0) as version, m.id as member_id, m.full_name,
                           m.sort_key, u.name as cell_name, m.work_no, m.status, m.admitted, r.why_not
                      from member.published_member m
                      join organisation.published_unit u on u.no = m.work_no and u.valid @> :today::date
                      left join classification.review r on r.year_id = :year::uuid and r.member_id = m.id
                     where m.work_no in (select o.no from own o)
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and m.status in ('OFFICIAL', 'PROBATIONARY', 'SUSPENDED', 'EXEMPT', 'AWAY')
                       and (r.id is null or r.state = 'NOT_DUE')
                    union all
                    select r.id, r.version, r.member_id, r.full_name, r.sort_key, u.name, r.work_no, null, null,
                           null
                      from classification.review r
                      join organisation.published_unit u
                             on u.no = r.work_no
                            and (u.valid @> :today::date
                                 or classification.last_of(u.no, u.valid, :today::date))
                     where r.year_id = :year::uuid
                       and r.state in ('DRAFT', 'SENT', 'PROPOSED')
                       and r.org_no between :low and :high
                       and r.org_no <@ :scope::int4multirange
                       and not exists (select from member.published_member m
                                        where m.id = r.member_id
                                          and m.work_no in (select o.no from own o)
                                          and m.work_no <@ :scope::int4multirange
                                          and m.status in ('OFFICIAL', 'PROBATIONARY', 'SUSPENDED', 'EXEMPT', 'AWAY'))
                     order by 5, 3
                    """);

    static final Sql DUE_AFTER_ALL =
            Sql.of(
                    """
                    update classification.review r
                       set state = 'DRAFT',
                           why_not = null,
                           taken_out_because = null,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where r.id = any (:ids::uuid[])
                       and r.state = 'NOT_DUE'
                       and r.org_no between :low and :high
                       and r.org_no <@ :scope::int4multirange
                    """);

    static final Sql OUT =
            Sql.of(
                    """
                    update classification.review r
                       set state = 'NOT_DUE',
                           why_not = 'LEFT',
                           meeting_id = null,
                           taken_out_because = :because,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                      from unnest(:ids::uuid[], :versions::int[]) as x (id, version)
                     where r.id = x.id
                       and r.version = x.version
                       and r.state in ('DRAFT', 'SENT', 'PROPOSED')
                       and r.org_no between :low and :high
                       and r.org_no <@ :scope::int4multirange
                    """);

    static final Sql EXEMPT =
            Sql.of(
                    """
                    update classification.review_year y
                       set exempt_review = :exempt::boolean
                     where y.id = :year::uuid
                       and y.exempt_review <> :exempt::boolean
                       and y.unit_no between :low and :high
                       and y.unit_no <@ :scope::int4multirange
                    """);

    /** Who is exempt and has not sent a self-review need not any more. */
    static final Sql EXEMPT_OUT =
            Sql.of(
                    """
                    update classification.review r
                       set state = 'NOT_DUE',
                           why_not = 'EXEMPT',
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                      from member.published_member m
                     where r.year_id = :year::uuid
                       and r.state = 'DRAFT'
                       and m.id = r.member_id
                       and m.status = 'EXEMPT'
                       and r.org_no between :low and :high
                       and r.org_no <@ :scope::int4multirange
                    returning r.member_id
                    """);

    /** What the organisation chose for the year before; empty where there was none. */
    static final Sql CHOSEN_BEFORE =
            Sql.of(
                    """
                    select y.exempt_review
                      from classification.review_year y
                     where y.unit_no = :unit::int
                       and y.unit_no <@ :scope::int4multirange
                     order by y.year desc
                     limit 1
                    """);

    static final Sql CHOOSE =
            Sql.of(
                    """
                    update classification.review r
                       set form = :form,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where r.id = any (:ids::uuid[])
                       and r.year_id = :year::uuid
                       and r.state = 'DRAFT'
                       and r.org_no between :low and :high
                       and r.org_no <@ :scope::int4multirange
                    returning r.member_id
                    """);

    /** A year of one organisation. */
    record NewYear(
            UUID id, int unitNo, int year, LocalDate finish, boolean exempt, String rulebook) {}

    /** A member of the organisation. */
    record Member(UUID id, int workNo, MemberStatus status, @Nullable LocalDate admitted) {}

    /** A member with the reason why there is no review, or null. */
    record Drawn(UUID member, @Nullable WhyNot why) {}

    private final Db db;

    ReviewYearStore(Db db) {
        this.db = db;
    }

    boolean exists(Scope scope, int unitNo, int year) {
        return db.number(scope, EXISTS, "unit", unitNo, "year", year) > 0;
    }

    /**
     * Somebody to be taken in or out.
     *
     * @param reviewId null for a member who is not in the year
     * @param status null for one who is no longer in a cell of the organisation
     * @param whyNot why there is no review so far
     */
    record Change(
            @Nullable UUID reviewId,
            int version,
            UUID memberId,
            String fullName,
            String cellName,
            int workNo,
            @Nullable MemberStatus status,
            @Nullable LocalDate admitted,
            @Nullable WhyNot whyNot) {

        boolean left() {
            return status == null;
        }
    }

    /** Everybody in the organisation's own cells whose membership goes on. */
    List<Member> people(Scope scope, int unitNo) {
        return db.list(scope, PEOPLE, Member.class, "unit", unitNo);
    }

    Optional<NewYear> find(Scope scope, UUID id) {
        return db.one(scope, ONE, NewYear.class, "id", id);
    }

    List<Change> changes(Scope scope, int unitNo, UUID year) {
        return db.list(scope, CHANGES, Change.class, "unit", unitNo, "year", year);
    }

    /** Those who had a reason not to review and have it no longer. */
    void dueAfterAll(Scope scope, List<UUID> reviews, Stamp stamp) {
        db.update(
                scope,
                DUE_AFTER_ALL,
                "ids",
                reviews.toArray(UUID[]::new),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    /** Gives back how many went out. */
    int takeOut(Scope scope, List<Picked> reviews, String because, Stamp stamp) {
        return db.update(
                scope,
                OUT,
                "because",
                because,
                "ids",
                reviews.stream().map(Picked::id).toArray(UUID[]::new),
                "versions",
                reviews.stream().map(Picked::version).toArray(Integer[]::new),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    void open(Scope scope, NewYear year, List<Drawn> people, Stamp stamp) {
        db.update(
                scope,
                OPEN,
                "unit",
                year.unitNo(),
                "id",
                year.id(),
                "year",
                year.year(),
                "on",
                stamp.on(),
                "finish",
                year.finish(),
                "exempt",
                year.exempt(),
                "rulebook",
                year.rulebook(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
        draw(scope, year.unitNo(), year.id(), people, stamp);
    }

    /** Puts people on the list of a year. */
    void draw(Scope scope, int unitNo, UUID year, List<Drawn> people, Stamp stamp) {
        List<UUID> ids = new ArrayList<>();
        List<UUID> members = new ArrayList<>();
        List<String> whys = new ArrayList<>();
        for (Drawn one : people) {
            ids.add(Ids.next());
            members.add(one.member());
            WhyNot why = one.why();
            whys.add(why == null ? "" : why.name());
        }
        db.update(
                scope,
                DRAW,
                "unit",
                unitNo,
                "year",
                year,
                "ids",
                ids.toArray(UUID[]::new),
                "members",
                members.toArray(UUID[]::new),
                "whys",
                whys.toArray(String[]::new),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    /** Returns whether that was a change. */
    boolean chooseExempt(Scope scope, UUID year, boolean exempt) {
        return db.update(scope, EXEMPT, "year", year, "exempt", exempt) == 1;
    }

    /** Returns who need not any more. */
    List<UUID> exemptOut(Scope scope, UUID year, Stamp stamp) {
        return db.list(
                scope,
                EXEMPT_OUT,
                row -> row.getObject("member_id", UUID.class),
                "year",
                year,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    Optional<Boolean> chosenBefore(Scope scope, int unitNo) {
        return db.one(scope, CHOSEN_BEFORE, row -> row.getBoolean("exempt_review"), "unit", unitNo);
    }

    /** Sets the form of those who have not sent theirs; gives back whom it was set for. */
    List<UUID> choose(
            Scope scope, UUID year, List<UUID> reviews, ReviewFormKind form, Stamp stamp) {
        return db.list(
                scope,
                CHOOSE,
                row -> row.getObject("member_id", UUID.class),
                "year",
                year,
                "ids",
                reviews.toArray(UUID[]::new),
                "form",
                form.name(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }
}
