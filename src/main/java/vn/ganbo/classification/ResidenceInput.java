package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.kernel.Scope;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.Option;
import vn.ganbo.regulation.Rulebooks;

/**
 * Giữ mối liên hệ nơi cư trú: the residence's returned comment of the year as one named input (Quy
 * định 366-QĐ/TW, Phụ lục 4; item 2 of the dossier in Hướng dẫn 43-HD/BTCTW).
 */
@Component
class ResidenceInput {
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final ReviewQueries queries;
    private final Rulebooks rulebooks;
    private final JsonMapper json;

    ResidenceInput(ReviewQueries queries, Rulebooks rulebooks, JsonMapper json) {
        this.queries = queries;
        this.rulebooks = rulebooks;
        this.json = json;
    }

    /** A criterion of the slip with the words of its mark. */
    record Mark(String criterion, String words) {}

    /**
     * What a slip says.
     *
     * @param other nhận xét khác: the facts in words
     */
    record Said(UUID id, LocalDate returnedOn, List<Mark> marks, @Nullable String other) {
        Said {
            marks = List.copyOf(marks);
        }
    }

    /** Null where the residence has not returned a slip of that year. */
    @Nullable Said said(Scope scope, UUID member, int year) {
        return said(scope, List.of(member), year).get(member);
    }

    /** By member; without those of whom the residence has not returned a slip of that year. */
    Map<UUID, Said> said(Scope scope, List<UUID> members, int year) {
        Map<UUID, Said> said = new HashMap<>();
        for (ReviewQueries.Returned slip : queries.returned(scope, members, year)) {
            said.put(slip.memberId(), read(slip));
        }
        return said;
    }

    private Said read(ReviewQueries.Returned slip) {
        Map<String, String> answers = json.readValue(slip.answers(), ANSWERS);
        List<Mark> marks = new ArrayList<>();
        rulebooks
                .byReference(slip.rulebook())
                .ifPresent(book -> {
                    for (Criterion criterion : book.criteria(slip.form())) {
                        String given = answers.get(criterion.key());
                        if (given != null) {
                            marks.add(
                                    new Mark(
                                            criterion.text(),
                                            criterion
                                                    .option(given)
                                                    .map(Option::label)
                                                    .orElse(given)));
                        }
                    }
                });
        return new Said(slip.id(), slip.returnedOn(), marks, slip.other());
    }
}
