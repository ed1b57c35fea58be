package vn.ganbo.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Problems;

/**
 * Bảng: the rows under the headings of one sheet, read one after the other. A file that cannot be
 * read is refused with {@link Problems} on the field {@code file}; what it holds never fills the
 * memory.
 */
public final class Table implements Closeable {
    /** Headings are looked for in this many rows, below a letter head and a title. */
    private static final int HEAD = 40;

    /** Sheets that are looked through. */
    private static final int SHEETS = 20;

    private final Headings headings;
    private final Rows rows;
    private long read;

    private Table(Headings headings, Rows rows) {
        this.headings = headings;
        this.rows = rows;
    }

    /**
     * Opens an .xlsx or .csv file, told from its bytes, at the first visible sheet that has the
     * headings of one of the layouts.
     *
     * @throws Problems when it is another kind of file, empty, protected, broken, larger than any
     *     list, or lacks required columns
     */
    public static Table open(byte[] file, List<Layout> layouts) {
        try {
            if (FileKind.of(file) == FileKind.TEXT) {
                return require(List.of(look(new CsvRows(file), layouts)), layouts);
            }
            XlsxBook book = new XlsxBook(file);
            List<Found> tried = new ArrayList<>();
            for (int i = 0; i < Math.min(book.sheets(), SHEETS); i++) {
                Found found = look(book.open(i), layouts);
                tried.add(found);
                if (found.headings != null && found.headings.complete()) {
                    break;
                }
            }
            return require(tried, layouts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table whose rows come from elsewhere, such as a {@link Packed} one. */
    static Table of(Headings headings, Rows rows) {
        return new Table(headings, rows);
    }

    public Headings headings() {
        return headings;
    }

    /** The next row that is not blank, or null at the end. */
    public @Nullable SheetRow next() {
        try {
            SheetRow row = rows.next();
            if (row != null) {
                row.cells().forEach(cell -> read += cell.text().length());
            }
            if (read > Limits.TEXT) {
                throw Trouble.tooMuch();
            }
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private record Found(@Nullable Headings headings, Rows rows, boolean blank) {}

    private static Found look(Rows rows, List<Layout> layouts) throws IOException {
        Headings best = null;
        boolean blank = true;
        for (int i = 0; i < HEAD; i++) {
            SheetRow row = rows.next();
            if (row == null) {
                break;
            }
            blank = false;
            Optional<Headings> match = Headings.of(row, layouts);
            if (match.isPresent() && match.get().complete()) {
                return new Found(match.get(), rows, false);
            }
            if (match.isPresent()
                    && (best == null || match.get().places().size() > best.places().size())) {
                best = match.get();
            }
        }
        return new Found(best, rows, blank);
    }

    private static Table require(List<Found> tried, List<Layout> layouts) throws IOException {
        Found last = tried.getLast();
        for (Found found : tried.subList(0, tried.size() - 1)) {
            found.rows.close();
        }
        if (last.headings != null && last.headings.complete()) {
            return new Table(last.headings, last.rows);
        }
        last.rows.close();
        if (tried.stream().allMatch(Found::blank)) {
            throw Trouble.with("Bảng trong tệp không có dòng nào. Chọn lại tệp cần nhập.");
        }
        for (Found found : tried) {
            if (found.headings != null) {
                throw found.headings.incomplete();
            }
        }
        throw Trouble.with(
                "Không tìm thấy dòng tiêu đề trong "
                        + HEAD
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
