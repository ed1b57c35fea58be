package vn.ganbo.member;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ganbo.kernel.Sought;
import vn.ganbo.kernel.Texts;
import vn.ganbo.organisation.Unit;

/**
 * What is looked for in a list of members.
 *
 * @param typed words of the name in any order, initials, a card or phone number, or a unit's name;
 *     empty for all
 * @param cell number of one cell, or null for all
 * @param missing what the records lack: a {@link Gap} or {@link #ANY_GAP}, or null for all
 * @param afterKey sort key of the last line of the page before, empty for the first page
 * @param afterId its id
 */
record Search(
        String typed,
        @Nullable Integer cell,
        @Nullable String missing,
        String afterKey,
        UUID afterId) {
    static final String ANY_GAP = "ANY";
    static final UUID FIRST = new UUID(0, 0);

    /** A unit's name is looked for from here on; two letters are initials or a short name. */
    private static final int SHORTEST_UNIT = 3;

    /** No unit has the greatest of all numbers, and no range goes on behind it. */
    Search {
        cell = cell != null && cell == Integer.MAX_VALUE ? Integer.valueOf(-1) : cell;
    }

    /** Whether no page was read before. */
    boolean fromTheBeginning() {
        return afterKey.isEmpty();
    }

    /** Whether anybody in particular is looked for. */
    boolean asked() {
        return !folded().isEmpty();
    }

    private String folded() {
        return sought().folded();
    }

    /** As one pattern in the order typed, or null for nothing. */
    @Nullable String like() {
        return folded().isEmpty() ? null : "%" + folded() + "%";
    }

    /** What was typed, as a name, a card or a phone number. */
    Sought sought() {
        return new Sought(typed);
    }

    /** Numbers of those units whose name holds what was typed. */
    Integer[] units(Collection<Unit> units) {
        String folded = folded();
        return units.stream()
                .filter(unit ->
                        folded.length() >= SHORTEST_UNIT
                                && Texts.folded(unit.name()).contains(folded))
                .map(Unit::no)
                .toArray(Integer[]::new);
    }

    /** The part of the address behind the question mark; empty where nothing is filtered. */
    String query() {
        UriComponentsBuilder link = UriComponentsBuilder.newInstance();
        if (!typed.isBlank()) {
            link.queryParam("q", "{q}");
        }
        if (cell != null) {
            link.queryParam("cell", cell);
        }
        if (missing != null) {
            link.queryParam("missing", missing);
        }
        String shown = link.encode().buildAndExpand(typed.strip()).toUriString();
        return shown.startsWith("?") ? shown.substring(1) : shown;
    }
}
