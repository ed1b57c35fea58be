package vn.ganbo.exchange;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Thông tin trao đổi: one notice of a committee about a member, as its case page needs it.
 *
 * @param workName the workplace's cell, with its committee as {@code workCommittee}
 * @param resName where the person stood at the residence, with its ward as {@code ward}
 */
record Notice(
        UUID id,
        UUID memberId,
        String fullName,
        String fromSide,
        int fromNo,
        String fromName,
        int workNo,
        String workName,
        int resNo,
        String resName,
        NoticeKind kind,
        boolean urgent,
        String body,
        boolean byProgram,
        NoticeState state,
        @Nullable LocalDate hearUntil,
        @Nullable String heard,
        @Nullable LocalDate heardOn,
        @Nullable LocalDate sessionOn,
        @Nullable Integer sessionPresent,
        @Nullable Integer sessionAgreed,
        @Nullable String number,
        @Nullable String signedBy,
        @Nullable String signedPost,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate receivedOn,
        @Nullable String receivedBy,
        @Nullable String answer,
        @Nullable LocalDate answeredOn,
        @Nullable String answeredBy,
        @Nullable String memberSays,
        @Nullable LocalDate saidOn,
        @Nullable UUID paperId,
        @Nullable String portalFileCode,
        String rulebook,
        int version,
        OffsetDateTime changedAt,
        String changedBy) {

    /** The case and its paper, for its history. */
    List<UUID> things() {
        return paperId == null ? List.of(id) : List.of(id, paperId);
    }

    Direction direction() {
        return Direction.from(fromSide);
    }

    /** Whether the day by which the person may speak has passed, or the person has spoken. */
    boolean heardOrPassed(LocalDate today) {
        return heard != null || (hearUntil != null && today.isAfter(hearUntil));
    }
}
