package vn.ganbo.classification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.classification.ClassificationFacts.CollectiveStep;
import vn.ganbo.classification.CollectiveStore.Ballot;
import vn.ganbo.classification.CollectiveStore.Closing;
import vn.ganbo.classification.CollectiveStore.Collective;
import vn.ganbo.classification.CollectiveStore.Line;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ClassificationBook.Section;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ClassificationRules;

/**
 * Kiểm điểm tập thể: a cell, or the committee, writes its report, votes on its level and sends it;
 * the committee decides on cells, and records what the committee above decided on itself (Hướng dẫn
 * 43-HD/BTCTW, Mẫu 01).
 */
@Service
public class CollectiveReviews {
    private static final int LONGEST = 10_000;
    private static final int LONGEST_REASON = 500;

    private final CollectiveStore store;
    private final LevelDecisionStore decisions;
    private final ClassificationRules rules;
    private final Facts facts;
    private final Clock clock;

    CollectiveReviews(
            CollectiveStore store,
            LevelDecisionStore decisions,
            ClassificationRules rules,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
    }

    /** A unit in a year, as it was seen on the page; version 0 where nothing was written. */
    public record Which(UUID year, int unitNo, int version) {}

    /** As typed at the end of the meeting; null where nothing, or nothing that can be read. */
    public record Typed(
            @Nullable LocalDate metOn,
            int present,
            int excellent,
            int good,
            int fulfilled,
            int notFulfilled,
            @Nullable ClassificationLevel proposed,
            @Nullable LocalDate signedOn) {}

    /** Whether the viewer's office writes this one: the cell its own, the committee its own. */
    static boolean mayWrite(Viewer viewer, Collective of) {
        return of.open()
                && of.unitNo() == viewer.unitNo()
                && (of.committee()
                        ? ClassificationMenu.office(viewer)
                        : ClassificationMenu.secretary(viewer));
    }

    /**
     * Keeps the draft; anything may still be missing.
     *
     * @param words section key to text
     * @throws Refusal when it was sent, or changed in another window
     */
    @Transactional
    public void save(Viewer viewer, Which which, Map<String, String> words) {
        Collective of = own(viewer, which);
        Problems.Gatherer problems = new Problems.Gatherer();
        Map<String, String> answers = read(of, words, false, problems);
        problems.check();
        UUID id = of.id() == null ? Ids.next() : of.id();

        store.save(viewer.scope(), id, of, answers, Stamp.of(viewer, clock));

        facts.tell(viewer, new CollectiveStep(id, CollectiveStep.SAVED, of.unitNo()));
    }

    /**
     * Sends the report with the vote and the proposed level.
     *
     * @throws Problems by field for what is missing, for days to come, or more votes than people
     * @throws Refusal when it was sent, or changed in another window
     */
    @Transactional
    public void send(Viewer viewer, Which which, Map<String, String> words, Typed typed) {
        Stamp stamp = Stamp.of(viewer, clock);
        Collective of = own(viewer, which);
        Problems.Gatherer problems = new Problems.Gatherer();
        Map<String, String> answers = read(of, words, true, problems);
        Closing closing = closing(typed, stamp.on(), problems);
        UUID id = of.id() == null ? Ids.next() : of.id();

        store.save(viewer.scope(), id, of, answers, stamp);
        store.send(viewer.scope(), id, closing);

        facts.tell(viewer, new CollectiveStep(id, CollectiveStep.SENT, of.unitNo()));
    }

    /**
     * The committee gives a cell's report back with a reason.
     *
     * @throws Problems without a reason
     * @throws Refusal when it does not wait, or changed in another window
     */
    @Transactional
    public void sendBack(Viewer viewer, Which which, String reason) {
        Collective of = visible(viewer, which);
        if (of.orgNo() != viewer.unitNo()) {
            throw new NotFound();
        }
        Problems.Gatherer problems = new Problems.Gatherer();
        String because = Texts.clean(reason);
        if (because.isEmpty()) {
            problems.add("because", "Ghi lý do chuyển lại; chi bộ đọc được lý do này.");
        }
        problems.atMost("because", because, LONGEST_REASON);
        problems.check();
        UUID id = of.id();
        if (id == null || of.state() != CollectiveState.PROPOSED) {
            throw new Refusal("classification.collective-does-not-wait");
        }

        store.sendBack(viewer.scope(), id, which.version(), because, Stamp.of(viewer, clock));

        facts.tell(viewer, new CollectiveStep(id, CollectiveStep.SENT_BACK, of.unitNo()));
    }

