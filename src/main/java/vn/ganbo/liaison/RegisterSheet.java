package vn.ganbo.liaison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.RegisterColumn;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.member.MemberImport;
import vn.ganbo.spreadsheet.Export.Column;

/**
 * Sổ theo dõi đủ cột (DOMAIN 2.3), as of a day or for the year up to it: of a residence, or of a
 * workplace, which sees its own people in the registers of all residences. The same rows stand on
 * the screen, in a file that the import reads again, and on paper.
 */
@Component
class RegisterSheet {
    private static final String ENTRIES =
            """
            select c.id, c.member_id, c.full_name, c.birth, c.birth_precision, c.sex, c.admitted,
                   c.official, c.post, c.work_name, coalesce(work.name, '') as work_cell, c.address,
                   c.letter_number, c.letter_date, c.acknowledged_on,
                   coalesce(ward.name, '') as ward_name, coalesce(cell.name, '') as cell_name,
                   coalesce(grp.name, '') as group_name, c.exempt, c.since, c.until, c.left_because,
                   c.sort_key, half1.mark as first_half, half2.mark as second_half
              from (select c.id, c.member_id, c.full_name, c.birth, c.birth_precision, c.sex,
                           c.admitted, c.official, c.post, c.work_name, c.work_no, c.address,
                           c.letter_number, c.letter_date, c.acknowledged_on, c.ward_no, c.cell_no,
                           c.group_no, c.exempt, lower(c.valid) as since, upper(c.valid) as until,
                           c.left_because, c.sort_key
                      from liaison.contact c
            """;

    private static final String NARROWED =
            """
                       and (c.sort_key, c.id) > (:after_key::text collate "C", :after_id::uuid)
                     order by c.sort_key, c.id
                     limit :size::int) c
              left join organisation.published_unit work on work.no = c.work_no and work.valid @> :on::date
              left join organisation.published_unit ward on ward.no = c.ward_no and ward.valid @> :on::date
              left join organisation.published_unit cell on cell.no = c.cell_no and cell.valid @> :on::date
              left join organisation.published_unit grp on grp.no = c.group_no and grp.valid @> :on::date
              left join liaison.past_mark half1
                     on half1.contact_id = c.id and half1.year = :year::int and half1.half = 1
              left join liaison.past_mark half2
                     on half2.contact_id = c.id and half2.year = :year::int and half2.half = 2
             order by c.sort_key, c.id
            """;

    /** Who stood on the register; of somebody who moved inside the unit the last entry counts. */
    private static final String OF_A_RESIDENCE =
            """
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.unit_no between :unit_low and :unit_high
                       and c.unit_no <@ :unit_scope::int4multirange
                       and (c.valid @> :on::date
                            or :whole
                               and (c.valid && daterange(:from::date, :on::date, '[]')
                                    or upper(c.valid) = :from::date)
                               and not exists (select from liaison.contact n
                                                where n.continues = c.id
                                                  and lower(n.valid) <= :on::date
                                                  and n.unit_no between :unit_low and :unit_high
                                                  and n.unit_no <@ :unit_scope::int4multirange))
            """
                    + RegisterQueries.SOUGHT;

    /** The same of the workplace's own people, whatever residence keeps the register. */
    private static final String OF_A_WORKPLACE = OF_A_RESIDENCE.replace(".unit_no", ".work_no");

    static final Sql OF_RESIDENCE = Sql.of(ENTRIES + OF_A_RESIDENCE + NARROWED);

    static final Sql OF_WORKPLACE = Sql.of(ENTRIES + OF_A_WORKPLACE + NARROWED);

    static final Sql COUNT_OF_RESIDENCE =
            Sql.of("select count(*) from liaison.contact c\n" + OF_A_RESIDENCE);

    static final Sql COUNT_OF_WORKPLACE =
            Sql.of("select count(*) from liaison.contact c\n" + OF_A_WORKPLACE);

    /** The workplace's year: who came onto a residence's register and who left one. */
    static final Sql TOTALS_OF_WORKPLACE =
            Sql.of(RegisterQueries.TOTALS_OF_A_RESIDENCE.replace(".unit_no", ".work_no"));

    private static final int HELPING = 500;
    private static final int FIRST_HALF = 0;
    private static final int SECOND_HALF = 1;

    private final Db db;
    private final RegisterQueries queries;
    private final List<RegisterColumn> contributed;

