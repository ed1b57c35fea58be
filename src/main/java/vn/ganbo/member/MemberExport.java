package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.spreadsheet.Export;
import vn.ganbo.spreadsheet.Export.Column;
import vn.ganbo.spreadsheet.Export.Filter;

/**
 * The workplace's list of members as a file that the import reads again without a question: the
 * columns of {@link MemberImport#LAYOUT} first, then what only people read. Never the personal ID
 * number.
 */
@Component
class MemberExport {
    /** Units are some hundreds and known already: joining them would cost a third of the time. */
    static final Sql ROWS =
            Sql.of(
                    """
                    select m.full_name, m.birth, m.birth_precision, m.sex, w.ethnicity, m.card_no,
                           w.file_no, m.admitted, m.official, m.occupation, m.post, m.work_no, m.residence_address,
                           m.residence_wish_code, m.residence_commune, m.phone, m.expertise, e.ground,
                           m.status, m.res_no is not null as introduced,
                           m.needs_review
                      from member.member m
                      left join member.workplace_only w on w.member_id = m.id
                      left join member.exemption e
                        on e.member_id = m.id and e.kind = 'MEETINGS' and not e.withdrawn
                       and e.valid @> :today::date
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and (:cell::int is null or m.work_no = :cell::int)
                       and (not :asked
                            or m.id in (select f.id
                                          from member.found(:patterns::text[], :initials, :card, :phone,
                                                            :units::int[], :cell::int, null, null,
                                                            null) f))
                       and (:missing::text is null
                            or exists (select from member.completeness g
                                        where g.member_id = m.id
                                          and (:missing::text = any (g.gaps)
                                               or :missing::text = 'ANY' and g.gaps <> '{}')))
                     order by m.sort_key, m.id
                    """);

    private static final String EXEMPT = "Miễn sinh hoạt nơi cư trú";

    private final Db db;
    private final MemberQueries queries;
    private final Clock clock;

    MemberExport(Db db, MemberQueries queries, Clock clock) {
        this.db = db;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * The list of whom the search finds.
     *
     * @param below the viewer's unit and all below it
     */
    Export of(Viewer viewer, Search search, Collection<Unit> below) {
        List<Unit> cells = MemberPages.cells(below);
        Integer[] named = search.units(cells);
        Map<Integer, Unit> units =
                below.stream().collect(Collectors.toMap(Unit::no, Function.identity()));
        boolean workplaceOnly = !viewer.is(Role.AUDITOR);
        return new Export(
                "danh-sach-dang-vien",
                "Danh sách đảng viên",
                LocalDate.now(clock),
                List.of(),
                filters(search, cells),
                columns(),
                queries.count(viewer.scope(), search, named, null),
                taker -> {
                    AtomicInteger ordinal = new AtomicInteger();
                    db.each(
                            viewer.scope(),
                            ROWS,
                            row ->
                                    taker.accept(
                                            cells(
                                                    row,
                                                    ordinal.incrementAndGet(),
                                                    units.get(row.getInt("work_no")),
                                                    workplaceOnly)),
                            MemberQueries.asked(search, named));
                });
    }

    private static List<Filter> filters(Search search, Collection<Unit> cells) {
        List<Filter> filters = new ArrayList<>();
        if (search.asked()) {
            filters.add(Filter.typed("Tìm", search.typed().strip()));
        }
        cells.stream()
                .filter(unit -> search.cell() != null && unit.no() == search.cell())
                .forEach(unit -> filters.add(Filter.of("Chi bộ", unit.name())));
        String missing = search.missing();
        if (missing != null) {
            filters.add(
                    Filter.of(
                            "Hồ sơ còn thiếu",
                            missing.equals(Search.ANY_GAP)
                                    ? "bất cứ mục nào"
                                    : Labels.of(Gap.valueOf(missing))));
        }
        return filters;
    }

    private static List<Column> columns() {
        return List.of(
                column("ordinal", 6),
                column("name", 24),
                column("birth", 12),
                column("sex", 8),
                Column.inFiles(title("ethnicity"), 10),
                column("card", 12),
                Column.inFiles(title("fileNo"), 12),
                column("admitted", 12),
                column("official", 12),
                Column.inFiles(title("occupation"), 18),
                column("post", 22),
                Column.inFiles(title("cell"), 20),
                column("address", 28),
                Column.inFiles(title("wish"), 20),
                Column.inFiles(title("commune"), 12),
                column("phone", 16),
                Column.inFiles(title("expertise"), 22),
                Column.inFiles(title("exempt"), 22),
                Column.of("Tên chi bộ", 24),
                Column.of("Tình trạng", 16),
                Column.inFiles("Đã giới thiệu", 10),
                Column.inFiles("Cần xem lại", 24));
    }

    private static Column column(String key, int width) {
        return Column.of(title(key), width);
    }

    private static String title(String key) {
        return MemberImport.LAYOUT.title(key);
    }

    private static @Nullable Object[] cells(
            ResultSet row, int ordinal, @Nullable Unit unit, boolean workplaceOnly)
            throws SQLException {
        String sex = row.getString("sex");
        return new @Nullable Object[] {
            ordinal,
            row.getString("full_name"),
            birth(row),
            sex == null ? null : Labels.of(Sex.valueOf(sex)),
            workplaceOnly ? row.getString("ethnicity") : null,
            row.getString("card_no"),
            workplaceOnly ? row.getString("file_no") : null,
            row.getObject("admitted", LocalDate.class),
            row.getObject("official", LocalDate.class),
            row.getString("occupation"),
            row.getString("post"),
            unit == null ? null : unit.code(),
            row.getString("residence_address"),
            row.getString("residence_wish_code"),
            row.getString("residence_commune"),
            row.getString("phone"),
            row.getString("expertise"),
            exempt(row.getString("ground")),
            unit == null ? null : unit.name(),
            Labels.of(MemberStatus.valueOf(row.getString("status"))),
            row.getBoolean("introduced") ? "x" : null,
            row.getString("needs_review")
        };
    }

    private static @Nullable Object birth(ResultSet row) throws SQLException {
        PartialDate birth =
                MemberQueries.partial(
                        row.getObject("birth", LocalDate.class), row.getString("birth_precision"));
        return birth == null || birth.precision() == PartialDate.Precision.DAY
                ? birth == null ? null : birth.date()
                : birth.shown();
    }

    /** As the import knows it, whatever words or key of the rulebook the ground was written in. */
    private static @Nullable String exempt(@Nullable String ground) {
        if (ground == null || Texts.folded(ground).startsWith("mien sinh hoat")) {
            return ground;
        }
        return ground.matches("[a-z-]+") ? EXEMPT : EXEMPT + ": " + ground;
    }
}
