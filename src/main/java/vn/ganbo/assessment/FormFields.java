package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.ganbo.kernel.Problems;
import vn.ganbo.web.Days;

/** Reads typed fields; what cannot be read is gathered as a problem of its field. */
final class FormFields {
    private final MultiValueMap<String, String> typed;
    private final Problems.Gatherer problems = new Problems.Gatherer();

    FormFields(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    String text(String field) {
        String value = typed.getFirst(field);
        return value == null ? "" : value.strip();
    }

    List<String> all(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /** A day as the browser sends it (2026-11-23) or as people write it (23/11/2026). */
    LocalDate day(String field, String what) {
        String value = text(field);
        Optional<LocalDate> day = Days.read(value);
        if (day.isEmpty()) {
            problems.add(
                    field,
                    value.isEmpty()
                            ? "Cần ghi " + what + "."
                            : "“%s” không phải một ngày có thật. Hãy ghi %s dạng ngày/tháng/năm, ví dụ 23/11/2026."
                                    .formatted(value, what));
        }
        return day.orElse(LocalDate.EPOCH);
    }

    /** A whole number from 0; an empty field is 0. */
    int count(String field, String what) {
        String value = text(field);
        if (value.isEmpty()) {
            return 0;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number < 10_000) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        problems.add(field, "“%s” không phải %s. Hãy ghi một số từ 0.".formatted(value, what));
        return 0;
    }

    /** The year of a round. */
    int year(String field) {
        String value = text(field);
        if (value.matches("20[0-9]{2}|2100")) {
            return Integer.parseInt(value);
        }
        problems.add(
                field,
                "“%s” không phải một năm từ 2000 đến 2100. Hãy chọn hoặc ghi lại năm."
                        .formatted(value));
        return 0;
    }

    /** Ids that a list or checkboxes sent; anything else is dropped. */
    List<UUID> ids(String field) {
        List<UUID> out = new ArrayList<>();
        for (String value : all(field)) {
            UUID id = id(value);
            if (id != null) {
                out.add(id);
            }
        }
        return out;
    }

    static @Nullable UUID id(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    Problems.Gatherer problems() {
        return problems;
    }

    /** Throws {@link Problems} when a field could not be read. */
    void check() {
        problems.check();
    }
}
