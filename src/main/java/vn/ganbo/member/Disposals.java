package vn.ganbo.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.DisposalStore.Approval;
import vn.ganbo.member.DisposalStore.Disposal;
import vn.ganbo.member.DisposalStore.Proposal;
import vn.ganbo.regulation.Retention;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;

/**
 * Hết hạn lưu giữ: the rulebook says how long a kind of record is kept; what is due is deleted or
 * made anonymous when two administrators of one unit have approved. What was done stays listed.
 */
@Service
class Disposals {
    private static final int LONGEST = 300;

    private final Rulebooks rulebooks;
    private final RetainedKinds retained;
    private final DisposalStore store;
    private final Facts facts;
    private final Clock clock;

    Disposals(
            Rulebooks rulebooks,
            RetainedKinds retained,
            DisposalStore store,
            Facts facts,
            Clock clock) {
        this.rulebooks = rulebooks;
        this.retained = retained;
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /** The rulebook of today, with the guidance of the viewer's unit and those above. */
    Rulebook rulebook(Viewer viewer) {
        return rulebooks.on(viewer.scope(), LocalDate.now(clock), viewer.unitNo());
    }

    /** How many records of each kind are due today; kinds without a term are absent. */
    Map<String, Long> due(Viewer viewer, Rulebook rulebook) {
        Map<String, LocalDate> before = new HashMap<>();
        for (Retention kept : rulebook.norms().retention()) {
            kept.term().ifPresent(days -> before.put(kept.key(), before(days)));
        }
        return retained.due(viewer.scope(), before);
    }

    private LocalDate before(int days) {
        return LocalDate.now(clock).minusDays(days);
    }

    /**
     * The first approval, of what is due today.
     *
     * @param kind one of {@link Retention#KEYS}
     * @throws Refusal where there is no term for it, or nothing is due
     */
    @Transactional
    void propose(Viewer viewer, String kind) {
        Rulebook rulebook = rulebook(viewer);
        Retention kept = rulebook.retention(kind).orElseThrow(NotFound::new);
        int days = kept.term().orElseThrow(() -> new Refusal("member.disposal-no-term"));
        LocalDate before = before(days);
        long due = retained.due(viewer.scope(), Map.of(kind, before)).getOrDefault(kind, 0L);
        if (due == 0) {
            throw new Refusal("member.disposal-nothing-due");
        }
        Proposal proposal =
                new Proposal(
                        viewer.unitNo(),
                        Ids.next(),
                        kind,
                        kept.label(),
                        rulebook.reference(),
                        days,
                        before,
                        due);

        store.add(viewer.scope(), proposal);
        store.approve(viewer.scope(), proposal, 1, approval(viewer));

        facts.tell(viewer, new DisposalFacts.DisposalProposed(proposal.id(), due));
    }

    /**
     * The second approval, by somebody else of the same unit; it is done at once.
     *
     * @return how many records were deleted or made anonymous
     * @throws Refusal where the first approval is the viewer's, the term has been made longer
     *     since, or it is open no more
     */
    @Transactional
    long approve(Viewer viewer, UUID id) {
        Disposal open = require(viewer, id);
        Proposal proposal = open.proposal();
        if (open.first().account().equals(viewer.account())) {
            throw new Refusal("member.disposal-same-person");
        }
        boolean stillDue =
                rulebook(viewer)
                        .retention(proposal.kind())
                        .flatMap(Retention::term)
                        .filter(days -> !before(days).isBefore(proposal.before()))
                        .isPresent();
        if (!stillDue) {
            throw new Refusal("member.disposal-term-changed");
        }

        if (!store.approve(viewer.scope(), proposal, 2, approval(viewer))) {
            throw new Refusal("member.disposal-closed");
        }
        long done = retained.dispose(viewer.scope(), proposal.kind(), id);
        if (!store.finish(viewer.scope(), id, done, clock.instant())) {
            throw new Refusal("member.disposal-closed");
        }

        facts.tell(
                viewer,
                new DisposalFacts.DisposalDone(id, store.anonymous(viewer.scope(), id), done));
        return done;
    }

    /** Gives a proposal up, with the reason; everything stays. */
    @Transactional
    void drop(Viewer viewer, UUID id, String reason) {
        require(viewer, id);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (reason.isEmpty()) {
            problems.add("reason", "Ghi lý do không xóa, để người khác biết.");
        }
        problems.atMost("reason", reason, LONGEST);
        problems.check();

        if (!store.drop(viewer.scope(), id, who(viewer), reason, clock.instant())) {
            throw new Refusal("member.disposal-closed");
        }

        facts.tell(viewer, new DisposalFacts.DisposalDropped(id));
    }

    private Disposal require(Viewer viewer, UUID id) {
        return store.open(viewer.scope(), viewer.unitNo(), id).orElseThrow(NotFound::new);
    }

    private Approval approval(Viewer viewer) {
        return new Approval(Objects.requireNonNull(viewer.account()), who(viewer), clock.instant());
    }

    private static String who(Viewer viewer) {
        return viewer.unit() == null
                ? viewer.name()
                : viewer.name() + ", " + Show.committee(viewer.unit().name());
    }
}
