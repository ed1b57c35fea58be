package vn.ganbo.exchange;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Texts;

/** Lists notices for pages. */
@Component
class NoticeQueries {
    /** Rows that a page lists. */
    private static final int MOST = 300;

    private static final String SEEN =
            """
                     where ((n.work_no between :low and :high and n.work_no <@ :scope::int4multirange)
                            or (n.res_no between :low and :high and n.res_no <@ :scope::int4multirange)
                            or n.member_id = :self::uuid)
            """;

    static final Sql LIST =
            Sql.of(
                    """
                    select n.id, n.member_id, n.full_name, n.kind, n.from_side, n.urgent, n.by_program,
                           n.state, n.number, n.sent_on, n.due_on, n.answered_on, n.hear_until,
                           n.heard_on, f.name as from_name, w.name as work_name,
                           concat_ws(', ', r.name, g.name) as res_name,
                           n.version
                      from exchange.notice n
                      join organisation.published_unit f on f.no = n.from_no and f.valid @> :today::date
                      join organisation.published_unit w on w.no = n.work_no and w.valid @> :today::date
                      join organisation.published_unit r on r.no = n.res_no and r.valid @> :today::date
                      left join organisation.published_unit g
                             on r.kind = 'GROUP' and g.no = r.parent_no and g.valid @> :today::date
                    """
                            + SEEN
                            + """
                               and (:from_side::text is null or n.from_side = :from_side::text)
                               and n.state = any (:states::text[])
                               and (:member::uuid is null or n.member_id = :member::uuid)
                             order by n.due_on nulls last, n.sent_on desc, n.changed_at desc, n.id
                             limit :size::int
                            """);

    static final Sql COUNTS =
            Sql.of(
                    """
                    select n.from_side, n.state, count(*) as n
                      from exchange.notice n
                    """
                            + SEEN
                            + """
                             group by n.from_side, n.state
                            """);

    /** People on a register, seen from the side that writes, by words of the name. */
    static final Sql FIND =
            Sql.of(
                    """
                    select c.member_id, c.full_name, c.birth, c.birth_precision, w.name as work_name,
                           r.name as res_name
                      from liaison.published_contact c
                      join member.published_member m on m.id = c.member_id
                      join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
                      join organisation.published_unit r on r.no = c.unit_no and r.valid @> :today::date
                     where c.valid @> :today::date
                       and ((m.work_no between :low and :high and m.work_no <@ :scope::int4multirange)
                            or (c.unit_no between :low and :high and c.unit_no <@ :scope::int4multirange))
                       and (' ' || c.folded) like all (:names::text[])
                     order by c.sort_key, c.member_id
                     limit 30
                    """);

    /** One notice in a list. */
    record Line(
            UUID id,
            UUID memberId,
            String fullName,
            NoticeKind kind,
            String fromSide,
            boolean urgent,
            boolean byProgram,
            NoticeState state,
            @Nullable String number,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate answeredOn,
            @Nullable LocalDate hearUntil,
            @Nullable LocalDate heardOn,
            String fromName,
            String workName,
            String resName,
            int version) {}

    /** Somebody who can be written about. */
    record Found(
            UUID memberId,
            String fullName,
            @Nullable LocalDate birth,
            @Nullable String birthPrecision,
            String workName,
            String resName) {}

    private record Count(String fromSide, NoticeState state, long n) {}

    private final Db db;

    NoticeQueries(Db db) {
        this.db = db;
    }

    List<Line> list(Scope scope, @Nullable Direction direction, List<NoticeState> states) {
        return db.list(scope, LIST, Line.class, asked(direction, states, null, MOST));
    }

    List<Line> ofMember(Scope scope, UUID member) {
        return db.list(
                scope, LIST, Line.class, asked(null, List.of(NoticeState.values()), member, MOST));
    }

    /** All of them, as they come. */
    void each(
            Scope scope,
            @Nullable Direction direction,
            List<NoticeState> states,
            Consumer<Line> taker) {
        db.each(scope, LIST, Line.class, taker, asked(direction, states, null, null));
    }

    private static @Nullable Object[] asked(
            @Nullable Direction direction,
            List<NoticeState> states,
            @Nullable UUID member,
            @Nullable Integer size) {
        return new @Nullable Object[] {
            "from_side",
            direction == null ? null : direction.from(),
            "states",
            states.stream().map(Enum::name).toArray(String[]::new),
            "member",
            member,
            "size",
            size
        };
    }

    /** How many there are of each state, by the way they go. */
    Map<Direction, Map<NoticeState, Long>> counts(Scope scope) {
        Map<Direction, Map<NoticeState, Long>> out = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            out.put(direction, new EnumMap<>(NoticeState.class));
        }
        db.list(scope, COUNTS, Count.class)
                .forEach(count ->
                        out.getOrDefault(
                                        Direction.from(count.fromSide()),
                                        new EnumMap<>(NoticeState.class))
                                .put(count.state(), count.n()));
        return out;
    }

    List<Found> find(Scope scope, String words) {
        return db.list(scope, FIND, Found.class, "names", Texts.patterns(words));
    }
}
