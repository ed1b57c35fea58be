package vn.ganbo.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Writes and loads a case. */
@Component
class ScreeningStore {
    private static final String COLUMNS =
            """
            select c.work_no, w.name as work_name, c.id, c.member_id, c.full_name, c.ground, c.resolution_no,
                   c.resolution_on, c.facts, c.state, c.opened_on, c.plan_what, c.plan_helper, c.plan_from,
                   c.plan_until,
                   coalesce(c.heard_on, (select min(h.heard_on) from screening.hearing h
                                          where h.case_id = c.id)) as heard_on,
                   c.outcome, c.because, c.proposal_no, c.proposed_on, c.sent_back_because, c.decision_no,
                   c.decision_on, c.decision_issuer, c.version
              from screening.case_file c
              join organisation.published_unit w on w.no = c.work_no and w.valid @> :today::date
            """;

    static final Sql ONE =
            Sql.of(
                    COLUMNS
                            + """
                             where c.id = :id::uuid
                               and ((c.work_no between :low and :high and c.work_no <@ :scope::int4multirange)
                                    or c.member_id = :self::uuid)
                            """);

    static final Sql OWN =
            Sql.of(
                    COLUMNS
                            + " where c.member_id = :self::uuid order by c.opened_on desc, c.id desc");

    static final Sql OPEN =
            Sql.of(
                    """
                    insert into screening.case_file
                           (work_no, id, member_id, full_name, sort_key, ground, resolution_no, resolution_on,
                            facts, state, opened_on, rulebook, changed_at, changed_by)
                    values (:work, :id::uuid, :member::uuid, :name, :key, :ground, :number, :resolved::date,
                            :facts, 'OPENED', :on::date, :rulebook, :at::timestamptz, :who)
                    """);

    static final Sql PLAN =
            Sql.of(
                    """
                    update screening.case_file c
                       set state = 'HELPED',
                           plan_what = :what,
                           plan_helper = :helper,
                           plan_from = :from::date,
                           plan_until = :until::date,
                           version = c.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where c.id = :id::uuid
                       and c.version = :version
                       and c.state = 'OPENED'
                       and c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                    """);

    /** The day of the hearing goes along: the table refuses an outcome without it. */
    static final Sql PROPOSE =
            Sql.of(
                    """
                    update screening.case_file c
                       set state = 'PROPOSED',
                           heard_on = (select min(h.heard_on) from screening.hearing h where h.case_id = c.id),
                           outcome = :outcome,
                           because = :because,
                           proposal_no = :number,
                           proposed_on = :on::date,
                           sent_back_because = null,
                           version = c.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where c.id = :id::uuid
                       and c.version = :version
                       and c.state in ('OPENED', 'HELPED')
                       and c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                    """);

    static final Sql SEND_BACK =
            Sql.of(
                    """
                    update screening.case_file c
                       set state = 'OPENED',
                           outcome = null,
                           sent_back_because = :because,
                           version = c.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where c.id = :id::uuid
                       and c.version = :version
                       and c.state = 'PROPOSED'
                       and c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                    """);

    static final Sql DECIDE =
            Sql.of(
                    """
                    update screening.case_file c
                       set state = 'DECIDED',
                           decision_no = :number,
                           decision_on = :on::date,
                           decision_issuer = :issuer,
                           version = c.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where c.id = :id::uuid
                       and c.version = :version
                       and c.state = 'PROPOSED'
                       and c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                    """);

    static final Sql HEARINGS =
            Sql.of(
                    """
                    select h.case_id, h.heard_on, h.words, h.by_member, h.by_whom
                      from screening.hearing h
                     where h.case_id = any (:ids::uuid[])
                     order by h.heard_on, h.id
                    """);

    static final Sql HEAR =
            Sql.of(
                    """
                    insert into screening.hearing
                           (work_no, id, case_id, member_id, heard_on, words, by_member, at, by_whom)
                    values (:work, :id::uuid, :case::uuid, :member::uuid, :on::date, :words, :own::boolean,
                            :at::timestamptz, :who)
                    """);

    static final Sql LOOKS =
            Sql.of(
                    """
                    select l.case_id, l.looked_on, l.words, l.by_whom
                      from screening.look l
                     where l.case_id = any (:ids::uuid[])
                     order by l.looked_on, l.id
                    """);

