package vn.ganbo.classification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.ganbo.web.Picked;

/** Keeps the reviews of cells and committees as a whole, and lists them for a year. */
@Component
class CollectiveStore {
    /** The unit with its review of the year, or without one that is not begun. */
    static final Sql ONE =
            Sql.of(
                    """
                    select y.id as year_id, y.unit_no as org_no, y.year, y.finished_before, y.rulebook,
                           u.no as unit_no, u.name, u.side, c.id, c.version, c.state, c.answers::text as answers,
                           c.met_on, c.present, c.excellent, c.good, c.fulfilled, c.not_fulfilled, c.proposed,
                           c.signed_on, c.sent_back_because, c.level, d.number, d.decided_on,
                           (select jsonb_agg(jsonb_build_object('level', k.level, 'number', f.number,
                                                        'decidedOn', f.decided_on, 'because', k.because,
                                                        'correctedOn', k.corrected_on)
                                     order by k.at desc, k.id desc)
                              from classification.level_correction k
                              join classification.decision f on f.id = k.decision_id
                             where k.collective_id = c.id)::text as corrections
                      from classification.review_year y
                      join organisation.published_unit u on u.no = :unit::int and u.valid @> :today::date
                      left join classification.collective_review c on c.year_id = y.id and c.unit_no = u.no
                      left join classification.decision d on d.id = c.decision_id
                     where y.id = :year::uuid
                       and u.no between :low and :high
                       and u.no <@ :scope::int4multirange
                       and (u.no = y.unit_no
                            or exists (select from classification.review r
                                        where r.year_id = y.id
                                          and r.work_no = u.no))
                    """);

    /** The committee first, then each cell that has people in the year. */
    static final Sql LIST =
            Sql.of(
                    """
                    select x.no as unit_no, u.name, x.no = y.unit_no as committee, c.id,
                           coalesce(c.version, 0) as version, c.state, c.met_on, c.signed_on, c.excellent, c.good,
                           c.fulfilled, c.not_fulfilled, c.proposed, c.level, d.number, d.decided_on,
                           d.cap_percent as cap, d.because as above_because,
                           (select max(k.corrected_on)
                              from classification.level_correction k
                             where k.collective_id = c.id) as corrected_on
                      from classification.review_year y
                      join (select r.year_id, r.work_no as no
                              from classification.review r
                             where r.year_id = :year::uuid
                               and r.work_no between :low and :high
                               and r.work_no <@ :scope::int4multirange
                             group by r.year_id, r.work_no
                            union
                            select o.id, o.unit_no
                              from classification.review_year o
                             where o.id = :year::uuid
                               and o.unit_no between :low and :high
                               and o.unit_no <@ :scope::int4multirange) x on x.year_id = y.id
                      join organisation.published_unit u on u.no = x.no and u.valid @> :today::date
                      left join classification.collective_review c on c.year_id = y.id and c.unit_no = x.no
                      left join classification.decision d on d.id = c.decision_id
                     where y.id = :year::uuid
                     order by x.no <> y.unit_no, u.code collate "C", u.no
                    """);

    static final Sql BEGIN =
            Sql.of(
                    """
                    insert into classification.collective_review
                           (org_no, unit_no, id, year_id, answers, state, changed_at, changed_by)
                    values (:org::int, :unit::int, :id::uuid, :year::uuid, :answers::jsonb, 'DRAFT',
                            :at::timestamptz, :who)
                    """);

