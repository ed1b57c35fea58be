package vn.ganbo.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Texts;
import vn.ganbo.member.MemberImport;

/** Lists of shapes that nobody has coded for, made from a seed. */
class OddListsTest {
    private static final List<Layout> LAYOUTS = List.of(MemberImport.LAYOUT, MemberImport.REGISTER);
    private static final String[] FAMILIES = {"Nguyễn", "Lò", "Vàng", "Trần", "Giàng", "Đỗ"};
    private static final String[] MIDDLES = {"Văn", "Thị", "Đức", "Thanh", "Xuân"};
    private static final String[] GIVEN = {"Mỷ", "Sính", "Hương", "Ưng", "Phượng", "Quân", "Yến"};

    private static List<SheetRow> rows(Table table) {
        List<SheetRow> out = new ArrayList<>();
        for (SheetRow row = table.next(); row != null; row = table.next()) {
            out.add(row);
        }
        return out;
    }

    /** One kind of column as an office might head it, and what stands in it. */
    private record Odd(String key, List<String> headings) {
        String cell(Random random) {
            return switch (key) {
                case "name" ->
                        FAMILIES[random.nextInt(6)]
                                + " "
                                + MIDDLES[random.nextInt(5)]
                                + " "
                                + GIVEN[random.nextInt(7)];
                case "birth" ->
                        "%d/%d/%d"
                                .formatted(
                                        1 + random.nextInt(28),
                                        1 + random.nextInt(12),
                                        1960 + random.nextInt(40));
                case "card" ->
                        "%02d.%06d".formatted(random.nextInt(90) + 1, random.nextInt(1_000_000));
                case "phone" -> "060%07d".formatted(random.nextInt(10_000_000));
                case "sex" -> random.nextBoolean() ? "Nam" : "Nữ";
                default -> "ghi " + GIVEN[random.nextInt(7)].toLowerCase(java.util.Locale.ROOT);
            };
        }
    }

    private static final List<Odd> COLUMNS =
            List.of(
                    new Odd("name", List.of("Họ tên đ/c", "HỌ, TÊN ĐẢNG VIÊN CỦA CHI BỘ", "")),
                    new Odd("birth", List.of("Ngày tháng năm sinh (ghi đủ)", "Sinh ngày")),
                    new Odd("card", List.of("Thẻ số", "Mã số thẻ", "")),
                    new Odd("phone", List.of("Liên lạc", "Số máy", "Zalo")),
                    new Odd("sex", List.of("GT", "Nam hay nữ")),
                    new Odd("", List.of("Hoàn cảnh", "Ý kiến thêm")));

    @RepeatedTest(40)
    void an_odd_list_gets_a_sensible_proposal(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        List<Odd> columns = new ArrayList<>(COLUMNS);
        java.util.Collections.shuffle(columns, random);
        List<List<String>> sheet = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            sheet.add(List.of("ĐẢNG BỘ " + i, ""));
        }
        sheet.add(
                columns.stream()
                        .map(c -> c.headings.get(random.nextInt(c.headings.size())))
                        .toList());
        int people = 5 + random.nextInt(30);
        for (int i = 0; i < people; i++) {
            if (random.nextInt(9) == 0) {
                sheet.add(List.of("CHI BỘ THÔN " + i));
            }
            sheet.add(columns.stream().map(c -> c.cell(random)).toList());
        }
        sheet.add(List.of("Tổng cộng: " + people));
        sheet.add(List.of("", "", "NGƯỜI LẬP BIỂU"));

