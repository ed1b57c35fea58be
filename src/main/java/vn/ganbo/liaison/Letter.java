package vn.ganbo.liaison;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Show;

/** Giấy giới thiệu: one letter with the person it introduces, as its case page needs it. */
record Letter(
        UUID id,
        UUID memberId,
        LetterState state,
        @Nullable String number,
        int fromNo,
        String fromName,
        int toNo,
        String toName,
        int resNo,
        String workCell,
        String fullName,
        @Nullable String birth,
        @Nullable String sex,
        @Nullable LocalDate admitted,
        @Nullable LocalDate official,
        @Nullable String post,
        @Nullable String address,
        @Nullable String phone,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate acknowledgedOn,
        boolean exempt,
        String rulebook,
        @Nullable UUID paperId,
        @Nullable UUID acknowledgementPaperId,
        @Nullable String wishCode,
        @Nullable LocalDate dueOn,
        @Nullable UUID contactId,
        @Nullable Integer cellNo,
        @Nullable String cellName,
        @Nullable String groupName,
        @Nullable String inChargeName,
        @Nullable String inChargePhone,
        @Nullable String portalFileCode,
        @Nullable ReturnReason returnedBecause,
        @Nullable LocalDate settledOn,
        @Nullable String settledWhy,
        int version) {

    /** The letter and its papers, for its history. */
    List<UUID> things() {
        return Stream.of(id, paperId, acknowledgementPaperId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    String shownNumber() {
        return number == null ? "chưa có số" : number;
    }

    String shownIssued() {
        return Show.date(issuedOn);
    }
}
