package vn.ganbo.exchange;

import java.util.Optional;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Signatory;

/**
 * Who signs on paper.
 *
 * @param name without titles
 * @param post one that the rulebook lets sign: "Bí thư", "Phó Bí thư"
 */
public record Signer(String name, String post) {
    private static final int LONGEST_NAME = 200;

    /** In clean text, with the post as the rulebook writes it; problems under signer and post. */
    static Signer checked(Signer signer, Rulebook book, Problems.Gatherer problems) {
        String name = Texts.clean(signer.name());
        if (name.isEmpty()) {
            problems.add("signer", "Cần ghi họ và tên người ký.");
        }
        problems.atMost("signer", name, LONGEST_NAME);
        Optional<String> post =
                book.post(Signatory.OFFICIAL_LETTER, Signatory.ISSUER, Texts.clean(signer.post()));
        if (post.isEmpty()) {
            problems.add(
                    "post",
                    "Cần chọn chức vụ người ký: %s."
                            .formatted(
                                    String.join(
                                            " hoặc ",
                                            book.requirePosts(
                                                    Signatory.OFFICIAL_LETTER, Signatory.ISSUER))));
        }
        return new Signer(name, post.orElse(""));
    }
}
