package vn.ganbo.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.SheetCell;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;

/** One row of a list of codes, as our own export writes it and as the portal's lists may. */
record PortalRow(
        int row,
        String number,
        String issuer,
        @Nullable LocalDate onDay,
        String fullName,
        String code) {
    static final Layout LAYOUT =
            new Layout(
                    "portal-codes",
                    "danh sách mã hồ sơ trên Cổng",
                    List.of(
                            Layout.Column.required(
                                    "code",
                                    "Mã hồ sơ trên Cổng",
                                    "Mã hồ sơ",
                                    "Mã số hồ sơ",
                                    "Số hồ sơ",
                                    "Mã hồ sơ trên Cổng dịch vụ công"),
                            Layout.Column.optional(
                                    "number",
                                    "Số văn bản",
                                    "Số",
                                    "Số giấy",
                                    "Số phiếu",
                                    "Số ký hiệu"),
                            Layout.Column.optional(
                                    "issuer",
                                    "Nơi ban hành",
                                    "Cơ quan ban hành",
                                    "Nơi gửi",
                                    "Đơn vị ban hành"),
                            Layout.Column.optional("on", "Ngày", "Ngày văn bản", "Ngày ban hành"),
                            Layout.Column.optional(
                                    "name", "Họ và tên", "Họ tên", "Đảng viên", "Người nộp")));

    /** More than any office has of one procedure. */
    private static final int MOST = 20_000;

    /** All rows. Throws {@link Problems} on the field file when the list cannot be read. */
    static List<PortalRow> read(byte[] file) {
        List<PortalRow> rows = new ArrayList<>();
        try (Table table = Table.open(file, List.of(LAYOUT))) {
            Headings headings = table.headings();
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                if (rows.size() == MOST) {
                    throw Problems.of(
                            "file",
                            "Danh sách dài quá %s dòng. Chia làm nhiều tệp rồi gửi từng tệp."
                                    .formatted(Show.number(MOST)));
                }
                SheetCell on = row.cell(headings.place("on"));
                rows.add(
                        new PortalRow(
                                row.number(),
                                text(headings, row, "number"),
                                text(headings, row, "issuer"),
                                on.day(),
                                text(headings, row, "name"),
                                text(headings, row, "code")));
            }
        }
        return rows;
    }

    private static String text(Headings headings, SheetRow row, String key) {
        return Texts.clean(row.cell(headings.place(key)).text());
    }

    /** Letters and figures without their clothes: what two spellings of a number have in common. */
    static String key(String text) {
        return text.strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** An issuer by the name of the organisation or of its committee. */
    static String issuerKey(String name) {
        return Texts.folded(Show.committee(name)).strip();
    }
}
