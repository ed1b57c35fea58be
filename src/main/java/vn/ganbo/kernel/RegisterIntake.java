package vn.ganbo.kernel;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes over what a residence's hand-kept register says of members; {@code liaison} does it. */
public interface RegisterIntake {
    /** How somebody attended a meeting of a half-year. */
    enum Mark {
        PRESENT,
        EXCUSED_BEFORE,
        ABSENT,
        HOUSEHOLD
    }

    /**
     * One line of the register.
     *
     * @param fromNo the workplace's committee
     * @param workNo where the member has Party life
     * @param wardNo the residence
     * @param cellNo the residential cell, or null where the register names none
     * @param letterDate the day on the letter, or null
     * @param received the day of acknowledgement as written, or null
     * @param start the first day on the register
     * @param end the first day no longer on it, or null
     * @param remark what stands there in words, or null
     * @param midYear the mark of the first half-year's meeting, or null
     * @param yearEnd the mark of the second one, or null
     */
    record Line(
            UUID member,
            int fromNo,
            int workNo,
            int wardNo,
            @Nullable Integer cellNo,
            @Nullable String letterNumber,
            @Nullable LocalDate letterDate,
            @Nullable LocalDate received,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable String remark,
            boolean exempt,
            @Nullable Mark midYear,
            @Nullable Mark yearEnd) {}

    /** Those of these members who have a letter under way, or already stand on a register. */
    Set<UUID> present(Scope scope, Collection<UUID> members);

    /**
     * Takes the lines of an import out again, and tells who stood on a register through them.
     * Throws a data integrity violation when something has been built on them.
     */
    List<UUID> takeBack(Viewer viewer, UUID importId);

    /**
     * Writes the lines.
     *
     * @param year the year of the marks
     * @param rulebook under which the contact is kept
     */
    void keep(Viewer viewer, UUID importId, int year, String rulebook, List<Line> lines);
}
