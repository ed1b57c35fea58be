package vn.ganbo.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an act leaves behind, one per act, also for a bulk act. Each capability declares its facts
 * as records in its {@code …Facts} file; the Vietnamese sentence stands in labels.properties under
 * {@code fact.<key>} and is made when read.
 */
public interface Fact {
    /** Never renamed, such as {@code liaison.introduction-sent}. */
    String key();

    /** The case it belongs to: a letter, a meeting, a round, a unit. */
    UUID thing();

    /** The people it is about; empty where it is about none. */
    Collection<UUID> members();

    /** Units it is told to although it is about nobody there in particular; mostly none. */
    default Collection<Integer> units() {
        return List.of();
    }

    /** Superior units it is told to by number, where it is about nobody; mostly none. */
    default Collection<Integer> superiors() {
        return List.of();
    }

    /** Words for the sentence, such as {@code number}; no names of persons, no free text. */
    default Map<String, String> details() {
        return Map.of();
    }

    /**
     * The same words for those who are told at once, where they may be told more than stays in the
     * record for ever: whom to call. A notice goes in time, a fact does not.
     */
    default Map<String, String> noticed() {
        return details();
    }

    /** Which side may see it through the people it is about. */
    default Side side() {
        return Side.BOTH;
    }

    /**
     * Whether the people it is about may read it of themselves; a draft of one side is not theirs
     * to see (DECISIONS 4).
     */
    default boolean toldToMember() {
        return true;
    }

    /** The workplace and the residence of a member see different records. */
    enum Side {
        WORKPLACE,
        RESIDENCE,
        BOTH
    }
}
