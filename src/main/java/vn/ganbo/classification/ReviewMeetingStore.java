package vn.ganbo.classification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.regulation.ClassificationLevel;

/** Keeps the cell's meetings with their votes, and what the cell proposes. */
@Component
class ReviewMeetingStore {
    /** Sent self-reviews of the cells in scope; a vote of before the sending does not count. */
    static final Sql WAITING =
            Sql.of(
                    """
                    select r.id, r.org_no, r.work_no, r.year_id, r.member_id, r.full_name,
                           s.level as self_level,
                           exists (select from classification.meeting_review v
                                     join classification.meeting m on m.id = v.meeting_id
                                    where v.review_id = r.id
                                      and m.at >= s.sent_at) as voted
                      from classification.review r
                      join classification.self_review s on s.review_id = r.id
                     where r.state = 'SENT'
                       and r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                     order by r.sort_key, r.id
                    """);

    static final Sql MEET =
            Sql.of(
                    """
                    insert into classification.meeting
                           (org_no, unit_no, id, year_id, met_on, present, minutes, at, by_whom)
                    values (:org::int, :unit::int, :id::uuid, :year::uuid, :met::date, :present::int, :minutes,
                            :at::timestamptz, :who)
                    """);

    static final Sql VOTES =
            Sql.of(
                    """
                    insert into classification.meeting_review
                           (org_no, unit_no, meeting_id, review_id, excellent, good, fulfilled, not_fulfilled)
                    select :org::int, :unit::int, :meeting::uuid, x.review, x.excellent, x.good, x.fulfilled,
                           x.not_fulfilled
                      from unnest(:reviews::uuid[], :excellents::int[], :goods::int[], :fulfilleds::int[],
                                  :not_fulfilleds::int[])
                        as x (review, excellent, good, fulfilled, not_fulfilled)
                    """);

    /** The newest vote on a self-review as it was sent last. */
    private static final String LAST_VOTE =
            """
            select m.id, m.met_on, m.present, m.minutes, v.excellent, v.good, v.fulfilled,
                   v.not_fulfilled
              from classification.meeting_review v
              join classification.meeting m on m.id = v.meeting_id
              join classification.self_review s on s.review_id = v.review_id
             where v.review_id = :review::uuid
               and m.at >= s.sent_at
               and v.unit_no between :low and :high
               and v.unit_no <@ :scope::int4multirange
             order by m.at desc, m.id desc
             limit 1
            """;

    static final Sql VOTED = Sql.of(LAST_VOTE);

    /** The last vote and the proposal of a review side by side; either may be missing. */
    static final Sql STEPS =
            Sql.of(
                    """
                    select v.id, v.met_on, v.present, v.minutes, v.excellent, v.good, v.fulfilled,
                           v.not_fulfilled, p.level, p.proposed_on, p.by_whom, p.sent_back_because, p.sent_back_on
                      from (select :review::uuid as review_id) x
                      left join lateral (
                    """
                            + LAST_VOTE
                            + """
                                   ) v on true
                              left join classification.proposal p
                                     on p.review_id = x.review_id
                                    and p.work_no between :low and :high
                                    and p.work_no <@ :scope::int4multirange
                            """);

    static final Sql PROPOSE =
            Sql.of(
                    """
                    insert into classification.proposal (org_no, work_no, review_id, level, proposed_on, by_whom)
                    values (:org::int, :work::int, :review::uuid, :level, :on::date, :who)
                    on conflict (review_id) do update
                       set level = excluded.level,
                           proposed_on = excluded.proposed_on,
                           by_whom = excluded.by_whom,
                           sent_back_because = null,
                           sent_back_on = null,
                           sent_back_by = null
                    """);

    /** What the cell proposed, and whether the committee gave it back. */
    static final Sql PROPOSED =
            Sql.of(
                    """
                    update classification.review r
                       set state = 'PROPOSED',
                           meeting_id = :meeting::uuid,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where r.id = :id::uuid
                       and r.version = :version::int
                       and r.state in ('SENT', 'PROPOSED')
                       and not exists (select from classification.temporary_stay t
                                        where t.review_id = r.id
                                          and t.withdrawn_on is null
                                          and t.received_on is null)
                       and r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                    """);

