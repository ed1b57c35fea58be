package vn.ganbo.liaison;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sought;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Texts;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;

/**
 * Sổ theo dõi: who stood on the register of a ward, a cell or a group on a day. A move inside the
 * chosen unit is no departure and no arrival, so opening + arrivals - departures = closing.
 */
@Component
class RegisterQueries {
    private static final int MOST_MOVES = 300;

    /**
     * Whom a register is searched for, whatever of an entry was typed: the name, its initials, the
     * phone, the letter, the cell or group, the workplace.
     */
    static final String SOUGHT =
            """
            and (' ' || c.folded like all (:words::text[])
                 or :initials <> ''
                    and regexp_replace(c.folded, '(\\S)\\S*\\s*', '\\1', 'g') = :initials
                 or c.cell_no = any (:units::int[])
                 or c.group_no = any (:units::int[])
                 or c.work_no = any (:units::int[])
                 or :place <> ''
                    and (' ' || lower(c.work_name) like :place or ' ' || lower(c.letter_number) like :place)
                 or :phone <> ''
                    and exists (select from member.published_member m
                                 where m.id = c.member_id
                                   and m.phone = :phone))
            """;

    static final String TOTALS_OF_A_RESIDENCE =
            """
            select count(*) filter (where c.valid @> (:from::date - 1)) as opening,
                   count(*) filter (where case when lower(c.valid) between :from::date and :on::date
                                               then not exists (
                                                   select from liaison.contact p
                                                    where p.id = c.continues
                                                      and p.unit_no between :unit_low and :unit_high
                                                      and p.unit_no <@ :unit_scope::int4multirange) end) as arrivals,
                   count(*) filter (where case when upper(c.valid) between :from::date and :on::date
                                               then not exists (
                                                   select from liaison.contact n
                                                    where n.continues = c.id
                                                      and n.unit_no between :unit_low and :unit_high
                                                      and n.unit_no <@ :unit_scope::int4multirange) end) as departures,
                   count(*) filter (where c.valid @> :on::date) as closing
              from liaison.contact c
             where c.unit_no between :low and :high
               and c.unit_no <@ :scope::int4multirange
               and c.unit_no between :unit_low and :unit_high
               and c.unit_no <@ :unit_scope::int4multirange
               and (c.valid && daterange(:from::date - 1, :on::date, '[]')
                    or upper(c.valid) = :from::date)
            """;

    static final Sql TOTALS = Sql.of(TOTALS_OF_A_RESIDENCE);

    /**
     * The same for each cell; who moved from one cell to another left the one and came to the
     * other.
     */
    static final Sql BALANCES =
            Sql.of(
                    """
                    select coalesce(cell.name, 'Chưa phân về chi bộ') as cell, b.opening, b.arrivals,
                           b.departures, b.closing
                      from (select c.cell_no,
                                   count(*) filter (where c.valid @> (:from::date - 1)) as opening,
                                   count(*) filter (where case when lower(c.valid) between :from::date and :on::date
                                                               then not exists (
                                                                   select from liaison.contact p
                                                                    where p.id = c.continues
                                                                      and p.cell_no is not distinct from c.cell_no) end)
                                       as arrivals,
                                   count(*) filter (where case when upper(c.valid) between :from::date and :on::date
                                                               then not exists (
                                                                   select from liaison.contact n
                                                                    where n.continues = c.id
                                                                      and n.cell_no is not distinct from c.cell_no) end)
                                       as departures,
                                   count(*) filter (where c.valid @> :on::date) as closing
                              from liaison.contact c
                             where c.unit_no between :low and :high
                               and c.unit_no <@ :scope::int4multirange
                               and c.unit_no between :unit_low and :unit_high
                               and c.unit_no <@ :unit_scope::int4multirange
                               and (c.valid && daterange(:from::date - 1, :on::date, '[]')
                                    or upper(c.valid) = :from::date)
                             group by c.cell_no) b
                      left join organisation.published_unit cell on cell.no = b.cell_no and cell.valid @> :on::date
                     where b.opening + b.arrivals + b.departures + b.closing > 0
                     order by cell.code collate "C" nulls first
                    """);

