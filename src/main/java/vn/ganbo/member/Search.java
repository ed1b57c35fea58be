package vn.ganbo.member;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Texts;

/**
 * What is looked for in a list of members.
 *
 * @param typed name without diacritics, initials or card number; empty for all
 * @param cell number of one cell, or null for all
 * @param afterKey sort key of the last line of the page before, empty for the first page
 * @param afterId its id
 */
record Search(String typed, @Nullable Integer cell, String afterKey, UUID afterId) {
    static final UUID FIRST = new UUID(0, 0);

    private String folded() {
        return Texts.folded(typed);
    }

    @Nullable String like() {
        return folded().isEmpty()
                ? null
                : "%" + folded().replace("\\", "").replace("%", "").replace("_", "") + "%";
    }

    String initials() {
        return folded();
    }

    String digits() {
        return typed.replaceAll("\\D", "");
    }
}
