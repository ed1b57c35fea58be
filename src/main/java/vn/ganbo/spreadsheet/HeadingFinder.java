package vn.ganbo.spreadsheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Texts;

/**
 * Finds the headings in the first rows of a sheet, below a letter head and titles, in one row or in
 * up to three with merged cells, and says which column is which: by heading first, and by what the
 * cells hold where the headings say nothing.
 */
final class HeadingFinder {
    /** Headings are looked for in this many rows. */
    static final int HEAD = 150;

    private static final int MOST_HEADING_ROWS = 3;
    private static final int LONGEST = 300;
    private static final int FEW = 3;

    /** Shorter names stand in too many headings to mean anything there. */
    private static final int SHORTEST_NEAR = 4;

    private static final int SHORTEST_IN_ANY_ORDER = 8;
    private static final int MOST_MORE_WORDS = 2;

    private static final Pattern DAY = Pattern.compile("\\b(ngay|thang|nam)\\b");

    private static final int EXACT = 10;
    private static final int NEAR = 6;
    private static final int SEEN = 3;

    private final List<SheetRow> asWritten;
    private final List<SheetRow> rows;
    private final Collection<Layout> layouts;
    private final List<Letters> letters = new ArrayList<>();

    /** What was found: headings, and how many of the first rows are no data. */
    record Found(Headings headings, int score, int before) {}

    HeadingFinder(List<SheetRow> ahead, Collection<Layout> layouts, Sheet sheet) {
        this.layouts = layouts;
        List<SheetRow> first = ahead.stream().map(HeadingFinder::brief).toList();
        tellLetters(first, sheet);
        this.asWritten = first;
        this.rows = first.stream().map(row -> read(row, letters)).toList();
    }

    /** Long texts tell nothing here, and looking at them would take long. */
    private static SheetRow brief(SheetRow row) {
        if (row.cells().stream().allMatch(cell -> cell.text().length() <= LONGEST)) {
            return row;
        }
        return new SheetRow(
                row.number(),
                row.cells().stream()
                        .map(cell ->
                                cell.text().length() <= LONGEST
                                        ? cell
                                        : new SheetCell(SheetCell.Kind.TOO_LONG, ""))
                        .toList());
    }

    /** The best of all rows and layouts, or null when no two headings fit any layout. */
    @Nullable Found find() {
        Found best = null;
        for (int i = 0; i < Math.min(rows.size(), HEAD); i++) {
            for (int more = 0; more < MOST_HEADING_ROWS && mayContinue(i, more); more++) {
                List<String> titles = titles(i, more);
                if (titles.stream().filter(t -> !t.isBlank()).count() < 2) {
                    continue;
                }
                for (Layout layout : layouts) {
                    Found found = match(layout, titles, i, i + more + 1);
                    if (found != null && (best == null || found.score > best.score)) {
                        best = found;
                    }
                }
            }
        }
        return best;
    }

