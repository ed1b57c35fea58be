package vn.ganbo.assignment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;

/**
 * Somebody whom the cell can give tasks, with what speaks for and against.
 *
 * @param status the member's, by its name
 * @param contact on the register of the residence, not the cell's own
 * @param exempt exempt from the residence's meetings today
 * @param tasks open assignments in what the viewer sees
 * @param hours their load in a month
 * @param spared does less by a decision about age or health
 */
record Person(
        UUID id,
        String fullName,
        String sortKey,
        @Nullable LocalDate birth,
        String status,
        @Nullable String post,
        @Nullable String expertise,
        @Nullable String readyToHelp,
        boolean contact,
        boolean exempt,
        long tasks,
        long hours,
        boolean spared) {

    Person sparedIf(boolean now) {
        return new Person(
                id,
                fullName,
                sortKey,
                birth,
                status,
                post,
                expertise,
                readyToHelp,
                contact,
                exempt,
                tasks,
                hours,
                now);
    }

    /** Why no task can be given now, or null. */
    @Nullable String unavailable() {
        if (!Set.of("OFFICIAL", "PROBATIONARY").contains(status)) {
            return Labels.of("memberStatus." + status);
        }
        return contact && exempt ? Labels.of("assignment.exempt-here") : null;
    }

    /** Full years on that day, or null where the year of birth is not known. */
    @Nullable Integer age(LocalDate on) {
        return birth == null ? null : birth.until(on).getYears();
    }

    /** Where the cell knows the person from. */
    String from() {
        return contact ? "theo dõi nơi cư trú" : "đảng viên của chi bộ";
    }

    /** What the person has already, as a list says it. */
    String load() {
        return tasks == 0
                ? "chưa có việc nào"
                : "%s việc, %s giờ một tháng".formatted(Show.number(tasks), Show.number(hours));
    }

    /** What the person can do, in own words. */
    String skills() {
        return Stream.of(expertise, readyToHelp)
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** How many of the wanted trades the person names; without tone marks. */
    long matches(@Nullable String wanted) {
        if (wanted == null) {
            return 0;
        }
        String mine = " " + words(skills()) + " ";
        return Arrays.stream(wanted.split("[,;/]"))
                .map(Person::words)
                .filter(trade ->
                        !trade.isEmpty()
                                && pairs(trade).anyMatch(pair -> mine.contains(" " + pair + " ")))
                .count();
    }

    private static String words(String text) {
        return Texts.folded(text).replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** Two syllables make a word: "ke toan truong" is "ke toan", "toan truong". */
    private static Stream<String> pairs(String trade) {
        String[] syllables = trade.split(" ");
        return syllables.length < 2
                ? Stream.of(trade)
                : IntStream.range(1, syllables.length)
                        .mapToObj(i -> syllables[i - 1] + " " + syllables[i]);
    }
}
