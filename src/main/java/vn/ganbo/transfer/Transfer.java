package vn.ganbo.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Tone;
import vn.ganbo.organisation.UnitSide;

/**
 * Một hồ sơ chuyển sinh hoạt đảng.
 *
 * @param fromNo the office that introduces
 * @param fromOutside whether that one is outside this program, so that the letter came on paper
 * @param workNo the cell on the day of the opening
 * @param toNo where to in this program, or null: outside
 * @param placedNo the cell in the end; of a temporary one the host's cell where it is known
 * @param until last day of a temporary one
 * @param startDue the letter of an official one is to be issued by then
 * @param handInDue the letter is to be handed in by then
 * @param dossier labels of the papers that went along
 */
record Transfer(
        int fromNo,
        String fromName,
        UnitSide fromSide,
        boolean fromOutside,
        int workNo,
        String workName,
        @Nullable Integer toNo,
        @Nullable Integer placedNo,
        @Nullable String placedName,
        UUID id,
        UUID memberId,
        String fullName,
        TransferKind kind,
        TransferCause cause,
        @Nullable String decisionNo,
        LocalDate decisionOn,
        String toName,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        TransferState state,
        LocalDate openedOn,
        @Nullable LocalDate startDue,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate handInDue,
        @Nullable String dossier,
        @Nullable UUID paperId,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate placedOn,
        @Nullable String slipNo,
        @Nullable LocalDate closedOn,
        @Nullable String because,
        @Nullable String portalFileCode,
        int version) {

    /** The case and its paper, for its history. */
    List<UUID> things() {
        return paperId == null ? List.of(id) : List.of(id, paperId);
    }

    boolean outside() {
        return toNo == null;
    }

    /** From one cell to another of the same organisation. */
    boolean inside() {
        return Objects.equals(toNo, fromNo);
    }

    boolean temporary() {
        return kind == TransferKind.TEMPORARY;
    }

    /** Whether this office introduces. */
    boolean from(Scope scope) {
        return scope.sees(fromNo);
    }

    /** Whether it leads to this office. */
    boolean to(Scope scope) {
        Integer no = toNo;
        return no != null && scope.sees(no);
    }

    /** Whether the host's cell is this one. */
    boolean hostCell(Scope scope) {
        Integer no = placedNo;
        return temporary() && no != null && scope.sees(no);
    }

    static Tone tone(TransferState state) {
        return switch (state) {
            case PROPOSED, OPENED -> Tone.ACT;
            case ISSUED, RECEIVED, STAYING -> Tone.WAIT;
            case PLACED, LEFT, ENDED -> Tone.DONE;
            case RETURNED -> Tone.LATE;
            case CANCELLED -> Tone.REST;
        };
    }
}
