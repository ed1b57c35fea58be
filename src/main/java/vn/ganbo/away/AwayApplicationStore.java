package vn.ganbo.away;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.away.AwayApplications.Wish;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.regulation.AwayBook;

/** Loads applications and writes their steps. */
@Component
class AwayApplicationStore {
    private static final String COLUMNS =
            """
            select a.id, a.work_no, u.name as cell_name, m.id as member_id, m.full_name, a.ground, a.away, a.decided_by,
                   a.extent, a.place, a.work, a.phone, a.email, lower(a.valid) as since,
                   upper(a.valid) - 1 as until, a.way, a.given_on, a.rulebook, a.follows, a.state,
                   a.supported_on, a.resolved_on, a.resolution_no, a.votes_for, a.votes_against,
                   a.reported_on, a.decided_on, a.decision_no, a.decision_issuer, a.refused_because,
                   a.granted, a.returned_on,
                   (select p.id from document.published_paper p where p.about_id = a.id limit 1) as paper,
                   a.version, a.changed_at, a.changed_by
              from away.application a
              join member.published_standing s on s.id = a.member_id
              join member.published_member m on m.id = s.kept_id
              join organisation.published_unit u on u.no = a.work_no and u.valid @> :today::date
            """;

    static final Sql ONE =
            Sql.of(
                    COLUMNS
                            + """
                             where a.id = :id::uuid
                               and ((a.work_no between :low and :high and a.work_no <@ :scope::int4multirange)
                                    or a.member_id = :self::uuid)
                            """);

    static final Sql MINE =
            Sql.of(
                    COLUMNS
                            + """
                             where a.member_id in (select s.id
                                                     from member.published_standing s
                                                    where s.kept_id = :self::uuid)
                             order by a.valid desc, a.id desc
                             limit 30
                            """);

    /** Which are shown: OPEN wait for a step, NOW are in force, LATER begin, OVER are past. */
    private static final String SHOWN =
            """
             where a.work_no between :low and :high
               and a.work_no <@ :scope::int4multirange
               and (:part::text is null
                    or :part = case when a.state in ('REFUSED', 'WITHDRAWN', 'LAPSED') then 'CLOSED'
                                    when a.state in ('SUBMITTED', 'SUPPORTED', 'RESOLVED') then 'OPEN'
                                    when upper(a.valid) <= :today::date then 'OVER'
                                    when lower(a.valid) > :today::date then 'LATER'
                                    else 'NOW' end)
            """;

    static final Sql LIST =
            Sql.of(
                    COLUMNS
                            + SHOWN
                            + """
                             order by a.granted, a.given_on desc, u.code collate "C", m.sort_key, a.id
                             limit :size::int
                            offset :skip
                            """);

    static final Sql COUNT =
            Sql.of(
                    """
                    select count(*)
                      from away.application a
                    """
                            + SHOWN);

    /** One application of a member at a time; the one before is seen by the next statement. */
    static final Sql ALONE =
            Sql.of(
                    """
                    select 1
                      from (select pg_advisory_xact_lock(21305, hashtext(:member::text))) as alone
                    """);

    static final Sql OVERLAPPING =
            Sql.of(
                    """
                    select count(*)
                      from away.application a
                     where a.member_id = :member::uuid
                       and a.state not in ('REFUSED', 'WITHDRAWN', 'LAPSED')
                       and a.valid && daterange(:since::date, :until::date, '[]')
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into away.application
                           (work_no, id, member_id, ground, away, decided_by, extent, place, work, phone,
                            email, valid, way, given_on, rulebook, follows, state, changed_at, changed_by)
                    values (:work_no::int, :id::uuid, :member::uuid, :ground, :away, :decided_by, :extent,
                            :place, :work, :phone, :email, daterange(:since::date, :until::date, '[]'),
                            :way, :given_on::date, :rulebook, :follows::uuid, 'SUBMITTED',
                            :at::timestamptz, :who)
                    """);

    private static final String STEPPED =
            """
                       version = a.version + 1,
                       changed_at = :at::timestamptz,
                       changed_by = :who
                 where a.id = :id::uuid
                   and a.version = :version::int
                   and ((a.work_no between :low and :high and a.work_no <@ :scope::int4multirange)
                        or a.member_id = :self::uuid)
            """;

