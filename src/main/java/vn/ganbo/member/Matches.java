package vn.ganbo.member;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Viewer;

/** Khớp người: a person says who is meant by rows that fit several members. */
@Service
class Matches {
    private final MatchStore store;
    private final Facts facts;
    private final Clock clock;

    Matches(MatchStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Keeps the answers that fit what the list asks.
     *
     * @param said row number to the chosen answer
     * @return whether any was kept
     */
    @Transactional
    boolean decide(Viewer viewer, UUID list, Map<Integer, String> said) {
        int decided = store.decide(viewer, list, said, clock.instant());
        if (decided > 0) {
            facts.tell(viewer, new ImportFacts.MatchesDecided(list, decided));
        }
        return decided > 0;
    }
}
