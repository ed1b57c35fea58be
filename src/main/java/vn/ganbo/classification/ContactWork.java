package vn.ganbo.classification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import vn.ganbo.classification.CollectiveStore.Collective;
import vn.ganbo.classification.ContactQueries.Count;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.UnitSide;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.WorkingDays;

/**
 * Công tác giữ mối liên hệ: what the program counts of a unit's work under Quy định 213 in a year,
 * as a named input beside its report. It writes nothing into the report.
 */
@Component
class ContactWork {
    private final ContactQueries queries;
    private final Units units;
    private final Rulebooks rulebooks;
    private final WorkingDays workingDays;
    private final Clock clock;

    ContactWork(
            ContactQueries queries,
            Units units,
            Rulebooks rulebooks,
            WorkingDays workingDays,
            Clock clock) {
        this.queries = queries;
        this.units = units;
        this.rulebooks = rulebooks;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** One line: what it is about, and the numbers in words. */
    record Figure(String label, String words) {}

    List<Figure> of(Viewer viewer, Collective unit) {
        LocalDate today = LocalDate.now(clock);
        boolean residence = unit.side() == UnitSide.RESIDENCE;
        List<Count> counts =
                queries.counts(
                        viewer.scope(),
                        units.scopeOf(viewer.scope(), unit.unitNo(), today).multirange(),
                        residence,
                        unit.year());
        List<Figure> figures = new ArrayList<>();
        figures.add(
                residence
                        ? lettersCame(counts, viewer, today)
                        : new Figure(
                                "Giấy giới thiệu đã gửi về nơi cư trú",
                                "%s giấy, nơi cư trú đã tiếp nhận %s."
                                        .formatted(sum(counts, "LETTER"), done(counts, "LETTER"))));
        figures.add(
                new Figure(
                        residence
                                ? "Thông tin nơi công tác gửi đến"
                                : "Thông tin nơi cư trú gửi đến",
                        "%s, đã trả lời %s, trong đó sau hạn %s; chưa trả lời mà quá hạn %s."
                                .formatted(
                                        sum(counts, "NOTICE"),
                                        done(counts, "NOTICE"),
                                        Show.number(
                                                counts.stream()
                                                        .filter(c -> c.is("NOTICE"))
                                                        .filter(Count::doneLate)
                                                        .mapToLong(Count::n)
                                                        .sum()),
                                        Show.number(
                                                counts.stream()
                                                        .filter(c -> c.is("NOTICE"))
                                                        .filter(c -> c.late(today))
                                                        .mapToLong(Count::n)
                                                        .sum()))));
        figures.add(
                residence
                        ? new Figure(
                                "Nhận xét đảng viên đang công tác",
                                "%s phiếu, đã gửi về nơi công tác %s."
                                        .formatted(sum(counts, "COMMENT"), done(counts, "COMMENT")))
                        : new Figure(
                                "Nhận xét của nơi cư trú đã nhận",
                                "%s phiếu.".formatted(done(counts, "COMMENT"))));
        return figures;
    }

    private Figure lettersCame(List<Count> counts, Viewer viewer, LocalDate today) {
        OptionalInt days =
                rulebooks
                        .on(viewer.scope(), today, viewer.unitNo())
                        .days(Clocks.ACKNOWLEDGEMENT_DUE);
        String words =
                "%s giấy, đã tiếp nhận %s".formatted(sum(counts, "LETTER"), done(counts, "LETTER"));
        if (days.isEmpty()) {
            return new Figure("Giấy giới thiệu gửi đến", words + ".");
        }
        long onTime = 0;
        for (Count count : counts) {
            LocalDate came = count.cameOn();
            LocalDate done = count.doneOn();
            if (count.is("LETTER")
                    && came != null
                    && done != null
                    && !done.isAfter(workingDays.plus(came, days.getAsInt()))) {
                onTime += count.n();
            }
        }
        return new Figure(
                "Giấy giới thiệu gửi đến",
                "%s, trong đó đúng hạn (%d ngày làm việc) %s."
                        .formatted(words, days.getAsInt(), Show.number(onTime)));
    }

    private static String sum(List<Count> counts, String kind) {
        return Show.number(counts.stream().filter(c -> c.is(kind)).mapToLong(Count::n).sum());
    }

    private static String done(List<Count> counts, String kind) {
        return Show.number(
                counts.stream()
                        .filter(c -> c.is(kind) && c.doneOn() != null)
                        .mapToLong(Count::n)
                        .sum());
    }
}