    static final Sql SUPPORT =
            Sql.of(
                    """
                    update away.application a
                       set state = 'SUPPORTED',
                           supported_on = :on::date,
                    """
                            + STEPPED);

    static final Sql RESOLVE =
            Sql.of(
                    """
                    update away.application a
                       set state = 'RESOLVED',
                           resolved_on = :on::date,
                           resolution_no = :number,
                           votes_for = :votes_for::int,
                           votes_against = :votes_against::int,
                           granted = a.decided_by = 'CELL',
                    """
                            + STEPPED);

    static final Sql REPORT =
            Sql.of(
                    """
                    update away.application a
                       set state = 'REPORTED',
                           reported_on = :on::date,
                    """
                            + STEPPED);

    static final Sql DECIDE =
            Sql.of(
                    """
                    update away.application a
                       set state = 'DECIDED',
                           decided_on = :on::date,
                           decision_no = :number,
                           decision_issuer = :issuer,
                           granted = true,
                    """
                            + STEPPED);

    static final Sql REFUSE =
            Sql.of(
                    """
                    update away.application a
                       set state = 'REFUSED',
                           refused_because = :because,
                    """
                            + STEPPED);

    static final Sql WITHDRAW =
            Sql.of(
                    """
                    update away.application a
                       set state = 'WITHDRAWN',
                    """
                            + STEPPED);

    static final Sql LAPSE =
            Sql.of(
                    """
                    update away.application a
                       set state = 'LAPSED',
                           granted = false,
                           ended_on = :today::date,
                    """
                            + STEPPED);

    static final Sql RETURN =
            Sql.of(
                    """
                    update away.application a
                       set returned_on = :on::date,
                           valid = daterange(lower(a.valid), :on::date),
                           ended_on = :today::date,
                    """
                            + STEPPED);

    /** Those whose time began or ended by itself since the last night. */
    static final Sql SETTLE =
            Sql.of(
                    """
                    update away.application a
                       set begun_on = coalesce(a.begun_on, :today::date),
                           ended_on = case when upper(a.valid) <= :today::date then :today::date end
                     where a.work_no between :low and :high
                       and a.work_no <@ :scope::int4multirange
                       and a.granted
                       and a.ended_on is null
                       and lower(a.valid) <= :today::date
                       and (a.begun_on is null or upper(a.valid) <= :today::date)
                    returning a.member_id
                    """);

    /** The nearest reminder that is due, each once; who has a renewal under way is not reminded. */
    static final Sql REMIND =
            Sql.of(
                    """
                    update away.application a
                       set reminded = d.days
                      from (select s.id, min(x.days) as days
                              from away.application s
                             cross join unnest(:days::int[]) as x (days)
                             where s.work_no between :low and :high
                               and s.work_no <@ :scope::int4multirange
                               and s.granted
                               and s.ended_on is null
                               and upper(s.valid) > :today::date
                               and upper(s.valid) - 1 - :today::date <= x.days
                             group by s.id) d
                     where a.id = d.id
                       and (a.reminded is null or a.reminded > d.days)
                       and not exists (select from away.application n
                                        where n.follows = a.id
                                          and n.state not in ('REFUSED', 'WITHDRAWN', 'LAPSED'))
                    returning a.member_id
                    """);

    /** Members of these cells who may be noted as going away. */
    static final Sql PEOPLE =
            Sql.of(
                    """
                    select m.id, m.full_name, u.name as cell_name
                      from member.published_member m
                      join organisation.published_unit u on u.no = m.work_no and u.valid @> :today::date
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and m.status in ('OFFICIAL', 'PROBATIONARY', 'EXEMPT', 'AWAY')
                     order by m.sort_key, m.id
                     limit 300
                    """);

    record Person(UUID id, String fullName, String cellName) {}

    private final Db db;

    AwayApplicationStore(Db db) {
        this.db = db;
    }

    Optional<AwayApplication> find(Scope scope, UUID id) {
        return db.one(scope, ONE, AwayApplication.class, "id", id);
    }

