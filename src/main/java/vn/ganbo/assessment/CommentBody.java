package vn.ganbo.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.FollowUpKind;
import vn.ganbo.regulation.Option;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.SlipForm;

/**
 * What a comment slip says and about whom, the same in every state.
 *
 * @param unitNo the cell or group on whose register the person stood
 * @param answers criterion key to option key, as the rulebook names them
 * @param rulebook reference such as 213-qd-tw/1
 */
record CommentBody(
        UUID id,
        int version,
        UUID memberId,
        String fullName,
        int unitNo,
        int cellNo,
        int wardNo,
        int year,
        SlipForm form,
        Map<String, String> answers,
        @Nullable String other,
        List<Shortcoming> shortcomings,
        String rulebook) {

    CommentBody {
        answers = Map.copyOf(answers);
        shortcomings = List.copyOf(shortcomings);
    }

    /** Criteria whose answer says that something is lacking. */
    List<Criterion> lacking(Rulebook book) {
        return book.criteria(form).stream()
                .filter(c ->
                        c.option(answers.getOrDefault(c.key(), ""))
                                .filter(Option::shortcoming)
                                .isPresent())
                .toList();
    }

    /** What the answers ask the workplace to do, if anything. */
    Optional<FollowUpKind> followUp(Rulebook book) {
        return book.criteria(form).stream()
                .flatMap(c -> c.option(answers.getOrDefault(c.key(), "")).stream())
                .map(Option::followUp)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** Criteria that have no answer yet, in the form's order. */
    List<Criterion> unanswered(Rulebook book) {
        return book.criteria(form).stream().filter(c -> !answers.containsKey(c.key())).toList();
    }
}
