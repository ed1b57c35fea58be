package vn.ganbo.away;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Errands;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Who is away, signs of life, and requests for help. */
@Component
class AwayContactStore {
    private static final String COLUMNS =
            """
            select a.id, a.work_no, u.name as cell_name, a.member_id, m.full_name, a.place, a.work, a.phone, a.email,
                   lower(a.valid) as since, upper(a.valid) - 1 as until, a.rhythm, a.host_name, a.host_post,
                   a.host_phone, c.last_on,
                   case when a.follows is null then greatest(lower(a.valid), c.last_on)
                        else coalesce(c.last_on, lower(a.valid)) end as heard_on,
                   c.back_on,
                   (select count(*) from away.help h where h.member_id = a.member_id and h.state <> 'DONE') as help,
                   a.version, a.changed_at, a.changed_by
              from away.application a
              join member.published_member m on m.id = a.member_id
              join organisation.published_unit u on u.no = a.work_no and u.valid @> :today::date
              left join lateral (select max(i.on_day) as last_on,
                                        max(i.back_on) filter (where i.application_id = a.id) as back_on
                                   from away.check_in i
                                  where i.member_id = a.member_id) c on true
            """;

    static final Sql LIST =
            Sql.of(
                    COLUMNS
                            + """
                             where a.work_no between :low and :high
                               and a.work_no <@ :scope::int4multirange
                               and a.granted
                               and a.away
                               and a.valid @> :today::date
                             order by (select count(*) from away.help h where h.member_id = a.member_id and h.state <> 'DONE') = 0,
                                      heard_on, u.code collate "C", m.sort_key, a.id
                             limit :size::int
                            offset :skip
                            """);

    static final Sql COUNT =
            Sql.of(
                    """
                    select count(*)
                      from away.application a
                     where a.work_no between :low and :high
                       and a.work_no <@ :scope::int4multirange
                       and a.granted
                       and a.away
                       and a.valid @> :today::date
                    """);

    static final Sql ONE =
            Sql.of(
                    COLUMNS
                            + """
                             where a.id = :id::uuid
                               and a.granted
                               and a.away
                               and a.work_no between :low and :high
                               and a.work_no <@ :scope::int4multirange
                            """);

    /** The member's own, in force today. */
    static final Sql OWN =
            Sql.of(
                    COLUMNS
                            + """
                             where a.member_id = :self::uuid
                               and a.granted
                               and a.valid @> :today::date
                            """);

    static final Sql CHECK_INS =
            Sql.of(
                    """
                    select i.on_day, i.way, i.words, i.back_on, i.by_whom
                      from away.check_in i
                     where i.member_id = :member::uuid
                     order by i.on_day desc, i.at desc, i.id desc
                     limit 24
                    """);

    static final Sql HELP =
            Sql.of(
                    """
                    select h.id, h.application_id, h.member_id, h.asked_on, h.words, h.state, h.taken_by, h.assignment_id, h.answer,
                           h.done_on, h.version, h.changed_at, h.changed_by
                      from away.help h
                     where h.member_id = :member::uuid
                     order by h.state = 'DONE', h.asked_on desc, h.id desc
                     limit 24
                    """);

    static final Sql ONE_HELP =
            Sql.of(
                    """
                    select h.id, h.application_id, h.member_id, h.asked_on, h.words, h.state, h.taken_by, h.assignment_id, h.answer,
                           h.done_on, h.version, h.changed_at, h.changed_by
                      from away.help h
                     where h.id = :id::uuid
                       and h.work_no between :low and :high
                       and h.work_no <@ :scope::int4multirange
                    """);

    static final Sql CHECK_IN =
            Sql.of(
                    """
                    insert into away.check_in
                           (work_no, id, application_id, member_id, on_day, way, words, back_on, at, by_whom)
                    values (:work_no::int, :id::uuid, :application::uuid, :member::uuid, :on::date, :way, :words,
                            :back_on::date, :at::timestamptz, :who)
                    """);

    static final Sql ASK =
            Sql.of(
                    """
                    insert into away.help
                           (work_no, id, application_id, member_id, asked_on, words, state, changed_at, changed_by)
                    values (:work_no::int, :id::uuid, :application::uuid, :member::uuid, :on::date, :words, 'OPEN',
                            :at::timestamptz, :who)
                    """);

    static final Sql ANSWER =
            Sql.of(
                    """
                    update away.help h
                       set state = 'DONE',
                           taken_by = coalesce(h.taken_by, :who),
                           answer = :answer,
                           done_on = :today::date,
                           version = h.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where h.id = :id::uuid
                       and h.version = :version::int
                       and h.work_no between :low and :high
                       and h.work_no <@ :scope::int4multirange
                    """);

    static final Sql GIVE =
            Sql.of(
                    """
                    update away.help h
                       set state = 'TAKEN',
                           taken_by = :taken_by,
                           assignment_id = :assignment::uuid,
                           version = h.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where h.id = :id::uuid
                       and h.version = :version::int
                       and h.work_no between :low and :high
                       and h.work_no <@ :scope::int4multirange
                    """);