        try (Table table = Table.look(Books.of(sheet), LAYOUTS)) {
            List<String> wanted = List.of("name", "birth", "card", "phone", "sex");
            for (String key : wanted) {
                int place = table.headings().place(key);
                assertThat(place)
                        .as("%s in %s", key, table.headings().titles())
                        .isGreaterThanOrEqualTo(0);
                assertThat(columns.get(place).key).isEqualTo(key);
                assertThat(table.headings().reasons().get(key)).isNotBlank();
            }
            assertThat(rows(table)).hasSize(people);
        }
    }

    /** One person in the words and ways of writing of some foreign-looking list. */
    private record Person(String name, String birth, String card, String phone, String admitted) {
        static Person of(Random random) {
            return new Person(
                    new Odd("name", List.of()).cell(random),
                    "%02d.%02d.%d"
                            .formatted(
                                    1 + random.nextInt(28),
                                    1 + random.nextInt(12),
                                    1960 + random.nextInt(30)),
                    new Odd("card", List.of()).cell(random),
                    new Odd("phone", List.of()).cell(random),
                    "%d.%d.%d"
                            .formatted(
                                    1 + random.nextInt(28),
                                    1 + random.nextInt(12),
                                    2008 + random.nextInt(10)));
        }
    }

    private static List<Person> people(Random random) {
        return java.util.stream.Stream.generate(() -> Person.of(random))
                .limit(4 + random.nextInt(20))
                .toList();
    }

    private static void assertPlaces(Table table, String... keysFromHere) {
        int first = Integer.parseInt(keysFromHere[0]);
        for (int i = 1; i < keysFromHere.length; i++) {
            if (!keysFromHere[i].isEmpty()) {
                assertThat(table.headings().place(keysFromHere[i]))
                        .as("%s in %s", keysFromHere[i], table.headings().titles())
                        .isEqualTo(first + i - 1);
            }
        }
    }

    @RepeatedTest(20)
    void english_headings_behind_empty_columns_are_told_by_their_words_and_cells(
            RepetitionInfo info) {
        Random random = new Random(1_000 + info.getCurrentRepetition());
        List<String> blank = java.util.Collections.nCopies(1 + random.nextInt(3), "");
        List<Person> people = people(random);
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(List.of());
        sheet.add(
                row(
                        blank,
                        "No.",
                        random.nextBoolean() ? "Full name" : "Name (họ tên)",
                        random.nextBoolean() ? "Date of birth" : "DOB",
                        random.nextBoolean() ? "Gender" : "Sex",
                        "Party card No",
                        random.nextBoolean() ? "Date joined" : "Joined Party on",
                        random.nextBoolean() ? "Phone" : "Mobile",
                        "Notes"));
        for (int i = 0; i < people.size(); i++) {
            Person one = people.get(i);
            sheet.add(
                    row(
                            blank,
                            String.valueOf(i + 1),
                            one.name,
                            one.birth,
                            i % 2 == 0 ? "Male" : "Female",
                            one.card,
                            one.admitted,
                            one.phone,
                            i % 3 == 0 ? "ok" : ""));
        }

        try (Table table = Table.look(Books.of(sheet), LAYOUTS)) {
            assertThat(table.headings().layout()).isEqualTo(MemberImport.LAYOUT);
            assertPlaces(
                    table,
                    String.valueOf(blank.size()),
                    "",
                    "name",
                    "birth",
                    "sex",
                    "card",
                    "admitted",
                    "phone");
            assertThat(rows(table)).hasSize(people.size());
        }
    }

    @RepeatedTest(20)
    void three_rows_of_headings_and_dates_with_dots_are_read_together(RepetitionInfo info) {
        Random random = new Random(2_000 + info.getCurrentRepetition());
        List<Person> people = people(random);
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(List.of("", "TRÍCH NGANG ĐỘI NGŨ ĐẢNG VIÊN"));
        sheet.add(List.of("Tính đến ngày 30.6.2026"));
        sheet.add(List.of("Số TT", "Thông tin chung", "", "", "", "", "Về Đảng", "", ""));
        sheet.add(
                List.of(
                        "",
                        "Họ và tên",
                        "Sinh ngày",
                        "",
                        "Liên hệ",
                        "",
                        "Ngày vào Đảng",
                        "",
                        "Số thẻ ĐV"));
        sheet.add(List.of("", "", "Nam", "Nữ", "Điện thoại", "Chỗ ở", "Dự bị", "Chính thức", ""));
        for (int i = 0; i < people.size(); i++) {
            Person one = people.get(i);
            boolean man = random.nextBoolean();
            sheet.add(
                    List.of(
                            String.valueOf(i + 1),
                            one.name,
                            man ? one.birth : "",
                            man ? "" : one.birth,
                            one.phone,
                            "Số " + i + " đường Bờ Sông",
                            one.admitted,
                            one.admitted.replaceFirst("\\d{4}$", "2019"),
                            one.card));
        }
        sheet.add(List.of("", "Cộng: " + people.size() + " đồng chí"));

        try (Table table = Table.look(Books.of(sheet), LAYOUTS)) {
            assertPlaces(
                    table,
                    "1",
                    "name",
                    "bornMan",
                    "bornWoman",
                    "phone",
                    "address",
                    "admitted",
                    "official",
                    "card");
            assertThat(rows(table)).hasSize(people.size());
        }
    }

    @RepeatedTest(20)
    void headings_in_the_middle_of_the_sheet_below_a_long_letter_are_found(RepetitionInfo info) {
        Random random = new Random(3_000 + info.getCurrentRepetition());
        List<Person> people = people(random);
        List<String> blank = java.util.Collections.nCopies(random.nextInt(4), "");
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(List.of("ĐẢNG BỘ TỈNH X", "", "", "", "ĐẢNG CỘNG SẢN VIỆT NAM"));
        sheet.add(List.of("ĐẢNG ỦY SỞ Y", "", "", "", "Hoa Ban, ngày 3 tháng 4 năm 2026"));
        sheet.add(List.of("Số 12-CV/ĐU"));
        sheet.add(List.of("Kính gửi:", "Đảng ủy phường Hoa Ban", "Chi bộ Tổ dân phố 3"));
        int lines = 10 + random.nextInt(45);
        for (int i = 0; i < lines; i++) {
            sheet.add(
                    random.nextInt(4) == 0
                            ? List.of()
                            : List.of(
                                    "Đoạn thứ " + i + " của công văn gửi kèm danh sách dưới đây."));
        }
        sheet.add(
                row(
                        blank,
                        "TT",
                        "Họ tên đồng chí",
                        "Năm sinh",
                        "Thẻ Đảng",
                        "Ngày kết nạp",
                        "Di động"));
        for (int i = 0; i < people.size(); i++) {
            Person one = people.get(i);
            sheet.add(
                    row(
                            blank,
                            String.valueOf(i + 1),
                            one.name,
                            one.birth,
                            one.card,
                            one.admitted,
                            one.phone));
        }
        sheet.add(List.of("", "", "T/M ĐẢNG ỦY"));

        try (Table table = Table.look(Books.of(sheet), LAYOUTS)) {
            assertPlaces(
                    table,
                    String.valueOf(blank.size() + 1),
                    "name",
                    "birth",
                    "card",
                    "admitted",
                    "phone");
            assertThat(rows(table)).hasSize(people.size());
        }
    }

    @RepeatedTest(20)
    void a_csv_with_semicolons_in_windows_1258_without_known_headings_is_read(RepetitionInfo info) {
        Random random = new Random(4_000 + info.getCurrentRepetition());
        List<Person> people = people(random);
        StringBuilder csv = new StringBuilder();
        csv.append(";;Danh sách gửi kèm, bản in ngày 1/7\r\n\r\n");
        csv.append("Thứ tự;Quý danh;Sinh nhật;Thẻ số;Tổ chức kết nạp ngày;Máy cầm tay\r\n");
        for (int i = 0; i < people.size(); i++) {
            Person one = people.get(i);
            csv.append(
                    "%d;\"%s\";%s;%s;%s;%s\r\n"
                            .formatted(
                                    i + 1, one.name, one.birth, one.card, one.admitted, one.phone));
        }
        byte[] file = decomposedTones(csv.toString()).getBytes(Charset.forName("windows-1258"));

        try (Table table = Table.look(file, LAYOUTS)) {
            assertPlaces(table, "1", "name", "birth", "card", "admitted", "phone");
            assertThat(table.headings().letters()).contains(Letters.WINDOWS_1258);
            assertThat(rows(table))
                    .extracting(row -> Texts.clean(row.cell(1).text()))
                    .containsExactlyElementsOf(people.stream().map(Person::name).toList());
        }
    }

    private static List<String> row(List<String> before, String... cells) {
        List<String> out = new ArrayList<>(before);
        out.addAll(List.of(cells));
        return List.copyOf(out);
    }

    @Test
    void headings_in_two_rows_with_merged_cells_are_read_together_and_totals_are_no_people() {
        byte[] file =
                Books.of(
                        List.of(
                                List.of("ĐẢNG ỦY PHƯỜNG HOA BAN"),
                                List.of("STT", "Họ và tên", "Năm sinh", "", "Giấy giới thiệu", ""),
                                List.of("", "", "Nam", "Nữ", "Số", "Ngày"),
                                List.of("1", "2", "3", "4", "5", "6"),
                                List.of("I", "CHI BỘ TỔ DÂN PHỐ 3"),
                                List.of("1", "Lò Văn Sính", "1980", "", "12-GGT/ĐU", "3/4/2024"),
                                List.of("2", "Lò Thị Mỷ", "", "1981", "13-GGT/ĐU", "3/4/2024"),
                                List.of("STT", "Họ và tên", "Năm sinh"),
                                List.of("3", "Tống Thị Cộng", "", "1981", "14-GGT/ĐU", ""),
                                List.of("", "Tổng cộng", "1", "2"),
                                List.of("", "", "", "", "Hoa Ban, ngày 3 tháng 4 năm 2024"),
                                List.of("", "NGƯỜI LẬP", "", "", "T/M ĐẢNG ỦY"),
                                List.of("", "", "", "", "Hoàng Văn Ký")));

        try (Table table = Table.open(file, LAYOUTS)) {
            Headings headings = table.headings();
            assertThat(headings.layout()).isEqualTo(MemberImport.REGISTER);
            assertThat(headings.titles())
                    .contains("Năm sinh / Nữ", "Giấy giới thiệu / Ngày", Headings.SECTION);
            assertThat(headings.place("bornWoman")).isEqualTo(3);
            List<SheetRow> rows = rows(table);
            assertThat(rows).hasSize(3);
            assertThat(rows.getFirst().cell(6).text()).isEqualTo("CHI BỘ TỔ DÂN PHỐ 3");
            assertThat(rows.getLast().cell(1).text()).isEqualTo("Tống Thị Cộng");
        }
    }

    private static String text(SheetRow row, Table table, String key) {
        return row.cell(table.headings().place(key)).text();
    }

    @Test
    void a_cell_merged_beside_many_rows_is_meant_for_each_but_a_name_is_nobody_elses() {
        byte[] file =
                Books.merged(
                        List.of(
                                List.of("LIST OF MEMBERS / DANH SÁCH"),
                                List.of(
                                        "No.",
                                        "Branch / Chi bộ",
                                        "Họ đệm (Surname)",
                                        "Tên (Given name)",
                                        "M/F",
                                        "D.O.B."),
                                List.of("1", "Chi bộ Kế toán", "Lò Văn", "Sính", "M", "1980"),
                                List.of("2", "", "Lò Thị", "Mỷ", "F", "3/4/1981"),
                                List.of("3", "", "", "Ưng", "F", "1982"),
                                List.of("4", "", "Vàng Văn", "Quân", "M", "5.6.1979")),
                        List.of("B3:B5", "C4:C5", "A1:F1"),
                        List.of(4));

        try (Table table = Table.look(file, LAYOUTS)) {
            assertPlaces(table, "0", "ordinal", "cell", "name", "given", "sex", "birth");
            List<SheetRow> rows = rows(table);
            assertThat(rows)
                    .extracting(row -> text(row, table, "cell"))
                    .containsExactly("Chi bộ Kế toán", "Chi bộ Kế toán", "Chi bộ Kế toán", "");
            assertThat(rows)
                    .extracting(row -> text(row, table, "name"))
                    .containsExactly("Lò Văn", "Lò Thị", "", "Vàng Văn");
            assertThat(table.remarks()).anyMatch(remark -> remark.contains("1 dòng đang ẩn"));
        }
    }

    private static List<List<String>> sheet(String title, List<String> heads, String... names) {
        List<List<String>> out = new ArrayList<>();
        out.add(List.of(title));
        out.add(heads);
        for (String name : names) {
            out.add(List.of(name, "12/4/1980", "30." + (100_000 + out.size())));
        }
        return out;
    }

    @Test
    void sheets_with_the_same_headings_are_read_one_after_the_other_and_others_are_told_of() {
        List<String> heads = List.of("Họ và tên", "Ngày sinh", "Số thẻ");
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("Bìa", List.of(List.of("HỒ SƠ NĂM 2026")));
        sheets.put("Tổng hợp", List.of(List.of("TT", "Chi bộ", "Tổng số"), List.of("1", "A", "9")));
        sheets.put("Chi bộ Một", sheet("CHI BỘ MỘT", heads, "Lò Văn Sính", "Lò Thị Mỷ"));
        sheets.put("Chi bộ Hai", sheet("CHI BỘ HAI", heads, "Vàng Văn Quân"));
        sheets.put(
                "Đã chuyển", sheet("", List.of("Họ và tên", "Sinh ngày", "Thẻ"), "Đỗ Thị Hương"));

        try (Table table = Table.look(Books.of(sheets), LAYOUTS)) {
            assertThat(table.sheets()).containsExactly("Chi bộ Một", "Chi bộ Hai");
            assertThat(table.headings().sure()).isFalse();
            int at = table.headings().titles().indexOf(Headings.SHEET);
            List<SheetRow> rows = rows(table);
            assertThat(rows).extracting(SheetRow::number).containsExactly(3, 4, 7);
            assertThat(rows)
                    .extracting(row -> row.cell(at).text())
                    .containsExactly("Chi bộ Một", "Chi bộ Một", "Chi bộ Hai");
            assertThat(table.remarks())
                    .anyMatch(said -> said.contains("“Chi bộ Hai” từ dòng 7"))
                    .anyMatch(said -> said.contains("Không đọc “Đã chuyển”"));
        }
        try (Table table = Table.open(Books.of(sheets), LAYOUTS)) {
            assertThat(rows(table)).hasSize(2);
            assertThat(table.remarks())
                    .anyMatch(said -> said.contains("Không đọc “Chi bộ Hai”, “Đã chuyển”"));
        }
    }

    @Test
    void days_months_and_years_in_a_column_each_are_no_births_of_men() {
        byte[] file =
                Books.of(
                        List.of(
                                List.of("Stt", "Họ và tên", "Ngày sinh", "", "", "GT"),
                                List.of("", "", "Ngày", "Tháng", "Năm", ""),
                                List.of("1", "Lò Văn Sính", "25", "9", "1975", "Nam"),
                                List.of("2", "Lò Thị Mỷ", "", "", "1981", "Nữ"),
                                List.of("3", "Đỗ Thị Ưng", "3", "11", "1969", "Nữ")));

        try (Table table = Table.look(file, LAYOUTS)) {
            assertPlaces(
                    table, "0", "ordinal", "name", "birthDay", "birthMonth", "birthYear", "sex");
            assertThat(table.headings().place("bornMan")).isNegative();
            assertThat(table.headings().missing()).doesNotContain("Ngày sinh");
        }
    }

    @Test
    void lists_below_each_other_with_all_their_headings_again_are_one_list() {
        List<List<String>> sheet = new ArrayList<>();
        for (String cell : List.of("CHI BỘ MỘT", "CHI BỘ HAI")) {
            sheet.add(List.of(cell));
            sheet.add(List.of("TT", "Họ và tên", "Năm sinh", "", "Ghi chú"));
            sheet.add(List.of("", "", "Nam", "Nữ", ""));
            sheet.add(List.of("(1)", "(2)", "(3)", "(4)", "(5)"));
            sheet.add(List.of("1", "Lò Văn Sính", "1980", "", ""));
            sheet.add(List.of("2", "Lò Thị Mỷ", "", "1981", ""));
            sheet.add(List.of("", "Cộng: 2 đồng chí", "", "", ""));
        }

        try (Table table = Table.look(Books.of(sheet), LAYOUTS)) {
            assertPlaces(table, "0", "ordinal", "name", "bornMan", "bornWoman");
            int section = table.headings().titles().indexOf(Headings.SECTION);
            List<SheetRow> rows = rows(table);
            assertThat(rows).extracting(SheetRow::number).containsExactly(5, 6, 12, 13);
            assertThat(rows.getLast().cell(section).text()).isEqualTo("CHI BỘ HAI");
        }
    }

    @Test
    void words_that_only_happen_to_stand_in_a_heading_are_not_taken_for_it() {
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(
                List.of(
                        "Họ và tên",
                        "Năm sinh",
                        "Cơ quan đang công tác",
                        "Giấy GT số",
                        "Tham gia sinh hoạt giữa năm",
                        "Tham gia sinh hoạt cuối năm"));
        for (int i = 0; i < 5; i++) {
            sheet.add(
                    List.of(
                            "Lò Văn " + GIVEN[i],
                            "19" + (70 + i),
                            "Sở Thử",
                            (10 + i) + "-GGT/ĐU",
                            "x",
                            "P"));
        }

        try (Table table = Table.look(Books.of(sheet), LAYOUTS)) {
            assertPlaces(
                    table, "0", "name", "birth", "workplace", "letterNumber", "midYear", "yearEnd");
        }
    }

    @Test
    void a_column_of_cells_is_told_by_their_names_and_two_days_by_how_they_follow() {
        List<List<String>> sheet = new ArrayList<>();
        sheet.add(List.of("Đồng chí", "Sinh", "Ở đâu", "Đứng vào hàng ngũ", "Hết dự bị"));
        for (int i = 0; i < 6; i++) {
            sheet.add(
                    List.of(
                            "Lò Văn " + GIVEN[i],
                            "3/4/%d".formatted(1970 + i),
                            "Chi bộ " + (i < 3 ? "Kế toán" : "Vận hành"),
                            "19/5/%d".formatted(1995 + 2 * i),
                            "19/5/%d".formatted(1996 + 2 * i)));
        }

        try (Table table = Table.look(Books.of(sheet), LAYOUTS)) {
            assertPlaces(table, "0", "name", "birth", "cell", "admitted", "official");
            assertThat(table.headings().reasons().get("cell")).contains("6/6 ô là tên chi bộ");
        }
    }

    @Test
    void each_old_way_of_writing_is_told_from_what_it_spells() {
        String unicode =
                "Họ và tên;Mã chi bộ\nNguyễn Thị Thảo;1\nTriệu Đức Dũng;2\nĐặng Văn Bình;3\nVàng Thị Mỷ;4\nPhạm Quốc Hưng;5\n";
        String tcvn3 =
                "Hä vµ tªn;M· chi bé\nNguyÔn ThÞ Th¶o;1\nTriÖu §øc Dòng;2\n§Æng V¨n B×nh;3\nVµng ThÞ Mû;4\nPh¹m Quèc H\u00adng;5\n";
        String vni =
                "Hoï vaø teân;Maõ chi boä\nNguyeãn Thò Thaûo;1\nTrieäu Ñöùc Duõng;2\nÑaëng Vaên Bình;3\nVaøng Thò Myû;4\nPhaïm Quoác Höng;5\n";
        Charset western = Charset.forName("windows-1252");
        Charset vietnamese = Charset.forName("windows-1258");
        String composed1258 = decomposedTones(unicode);
        for (byte[] file :
                List.of(
                        unicode.getBytes(StandardCharsets.UTF_8),
                        unicode.getBytes(StandardCharsets.UTF_16LE),
                        ("\ufeff" + unicode).getBytes(StandardCharsets.UTF_16BE),
                        tcvn3.getBytes(western),
                        vni.getBytes(western),
                        composed1258.getBytes(vietnamese))) {
            try (Table table = Table.open(file, LAYOUTS)) {
                assertThat(rows(table))
                        .extracting(row -> Texts.clean(row.cell(0).text()))
                        .containsExactly(
                                "Nguyễn Thị Thảo",
                                "Triệu Đức Dũng",
                                "Đặng Văn Bình",
                                "Vàng Thị Mỷ",
                                "Phạm Quốc Hưng");
            }
        }
    }

    /** As windows-1258 has it: the letter with its hat, then the tone. */
    private static String decomposedTones(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String parts =
                    java.text.Normalizer.normalize(
                            String.valueOf(text.charAt(i)), java.text.Normalizer.Form.NFD);
            String tones = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            String rest = parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
            out.append(java.text.Normalizer.normalize(rest, java.text.Normalizer.Form.NFC))
                    .append(tones);
        }
        return out.toString();
    }

    @Test
    void letters_that_could_be_read_in_two_ways_are_asked_about_and_never_guessed() {
        byte[] file =
                "Ho va ten;Ma chi bo\nLò Páo;1\nX\u00f8 Y\u00fe;2\nQ\u00e5 Z\u00f0;3\n"
                        .getBytes(StandardCharsets.ISO_8859_1);

        try (Table table = Table.look(file, LAYOUTS)) {
            assertThat(table.headings().letters()).contains(Letters.UNKNOWN);
            assertThat(table.headings().sure()).isFalse();
        }
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Table.open(file, LAYOUTS))
                .isInstanceOf(vn.ganbo.kernel.Problems.class);
    }
}