    static final Sql LOOK =
            Sql.of(
                    """
                    insert into screening.look (work_no, id, case_id, member_id, looked_on, words, at, by_whom)
                    values (:work, :id::uuid, :case::uuid, :member::uuid, :on::date, :words, :at::timestamptz,
                            :who)
                    """);

    /** What the person said, in the own words. */
    record Hearing(UUID caseId, LocalDate heardOn, String words, boolean byMember, String byWhom) {}

    record Look(UUID caseId, LocalDate lookedOn, String words, String byWhom) {}

    private final Db db;

    ScreeningStore(Db db) {
        this.db = db;
    }

    Optional<CaseFile> one(Scope scope, UUID id) {
        return db.one(scope, ONE, CaseFile.class, "id", id);
    }

    List<CaseFile> own(Scope scope) {
        return db.list(scope, OWN, CaseFile.class);
    }

    void open(
            Scope scope,
            UUID id,
            LapseStore.Person person,
            Screenings.Opening opening,
            String facts,
            String rulebook,
            Stamp stamp) {
        db.update(
                scope,
                OPEN,
                "work",
                person.workNo(),
                "id",
                id,
                "member",
                person.id(),
                "name",
                person.fullName(),
                "key",
                person.sortKey(),
                "ground",
                opening.ground().name(),
                "number",
                opening.resolutionNo(),
                "resolved",
                opening.resolutionOn(),
                "facts",
                facts,
                "on",
                stamp.on(),
                "rulebook",
                rulebook,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    void plan(Scope scope, UUID id, int version, Screenings.Plan plan, Stamp stamp) {
        done(
                db.update(
                        scope,
                        PLAN,
                        "id",
                        id,
                        "version",
                        version,
                        "what",
                        plan.what(),
                        "helper",
                        plan.helper(),
                        "from",
                        plan.from(),
                        "until",
                        plan.until(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who()));
    }

    void propose(Scope scope, UUID id, int version, Screenings.Proposal proposal, Stamp stamp) {
        done(
                db.update(
                        scope,
                        PROPOSE,
                        "id",
                        id,
                        "version",
                        version,
                        "outcome",
                        proposal.outcome().name(),
                        "because",
                        proposal.because(),
                        "number",
                        proposal.number(),
                        "on",
                        proposal.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who()));
    }

    void sendBack(Scope scope, UUID id, int version, String because, Stamp stamp) {
        done(
                db.update(
                        scope,
                        SEND_BACK,
                        "id",
                        id,
                        "version",
                        version,
                        "because",
                        because,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who()));
    }

    void decide(Scope scope, UUID id, int version, Screenings.Paper paper, Stamp stamp) {
        done(
                db.update(
                        scope,
                        DECIDE,
                        "id",
                        id,
                        "version",
                        version,
                        "number",
                        paper.number(),
                        "on",
                        paper.on(),
                        "issuer",
                        paper.issuer(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who()));
    }

    private static void done(int changed) {
        if (changed == 0) {
            throw new Refusal("screening.changed");
        }
    }

    List<Hearing> hearings(Scope scope, List<UUID> cases) {
        return db.list(scope, HEARINGS, Hearing.class, "ids", cases.toArray(UUID[]::new));
    }

    List<Look> looks(Scope scope, List<UUID> cases) {
        return db.list(scope, LOOKS, Look.class, "ids", cases.toArray(UUID[]::new));
    }

    void hear(Scope scope, CaseFile of, LocalDate on, String words, boolean byMember, Stamp stamp) {
        db.update(
                scope,
                HEAR,
                "work",
                of.workNo(),
                "id",
                Ids.next(),
                "case",
                of.id(),
                "member",
                of.memberId(),
                "on",
                on,
                "words",
                words,
                "own",
                byMember,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    void look(Scope scope, CaseFile of, LocalDate on, String words, Stamp stamp) {
        db.update(
                scope,
                LOOK,
                "work",
                of.workNo(),
                "id",
                Ids.next(),
                "case",
                of.id(),
                "member",
                of.memberId(),
                "on",
                on,
                "words",
                words,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }
}
