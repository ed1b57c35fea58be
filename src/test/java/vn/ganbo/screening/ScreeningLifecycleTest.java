package vn.ganbo.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Refusal;

class ScreeningLifecycleTest {
    @Test
    void every_state_is_reached_and_only_the_decision_is_an_end() {
        Set<ScreeningState> reached = EnumSet.noneOf(ScreeningState.class);
        Set<ScreeningState> ends = EnumSet.allOf(ScreeningState.class);
        for (ScreeningLifecycle step : ScreeningLifecycle.values()) {
            reached.add(step.to());
            ends.remove(step.from());
        }

        assertThat(reached).containsExactlyInAnyOrder(ScreeningState.values());
        assertThat(ends).containsExactly(ScreeningState.DECIDED);
    }

    @Test
    void a_step_that_the_table_does_not_have_is_refused_for_every_pair() {
        for (ScreeningState from : ScreeningState.values()) {
            for (ScreeningState to : ScreeningState.values()) {
                if (!ScreeningLifecycle.allows(from, to)) {
                    assertThatThrownBy(() -> ScreeningLifecycle.require(from, to))
                            .isInstanceOf(Refusal.class);
                }
            }
        }
    }
}
