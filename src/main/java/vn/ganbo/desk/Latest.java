package vn.ganbo.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Show;

/** "Mới diễn ra": a row of the same act by the same office on one day is one line. */
final class Latest {
    private Latest() {}

    /** Newest first, at most {@code size} lines. */
    static List<History.Line> folded(List<History.Line> lines, int size) {
        List<History.Line> out = new ArrayList<>();
        int times = 0;
        for (History.Line line : lines) {
            if (!out.isEmpty() && same(out.getLast(), line, times)) {
                times++;
                History.Line first = out.removeLast();
                out.add(
                        new History.Line(
                                first.at(),
                                first.who(),
                                line.sentence() + " (" + Show.number(times) + " lần)",
                                first.tone()));
                continue;
            }
            if (out.size() == size) {
                break;
            }
            times = 1;
            out.add(line);
        }
        return out;
    }

    private static boolean same(History.Line first, History.Line next, int times) {
        String sentence =
                times > 1 ? next.sentence() + " (" + Show.number(times) + " lần)" : next.sentence();
        return first.sentence().equals(sentence)
                && first.who().equals(next.who())
                && day(first).equals(day(next));
    }

    private static LocalDate day(History.Line line) {
        return LocalDate.ofInstant(line.at(), Show.ZONE);
    }
}
