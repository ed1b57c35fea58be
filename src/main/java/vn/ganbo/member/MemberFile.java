package vn.ganbo.member;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;

/**
 * Hồ sơ đảng viên as the workplace sees it: the whole record that this work keeps.
 *
 * @param workNo the cell of Party life
 * @param workName its name and that of the unit above it
 * @param resNo where the person stands at the residence today, or null
 * @param maskedId the personal ID number but for its last three digits, or null where it is not
 *     known
 * @param gaps what this work needs and the record lacks
 */
public record MemberFile(
        UUID id,
        int workNo,
        String workName,
        @Nullable Integer resNo,
        String fullName,
        @Nullable String otherName,
        @Nullable PartialDate birth,
        @Nullable Sex sex,
        @Nullable String ethnicity,
        @Nullable String cardNo,
        @Nullable String fileNo,
        @Nullable String maskedId,
        @Nullable LocalDate admitted,
        @Nullable LocalDate official,
        MemberStatus status,
        @Nullable String occupation,
        @Nullable String post,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String expertise,
        @Nullable String readyToHelp,
        @Nullable String residenceAddress,
        @Nullable String residenceCommune,
        @Nullable String communeName,
        @Nullable String permanentAddress,
        @Nullable String needsReview,
        @Nullable String exemptGround,
        List<Gap> gaps,
        int version) {}
