package vn.ganbo.document;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;

/**
 * The kinds of paper the program makes. A kind is numbered only where its form has "Số"
 * (DECISIONS.md 9); GGT is offices' practice, PXYK is the house's choice until a form is at hand.
 */
public enum PaperKind {
    /** Giấy giới thiệu (Form A of Hướng dẫn 33-HD/BTCTW). */
    INTRODUCTION("GGT", "I"),
    /** Phiếu báo tiếp nhận: goes back to the workplace and names the letter's number. */
    ACKNOWLEDGEMENT(null, "A"),
    /** Phiếu xin ý kiến (Form B). */
    COMMENT_REQUEST("PXYK", "R"),
    /** Phiếu nhận xét (Form C). */
    COMMENT_SLIP(null, "S"),
    /** Công văn: what one committee writes to another (code CV of Hướng dẫn 05-HD/VPTW). */
    OFFICIAL_LETTER("CV", "L"),
    /** Giấy mời; GM is offices' practice. */
    INVITATION("GM", "G"),
    /** Thông báo. */
    ANNOUNCEMENT("TB", "T"),
    /** Biên bản: recorder on the left, chair on the right. */
    MINUTES("BB", "B"),
    /** Quyết định, here: of an exemption. */
    DECISION("QĐ", "Q"),
    /** Giấy giới thiệu sinh hoạt đảng: goes with a member to the next cell of Party life. */
    TRANSFER_LETTER("GTSHĐ", "M");

    private final @Nullable String symbol;
    private final String letter;

    PaperKind(@Nullable String symbol, String letter) {
        this.symbol = symbol;
        this.letter = letter;
    }

    /** The letter of the kind in a paper's mark; never changed. */
    String letter() {
        return letter;
    }

    /** The kind with that letter in its mark. */
    static Optional<PaperKind> ofLetter(String letter) {
        return Arrays.stream(values()).filter(kind -> kind.letter.equals(letter)).findFirst();
    }

    /**
     * Whether another installation takes it in from its file: it is PDF/A-3b with its data inside.
     */
    public boolean travels() {
        return switch (this) {
            case INTRODUCTION, ACKNOWLEDGEMENT, COMMENT_REQUEST, COMMENT_SLIP, TRANSFER_LETTER ->
                    true;
            case OFFICIAL_LETTER, INVITATION, ANNOUNCEMENT, MINUTES, DECISION -> false;
        };
    }

    /** Whether the form has "Số". */
    public boolean numbered() {
        return symbol != null;
    }

    /** What stands between the number and the organ. Throws where the form has no "Số". */
    String symbol() {
        if (symbol == null) {
            throw new IllegalStateException(this + " has no number on its form");
        }
        return symbol;
    }

    /** Whether an office edits such a paper before it is signed, and so gets it for Word. */
    boolean edited() {
        return switch (this) {
            case OFFICIAL_LETTER, INVITATION, ANNOUNCEMENT, MINUTES, DECISION -> true;
            case INTRODUCTION, ACKNOWLEDGEMENT, COMMENT_REQUEST, COMMENT_SLIP, TRANSFER_LETTER ->
                    false;
        };
    }

    /** What is kept as data of a paper of this kind. */
    Class<? extends PaperText> text() {
        return switch (this) {
            case INTRODUCTION -> IntroductionText.class;
            case ACKNOWLEDGEMENT -> AcknowledgementText.class;
            case COMMENT_REQUEST -> CommentRequestText.class;
            case COMMENT_SLIP -> CommentSlipText.class;
            case OFFICIAL_LETTER -> OfficialLetterText.class;
            case INVITATION, ANNOUNCEMENT, MINUTES, DECISION, TRANSFER_LETTER -> WrittenText.class;
        };
    }

    /** "Giấy giới thiệu". */
    public String label() {
        return Labels.of(this);
    }
}
