package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    static final Sql PEOPLE =
            Sql.of(
                    """
                    select m.id, m.work_no, m.status, m.admitted
                      from member.published_member m
                     where m.work_no between :low and :high
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
                           'NO_POST', case when x.why = '' then 'DRAFT' else 'NOT_DUE' end,
                           nullif(x.why, ''), :at::timestamptz, :who
                      from unnest(:ids::uuid[], :members::uuid[], :whys::text[]) as x (id, member, why)
                      join member.published_member m on m.id = x.member
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
                       and r.state = 'DRAFT'
                       and r.org_no between :low and :high
                       and r.org_no <@ :scope::int4multirange
                    returning r.member_id
                    """);

    /** A year that is to be opened. */
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

    /** Everybody in the cells of the organisation whose membership goes on. */
    List<Member> people(Scope scope) {
        return db.list(scope, PEOPLE, Member.class);
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
                year.unitNo(),
                "year",
                year.id(),
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

    /** Sets the form of those who have not sent theirs; gives back whom it was set for. */
    List<UUID> choose(Scope scope, List<UUID> reviews, ReviewFormKind form, Stamp stamp) {
        return db.list(
                scope,
                CHOOSE,
                row -> row.getObject("member_id", UUID.class),
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
