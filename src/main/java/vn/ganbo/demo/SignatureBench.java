package vn.ganbo.demo;

import java.time.Clock;
import java.util.Locale;
import vn.ganbo.kernel.Show;
import vn.ganbo.signature.SignatureTrial;

/** The whole check of a returned paper with two signatures, one after another. */
final class SignatureBench {
    private static final int WARM = 50;
    private static final int MEASURED = 500;
    private static final double LIMIT = 300;

    private SignatureBench() {}

    static BenchResult measure() {
        SignatureTrial trial = new SignatureTrial(Clock.system(Show.ZONE).instant());
        for (int i = 0; i < WARM; i++) {
            trial.check();
        }
        double[] took = new double[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long begin = System.nanoTime();
            trial.check();
            took[i] = (System.nanoTime() - begin) / 1e6;
        }
        return BenchResult.of(
                "signatures",
                BenchResult.percentile(took, 99),
                LIMIT,
                "ms",
                "p99 <= 300 ms",
                String.format(
                        Locale.ROOT,
                        "p99 of %d checks of a file of %d KB with two signatures beside its stored paper; p50 %.1f ms",
                        MEASURED,
                        trial.size() / 1024,
                        BenchResult.percentile(took, 50)));
    }
}