    /**
     * Decides on reports that wait: on cells together, or records alone what the committee above
     * decided on this committee.
     *
     * @throws Problems without number or unit, for a day to come, or above the cap without reason
     */
    @Transactional
    public void decide(Viewer viewer, LevelDecisions.Decision decision) {
        Stamp stamp = Stamp.of(viewer, clock);
        List<Line> all = store.list(viewer.scope(), decision.year());
        Map<UUID, Line> waiting = new HashMap<>();
        all.stream()
                .filter(line -> line.id() != null && line.waits())
                .forEach(line -> waiting.put(line.id(), line));
        List<Integer> units = new ArrayList<>();
        int committees = 0;
        for (LevelDecisions.Given one : decision.given()) {
            Line line = waiting.get(one.review().id());
            if (line == null) {
                throw new Refusal("classification.collective-changed");
            }
            units.add(line.unitNo());
            committees += line.committee() ? 1 : 0;
        }
        if (committees > 0 && units.size() > 1) {
            throw Problems.of(
                    "given",
                    "Mức của tập thể cấp ủy do cấp trên quyết định, nên ghi riêng, không ghi cùng các chi bộ.");
        }
        ExcellentCap cap = cap(all, decision.given(), decision.cap());
        List<ExcellentCap> above =
                cap != null && cap.exceeded() && committees == 0 ? List.of(cap) : List.of();
        Problems.Gatherer problems = new Problems.Gatherer();
        LevelDecisions.check(decision, above, stamp.on(), rules.on(stamp.on()), "chi bộ", problems);
        problems.check();

        UUID id = Ids.next();
        decisions.record(viewer.scope(), id, viewer.unitNo(), decision, !above.isEmpty(), stamp);
        store.decide(viewer.scope(), id, decision.given(), stamp);

        facts.tell(
                viewer, new ClassificationFacts.CollectivesDecided(id, units, decision.number()));
    }

    /**
     * Corrects what was recorded wrongly of a cell or of the committee, or number and day of a
     * whole decision on cells.
     *
     * @throws Problems without a reason, when nothing is different, and as {@link #decide} does
     * @throws Refusal when nothing was decided yet, or it changed in another window
     */
    @Transactional
    void correct(Viewer viewer, LevelCorrection correction) {
        Stamp stamp = Stamp.of(viewer, clock);
        LevelDecisions.Decision decision = correction.decision();
        List<Line> all = store.list(viewer.scope(), decision.year());
        List<LevelCorrection.Standing> standing = standing(all);
        LevelCorrection.Standing one = LevelCorrection.one(decision, standing);
        List<LevelDecisions.Given> given = correction.given(one, standing);
        boolean committee = one.group() == viewer.unitNo();
        ExcellentCap cap = cap(all, given, decision.cap());
        List<ExcellentCap> above =
                cap != null && cap.exceeded() && !committee ? List.of(cap) : List.of();
        Problems.Gatherer problems = new Problems.Gatherer();
        correction.check(one, problems);
        LevelDecisions.check(decision, above, stamp.on(), rules.on(stamp.on()), "chi bộ", problems);
        problems.check();

        UUID id = Ids.next();
        decisions.record(viewer.scope(), id, viewer.unitNo(), decision, !above.isEmpty(), stamp);
        store.correct(viewer.scope(), id, given, correction.reason(), stamp);

        Set<UUID> changed =
                given.stream().map(now -> now.review().id()).collect(Collectors.toSet());
        facts.tell(
                viewer,
                new ClassificationFacts.CollectivesCorrected(
                        id,
                        all.stream()
                                .filter(line -> line.id() != null && changed.contains(line.id()))
                                .map(Line::unitNo)
                                .toList(),
                        decision.number()));
    }

