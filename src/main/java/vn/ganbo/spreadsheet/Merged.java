package vn.ganbo.spreadsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells merged over several rows: what stands in the first one is meant for each of them, such as
 * one name of a cell beside all its members.
 */
final class Merged {
    private final List<Span> spans;
    private final Map<Integer, Held> open = new HashMap<>();
    private int next;

    /**
     * One column of a merged range of several rows.
     *
     * @param column from 0
     * @param first from 1
     */
    record Span(int column, int first, int last) {}

    private record Held(int last, SheetCell cell) {}

    Merged(List<Span> spans) {
        this.spans = spans.stream().sorted(Comparator.comparingInt(Span::first)).toList();
    }

    /**
     * The row with what the merged cells say of it. Rows come from top to bottom; a range that
     * begins in none of them says nothing.
     *
     * @param own a column of which each row has its own, from 0: nobody shares a name
     */
    SheetRow fill(SheetRow row, int own) {
        for (; next < spans.size() && spans.get(next).first <= row.number(); next++) {
            Span span = spans.get(next);
            if (span.first == row.number() && !row.cell(span.column).isEmpty()) {
                open.put(span.column, new Held(span.last, row.cell(span.column)));
            }
        }
        open.values().removeIf(held -> held.last < row.number());
        if (open.isEmpty()) {
            return row;
        }
        List<SheetCell> cells = new ArrayList<>(row.cells());
        open.forEach((column, held) -> {
            if (column != own && row.cell(column).isEmpty()) {
                while (cells.size() <= column) {
                    cells.add(SheetCell.EMPTY);
                }
                cells.set(column, held.cell);
            }
        });
        return new SheetRow(row.number(), cells);
    }
}
