package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;

class CommentLifecycleTest {
    @ParameterizedTest
    @EnumSource
    void an_act_is_possible_in_its_own_state_and_refused_in_every_other(CommentLifecycle act) {
        for (CommentState state : CommentState.values()) {
            if (state == act.from()) {
                act.require(state);
                assertThat(CommentLifecycle.actsFrom(state)).contains(act);
            } else {
                assertThatThrownBy(() -> act.require(state)).isInstanceOf(Refusal.class);
                assertThat(CommentLifecycle.actsFrom(state)).doesNotContain(act);
            }
        }
    }

    @Test
    void every_state_is_reached_from_the_draft_and_only_the_returned_slip_rests() {
        Set<CommentState> reached = EnumSet.of(CommentState.DRAFT);
        for (int i = 0; i < CommentState.values().length; i++) {
            for (CommentState state : Set.copyOf(reached)) {
                CommentLifecycle.actsFrom(state).forEach(act -> reached.add(act.to()));
            }
        }

        assertThat(reached).containsExactlyInAnyOrder(CommentState.values());
        assertThat(
                        Arrays.stream(CommentState.values())
                                .filter(state -> CommentLifecycle.actsFrom(state).isEmpty()))
                .containsExactly(CommentState.RETURNED);
    }

    @Test
    void a_slip_passes_through_cell_and_commune_before_it_is_returned() {
        assertThat(
                        Arrays.stream(CommentLifecycle.values())
                                .filter(act -> act.to() == CommentState.RETURNED)
                                .map(CommentLifecycle::from))
                .containsExactly(CommentState.COMMUNE_CONFIRMED);
        assertThat(
                        Arrays.stream(CommentLifecycle.values())
                                .filter(act -> act.to() == CommentState.COMMUNE_CONFIRMED)
                                .map(CommentLifecycle::from))
                .containsExactly(CommentState.CELL_SIGNED);
    }

    @Test
    void each_state_has_a_type_of_its_own_a_label_and_a_step() {
        assertThat(Comment.class.getPermittedSubclasses()).hasSize(CommentState.values().length);
        for (CommentState state : CommentState.values()) {
            assertThat(Labels.of(state)).isNotBlank();
            assertThat(Labels.of("commentStep." + state.name())).isNotBlank();
        }
    }
}
