package vn.ganbo.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One line of target/bench.json.
 *
 * @param scenario its name, never changed
 * @param ours what the program needed
 * @param limit what was measured as the limit in the same run, or the absolute aim where there is
 *     none
 * @param ratio ours divided by limit
 * @param unit of ours and limit
 * @param aim what is asked for
 * @param note what was seen beside it
 */
record BenchResult(
        String scenario,
        double ours,
        double limit,
        double ratio,
        String unit,
        String aim,
        String note) {

    static BenchResult of(
            String scenario, double ours, double limit, String unit, String aim, String note) {
        return new BenchResult(
                scenario, rounded(ours), rounded(limit), rounded(ours / limit), unit, aim, note);
    }

    /** The value that so many percent of the measurements do not exceed; percent from 0 to 100. */
    static double percentile(double[] measured, int percent) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        int place = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return sorted[Math.max(0, place)];
    }

    /** All lines as a table for people. */
    static String table(List<BenchResult> results) {
        StringBuilder out = new StringBuilder();
        out.append(row("scenario", "ours", "limit", "ratio", "unit", "aim"));
        for (BenchResult r : results) {
            out.append(
                    row(
                            r.scenario,
                            Double.toString(r.ours),
                            Double.toString(r.limit),
                            Double.toString(r.ratio),
                            r.unit,
                            r.aim));
            out.append("  ").append(r.note).append('\n');
        }
        return out.toString();
    }

    private static String row(
            String scenario, String ours, String limit, String ratio, String unit, String aim) {
        return String.format(
                Locale.ROOT,
                "%-16s %10s %10s %8s %-4s %s%n",
                scenario,
                ours,
                limit,
                ratio,
                unit,
                aim);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
