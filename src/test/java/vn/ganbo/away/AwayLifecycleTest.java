package vn.ganbo.away;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;

class AwayLifecycleTest {
    @Test
    void every_state_is_reached_from_the_application_and_three_of_them_rest() {
        Set<AwayState> reached = EnumSet.of(AwayState.SUBMITTED);
        for (int i = 0; i < AwayState.values().length; i++) {
            for (AwayLifecycle step : AwayLifecycle.values()) {
                if (reached.contains(step.from())) {
                    reached.add(step.to());
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(AwayState.values());
        assertThat(Arrays.stream(AwayState.values()).filter(AwayLifecycleTest::rests))
                .containsExactly(AwayState.REFUSED, AwayState.WITHDRAWN, AwayState.LAPSED);
    }

    private static boolean rests(AwayState state) {
        return Arrays.stream(AwayLifecycle.values()).noneMatch(step -> step.from() == state);
    }

    @Test
    void nothing_is_decided_or_reported_before_the_cell_has_resolved() {
        for (AwayLifecycle step : AwayLifecycle.values()) {
            if (step.to() == AwayState.DECIDED || step.to() == AwayState.REPORTED) {
                assertThat(step.from()).isEqualTo(AwayState.RESOLVED);
            }
        }
        assertThatThrownBy(() -> AwayLifecycle.require(AwayState.SUBMITTED, AwayState.DECIDED))
                .isInstanceOf(Refusal.class);
        AwayLifecycle.require(AwayState.SUBMITTED, AwayState.SUPPORTED);
    }

    @Test
    void what_the_cell_has_resolved_is_not_withdrawn_any_more() {
        assertThat(AwayLifecycle.allows(AwayState.RESOLVED, AwayState.WITHDRAWN)).isFalse();
        assertThat(AwayLifecycle.allows(AwayState.SUPPORTED, AwayState.WITHDRAWN)).isTrue();
        for (AwayState state : AwayState.values()) {
            assertThat(Labels.of(state)).isNotBlank();
        }
    }
}
