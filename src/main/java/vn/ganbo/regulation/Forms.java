package vn.ganbo.regulation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Biểu mẫu: what the papers of a regulation look like and who signs them. */
public record Forms(List<Slip> slips, List<Signatory> signatories, List<Wording> wordings) {

    public Forms {
        slips = List.copyOf(slips);
        signatories = List.copyOf(signatories);
        wordings = List.copyOf(wordings);
    }

    /** Of an introduction: said of members exempt from meetings, without a full stop. */
    public static final String EXEMPT = "introduction.exempt";

    /** Of an introduction: what the residence is asked for, with {họ tên}. */
    public static final String INTRODUCTION_REQUEST = "introduction.request";

    /** Of a request for comment: the asking sentence, with {cấp ủy}, {chi bộ} and {họ tên}. */
    public static final String COMMENT_REQUEST = "comment-request.request";

    private static final Pattern BLANK = Pattern.compile("\\{[^}]*}");

    /** The blanks of a sentence: {họ tên}, {chi bộ} … */
    static Set<String> blanks(String sentence) {
        return BLANK.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A fixed sentence of a paper, with {họ tên} and the like to be filled in. */
    public record Wording(String key, String text, Basis basis) {}
}
