package vn.ganbo.assessment;

import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;

/**
 * Who signs on paper, in the office held on that day.
 *
 * @param name without titles
 * @param post "Bí thư" or "Phó Bí thư"
 */
public record Signer(String name, String post) {
    private static final int LONGEST = 200;

    /** In clean text; throws {@link Problems} on fields signer and post when one is missing. */
    Signer checked() {
        Signer clean = new Signer(Texts.clean(name), Texts.clean(post));
        Problems.Gatherer problems = new Problems.Gatherer();
        if (clean.name.isEmpty()) {
            problems.add("signer", "Cần ghi họ và tên người ký.");
        }
        if (clean.post.isEmpty()) {
            problems.add("post", "Cần chọn chức vụ người ký.");
        }
        problems.atMost("signer", clean.name, LONGEST);
        problems.atMost("post", clean.post, LONGEST);
        problems.check();
        return clean;
    }
}
