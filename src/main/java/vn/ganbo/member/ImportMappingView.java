package vn.ganbo.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ganbo.member.ImportStore.Listed;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.Letters;
import vn.ganbo.spreadsheet.SheetCell;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Step;
import vn.ganbo.web.Typed;

/**
 * The page on which somebody says which column is which.
 *
 * @param kinds the lists that this office may send; one where there is no choice
 * @param fields what a column can be, "not read" first
 * @param changed texts before and after their old letters are read; empty where all is Unicode
 * @param letters how those are read
 * @param cells that may be typed for the whole list
 * @param sheets of which one may be left out; empty where there is but one
 */
record ImportMappingView(
        Listed file,
        Typed typed,
        String kind,
        List<Choice> kinds,
        List<Choice> fields,
        List<Column> columns,
        List<Changed> changed,
        Letters letters,
        List<Choice> ways,
        List<Choice> cells,
        List<String> sheets) {
    private static final int SAMPLES = 3;
    private static final int CHANGED = 4;
    private static final String UNREAD =
            "Tên nào khớp với một chi bộ thì dùng cho người mới, khi không có cột chi bộ.";

    /**
     * One column of the sheet.
     *
     * @param field name of the input
     * @param key what it is taken for, empty where it is not read
     * @param reason why, or null
     */
    record Column(
            String field,
            String letter,
            String title,
            String key,
            @Nullable String reason,
            List<String> samples) {}

    /** A text as it stands in the file, and as it reads. */
    record Changed(String before, String after) {}

    static ImportMappingView of(
            Listed file,
            Typed typed,
            Headings headings,
            List<SheetRow> asWritten,
            List<Layout> layouts,
            Letters letters,
            List<Choice> cells,
            Collection<String> sheets) {
        List<Choice> fields = new ArrayList<>();
        fields.add(Choice.of("", "(không đọc cột này)"));
        headings.layout()
                .columns()
                .forEach(column -> fields.add(Choice.of(column.key(), column.title())));
        return new ImportMappingView(
                file,
                typed,
                headings.layout().kind(),
                layouts.stream()
                        .map(layout ->
                                Choice.of(
                                        layout.kind(),
                                        MemberImportNames.proper(layout.name().substring(0, 1))
                                                + layout.name().substring(1)))
                        .toList(),
                fields,
                columns(headings, asWritten),
                changed(headings, asWritten),
                letters,
                ways(headings, asWritten),
                cells,
                List.copyOf(sheets));
    }

    /** The ways of reading, each with the same text of the file as it would read. */
    private static List<Choice> ways(Headings headings, List<SheetRow> asWritten) {
        String odd =
                changed(headings, asWritten).stream().map(Changed::before).findFirst().orElse("");
        return Letters.ASKED.stream()
                .map(way -> Choice.of(way.name(), way.words() + ": " + way.read(odd)))
                .toList();
    }

    private static List<Column> columns(Headings headings, List<SheetRow> asWritten) {
        List<Column> out = new ArrayList<>();
        for (int i = 0; i < headings.titles().size(); i++) {
            int place = i;
            String key =
                    headings.places().entrySet().stream()
                            .filter(entry -> entry.getValue() == place)
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("");
            List<String> samples =
                    asWritten.stream()
                            .map(row -> ImportText.shown(headings.read(row).cell(place)))
                            .filter(text -> !text.isEmpty())
                            .distinct()
                            .limit(SAMPLES)
                            .toList();
            String title = headings.titles().get(i);
            boolean names = title.equals(Headings.SECTION) || title.equals(Headings.SHEET);
            String reason = key.isEmpty() && names ? UNREAD : headings.reasons().get(key);
            if (!title.isEmpty() || !samples.isEmpty()) {
                out.add(new Column("c" + i, Headings.column(i), title, key, reason, samples));
            }
        }
        return out;
    }

    private static List<Changed> changed(Headings headings, List<SheetRow> asWritten) {
        return asWritten.stream()
                .flatMap(row -> {
                    List<Changed> here = new ArrayList<>();
                    SheetRow read = headings.read(row);
                    for (int i = 0; i < row.cells().size(); i++) {
                        SheetCell before = row.cell(i);
                        if (headings.letters(i) != Letters.UNICODE
                                && before.text().chars().anyMatch(c -> c > 0x7F)) {
                            here.add(
                                    new Changed(
                                            ImportText.shown(before),
                                            ImportText.shown(read.cell(i))));
                        }
                    }
                    return here.stream();
                })
                .distinct()
                .limit(CHANGED)
                .toList();
    }

    List<Step> steps() {
        return List.of(
                Step.done(
                        "1 Chọn tệp",
                        file.headingRow() == 0
                                ? "Không thấy dòng tiêu đề"
                                : "Tiêu đề ở dòng " + file.headingRow()),
                Step.now("2 Ghép cột", "xem và sửa"),
                Step.later("3 Kiểm tra, sửa", null),
                Step.later("4 Ghi vào sổ", null));
    }

    /** Whether the list may name no cell, so that somebody says whose list it is. */
    boolean ofMembers() {
        return kind.equals(MemberImport.LAYOUT.kind());
    }
}