    /**
     * The names of places are looked up for the lines that are shown, not for the whole register.
     */
    static final Sql PAGE =
            Sql.of(
                    """
                    select c.id, c.member_id, c.full_name, c.birth, c.birth_precision, c.sex, c.post,
                           c.work_name, c.address, c.letter_number, c.letter_date, c.acknowledged_on,
                           c.admitted, c.official,
                           coalesce(cell.name, '') as cell_name, coalesce(grp.name, '') as group_name,
                           c.in_charge_name, c.exempt, lower(c.valid) as since, c.sort_key
                      from (select c.id, c.member_id, c.full_name, c.birth, c.birth_precision, c.sex,
                                   c.post, c.work_name, c.address, c.letter_number, c.letter_date,
                                   c.acknowledged_on, c.admitted, c.official, c.cell_no, c.group_no,
                                   c.in_charge_name, c.exempt, c.valid, c.sort_key
                              from liaison.contact c
                             where c.unit_no between :low and :high
                               and c.unit_no <@ :scope::int4multirange
                               and c.unit_no between :unit_low and :unit_high
                               and c.unit_no <@ :unit_scope::int4multirange
                               and c.valid @> :on::date
                    """
                            + SOUGHT
                            + """
                                       and (:exempt::boolean is null or c.exempt = :exempt::boolean)
                                       and (c.sort_key, c.id) > (:after_key::text collate "C", :after_id::uuid)
                                     order by c.sort_key, c.id
                                     limit :size) c
                              left join organisation.published_unit cell on cell.no = c.cell_no and cell.valid @> :on::date
                              left join organisation.published_unit grp on grp.no = c.group_no and grp.valid @> :on::date
                             order by c.sort_key, c.id
                            """);

    static final Sql MOVES =
            Sql.of(
                    """
                    select c.id, c.member_id, c.full_name, c.work_name,
                           coalesce(cell.name, '') as place_name,
                           lower(c.valid) as since, upper(c.valid) as until, c.left_because,
                           lower(c.valid) between :from::date and :on::date
                             and not exists (select from liaison.contact p
                                              where p.id = c.continues
                                                and p.unit_no between :unit_low and :unit_high
                                                and p.unit_no <@ :unit_scope::int4multirange) as arrived,
                           coalesce(upper(c.valid) between :from::date and :on::date
                             and not exists (select from liaison.contact n
                                              where n.continues = c.id
                                                and n.unit_no between :unit_low and :unit_high
                                                and n.unit_no <@ :unit_scope::int4multirange), false) as departed
                      from liaison.contact c
                      left join organisation.published_unit cell on cell.no = c.cell_no and cell.valid @> :on::date
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.unit_no between :unit_low and :unit_high
                       and c.unit_no <@ :unit_scope::int4multirange
                       and (lower(c.valid) between :from::date and :on::date
                            or upper(c.valid) between :from::date and :on::date)
                     order by greatest(lower(c.valid), coalesce(upper(c.valid), lower(c.valid))) desc, c.sort_key
                     limit :size::int
                    """);

    /** What is asked of the register; the unit's own scope says what lies below it. */
    record Ask(
            Scope unit,
            LocalDate on,
            String typed,
            @Nullable Boolean exempt,
            String afterKey,
            UUID afterId,
            List<Integer> named) {
        private static final int SHORTEST_PLACE = 3;

        /** Where no unit has the name that was typed. */
        Ask(
                Scope unit,
                LocalDate on,
                String typed,
                @Nullable Boolean exempt,
                String afterKey,
                UUID afterId) {
            this(unit, on, typed, exempt, afterKey, afterId, List.of());
        }

        /** Of these units those count whose name was typed, as far as it is long enough. */
        static Ask of(
                Scope unit,
                LocalDate on,
                String typed,
                String afterKey,
                UUID afterId,
                Collection<Unit> units) {
            String folded = new Sought(typed).folded();
            List<Integer> named =
                    units.stream()
                            .filter(u -> u.kind() == UnitKind.CELL || u.kind() == UnitKind.GROUP)
                            .filter(u -> folded.length() >= SHORTEST_PLACE)
                            .filter(u -> (" " + Texts.folded(u.name())).contains(" " + folded))
                            .map(Unit::no)
                            .toList();
            return new Ask(unit, on, typed, null, afterKey, afterId, named);
        }

        /** What {@link #SOUGHT} is asked with. */
        @Nullable Object[] sought() {
            Sought sought = new Sought(typed);
            String place = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "");
            return new @Nullable Object[] {
                "words", sought.patterns(),
                "initials", sought.initials(),
                "phone", sought.phone(),
                "place", place.length() < SHORTEST_PLACE ? "" : "% " + place + "%",
                "units", named.toArray(Integer[]::new)
            };
        }

