package vn.ganbo.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Tone;
import vn.ganbo.regulation.ScreeningGround;

/**
 * Một trường hợp xem xét.
 *
 * @param facts as they stood on the day of the opening, a line each
 * @param heardOn the first day on which the person was heard, or null
 */
record CaseFile(
        int workNo,
        String workName,
        UUID id,
        UUID memberId,
        String fullName,
        ScreeningGround ground,
        String resolutionNo,
        LocalDate resolutionOn,
        String facts,
        ScreeningState state,
        LocalDate openedOn,
        @Nullable String planWhat,
        @Nullable String planHelper,
        @Nullable LocalDate planFrom,
        @Nullable LocalDate planUntil,
        @Nullable LocalDate heardOn,
        @Nullable ScreeningOutcome outcome,
        @Nullable String because,
        @Nullable String proposalNo,
        @Nullable LocalDate proposedOn,
        @Nullable String sentBackBecause,
        @Nullable String decisionNo,
        @Nullable LocalDate decisionOn,
        @Nullable String decisionIssuer,
        int version) {

    List<String> lines() {
        return facts.lines().toList();
    }

    static Tone tone(ScreeningState state) {
        return switch (state) {
            case OPENED -> Tone.ACT;
            case HELPED -> Tone.WAIT;
            case PROPOSED -> Tone.WAIT;
            case DECIDED -> Tone.DONE;
        };
    }
}
