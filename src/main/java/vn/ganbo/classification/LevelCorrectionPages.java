package vn.ganbo.classification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.classification.CollectiveStore.Collective;
import vn.ganbo.classification.CollectiveStore.Line;
import vn.ganbo.classification.LevelDecisionStore.Proposal;
import vn.ganbo.classification.SelfReviewStore.Review;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ClassificationBook;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Link;
import vn.ganbo.web.Typed;

/**
 * Sửa quyết định xếp loại đã ghi nhầm: what stands is in the fields, and what is wrong is changed.
 */
@Controller
class LevelCorrectionPages {
    private static final String MEMBER = CellReviewPages.PATH + "/correction";
    private static final String COLLECTIVE = CollectivePages.ONE + "/correction";

    private final LevelDecisions decisions;
    private final LevelDecisionStore store;
    private final SelfReviewStore reviews;
    private final CollectiveReviews collectives;
    private final CollectiveStore collectiveStore;
    private final ClassificationRules rules;
    private final Clock clock;

    LevelCorrectionPages(
            LevelDecisions decisions,
            LevelDecisionStore store,
            SelfReviewStore reviews,
            CollectiveReviews collectives,
            CollectiveStore collectiveStore,
            ClassificationRules rules,
            Clock clock) {
        this.decisions = decisions;
        this.store = store;
        this.reviews = reviews;
        this.collectives = collectives;
        this.collectiveStore = collectiveStore;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param back the page of the one that is corrected
     * @param beside how many others stand under the same decision
     * @param whom "đảng viên" or "chi bộ"
     */
    record View(
            String name,
            List<Link> crumbs,
            String back,
            LevelCorrection.Standing now,
            List<Corrected> corrections,
            int beside,
            String whom,
            List<ExcellentCap> caps,
            List<Choice> levels,
            List<Choice> percents,
            ClassificationBook book,
            Typed typed) {}

    @GetMapping(MEMBER)
    String ofMember(Viewer viewer, @PathVariable UUID id, Model model) {
        return draw(viewer, decided(viewer, id), Typed.empty(), model);
    }

    @PostMapping(MEMBER)
    String correctMember(Viewer viewer, @PathVariable UUID id, Form form) {
        Review review = decided(viewer, id);
        Typed typed = form.typed();
        return form.run(
                () -> {
                    decisions.correct(
                            viewer,
                            LevelCorrection.read(
                                    LevelDecisionPages.decision(review.yearId(), typed), typed));
                    return form.done(
                            CellReviewPages.at(id),
                            "Đã sửa. Điều đã ghi trước vẫn giữ cùng lý do, và đảng viên đọc được.");
                },
                again -> draw(viewer, review, again, form.model()));
    }

    private Review decided(Viewer viewer, UUID id) {
        return reviews.find(viewer.scope(), id)
                .filter(review -> review.orgNo() == viewer.unitNo() && review.level() != null)
                .orElseThrow(NotFound::new);
    }

    private String draw(Viewer viewer, Review review, Typed typed, Model model) {
        List<Proposal> all = store.proposals(viewer.scope(), viewer.unitNo(), review.yearId());
        List<LevelCorrection.Standing> standing = LevelDecisions.standing(all);
        LevelCorrection.Standing now =
                LevelCorrection.find(review.id(), standing).orElseThrow(NotFound::new);
        ClassificationBook book = rules.on(LocalDate.now(clock));
        String back = CellReviewPages.at(review.id());
        model.addAttribute(
                "view",
                new View(
                        review.fullName(),
                        List.of(
                                Link.to(
                                        "Kiểm điểm, xếp loại",
                                        ClassificationMenu.BOARD + "?year=" + review.yearId()),
                                Link.to(review.fullName(), back),
                                Link.here("Sửa quyết định")),
                        back,
                        now,
                        review.corrections(),
                        LevelCorrection.beside(now, standing).size(),
                        "đảng viên",
                        LevelDecisions.caps(all, chosen(typed), percent(typed, now, book)),
                        Choice.all(ClassificationLevel.values()),
                        LevelDecisionPages.percents(book),
                        book,
                        typed));
        return "classification/correction";
    }

    @GetMapping(COLLECTIVE)
    String ofCollective(
            Viewer viewer, @PathVariable UUID year, @PathVariable int unit, Model model) {
        return draw(viewer, decided(viewer, year, unit), Typed.empty(), model);
    }

    @PostMapping(COLLECTIVE)
    String correctCollective(
            Viewer viewer, @PathVariable UUID year, @PathVariable int unit, Form form) {
        Collective of = decided(viewer, year, unit);
        Typed typed = form.typed();
        return form.run(
                () -> {
                    collectives.correct(
                            viewer,
                            LevelCorrection.read(LevelDecisionPages.decision(year, typed), typed));
                    return form.done(
                            CollectivePages.at(year, unit),
                            "Đã sửa. Điều đã ghi trước vẫn giữ cùng lý do.");
                },
                again -> draw(viewer, of, again, form.model()));
    }

    private Collective decided(Viewer viewer, UUID year, int unit) {
        return collectiveStore
                .find(viewer.scope(), year, unit)
                .filter(of -> of.orgNo() == viewer.unitNo() && of.level() != null)
                .orElseThrow(NotFound::new);
    }

    private String draw(Viewer viewer, Collective of, Typed typed, Model model) {
        List<Line> all = collectiveStore.list(viewer.scope(), of.yearId());
        List<LevelCorrection.Standing> standing = CollectiveReviews.standing(all);
        LevelCorrection.Standing now =
                standing.stream()
                        .filter(one -> one.group() == of.unitNo())
                        .findFirst()
                        .orElseThrow(NotFound::new);
        ClassificationBook book = rules.on(LocalDate.now(clock));
        String back = CollectivePages.at(of.yearId(), of.unitNo());
        ExcellentCap cap =
                of.committee()
                        ? null
                        : CollectiveReviews.cap(all, chosen(typed), percent(typed, now, book));
        model.addAttribute(
                "view",
                new View(
                        of.name(),
                        List.of(
                                Link.to(
                                        "Tập thể",
                                        ClassificationMenu.BOARD
                                                + "/collectives?year="
                                                + of.yearId()),
                                Link.to(of.name(), back),
                                Link.here("Sửa quyết định")),
                        back,
                        now,
                        of.corrections(),
                        LevelCorrection.beside(now, standing).size(),
                        "chi bộ",
                        cap == null ? List.of() : List.of(cap),
                        Choice.all(ClassificationLevel.values()),
                        LevelDecisionPages.percents(book),
                        book,
                        typed));
        return "classification/correction";
    }

    private static List<LevelDecisions.Given> chosen(Typed typed) {
        return typed.failed() ? LevelsChosen.read(typed) : List.of();
    }

    private static int percent(Typed typed, LevelCorrection.Standing now, ClassificationBook book) {
        return typed.failed() ? LevelDecisionPages.cap(typed, book) : now.cap();
    }
}
