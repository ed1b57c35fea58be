package vn.ganbo.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.regulation.Clocks.YearlyDay;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.Norms;
import vn.ganbo.regulation.Option;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.SlipForm;

/**
 * Chạy thử: a year's round under another rulebook, with that year's people: what would change, and
 * for whom. Nothing is kept.
 *
 * @param byWard whether the lines are wards, because there are several, or cells of one
 * @param routine whether the workplaces asked for most people, as they do where everybody is
 *     commented on: then a request chose nobody and counts for nothing in the trial
 */
record DryRun(
        List<Rule> rules,
        List<Change> people,
        List<Line> lines,
        Totals totals,
        boolean byWard,
        boolean routine) {
    DryRun {
        rules = List.copyOf(rules);
        people = List.copyOf(people);
        lines = List.copyOf(lines);
    }

    /** A rule that reads differently. */
    record Rule(String what, String before, String after) {}

    /** Somebody who would be commented on no more, or now would be. */
    record Change(String fullName, String cell, String workName, String before, String after) {}

    /**
     * A cell or a ward: slips before and after, and how its meetings of the year stand to the two
     * rules.
     *
     * @param meetings of a ward, those of the cell that had fewest
     */
    record Line(String name, long registered, long before, long after, long meetings) {
        private Line and(Line other) {
            return new Line(
                    name,
                    registered + other.registered,
                    before + other.before,
                    after + other.after,
                    Math.min(meetings, other.meetings));
        }
    }

    record Totals(long registered, long before, long after) {}

    private static final String YEARLY = "nhận xét hằng năm";
    private static final String NONE = "không, chỉ khi được xin";

    /**
     * Compares.
     *
     * @param now the rulebook of the year
     * @param other the one to be tried
     * @param seed of the lot, where the other draws lots
     */
    static DryRun of(
            Rulebook now,
            Rulebook other,
            int year,
            long seed,
            List<DryRunQueries.Person> people,
            List<DryRunQueries.Cell> cells) {
        Map<UUID, Chosen> before = chosen(now, people, year, seed);
        long asked = people.stream().filter(DryRunQueries.Person::asked).count();
        boolean routine =
                now.targeted().isEmpty()
                        && other.targeted().isPresent()
                        && asked * 2 > people.size();
        Map<UUID, Chosen> after =
                chosen(
                        other,
                        routine
                                ? people.stream().map(DryRunQueries.Person::unasked).toList()
                                : people,
                        year,
                        seed);
        boolean byWard = cells.stream().mapToInt(DryRunQueries.Cell::wardNo).distinct().count() > 1;
        Map<Integer, String> names = new HashMap<>();
        cells.forEach(cell ->
                names.put(cell.no(), byWard ? cell.name() + ", " + ward(cell) : cell.name()));
        List<Change> changes = new ArrayList<>();
        Map<Integer, long[]> counts = new HashMap<>();
        for (DryRunQueries.Person person : people) {
            String was = words(now, person, before);
            String becomes = words(other, person, after);
            long[] count = counts.computeIfAbsent(person.cellNo(), no -> new long[3]);
            count[0]++;
            count[1] += NONE.equals(was) ? 0 : 1;
            count[2] += NONE.equals(becomes) ? 0 : 1;
            if (NONE.equals(was) != NONE.equals(becomes)) {
                changes.add(
                        new Change(
                                person.fullName(),
                                names.getOrDefault(person.cellNo(), ""),
                                person.workName(),
                                was,
                                becomes));
            }
        }
        Map<Integer, Line> lines = new LinkedHashMap<>();
        for (DryRunQueries.Cell cell : cells) {
            long[] count = counts.getOrDefault(cell.no(), new long[3]);
            lines.merge(
                    byWard ? cell.wardNo() : cell.no(),
                    new Line(
                            byWard ? ward(cell) : cell.name(),
                            count[0],
                            count[1],
                            count[2],
                            cell.meetings()),
                    Line::and);
        }
        return new DryRun(
                rules(now, other),
                changes,
                List.copyOf(lines.values()),
                new Totals(
                        people.size(),
                        lines.values().stream().mapToLong(Line::before).sum(),
                        lines.values().stream().mapToLong(Line::after).sum()),
                byWard,
                routine);
    }

    private static String ward(DryRunQueries.Cell cell) {
        return cell.wardName().replaceFirst("^Đảng bộ ", "");
    }

    private static Map<UUID, Chosen> chosen(
            Rulebook book, List<DryRunQueries.Person> people, int year, long seed) {
        return book.targeted()
                .map(rule ->
                        Selection.choose(
                                people.stream()
                                        .filter(person -> !person.exempt())
                                        .map(DryRunQueries.Person::candidate)
                                        .toList(),
                                year,
                                rule,
                                seed))
                .orElse(Map.of());
    }

    private static String words(
            Rulebook book, DryRunQueries.Person person, Map<UUID, Chosen> chosen) {
        if (book.targeted().isPresent()) {
            Chosen why = chosen.get(person.member());
            return why == null ? NONE : Labels.of(why);
        }
        String ground = person.ground();
        boolean known = ground != null && book.exemption(ground).isPresent();
        boolean yearly =
                known
                        ? book.standing(ground).commentedYearly()
                        : (!person.exempt() && book.standing(null).commentedYearly());
        return yearly ? YEARLY : NONE;
    }

    private static List<Rule> rules(Rulebook now, Rulebook other) {
        List<Rule> out = new ArrayList<>();
        add(out, "Nhận xét ai", whom(now), whom(other));
        add(out, "Số kỳ họp định kỳ trong năm", meetings(now), meetings(other));
        add(out, "Số người họp thống nhất", quorum(now), quorum(other));
        Set<String> keys = new LinkedHashSet<>();
        now.norms().windows().forEach(day -> keys.add(day.key()));
        other.norms().windows().forEach(day -> keys.add(day.key()));
        for (String key : keys) {
            add(out, label(now, other, key), day(now, key), day(other, key));
        }
        for (SlipForm form : SlipForm.values()) {
            add(out, Labels.of(form), form(now, form), form(other, form));
        }
        return out;
    }

    private static void add(List<Rule> out, String what, String before, String after) {
        if (!before.equals(after)) {
            out.add(new Rule(what, before, after));
        }
    }

    private static String whom(Rulebook book) {
        return book.targeted()
                .map(t ->
                        "có chọn lọc: người nơi công tác xin, người có thành tích hoặc hạn chế, rút thăm %d %%, không ai quá %d năm"
                                .formatted(t.samplePercent(), t.unaskedYears()))
                .orElse(
                        book.standing(null).commentedYearly()
                                ? "mọi người không thuộc diện miễn"
                                : "chỉ khi được xin");
    }

    private static String meetings(Rulebook book) {
        Norms.Meetings meetings = book.norms().meetings();
        return meetings == null ? "không nêu" : Integer.toString(meetings.perYear());
    }

    private static String quorum(Rulebook book) {
        return book.quorum()
                .map(q ->
                        "trên %d %% chi ủy, ít nhất %d người của Mặt trận"
                                .formatted(q.committeePercent(), q.front()))
                .orElse("không nêu");
    }

    private static @Nullable YearlyDay window(Rulebook book, String key) {
        return book.norms().windows().stream()
                .filter(day -> day.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static String label(Rulebook now, Rulebook other, String key) {
        YearlyDay day = window(other, key);
        return (day == null ? Objects.requireNonNull(window(now, key)) : day).label();
    }

    private static String day(Rulebook book, String key) {
        YearlyDay day = window(book, key);
        return day == null ? "không đặt" : Show.shortDate(day.day().atYear(2000));
    }

    private static String form(Rulebook book, SlipForm form) {
        List<Criterion> criteria = book.criteria(form);
        return criteria.isEmpty()
                ? "không có mẫu"
                : String.join(
                        "; ",
                        criteria.stream()
                                .map(c ->
                                        c.text()
                                                + " ("
                                                + String.join(
                                                        " / ",
                                                        c.options().stream()
                                                                .map(Option::label)
                                                                .toList())
                                                + ")")
                                .toList());
    }
}
