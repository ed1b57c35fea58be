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
        problems.check();
        return clean;
    }
}
