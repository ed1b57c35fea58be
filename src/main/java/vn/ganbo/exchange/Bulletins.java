package vn.ganbo.exchange;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Rulebooks;

/**
 * Bản tin nơi cư trú: what is going on at the residence, to every workplace with somebody on its
 * register; each workplace acknowledges its copy. About nobody in particular.
 */
@Service
class Bulletins {
    private static final int LONGEST_TITLE = 200;

    private final BulletinStore store;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    Bulletins(BulletinStore store, Rulebooks rulebooks, Facts facts, Clock clock) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /** What is to be told. */
    record NewBulletin(String title, String body) {}

    static boolean mayWrite(Viewer viewer) {
        return viewer.is(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY);
    }

    /**
     * Signs and sends. Throws {@link Problems} by field, and {@link Refusal} where nobody works
     * elsewhere.
     */
    @Transactional
    UUID send(Viewer viewer, NewBulletin typed, Signer signer) {
        if (!mayWrite(viewer)) {
            throw new NotFound();
        }
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        NewBulletin bulletin =
                new NewBulletin(Texts.clean(typed.title()), Texts.paragraphs(typed.body()));
        if (bulletin.title().isEmpty()) {
            problems.add("title", "Ghi tiêu đề bản tin.");
        }
        problems.atMost("title", bulletin.title(), LONGEST_TITLE);
        if (bulletin.body().isEmpty()) {
            problems.add("body", "Ghi nội dung bản tin.");
        }
        problems.atMost("body", bulletin.body(), Exchanges.LONGEST);
        Signer name =
                Signer.checked(
                        signer,
                        rulebooks.on(viewer.scope(), stamp.on(), viewer.unitNo()),
                        problems);
        problems.check();
        List<Integer> works = store.workplaces(viewer.scope());
        if (works.isEmpty()) {
            throw new Refusal("exchange.no-workplace");
        }

        UUID id = Ids.next();
        store.add(viewer.scope(), id, bulletin, name, works, stamp);

        facts.tell(viewer, new ExchangeFacts.BulletinSent(id, works.size()));
        return id;
    }

    /** The workplace has read it. */
    @Transactional
    void acknowledge(Viewer viewer, UUID id) {
        if (!viewer.is(Role.WORKPLACE_OFFICE)) {
            throw new NotFound();
        }
        if (store.one(viewer.scope(), id).isEmpty()) {
            throw new NotFound();
        }
        if (store.acknowledge(viewer.scope(), id, Stamp.of(viewer, clock)) == 0) {
            throw new Refusal("exchange.already-acknowledged");
        }

        facts.tell(viewer, new ExchangeFacts.BulletinAcknowledged(id));
    }
}
