package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ReviewFormKind;
import vn.ganbo.regulation.SlipForm;

/** Lists of the workplace: its years, its people in one year, and what the residence returned. */
@Component
class ReviewQueries {
    static final Sql YEARS =
            Sql.of(
                    """
                    select y.id, y.unit_no, y.year, y.opened_on, y.finished_before, y.rulebook, y.exempt_review,
                           count(r.id) filter (where r.state <> 'NOT_DUE') as due,
                           count(r.id) filter (where r.state = 'DRAFT') as draft,
                           count(r.id) filter (where r.state = 'SENT') as sent,
                           count(r.id) filter (where r.state = 'PROPOSED') as proposed,
                           count(r.id) filter (where r.state = 'DECIDED') as decided,
                           count(r.id) filter (where r.state = 'NOT_DUE') as not_due
                      from classification.review_year y
                      left join classification.review r
                             on r.year_id = y.id
                            and r.work_no between :low and :high
                            and r.work_no <@ :scope::int4multirange
                     where (y.unit_no between :low and :high and y.unit_no <@ :scope::int4multirange)
                        or r.id is not null
                     group by y.id, y.unit_no, y.year, y.opened_on, y.finished_before, y.rulebook, y.exempt_review
                     order by y.year desc, y.id
                     limit 30
                    """);

    static final Sql LIST =
            Sql.of(
                    """
                    select r.id, r.version, r.full_name, r.post, u.name as cell_name, r.form, r.state,
                           r.why_not, r.taken_out_because, s.level as self_level,
                           case when r.state in ('PROPOSED', 'DECIDED') then p.level end as proposed, r.level,
                           r.state = 'SENT' and p.sent_back_on is not null as sent_back, d.number,
                           (select max(k.corrected_on)
                              from classification.level_correction k
                             where k.review_id = r.id) as corrected_on
                      from classification.review r
                      join organisation.published_unit u
                             on u.no = r.work_no
                            and (u.valid @> :today::date
                                 or classification.last_of(u.no, u.valid, :today::date))
                      left join classification.self_review s
                             on s.review_id = r.id and s.sent_at is not null
                      left join classification.proposal p on p.review_id = r.id
                      left join classification.decision d on d.id = r.decision_id
                     where r.year_id = :year::uuid
                       and (:state::text is null or r.state = :state::text)
                       and r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                     order by u.code collate "C", r.sort_key, r.id
                     limit :size::int
                    offset :skip
                    """);

    /** The returned slips of the year, of each member the newest edition. */
    static final Sql COMMENTS =
            Sql.of(
                    """
                    select distinct on (c.member_id) c.member_id, c.id, c.form, c.answers::text as answers,
                           c.other, c.returned_on, c.rulebook
                      from assessment.published_comment c
                     where c.member_id = any (:members::uuid[])
                       and c.year = :year::int
                       and c.state = 'RETURNED'
                     order by c.member_id, c.returned_on desc, c.id desc
                    """);

    /** A year with how many stand where. */
    record Year(
            UUID id,
            int unitNo,
            int year,
            LocalDate openedOn,
            LocalDate finishedBefore,
            String rulebook,
            boolean exemptReview,
            long due,
            long draft,
            long sent,
            long proposed,
            long decided,
            long notDue) {

        long in(@Nullable ReviewState state) {
            return state == null
                    ? due + notDue
                    : switch (state) {
                        case NOT_DUE -> notDue;
                        case DRAFT -> draft;
                        case SENT -> sent;
                        case PROPOSED -> proposed;
                        case DECIDED -> decided;
                    };
        }
    }

    /** A member's line; the self-review's level only once it is sent. */
    record Line(
            UUID id,
            int version,
            String fullName,
            @Nullable String post,
            String cellName,
            ReviewFormKind form,
            ReviewState state,
            @Nullable WhyNot whyNot,
            @Nullable String takenOutBecause,
            @Nullable ClassificationLevel selfLevel,
            @Nullable ClassificationLevel proposed,
            @Nullable ClassificationLevel level,
            boolean sentBack,
            @Nullable String number,
            @Nullable LocalDate correctedOn) {}

    /** What the residence returned. */
    record Returned(
            UUID memberId,
            UUID id,
            SlipForm form,
            String answers,
            @Nullable String other,
            LocalDate returnedOn,
            String rulebook) {}

    private final Db db;

    ReviewQueries(Db db) {
        this.db = db;
    }

    List<Year> years(Scope scope) {
        return db.list(scope, YEARS, Year.class);
    }

    List<Line> list(
            Scope scope,
            UUID year,
            @Nullable ReviewState state,
            @Nullable Integer size,
            long skip) {
        return db.list(
                scope,
                LIST,
                Line.class,
                "year",
                year,
                "state",
                state == null ? null : state.name(),
                "size",
                size,
                "skip",
                skip);
    }

    /** Nobody of whom the residence has not returned a slip of that year. */
    List<Returned> returned(Scope scope, List<UUID> members, int year) {
        return db.list(
                scope,
                COMMENTS,
                Returned.class,
                "members",
                members.toArray(UUID[]::new),
                "year",
                year);
    }
}
