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

/** What lies beside sent self-reviews in the file, for many people at once. */
@Component
class DossierStore {
    /** The vote that the proposal rests on, else the newest on the self-review as it was sent. */
    static final Sql STEPS =
            Sql.of(
                    """
                    select distinct on (r.id) r.id as review_id, m.met_on, m.present, v.excellent, v.good,
                           v.fulfilled, v.not_fulfilled, p.level as proposed, p.proposed_on
                      from classification.review r
                      join classification.self_review s on s.review_id = r.id
                      left join classification.proposal p
                             on p.review_id = r.id and r.state in ('PROPOSED', 'DECIDED')
                      join classification.meeting_review v on v.review_id = r.id
                      join classification.meeting m on m.id = v.meeting_id and m.at >= s.sent_at
                     where r.id = any (:reviews::uuid[])
                       and r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                     order by r.id, m.id = r.meeting_id desc nulls last, m.at desc, m.id desc
                    """);

    /** Votes as totals, and what was proposed after them. */
    record Steps(
            UUID reviewId,
            LocalDate metOn,
            int present,
            int excellent,
            int good,
            int fulfilled,
            int notFulfilled,
            @Nullable ClassificationLevel proposed,
            @Nullable LocalDate proposedOn) {}

    private final Db db;

    DossierStore(Db db) {
        this.db = db;
    }

    /** Nobody on whom no meeting has voted. */
    List<Steps> steps(Scope scope, List<UUID> reviews) {
        return db.list(scope, STEPS, Steps.class, "reviews", reviews.toArray(UUID[]::new));
    }
}
