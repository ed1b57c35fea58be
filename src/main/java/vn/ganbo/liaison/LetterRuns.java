package vn.ganbo.liaison;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions.Issued;
import vn.ganbo.liaison.Introductions.Signer;
import vn.ganbo.liaison.LetterRunStore.Run;

/**
 * Lập và ký nhiều giấy một lần: numbers are given at once, the papers are drawn one after the other
 * in the order of the numbers. Each part is kept before the next is begun, so that nothing is drawn
 * twice and nothing is missing, however often the program stops.
 */
@Service
public class LetterRuns {
    private final Introductions introductions;
    private final LetterRunStore store;
    private final Facts facts;
    private final Clock clock;

    LetterRuns(Introductions introductions, LetterRunStore store, Facts facts, Clock clock) {
        this.introductions = introductions;
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * A run that is there and waits for {@link LetterRunWork}.
     *
     * @param issued what came of giving numbers
     */
    public record Begun(UUID run, Issued issued) {}

    /** Gives letters to these people and begins to sign them; the signer is checked first. */
    @Transactional
    public Begun issue(Viewer viewer, Collection<UUID> people, Signer signer) {
        Stamp stamp = Stamp.of(viewer, clock);
        Signer name = introductions.checked(signer, stamp.on());
        Issued issued = introductions.issue(viewer, people);
        return new Begun(begin(viewer, issued.letters(), name, stamp), issued);
    }

    /** Begins to sign letters that have their numbers. */
    @Transactional
    public UUID sign(Viewer viewer, Collection<UUID> letters, Signer signer) {
        Stamp stamp = Stamp.of(viewer, clock);
        return begin(viewer, letters, introductions.checked(signer, stamp.on()), stamp);
    }

    private UUID begin(Viewer viewer, Collection<UUID> letters, Signer signer, Stamp stamp) {
        UUID run = Ids.next();
        store.add(viewer.scope(), run, viewer.account(), viewer.office(), signer, stamp);
        if (store.assign(viewer.scope(), run, letters) != letters.size()) {
            throw new Refusal("liaison.letters-changed");
        }
        return run;
    }

    /**
     * Signs the next letters of a run; when none is left the run is finished and told of.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean work(Viewer viewer, UUID id, int size) {
        Run run = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        List<UUID> letters = store.next(viewer.scope(), id, size);
        if (!letters.isEmpty()) {
            introductions.signPart(viewer, letters, run.by());
            return true;
        }
        Stamp stamp = Stamp.of(viewer, clock);
        store.finish(viewer.scope(), id, stamp);
        List<UUID> people = store.people(viewer.scope(), id);
        if (run.running() && !people.isEmpty()) {
            facts.tell(viewer, new LiaisonFacts.IntroductionsSigned(id, people));
        }
        return false;
    }

    /** Lets a run go on that has stopped. */
    @Transactional
    void goOn(Viewer viewer, UUID id) {
        Run run = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        if (run.failed() == null) {
            throw new Refusal("liaison.run-not-stopped");
        }
        store.goOn(viewer.scope(), id, false);
    }
}
