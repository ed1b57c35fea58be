package vn.ganbo.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Refusal;

class IntroductionLifecycleTest {
    @Test
    void every_state_but_the_first_is_reached_and_only_three_are_ends() {
        Set<LetterState> reached = EnumSet.noneOf(LetterState.class);
        Set<LetterState> ends = EnumSet.allOf(LetterState.class);
        for (IntroductionLifecycle step : IntroductionLifecycle.values()) {
            reached.add(step.to());
            ends.remove(step.from());
        }

        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(LetterState.ISSUED)));
        assertThat(ends)
                .containsExactlyInAnyOrder(
                        LetterState.ENDED, LetterState.RETURNED, LetterState.WITHDRAWN);
    }

    @Test
    void a_step_that_the_table_does_not_have_is_refused_for_every_pair() {
        for (LetterState from : LetterState.values()) {
            for (LetterState to : LetterState.values()) {
                if (!IntroductionLifecycle.after(from).contains(to)) {
                    assertThatThrownBy(() -> IntroductionLifecycle.require(from, to))
                            .isInstanceOf(Refusal.class);
                }
            }
        }
    }
}
