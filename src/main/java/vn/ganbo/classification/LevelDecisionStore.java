package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ReviewFormKind;
import vn.ganbo.web.Picked;

/** What the cells propose to the committee, and what it decides. */
@Component
class LevelDecisionStore {
    /** Proposed and decided ones of a year: the decided count under the cap, too. */
    static final Sql PROPOSALS =
            Sql.of(
                    """
                    select r.id, r.version, r.member_id, r.full_name, r.work_no, u.name as cell_name, r.form,
                           r.state, s.level as self_level, p.level as proposed, r.level, v.excellent, v.good,
                           v.fulfilled, v.not_fulfilled, d.number, d.decided_on, d.cap_percent as cap,
                           d.because as above_because
                      from classification.review r
                      join organisation.published_unit u
                             on u.no = r.work_no
                            and (u.valid @> :today::date
                                 or classification.last_of(u.no, u.valid, :today::date))
                      join classification.proposal p on p.review_id = r.id
                      join classification.meeting_review v
                        on v.meeting_id = r.meeting_id and v.review_id = r.id
                      left join classification.self_review s on s.review_id = r.id
                      left join classification.decision d on d.id = r.decision_id
                     where r.year_id = :year::uuid
                       and r.org_no = :unit::int
                       and r.state in ('PROPOSED', 'DECIDED')
                       and r.org_no between :low and :high
                       and r.org_no <@ :scope::int4multirange
                     order by u.code collate "C", r.sort_key, r.id
                    """);

    static final Sql DECIDE =
            Sql.of(
                    """
                    insert into classification.decision
                           (org_no, id, year_id, number, decided_on, cap_percent, above_cap, because, at, by_whom)
                    values (:org::int, :id::uuid, :year::uuid, :number, :on::date, :cap::int, :above::boolean,
                            :because::text, :at::timestamptz, :who)
                    """);

    static final Sql LEVELS =
            Sql.of(
                    """
                    update classification.review r
                       set state = 'DECIDED',
                           level = x.level,
                           decision_id = :decision::uuid,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                      from unnest(:ids::uuid[], :versions::int[], :levels::text[]) as x (id, version, level)
                     where r.id = x.id
                       and r.version = x.version
                       and r.state = :state
                       and r.org_no between :low and :high
                       and r.org_no <@ :scope::int4multirange
                    """);

    /** What stands, before it is corrected. */
    static final Sql KEEP =
            Sql.of(
                    """
                    insert into classification.level_correction
                           (org_no, work_no, id, review_id, member_id, level, decision_id, because,
                            corrected_on, at, by_whom)
                    select r.org_no, r.work_no, x.id, r.id, r.member_id, r.level, r.decision_id, :because,
                           :on::date, :at::timestamptz, :who
                      from unnest(:ids::uuid[], :reviews::uuid[]) as x (id, review)
                      join classification.review r on r.id = x.review
                     where r.state = 'DECIDED'
                       and r.org_no between :low and :high
                       and r.org_no <@ :scope::int4multirange
                    """);

    static final Sql BACK =
            Sql.of(
                    """
                    update classification.review r
                       set state = 'SENT',
                           meeting_id = null,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where r.id = :id::uuid
                       and r.version = :version::int
                       and r.state = 'PROPOSED'
                       and r.org_no between :low and :high
                       and r.org_no <@ :scope::int4multirange
                    """);

    static final Sql BACK_BECAUSE =
            Sql.of(
                    """
                    update classification.proposal p
                       set sent_back_because = :because,
                           sent_back_on = :on::date,
                           sent_back_by = :who
                     where p.review_id = :id::uuid
                       and p.work_no between :low and :high
                       and p.work_no <@ :scope::int4multirange
                    """);

    /** A proposal of a cell; {@code level} once decided. */
    record Proposal(
            UUID id,
            int version,
            UUID memberId,
            String fullName,
            int workNo,
            String cellName,
            ReviewFormKind form,
            ReviewState state,
            @Nullable ClassificationLevel selfLevel,
            ClassificationLevel proposed,
            @Nullable ClassificationLevel level,
            int excellent,
            int good,
            int fulfilled,
            int notFulfilled,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            @Nullable Integer cap,
            @Nullable String aboveBecause) {

        boolean open() {
            return state == ReviewState.PROPOSED;
        }

        LevelDecisions.Given asProposed() {
            return new LevelDecisions.Given(new Picked(id, version), proposed);
        }

        /** This one as the page shows it. */
        String seen() {
            return LevelsChosen.seen(workNo, asProposed());
        }

        /** What is on record, once decided. */
        Optional<LevelCorrection.Standing> standing() {
            return level == null || number == null || decidedOn == null || cap == null
                    ? Optional.empty()
                    : Optional.of(
                            new LevelCorrection.Standing(
                                    new LevelDecisions.Given(new Picked(id, version), level),
                                    workNo,
                                    number,
                                    decidedOn,
                                    cap,
                                    aboveBecause));
        }
    }

    private final Db db;

    LevelDecisionStore(Db db) {
        this.db = db;
    }

    /** Of the organisation's own year. */
    List<Proposal> proposals(Scope scope, int unitNo, UUID year) {
        return db.list(scope, PROPOSALS, Proposal.class, "unit", unitNo, "year", year);
    }

    /** Gives a proposal back to the cell. Throws {@link Refusal} when it changed meanwhile. */
    void sendBack(Scope scope, UUID review, int version, String because, Stamp stamp) {
        int changed =
                db.update(
                        scope,
                        BACK,
                        "id",
                        review,
                        "version",
                        version,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who());
        if (changed == 0) {
            throw new Refusal("classification.changed");
        }
        db.update(
                scope,
                BACK_BECAUSE,
                "id",
                review,
                "because",
                because,
                "on",
                stamp.on(),
                "who",
                stamp.who());
    }

    /** Keeps the decision itself. */
    void record(
            Scope scope,
            UUID id,
            int orgNo,
            LevelDecisions.Decision decision,
            boolean above,
            Stamp stamp) {
        db.update(
                scope,
                DECIDE,
                "org",
                orgNo,
                "id",
                id,
                "year",
                decision.year(),
                "number",
                decision.number(),
                "on",
                decision.decidedOn(),
                "cap",
                decision.cap(),
                "above",
                above,
                "because",
                decision.because().isEmpty() ? null : decision.because(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    /** After {@link #record} in the same act. */
    void decide(Scope scope, UUID id, List<LevelDecisions.Given> given, Stamp stamp) {
        levels(scope, id, given, ReviewState.PROPOSED, stamp);
    }

    /** After {@link #record} in the same act: what stood is kept, then the new level stands. */
    void correct(
            Scope scope, UUID id, List<LevelDecisions.Given> given, String because, Stamp stamp) {
        db.update(scope, KEEP, GivenLevels.kept(given, because, stamp));
        levels(scope, id, given, ReviewState.DECIDED, stamp);
    }

    private void levels(
            Scope scope, UUID id, List<LevelDecisions.Given> given, ReviewState from, Stamp stamp) {
        int changed = db.update(scope, LEVELS, GivenLevels.set(id, given, from, stamp));
        if (changed != given.size()) {
            throw new Refusal("classification.changed");
        }
    }
}
