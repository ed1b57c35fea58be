package vn.ganbo.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Exemption;
import vn.ganbo.regulation.ExemptionKind;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.WorkingDays;

/**
 * Diện miễn nơi cư trú: introduced but exempt from the residence's meetings, or not introduced at
 * all, for a ground of the rulebook, a period and a paper (Hướng dẫn 33-HD/BTCTW, 1.1 and 1.2). A
 * ground of which nothing may be kept is refused before anything of it is written.
 */
@Service
public class Exemptions {
    private static final Set<MemberStatus> IN_THE_PARTY =
            EnumSet.of(
                    MemberStatus.OFFICIAL,
                    MemberStatus.PROBATIONARY,
                    MemberStatus.SUSPENDED,
                    MemberStatus.EXEMPT,
                    MemberStatus.AWAY);

    private final Members members;
    private final ExemptionStore store;
    private final ExemptionPaper paper;
    private final Rulebooks rulebooks;
    private final WorkingDays workingDays;
    private final MemberTies ties;
    private final Facts facts;
    private final Clock clock;

    Exemptions(
            Members members,
            ExemptionStore store,
            ExemptionPaper paper,
            Rulebooks rulebooks,
            WorkingDays workingDays,
            MemberTies ties,
            Facts facts,
            Clock clock) {
        this.members = members;
        this.store = store;
        this.paper = paper;
        this.rulebooks = rulebooks;
        this.workingDays = workingDays;
        this.ties = ties;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * A period to be granted.
     *
     * @param ground a key of the rulebook
     * @param since its first day
     * @param until its last day
     * @param paperNo of the paper on which it rests, or an empty text: then the decision is made
     *     here
     */
    record NewExemption(
            String ground,
            LocalDate since,
            LocalDate until,
            String paperNo,
            LocalDate paperDate,
            @Nullable String paperIssuer) {}

    /** The grounds that may be kept here, those of meetings first, in the guidance's order. */
    List<Exemption> grounds(Viewer viewer) {
        return known(viewer).filter(Exemption::stored).toList();
    }

    /** The grounds of which nothing may be kept; the page says why they cannot be chosen. */
    List<Exemption> neverKept(Viewer viewer) {
        return known(viewer).filter(e -> !e.stored()).toList();
    }

    private Stream<Exemption> known(Viewer viewer) {
        Rulebook book = book(viewer);
        return Stream.of(ExemptionKind.values()).flatMap(kind -> book.exemptions(kind).stream());
    }

    private Rulebook book(Viewer viewer) {
        return rulebooks.on(viewer.scope(), LocalDate.now(clock), viewer.unitNo());
    }

    /** What a ground is called: the rulebook's label, or the words of a list taken over. */
    static String groundName(Rulebook book, String ground) {
        return book.exemption(ground).map(Exemption::label).orElse(ground);
    }

    /**
     * Grants an exemption. Throws {@link Problems} by field, and {@link Refusal} for a ground that
     * may not be kept, a person who is no longer in the Party, and an exemption from introduction
     * while a letter is under way.
     */
    @Transactional
    void grant(Viewer viewer, UUID member, NewExemption exemption) {
        Rulebook book = book(viewer);
        Optional<Exemption> ground = book.exemption(exemption.ground());
        if (ground.isPresent() && !ground.get().stored()) {
            throw new Refusal("member.never-kept", ground.get().label());
        }
        MemberFile file = own(viewer, member);
        if (!IN_THE_PARTY.contains(file.status())) {
            throw new Refusal("member.exempt-gone", Labels.of(file.status()));
        }
        check(viewer, member, exemption, ground);
        Exemption known = ground.orElseThrow();
        if (known.kind() == ExemptionKind.INTRODUCTION) {
            underWay(viewer, member)
                    .ifPresent(tie -> {
                        throw new Refusal("member.exempt-introduced", tie);
                    });
        }

        UUID id = Ids.next();
        NewExemption whole = exemption;
        if (exemption.paperNo().isEmpty()) {
            LocalDate today = LocalDate.now(clock);
            ExemptionPaper.Cited made = paper.keep(viewer, id, file, known, exemption, book, today);
            whole =
                    new NewExemption(
                            exemption.ground(),
                            exemption.since(),
                            exemption.until(),
                            made.number(),
                            today,
                            made.issuer());
        }
        store.add(viewer.scope(), id, member, known.kind(), book.reference(), whole);

        facts.tell(
                viewer,
                new MemberFacts.ExemptionGranted(
                        member, known.kind(), exemption.since(), exemption.until()));
    }

    private Optional<String> underWay(Viewer viewer, UUID member) {
        return ties.letters(viewer.scope(), List.of(member)).values().stream().findFirst();
    }

    private MemberFile own(Viewer viewer, UUID member) {
        if (!viewer.is(Role.WORKPLACE_OFFICE)) {
            throw new NotFound();
        }
        return members.file(viewer.scope(), member).orElseThrow(NotFound::new);
    }

    private void check(
            Viewer viewer, UUID member, NewExemption exemption, Optional<Exemption> ground) {
        Problems.Gatherer problems = new Problems.Gatherer();
        if (ground.isEmpty()) {
            problems.add("ground", "Chọn căn cứ miễn.");
        }
        if (exemption.until().isBefore(exemption.since())) {
            problems.add("until", "Ngày cuối trước ngày đầu. Xem lại hai ngày này.");
        }
        if (!exemption.paperNo().isEmpty() && exemption.paperDate().isAfter(LocalDate.now(clock))) {
            problems.add("paperDate", "Ngày của văn bản chưa đến. Xem lại ngày.");
        }
        ground.filter(g -> exemption.since().isBefore(g.since()))
                .ifPresent(g ->
                        problems.add(
                                "since",
                                "Căn cứ này có từ %s. Ghi một ngày từ đó trở đi."
                                        .formatted(Show.date(g.since()))));
        problems.check();
        if (store.overlaps(viewer.scope(), member, exemption)) {
            throw Problems.of(
                    "since",
                    "Thời gian này trùng với một diện miễn đã có ở trên. Xem lại ngày, hoặc kết thúc diện miễn ấy trước.");
        }
    }

    /**
     * Ends an exemption before its last day.
     *
     * @param on the first day on which the person is no longer exempt
     */
    @Transactional
    void end(Viewer viewer, UUID member, UUID id, LocalDate on) {
        own(viewer, member);
        if (!store.end(viewer.scope(), member, id, on)) {
            throw Problems.of(
                    "on", "Ghi một ngày sau ngày bắt đầu và không muộn hơn ngày cuối đã ghi.");
        }

        facts.tell(viewer, new MemberFacts.ExemptionEnded(member, on));
    }

    /** Takes back an exemption that was entered by mistake. */
    @Transactional
    void withdraw(Viewer viewer, UUID member, UUID id) {
        own(viewer, member);
        if (!store.withdraw(viewer.scope(), member, id)) {
            throw new NotFound();
        }

        facts.tell(viewer, new MemberFacts.ExemptionWithdrawn(member));
    }

    /** The last day of which is reminded today already; null where the rulebook reminds of none. */
    @Nullable LocalDate soon(Rulebook book) {
        OptionalInt days = book.days(Clocks.EXEMPTION_ENDS);
        return days.isEmpty() ? null : workingDays.plus(LocalDate.now(clock), days.getAsInt());
    }

    /**
     * Reminds once of every exemption that ends within the rulebook's working days; nothing where
     * the rulebook sets none.
     *
     * @return how many
     */
    @Transactional
    public int remind(Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        LocalDate soon = rulebooks.find(today).map(this::soon).orElse(null);
        if (soon == null) {
            return 0;
        }
        List<UUID> ending = store.remind(viewer.scope(), today, soon);
        if (!ending.isEmpty()) {
            facts.tell(viewer, new MemberFacts.ExemptionsEnding(Ids.next(), ending));
        }
        return ending.size();
    }
}
