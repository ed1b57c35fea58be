package vn.ganbo.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.OrganisationImport;
import vn.ganbo.spreadsheet.Books;
import vn.ganbo.spreadsheet.Fault;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.spreadsheet.SheetCell;
import vn.ganbo.spreadsheet.Table;

@ProductTest
class MemberImportTest {
    private static final List<String> HEAD =
            List.of(
                    "STT",
                    "Họ và tên",
                    "Ngày sinh",
                    "Giới tính",
                    "Dân tộc",
                    "Số thẻ đảng viên",
                    "Ngày vào Đảng",
                    "Ngày chính thức",
                    "Mã chi bộ",
                    "Điện thoại",
                    "Diện miễn",
                    "Ghi chú");
    private static final Sql COUNT =
            Sql.of(
                    """
                    select count(*)
                      from member.member m
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);
    private static final Sql EXEMPT =
            Sql.of("select count(*) from member.exemption e where e.import_id = :import_id::uuid");
    private static final Sql PLACED =
            Sql.of("select count(*) from member.placement p where p.import_id = :import_id::uuid");
    private static final Sql NAMED =
            Sql.of(
                    """
                    select m.id, m.version, m.full_name, m.phone, m.card_no, m.needs_review
                      from member.member m
                     where m.full_name like :name
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);
    private static final Sql BIRTHS =
            Sql.of(
                    """
                    select m.birth || ' ' || m.birth_precision as born
                      from member.member m
                     where m.full_name like :name
                     order by m.birth
                    """);
    private static final Sql MARKS =
            Sql.of(
                    """
                    select count(*)
                      from liaison.past_mark p
                      join liaison.contact c on c.id = p.contact_id
                     where c.import_id = :import_id::uuid
                       and p.mark = :mark
                    """);
    private static final Sql ON_REGISTER =
            Sql.of("select count(*) from liaison.contact c where c.import_id = :import_id::uuid");
    private static final Sql LEFT =
            Sql.of(
                    """
                    select count(*)
                      from liaison.contact c
                     where c.import_id = :import_id::uuid
                       and not upper_inf(c.valid)
                       and c.left_because is not null
                    """);
    private static final Viewer SYSTEM = Viewer.system("test of the import");

    @Autowired MemberImport members;
    @Autowired OrganisationImport organisations;
    @Autowired Db db;
    @Autowired TransactionTemplate transactions;

    private World world;
    private Viewer office;

    record Line(
            UUID id,
            int version,
            String fullName,
            String phone,
            String cardNo,
            String needsReview) {}

    @BeforeEach
    void another() {
        world = new World();
        office = world.workplaceOffice();
    }

    private void inVain(Runnable work) {
        SYSTEM.scope()
                .run(() ->
                        transactions.executeWithoutResult(status -> {
                            work.run();
                            status.setRollbackOnly();
                        }));
    }