    /** A sent self-review; {@code voted} where a meeting has voted on it as it stands. */
    record Waiting(
            UUID id,
            int orgNo,
            int workNo,
            UUID yearId,
            UUID memberId,
            String fullName,
            ClassificationLevel selfLevel,
            boolean voted) {}

    /** What a meeting voted on one person. */
    record Voted(
            UUID id,
            LocalDate metOn,
            int present,
            String minutes,
            int excellent,
            int good,
            int fulfilled,
            int notFulfilled) {

        int of(ClassificationLevel level) {
            return switch (level) {
                case EXCELLENT -> excellent;
                case GOOD -> good;
                case FULFILLED -> fulfilled;
                case NOT_FULFILLED -> notFulfilled;
            };
        }
    }

    /** A proposal of the cell; given back where there is a day of it. */
    record Proposed(
            ClassificationLevel level,
            LocalDate proposedOn,
            String byWhom,
            @Nullable String sentBackBecause,
            @Nullable LocalDate sentBackOn) {}

    /** How far a cell is with a review. */
    record Steps(@Nullable Voted voted, @Nullable Proposed proposed) {}

    private final Db db;

    ReviewMeetingStore(Db db) {
        this.db = db;
    }

    List<Waiting> waiting(Scope scope) {
        return db.list(scope, WAITING, Waiting.class);
    }

    void meet(
            Scope scope,
            UUID id,
            Waiting first,
            ReviewMeetings.Meeting meeting,
            List<ReviewMeetings.Votes> votes,
            Stamp stamp) {
        db.update(
                scope,
                MEET,
                "org",
                first.orgNo(),
                "unit",
                first.workNo(),
                "id",
                id,
                "year",
                first.yearId(),
                "met",
                meeting.metOn(),
                "present",
                meeting.present(),
                "minutes",
                meeting.minutes(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
        db.update(
                scope,
                VOTES,
                "org",
                first.orgNo(),
                "unit",
                first.workNo(),
                "meeting",
                id,
                "reviews",
                votes.stream().map(ReviewMeetings.Votes::review).toArray(UUID[]::new),
                "excellents",
                counts(votes, ReviewMeetings.Votes::excellent),
                "goods",
                counts(votes, ReviewMeetings.Votes::good),
                "fulfilleds",
                counts(votes, ReviewMeetings.Votes::fulfilled),
                "not_fulfilleds",
                counts(votes, ReviewMeetings.Votes::notFulfilled));
    }

    private static Integer[] counts(
            List<ReviewMeetings.Votes> votes, Function<ReviewMeetings.Votes, Integer> of) {
        return votes.stream().map(of).toArray(Integer[]::new);
    }

    Optional<Voted> voted(Scope scope, UUID review) {
        return db.one(scope, VOTED, Voted.class, "review", review);
    }

    Steps steps(Scope scope, UUID review) {
        return db.one(scope, STEPS, ReviewMeetingStore::steps, "review", review)
                .orElse(new Steps(null, null));
    }

    private static Steps steps(ResultSet row) throws SQLException {
        UUID meeting = row.getObject("id", UUID.class);
        String level = row.getString("level");
        return new Steps(
                meeting == null
                        ? null
                        : new Voted(
                                meeting,
                                row.getObject("met_on", LocalDate.class),
                                row.getInt("present"),
                                row.getString("minutes"),
                                row.getInt("excellent"),
                                row.getInt("good"),
                                row.getInt("fulfilled"),
                                row.getInt("not_fulfilled")),
                level == null
                        ? null
                        : new Proposed(
                                ClassificationLevel.valueOf(level),
                                row.getObject("proposed_on", LocalDate.class),
                                row.getString("by_whom"),
                                row.getString("sent_back_because"),
                                row.getObject("sent_back_on", LocalDate.class)));
    }

    void propose(
            Scope scope,
            SelfReviewStore.Review review,
            UUID meeting,
            ClassificationLevel level,
            Stamp stamp) {
        int changed =
                db.update(
                        scope,
                        PROPOSED,
                        "meeting",
                        meeting,
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
        db.update(
                scope,
                PROPOSE,
                "org",
                review.orgNo(),
                "work",
                review.workNo(),
                "review",
                review.id(),
                "level",
                level.name(),
                "on",
                stamp.on(),
                "who",
                stamp.who());
    }
}
