package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.transfer.HostComments;

/** Who has temporary Party life elsewhere, and what that cell said. */
@Component
class TemporaryStayStore {
    static final Sql STAYS =
            Sql.of(
                    """
                    select t.review_id, t.cell_name, t.asked_on, t.received_on, t.comment, t.transfer_id
                      from classification.temporary_stay t
                     where t.review_id = any (:reviews::uuid[])
                       and t.withdrawn_on is null
                       and t.work_no between :low and :high
                       and t.work_no <@ :scope::int4multirange
                    """);

    static final Sql MARK =
            Sql.of(
                    """
                    insert into classification.temporary_stay
                           (org_no, work_no, review_id, member_id, cell_name, asked_on, changed_at, changed_by)
                    values (:org::int, :work::int, :review::uuid, :member::uuid, :cell, :asked::date,
                            :at::timestamptz, :who)
                    on conflict (review_id) do update
                       set cell_name = excluded.cell_name,
                           asked_on = excluded.asked_on,
                           received_on = null,
                           comment = null,
                           transfer_id = null,
                           withdrawn_on = null,
                           changed_at = excluded.changed_at,
                           changed_by = excluded.changed_by
                    """);

    /** What the host's case says, over what was written before. */
    static final Sql READ =
            Sql.of(
                    """
                    insert into classification.temporary_stay
                           (org_no, work_no, review_id, member_id, cell_name, asked_on, received_on, comment,
                            transfer_id, changed_at, changed_by)
                    values (:org::int, :work::int, :review::uuid, :member::uuid, :cell, :asked::date,
                            :received::date, :comment::text, :transfer::uuid, :at::timestamptz, :who)
                    on conflict (review_id) do update
                       set cell_name = excluded.cell_name,
                           asked_on = excluded.asked_on,
                           received_on = excluded.received_on,
                           comment = excluded.comment,
                           transfer_id = excluded.transfer_id,
                           withdrawn_on = null,
                           changed_at = excluded.changed_at,
                           changed_by = excluded.changed_by
                    """);

    static final Sql WITHDRAW =
            Sql.of(
                    """
                    update classification.temporary_stay t
                       set withdrawn_on = :on::date,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where t.review_id = :review::uuid
                       and t.withdrawn_on is null
                       and t.org_no between :low and :high
                       and t.org_no <@ :scope::int4multirange
                    """);

    static final Sql RECEIVE =
            Sql.of(
                    """
                    update classification.temporary_stay t
                       set received_on = :received::date,
                           comment = :comment,
                           transfer_id = null,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where t.review_id = :review::uuid
                       and t.withdrawn_on is null
                       and t.work_no between :low and :high
                       and t.work_no <@ :scope::int4multirange
                    """);

    /**
     * A stay with the comment of that cell, once it came.
     *
     * @param transferId the case of the stay that it was read from; null where it was typed
     */
    record Stay(
            UUID reviewId,
            String cellName,
            LocalDate askedOn,
            @Nullable LocalDate receivedOn,
            @Nullable String comment,
            @Nullable UUID transferId) {}

    /** A stay that the book of transfers knows of in the year of a review. */
    record Known(UUID transferId, String host, LocalDate since, LocalDate until, boolean lasts) {}

    private final Db db;

    TemporaryStayStore(Db db) {
        this.db = db;
    }

    List<Stay> stays(Scope scope, List<UUID> reviews) {
        return db.list(scope, STAYS, Stay.class, "reviews", reviews.toArray(UUID[]::new));
    }

    @Nullable Stay stay(Scope scope, UUID review) {
        List<Stay> stays = stays(scope, List.of(review));
        return stays.isEmpty() ? null : stays.getFirst();
    }

    void mark(
            Scope scope,
            SelfReviewStore.Review review,
            String cell,
            LocalDate askedOn,
            Stamp stamp) {
        db.update(
                scope,
                MARK,
                "org",
                review.orgNo(),
                "work",
                review.workNo(),
                "review",
                review.id(),
                "member",
                review.memberId(),
                "cell",
                cell,
                "asked",
                askedOn,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    void read(
            Scope scope,
            SelfReviewStore.Review review,
            HostComments.HostComment said,
            Stamp stamp) {
        db.update(
                scope,
                READ,
                "org",
                review.orgNo(),
                "work",
                review.workNo(),
                "review",
                review.id(),
                "member",
                review.memberId(),
                "cell",
                said.host(),
                "asked",
                said.askedOn(),
                "received",
                said.answeredOn(),
                "comment",
                said.answer(),
                "transfer",
                said.transferId(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    void withdraw(Scope scope, UUID review, Stamp stamp) {
        db.update(
                scope,
                WITHDRAW,
                "review",
                review,
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    void receive(Scope scope, UUID review, LocalDate on, String comment, Stamp stamp) {
        db.update(
                scope,
                RECEIVE,
                "review",
                review,
                "received",
                on,
                "comment",
                comment,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }
}
