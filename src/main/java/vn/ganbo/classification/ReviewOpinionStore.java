package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.classification.TemporaryStayStore.Known;
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

    /**
     * The comment of a temporary cell, the opinions, and the last stay of the year in the book of
     * transfers: what others say of one review, and where there is somebody to ask.
     */
    static final Sql OTHERS =
            Sql.of(
                    """
                    select 'STAY' as what, t.transfer_id as id, t.cell_name as from_whom, t.asked_on as since,
                           t.received_on as heard_on, t.comment as words, false as lasts
                      from classification.temporary_stay t
                     where t.review_id = :review::uuid
                       and t.withdrawn_on is null
                       and t.work_no between :low and :high
                       and t.work_no <@ :scope::int4multirange
                    union all
                    select 'OPINION', o.id, o.from_whom, null, o.heard_on, o.words, false
                      from classification.review_opinion o
                     where o.review_id = :review::uuid
                       and o.withdrawn_on is null
                       and o.work_no between :low and :high
                       and o.work_no <@ :scope::int4multirange
                    union all
                    (select 'KNOWN', s.id, s.to_name, s.since, coalesce(s.closed_on, s.until), null,
                            s.closed_on is null
                       from classification.review r
                       join classification.review_year y on y.id = r.year_id
                       join transfer.published_stay s on s.member_id = r.member_id
                      where r.id = :review::uuid
                        and s.since <= make_date(y.year, 12, 31)
                        and coalesce(s.closed_on, s.until) >= make_date(y.year, 1, 1)
                        and s.work_no between :low and :high
                        and s.work_no <@ :scope::int4multirange
                      order by s.since desc
                      limit 1)
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

    /**
     * What others said of one review.
     *
     * @param known the last stay of the year in the book of transfers
     */
    record Others(@Nullable Stay stay, List<Heard> opinions, @Nullable Known known) {
        Others {
            opinions = List.copyOf(opinions);
        }

        /**
         * Whether a cell has to be heard that was not: one that was asked, or where a stay lasts.
         */
        boolean unheard() {
            return stay == null ? known != null && known.lasts() : stay.receivedOn() == null;
        }
    }

    private enum What {
        STAY,
        OPINION,
        KNOWN
    }

    private record Row(
            What what,
            @Nullable UUID id,
            String fromWhom,
            @Nullable LocalDate since,
            @Nullable LocalDate heardOn,
            @Nullable String words,
            boolean lasts) {
        Stay asStay(UUID review) {
            return new Stay(review, fromWhom, Objects.requireNonNull(since), heardOn, words, id);
        }

        Heard asHeard(UUID review) {
            return new Heard(
                    Objects.requireNonNull(id),
                    review,
                    fromWhom,
                    Objects.requireNonNull(heardOn),
                    Objects.requireNonNull(words));
        }

        Known asKnown() {
            return new Known(
                    Objects.requireNonNull(id),
                    fromWhom,
                    Objects.requireNonNull(since),
                    Objects.requireNonNull(heardOn),
                    lasts);
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
                first(rows, What.STAY).map(row -> row.asStay(review)).orElse(null),
                rows.stream()
                        .filter(row -> row.what() == What.OPINION)
                        .map(row -> row.asHeard(review))
                        .toList(),
                first(rows, What.KNOWN).map(Row::asKnown).orElse(null));
    }

    private static Optional<Row> first(List<Row> rows, What what) {
        return rows.stream().filter(row -> row.what() == what).findFirst();
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