    RegisterSheet(Db db, RegisterQueries queries, ObjectProvider<RegisterColumn> contributed) {
        this.db = db;
        this.queries = queries;
        this.contributed =
                contributed.stream()
                        .sorted(Comparator.comparingInt(RegisterColumn::order))
                        .toList();
    }

    /**
     * What is asked for.
     *
     * @param workplace whose register: the workplace's or the residence's
     * @param whole also who stood there during the year and has left since
     */
    record Ask(RegisterQueries.Ask of, boolean workplace, boolean whole) {
        int year() {
            return of.on().getYear();
        }
    }

    /** One line: who, where the next page begins, and the cells. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(UUID id, UUID member, String sortKey, @Nullable Object[] cells) {}

    List<Column> columns(Ask ask) {
        List<Column> out = new ArrayList<>();
        out.add(read("ordinal", 6));
        out.add(read("name", 21));
        out.add(read("sex", 7));
        out.add(read("birth", 11));
        out.add(read("admitted", 11));
        out.add(read("official", 11));
        out.add(Column.of("Chức vụ", 16));
        if (!ask.workplace()) {
            out.add(read("workplace", 18));
        }
        out.add(Column.of("Chi bộ nơi công tác", 18));
        out.add(read("address", 20));
        out.add(read("letterNumber", 13));
        out.add(read("letterDate", 11));
        out.add(read("received", 11));
        if (ask.workplace()) {
            out.add(Column.of("Đảng ủy nơi cư trú", 18));
        }
        out.add(read("resCell", 18));
        out.add(Column.of("Tổ đảng", 10));
        out.add(read("exempt", 12));
        for (RegisterColumn column : contributed) {
            column.headings(ask.year())
                    .forEach(h ->
                            out.add(new Column(h.title(), h.width(), h.inFiles(), h.onPaper())));
        }
        out.add(Column.of("Biến động", 15));
        out.add(new Column("Ghi chú", 11, false, true));
        return out;
    }

    private static Column read(String key, int width) {
        return Column.of(MemberImport.REGISTER.title(key), width);
    }

    RegisterQueries.Totals totals(Scope scope, Ask ask) {
        return ask.workplace()
                ? db.one(scope, TOTALS_OF_WORKPLACE, RegisterQueries.Totals.class, asked(ask, null))
                        .orElse(new RegisterQueries.Totals(0, 0, 0, 0))
                : queries.totals(scope, ask.of());
    }

    List<RegisterQueries.Move> moves(Scope scope, Ask ask) {
        return queries.allMoves(scope, ask.of());
    }

    long count(Scope scope, Ask ask) {
        return db.number(
                scope, ask.workplace() ? COUNT_OF_WORKPLACE : COUNT_OF_RESIDENCE, asked(ask, null));
    }

    /** The next lines after {@link RegisterQueries.Ask#afterKey()}. */
    List<Line> page(Scope scope, Ask ask, int size) {
        List<Line> out = new ArrayList<>();
        each(scope, ask, size, out::add);
        return out;
    }

    /** All lines, as they come. */
    void each(Scope scope, Ask ask, Consumer<Line> taker) {
        each(scope, ask, null, taker);
    }

    private void each(Scope scope, Ask ask, @Nullable Integer size, Consumer<Line> taker) {
        List<Entry> some = new ArrayList<>(HELPING);
        db.each(
                scope,
                ask.workplace() ? OF_WORKPLACE : OF_RESIDENCE,
                row -> {
                    some.add(entry(row, ask));
                    if (some.size() == HELPING) {
                        give(scope, ask, some, taker);
                        some.clear();
                    }
                },
                asked(ask, size));
        give(scope, ask, some, taker);
    }

    private static @Nullable Object[] asked(Ask ask, @Nullable Integer size) {
        RegisterQueries.Ask of = ask.of();
        return RegisterQueries.with(
                of.sought(),
                "from",
                of.yearStart(),
                "on",
                of.on(),
                "year",
                ask.year(),
                "whole",
                ask.whole(),
                "unit_low",
                of.unit().low(),
                "unit_high",
                of.unit().high(),
                "unit_scope",
                of.unit().multirange(),
                "after_key",
                of.afterKey(),
                "after_id",
                of.afterId(),
                "size",
                size);
    }

