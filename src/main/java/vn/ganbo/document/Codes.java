package vn.ganbo.document;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.ganbo.installation.Installation;
import vn.ganbo.kernel.Scope;

/**
 * Gives short codes: a counter of the database, scrambled under the installation's key, so that no
 * code comes twice and none can be guessed from another.
 */
@Component
class Codes {
    private static final int ROUNDS = 6;
    private static final long HALF = 100_000;

    private final PaperStore store;
    private final Installation installation;

    Codes(PaperStore store, Installation installation) {
        this.store = store;
        this.installation = installation;
    }

    /** So many fresh codes; none where this installation has no key. */
    List<String> next(Scope scope, int count) {
        return installation.key().isEmpty()
                ? List.of()
                : store.counters(scope, count).stream()
                        .map(n -> scrambled(installation, n))
                        .map(ShortCode::of)
                        .toList();
    }

    /** A permutation of all numbers of ten digits: a Feistel network over two halves of five. */
    static long scrambled(Installation installation, long counter) {
        long left = counter % ShortCode.COUNT / HALF;
        long right = counter % HALF;
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = (left + installation.scrambled("code " + round, right) % HALF) % HALF;
            left = right;
            right = mixed;
        }
        return left * HALF + right;
    }
}
