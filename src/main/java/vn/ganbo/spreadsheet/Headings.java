package vn.ganbo.spreadsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;

/**
 * Which column of a sheet is which column of the layout.
 *
 * @param layout the layout that fits
 * @param row the row of the headings
 * @param titles the headings as they stand in the file, from column A on
 * @param places key of the layout's column to column of the sheet, from 0
 */
public record Headings(Layout layout, int row, List<String> titles, Map<String, Integer> places) {
    public Headings {
        titles = List.copyOf(titles);
        places = Map.copyOf(places);
    }

    /** The sheet's column, from 0, or -1 where the table has none. */
    public int place(String key) {
        return places.getOrDefault(key, -1);
    }

    /**
     * The sheet's column of a fault, from 0, by the layout's title; -1 where the table has none.
     */
    public int placeOfTitle(String title) {
        return layout.columns().stream()
                .filter(column -> column.title().equals(title))
                .mapToInt(column -> place(column.key()))
                .findFirst()
                .orElse(-1);
    }

    /** Headings that no column of the layout answers to; they are not read. */
    public List<String> unknown() {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            if (!titles.get(i).isBlank() && !places.containsValue(i)) {
                out.add(titles.get(i));
            }
        }
        return out;
    }

    /** Titles of optional columns that the table does not have. */
    public List<String> missing() {
        return layout.columns().stream()
                .filter(column -> !places.containsKey(column.key()))
                .map(Layout.Column::title)
                .toList();
    }

    /** How the row fits the layout best suited to it; empty when fewer than two headings fit. */
    static Optional<Headings> of(SheetRow row, List<Layout> layouts) {
        Headings best = null;
        for (Layout layout : layouts) {
            Headings tried = match(row, layout);
            if (tried.places.size() >= 2 && (best == null || tried.score() > best.score())) {
                best = tried;
            }
        }
        if (best != null && best.complete()) {
            best.refuseTwice();
        }
        return Optional.ofNullable(best);
    }

    /** Whether all required columns are there. */
    boolean complete() {
        return layout.columns().stream()
                .allMatch(column -> !column.required() || places.containsKey(column.key()));
    }

    /** What to say when required columns are missing. */
    Problems incomplete() {
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

    private int score() {
        return places.size() + (complete() ? 1_000 : 0);
    }

    private static Headings match(SheetRow row, Layout layout) {
        Map<String, String> keys = new HashMap<>();
        for (Layout.Column column : layout.columns()) {
            keys.put(bare(column.title()), column.key());
            column.alsoCalled().forEach(name -> keys.putIfAbsent(bare(name), column.key()));
        }
        Map<String, Integer> places = new HashMap<>();
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            SheetCell cell = row.cells().get(i);
            titles.add(cell.kind() == SheetCell.Kind.TEXT ? Texts.clean(cell.text()) : "");
            String key = keys.get(bare(titles.getLast()));
            if (key != null) {
                places.putIfAbsent(key, i);
            }
        }
        return new Headings(layout, row.number(), titles, places);
    }

    /** Of two columns with the same heading nobody can tell which one counts. */
    private void refuseTwice() {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            Integer first = seen.putIfAbsent(bare(titles.get(i)), i);
            if (first != null && places.containsValue(first)) {
                throw twice(titles.get(i), first, i);
            }
        }
    }

    private static Problems twice(String title, int first, int second) {
        return Trouble.with(
                "Cột “"
                        + title
                        + "” có hai lần, ở cột "
                        + letters(first)
                        + " và cột "
                        + letters(second)
                        + ". Bỏ một cột rồi gửi lại.");
    }

    /** Letters and digits only, without diacritics and case: "Mã xã/phường (*)" is ma xa phuong. */
    static String bare(String title) {
        return Texts.folded(title).replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** A for 0, Z for 25, AA for 26. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    private static String cut(String title) {
        return title.length() <= 40 ? title : title.substring(0, 40) + "…";
    }
}
