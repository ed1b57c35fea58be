package vn.ganbo.regulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thẩm quyền ký: who signs one block of a paper.
 *
 * @param paper introduction, comment-request, comment, official-letter
 * @param block issuer, acknowledgement, cell, commune
 * @param onBehalf "T/M ĐẢNG ỦY", or null where the source does not say
 * @param posts who may sign, first the usual one: "Bí thư", "Phó Bí thư"
 * @param seal whether a seal is put
 */
public record Signatory(
        String paper,
        String block,
        @Nullable String onBehalf,
        List<String> posts,
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

    public Signatory {
        posts = List.copyOf(posts);
    }
}
