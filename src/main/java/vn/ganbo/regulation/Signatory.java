package vn.ganbo.regulation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Thẩm quyền ký: who signs one block of a paper.
 *
 * @param paper introduction, comment-request, comment, official-letter
 * @param block issuer, acknowledgement, cell, commune
 * @param onBehalf "T/M ĐẢNG ỦY", or null where the source does not say
 * @param posts who may sign, first the usual one: "Bí thư", "Phó Bí thư"
 * @param byOrder who may sign by order of the committee, or null where nobody may
 * @param seal whether a seal is put
 */
public record Signatory(
        String paper,
        String block,
        @Nullable String onBehalf,
        List<String> posts,
        @Nullable ByOrder byOrder,
        boolean seal,
        Basis basis) {

    /** Giấy giới thiệu. */
    public static final String INTRODUCTION = "introduction";

    /** Phiếu xin ý kiến. */
    public static final String COMMENT_REQUEST = "comment-request";

    /** Phiếu nhận xét. */
    public static final String COMMENT = "comment";

    /** Công văn of one committee to another. */
    public static final String OFFICIAL_LETTER = "official-letter";

    /** Whose paper it is. */
    public static final String ISSUER = "issuer";

    /** The part of an introduction that the residence fills in. */
    public static final String ACKNOWLEDGEMENT = "acknowledgement";

    /** The cell that comments. */
    public static final String CELL = "cell";

    /** The commune's committee that confirms. */
    public static final String COMMUNE = "commune";

    /**
     * Thừa lệnh: a committee signs by its secretary or a deputy of the secretary; by its order the
     * holders of these posts do.
     *
     * @param onBehalf "T/L BAN THƯỜNG VỤ"
     */
    public record ByOrder(String onBehalf, List<String> posts) {
        public ByOrder {
            posts = List.copyOf(posts);
        }
    }

    public Signatory {
        posts = List.copyOf(posts);
    }

    /** All who may sign, the usual one first. */
    List<String> everybody() {
        return byOrder == null
                ? posts
                : Stream.concat(posts.stream(), byOrder.posts().stream()).toList();
    }

    /** "T/L BAN THƯỜNG VỤ" where the holder of this post signs by order, else null. */
    @Nullable String orderOf(@Nullable String post) {
        return byOrder != null && byOrder.posts().contains(post) ? byOrder.onBehalf() : null;
    }
}
