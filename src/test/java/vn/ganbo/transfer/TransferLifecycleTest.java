package vn.ganbo.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Refusal;

class TransferLifecycleTest {
    @Test
    void every_state_but_the_two_first_is_reached_and_five_are_ends() {
        Set<TransferState> reached = EnumSet.noneOf(TransferState.class);
        Set<TransferState> ends = EnumSet.allOf(TransferState.class);
        for (TransferLifecycle step : TransferLifecycle.values()) {
            reached.add(step.to());
            ends.remove(step.from());
        }

        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(
                                EnumSet.of(TransferState.PROPOSED, TransferState.OPENED)));
        assertThat(ends)
                .containsExactlyInAnyOrder(
                        TransferState.PLACED,
                        TransferState.RETURNED,
                        TransferState.CANCELLED,
                        TransferState.LEFT,
                        TransferState.ENDED);
    }

    @Test
    void a_step_that_the_table_does_not_have_is_refused_for_every_pair() {
        for (TransferState from : TransferState.values()) {
            for (TransferState to : TransferState.values()) {
                if (!TransferLifecycle.allows(from, to)) {
                    assertThatThrownBy(() -> TransferLifecycle.require(from, to))
                            .isInstanceOf(Refusal.class);
                }
            }
        }
    }
}
