package vn.ganbo.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Tone;

/** Which of the year's periodic meetings are held, planned or missing; and a meeting's way. */
class RhythmTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static MeetingQueries.Beat row(
            int unit, @Nullable LocalDate on, @Nullable MeetingState state) {
        return new MeetingQueries.Beat(unit, "Chi bộ Tổ dân phố " + unit, 40, on, state);
    }

    private static List<Tone> tones(int perYear, LocalDate today, MeetingQueries.Beat... rows) {
        return Rhythm.of(List.of(rows), 2026, perYear, today).cells().getFirst().beats().stream()
                .map(Rhythm.Beat::tone)
                .toList();
    }

    @Test
    void a_half_year_without_a_meeting_is_late_once_it_is_over_and_waits_before() {
        assertThat(tones(2, TODAY, row(1, null, null))).containsExactly(Tone.LATE, Tone.WAIT);
        assertThat(tones(2, LocalDate.of(2026, 3, 1), row(1, null, null)))
                .containsExactly(Tone.WAIT, Tone.REST);
    }

    @Test
    void a_held_meeting_counts_for_its_own_half_year_even_beside_a_planned_one() {
        assertThat(
                        tones(
                                2,
                                TODAY,
                                row(1, LocalDate.of(2026, 6, 30), MeetingState.HELD),
                                row(1, LocalDate.of(2026, 7, 1), MeetingState.HELD),
                                row(1, LocalDate.of(2026, 12, 20), MeetingState.PLANNED)))
                .containsExactly(Tone.DONE, Tone.DONE);
        assertThat(tones(2, TODAY, row(1, LocalDate.of(2026, 12, 5), MeetingState.INVITED)))
                .containsExactly(Tone.LATE, Tone.ACT);
    }

    @Test
    void another_number_of_meetings_a_year_needs_no_other_program() {
        Rhythm rhythm =
                Rhythm.of(
                        List.of(row(1, LocalDate.of(2026, 4, 2), MeetingState.HELD)),
                        2026,
                        4,
                        TODAY);

        assertThat(rhythm.terms()).containsExactly("Kỳ 1", "Kỳ 2", "Kỳ 3", "Kỳ 4");
        assertThat(rhythm.cells().getFirst().held()).isEqualTo(1);
        assertThat(rhythm.complete()).isZero();
    }

    @Test
    void a_meeting_goes_from_plan_to_invitation_to_held_and_nothing_leaves_the_end() {
        for (MeetingState from : MeetingState.values()) {
            assertThat(MeetingLifecycle.allows(from, MeetingState.PLANNED)).isFalse();
            assertThat(MeetingLifecycle.allows(MeetingState.HELD, from)).isFalse();
            assertThat(MeetingLifecycle.allows(MeetingState.CANCELLED, from)).isFalse();
        }
        MeetingLifecycle.require(MeetingState.PLANNED, MeetingState.INVITED);
        MeetingLifecycle.require(MeetingState.INVITED, MeetingState.HELD);
        assertThatThrownBy(() -> MeetingLifecycle.require(MeetingState.PLANNED, MeetingState.HELD))
                .isInstanceOf(Refusal.class);
    }
}
