package vn.ganbo.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Tone;

/**
 * Nhịp sinh hoạt: which of the rulebook's periodic meetings of a year each cell has held or planned
 * (Regulation 213, Art. 4.3: every six months).
 *
 * @param terms headings, such as "6 tháng đầu"
 * @param cells one line a cell
 */
record Rhythm(List<String> terms, List<Cell> cells) {

    /** One cell and how each term stands. */
    record Cell(int unitNo, String name, long people, List<Beat> beats) {
        long held() {
            return beats.stream().filter(b -> b.tone() == Tone.DONE).count();
        }
    }

    /** How one term stands, in words. */
    record Beat(Tone tone, String words) {}

    /**
     * Folds the rows of a year.
     *
     * @param perYear periodic meetings the rulebook asks for, 1 to 12
     */
    static Rhythm of(List<MeetingQueries.Beat> rows, int year, int perYear, LocalDate today) {
        Map<Integer, List<MeetingQueries.Beat>> byCell = new LinkedHashMap<>();
        rows.forEach(r -> byCell.computeIfAbsent(r.unitNo(), _ -> new ArrayList<>()).add(r));
        List<Cell> cells = new ArrayList<>();
        for (List<MeetingQueries.Beat> cell : byCell.values()) {
            List<Beat> beats = new ArrayList<>();
            for (int term = 0; term < perYear; term++) {
                beats.add(beat(cell, year, term, perYear, today));
            }
            MeetingQueries.Beat first = cell.getFirst();
            cells.add(new Cell(first.unitNo(), first.unitName(), first.people(), beats));
        }
        List<String> terms = new ArrayList<>();
        for (int term = 0; term < perYear; term++) {
            terms.add(heading(term, perYear));
        }
        return new Rhythm(terms, cells);
    }

    /** Cells that have held every meeting of the year. */
    long complete() {
        return cells.stream().filter(c -> c.held() == terms.size()).count();
    }

    private static String heading(int term, int perYear) {
        if (perYear == 2) {
            return term == 0 ? "6 tháng đầu" : "6 tháng cuối";
        }
        return "Kỳ " + (term + 1);
    }

    private static Beat beat(
            List<MeetingQueries.Beat> cell, int year, int term, int perYear, LocalDate today) {
        LocalDate from = LocalDate.of(year, 1 + term * 12 / perYear, 1);
        LocalDate until = from.plusMonths(12 / perYear).minusDays(1);
        MeetingQueries.@Nullable Beat best = null;
        for (MeetingQueries.Beat row : cell) {
            LocalDate on = row.plannedOn();
            if (on != null
                    && !on.isBefore(from)
                    && !on.isAfter(until)
                    && (best == null || best.state() != MeetingState.HELD)) {
                best = row;
            }
        }
        if (best != null) {
            return best.state() == MeetingState.HELD
                    ? new Beat(Tone.DONE, "Đã họp " + Show.shortDate(best.plannedOn()))
                    : new Beat(Tone.ACT, "Dự kiến " + Show.shortDate(best.plannedOn()));
        }
        if (today.isBefore(from)) {
            return new Beat(Tone.REST, "Chưa tới");
        }
        return today.isAfter(until)
                ? new Beat(Tone.LATE, "Chưa họp")
                : new Beat(Tone.WAIT, "Chưa lên kế hoạch");
    }
}
