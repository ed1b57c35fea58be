package vn.ganbo.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Texts;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.SheetCell;
import vn.ganbo.spreadsheet.SheetRow;

/**
 * One row of a list of organisations, typed.
 *
 * @param row the sheet's row number
 * @param code as it is kept, with dots
 * @param side as the row says, or null where it says nothing
 * @param parent code of the unit above as it is kept, or null at the root
 * @param commune five digits, or null
 */
record OrganisationImportRow(
        int row,
        String code,
        String name,
        UnitKind kind,
        @Nullable UnitSide side,
        @Nullable String parent,
        @Nullable String commune) {

    static final Layout LAYOUT =
            new Layout(
                    "organisations",
                    "danh sách tổ chức đảng",
                    List.of(
                            Layout.Column.required(
                                    "code", "Mã tổ chức đảng", "Mã tổ chức", "Mã TCĐ"),
                            Layout.Column.required(
                                    "name", "Tên tổ chức đảng", "Tên tổ chức", "Tên TCĐ"),
                            Layout.Column.required("kind", "Loại tổ chức", "Loại tổ chức đảng"),
                            Layout.Column.required(
                                    "parent",
                                    "Mã tổ chức cấp trên",
                                    "Mã cấp trên",
                                    "Mã tổ chức đảng cấp trên"),
                            Layout.Column.optional("side", "Loại hình", "Loại hình tổ chức"),
                            Layout.Column.optional(
                                    "commune", "Mã xã/phường", "Mã xã", "Mã đơn vị hành chính")));

    private static final int NAME = 200;

    private static final Map<String, UnitKind> KINDS =
            Map.ofEntries(
                    Map.entry("dang bo tinh", UnitKind.PROVINCE),
                    Map.entry("dang bo thanh pho", UnitKind.PROVINCE),
                    Map.entry("dang bo tinh thanh pho", UnitKind.PROVINCE),
                    Map.entry("dang bo xa phuong", UnitKind.COMMUNE),
                    Map.entry("dang bo xa phuong dac khu", UnitKind.COMMUNE),
                    Map.entry("dang bo xa", UnitKind.COMMUNE),
                    Map.entry("dang bo phuong", UnitKind.COMMUNE),
                    Map.entry("dang bo dac khu", UnitKind.COMMUNE),
                    Map.entry("dang bo co so", UnitKind.GRASSROOTS),
                    Map.entry("dang bo bo phan", UnitKind.SECTION),
                    Map.entry("chi bo", UnitKind.CELL),
                    Map.entry("chi bo co so", UnitKind.CELL),
                    Map.entry("chi bo truc thuoc", UnitKind.CELL),
                    Map.entry("to dang", UnitKind.GROUP));

    private static final Map<String, UnitSide> SIDES =
            Map.ofEntries(
                    Map.entry("khu dan cu", UnitSide.RESIDENCE),
                    Map.entry("noi cu tru", UnitSide.RESIDENCE),
                    Map.entry("co quan don vi doanh nghiep", UnitSide.WORKPLACE),
                    Map.entry("co quan don vi", UnitSide.WORKPLACE),
                    Map.entry("co quan", UnitSide.WORKPLACE),
                    Map.entry("don vi", UnitSide.WORKPLACE),
                    Map.entry("don vi su nghiep", UnitSide.WORKPLACE),
                    Map.entry("doanh nghiep", UnitSide.WORKPLACE),
                    Map.entry("luc luong vu trang", UnitSide.WORKPLACE),
                    Map.entry("noi cong tac", UnitSide.WORKPLACE),
                    Map.entry("cap uy cap tinh", UnitSide.SUPERIOR),
                    Map.entry("cap uy cap tren", UnitSide.SUPERIOR));

    /**
     * Reads a row; empty when it is faulty.
     *
     * @param faults takes the key of the column and the sentence
     */
    static Optional<OrganisationImportRow> read(
            Headings headings, SheetRow row, BiConsumer<String, String> faults) {
        Reader reader = new Reader(headings, row, faults);
        String code = reader.code("code");
        String name = reader.text("name");
        UnitKind kind = reader.kind();
        UnitSide side = reader.side();
        String parent = reader.code("parent");
        String commune = reader.commune();
        if (!reader.failed("code") && code == null) {
            reader.fault("code", "Thiếu mã tổ chức đảng.");
        }
        if (!reader.failed("name") && name == null) {
            reader.fault("name", "Thiếu tên tổ chức đảng.");
        }
        if (!reader.failed && parent == null && kind != UnitKind.PROVINCE) {
            reader.fault(
                    "parent",
                    "Thiếu mã tổ chức cấp trên. Chỉ đảng bộ tỉnh, thành phố để trống ô này.");
        }
        if (reader.failed || code == null || name == null || kind == null) {
            return Optional.empty();
        }
        return Optional.of(
                new OrganisationImportRow(row.number(), code, name, kind, side, parent, commune));
    }

    /** How codes are compared: letters and digits only, so that dots do not count. */
    static String bare(String code) {
        return code.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }

    /** 99101001000001 becomes 99.101.001.000.001; other codes stay as typed. */
    static String dotted(String code) {
        String digits = code.replaceAll("[. ]", "");
        return digits.matches("\\d{14}")
                ? digits.replaceFirst("(..)(...)(...)(...)(...)", "$1.$2.$3.$4.$5")
                : code;
    }

    private static final class Reader {
        private final Headings headings;
        private final SheetRow row;
        private final BiConsumer<String, String> faults;
        private final java.util.Set<String> failedAt = new java.util.HashSet<>();
        private boolean failed;

        Reader(Headings headings, SheetRow row, BiConsumer<String, String> faults) {
            this.headings = headings;
            this.row = row;
            this.faults = faults;
        }

        void fault(String column, String sentence) {
            failed = true;
            failedAt.add(column);
            faults.accept(column, sentence);
        }

        boolean failed(String column) {
            return failedAt.contains(column);
        }

        @Nullable String text(String column) {
            SheetCell cell = row.cell(headings.place(column));
            String refused = cell.refusal();
            if (refused != null) {
                fault(column, refused);
                return null;
            }
            String text = Texts.clean(cell.shown());
            if (text.length() > NAME) {
                fault(column, "Ô này dài hơn " + NAME + " chữ. Viết gọn lại.");
                return null;
            }
            return text.isEmpty() ? null : text;
        }

        @Nullable String code(String column) {
            String typed = text(column);
            if (typed == null) {
                return null;
            }
            String code = dotted(typed);
            if (!code.matches("[0-9A-Za-z][0-9A-Za-z./-]{0,39}")) {
                fault(
                        column,
                        "Mã “"
                                + typed
                                + "” không đúng: mã chỉ có chữ số và dấu chấm, ví dụ"
                                + " 99.101.001.000.001.");
                return null;
            }
            return code;
        }

        @Nullable UnitKind kind() {
            String typed = text("kind");
            if (typed == null) {
                if (!failed("kind")) {
                    fault("kind", "Thiếu loại tổ chức, ví dụ: Chi bộ.");
                }
                return null;
            }
            UnitKind kind = KINDS.get(words(typed));
            if (kind == null) {
                fault(
                        "kind",
                        "Chưa biết loại “"
                                + typed
                                + "”. Ghi một trong các loại: Đảng bộ tỉnh; Đảng bộ xã, phường;"
                                + " Đảng bộ cơ sở; Đảng bộ bộ phận; Chi bộ; Tổ đảng.");
            }
            return kind;
        }

        @Nullable UnitSide side() {
            String typed = text("side");
            if (typed == null) {
                return null;
            }
            UnitSide side = SIDES.get(words(typed));
            if (side == null) {
                fault(
                        "side",
                        "Chưa biết loại hình “"
                                + typed
                                + "”. Ghi: Khu dân cư; hoặc Cơ quan, đơn vị, doanh nghiệp.");
            }
            return side;
        }

        @Nullable String commune() {
            String typed = text("commune");
            if (typed == null) {
                return null;
            }
            String digits =
                    typed.matches("\\d{1,4}") ? "0".repeat(5 - typed.length()) + typed : typed;
            if (!digits.matches("\\d{5}")) {
                fault("commune", "Mã xã/phường “" + typed + "” không đúng: mã có năm chữ số.");
                return null;
            }
            return digits;
        }

        private static String words(String typed) {
            return Texts.folded(typed).replaceAll("[^a-z0-9]+", " ").strip();
        }
    }
}
