package vn.ganbo.away;

/** How often the cell hears from who is away; labels under contactRhythm.* */
public enum ContactRhythm {
    MONTH(1),
    TWO_MONTHS(2),
    QUARTER(3);

    private final int months;

    ContactRhythm(int months) {
        this.months = months;
    }

    int months() {
        return months;
    }
}
