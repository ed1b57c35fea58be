package vn.ganbo.assessment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.assessment.Comment.CellSigned;
import vn.ganbo.assessment.Comment.CommuneConfirmed;
import vn.ganbo.assessment.Comment.Returned;
import vn.ganbo.assessment.Comment.Votes;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.web.Picked;

/** Writes the steps of comment slips; one slip or two thousand are the same statement. */
@Component
class CommentSteps {
    static final Sql SIGN =
            Sql.of(
                    """
                    update assessment.comment c
                       set state = :to,
                           decision_id = x.decision,
                           met_on = x.met_on,
                           votes_for = x.votes_for,
                           votes_against = x.votes_against,
                           votes_abstain = x.votes_abstain,
                           cell_signer = :signer,
                           cell_post = :post,
                           cell_signed_on = :on::date,
                           version = c.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                      from unnest(:ids::uuid[], :versions::int[], :decisions::uuid[], :days::date[],
                                  :fors::int[], :againsts::int[], :abstains::int[])
                        as x (id, version, decision, met_on, votes_for, votes_against, votes_abstain)
                     where c.id = x.id
                       and c.version = x.version
                       and c.state = :from
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql GIVE_BACK =
            Sql.of(
                    """
                    update assessment.comment c
                       set state = :to,
                           decision_id = null,
                           met_on = null,
                           votes_for = null,
                           votes_against = null,
                           votes_abstain = null,
                           cell_signer = null,
                           cell_post = null,
                           cell_signed_on = null,
                           version = c.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                      from unnest(:ids::uuid[], :versions::int[]) as x (id, version)
                     where c.id = x.id
                       and c.version = x.version
                       and c.state = :from
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql CONFIRM =
            Sql.of(
                    """
                    update assessment.comment c
                       set state = :to,
                           commune_signer = :signer,
                           commune_post = :post,
                           confirmed_on = :on::date,
                           version = c.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                      from unnest(:ids::uuid[], :versions::int[]) as x (id, version)
                     where c.id = x.id
                       and c.version = x.version
                       and c.state = :from
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql RETURN =
            Sql.of(
                    """
                    update assessment.comment c
                       set state = :to,
                           returned_on = :on::date,
                           paper_id = x.paper,
                           work_no = x.work_no,
                           version = c.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                      from unnest(:ids::uuid[], :versions::int[], :papers::uuid[], :works::int[])
                        as x (id, version, paper, work_no)
                     where c.id = x.id
                       and c.version = x.version
                       and c.state = :from
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql STEP =
            Sql.of(
                    """
                    insert into assessment.comment_step
                           (unit_no, comment_id, no, state, at, on_date, office_no, who, signer, post, note)
                    select c.unit_no, c.id,
                           1 + (select coalesce(max(s.no), 0)
                                  from assessment.comment_step s
                                 where s.comment_id = c.id),
                           :state, :at::timestamptz, :on::date, :office::int, :who, :signer::text,
                           :post::text, :note::text
                      from assessment.comment c
                     where c.id = any (:ids::uuid[])
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    /** A slip returned to the workplace, and the workplace cell of that day. */
    record HandedOut(Returned comment, int workNo) {}

    private final Db db;
    private final CommentStore store;

    CommentSteps(Db db, CommentStore store) {
        this.db = db;
        this.store = store;
    }

    void sign(Scope scope, List<CellSigned> signed, Signer signer, Stamp stamp) {
        List<Votes> votes = signed.stream().map(s -> s.decision().votes()).toList();
        int done =
                db.update(
                        scope,
                        SIGN,
                        "from",
                        CommentLifecycle.SIGN.from().name(),
                        "to",
                        CommentLifecycle.SIGN.to().name(),
                        "ids",
                        ids(signed.stream().map(s -> s.body().id())),
                        "versions",
                        versions(signed),
                        "decisions",
                        ids(signed.stream().map(s -> s.decision().id())),
                        "days",
                        signed.stream()
                                .map(s -> s.decision().metOn().toString())
                                .toArray(String[]::new),
                        "fors",
                        votes.stream().map(Votes::inFavour).toArray(Integer[]::new),
                        "againsts",
                        votes.stream().map(Votes::against).toArray(Integer[]::new),
                        "abstains",
                        votes.stream().map(Votes::abstaining).toArray(Integer[]::new),
                        "signer",
                        signer.name(),
                        "post",
                        signer.post(),
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who());
        after(scope, CommentLifecycle.SIGN, signed, done, stamp, signer, null);
    }

    void giveBack(Scope scope, List<CellSigned> slips, String reason, Stamp stamp) {
        int done =
                db.update(
                        scope,
                        GIVE_BACK,
                        "from",
                        CommentLifecycle.GIVE_BACK.from().name(),
                        "to",
                        CommentLifecycle.GIVE_BACK.to().name(),
                        "ids",
                        ids(slips.stream().map(s -> s.body().id())),
                        "versions",
                        versions(slips),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who());
        after(scope, CommentLifecycle.GIVE_BACK, slips, done, stamp, null, reason);
    }

    void confirm(Scope scope, List<CommuneConfirmed> slips, Signer signer, Stamp stamp) {
        int done =
                db.update(
                        scope,
                        CONFIRM,
                        "from",
                        CommentLifecycle.CONFIRM.from().name(),
                        "to",
                        CommentLifecycle.CONFIRM.to().name(),
                        "ids",
                        ids(slips.stream().map(s -> s.body().id())),
                        "versions",
                        versions(slips),
                        "signer",
                        signer.name(),
                        "post",
                        signer.post(),
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who());
        after(scope, CommentLifecycle.CONFIRM, slips, done, stamp, signer, null);
    }

    void giveOut(Scope scope, List<HandedOut> out, Stamp stamp) {
        List<Returned> slips = out.stream().map(HandedOut::comment).toList();
        int done =
                db.update(
                        scope,
                        RETURN,
                        "from",
                        CommentLifecycle.RETURN.from().name(),
                        "to",
                        CommentLifecycle.RETURN.to().name(),
                        "ids",
                        ids(slips.stream().map(s -> s.body().id())),
                        "versions",
                        versions(slips),
                        "papers",
                        ids(slips.stream().map(Returned::paper)),
                        "works",
                        out.stream().map(HandedOut::workNo).toArray(Integer[]::new),
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who());
        after(scope, CommentLifecycle.RETURN, slips, done, stamp, null, null);
    }

    /** Every step is a row with who and when; fewer slips than chosen means somebody was faster. */
    private void after(
            Scope scope,
            CommentLifecycle act,
            List<? extends Comment> slips,
            int done,
            Stamp stamp,
            @Nullable Signer signer,
            @Nullable String note) {
        if (done != slips.size()) {
            throw store.conflict(
                    scope,
                    slips.stream()
                            .map(s -> new Picked(s.body().id(), s.body().version()))
                            .toList());
        }
        step(scope, slips.stream().map(s -> s.body().id()).toList(), act.to(), stamp, signer, note);
    }

    void step(
            Scope scope,
            Collection<UUID> ids,
            CommentState state,
            Stamp stamp,
            @Nullable Signer signer,
            @Nullable String note) {
        db.update(
                scope,
                STEP,
                "ids",
                ids.toArray(UUID[]::new),
                "state",
                state.name(),
                "at",
                stamp.at(),
                "on",
                stamp.on(),
                "office",
                stamp.unitNo(),
                "who",
                stamp.who(),
                "signer",
                signer == null ? null : signer.name(),
                "post",
                signer == null ? null : signer.post(),
                "note",
                note);
    }

    private static UUID[] ids(java.util.stream.Stream<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static Integer[] versions(List<? extends Comment> slips) {
        return slips.stream().map(s -> s.body().version()).toArray(Integer[]::new);
    }
}
