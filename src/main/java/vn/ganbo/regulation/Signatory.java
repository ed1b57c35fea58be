package vn.ganbo.regulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thẩm quyền ký: who signs one block of a paper.
 *
 * @param paper introduction, comment-request, comment
 * @param block issuer, acknowledgement, cell, commune
 * @param onBehalf "T/M ĐẢNG ỦY", or null where the source does not say
 * @param posts who may sign, first the usual one, in capitals as printed
 * @param seal whether a seal is put
 */
public record Signatory(
        String paper,
        String block,
        @Nullable String onBehalf,
        List<String> posts,
        boolean seal,
        Basis basis) {

    public Signatory {
        posts = List.copyOf(posts);
    }
}
