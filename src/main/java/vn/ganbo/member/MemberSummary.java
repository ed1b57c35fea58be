package vn.ganbo.member;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;

/**
 * Tóm tắt đảng viên as the residence sees it: what the introduction letter says, and how to reach
 * the person. Ethnicity, card number and remarks of the workplace are never selected.
 *
 * @param workName the cell of Party life and the unit above it
 * @param household names of the other members of the family who are on a register here
 */
public record MemberSummary(
        UUID id,
        int workNo,
        String workName,
        @Nullable Integer resNo,
        String fullName,
        @Nullable PartialDate birth,
        @Nullable Sex sex,
        @Nullable LocalDate admitted,
        @Nullable LocalDate official,
        @Nullable String occupation,
        @Nullable String post,
        @Nullable String phone,
        @Nullable String expertise,
        @Nullable String readyToHelp,
        @Nullable String residenceAddress,
        boolean exempt,
        List<String> household) {}
