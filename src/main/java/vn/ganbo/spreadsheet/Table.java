package vn.ganbo.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Problems;

/**
 * Bảng: the rows under the headings of one sheet, read one after the other. A file that cannot be
 * read is refused with {@link Problems} on the field {@code file}; what it holds never fills the
 * memory.
 */
public final class Table implements Closeable {
    /** Rows that are looked at before the first is given: headings, and what the columns hold. */
    private static final int AHEAD = 300;

    /** Sheets that are looked through. */
    private static final int SHEETS = 20;

    private static final int FEW_NAMES = 8;

    private final Headings headings;
    private final List<Part> parts;
    private final List<String> begins = new ArrayList<>();
    private final List<String> remarks;
    private final String id;
    private final int sheet;
    private final int section;
    private int at;
    private int begun = -1;
    private int before;
    private long read;

    private Table(Headings headings, List<Part> parts, List<String> remarks, String id) {
        this.headings = headings;
        this.parts = parts;
        this.remarks = remarks;
        this.id = id;
        this.sheet = headings.titles().indexOf(Headings.SHEET);
        this.section = headings.titles().indexOf(Headings.SECTION);
    }

    /**
     * Opens an .xlsx, .xls or .csv file, told from its bytes, at the first visible sheet that has
     * the headings of one of the layouts.
     *
     * @throws Problems when it is another kind of file, empty, protected, broken, larger than any
     *     list, lacks required columns, or has letters that nobody but a reader can tell
     */
    public static Table open(byte[] file, List<Layout> layouts) {
        Table table = look(file, layouts, false);
        Problems trouble = table.headings.trouble();
        if (table.headings.row() == 0) {
            trouble = noHeadings(layouts);
        }
        if (trouble != null) {
            table.close();
            throw trouble;
        }
        return table;
    }

    /**
     * Opens a file of any shape: where headings are missing or doubtful the table says so, and
     * somebody is to be asked. Sheets with the very same headings are read one after the other.
     *
     * @throws Problems when nothing can be read at all
     */
    public static Table look(byte[] file, List<Layout> layouts) {
        return look(file, layouts, true);
    }