    /** What is on record, of those that were decided on. */
    static List<LevelCorrection.Standing> standing(List<Line> lines) {
        return lines.stream().map(Line::standing).flatMap(Optional::stream).toList();
    }

    /** The cap over cells decided before and what would be given now; null where there is none. */
    static @Nullable ExcellentCap cap(
            List<Line> lines, List<LevelDecisions.Given> given, int percent) {
        Map<UUID, ClassificationLevel> now = new HashMap<>();
        given.forEach(one -> now.put(one.review().id(), one.level()));
        List<ClassificationLevel> levels = new ArrayList<>();
        for (Line line : lines) {
            UUID id = line.id();
            ClassificationLevel chosen = id == null ? null : now.get(id);
            ClassificationLevel level = chosen == null ? line.level() : chosen;
            if (level != null && !line.committee()) {
                levels.add(level);
            }
        }
        return levels.isEmpty() ? null : ExcellentCap.ofCells(levels, percent);
    }

    private Collective visible(Viewer viewer, Which which) {
        return store.find(viewer.scope(), which.year(), which.unitNo())
                .filter(found -> ClassificationMenu.ours(viewer, found.orgNo()))
                .orElseThrow(NotFound::new);
    }

    private Collective own(Viewer viewer, Which which) {
        Collective of = visible(viewer, which);
        if (of.version() != which.version() || !of.open()) {
            throw new Refusal("classification.collective-changed");
        }
        if (!mayWrite(viewer, of)) {
            throw new NotFound();
        }
        return of;
    }

    private Map<String, String> read(
            Collective of, Map<String, String> words, boolean whole, Problems.Gatherer problems) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Section section : rules.under(of.rulebook()).collective().sections()) {
            String field = "s-" + section.key();
            String text =
                    words.getOrDefault(field, "")
                            .lines()
                            .map(Texts::clean)
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.joining("\n"));
            problems.atMost(field, text, LONGEST);
            if (!text.isEmpty()) {
                answers.put(section.key(), text);
            } else if (whole) {
                problems.add(field, "Ghi mục này; không có thì ghi “Không có”.");
            }
        }
        return answers;
    }

    private static Closing closing(Typed typed, LocalDate today, Problems.Gatherer problems) {
        LocalDate metOn = typed.metOn();
        LocalDate signedOn = typed.signedOn();
        ClassificationLevel proposed = typed.proposed();
        Ballot ballot =
                new Ballot(
                        typed.excellent(), typed.good(), typed.fulfilled(), typed.notFulfilled());
        if (metOn == null) {
            problems.add("metOn", "Ghi ngày tập thể họp.");
        } else if (metOn.isAfter(today)) {
            problems.add(
                    "metOn",
                    "Ngày họp %s chưa đến. Gửi báo cáo sau khi đã họp."
                            .formatted(Show.date(metOn)));
        }
        if (signedOn == null) {
            problems.add("signedOn", "Ghi ngày ký báo cáo.");
        } else if (signedOn.isAfter(today) || (metOn != null && signedOn.isBefore(metOn))) {
            problems.add(
                    "signedOn",
                    "Ngày ký %s phải từ ngày họp đến hôm nay.".formatted(Show.date(signedOn)));
        }
        if (typed.present() < 1) {
            problems.add("present", "Ghi số người dự họp.");
        }
        if (ballot.sum() < 1) {
            problems.add("votes", "Ghi số phiếu cho từng mức.");
        } else if (ballot.sum() > typed.present()) {
            problems.add(
                    "votes",
                    "%d phiếu, nhiều hơn %d người dự họp."
                            .formatted(ballot.sum(), typed.present()));
        }
        if (proposed == null) {
            problems.add("proposed", "Chọn mức tập thể đề nghị.");
        }
        problems.check();
        if (metOn == null || signedOn == null || proposed == null) {
            throw new IllegalStateException("checked above");
        }
        return new Closing(metOn, typed.present(), ballot, proposed, signedOn);
    }
}
