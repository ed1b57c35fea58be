package vn.ganbo.away;

/** Đảng phí of a month; labels under dueMark.* */
public enum DueMark {
    PAID("Đ", "y"),
    UNPAID("C", "p"),
    REDUCED("G", "r"),
    EXEMPT("M", "k");

    private final String letter;
    private final String css;

    DueMark(String letter, String css) {
        this.letter = letter;
        this.css = css;
    }

    /** One letter for narrow columns; the page says what it means. */
    public String letter() {
        return letter;
    }

    /** The class of its button. */
    String css() {
        return css;
    }
}