    private static Table look(byte[] file, List<Layout> layouts, boolean join) {
        try {
            Source source = Source.of(file);
            List<Part> sheets = new ArrayList<>();
            List<String> remarks = new ArrayList<>(source.remarks());
            for (int i = 0; i < Math.min(source.sheets(), SHEETS); i++) {
                try {
                    Part sheet = part(source.sheet(i), layouts);
                    if (sheet != null) {
                        sheets.add(sheet);
                    }
                } catch (Problems e) {
                    if (sheets.isEmpty()) {
                        throw e;
                    }
                    remarks.add("Trang tính thứ " + (i + 1) + " không đọc được, nên bỏ qua.");
                }
            }
            if (sheets.isEmpty()) {
                throw Trouble.with("Bảng trong tệp không có dòng nào. Chọn lại tệp cần nhập.");
            }
            return of(sheets, remarks, source.id(), join && source.id().isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The best of the sheets, with those that are like it, or with a word about them. */
    private static Table of(List<Part> sheets, List<String> remarks, String id, boolean join)
            throws IOException {
        Part best = sheets.getFirst();
        for (Part sheet : sheets) {
            best = rank(sheet.headings()) > rank(best.headings()) ? sheet : best;
        }
        List<Part> taken = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Part sheet : sheets) {
            if (sheet == best || (join && sheet.headings().isLike(best.headings()))) {
                taken.add(sheet);
            } else {
                if (sheet.headings().row() > 0 && sheet.headings().complete()) {
                    left.add(sheet.name());
                }
                sheet.close();
            }
        }
        if (!left.isEmpty()) {
            remarks.add(
                    "Chỉ đọc trang tính "
                            + names(taken.stream().map(Part::name).toList())
                            + ". Không đọc "
                            + names(left)
                            + (join ? ", vì tiêu đề ở đó khác" : "")
                            + "; muốn nhập thì lưu riêng thành một tệp rồi gửi tiếp.");
        }
        return new Table(headings(taken), taken, remarks, id);
    }

    private static String names(List<String> sheets) {
        String more =
                sheets.size() > FEW_NAMES
                        ? " và " + (sheets.size() - FEW_NAMES) + " trang nữa"
                        : "";
        return sheets.stream()
                        .limit(FEW_NAMES)
                        .map(name -> "“" + name + "”")
                        .collect(Collectors.joining(", "))
                + more;
    }

    /**
     * The headings of sheets that are alike, with a column for the sheet and one for the section
     * where there are some.
     */
    private static Headings headings(List<Part> parts) {
        Headings out = parts.getFirst().headings();
        if (parts.size() > 1) {
            out = out.withColumn(Headings.SHEET).unsure();
        }
        if (parts.stream().anyMatch(Part::hasSections)) {
            out = out.withColumn(Headings.SECTION);
        }
        return out;
    }

    private static int rank(Headings headings) {
        if (headings.row() > 0 && headings.trouble() == null) {
            return Integer.MAX_VALUE;
        }
        return headings.places().size()
                + (headings.complete() ? 1_000 : 0)
                + (headings.row() > 0 ? 100 : 0);
    }

    /** A table whose rows come from elsewhere, such as a {@link Packed} one. */
    static Table of(Headings headings, Rows rows) {
        return new Table(headings, List.of(Part.of(headings, rows)), List.of(), "");
    }

    public Headings headings() {
        return headings;
    }

    /**
     * What is worth telling about the file: macros that are not run, links that are not followed,
     * and of what was read so far, hidden rows and where each sheet begins.
     */
    public List<String> remarks() {
        List<String> out = new ArrayList<>(remarks);
        if (begins.size() > 1) {
            out.add(
                    "Đọc liền nhau "
                            + begins.size()
                            + " trang tính có cùng tiêu đề, số dòng đếm tiếp: "
                            + begins.stream().limit(FEW_NAMES).collect(Collectors.joining(", "))
                            + (begins.size() > FEW_NAMES ? "…" : ".")
                            + " Trang nào không cần thì bỏ chọn ở bước ghép cột.");
        }
        int hidden = parts.stream().mapToInt(Part::hidden).sum();
        if (hidden > 0) {
            out.add(
                    "Tệp có "
                            + hidden
                            + " dòng đang ẩn (bị ẩn hoặc bị lọc); các dòng ấy cũng được đọc. Không"
                            + " cần thì xóa hẳn trong tệp rồi gửi lại.");
        }
        return out;
    }

    /** The sheets that were read one after the other; one or none where there is no choice. */
    public List<String> sheets() {
        return parts.size() < 2 ? List.of() : parts.stream().map(Part::name).toList();
    }

    /** The list whose faults were given back in this workbook; empty for other files. */
    public String id() {
        return id;
    }

    /** The next row of data with its letters as they read, or null at the end. */
    public @Nullable SheetRow next() {
        SheetRow row = nextAsWritten();
        return row == null ? null : HeadingFinder.read(row, headings.letters());
    }

    /** The next row of data with its letters as they stand in the file, or null at the end. */
    public @Nullable SheetRow nextAsWritten() {
        try {
            while (at < parts.size()) {
                Part part = parts.get(at);
                SheetRow row = part.next();
                if (row == null) {
                    before += part.last();
                    at++;
                } else {
                    count(row);
                    return whole(part, row);
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row with its place in the whole table, its sheet and its section. */
    private SheetRow whole(Part part, SheetRow row) {
        int own = part.headings().titles().size();
        int more = headings.titles().size() - own;
        if (more == 0) {
            return row;
        }
        if (at != begun) {
            begun = at;
            begins.add("“" + part.name() + "” từ dòng " + (before + row.number()));
        }
        List<SheetCell> cells =
                new ArrayList<>(row.cells().subList(0, Math.min(own, row.cells().size())));
        while (cells.size() < own) {
            cells.add(SheetCell.EMPTY);
        }
        if (sheet >= 0) {
            cells.add(SheetCell.text(part.name()));
        }
        if (section >= 0) {
            cells.add(SheetCell.text(part.section()));
        }
        return new SheetRow(before + row.number(), cells);
    }

    private void count(SheetRow row) {
        row.cells().forEach(cell -> read += cell.text().length());
        if (read > Limits.TEXT) {
            throw Trouble.tooMuch();
        }
    }

    @Override
    public void close() {
        try {
            for (Part part : parts) {
                part.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sheet with its headings, or null when nothing stands on it. */
    private static @Nullable Part part(Sheet sheet, List<Layout> layouts) throws IOException {
        Deque<SheetRow> first = new ArrayDeque<>();
        for (SheetRow row = sheet.rows().next(); row != null; row = sheet.rows().next()) {
            first.add(row);
            if (first.size() == AHEAD) {
                break;
            }
        }
        if (first.isEmpty()) {
            sheet.rows().close();
            return null;
        }
        HeadingFinder finder = new HeadingFinder(List.copyOf(first), layouts, sheet);
        HeadingFinder.Found found = finder.find();
        if (found == null) {
            found = finder.withoutHeadings();
        }
        for (int i = 0; i < found.before(); i++) {
            first.poll();
        }
        return new Part(
                sheet.name(), found.headings(), sheet.rows(), first, new Merged(sheet.merged()));
    }

    private static Problems noHeadings(List<Layout> layouts) {
        return Trouble.with(
                "Không tìm thấy dòng tiêu đề trong "
                        + HeadingFinder.HEAD
                        + " dòng đầu. "
                        + layouts.stream().map(Table::asked).collect(Collectors.joining(" "))
                        + " Sửa tiêu đề rồi gửi lại.");
    }

    private static String asked(Layout layout) {
        return "Với "
                + layout.name()
                + " cần các cột "
                + layout.columns().stream()
                        .filter(Layout.Column::required)
                        .map(column -> "“" + column.title() + "”")
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
