package vn.ganbo.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps a person's own report of a year; every statement is about the one who is signed in. */
@Component
class SelfReportStore {
    /** Where the person stands today, and the report as it is; no row when on no register. */
    static final Sql STANDING =
            Sql.of(
                    """
                    select c.unit_no, u.name as unit_name, e.ground, r.id, coalesce(r.version, 0) as version,
                           r.sent_on, r.duties::text as duties, r.difficulty, r.changed_by, r.changed_at,
                           (select min(s.returned_on)
                              from assessment.comment s
                             where s.member_id = :self::uuid
                               and s.year = :year::int
                               and s.state = 'RETURNED'
                               and (s.round_id is not null or s.incoming_id is not null)) as commented_on,
                           (select a.due from assessment.report_asked(:today::date) a) as asked_by
                      from liaison.published_contact c
                      join organisation.published_unit u
                        on u.no = coalesce(c.cell_no, c.ward_no)
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                      left join member.published_exemption e
                             on e.member_id = c.member_id and e.valid @> :today::date
                      left join lateral (
                           select r.id, r.version, r.sent_on, r.duties, r.difficulty, r.changed_by,
                                  r.changed_at
                             from assessment.self_report r
                            where r.member_id = any (assessment.records_of(c.member_id))
                              and r.year = :year::int
                            order by r.member_id = c.member_id desc, r.sent_on desc nulls last
                            limit 1) r on true
                     where c.member_id = :self::uuid
                       and c.valid @> :today::date
                     order by c.id desc
                     limit 1
                    """);

    /** Whether the person has Party life in a cell of a ward: there is nobody else to report to. */
    static final Sql LIVES_HERE =
            Sql.of(
                    """
                    select count(*)
                      from member.published_standing m
                      join organisation.published_unit u
                        on u.no = m.work_no
                       and u.valid @> :today::date
                     where m.id = :self::uuid
                       and u.side = 'RESIDENCE'
                    """);

    static final Sql SAVE =
            Sql.of(
                    """
                    insert into assessment.self_report
                           (unit_no, id, member_id, year, state, duties, difficulty, sent_on, rulebook,
                            changed_at, changed_by)
                    values (:unit::int, :id::uuid, :self::uuid, :year::int, :state, :duties::jsonb,
                            :difficulty::text, :sent::date, :rulebook, :at::timestamptz, :who)
                    on conflict (member_id, year) do update
                       set unit_no = excluded.unit_no,
                           state = excluded.state,
                           duties = excluded.duties,
                           difficulty = excluded.difficulty,
                           sent_on = excluded.sent_on,
                           rulebook = excluded.rulebook,
                           version = self_report.version + 1,
                           changed_at = excluded.changed_at,
                           changed_by = excluded.changed_by
                     where self_report.version = :version::int
                       and self_report.state = 'DRAFT'
                    returning id
                    """);

    static final Sql TAKE_BACK =
            Sql.of(
                    """
                    update assessment.self_report r
                       set state = 'DRAFT',
                           sent_on = null,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where r.member_id = any (assessment.records_of(:self::uuid))
                       and r.year = :year::int
                       and r.version = :version::int
                       and r.state = 'SENT'
                    returning r.id
                    """);

    /**
     * Where the person stands and the report so far.
     *
     * @param ground on which the person is exempt, or null
     * @param version 0 where there is no report yet
     * @param commentedOn when the comment of the year was returned, or null
     * @param askedBy the day that a round of the year gives while it waits for the report, or null
     */
    record Standing(
            int unitNo,
            String unitName,
            @Nullable String ground,
            @Nullable UUID id,
            int version,
            @Nullable LocalDate sentOn,
            @Nullable String duties,
            @Nullable String difficulty,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            @Nullable LocalDate commentedOn,
            @Nullable LocalDate askedBy) {
        /** Whether the cell had it before it when it commented. */
        boolean read() {
            return sentOn != null && commentedOn != null && !sentOn.isAfter(commentedOn);
        }
    }

    /** What is kept. */
    record Words(
            UUID self,
            int year,
            int version,
            Map<Integer, String> duties,
            @Nullable String difficulty,
            boolean sent,
            String rulebook) {}

    private final Db db;
    private final JsonMapper json;

    SelfReportStore(Db db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<Standing> standing(Scope scope, int year) {
        return db.one(scope, STANDING, Standing.class, "year", year);
    }

    /** Whether the cell where the person has Party life is the one of the residence. */
    boolean livesHere(Scope scope) {
        return db.number(scope, LIVES_HERE) > 0;
    }

    UUID save(Scope scope, Standing seen, Words words, Stamp stamp) {
        return db.one(
                        scope,
                        SAVE,
                        row -> row.getObject(1, UUID.class),
                        "unit",
                        seen.unitNo(),
                        "id",
                        Ids.next(),
                        "year",
                        words.year(),
                        "state",
                        words.sent() ? "SENT" : "DRAFT",
                        "duties",
                        json.writeValueAsString(words.duties()),
                        "difficulty",
                        words.difficulty(),
                        "sent",
                        words.sent() ? stamp.on() : null,
                        "rulebook",
                        words.rulebook(),
                        "version",
                        words.version(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                .orElseThrow(() -> conflict(seen, stamp));
    }

    UUID takeBack(Scope scope, int year, int version, Stamp stamp) {
        return db.one(
                        scope,
                        TAKE_BACK,
                        row -> row.getObject(1, UUID.class),
                        "year",
                        year,
                        "version",
                        version,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                .orElseThrow(() ->
                        standing(scope, year)
                                .map(seen -> conflict(seen, stamp))
                                .orElseThrow(vn.ganbo.kernel.NotFound::new));
    }

    private static Conflict conflict(Standing seen, Stamp stamp) {
        return new Conflict(
                seen.changedBy() == null ? stamp.who() : seen.changedBy(),
                seen.changedAt() == null ? stamp.instant() : seen.changedAt());
    }
}
