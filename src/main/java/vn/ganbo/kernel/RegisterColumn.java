package vn.ganbo.kernel;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A column of the register that a capability above {@code liaison} contributes as a bean. */
public interface RegisterColumn {
    /**
     * One mark in a cell.
     *
     * @param text what is shown, such as ✓, P or "Đã trả 14/11"
     * @param spoken the same in words, for who cannot see it
     * @param square whether it is a small square mark instead of a pill
     */
    record Badge(String text, String spoken, Tone tone, boolean square) {}

    /**
     * A column of the register as a file or on paper.
     *
     * @param width in letters
     */
    record Heading(String title, int width, boolean inFiles, boolean onPaper) {}

    /** From left to right, 0 upwards. */
    int order();

    /** The heading, such as "Sinh hoạt 2026". */
    String title(int year);

    /**
     * Badges by member, in one statement: of the year up to a day, which is included. A member
     * without any is absent.
     */
    Map<UUID, List<Badge>> badges(Scope scope, Collection<UUID> members, LocalDate on);

    /** What it becomes where the register is taken away: mostly more columns than on the page. */
    List<Heading> headings(int year);

    /**
     * Texts by member, one for each heading, in one statement: of the year up to a day, which is
     * included; empty where there is nothing to say. A member without any is absent.
     */
    Map<UUID, List<String>> cells(Scope scope, Collection<UUID> members, LocalDate on);
}
