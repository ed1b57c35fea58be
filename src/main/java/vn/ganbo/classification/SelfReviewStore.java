package vn.ganbo.classification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.organisation.UnitSide;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ReviewFormKind;

/** Loads a review with the self-review, and writes the steps of the member and of the cell. */
@Component
class SelfReviewStore {
    private static final String COLUMNS =
            """
            select r.id, r.org_no, r.work_no, r.year_id, r.member_id, r.full_name, r.post, r.form, r.state,
                   r.why_not, r.taken_out_because, r.given_back_because, r.level, r.version, y.year,
                   y.finished_before, y.rulebook, u.name as cell_name, u.side, s.answers::text as answers, s.points::text as points,
                   s.level as self_level, s.sent_at, s.received_on, s.entered_by, d.number, d.decided_on,
                   (select jsonb_agg(jsonb_build_object('level', k.level, 'number', f.number,
                                                        'decidedOn', f.decided_on, 'because', k.because,
                                                        'correctedOn', k.corrected_on)
                                     order by k.at desc, k.id desc)
                      from classification.level_correction k
                      join classification.decision f on f.id = k.decision_id
                     where k.review_id = r.id)::text as corrections
              from classification.review r
              join classification.review_year y on y.id = r.year_id
              join organisation.published_unit u
                     on u.no = r.work_no
                    and (u.valid @> :today::date
                         or classification.last_of(u.no, u.valid, :today::date))
              left join classification.self_review s on s.review_id = r.id
              left join classification.decision d on d.id = r.decision_id
            """;

    static final Sql ONE =
            Sql.of(
                    COLUMNS
                            + """
                             where r.id = :id::uuid
                               and ((r.work_no between :low and :high and r.work_no <@ :scope::int4multirange)
                                    or r.member_id = :self::uuid)
                            """);

    /** Those of one cell that were sent, by given name. */
    static final Sql SENT =
            Sql.of(
                    COLUMNS
                            + """
                             where r.year_id = :year::uuid
                               and r.work_no = :cell::int
                               and r.state in ('SENT', 'PROPOSED', 'DECIDED')
                               and r.work_no between :low and :high
                               and r.work_no <@ :scope::int4multirange
                             order by r.sort_key, r.id
                            """);

    /** The member's own, the newest year first. */
    static final Sql MINE =
            Sql.of(
                    COLUMNS
                            + """
                             where r.member_id = :self::uuid
                             order by y.year desc, r.id
                             limit 20
                            """);

    static final Sql SAVE =
            Sql.of(
                    """
                    insert into classification.self_review
                           (org_no, work_no, review_id, member_id, answers, points, level, sent_at, changed_at)
                    values (:org::int, :work::int, :id::uuid, :member::uuid, :answers::jsonb, :points::jsonb,
                            :level::text, :sent::timestamptz, :at::timestamptz)
                    on conflict (review_id) do update
                       set answers = excluded.answers,
                           points = excluded.points,
                           level = excluded.level,
                           sent_at = excluded.sent_at,
                           changed_at = excluded.changed_at,
                           received_on = null,
                           entered_by = null
                    """);

    static final Sql STEP =
            Sql.of(
                    """
                    update classification.review r
                       set state = :state,
                           given_back_because = :because::text,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where r.id = :id::uuid
                       and r.version = :version::int
                       and ((r.work_no between :low and :high and r.work_no <@ :scope::int4multirange)
                            or r.member_id = :self::uuid)
                    """);

    static final Sql ENTER =
            Sql.of(
                    """
                    select classification.enter_paper(:id::uuid, :version::int, :answers::jsonb, :points::jsonb,
                                                      :level::text, :received::date, :at::timestamptz, :who::text)
                    """);

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> NUMBERS = new TypeReference<>() {};

    /**
     * What the member wrote.
     *
     * @param answers section key to text
     * @param points line key to points
     */
    record Written(
            Map<String, String> answers,
            Map<String, Integer> points,
            @Nullable ClassificationLevel level) {
        static final Written NOTHING = new Written(Map.of(), Map.of(), null);

        Written {
            answers = Map.copyOf(answers);
            points = Map.copyOf(points);
        }
    }

