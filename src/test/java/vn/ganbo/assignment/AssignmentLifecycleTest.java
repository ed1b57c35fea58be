package vn.ganbo.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Refusal;

class AssignmentLifecycleTest {
    @Test
    void every_state_is_reached_and_only_what_is_not_open_is_an_end() {
        Set<AssignmentState> reached = EnumSet.noneOf(AssignmentState.class);
        Set<AssignmentState> ends = EnumSet.allOf(AssignmentState.class);
        for (AssignmentLifecycle step : AssignmentLifecycle.values()) {
            reached.add(step.to());
            ends.remove(step.from());
        }

        assertThat(reached).isEqualTo(EnumSet.allOf(AssignmentState.class));
        assertThat(ends)
                .containsExactlyInAnyOrder(AssignmentState.WITHDRAWN, AssignmentState.ENDED)
                .noneMatch(AssignmentState::open);
    }

    @Test
    void a_step_that_the_table_does_not_have_is_refused_for_every_pair() {
        for (AssignmentState from : AssignmentState.values()) {
            for (AssignmentState to : AssignmentState.values()) {
                if (!AssignmentLifecycle.allows(from, to)) {
                    assertThatThrownBy(() -> AssignmentLifecycle.require(from, to))
                            .isInstanceOf(Refusal.class);
                }
            }
        }
    }
}