    static final Sql SAVE =
            Sql.of(
                    """
                    update classification.collective_review c
                       set answers = :answers::jsonb,
                           version = c.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where c.id = :id::uuid
                       and c.version = :version::int
                       and c.state = 'DRAFT'
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql SEND =
            Sql.of(
                    """
                    update classification.collective_review c
                       set state = 'PROPOSED',
                           met_on = :met::date,
                           present = :present::int,
                           excellent = :excellent::int,
                           good = :good::int,
                           fulfilled = :fulfilled::int,
                           not_fulfilled = :not_fulfilled::int,
                           proposed = :proposed,
                           signed_on = :signed::date,
                           sent_back_because = null
                     where c.id = :id::uuid
                       and c.state = 'DRAFT'
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql BACK =
            Sql.of(
                    """
                    update classification.collective_review c
                       set state = 'DRAFT',
                           sent_back_because = :because,
                           version = c.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where c.id = :id::uuid
                       and c.version = :version::int
                       and c.state = 'PROPOSED'
                       and c.org_no between :low and :high
                       and c.org_no <@ :scope::int4multirange
                    """);

    static final Sql LEVELS =
            Sql.of(
                    """
                    update classification.collective_review c
                       set state = 'DECIDED',
                           level = x.level,
                           decision_id = :decision::uuid,
                           version = c.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                      from unnest(:ids::uuid[], :versions::int[], :levels::text[]) as x (id, version, level)
                     where c.id = x.id
                       and c.version = x.version
                       and c.state = :state
                       and c.org_no between :low and :high
                       and c.org_no <@ :scope::int4multirange
                    """);

    /** What stands, before it is corrected. */
    static final Sql KEEP =
            Sql.of(
                    """
                    insert into classification.level_correction
                           (org_no, work_no, id, collective_id, level, decision_id, because, corrected_on, at,
                            by_whom)
                    select c.org_no, c.unit_no, x.id, c.id, c.level, c.decision_id, :because, :on::date,
                           :at::timestamptz, :who
                      from unnest(:ids::uuid[], :reviews::uuid[]) as x (id, review)
                      join classification.collective_review c on c.id = x.review
                     where c.state = 'DECIDED'
                       and c.org_no between :low and :high
                       and c.org_no <@ :scope::int4multirange
                    """);

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    /** Votes on the level of the whole. */
    record Ballot(int excellent, int good, int fulfilled, int notFulfilled) {
        int sum() {
            return excellent + good + fulfilled + notFulfilled;
        }

        int of(ClassificationLevel level) {
            return switch (level) {
                case EXCELLENT -> excellent;
                case GOOD -> good;
                case FULFILLED -> fulfilled;
                case NOT_FULFILLED -> notFulfilled;
            };
        }
    }

    /** What the meeting of the whole leaves, with the day on which the report was signed. */
    record Closing(
            LocalDate metOn,
            int present,
            Ballot ballot,
            ClassificationLevel proposed,
            LocalDate signedOn) {}

    /**
     * The review of one unit in a year.
     *
     * @param id null where it is not begun
     * @param state null where it is not begun
     * @param closing null before the meeting
     */
    record Collective(
            UUID yearId,
            int orgNo,
            int year,
            LocalDate finishedBefore,
            String rulebook,
            int unitNo,
            String name,
            UnitSide side,
            @Nullable UUID id,
            int version,
            @Nullable CollectiveState state,
            Map<String, String> answers,
            @Nullable Closing closing,
            @Nullable String sentBackBecause,
            @Nullable ClassificationLevel level,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            List<Corrected> corrections) {
        Collective {
            corrections = List.copyOf(corrections);
        }

        boolean committee() {
            return unitNo == orgNo;
        }

        boolean open() {
            return state == null || state == CollectiveState.DRAFT;
        }
    }

    /** A line of the list. */
    record Line(
            int unitNo,
            String name,
            boolean committee,
            @Nullable UUID id,
            int version,
            @Nullable CollectiveState state,
            @Nullable LocalDate metOn,
            @Nullable LocalDate signedOn,
            @Nullable Integer excellent,
            @Nullable Integer good,
            @Nullable Integer fulfilled,
            @Nullable Integer notFulfilled,
            @Nullable ClassificationLevel proposed,
            @Nullable ClassificationLevel level,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            @Nullable Integer cap,
            @Nullable String aboveBecause,
            @Nullable LocalDate correctedOn) {

        boolean waits() {
            return state == CollectiveState.PROPOSED;
        }

        /** The level proposed for this one, which waits. */
        LevelDecisions.Given asProposed() {
            return new LevelDecisions.Given(
                    new Picked(Objects.requireNonNull(id), version),
                    Objects.requireNonNull(proposed));
        }

        /** This one as the page shows it. */
        String seen() {
            return LevelsChosen.seen(0, asProposed());
        }

        /** What is on record, once decided. */
        Optional<LevelCorrection.Standing> standing() {
            return id == null || level == null || number == null || decidedOn == null || cap == null
                    ? Optional.empty()
                    : Optional.of(
                            new LevelCorrection.Standing(
                                    new LevelDecisions.Given(new Picked(id, version), level),
                                    unitNo,
                                    number,
                                    decidedOn,
                                    cap,
                                    aboveBecause));
        }
    }

    private final Db db;
    private final JsonMapper json;

    CollectiveStore(Db db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<Collective> find(Scope scope, UUID year, int unitNo) {
        return db.one(scope, ONE, this::collective, "year", year, "unit", unitNo);
    }

    List<Line> list(Scope scope, UUID year) {
        return db.list(scope, LIST, Line.class, "year", year);
    }

    /** Keeps what was written. Throws {@link Refusal} when somebody changed it meanwhile. */
    void save(Scope scope, UUID id, Collective of, Map<String, String> answers, Stamp stamp) {
        String words = json.writeValueAsString(new TreeMap<>(answers));
        if (of.id() == null) {
            db.update(
                    scope,
                    BEGIN,
                    "org",
                    of.orgNo(),
                    "unit",
                    of.unitNo(),
                    "id",
                    id,
                    "year",
                    of.yearId(),
                    "answers",
                    words,
                    "at",
                    stamp.at(),
                    "who",
                    stamp.who());
            return;
        }
        require(
                1,
                db.update(
                        scope,
                        SAVE,
                        "id",
                        id,
                        "version",
                        of.version(),
                        "answers",
                        words,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who()));
    }

    /** After {@link #save} in the same act. */
    void send(Scope scope, UUID id, Closing closing) {
        require(
                1,
                db.update(
                        scope,
                        SEND,
                        "id",
                        id,
                        "met",
                        closing.metOn(),
                        "present",
                        closing.present(),
                        "excellent",
                        closing.ballot().excellent(),
                        "good",
                        closing.ballot().good(),
                        "fulfilled",
                        closing.ballot().fulfilled(),
                        "not_fulfilled",
                        closing.ballot().notFulfilled(),
                        "proposed",
                        closing.proposed().name(),
                        "signed",
                        closing.signedOn()));
    }

    void sendBack(Scope scope, UUID id, int version, String because, Stamp stamp) {
        require(
                1,
                db.update(
                        scope,
                        BACK,
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

    void decide(Scope scope, UUID decision, List<LevelDecisions.Given> given, Stamp stamp) {
        levels(scope, decision, given, CollectiveState.PROPOSED, stamp);
    }

    /** What stood is kept, then the new level stands. */
    void correct(
            Scope scope,
            UUID decision,
            List<LevelDecisions.Given> given,
            String because,
            Stamp stamp) {
        db.update(scope, KEEP, GivenLevels.kept(given, because, stamp));
        levels(scope, decision, given, CollectiveState.DECIDED, stamp);
    }

    private void levels(
            Scope scope,
            UUID decision,
            List<LevelDecisions.Given> given,
            CollectiveState from,
            Stamp stamp) {
        require(
                given.size(),
                db.update(scope, LEVELS, GivenLevels.set(decision, given, from, stamp)));
    }

    private static void require(int expected, int changed) {
        if (changed != expected) {
            throw new Refusal("classification.collective-changed");
        }
    }

    private Collective collective(ResultSet row) throws SQLException {
        String answers = row.getString("answers");
        String state = row.getString("state");
        String proposed = row.getString("proposed");
        String level = row.getString("level");
        return new Collective(
                row.getObject("year_id", UUID.class),
                row.getInt("org_no"),
                row.getInt("year"),
                row.getObject("finished_before", LocalDate.class),
                row.getString("rulebook"),
                row.getInt("unit_no"),
                row.getString("name"),
                UnitSide.valueOf(row.getString("side")),
                row.getObject("id", UUID.class),
                row.getInt("version"),
                state == null ? null : CollectiveState.valueOf(state),
                answers == null ? Map.of() : json.readValue(answers, WORDS),
                proposed == null
                        ? null
                        : new Closing(
                                row.getObject("met_on", LocalDate.class),
                                row.getInt("present"),
                                new Ballot(
                                        row.getInt("excellent"),
                                        row.getInt("good"),
                                        row.getInt("fulfilled"),
                                        row.getInt("not_fulfilled")),
                                ClassificationLevel.valueOf(proposed),
                                row.getObject("signed_on", LocalDate.class)),
                row.getString("sent_back_because"),
                level == null ? null : ClassificationLevel.valueOf(level),
                row.getString("number"),
                row.getObject("decided_on", LocalDate.class),
                Corrected.read(json, row.getString("corrections")));
    }
}