    /** A proposal by what the cells hold alone, for a table without headings. */
    Found withoutHeadings() {
        Found best = null;
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            titles.add("Cột " + Headings.column(i));
        }
        for (Layout layout : layouts) {
            Matcher matcher = new Matcher(layout, titles, 0);
            matcher.byContent();
            Found found = matcher.found(0, 0);
            if (best == null || found.score > best.score) {
                best = found;
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    /** The columns of a known table as a layout would have them. */
    static Headings propose(Headings known, Layout layout, List<SheetRow> first) {
        HeadingFinder finder =
                new HeadingFinder(
                        first, List.of(layout), new Sheet("", Rows.NONE, List.of(), null, false));
        Matcher matcher = finder.new Matcher(layout, known.titles(), 0);
        matcher.byHeading();
        matcher.byContent();
        return new Headings(
                layout,
                known.row(),
                known.titles(),
                matcher.places,
                matcher.reasons,
                known.letters(),
                known.above(),
                known.head(),
                false);
    }

    private @Nullable Found match(Layout layout, List<String> titles, int first, int after) {
        Matcher matcher = new Matcher(layout, titles, after);
        matcher.byHeading();
        if (matcher.places.size() < 2
                && !(after == first + 1 && mayBeHeadings(first, matcher.places.values()))) {
            return null;
        }
        matcher.byContent();
        return matcher.found(first, after);
    }

    /**
     * Words only, none of which looks like what stands in a list; below it something does.
     *
     * @param known columns whose heading is known, even if somebody might be called so
     */
    private boolean mayBeHeadings(int at, Collection<Integer> known) {
        SheetRow row = rows.get(at);
        List<SheetCell> unknown =
                IntStream.range(0, row.cells().size())
                        .filter(column -> !known.contains(column))
                        .mapToObj(row::cell)
                        .filter(cell -> !cell.isEmpty())
                        .toList();
        return known.size() + unknown.size() >= FEW
                && at + 1 < rows.size()
                && unknown.stream()
                        .allMatch(cell ->
                                cell.kind() == SheetCell.Kind.TEXT && !Content.isTelling(cell))
                && rows.get(at + 1).cells().stream().anyMatch(Content::isTelling);
    }

    /** A row of headings goes on in the next one when that holds words only, and fewer of them. */
    private boolean mayContinue(int first, int more) {
        if (more == 0) {
            return true;
        }
        int at = first + more;
        if (at >= rows.size() || rows.get(at).number() != rows.get(at - 1).number() + 1) {
            return false;
        }
        int words = 0;
        for (SheetCell cell : rows.get(at).cells()) {
            if (!cell.isEmpty() && cell.kind() != SheetCell.Kind.TEXT) {
                return false;
            }
            if (cell.text().length() > 60 || cell.text().matches("\\(?\\d+\\)?")) {
                return false;
            }
            words += cell.isEmpty() ? 0 : 1;
        }
        return words >= 2 && (rows.get(at).cell(0).isEmpty() || rows.get(at - 1).cell(0).isEmpty());
    }

    private List<String> titles(int first, int more) {
        List<String> out = new ArrayList<>();
        int width = 0;
        for (int i = first; i <= first + more; i++) {
            width = Math.max(width, rows.get(i).cells().size());
        }
        for (int column = 0; column < width || isFilled(first + more + 1, column); column++) {
            List<String> parts = new ArrayList<>();
            for (int level = 0; level <= more; level++) {
                String own = title(rows.get(first + level).cell(column));
                boolean lower = false;
                for (int below = level + 1; below <= more; below++) {
                    lower |= !rows.get(first + below).cell(column).isEmpty();
                }
                if (own.isEmpty() && lower) {
                    own = toTheLeft(rows.get(first + level), column);
                }
                if (!own.isEmpty()) {
                    parts.add(own);
                }
            }
            out.add(String.join(" / ", parts));
        }
        return out;
    }

    /** Whether some rows from here on have something in a column without a heading. */
    private boolean isFilled(int from, int column) {
        return rows.stream()
                        .skip(from)
                        .filter(row -> !row.cell(column).isEmpty())
                        .limit(FEW)
                        .count()
                == FEW;
    }

    private static String toTheLeft(SheetRow row, int column) {
        for (int i = column - 1; i >= 0; i--) {
            String title = title(row.cell(i));
            if (!title.isEmpty()) {
                return title;
            }
        }
        return "";
    }

    private static boolean stands(String heading, String name) {
        return (" " + heading + " ").contains(" " + name + " ");
    }

    /** Some say the words of a heading in another order, and little besides. */
    private static boolean hasTheWords(String heading, String name) {
        List<String> said = new ArrayList<>(List.of(heading.split(" ")));
        List<String> meant = List.of(name.split(" "));
        return name.length() >= SHORTEST_IN_ANY_ORDER
                && said.size() <= meant.size() + MOST_MORE_WORDS
                && meant.stream().allMatch(said::remove);
    }

    private static String title(SheetCell cell) {
        return cell.kind() == SheetCell.Kind.TEXT ? Texts.clean(cell.text()) : "";
    }

    /** A file of bytes is written in one way; a workbook may mix fonts from column to column. */
    private void tellLetters(List<SheetRow> first, Sheet sheet) {
        int width = first.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<String> all = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            all.addAll(texts(first, column));
        }
        Letters whole = told(all, sheet.font(), sheet.bytes() ? Letters.UNKNOWN : Letters.UNICODE);
        boolean old = false;
        for (int column = 0; column < width; column++) {
            Letters here =
                    sheet.bytes() && whole != Letters.UNKNOWN
                            ? whole
                            : told(texts(first, column), sheet.font(), whole);
            letters.add(here);
            old |= here != Letters.UNICODE;
        }
        if (!old) {
            letters.clear();
        }
    }

    private static Letters told(List<String> texts, @Nullable Letters font, Letters otherwise) {
        Letters.Told told = Letters.tell(texts, font);
        return told.sure() ? told.letters() : otherwise;
    }

    private static List<String> texts(List<SheetRow> rows, int column) {
        return rows.stream()
                .map(row -> row.cell(column))
                .filter(cell -> cell.kind() == SheetCell.Kind.TEXT)
                .map(SheetCell::text)
                .toList();
    }

    /** The row with its letters as they read. */
    static SheetRow read(SheetRow row, List<Letters> letters) {
        if (letters.isEmpty()) {
            return row;
        }
        List<SheetCell> out = new ArrayList<>(row.cells());
        for (int i = 0; i < Math.min(out.size(), letters.size()); i++) {
            if (out.get(i).kind() == SheetCell.Kind.TEXT) {
                out.set(i, SheetCell.text(letters.get(i).read(out.get(i).text())));
            }
        }
        return new SheetRow(row.number(), out);
    }

    /** One layout tried against one row of headings. */
    private final class Matcher {
        private final Layout layout;
        private final List<String> titles;
        private final List<SheetRow> data;
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<String, String> reasons = new HashMap<>();
        private int score;
        private boolean sure = true;

        Matcher(Layout layout, List<String> titles, int after) {
            this.layout = layout;
            this.titles = titles;
            this.data = rows.stream().skip(after).filter(row -> !isOneCell(row)).toList();
        }

        /** A line that begins a section, or ends the list, says nothing of its columns. */
        private static boolean isOneCell(SheetRow row) {
            return row.cells().stream().filter(cell -> !cell.isEmpty()).limit(2).count() < 2;
        }

        void byHeading() {
            exact(Headings::marked);
            Map<String, String> names = exact(Headings::bare);
            List<String> bare = titles.stream().map(Headings::bare).toList();
            near(bare, names, HeadingFinder::stands);
            near(bare, names, HeadingFinder::hasTheWords);
        }

        /** Takes the columns whose heading is one of the names, as the form has both. */
        private Map<String, String> exact(UnaryOperator<String> form) {
            Map<String, String> names = new HashMap<>();
            for (Layout.Column column : layout.columns()) {
                names.put(form.apply(column.title()), column.key());
                column.alsoCalled()
                        .forEach(name -> names.putIfAbsent(form.apply(name), column.key()));
            }
            for (int i = 0; i < titles.size(); i++) {
                String key = names.get(form.apply(titles.get(i)));
                boolean free = !places.containsKey(key) && !places.containsValue(i);
                if (key != null && free && !titles.get(i).isBlank()) {
                    take(key, i, EXACT, "Tiêu đề “" + titles.get(i) + "”");
                }
            }
            return names;
        }

        private void near(
                List<String> bare, Map<String, String> names, BiPredicate<String, String> fits) {
            for (int i = 0; i < bare.size(); i++) {
                String near = near(bare.get(i), names, fits);
                if (!places.containsValue(i) && near != null) {
                    sure = false;
                    take(near, i, NEAR, "Tiêu đề gần giống: “" + titles.get(i) + "”");
                }
            }
        }

        /** The key of the longest known name that fits the heading, among those still free. */
        private @Nullable String near(
                String heading, Map<String, String> names, BiPredicate<String, String> fits) {
            String best = null;
            for (String name : names.keySet()) {
                boolean longer = best == null || name.length() > best.length();
                if (longer && name.length() > SHORTEST_NEAR && fits.test(heading, name)) {
                    best = name;
                }
            }
            String key = best == null ? null : names.get(best);
            return key == null || places.containsKey(key) ? null : key;
        }

        private void take(String key, int column, int points, String reason) {
            places.put(key, column);
            reasons.put(key, reason);
            score += points;
        }

        /** Columns that the headings left open, where exactly one column looks like it. */
        void byContent() {
            Map<Content, List<Integer>> open = new HashMap<>();
            Map<Integer, Content.Seen> seen = new HashMap<>();
            for (int i = 0; i < titles.size(); i++) {
                if (!places.containsValue(i)) {
                    int column = i;
                    Content.Seen here =
                            Content.of(data.stream().map(row -> row.cell(column)).toList());
                    seen.put(i, here);
                    open.computeIfAbsent(here.content(), _ -> new ArrayList<>()).add(i);
                }
            }
            Set<Content> told = new HashSet<>();
            for (Layout.Column column : layout.columns()) {
                if (isTold(column)) {
                    column.holds().stream()
                            .filter(content -> content != Content.DATE)
                            .forEach(told::add);
                }
            }
            for (Layout.Column column : layout.columns()) {
                for (Content content : column.holds()) {
                    List<Integer> like = open.getOrDefault(content, List.of());
                    if (!isTold(column) && !like.isEmpty() && told.add(content)) {
                        int place = content == Content.DATE ? earliest(like) : like.getFirst();
                        Content.Seen here = seen.getOrDefault(place, Content.Seen.NOTHING);
                        sure = false;
                        take(column.key(), place, SEEN, "Nội dung: " + here.words());
                    }
                }
            }
            byOrderOfDates(open.getOrDefault(Content.DATE, List.of()));
        }

        /** Whether some column says it, by itself or in another way. */
        private boolean isTold(Layout.Column column) {
            return places.containsKey(column.key())
                    || layout.columns().stream()
                            .anyMatch(other ->
                                    places.containsKey(other.key())
                                            && other.tells().contains(column.key()));
        }

        /** Of several columns of dates the births are the oldest ones. */
        private int earliest(List<Integer> columns) {
            return Collections.min(
                    columns,
                    Comparator.comparingDouble(column -> years(column).average().orElse(9_999)));
        }

        private IntStream years(int column) {
            return data.stream()
                    .mapToInt(row -> Content.year(row.cell(column)))
                    .filter(year -> year > 0);
        }

        /**
         * Columns of dates whose headings do not speak of days, where exactly one follows another
         * column as the layout says: eighteen years after the birth, a year after the admission.
         */
        private void byOrderOfDates(List<Integer> dates) {
            for (Layout.Column column : layout.columns()) {
                Layout.Later later = column.later();
                Integer base = later == null ? null : places.get(later.than());
                if (later == null || base == null || places.containsKey(column.key())) {
                    continue;
                }
                List<Integer> like = following(dates, base, later);
                if (like.size() > 1) {
                    like = like.stream().filter(place -> isFollowed(column, place, dates)).toList();
                }
                if (like.size() == 1) {
                    sure = false;
                    take(
                            column.key(),
                            like.getFirst(),
                            SEEN,
                            "Nội dung: ngày sau “"
                                    + layout.title(later.than())
                                    + "” từ "
                                    + later.fewest()
                                    + " năm trở lên");
                }
            }
        }

        private List<Integer> following(List<Integer> dates, int base, Layout.Later later) {
            return dates.stream()
                    .filter(place -> place != base && !places.containsValue(place))
                    .filter(place -> !DAY.matcher(Headings.bare(titles.get(place))).find())
                    .filter(place -> follows(place, base, later))
                    .toList();
        }

        /** Of two columns that fit, the one that is followed by the other as the next one is. */
        private boolean isFollowed(Layout.Column column, int place, List<Integer> dates) {
            return layout.columns().stream()
                    .map(Layout.Column::later)
                    .anyMatch(later ->
                            later != null
                                    && later.than().equals(column.key())
                                    && following(dates, place, later).size() == 1);
        }

        private boolean follows(int column, int base, Layout.Later later) {
            int both = 0;
            int like = 0;
            Set<String> different = new HashSet<>();
            for (SheetRow row : data) {
                int before = Content.year(row.cell(base));
                int after = Content.year(row.cell(column));
                if (before > 0 && after > 0) {
                    both++;
                    boolean within =
                            after - before >= later.fewest() && after - before <= later.most();
                    like += within ? 1 : 0;
                    different.add(row.cell(column).text());
                }
            }
            return both >= FEW && like * 10 >= both * 9 && different.size() * 2 > both;
        }

        Found found(int first, int after) {
            int row = after == 0 ? 0 : rows.get(after - 1).number();
            int before = skipNumbers(after);
            Headings headings =
                    new Headings(
                            layout,
                            row,
                            titles,
                            places,
                            reasons,
                            letters,
                            after == 0 ? List.of() : above(first),
                            asWritten.subList(0, before),
                            sure && letters.isEmpty());
            int whole = headings.complete() ? 1_000 : 0;
            return new Found(headings, score + whole, before);
        }

        private List<String> above(int first) {
            return rows.subList(0, first).stream()
                    .flatMap(row -> row.cells().stream())
                    .filter(cell -> !cell.isEmpty())
                    .map(cell -> Texts.clean(cell.shown()))
                    .limit(20)
                    .toList();
        }

        /** The row below the headings that only numbers the columns. */
        private int skipNumbers(int after) {
            if (after == 0 || after >= rows.size()) {
                return after;
            }
            List<SheetCell> cells =
                    rows.get(after).cells().stream().filter(cell -> !cell.isEmpty()).toList();
            boolean numbers =
                    cells.size() >= 3
                            && cells.stream()
                                    .allMatch(cell ->
                                            Texts.clean(cell.text())
                                                    .matches("\\(?(\\d{1,2}|[A-Z])\\)?"));
            return numbers ? after + 1 : after;
        }
    }
}