    private static byte[] sample(String name) {
        try (InputStream in =
                Objects.requireNonNull(
                        MemberImportTest.class.getResourceAsStream("/samples/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome apply(Viewer viewer, byte[] file, UUID importId) {
        try (Table table = Table.open(file, List.of(MemberImport.LAYOUT, MemberImport.REGISTER))) {
            return viewer.call(() -> members.apply(viewer, table, importId, 0, _ -> {}));
        }
    }

    private void importTree() {
        try (Table table =
                Table.open(sample("to-chuc-dang.xlsx"), List.of(OrganisationImport.LAYOUT))) {
            organisations.apply(SYSTEM, table, Ids.next());
        }
    }

    private List<String> row(String name, String card, String... more) {
        List<String> row =
                new ArrayList<>(
                        List.of(
                                "1",
                                name,
                                "12/04/1980",
                                "Nữ",
                                "Tày",
                                card,
                                "19/05/2005",
                                "19/05/2006",
                                "T." + world.workCell,
                                "0601234567",
                                "",
                                ""));
        for (int i = 0; i < more.length; i += 2) {
            row.set(HEAD.indexOf(more[i]), more[i + 1]);
        }
        return row;
    }

    private String card(int n) {
        return "%02d.%03d%03d".formatted(99 - world.base / 1000 % 50, world.base / 1000 % 1000, n);
    }

    private Outcome importRows(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(HEAD);
        all.addAll(rows);
        return apply(office, Books.of(all), Ids.next());
    }

    private List<Line> named(String name) {
        return db.list(office.scope(), NAMED, Line.class, "name", name);
    }

    @Test
    void the_nine_planted_faults_of_the_sample_are_found_and_nothing_else() {
        inVain(() -> {
            importTree();
            UUID id = Ids.next();
            Outcome outcome = apply(SYSTEM, sample("dang-vien-noi-cong-tac.xlsx"), id);

            assertThat(outcome.rows()).isEqualTo(2297);
            assertThat(outcome.accepted()).isEqualTo(2288);
            assertThat(outcome.dropped()).isEqualTo(1);
            assertThat(db.number(SYSTEM.scope(), PLACED, "import_id", id)).isEqualTo(2288);
            assertThat(db.number(SYSTEM.scope(), EXEMPT, "import_id", id)).isEqualTo(86);
            assertThat(outcome.faults())
                    .extracting(Fault::row, Fault::column)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(2290, "Số thẻ đảng viên"),
                            org.assertj.core.groups.Tuple.tuple(2291, "Ngày sinh"),
                            org.assertj.core.groups.Tuple.tuple(2292, "Mã chi bộ"),
                            org.assertj.core.groups.Tuple.tuple(2293, "Họ và tên"),
                            org.assertj.core.groups.Tuple.tuple(2294, "Ngày vào Đảng"),
                            org.assertj.core.groups.Tuple.tuple(2295, "Số thẻ đảng viên"),
                            org.assertj.core.groups.Tuple.tuple(2296, "Họ và tên"),
                            org.assertj.core.groups.Tuple.tuple(2297, "Ngày chính thức"),
                            org.assertj.core.groups.Tuple.tuple(2298, "Diện miễn"));
            assertThat(says(outcome, 2290)).contains("dòng 12 (STT 11)");
            assertThat(says(outcome, 2291)).contains("Tháng 2 năm 1980 không có ngày 31");
            assertThat(says(outcome, 2292)).contains("Gần giống: 99.5");
            assertThat(says(outcome, 2298)).contains("bí mật", "không giữ lại");
            assertThat(outcome.notes()).hasSize(6);

            Outcome again = apply(SYSTEM, sample("dang-vien-noi-cong-tac.xlsx"), Ids.next());
            assertThat(again.unchanged()).isEqualTo(2288);
            assertThat(again.faults()).isEqualTo(outcome.faults());
        });
    }

    @Test
    void a_register_kept_by_hand_finds_its_people_and_keeps_what_it_says_of_them() {
        inVain(() -> {
            importTree();
            apply(SYSTEM, sample("dang-vien-noi-cong-tac.xlsx"), Ids.next());
            UUID id = Ids.next();

            Outcome outcome = apply(SYSTEM, sample("so-theo-doi-phuong.xlsx"), id);

            assertThat(outcome.faults()).isEmpty();
            assertThat(outcome.changed()).isEqualTo(582);
            assertThat(outcome.created()).isEqualTo(1073);
            assertThat(outcome.reviews()).hasSize(14);
            assertThat(marks(id, "HOUSEHOLD")).isEqualTo(42);
            assertThat(marks(id, "EXCUSED_BEFORE")).isEqualTo(190 + 175);
            assertThat(db.number(SYSTEM.scope(), ON_REGISTER, "import_id", id)).isEqualTo(1655);
            assertThat(db.number(SYSTEM.scope(), LEFT, "import_id", id)).isEqualTo(44);
            assertThat(db.list(SYSTEM.scope(), NAMED, Line.class, "name", "VÀNG%")).isEmpty();
        });
    }

    @Test
    void a_list_taken_back_leaves_everybody_as_before_unless_something_was_built_on_it() {
        importRows(List.of(row("Lự Thị Một", card(1)), row("Lự Thị Hai", card(2))));
        UUID id = Ids.next();
        List<List<String>> rows =
                List.of(
                        HEAD,
                        row("Lự Thị Một", card(1), "Điện thoại", "0609999999", "Dân tộc", "Lự"),
                        row("Lự Thị Ba", card(3), "Diện miễn", "Miễn sinh hoạt nơi cư trú"));
        apply(office, Books.of(rows), id);

        int back = office.call(() -> members.takeBack(office, id, _ -> {}));

        assertThat(back).isEqualTo(2);
        assertThat(named("Lự Thị Ba")).isEmpty();
        assertThat(named("Lự Thị Một").getFirst().phone()).isEqualTo("0601234567");
        assertThat(named("Lự%")).hasSize(2);
        Outcome again = importRows(List.of(row("Lự Thị Một", card(1))));
        assertThat(again.unchanged()).isEqualTo(1);

        UUID other = Ids.next();
        apply(office, Books.of(rows), other);
        importRows(List.of(row("Lự Thị Ba", card(3), "Điện thoại", "0608888888")));
        assertThatThrownBy(() -> office.call(() -> members.takeBack(office, other, _ -> {})))
                .isInstanceOf(Refusal.class);
        assertThat(named("Lự Thị Một").getFirst().phone()).isEqualTo("0609999999");
    }

    @Test
    void two_clerks_with_one_list_at_once_write_everybody_once() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            rows.add(row("Kha Thị Đôi", card(i)));
        }
        List<Outcome> outcomes = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<Thread> clerks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            clerks.add(Thread.ofVirtual().start(() -> outcomes.add(importRows(rows))));
        }
        for (Thread clerk : clerks) {
            clerk.join();
        }

        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.stream().mapToInt(Outcome::created).sum()).isEqualTo(200);
        assertThat(outcomes.stream().mapToInt(Outcome::unchanged).sum()).isEqualTo(200);
        assertThat(named("Kha Thị Đôi")).hasSize(200);
    }

    @Test
    void dates_are_read_however_an_office_writes_them() {
        Map<String, String> written =
                Map.of(
                        "5-11-80", "1980-11-05/DAY",
                        "5.11.1980", "1980-11-05/DAY",
                        "ngày 5 tháng 11 năm 1980", "1980-11-05/DAY",
                        "05111980", "1980-11-05/DAY",
                        "1980-11-05", "1980-11-05/DAY",
                        "11/1980", "1980-11-01/MONTH",
                        "tháng 11 năm 1980", "1980-11-01/MONTH",
                        "sinh năm 1980", "1980-01-01/YEAR",
                        "1980", "1980-01-01/YEAR",
                        "6-3-02", "2002-03-06/DAY");
        written.forEach((text, wanted) -> {
            PartialDate read =
                    Objects.requireNonNull(
                            MemberImportDates.read(SheetCell.text(text), 2006).date());
            assertThat(read.date() + "/" + read.precision()).as(text).isEqualTo(wanted);
        });
    }

    @Test
    void dates_of_other_programs_and_eaten_zeros_are_read_too() {
        Map<SheetCell, String> written =
                Map.of(
                        SheetCell.text("19801105"),
                        "1980-11-05/DAY",
                        SheetCell.text("5-Nov-1980"),
                        "1980-11-05/DAY",
                        SheetCell.text("05 November 80"),
                        "1980-11-05/DAY",
                        new SheetCell(SheetCell.Kind.NUMBER, "5111980"),
                        "1980-11-05/DAY",
                        new SheetCell(SheetCell.Kind.NUMBER, "19801105"),
                        "1980-11-05/DAY",
                        new SheetCell(SheetCell.Kind.NUMBER, "29530"),
                        "1980-11-05/DAY");
        written.forEach((cell, wanted) -> {
            PartialDate read =
                    Objects.requireNonNull(
                            MemberImportDates.read(cell, 2006).date(), () -> cell.text());
            assertThat(read.date() + "/" + read.precision()).as(cell.text()).isEqualTo(wanted);
        });
        assertThat(MemberImportDates.read(SheetCell.text("11/25/1980"), 2006).refusal())
                .contains("Không có tháng 25");
    }

    @Test
    void a_register_taken_back_leaves_no_letter_and_nobody_at_a_cell() {
        inVain(() -> {
            importTree();
            apply(SYSTEM, sample("dang-vien-noi-cong-tac.xlsx"), Ids.next());
            UUID id = Ids.next();
            apply(SYSTEM, sample("so-theo-doi-phuong.xlsx"), id);

            int back = members.takeBack(SYSTEM, id, _ -> {});

            assertThat(back).isGreaterThanOrEqualTo(1073);
            assertThat(db.number(SYSTEM.scope(), ON_REGISTER, "import_id", id)).isZero();
            Outcome again = apply(SYSTEM, sample("so-theo-doi-phuong.xlsx"), Ids.next());
            assertThat(again.created()).isEqualTo(1073);
            assertThat(again.changed()).isEqualTo(582);
        });
    }

    @Test
    void an_old_list_in_a_font_from_before_unicode_is_read_in_unicode() {
        inVain(() -> {
            importTree();

            Outcome outcome = apply(SYSTEM, sample("danh-sach-cu-vntime.xls"), Ids.next());

            assertThat(outcome.faults()).isEmpty();
            assertThat(outcome.created()).isEqualTo(120);
            for (String name :
                    List.of(
                            "Dương Trung Sính",
                            "Vàng Minh Nghị",
                            "Dương Văn Quân",
                            "Triệu Thu Phượng",
                            "Giàng Thu Mỷ")) {
                assertThat(db.list(SYSTEM.scope(), NAMED, Line.class, "name", name)).isNotEmpty();
            }
            assertThat(db.list(SYSTEM.scope(), NAMED, Line.class, "name", "Giàng Thu Mỷ"))
                    .extracting(Line::needsReview)
                    .allMatch(review -> review.contains("không ghi chi bộ"));
        });
    }

    private long marks(UUID importId, String mark) {
        return db.number(SYSTEM.scope(), MARKS, "import_id", importId, "mark", mark);
    }

    private static String says(Outcome outcome, int row) {
        return outcome.faults().stream()
                .filter(fault -> fault.row() == row)
                .findFirst()
                .map(Fault::message)
                .orElse("");
    }

    @Test
    void of_a_secret_post_nothing_is_kept_whatever_column_speaks_of_it() {
        Outcome outcome =
                importRows(
                        List.of(
                                row(
                                        "Ẩn Thị Danh",
                                        card(1),
                                        "Diện miễn",
                                        "MIỄN GIỚI THIỆU (vị trí bí mật)"),
                                row("Ẩn Văn Danh", card(2), "Ghi chú", "công tác ở vị trí Bí mật"),
                                row("Ẩn Văn Xa", card(3), "Diện miễn", "Miễn giới thiệu"),
                                row("Ẩn Thị Xa", card(5), "Ghi chú", "Mien gioi thieu (bi mat)"),
                                row("Hà Thị Thường", card(4))));

        assertThat(outcome.dropped()).isEqualTo(4);
        assertThat(outcome.accepted()).isEqualTo(1);
        assertThat(named("Ẩn%")).isEmpty();
        assertThat(outcome.faults()).extracting(Fault::message).noneMatch(m -> m.contains("Ẩn"));
        assertThat(outcome.faults()).extracting(Fault::message).noneMatch(m -> m.contains(card(1)));
    }

    @Test
    void a_changed_row_changes_the_member_and_an_empty_cell_takes_nothing_away() {
        importRows(List.of(row("Lò Thị Mai", card(1)), row("Lò Văn Sáu", card(2))));

        Outcome outcome =
                importRows(
                        List.of(
                                row("Lò Thị Mai", card(1), "Điện thoại", "", "Dân tộc", ""),
                                row("Lò Văn Sáu", card(2), "Điện thoại", "0607654321")));

        assertThat(outcome.unchanged()).isEqualTo(1);
        assertThat(outcome.changed()).isEqualTo(1);
        Line mai = named("Lò Thị Mai").getFirst();
        assertThat(mai.phone()).isEqualTo("0601234567");
        assertThat(mai.version()).isEqualTo(1);
        Line sau = named("Lò Văn Sáu").getFirst();
        assertThat(sau.phone()).isEqualTo("0607654321");
        assertThat(sau.version()).isEqualTo(2);
    }

    @Test
    void a_member_without_a_card_is_recognised_by_name_birth_and_cell() {
        Outcome first = importRows(List.of(row("Vi Thị Mới", ""), row("Vi Thị Mới", "")));
        Outcome second = importRows(List.of(row("Vi Thị Mới", "")));

        assertThat(first.accepted()).isEqualTo(1);
        assertThat(second.unchanged()).isEqualTo(1);
        assertThat(named("Vi Thị Mới")).hasSize(1);
        assertThat(named("Vi Thị Mới").getFirst().needsReview()).contains("số thẻ");
    }

    private Outcome inSections(String... cells) {
        return apply(
                office,
                Books.of(
                        List.of(
                                List.of("TT", "Họ và tên", "Năm sinh", "Số thẻ", "Điện thoại"),
                                List.of("II. CHI BỘ PHÒNG MỘT (2 đồng chí)"),
                                List.of("1", "Sằn Thị Mục", "1980", cells[0], cells[1]),
                                List.of("CHI BỘ CHƯA CÓ"),
                                List.of("2", "Sằn Văn Mục", "1981", card(2), ""))),
                Ids.next());
    }

    @Test
    void a_section_of_a_list_names_the_cell_of_new_people_and_says_where_it_cannot() {
        Outcome outcome = inSections(card(1), "0609999999");

        assertThat(outcome.created()).isEqualTo(2);
        assertThat(named("Sằn Thị Mục").getFirst().needsReview()).isNull();
        assertThat(named("Sằn Văn Mục").getFirst().needsReview())
                .contains("Chưa có chi bộ nào tên “CHI BỘ CHƯA CÓ”", "tạm ghi ở");
    }

    @Test
    void a_title_above_the_list_names_the_cell_of_new_people_too() {
        Outcome outcome =
                apply(
                        office,
                        Books.of(
                                List.of(
                                        List.of("ĐẢNG BỘ TRƯỜNG"),
                                        List.of("CHI BỘ PHÒNG MỘT"),
                                        List.of("Họ và tên", "Năm sinh", "Số thẻ"),
                                        List.of("Sằn Thị Tiêu Đề", "1980", card(1)))),
                        Ids.next());

        assertThat(outcome.created()).isEqualTo(1);
        assertThat(named("Sằn Thị Tiêu Đề").getFirst().needsReview()).isNull();
    }

    @Test
    void numbers_typed_without_their_zero_are_read_with_it_and_a_card_is_looked_at_again() {
        Outcome outcome = inSections("5123%03d".formatted(world.base / 1000 % 1000), "912345678");

        assertThat(outcome.created()).isEqualTo(2);
        Line read = named("Sằn Thị Mục").getFirst();
        assertThat(read.phone()).isEqualTo("0912345678");
        assertThat(read.cardNo()).startsWith("05.123");
        assertThat(read.needsReview()).contains("thiếu số 0; đọc là 05123");
    }

    @Test
    void a_birth_in_three_columns_is_as_exact_as_they_are() {
        apply(
                office,
                Books.of(
                        List.of(
                                List.of("Họ và tên", "Ngày sinh", "", "", "Số thẻ", "Mã chi bộ"),
                                List.of("", "Ngày", "Tháng", "Năm", "", ""),
                                born("Sằn Thị Bkngày", "25", "9", "1975", 1),
                                born("Sằn Thị Bktháng", "", "11", "1976", 2),
                                born("Sằn Thị Bknăm", "", "", "1977", 3))),
                Ids.next());

        assertThat(
                        db.list(
                                SYSTEM.scope(),
                                BIRTHS,
                                row -> row.getString("born"),
                                "name",
                                "Sằn Thị Bk%"))
                .containsExactly("1975-09-25 DAY", "1976-11-01 MONTH", "1977-01-01 YEAR");
    }

    private List<String> born(String name, String day, String month, String year, int card) {
        return List.of(name, day, month, year, card(card), "T." + world.workCell);
    }

    @Test
    void a_list_without_cards_finds_who_has_one_and_asks_where_only_the_year_agrees() {
        importRows(
                List.of(
                        row("Mè Thị Thẻ", card(1), "Ngày sinh", "12/04/1980"),
                        row("Mè Thị Năm", card(2), "Ngày sinh", "12/04/1981")));

        Outcome again =
                importRows(
                        List.of(
                                row(
                                        "Mè Thị Thẻ",
                                        "",
                                        "Ngày sinh",
                                        "12/04/1980",
                                        "Điện thoại",
                                        "0609999999"),
                                row("Mè Thị Năm", "", "Ngày sinh", "1981"),
                                row("Mè Thị Năm", "", "Ngày sinh", "1979")));

        assertThat(again.changed()).isEqualTo(1);
        assertThat(again.created()).isEqualTo(1);
        assertThat(named("Mè Thị Thẻ")).hasSize(1);
        assertThat(says(again, 3)).contains("Có 1 người trong chương trình khớp với dòng này");
        assertThat(again.faults().getFirst().answers()).hasSize(2);
        assertThat(named("Mè Thị Năm")).hasSize(2);
    }

    @Test
    void cells_and_cards_of_other_units_are_refused_and_the_rest_is_written() {
        World other = new World();
        importRows(List.of(row("Mã Thị Một", card(1))));
        Viewer elsewhere = other.workplaceOffice();

        List<List<String>> rows =
                List.of(
                        HEAD,
                        row("Mã Thị Một", card(1), "Mã chi bộ", "T." + other.workCell),
                        row("Mã Thị Hai", card(2)),
                        row("Mã Thị Ba", card(3), "Mã chi bộ", "T." + other.workplace),
                        row("Mã Thị Tư", card(4), "Mã chi bộ", "T." + other.workCell));
        Outcome outcome = apply(elsewhere, Books.of(rows), Ids.next());

        assertThat(outcome.accepted()).isEqualTo(1);
        assertThat(says(outcome, 2)).contains("đã có trong chương trình");
        assertThat(says(outcome, 3)).contains("không thuộc đơn vị của bạn");
        assertThat(says(outcome, 4)).contains("không phải của chi bộ");
        assertThat(db.number(elsewhere.scope(), COUNT)).isEqualTo(1);
    }

    @Test
    void a_card_of_another_person_and_a_move_between_cells_are_refused() {
        importRows(List.of(row("Đàm Thị Hoa", card(1)), row("Đàm Văn Núi", card(2))));
        World.run(
                "insert into organisation.unit (no, id) values (?, ?)",
                world.workCell + 1,
                Ids.next());
        World.run(
                """
                insert into organisation.unit_period
                       (unit_no, code, name, kind, side, parent_no, commune_code, valid)
                values (?, ?, 'Chi bộ Phòng Hai', 'CELL', 'WORKPLACE', ?, null, '[2020-01-01,)')
                """,
                world.workCell + 1,
                "T." + (world.workCell + 1),
                world.workplace);

        Outcome outcome =
                importRows(
                        List.of(
                                row("Đinh Quang Khác", card(1), "Ngày sinh", "01/01/1975"),
                                row(
                                        "Đàm Văn Núi",
                                        card(2),
                                        "Mã chi bộ",
                                        "T." + (world.workCell + 1))));

        assertThat(outcome.accepted()).isZero();
        assertThat(says(outcome, 2)).contains("của người khác");
        assertThat(says(outcome, 3)).contains("Chi bộ Phòng Một");
    }

    @Test
    void each_kind_of_awkward_cell_gets_its_own_sentence() {
        Outcome outcome =
                importRows(
                        List.of(
                                row("Hà Thị A", card(1), "Ngày sinh", "30/02/1990"),
                                row("Hà Thị B", card(2), "Ngày sinh", "1/13/1990"),
                                row("Hà Thị C", card(3), "Ngày sinh", "1/1/90"),
                                row("Hà Thị D", card(4), "Ngày sinh", "1/1/1890"),
                                row("Hà Thị Đ", card(5), "Ngày sinh", "01/01/2999"),
                                row("Hà Thị E", card(6), "Giới tính", "x"),
                                row("Hà Thị G", "12345"),
                                row("Hà Thị H", card(8), "Ngày vào Đảng", "2005"),
                                row("Hà Thị I", card(9), "Diện miễn", "nghỉ"),
                                row("Hà Thị K", card(10), "Ngày vào Đảng", "=TODAY()"),
                                row("", card(11)),
                                row("Hà 12", card(12)),
                                row("H".repeat(300), card(13)),
                                row("x".repeat(40_000), card(14)),
                                row("Hà Thị L", card(15), "Mã chi bộ", "")));

        assertThat(outcome.accepted()).isZero();
        assertThat(outcome.faults()).extracting(Fault::row).doesNotHaveDuplicates().hasSize(15);
        assertThat(new HashSet<>(outcome.faults().stream().map(Fault::message).toList()))
                .hasSize(15);
        assertThat(outcome.faults()).allSatisfy(fault -> assertThat(fault.message()).endsWith("."));
        assertThat(named("H%")).isEmpty();
    }

    @Test
    void possible_but_odd_values_are_taken_and_marked_to_be_looked_at_again() {
        Outcome outcome =
                importRows(
                        List.of(
                                row("Cầm Thị Vội", card(1), "Ngày chính thức", "01/06/2005"),
                                row(
                                        "Cầm Thị Năm",
                                        card(2),
                                        "Ngày sinh",
                                        "1980",
                                        "Điện thoại",
                                        "gọi sau"),
                                row("Cầm Thị Số", card(3).replace(".", ""), "Giới tính", "NỮ")));

        assertThat(outcome.accepted()).isEqualTo(3);
        assertThat(outcome.notes())
                .hasSize(2)
                .allSatisfy(n -> assertThat(n.message()).startsWith("Cần xem lại"));
        assertThat(named("Cầm Thị Vội").getFirst().needsReview()).contains("12 tháng");
        assertThat(named("Cầm Thị Số").getFirst().cardNo()).isEqualTo(card(3));
    }

    @Test
    void a_check_writes_nothing_and_a_broken_file_leaves_nothing_half_applied() {
        List<List<String>> rows = List.of(HEAD, row("Nông Thị Thử", card(1)));
        try (Table table = Table.open(Books.of(rows), List.of(MemberImport.LAYOUT))) {
            Outcome outcome = office.call(() -> members.check(office, table, 0, _ -> {}));
            assertThat(outcome.created()).isEqualTo(1);
        }
        assertThat(named("Nông%")).isEmpty();

        StringBuilder xml = new StringBuilder();
        for (List<String> row : rows) {
            xml.append("<row>");
            row.forEach(text -> xml.append("<c t=\"str\"><v>").append(text).append("</v></c>"));
            xml.append("</row>");
        }
        byte[] broken =
                new Books()
                        .part(
                                "xl/worksheets/sheet1.xml",
                                "<worksheet><sheetData>" + xml + "<row><c>")
                        .bytes();
        assertThatThrownBy(() -> apply(office, broken, Ids.next())).isInstanceOf(Problems.class);
        assertThat(named("Nông%")).isEmpty();
    }

    @Test
    void the_history_of_each_member_tells_of_the_import() {
        importRows(List.of(row("Sầm Thị Kể", card(1))));

        UUID member = named("Sầm Thị Kể").getFirst().id();
        assertThat(
                        db.number(
                                office.scope(),
                                Sql.of(
                                        "select count(*) from audit.fact_about a where a.member_id = :id::uuid"),
                                "id",
                                member))
                .isEqualTo(1);
    }
}
