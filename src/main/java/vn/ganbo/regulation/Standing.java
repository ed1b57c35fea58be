package vn.ganbo.regulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rulebook asks of one member, exempt or not.
 *
 * @param introduced whether the workplace introduces the member to the residence
 * @param meets whether the member is asked to the periodic meetings
 * @param duties the duties that hold; empty when not known
 * @param commentedYearly whether the residence comments every year; otherwise only when asked
 * @param slip the form used for a comment, or null when there is none or it is not known
 */
public record Standing(
        boolean introduced,
        boolean meets,
        List<Duty> duties,
        boolean commentedYearly,
        @Nullable SlipForm slip) {

    public Standing {
        duties = List.copyOf(duties);
    }
}
