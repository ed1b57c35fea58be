package vn.ganbo.away;

/** Đảng phí of a month; labels under dueMark.* */
public enum DueMark {
    PAID("Đ"),
    UNPAID("C"),
    REDUCED("G"),
    EXEMPT("M");

    private final String letter;

    DueMark(String letter) {
        this.letter = letter;
    }

    /** One letter for narrow columns; the page says what it means. */
    public String letter() {
        return letter;
    }
}
