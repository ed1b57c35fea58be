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

    private final Headings headings;
    private final Rows rows;
    private final Deque<SheetRow> ahead;
    private final List<String> remarks;
    private final String id;
    private final @Nullable Clean clean;
    private final boolean sections;
    private long read;

    private Table(
            Headings headings,
            Rows rows,
            Deque<SheetRow> ahead,
            List<String> remarks,
            String id,
            @Nullable Clean clean) {
        this.headings = headings;
        this.rows = rows;
        this.ahead = ahead;
        this.remarks = remarks;
        this.id = id;
        this.clean = clean;
        this.sections =
                !headings.titles().isEmpty()
                        && headings.titles().getLast().equals(Headings.SECTION);
    }

    /**
     * Opens an .xlsx, .xls or .csv file, told from its bytes, at the first visible sheet that has
     * the headings of one of the layouts.
     *
     * @throws Problems when it is another kind of file, empty, protected, broken, larger than any
     *     list, lacks required columns, or has letters that nobody but a reader can tell
     */
    public static Table open(byte[] file, List<Layout> layouts) {
        Table table = look(file, layouts);
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
     * somebody is to be asked.
     *
     * @throws Problems when nothing can be read at all
     */
    public static Table look(byte[] file, List<Layout> layouts) {
        try {
            Source source = Source.of(file);
            Table best = null;
            for (int i = 0; i < Math.min(source.sheets(), SHEETS); i++) {
                Table table = look(source.sheet(i), source, layouts);
                if (table == null) {
                    continue;
                }
                if (best != null && rank(table) <= rank(best)) {
                    table.close();
                    continue;
                }
                if (best != null) {
                    best.close();
                }
                best = table;
                if (table.headings.trouble() == null && table.headings.row() > 0) {
                    break;
                }
            }
            if (best == null) {
                throw Trouble.with("Bảng trong tệp không có dòng nào. Chọn lại tệp cần nhập.");
            }
            return best;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int rank(Table table) {
        return table.headings.places().size()
                + (table.headings.complete() ? 1_000 : 0)
                + (table.headings.row() > 0 ? 100 : 0);
    }

    /** A table whose rows come from elsewhere, such as a {@link Packed} one. */
    static Table of(Headings headings, Rows rows) {
        return new Table(headings, rows, new ArrayDeque<>(), List.of(), "", null);
    }

    public Headings headings() {
        return headings;
    }

    /**
     * What is worth telling about the file: macros that are not run, links that are not followed.
     */
    public List<String> remarks() {
        return remarks;
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
            while (true) {
                SheetRow row = ahead.isEmpty() ? rows.next() : ahead.poll();
                if (row == null) {
                    return null;
                }
                count(row);
                if (clean == null) {
                    return row;
                }
                if (clean.isData(HeadingFinder.read(row, headings.letters()))) {
                    return sections ? clean.withSection(row) : row;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Table look(Sheet sheet, Source source, List<Layout> layouts)
            throws IOException {
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
        Headings headings = withSections(found.headings(), first);
        return new Table(
                headings, sheet.rows(), first, source.remarks(), source.id(), new Clean(headings));
    }

    /** With a column more where some of the first rows only begin a section. */
    private static Headings withSections(Headings headings, Deque<SheetRow> first) {
        Clean trial = new Clean(headings);
        boolean sections = false;
        for (SheetRow row : first) {
            sections |= trial.begins(HeadingFinder.read(row, headings.letters()));
        }
        if (!sections) {
            return headings;
        }
        List<String> titles = new ArrayList<>(headings.titles());
        titles.add(Headings.SECTION);
        return new Headings(
                headings.layout(),
                headings.row(),
                titles,
                headings.places(),
                headings.reasons(),
                headings.letters(),
                headings.above(),
                headings.head(),
                headings.sure());
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
