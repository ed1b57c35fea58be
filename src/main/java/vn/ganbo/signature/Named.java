package vn.ganbo.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.ganbo.kernel.Texts;

/**
 * Whom a paper names under it: one of them must have signed, and the organisation puts its
 * signature behind the person's, as a seal follows a signature on paper.
 *
 * @param persons in the office that they hold
 * @param organisations whose paper it is, or who confirm it
 */
record Named(List<String> persons, List<String> organisations) {
    Named {
        persons = List.copyOf(persons);
        organisations = List.copyOf(organisations);
    }

    /** From the data kept beside a paper. */
    static Named of(JsonNode paper) {
        return new Named(
                texts(
                        paper.path("signature").path("name"),
                        paper.path("confirmation").path("signature").path("name")),
                texts(paper.path("issuer").path("name"), paper.path("confirmingCommittee")));
    }

    private static List<String> texts(JsonNode... nodes) {
        return Stream.of(nodes)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** What is wrong with those who signed, in the order in which they did; null for nothing. */
    @Nullable Objection objection(List<Verdict.Signer> signers) {
        List<Integer> byPersons = places(signers, persons);
        List<Integer> byOrganisations = places(signers, organisations);
        if (byPersons.isEmpty() && byOrganisations.isEmpty()) {
            return Objection.ANOTHER_SIGNER;
        }
        boolean before =
                !byPersons.isEmpty()
                        && !byOrganisations.isEmpty()
                        && byOrganisations.getFirst() < byPersons.getLast();
        return before ? Objection.ORGANISATION_BEFORE_PERSON : null;
    }

    /** Certificates are often written in capitals, some without diacritics. */
    private static List<Integer> places(List<Verdict.Signer> signers, List<String> names) {
        List<String> folded = names.stream().map(Texts::folded).toList();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < signers.size(); i++) {
            if (folded.contains(Texts.folded(signers.get(i).name()))) {
                places.add(i);
            }
        }
        return places;
    }
}
