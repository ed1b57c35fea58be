package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.classification.TemporaryStayStore.Stay;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps whom the committee heard before it decides, and what they said. */
@Component
class ReviewOpinionStore {
    static final Sql HEARD =
            Sql.of(
                    """
                    select o.id, o.review_id, o.from_whom, o.heard_on, o.words
                      from classification.review_opinion o
                     where o.review_id = any (:reviews::uuid[])
                       and o.withdrawn_on is null
                       and o.work_no between :low and :high
                       and o.work_no <@ :scope::int4multirange
                     order by o.heard_on, o.id
                    """);

    /** The comment of a temporary cell and the opinions, both said of one review by others. */
    static final Sql OTHERS =
            Sql.of(
                    """
                    select t.review_id as id, t.review_id, true as stay, t.cell_name as from_whom, t.asked_on,
                           t.received_on as heard_on, t.comment as words
                      from classification.temporary_stay t
                     where t.review_id = :review::uuid
                       and t.withdrawn_on is null
                       and t.work_no between :low and :high
                       and t.work_no <@ :scope::int4multirange
                    union all
                    select o.id, o.review_id, false, o.from_whom, null, o.heard_on, o.words
                      from classification.review_opinion o
                     where o.review_id = :review::uuid
                       and o.withdrawn_on is null
                       and o.work_no between :low and :high
                       and o.work_no <@ :scope::int4multirange
                     order by heard_on, id
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into classification.review_opinion
                           (org_no, work_no, id, review_id, member_id, from_whom, heard_on, words,
                            changed_at, changed_by)
                    values (:org::int, :work::int, :id::uuid, :review::uuid, :member::uuid, :from, :on::date,
                            :words, :at::timestamptz, :who)
                    """);

    static final Sql WITHDRAW =
            Sql.of(
                    """
                    update classification.review_opinion o
                       set withdrawn_on = :on::date,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where o.id = :id::uuid
                       and o.review_id = :review::uuid
                       and o.withdrawn_on is null
                       and o.org_no between :low and :high
                       and o.org_no <@ :scope::int4multirange
                    """);

    /** What somebody said of a member. */
    record Heard(UUID id, UUID reviewId, String fromWhom, LocalDate heardOn, String words) {}

    /** What others said of one review. */
    record Others(@Nullable Stay stay, List<Heard> opinions) {
        Others {
            opinions = List.copyOf(opinions);
        }
    }

    private record Row(
            UUID id,
            UUID reviewId,
            boolean stay,
            String fromWhom,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate heardOn,
            @Nullable String words) {
        Stay asStay() {
            return new Stay(reviewId, fromWhom, Objects.requireNonNull(askedOn), heardOn, words);
        }

        Heard asHeard() {
            return new Heard(
                    id,
                    reviewId,
                    fromWhom,
                    Objects.requireNonNull(heardOn),
                    Objects.requireNonNull(words));
        }
    }

    private final Db db;

    ReviewOpinionStore(Db db) {
        this.db = db;
    }

    List<Heard> heard(Scope scope, Collection<UUID> reviews) {
        return db.list(scope, HEARD, Heard.class, "reviews", reviews.toArray(UUID[]::new));
    }

    Others others(Scope scope, UUID review) {
        List<Row> rows = db.list(scope, OTHERS, Row.class, "review", review);
        return new Others(
                rows.stream().filter(Row::stay).findFirst().map(Row::asStay).orElse(null),
                rows.stream().filter(row -> !row.stay()).map(Row::asHeard).toList());
    }

    void add(Scope scope, SelfReviewStore.Review review, Heard heard, Stamp stamp) {
        db.update(
                scope,
                ADD,
                "org",
                review.orgNo(),
                "work",
                review.workNo(),
                "id",
                heard.id(),
                "review",
                review.id(),
                "member",
                review.memberId(),
                "from",
                heard.fromWhom(),
                "on",
                heard.heardOn(),
                "words",
                heard.words(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    /** Returns whether it stood. */
    boolean withdraw(Scope scope, UUID review, UUID id, Stamp stamp) {
        return db.update(
                        scope,
                        WITHDRAW,
                        "id",
                        id,
                        "review",
                        review,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }
}
