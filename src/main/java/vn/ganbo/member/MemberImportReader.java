package vn.ganbo.member;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Texts;
import vn.ganbo.spreadsheet.Fault;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.SheetCell;
import vn.ganbo.spreadsheet.SheetRow;

/**
 * Reads and checks one row after the other, by itself and against the rows before it. Knows the
 * tree, but asks the database nothing: it runs beside the one that writes.
 */
final class MemberImportReader {
    /** Điều lệ Đảng, Article 1: eighteen years of age. */
    private static final int AGE = 18;

    /** Điều lệ Đảng, Article 5: twelve months of probation. */
    private static final int PROBATION_MONTHS = 12;

    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);
    private static final int LONGEST = 200;

    /** What is worth a look beyond these is still kept with its member. */
    private static final int MOST_NOTES = 100_000;

    private static final Pattern CARD = Pattern.compile("\\d{2}\\.?\\d{6}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{9,12}");

    private final Headings headings;
    private final MemberImportUnits units;
    private final LocalDate today;
    private final int listUnit;
    private final int cellAbove;
    private final @Nullable MemberImportRegisterReader register;
    private final List<Fault> faults;
    private final List<Fault> notes;
    private final Map<String, Integer> cards = new HashMap<>();
    private final Map<String, String> ordinals = new HashMap<>();
    private final Set<String> noted = new HashSet<>();

    private SheetRow row = new SheetRow(0, List.of());
    private final List<String> reviews = new ArrayList<>();
    private boolean failed;

    MemberImportReader(
            Headings headings,
            MemberImportUnits units,
            LocalDate today,
            int listUnit,
            List<Fault> faults,
            List<Fault> notes) {
        this.headings = headings;
        this.units = units;
        this.today = today;
        this.listUnit = listUnit;
        this.faults = faults;
        this.notes = notes;
        this.register =
                headings.layout().equals(MemberImportRow.REGISTER)
                        ? new MemberImportRegisterReader(this, headings, units, today)
                        : null;
        this.cellAbove =
                headings.above().stream()
                        .map(MemberImportUnits::ofSection)
                        .mapToInt(this::cellCalled)
                        .filter(cell -> cell > 0)
                        .findFirst()
                        .orElse(0);
    }

    /** The row typed, or empty when it is faulty; its faults and notes are kept. */
    Optional<MemberImportRow> read(SheetRow next) {
        row = next;
        failed = false;
        reviews.clear();
        String name = name();
        LocalDate admitted = day("admitted");
        PartialDate birth = birth(admitted);
        String card = register == null ? card() : null;
        LocalDate official = day("official");
        MemberImportRow.Entry entry = register == null ? null : register.entry(row);
        int unit = register == null ? unit() : entry == null ? 0 : entry.from();
        checkDates(birth, admitted, official);
        MemberImportRow read =
                new MemberImportRow(
                        row.number(),
                        name == null ? "" : name,
                        birth,
                        sex(),
                        text("ethnicity"),
                        card,
                        text("fileNo"),
                        admitted,
                        official,
                        text("occupation"),
                        text("post"),
                        unit,
                        text("address"),
                        commune(),
                        wish(),
                        phone(),
                        text("expertise"),
                        register == null ? exempt() : null,
                        reviews.isEmpty() ? null : String.join(" ", reviews),
                        entry);
        return failed ? Optional.empty() : Optional.of(read);
    }

    private @Nullable String name() {
        SheetCell cell = row.cell(headings.place("name"));
        if (cell.isEmpty()) {
            fault("name", "Thiếu họ tên.");
            return null;
        }
        String name = text("name");
        String given = text("given");
        if (name != null && name.codePoints().anyMatch(Character::isDigit)) {
            fault("name", "Họ tên có chữ số. Ghi lại họ tên.");
        }
        return name == null
                ? null
                : MemberImportNames.proper(given == null ? name : name + " " + given);
    }

    /** Two digits of a year are those of somebody of age at the admission, or today. */
    private @Nullable PartialDate birth(@Nullable LocalDate admitted) {
        int latest = (admitted == null ? today : admitted).getYear() - AGE;
        PartialDate birth = isBorn("birthYear") ? bornInParts(latest) : date(birthColumn(), latest);
        if (birth != null && birth.date().isBefore(OLDEST)) {
            fault("birth", "Ngày sinh trước năm 1900. Ghi lại ngày, hoặc chỉ ghi năm.");
            return null;
        }
        if (birth != null && birth.date().isAfter(today)) {
            fault("birth", "Ngày sinh sau hôm nay. Ghi lại ngày, hoặc chỉ ghi năm.");
            return null;
        }
        return birth;
    }

    /** Day, month and year from a column each; what is not known is left empty there. */
    private @Nullable PartialDate bornInParts(int latest) {
        StringBuilder joined = new StringBuilder();
        for (String column : List.of("birthDay", "birthMonth", "birthYear")) {
            SheetCell cell = row.cell(headings.place(column));
            if (refused(column, cell)) {
                return null;
            }
            String text = Texts.clean(cell.shown());
            if (!text.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : "/").append(text);
            }
        }
        MemberImportDates.Read read =
                MemberImportDates.read(SheetCell.text(joined.toString()), latest);
        if (read.refusal() != null) {
            fault("birthYear", read.refusal());
        }
        return read.date();
    }

    /** Some registers have a column for the births of men and one for those of women. */
    private String birthColumn() {
        if (isBorn("bornMan")) {
            return "bornMan";
        }
        return isBorn("bornWoman") ? "bornWoman" : "birth";
    }

    private boolean isBorn(String column) {
        SheetCell cell = row.cell(headings.place(column));
        return !cell.isEmpty() && cell.text().codePoints().anyMatch(Character::isDigit);
    }

    private @Nullable LocalDate day(String column) {
        PartialDate date = date(column, today.getYear());
        if (date == null) {
            return null;
        }
        if (date.precision() != PartialDate.Precision.DAY) {
            fault(column, "Cần ghi đủ ngày, tháng, năm, ví dụ 03/02/2005.");
            return null;
        }
        if (date.date().isAfter(today)) {
            fault(column, "Ngày này sau hôm nay. Ghi lại ngày.");
            return null;
        }
        return date.date();
    }

    @Nullable PartialDate date(String column, int latest) {
        SheetCell cell = row.cell(headings.place(column));
        if (refused(column, cell)) {
            return null;
        }
        MemberImportDates.Read read = MemberImportDates.read(cell, latest);
        if (read.refusal() != null) {
            fault(column, read.refusal());
        }
        return read.date();
    }

    private void checkDates(
            @Nullable PartialDate birth,
            @Nullable LocalDate admitted,
            @Nullable LocalDate official) {
        if (birth != null && admitted != null && tooYoung(birth, admitted)) {
            fault(
                    "admitted",
                    "Vào Đảng khi chưa đủ 18 tuổi (sinh "
                            + birth.shown()
                            + "). Kiểm tra hai ngày.");
        }
        if (official != null && admitted == null) {
            if (headings.place("admitted") >= 0 && row.cell(headings.place("admitted")).isEmpty()) {
                fault("admitted", "Có ngày chính thức mà thiếu ngày vào Đảng.");
            }
            return;
        }
        if (official != null && admitted != null && official.isBefore(admitted)) {
            fault("official", "Ngày chính thức trước ngày vào Đảng. Kiểm tra hai ngày.");
        } else if (official != null
                && admitted != null
                && official.isBefore(admitted.plusMonths(PROBATION_MONTHS))) {
            review("official", "Chính thức khi chưa đủ 12 tháng dự bị.");
        } else if (official == null
                && headings.place("official") >= 0
                && admitted != null
                && admitted.plusMonths(2 * PROBATION_MONTHS).isBefore(today)) {
            review("official", "Vào Đảng đã quá hai năm mà chưa có ngày chính thức.");
        }
    }

    /** With the year alone only what is certain counts. */
    private static boolean tooYoung(PartialDate birth, LocalDate admitted) {
        return switch (birth.precision()) {
            case DAY ->
                    Period.between(birth.date(), admitted).getYears() < AGE
                            || admitted.isBefore(birth.date());
            case MONTH -> birth.date().plusYears(AGE).isAfter(admitted);
            case YEAR -> admitted.getYear() - birth.date().getYear() < AGE;
        };
    }

    private @Nullable String card() {
        if (headings.place("card") < 0) {
            return null;
        }
        SheetCell cell = row.cell(headings.place("card"));
        if (refused("card", cell)) {
            return null;
        }
        if (cell.isEmpty()) {
            review("card", "Chưa ghi số thẻ đảng viên.");
            return null;
        }
        String typed = MemberImportNumbers.card(cell);
        if (cell.kind() == SheetCell.Kind.TEXT && !typed.equals(unspaced(cell))) {
            review("card", "Số thẻ “" + cut(cell.shown()) + "” thiếu số 0; đọc là " + typed + ".");
        }
        if (!CARD.matcher(typed).matches()) {
            fault(
                    "card",
                    "Số thẻ “"
                            + cut(cell.shown())
                            + "” không đúng: số thẻ có tám chữ số, ví dụ 30.564362.");
            return null;
        }
        String card =
                typed.indexOf('.') < 0 ? typed.substring(0, 2) + "." + typed.substring(2) : typed;
        Integer first = cards.putIfAbsent(card, row.number());
        String ordinal = Texts.clean(row.cell(headings.place("ordinal")).text());
        if (first == null) {
            ordinals.put(card, ordinal);
        } else {
            String firstOrdinal = ordinals.getOrDefault(card, "");
            fault(
                    "card",
                    "Trùng số thẻ với dòng "
                            + first
                            + (firstOrdinal.isEmpty() ? "" : " (STT " + cut(firstOrdinal) + ")")
                            + ". Mỗi số thẻ chỉ của một người.");
        }
        return card;
    }

    private static String unspaced(SheetCell cell) {
        return Texts.clean(cell.text()).replace(" ", "");
    }

    /** The cell that the row names; where the whole list names none, that of the list. */
    private int unit() {
        if (headings.place("cell") < 0) {
            return ofTheList();
        }
        SheetCell cell = row.cell(headings.place("cell"));
        if (refused("cell", cell)) {
            return 0;
        }
        if (cell.isEmpty()) {
            fault("cell", "Thiếu chi bộ. Ghi tên hoặc mã chi bộ.");
            return 0;
        }
        MemberImportUnits.Answer answer = units.find(cell.text());
        if (answer.refusal() != null) {
            fault("cell", answer.refusal());
        }
        return answer.no();
    }

    /** Of the section, the sheet or the title under which the row stands, where that is a cell. */
    private int ofTheList() {
        if (units.isCell(listUnit)) {
            return listUnit;
        }
        for (String title : List.of(Headings.SECTION, Headings.SHEET)) {
            String named =
                    MemberImportUnits.ofSection(row.cell(headings.titles().indexOf(title)).text());
            int cell = cellCalled(named);
            if (cell > 0) {
                return cell;
            }
            if (Texts.folded(named).startsWith("chi bo ")) {
                review("cell", "Chưa có chi bộ nào tên “" + cut(named) + "”.");
                return ofNone();
            }
        }
        return cellAbove > 0 ? cellAbove : ofNone();
    }

    private int cellCalled(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        MemberImportUnits.Answer answer = units.find(name);
        return answer.refusal() == null && units.isCell(answer.no()) ? answer.no() : 0;
    }

    private int ofNone() {
        if (listUnit == 0) {
            fault("cell", "Chương trình chưa có tổ chức đảng nào. Nhập cây tổ chức trước.");
        }
        return listUnit;
    }

    private @Nullable Sex sex() {
        String typed = text("sex");
        if (typed == null) {
            boolean man = !row.cell(headings.place("bornMan")).isEmpty();
            boolean woman = !row.cell(headings.place("bornWoman")).isEmpty();
            return man == woman ? null : man ? Sex.MALE : Sex.FEMALE;
        }
        return switch (Texts.folded(typed)) {
            case "nam", "m", "male" -> Sex.MALE;
            case "nu", "f", "female" -> Sex.FEMALE;
            default -> {
                fault("sex", "Giới tính “" + cut(typed) + "” chưa rõ. Ghi Nam hoặc Nữ.");
                yield null;
            }
        };
    }

    private @Nullable String commune() {
        String typed = text("commune");
        if (typed == null) {
            return null;
        }
        String code = MemberImportNumbers.commune(typed);
        if (!units.knowsCommune(code) && noted.add("c" + code)) {
            note("commune", "Mã xã/phường " + cut(code) + " chưa có trong danh mục; vẫn nhận.");
        }
        return code;
    }

    private @Nullable String wish() {
        String typed = text("wish");
        if (typed == null) {
            return null;
        }
        if (!units.knows(typed) && noted.add("w" + typed)) {
            note(
                    "wish",
                    "Chưa có chi bộ nơi cư trú mã "
                            + cut(typed)
                            + "; vẫn nhận, vì đây chỉ là đề nghị.");
        }
        return MemberImportUnits.dotted(typed);
    }

    private @Nullable String phone() {
        SheetCell cell = row.cell(headings.place("phone"));
        if (refused("phone", cell) || cell.isEmpty()) {
            return null;
        }
        String digits = MemberImportNumbers.phone(cell);
        if (!PHONE.matcher(digits).matches()) {
            review("phone", "Số điện thoại “" + cut(cell.shown()) + "” có vẻ không đúng.");
            return cut(Texts.clean(cell.shown()));
        }
        return digits;
    }

    private @Nullable String exempt() {
        String typed = text("exempt");
        if (typed == null) {
            return null;
        }
        String folded = Texts.folded(typed);
        if (folded.equals("khong") || folded.equals("-") || folded.equals("khong mien")) {
            return null;
        }
        if (folded.startsWith("mien sinh hoat") || folded.startsWith("duoc mien sinh hoat")) {
            return typed;
        }
        fault(
                "exempt",
                "Chưa biết diện “"
                        + cut(typed)
                        + "”. Ghi: Miễn sinh hoạt nơi cư trú; hoặc để trống.");
        return null;
    }

    @Nullable String text(String column) {
        SheetCell cell = row.cell(headings.place(column));
        if (cell.isEmpty() || refused(column, cell)) {
            return null;
        }
        String text = Texts.clean(cell.shown());
        if (text.length() > LONGEST) {
            fault(column, "Ô này dài hơn " + LONGEST + " chữ. Viết gọn lại.");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    private boolean refused(String column, SheetCell cell) {
        String refusal = cell.refusal();
        if (refusal != null) {
            fault(column, refusal);
        }
        return refusal != null;
    }

    void fault(String column, String sentence) {
        failed = true;
        Fault.refuseTooMany(faults.size());
        faults.add(new Fault(row.number(), headings.title(column), sentence));
    }

    void review(String column, String sentence) {
        reviews.add(sentence);
        note(column, Fault.REVIEW + sentence);
    }

    void note(String column, String sentence) {
        if (notes.size() < MOST_NOTES) {
            notes.add(new Fault(row.number(), headings.title(column), sentence));
        }
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
