package vn.ganbo.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ganbo.meeting.AttendanceStatus.Known;

/** When an absence may be called unexcused: asked, the days have passed, no good reason. */
class AttendanceStatusTest {
    private static final LocalDate ASKED = LocalDate.of(2026, 11, 9);
    private static final LocalDate DUE = LocalDate.of(2026, 11, 16);

    @ParameterizedTest
    @CsvSource({
        // mark, asked, answered, accepted, today, status
        ",               no,  ,           ,      2026-11-30, UNMARKED",
        "PRESENT,        no,  ,           ,      2026-11-30, PRESENT",
        "PRESENT,        yes, ,           ,      2026-11-30, PRESENT",
        "EXCUSED_BEFORE, no,  ,           ,      2026-11-30, EXCUSED",
        "HOUSEHOLD,      no,  ,           ,      2026-11-30, HOUSEHOLD",
        "HOUSEHOLD,      yes, ,           ,      2026-11-30, HOUSEHOLD",
        "ABSENT,         no,  ,           ,      2026-11-08, TO_ASK",
        "ABSENT,         no,  ,           ,      2027-11-08, TO_ASK",
        "ABSENT,         yes, ,           ,      2026-11-09, ASKING",
        "ABSENT,         yes, ,           ,      2026-11-16, ASKING",
        "ABSENT,         yes, ,           ,      2026-11-17, UNEXCUSED",
        "ABSENT,         yes, 2026-11-10, ,      2026-11-11, TO_DECIDE",
        "ABSENT,         yes, 2026-11-16, ,      2026-12-31, TO_DECIDE",
        "ABSENT,         yes, 2026-11-17, ,      2026-11-18, UNEXCUSED",
        "ABSENT,         yes, 2026-11-10, true,  2026-11-11, EXCUSED",
        "ABSENT,         yes, 2026-11-20, true,  2026-12-31, EXCUSED",
        "ABSENT,         yes, 2026-11-10, false, 2026-11-11, ASKING",
        "ABSENT,         yes, 2026-11-10, false, 2026-11-16, ASKING",
        "ABSENT,         yes, 2026-11-10, false, 2026-11-17, UNEXCUSED",
        "ABSENT,         yes, 2026-11-20, false, 2026-11-21, UNEXCUSED",
    })
    void the_status_follows_from_what_is_known(
            @Nullable Mark mark,
            String asked,
            @Nullable LocalDate answered,
            @Nullable Boolean accepted,
            LocalDate today,
            AttendanceStatus status) {
        boolean was = asked.equals("yes");
        Known known = new Known(mark, was ? ASKED : null, was ? DUE : null, answered, accepted);

        assertThat(AttendanceStatus.of(known, today)).isEqualTo(status);
    }

    @Test
    void nobody_is_unexcused_without_having_been_asked_and_given_the_days() {
        for (Known known : everythingThatCanBeKnown()) {
            for (LocalDate day = ASKED.minusDays(2);
                    day.isBefore(DUE.plusDays(9));
                    day = day.plusDays(1)) {
                if (AttendanceStatus.of(known, day) == AttendanceStatus.UNEXCUSED) {
                    assertThat(known.mark()).isEqualTo(Mark.ABSENT);
                    assertThat(known.askedOn()).isNotNull();
                    assertThat(day).isAfter(DUE);
                    assertThat(known.accepted()).isNotEqualTo(true);
                }
            }
        }
    }

    @Test
    void only_who_was_there_counts_as_present() {
        for (Known known : everythingThatCanBeKnown()) {
            assertThat(AttendanceStatus.of(known, DUE.plusDays(1)) == AttendanceStatus.PRESENT)
                    .isEqualTo(known.mark() == Mark.PRESENT || known.mark() == Mark.FROM_AFAR);
        }
    }

    private static List<Known> everythingThatCanBeKnown() {
        List<@Nullable Mark> marks = new ArrayList<>(List.of(Mark.values()));
        marks.add(null);
        List<@Nullable LocalDate> answers = new ArrayList<>(List.of(ASKED, DUE, DUE.plusDays(1)));
        answers.add(null);
        List<@Nullable Boolean> decisions = new ArrayList<>(List.of(true, false));
        decisions.add(null);
        List<Known> all = new ArrayList<>();
        for (Mark mark : marks) {
            for (LocalDate answered : answers) {
                for (Boolean accepted : decisions) {
                    all.add(new Known(mark, ASKED, DUE, answered, accepted));
                    all.add(new Known(mark, null, null, answered, accepted));
                }
            }
        }
        return all;
    }
}