    static final Sql ARRANGE =
            Sql.of(
                    """
                    update away.application a
                       set rhythm = :rhythm,
                           host_name = :host_name,
                           host_post = :host_post,
                           host_phone = :host_phone,
                           version = a.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where a.id = :id::uuid
                       and a.version = :version::int
                       and a.work_no between :low and :high
                       and a.work_no <@ :scope::int4multirange
                    """);

    /** Those whose silence has reached a rung that was not told yet of this silence. */
    static final Sql CLIMB =
            Sql.of(
                    """
                    update away.application a
                       set told_rung = :rung::int,
                           told_since = s.heard_on
                      from (select b.id,
                                   case when b.follows is null then greatest(lower(b.valid), max(i.on_day))
                                        else coalesce(max(i.on_day), lower(b.valid)) end as heard_on
                              from away.application b
                              left join away.check_in i on i.member_id = b.member_id
                             where b.work_no between :low and :high
                               and b.work_no <@ :scope::int4multirange
                               and b.granted
                               and b.away
                               and b.valid @> :today::date
                             group by b.id) s
                     where a.id = s.id
                       and s.heard_on + make_interval(months => :months::int) <= :today::date
                       and (a.told_since is distinct from s.heard_on or a.told_rung < :rung::int)
                    returning a.member_id
                    """);

    /** Whose time away, in which cell. */
    record Away(int workNo, UUID application, UUID member) {}

    record CheckIn(
            LocalDate onDay,
            CheckInWay way,
            @Nullable String words,
            @Nullable LocalDate backOn,
            String byWhom) {}

    record Help(
            UUID id,
            UUID applicationId,
            UUID memberId,
            LocalDate askedOn,
            String words,
            HelpState state,
            @Nullable String takenBy,
            @Nullable UUID assignmentId,
            @Nullable String answer,
            @Nullable LocalDate doneOn,
            int version,
            OffsetDateTime changedAt,
            String changedBy) {}

    private final Db db;

    AwayContactStore(Db db) {
        this.db = db;
    }

    List<AwayContact> list(Scope scope, @Nullable Integer size, long skip) {
        return db.list(scope, LIST, AwayContact.class, "size", size, "skip", skip);
    }

    long count(Scope scope) {
        return db.number(scope, COUNT);
    }

    Optional<AwayContact> find(Scope scope, UUID id) {
        return db.one(scope, ONE, AwayContact.class, "id", id);
    }

    Optional<AwayContact> own(Scope scope) {
        return db.one(scope, OWN, AwayContact.class);
    }

    List<CheckIn> checkIns(Scope scope, UUID member) {
        return db.list(scope, CHECK_INS, CheckIn.class, "member", member);
    }

    List<Help> help(Scope scope, UUID member) {
        return db.list(scope, HELP, Help.class, "member", member);
    }

    Optional<Help> oneHelp(Scope scope, UUID id) {
        return db.one(scope, ONE_HELP, Help.class, "id", id);
    }

    void checkIn(
            Scope scope,
            AwayContact of,
            CheckInWay way,
            LocalDate on,
            @Nullable String words,
            @Nullable LocalDate backOn,
            Stamp stamp) {
        db.update(
                scope,
                CHECK_IN,
                "work_no",
                of.workNo(),
                "id",
                Ids.next(),
                "application",
                of.id(),
                "member",
                of.memberId(),
                "on",
                on,
                "way",
                way.name(),
                "words",
                words,
                "back_on",
                backOn,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    UUID ask(Scope scope, Away of, String words, Stamp stamp) {
        UUID id = Ids.next();
        db.update(
                scope,
                ASK,
                "work_no",
                of.workNo(),
                "id",
                id,
                "application",
                of.application(),
                "member",
                of.member(),
                "on",
                stamp.on(),
                "words",
                words,
                "at",
                stamp.at(),
                "who",
                stamp.who());
        return id;
    }

    boolean give(Scope scope, Help of, Errands.Given to, Stamp stamp) {
        return db.update(
                        scope,
                        GIVE,
                        "id",
                        of.id(),
                        "version",
                        of.version(),
                        "taken_by",
                        to.fullName(),
                        "assignment",
                        to.id(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }

    boolean answer(Scope scope, Help of, String answer, Stamp stamp) {
        return db.update(
                        scope,
                        ANSWER,
                        "id",
                        of.id(),
                        "version",
                        of.version(),
                        "answer",
                        answer,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }

    boolean arrange(Scope scope, AwayContact of, AwayContacts.Arrangement how, Stamp stamp) {
        return db.update(
                        scope,
                        ARRANGE,
                        "id",
                        of.id(),
                        "version",
                        of.version(),
                        "rhythm",
                        how.rhythm().name(),
                        "host_name",
                        orNull(how.hostName()),
                        "host_post",
                        orNull(how.hostPost()),
                        "host_phone",
                        orNull(how.hostPhone()),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }

    List<UUID> climb(Scope scope, int rung, int months) {
        return db.list(
                scope,
                CLIMB,
                row -> row.getObject("member_id", UUID.class),
                "rung",
                rung,
                "months",
                months);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