    List<AwayApplication> mine(Scope scope) {
        return db.list(scope, MINE, AwayApplication.class);
    }

    List<AwayApplication> list(
            Scope scope, @Nullable String part, @Nullable Integer size, long skip) {
        return db.list(
                scope, LIST, AwayApplication.class, "part", part, "size", size, "skip", skip);
    }

    long count(Scope scope, @Nullable String part) {
        return db.number(scope, COUNT, "part", part);
    }

    List<Person> people(Scope scope) {
        return db.list(scope, PEOPLE, Person.class);
    }

    boolean overlaps(Scope scope, UUID member, LocalDate since, @Nullable LocalDate until) {
        db.number(scope, ALONE, "member", member);
        return db.number(scope, OVERLAPPING, "member", member, "since", since, "until", until) > 0;
    }

    void add(
            Scope scope,
            UUID id,
            UUID member,
            int workNo,
            Wish wish,
            AwayBook.Ground ground,
            String rulebook,
            AwayWay way,
            LocalDate givenOn,
            Stamp stamp) {
        db.update(
                scope,
                ADD,
                "work_no",
                workNo,
                "id",
                id,
                "member",
                member,
                "ground",
                ground.key(),
                "away",
                ground.away(),
                "decided_by",
                ground.decidedBy().name(),
                "extent",
                wish.extent().name(),
                "place",
                wish.place(),
                "work",
                orNull(wish.work()),
                "phone",
                orNull(wish.phone()),
                "email",
                orNull(wish.email()),
                "since",
                wish.since(),
                "until",
                wish.until(),
                "way",
                way.name(),
                "given_on",
                givenOn,
                "rulebook",
                rulebook,
                "follows",
                wish.follows(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    boolean support(Scope scope, AwayApplication of, LocalDate on, Stamp stamp) {
        return step(scope, SUPPORT, of, stamp, "on", on);
    }

    boolean resolve(Scope scope, AwayApplication of, AwayApplications.Resolution how, Stamp stamp) {
        return step(
                scope,
                RESOLVE,
                of,
                stamp,
                "on",
                how.on(),
                "number",
                how.number(),
                "votes_for",
                how.votesFor(),
                "votes_against",
                how.votesAgainst());
    }

    boolean report(Scope scope, AwayApplication of, LocalDate on, Stamp stamp) {
        return step(scope, REPORT, of, stamp, "on", on);
    }

    boolean decide(
            Scope scope,
            AwayApplication of,
            String number,
            String issuer,
            LocalDate on,
            Stamp stamp) {
        return step(scope, DECIDE, of, stamp, "number", number, "issuer", issuer, "on", on);
    }

    boolean refuse(Scope scope, AwayApplication of, String because, Stamp stamp) {
        return step(scope, REFUSE, of, stamp, "because", because);
    }

    boolean withdraw(Scope scope, AwayApplication of, Stamp stamp) {
        return step(scope, WITHDRAW, of, stamp);
    }

    boolean lapse(Scope scope, AwayApplication of, Stamp stamp) {
        return step(scope, LAPSE, of, stamp);
    }

    boolean back(Scope scope, AwayApplication of, LocalDate on, Stamp stamp) {
        return step(scope, RETURN, of, stamp, "on", on);
    }

    List<UUID> settle(Scope scope) {
        return db.list(scope, SETTLE, row -> row.getObject("member_id", UUID.class));
    }

    List<UUID> remind(Scope scope, List<Integer> days) {
        return db.list(
                scope,
                REMIND,
                row -> row.getObject("member_id", UUID.class),
                "days",
                days.toArray(Integer[]::new));
    }

    private boolean step(
            Scope scope, Sql step, AwayApplication of, Stamp stamp, @Nullable Object... more) {
        @Nullable Object[] pairs = new @Nullable Object[more.length + 8];
        System.arraycopy(more, 0, pairs, 0, more.length);
        @Nullable Object[] same = {
            "id", of.id(), "version", of.version(), "at", stamp.at(), "who", stamp.who()
        };
        System.arraycopy(same, 0, pairs, more.length, same.length);
        return db.update(scope, step, pairs) > 0;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