    /** What the row says itself, before and after the contributed columns. */
    private record Entry(
            UUID id,
            UUID member,
            String sortKey,
            List<@Nullable Object> before,
            List<String> pastMarks,
            String move) {}

    private void give(Scope scope, Ask ask, List<Entry> some, Consumer<Line> taker) {
        if (some.isEmpty()) {
            return;
        }
        List<UUID> people = some.stream().map(Entry::member).distinct().toList();
        List<Map<UUID, List<String>>> found =
                contributed.stream().map(c -> c.cells(scope, people, ask.of().on())).toList();
        for (Entry entry : some) {
            List<@Nullable Object> cells = new ArrayList<>(entry.before);
            for (int i = 0; i < contributed.size(); i++) {
                cells.addAll(
                        texts(
                                contributed.get(i).headings(ask.year()),
                                found.get(i).get(entry.member),
                                entry.pastMarks));
            }
            cells.add(entry.move);
            cells.add(null);
            taker.accept(new Line(entry.id, entry.member, entry.sortKey, cells.toArray()));
        }
    }

    /** What the program has seen itself counts more than what an old register said. */
    private static List<String> texts(
            List<RegisterColumn.Heading> headings,
            @Nullable List<String> known,
            List<String> pastMarks) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            String text = known == null ? "" : known.get(i);
            String title = headings.get(i).title();
            if (text.isEmpty() && title.equals(MemberImport.REGISTER.title("midYear"))) {
                text = pastMarks.get(FIRST_HALF);
            } else if (text.isEmpty() && title.equals(MemberImport.REGISTER.title("yearEnd"))) {
                text = pastMarks.get(SECOND_HALF);
            }
            out.add(text);
        }
        return out;
    }

    private static Entry entry(ResultSet row, Ask ask) throws SQLException {
        List<@Nullable Object> cells = new ArrayList<>();
        String sex = row.getString("sex");
        cells.add(row.getRow());
        cells.add(row.getString("full_name"));
        cells.add(sex == null ? null : Labels.of("sex." + sex));
        cells.add(birth(row));
        cells.add(row.getObject("admitted", LocalDate.class));
        cells.add(row.getObject("official", LocalDate.class));
        cells.add(row.getString("post"));
        if (!ask.workplace()) {
            cells.add(row.getString("work_name"));
        }
        cells.add(row.getString("work_cell"));
        cells.add(row.getString("address"));
        cells.add(row.getString("letter_number"));
        cells.add(row.getObject("letter_date", LocalDate.class));
        cells.add(row.getObject("acknowledged_on", LocalDate.class));
        if (ask.workplace()) {
            cells.add(Show.committee(row.getString("ward_name")));
        }
        cells.add(row.getString("cell_name"));
        cells.add(row.getString("group_name"));
        cells.add(row.getBoolean("exempt") ? "Miễn sinh hoạt nơi cư trú" : null);
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getString("sort_key"),
                cells,
                Arrays.asList(
                        mark(row.getString("first_half")),
                        ask.of().on().getMonth().compareTo(Month.JUNE) > 0
                                ? mark(row.getString("second_half"))
                                : ""),
                move(row, ask));
    }

    private static @Nullable Object birth(ResultSet row) throws SQLException {
        LocalDate birth = row.getObject("birth", LocalDate.class);
        String precision = row.getString("birth_precision");
        if (birth == null || precision == null || precision.equals("DAY")) {
            return birth;
        }
        return new PartialDate(birth, PartialDate.Precision.valueOf(precision)).shown();
    }

    private static String mark(@Nullable String past) {
        return switch (past) {
            case "PRESENT" -> "x";
            case "EXCUSED_BEFORE" -> "P";
            case "ABSENT" -> "K";
            case "HOUSEHOLD" -> "Thay";
            case null, default -> "";
        };
    }

    /** Biến động up to the day: what came after is not known on it. */
    private static String move(ResultSet row, Ask ask) throws SQLException {
        LocalDate since = row.getObject("since", LocalDate.class);
        LocalDate until = row.getObject("until", LocalDate.class);
        String because = row.getString("left_because");
        if (until != null && !until.isAfter(ask.of().on())) {
            return "Chuyển đi " + Show.date(until) + (because == null ? "" : ": " + because);
        }
        return since.getYear() == ask.year() ? "Vào sổ " + Show.date(since) : "";
    }
}
