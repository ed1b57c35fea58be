package vn.ganbo.regulation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tiêu chí: one closed question of a comment slip.
 *
 * @param number as printed, from 1
 * @param key stored with every comment: example, civic, meetings, contact, voice, proposal
 * @param text the question
 * @param duties numbers of the duties it asks about; empty for the proposal
 * @param evidence what the program can show beside it: "attendance", "opinions", or null
 * @param options the answers in the form's order, best first
 */
public record Criterion(
        int number,
        String key,
        String text,
        List<Integer> duties,
        @Nullable String evidence,
        List<Option> options) {

    public Criterion {
        duties = List.copyOf(duties);
        options = List.copyOf(options);
    }

    /** Whether it asks the workplace to do something instead of marking the person. */
    public boolean proposes() {
        return options.stream().anyMatch(option -> option.followUp() != null);
    }

    /** The answer with this key; empty for a key that the form does not have. */
    public Optional<Option> option(String optionKey) {
        return options.stream().filter(o -> o.key().equals(optionKey)).findFirst();
    }
}
