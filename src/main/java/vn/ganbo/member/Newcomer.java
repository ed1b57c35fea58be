package vn.ganbo.member;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;

/** Who comes with a letter on paper, as the letter describes the person. */
public record Newcomer(
        String fullName,
        @Nullable PartialDate birth,
        @Nullable Sex sex,
        @Nullable LocalDate admitted,
        @Nullable LocalDate official,
        @Nullable String post,
        @Nullable String phone,
        @Nullable String address) {}
