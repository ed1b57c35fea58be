package vn.ganbo.assessment;

import java.util.List;
import java.util.Optional;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.web.Choice;

/**
 * Who signs on paper, in the office held on that day.
 *
 * @param name without titles
 * @param post "Bí thư" or "Phó Bí thư"
 */
public record Signer(String name, String post) {
    private static final int LONGEST = 200;

    /**
     * In clean text, with the post as the rulebook writes it. Throws {@link Problems} on fields
     * signer and post when one is missing, or when the rulebook does not let the post sign this
     * block of this paper.
     */
    Signer checked(Rulebook rulebook, String paper, String block) {
        String clean = Texts.clean(name);
        Optional<String> known = rulebook.post(paper, block, Texts.clean(post));
        Problems.Gatherer problems = new Problems.Gatherer();
        if (clean.isEmpty()) {
            problems.add("signer", "Cần ghi họ và tên người ký.");
        }
        if (known.isEmpty()) {
            problems.add(
                    "post",
                    "Cần chọn chức vụ người ký: %s."
                            .formatted(String.join(" hoặc ", rulebook.requirePosts(paper, block))));
        }
        problems.atMost("signer", clean, LONGEST);
        problems.check();
        return new Signer(clean, known.orElseThrow());
    }

    /** The posts to choose from for a block of a paper; who signs by order is shown so. */
    static List<Choice> posts(Rulebook rulebook, String paper, String block) {
        return rulebook.requirePosts(paper, block).stream()
                .map(post -> {
                    String order = rulebook.byOrder(paper, block, post);
                    return Choice.of(post, order == null ? post : post + " (" + order + ")");
                })
                .toList();
    }
}
