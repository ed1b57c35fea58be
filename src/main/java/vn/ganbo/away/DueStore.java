package vn.ganbo.away;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Marks of dues, month by month. */
@Component
class DueStore {
    /**
     * Those in the Party; a year's twelve marks of each as one text, a dash where none is. A record
     * that was put into this one lends its marks.
     */
    static final Sql YEAR =
            Sql.of(
                    """
                    select m.id, m.full_name, m.cell_no, m.cell_name, g.marks
                      from (select p.id, p.full_name, p.sort_key, u.no as cell_no, u.name as cell_name, u.code
                              from member.published_member p
                              join organisation.published_unit u on u.no = p.work_no and u.valid @> :today::date
                             where p.work_no between :low and :high
                               and p.work_no <@ :scope::int4multirange
                               and (:cell::int is null or p.work_no = :cell::int)
                               and p.status in ('OFFICIAL', 'PROBATIONARY', 'SUSPENDED', 'EXEMPT', 'AWAY')
                             order by u.code collate "C", p.sort_key, p.id
                             limit :size::int
                            offset :skip) m
                     cross join lateral (
                           select string_agg(coalesce((select d.mark
                                              from member.published_standing s
                                              join away.due d on d.member_id = s.id
                                             where s.kept_id = m.id
                                               and d.month = n.month
                                             order by d.member_id <> m.id
                                             limit 1), '-'), ',' order by n.month) as marks
                             from (select make_date(:year::int, x.n, 1) as month
                                     from generate_series(1, 12) as x (n)) n) g
                     order by m.code collate "C", m.sort_key, m.id
                    """);

    static final Sql COUNT =
            Sql.of(
                    """
                    select count(*)
                      from member.published_member m
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and (:cell::int is null or m.work_no = :cell::int)
                       and m.status in ('OFFICIAL', 'PROBATIONARY', 'SUSPENDED', 'EXEMPT', 'AWAY')
                    """);

    static final Sql MINE =
            Sql.of(
                    """
                    select m.id, m.full_name, m.work_no as cell_no, ''::text as cell_name,
                           (select string_agg(coalesce((select d.mark
                                              from member.published_standing s
                                              join away.due d on d.member_id = s.id
                                             where s.kept_id = m.id
                                               and d.month = n.month
                                             order by d.member_id <> m.id
                                             limit 1), '-'), ',' order by n.month)
                              from (select make_date(:year::int, x.n, 1) as month
                                      from generate_series(1, 12) as x (n)) n) as marks
                      from member.published_member m
                     where m.id = :self::uuid
                    """);

    /** The cells in the scope that have members, for the choice. */
    static final Sql CELLS =
            Sql.of(
                    """
                    select u.no, u.name
                      from organisation.published_unit u
                     where u.no between :low and :high
                       and u.no <@ :scope::int4multirange
                       and u.valid @> :today::date
                       and u.kind = 'CELL'
                       and exists (select from member.published_member m where m.work_no = u.no)
                     order by u.code collate "C"
                    """);

    /** Writes only for members of the scope, and only what changes. */
    static final Sql MARK =
            Sql.of(
                    """
                    insert into away.due (work_no, member_id, month, mark, at, by_whom)
                    select m.work_no, m.id, :month::date, :mark, :at::timestamptz, :who
                      from member.published_member m
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and m.id = any (:members::uuid[])
                    on conflict (member_id, month) do update
                       set mark = excluded.mark,
                           work_no = excluded.work_no,
                           at = excluded.at,
                           by_whom = excluded.by_whom
                     where due.mark <> excluded.mark
                    returning member_id
                    """);

    /** Marks as paid who has no mark of the month yet, in one cell. */
    static final Sql MARK_REST =
            Sql.of(
                    """
                    insert into away.due (work_no, member_id, month, mark, at, by_whom)
                    select m.work_no, m.id, :month::date, 'PAID', :at::timestamptz, :who
                      from member.published_member m
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and m.work_no = :cell::int
                       and m.status in ('OFFICIAL', 'PROBATIONARY', 'SUSPENDED', 'EXEMPT', 'AWAY')
                    on conflict (member_id, month) do nothing
                    returning member_id
                    """);

    /** A member's year as it is stored: twelve marks with commas. */
    record Row(UUID id, String fullName, int cellNo, String cellName, String marks) {

        /** The mark of a month, 1 to 12, or null. */
        @Nullable DueMark mark(int month) {
            String name = marks.split(",", -1)[month - 1];
            return name.equals("-") ? null : DueMark.valueOf(name);
        }

        /** "Đ", "C" …, or a dash. */
        String letter(int month) {
            DueMark mark = mark(month);
            return mark == null ? "–" : mark.letter();
        }

        /** "1, 2, 5": the months up to the last that carry this mark, or none. */
        String months(@Nullable DueMark of, int last) {
            return IntStream.rangeClosed(1, last)
                    .filter(month -> mark(month) == of)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(", "));
        }

        /** Whether the cell has marked any month of the year. */
        boolean marked() {
            return marks.chars().anyMatch(Character::isLetter);
        }

        int count(DueMark of) {
            int n = 0;
            for (int month = 1; month <= 12; month++) {
                n += mark(month) == of ? 1 : 0;
            }
            return n;
        }
    }

    record Cell(int no, String name) {}

    private final Db db;

    DueStore(Db db) {
        this.db = db;
    }

    List<Row> year(
            Scope scope, int year, @Nullable Integer cell, @Nullable Integer size, long skip) {
        return db.list(
                scope, YEAR, Row.class, "year", year, "cell", cell, "size", size, "skip", skip);
    }

    long count(Scope scope, @Nullable Integer cell) {
        return db.number(scope, COUNT, "cell", cell);
    }

    List<Row> mine(Scope scope, int year) {
        return db.list(scope, MINE, Row.class, "year", year);
    }

    List<Cell> cells(Scope scope) {
        return db.list(scope, CELLS, Cell.class);
    }

    List<UUID> mark(Scope scope, List<UUID> members, LocalDate month, DueMark mark, Stamp stamp) {
        return new ArrayList<>(
                db.list(
                        scope,
                        MARK,
                        row -> row.getObject("member_id", UUID.class),
                        "members",
                        members.toArray(UUID[]::new),
                        "month",
                        month,
                        "mark",
                        mark.name(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who()));
    }

    List<UUID> markRest(Scope scope, int cell, LocalDate month, Stamp stamp) {
        return db.list(
                scope,
                MARK_REST,
                row -> row.getObject("member_id", UUID.class),
                "cell",
                cell,
                "month",
                month,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }
}
