package vn.ganbo.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Texts;

/** Lists transfers, and whom and where one may choose. */
@Component
class TransferQueries {
    private static final String FROM =
            """
            ((t.from_no between :low and :high and t.from_no <@ :scope::int4multirange)
             or (t.work_no between :low and :high and t.work_no <@ :scope::int4multirange))
            """;

    private static final String TO =
            """
            ((t.to_no between :low and :high and t.to_no <@ :scope::int4multirange)
             or (t.placed_no between :low and :high and t.placed_no <@ :scope::int4multirange))
            """;

    private static final String COLUMNS =
            """
            select t.id, t.full_name, t.kind, t.cause, t.state, w.name as work_name, f.name as from_name,
                   t.to_name, p.name as placed_name, t.decision_on, t.start_due, t.number, t.issued_on, t.hand_in_due,
                   t.since, t.until, t.received_on, t.placed_on, t.closed_on, count(*) over () as total
              from transfer.transfer t
              join organisation.published_unit f on f.no = t.from_no and f.valid @> :today::date
              join organisation.published_unit w on w.no = t.work_no and w.valid @> :today::date
              left join organisation.published_unit p on p.no = t.placed_no and p.valid @> :today::date
            """;

    static final Sql LIST =
            Sql.of(
                    COLUMNS
                            + " where t.state = any (:states::text[])\n"
                            + " and ((:tab <> 'COMING' and "
                            + FROM
                            + ") or (:tab <> 'GOING' and "
                            + TO
                            + "))\n"
                            + """
                             order by coalesce(t.closed_on, t.until, t.hand_in_due, t.start_due, t.opened_on),
                                      t.sort_key, t.id
                             limit :size::int
                            offset :skip
                            """);

    static final Sql COUNTS =
            Sql.of(
                    "select count(*) filter (where t.state in ('PROPOSED', 'OPENED', 'ISSUED', 'RECEIVED') and "
                            + FROM
                            + ") as going,\n count(*) filter (where t.state in ('ISSUED', 'RECEIVED') and "
                            + TO
                            + ") as coming,\n"
                            + """
                            count(*) filter (where t.state = 'STAYING') as staying,
                            count(*) filter (where t.state in ('PLACED', 'RETURNED', 'CANCELLED', 'LEFT',
                                                              'ENDED')) as done
                              from transfer.transfer t
                             where
                            """
                            + FROM
                            + " or "
                            + TO);

    /** Letters older than the months of the check that nobody has handed in. */
    static final Sql NOT_HANDED_IN =
            Sql.of(
                    COLUMNS
                            + " where t.state = 'ISSUED' and t.issued_on < :before::date and "
                            + FROM
                            + " order by t.issued_on, t.sort_key, t.id");

    static final Sql LAST_CHECKS =
            Sql.of(
                    """
                    select c.checked_on, c.waiting, c.remark, c.by_whom
                      from transfer.slip_check c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                     order by c.checked_on desc, c.id desc
                     limit 8
                    """);

    static final Sql FIND_PEOPLE =
            Sql.of(
                    """
                    select m.id, m.full_name, m.status, w.name as work_name
                      from member.published_member m
                      join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and (' ' || m.folded) like all (:names::text[])
                     order by m.sort_key, m.id
                     limit 30
                    """);

    /** Organisations of this program that are not the viewer's own, and these cells of it. */
    static final Sql FIND_UNITS =
            Sql.of(
                    """
                    select u.id, u.code, u.name, p.name as above
                      from organisation.published_unit u
                      left join organisation.published_unit p on p.no = u.parent_no and p.valid @> :today::date
                     where ((u.kind in ('COMMUNE', 'GRASSROOTS') and not u.no <@ :scope::int4multirange)
                            or u.no = any (:cells::int[]))
                       and not u.outside
                       and u.valid @> :today::date
                       and (u.code = :code or u.name ilike all (:names::text[]))
                     order by u.name, u.code collate "C"
                     limit 30
                    """);

    record Line(
            UUID id,
            String fullName,
            TransferKind kind,
            TransferCause cause,
            TransferState state,
            String workName,
            String fromName,
            String toName,
            @Nullable String placedName,
            LocalDate decisionOn,
            @Nullable LocalDate startDue,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate handInDue,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate placedOn,
            @Nullable LocalDate closedOn,
            long total) {

        /** The day by which the next step is due, or null. */
        @Nullable LocalDate due() {
            return switch (state) {
                case PROPOSED, OPENED -> startDue;
                case ISSUED -> handInDue;
                case STAYING -> until;
                default -> null;
            };
        }

        boolean late(LocalDate today) {
            LocalDate due = due();
            return due != null && due.isBefore(today);
        }
    }

    record Counts(long going, long coming, long staying, long done) {}

    record Check(LocalDate checkedOn, int waiting, String remark, String byWhom) {}

    record FoundPerson(
            UUID id, String fullName, vn.ganbo.member.MemberStatus status, String workName) {}

    /** Another cell of the own organisation, or an organisation with the one above it. */
    record FoundUnit(UUID id, String code, String name, @Nullable String above) {}

    private final Db db;

    TransferQueries(Db db) {
        this.db = db;
    }

    List<Line> list(
            Scope scope,
            String tab,
            List<TransferState> states,
            @Nullable Integer size,
            long skip) {
        return db.list(
                scope,
                LIST,
                Line.class,
                "tab",
                tab,
                "states",
                states.stream().map(Enum::name).toArray(String[]::new),
                "size",
                size,
                "skip",
                skip);
    }

    Counts counts(Scope scope) {
        return db.one(scope, COUNTS, Counts.class).orElse(new Counts(0, 0, 0, 0));
    }

    List<Line> notHandedIn(Scope scope, LocalDate before) {
        return db.list(scope, NOT_HANDED_IN, Line.class, "before", before);
    }

    List<Check> lastChecks(Scope scope) {
        return db.list(scope, LAST_CHECKS, Check.class);
    }

    List<FoundPerson> people(Scope scope, String words) {
        return db.list(scope, FIND_PEOPLE, FoundPerson.class, "names", Texts.patterns(words));
    }

    List<FoundUnit> units(Scope scope, String words, List<Integer> cells) {
        String typed = Texts.clean(words);
        return db.list(
                scope,
                FIND_UNITS,
                FoundUnit.class,
                "cells",
                cells.toArray(Integer[]::new),
                "code",
                typed,
                "names",
                java.util.Arrays.stream(typed.split(" "))
                        .map(word -> "%" + word.replaceAll("[\\\\%_]", "") + "%")
                        .toArray(String[]::new));
    }
}
