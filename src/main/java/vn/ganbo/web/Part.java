package vn.ganbo.web;

/**
 * One colour of a progress bar.
 *
 * @param percent 0 to 100 of the whole bar
 * @param tone its colour
 */
public record Part(double percent, vn.ganbo.kernel.Tone tone) {
    /** A share of a total; 0 of nothing is nothing. */
    public static Part of(long share, long total, vn.ganbo.kernel.Tone tone) {
        return new Part(total == 0 ? 0 : 100.0 * share / total, tone);
    }
}