    /**
     * A member's review of a year.
     *
     * @param rulebook reference such as 366-qd-tw/1
     * @param sentAt when the self-review was sent; null where it was not, or is being written again
     * @param started whether anything was written down
     * @param receivedOn day on which it came on paper, or null where the member wrote it here
     * @param level the committee's, once decided
     * @param corrections what stood before it was corrected, the newest first
     */
    record Review(
            UUID id,
            int orgNo,
            int workNo,
            UUID yearId,
            int year,
            LocalDate finishedBefore,
            String rulebook,
            UUID memberId,
            String fullName,
            @Nullable String post,
            String cellName,
            UnitSide side,
            ReviewFormKind form,
            ReviewState state,
            @Nullable WhyNot whyNot,
            @Nullable String takenOutBecause,
            @Nullable String givenBackBecause,
            int version,
            boolean started,
            Written written,
            @Nullable OffsetDateTime sentAt,
            @Nullable LocalDate receivedOn,
            @Nullable String enteredBy,
            @Nullable ClassificationLevel level,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            List<Corrected> corrections) {
        Review {
            corrections = List.copyOf(corrections);
        }

        /** Who has Party life where he lives keeps no contact with a residence besides. */
        boolean livesHere() {
            return side == UnitSide.RESIDENCE;
        }
    }

    private final Db db;
    private final JsonMapper json;

    SelfReviewStore(Db db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<Review> find(Scope scope, UUID id) {
        return db.one(scope, ONE, this::review, "id", id);
    }

    List<Review> sent(Scope scope, UUID year, int cellNo) {
        return db.list(scope, SENT, this::review, "year", year, "cell", cellNo);
    }

    List<Review> mine(Scope scope) {
        return db.list(scope, MINE, this::review);
    }

    /** Keeps what the member wrote; sent only with a moment of sending. */
    void save(Scope scope, Review review, Written written, boolean sent, Stamp stamp) {
        ClassificationLevel level = written.level();
        db.update(
                scope,
                SAVE,
                "org",
                review.orgNo(),
                "work",
                review.workNo(),
                "id",
                review.id(),
                "member",
                review.memberId(),
                "answers",
                json.writeValueAsString(new TreeMap<>(written.answers())),
                "points",
                json.writeValueAsString(new TreeMap<>(written.points())),
                "level",
                level == null ? null : level.name(),
                "sent",
                sent ? stamp.at() : null,
                "at",
                stamp.at());
    }

    /**
     * Writes down what came on paper, and the review is with the cell.
     *
     * @throws Refusal when it is not to be sent any more, or the member has begun to write
     */
    void enter(Scope scope, Review review, Written written, LocalDate received, Stamp stamp) {
        ClassificationLevel level = written.level();
        long done =
                db.number(
                        scope,
                        ENTER,
                        "id",
                        review.id(),
                        "version",
                        review.version(),
                        "answers",
                        json.writeValueAsString(new TreeMap<>(written.answers())),
                        "points",
                        json.writeValueAsString(new TreeMap<>(written.points())),
                        "level",
                        level == null ? null : level.name(),
                        "received",
                        received,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who());
        if (done < 0) {
            throw new Refusal("classification.member-writes");
        }
        if (done == 0) {
            throw new Refusal("classification.changed");
        }
    }

    /** Throws {@link Refusal} when somebody changed the review meanwhile. */
    void step(
            Scope scope, Review review, ReviewState state, @Nullable String because, Stamp stamp) {
        int changed =
                db.update(
                        scope,
                        STEP,
                        "state",
                        state.name(),
                        "because",
                        because,
                        "id",
                        review.id(),
                        "version",
                        review.version(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who());
        if (changed == 0) {
            throw new Refusal("classification.changed");
        }
    }

    private Review review(ResultSet row) throws SQLException {
        String answers = row.getString("answers");
        String points = row.getString("points");
        String why = row.getString("why_not");
        return new Review(
                row.getObject("id", UUID.class),
                row.getInt("org_no"),
                row.getInt("work_no"),
                row.getObject("year_id", UUID.class),
                row.getInt("year"),
                row.getObject("finished_before", LocalDate.class),
                row.getString("rulebook"),
                row.getObject("member_id", UUID.class),
                row.getString("full_name"),
                row.getString("post"),
                row.getString("cell_name"),
                UnitSide.valueOf(row.getString("side")),
                ReviewFormKind.valueOf(row.getString("form")),
                ReviewState.valueOf(row.getString("state")),
                why == null ? null : WhyNot.valueOf(why),
                row.getString("taken_out_because"),
                row.getString("given_back_because"),
                row.getInt("version"),
                answers != null,
                answers == null || points == null
                        ? Written.NOTHING
                        : new Written(
                                json.readValue(answers, WORDS),
                                json.readValue(points, NUMBERS),
                                level(row, "self_level")),
                row.getObject("sent_at", OffsetDateTime.class),
                row.getObject("received_on", LocalDate.class),
                row.getString("entered_by"),
                level(row, "level"),
                row.getString("number"),
                row.getObject("decided_on", LocalDate.class),
                Corrected.read(json, row.getString("corrections")));
    }

    private static @Nullable ClassificationLevel level(ResultSet row, String column)
            throws SQLException {
        String name = row.getString(column);
        return name == null ? null : ClassificationLevel.valueOf(name);
    }
}