        LocalDate yearStart() {
            return on.withDayOfYear(1);
        }
    }

    record Totals(long opening, long arrivals, long departures, long closing) {}

    /** The totals of one cell. */
    record Balance(String cell, long opening, long arrivals, long departures, long closing) {}

    record Line(
            UUID id,
            UUID memberId,
            String fullName,
            @Nullable LocalDate birth,
            @Nullable String birthPrecision,
            @Nullable String sex,
            @Nullable String post,
            String workName,
            @Nullable String address,
            @Nullable String letterNumber,
            @Nullable LocalDate letterDate,
            LocalDate acknowledgedOn,
            @Nullable LocalDate admitted,
            @Nullable LocalDate official,
            String cellName,
            String groupName,
            @Nullable String inChargeName,
            boolean exempt,
            LocalDate since,
            String sortKey) {

        String shownBirth() {
            return birth == null || birthPrecision == null
                    ? ""
                    : new PartialDate(birth, PartialDate.Precision.valueOf(birthPrecision)).shown();
        }

        String shownAcknowledged() {
            return Show.date(acknowledgedOn);
        }
    }

    record Move(
            UUID id,
            UUID memberId,
            String fullName,
            String workName,
            String placeName,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable String leftBecause,
            boolean arrived,
            boolean departed) {}

    private final Db db;

    RegisterQueries(Db db) {
        this.db = db;
    }

    Totals totals(Scope scope, Ask ask) {
        return db.one(scope, TOTALS, Totals.class, ofYear(ask, null))
                .orElse(new Totals(0, 0, 0, 0));
    }

    /** What the statements about a year of a unit are asked with; only the moves have a limit. */
    private static @Nullable Object[] ofYear(Ask ask, @Nullable Integer size) {
        return new @Nullable Object[] {
            "from", ask.yearStart(),
            "on", ask.on(),
            "unit_low", ask.unit().low(),
            "unit_high", ask.unit().high(),
            "unit_scope", ask.unit().multirange(),
            "size", size
        };
    }

    /** How each cell of the unit began the year, and how it stands on the day. */
    List<Balance> balances(Scope scope, Ask ask) {
        return db.list(scope, BALANCES, Balance.class, ofYear(ask, null));
    }

    List<Line> page(Scope scope, Ask ask, int size) {
        return db.list(
                scope,
                PAGE,
                Line.class,
                with(
                        ask.sought(),
                        "on",
                        ask.on(),
                        "unit_low",
                        ask.unit().low(),
                        "unit_high",
                        ask.unit().high(),
                        "unit_scope",
                        ask.unit().multirange(),
                        "exempt",
                        ask.exempt(),
                        "after_key",
                        ask.afterKey(),
                        "after_id",
                        ask.afterId(),
                        "size",
                        size));
    }

    static @Nullable Object[] with(@Nullable Object[] some, @Nullable Object... more) {
        @Nullable Object[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** As many as a page lists, latest first. */
    List<Move> moves(Scope scope, Ask ask) {
        return moves(scope, ask, MOST_MOVES);
    }

    /** However many there are. */
    List<Move> allMoves(Scope scope, Ask ask) {
        return moves(scope, ask, null);
    }

    private List<Move> moves(Scope scope, Ask ask, @Nullable Integer size) {
        return db.list(scope, MOVES, Move.class, ofYear(ask, size));
    }
}
