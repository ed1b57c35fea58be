package vn.ganbo.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;

/**
 * Which column of a sheet is which column of the layout, why, and how its letters are read.
 *
 * @param layout the layout that fits
 * @param row the last row of the headings; 0 where the table has none
 * @param titles the headings from column A on; those of two rows as "Giấy giới thiệu / Số"
 * @param places key of the layout's column to column of the sheet, from 0
 * @param reasons key of the layout's column to why that column was taken
 * @param letters how each column is read, from column A on; beyond the last as Unicode
 * @param above what stands above the headings, such as the committee's name and the year
 * @param head the rows down to the last one of the headings, as they stand in the file
 * @param sure whether nobody need be asked
 */
public record Headings(
        Layout layout,
        int row,
        List<String> titles,
        Map<String, Integer> places,
        Map<String, String> reasons,
        List<Letters> letters,
        List<String> above,
        List<SheetRow> head,
        boolean sure) {

    /** Title of the column that repeats for each row the section in which it stands. */
    public static final String SECTION = "Mục (dòng chia nhóm)";

    /** Title of the column that says for each row on which sheet it stands. */
    public static final String SHEET = "Trang tính";

    private static final String SAID = "Đã chọn bằng tay";

    public Headings {
        titles = List.copyOf(titles);
        places = Map.copyOf(places);
        reasons = Map.copyOf(reasons);
        letters = List.copyOf(letters);
        above = List.copyOf(above);
        head = List.copyOf(head);
    }

    /** The sheet's column, from 0, or -1 where the table has none. */
    public int place(String key) {
        return places.getOrDefault(key, -1);
    }

    /** The heading as the sheet has it; the layout's where the table has no such column. */
    public String title(String key) {
        int place = place(key);
        String own = place >= 0 && place < titles.size() ? titles.get(place) : "";
        return own.isBlank() ? layout.title(key) : own;
    }

    /** The sheet's column of a fault, from 0, by its title; -1 where the table has none. */
    public int placeOfTitle(String title) {
        return layout.columns().stream()
                .filter(column -> title(column.key()).equals(title) || column.title().equals(title))
                .mapToInt(column -> place(column.key()))
                .findFirst()
                .orElse(-1);
    }

    /** Headings that no column of the layout answers to; they are not read. */
    public List<String> unknown() {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            boolean own = titles.get(i).equals(SECTION) || titles.get(i).equals(SHEET);
            if (!titles.get(i).isBlank() && !own && !places.containsValue(i)) {
                out.add(titles.get(i));
            }
        }
        return out;
    }

    /** Titles of columns of the layout that the table does not have. */
    public List<String> missing() {
        Set<String> told =
                layout.columns().stream()
                        .filter(column -> places.containsKey(column.key()))
                        .flatMap(column -> column.tells().stream())
                        .collect(Collectors.toSet());
        return layout.columns().stream()
                .filter(column -> !column.variant() && !places.containsKey(column.key()))
                .filter(column -> !told.contains(column.key()))
                .map(Layout.Column::title)
                .toList();
    }

    /** How a column of the sheet, from 0, is read. */
    public Letters letters(int column) {
        return column < letters.size() ? letters.get(column) : Letters.UNICODE;
    }

    /** The same table with a column more, whose cells the table writes itself. */
    Headings withColumn(String title) {
        List<String> more = new ArrayList<>(titles);
        more.add(title);
        return new Headings(layout, row, more, places, reasons, letters, above, head, sure);
    }

    /** The same table, about which somebody is to be asked. */
    Headings unsure() {
        return new Headings(layout, row, titles, places, reasons, letters, above, head, false);
    }

    /** Whether a title is one that the table writes itself, and the sheet does not have it. */
    public boolean isOwn(int column) {
        String title = titles.get(column);
        return (title.equals(SECTION) || title.equals(SHEET))
                && (head.isEmpty() || !head.getLast().cell(column).text().equals(title));
    }

    /** Whether other rows stand under the very same headings. */
    boolean isLike(Headings other) {
        return row > 0
                && other.row > 0
                && layout.equals(other.layout)
                && shape().equals(other.shape())
                && letters.equals(other.letters);
    }

    /** The row with its letters as they read. */
    public SheetRow read(SheetRow row) {
        return HeadingFinder.read(row, letters);
    }

    /** The same table once its rows have been read into Unicode. */
    public Headings inUnicode() {
        List<SheetRow> read = head.stream().map(this::read).toList();
        return new Headings(layout, row, titles, places, reasons, List.of(), above, read, sure);
    }

    /** Whether a column was written before Unicode. */
    public boolean hasOldLetters() {
        return letters.stream().anyMatch(l -> l != Letters.UNICODE);
    }

    /** The same table with the columns as somebody has said. */
    public Headings with(Layout chosen, Map<String, Integer> said, List<Letters> read) {
        Map<String, String> why = new HashMap<>();
        said.forEach((key, place) ->
                why.put(key, place(key) == place ? reasons.getOrDefault(key, SAID) : SAID));
        return new Headings(chosen, row, titles, said, why, read, above, head, true);
    }

    /** What identifies lists of this shape: the headings as they stand. */
    public String shape() {
        return titles.stream().map(Headings::bare).collect(Collectors.joining("|"));
    }

    /**
     * The columns as another layout would have them.
     *
     * @param first some of the rows, as they read
     */
    public Headings proposedFor(Layout other, List<SheetRow> first) {
        return HeadingFinder.propose(this, other, first);
    }

    /** Whether all required columns are there. */
    public boolean complete() {
        return layout.columns().stream()
                .allMatch(column -> !column.required() || places.containsKey(column.key()));
    }

    /** Why the table cannot be read without asking somebody; null when it can. */
    @Nullable Problems trouble() {
        if (letters.contains(Letters.UNKNOWN)) {
            return Trouble.with(
                    "Không chắc chữ trong tệp viết theo bảng mã nào. Mở danh sách bằng Excel, chọn Lưu"
                            + " thành, kiểu CSV UTF-8 hoặc .xlsx, rồi gửi lại.");
        }
        return complete() ? twice() : incomplete();
    }

    private Problems incomplete() {
        String missing =
                layout.columns().stream()
                        .filter(column -> column.required() && !places.containsKey(column.key()))
                        .map(column -> "“" + column.title() + "”")
                        .collect(Collectors.joining(", "));
        String unknown =
                unknown().stream()
                        .limit(8)
                        .map(title -> "“" + cut(title) + "”")
                        .collect(Collectors.joining(", "));
        return Trouble.with(
                "Dòng tiêu đề (dòng "
                        + row
                        + ") của "
                        + layout.name()
                        + " thiếu cột "
                        + missing
                        + "."
                        + (unknown.isEmpty() ? "" : " Các cột chưa nhận ra: " + unknown + ".")
                        + " Thêm cột hoặc sửa lại tiêu đề rồi gửi lại.");
    }

    /** Of two columns with the same heading nobody can tell which one counts. */
    private @Nullable Problems twice() {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            Integer first = seen.putIfAbsent(bare(titles.get(i)), i);
            if (first != null && !titles.get(i).isBlank() && places.containsValue(first)) {
                return Trouble.with(
                        "Cột “"
                                + titles.get(i)
                                + "” có hai lần, ở cột "
                                + letters(first.intValue(), "")
                                + " và cột "
                                + letters(i, "")
                                + ". Bỏ một cột rồi gửi lại.");
            }
        }
        return null;
    }

    /** Letters and digits only, without case: Năm and Nam are two words. */
    static String marked(String title) {
        return Texts.clean(title)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** Letters and digits only, without diacritics and case: "Mã xã/phường (*)" is ma xa phuong. */
    static String bare(String title) {
        return Texts.folded(title).replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** A for 0, Z for 25, AA for 26. */
    public static String column(int column) {
        return letters(column, "");
    }

    private static String letters(int column, String after) {
        String all = (char) ('A' + column % 26) + after;
        return column < 26 ? all : letters(column / 26 - 1, all);
    }

    private static String cut(String title) {
        return title.length() <= 40 ? title : title.substring(0, 40) + "…";
    }
}
