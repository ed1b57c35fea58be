package vn.ganbo.classification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.classification.ClassificationFacts.SelfReviewStep;
import vn.ganbo.classification.SelfReviewStore.Review;
import vn.ganbo.classification.SelfReviewStore.Written;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ClassificationBook.Line;
import vn.ganbo.regulation.ClassificationBook.Section;
import vn.ganbo.regulation.ClassificationBook.SelfReviewPaper;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.web.Picked;

/**
 * Bản tự kiểm điểm: the member writes, sends, and changes it again only when the cell gives it back
 * (Hướng dẫn 43-HD/BTCTW, Mẫu 2A, 2B, 2C).
 */
@Service
public class SelfReviews {
    private static final int LONGEST = 5000;
    private static final int LONGEST_REASON = 500;

    private final SelfReviewStore store;
    private final ClassificationRules rules;
    private final Facts facts;
    private final Clock clock;

    SelfReviews(SelfReviewStore store, ClassificationRules rules, Facts facts, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * As it comes from the form.
     *
     * @param fields section keys and line keys to what was typed
     * @param level the level that the member proposes for himself, by its name, or empty
     */
    public record Typing(Map<String, String> fields, String level) {
        public Typing {
            fields = Map.copyOf(fields);
        }
    }

    /** The member's own of that year, as long as it is still to be sent. */
    public Optional<Picked> draft(Viewer viewer, int year) {
        return store.mine(viewer.scope()).stream()
                .filter(review -> review.year() == year && review.state() == ReviewState.DRAFT)
                .map(review -> new Picked(review.id(), review.version()))
                .findFirst();
    }

    /**
     * Keeps the member's draft; anything may still be missing.
     *
     * @throws Problems for points that are no number or too many
     * @throws Refusal when it was sent, or changed in another window
     */
    @Transactional
    public void save(Viewer viewer, UUID id, int version, Typing typed) {
        Review review = own(viewer, id, version);
        Written written = read(review, typed, false, new Problems.Gatherer());
        Stamp stamp = Stamp.of(viewer, clock);

        store.save(viewer.scope(), review, written, false, stamp);
        store.step(viewer.scope(), review, ReviewState.DRAFT, review.givenBackBecause(), stamp);

        facts.tell(viewer, new SelfReviewStep(id, SelfReviewStep.SAVED, review.memberId()));
    }

    /**
     * Sends it to the cell: every section, every line of points and the proposed level are there.
     *
     * @throws Problems by field for what is missing
     * @throws Refusal when it was sent, or changed in another window
     */
    @Transactional
    public void send(Viewer viewer, UUID id, int version, Typing typed) {
        Review review = own(viewer, id, version);
        Written written = read(review, typed, true, new Problems.Gatherer());
        Stamp stamp = Stamp.of(viewer, clock);

        store.save(viewer.scope(), review, written, true, stamp);
        store.step(viewer.scope(), review, ReviewState.SENT, null, stamp);

        facts.tell(viewer, new SelfReviewStep(id, SelfReviewStep.SENT, review.memberId()));
    }

    /**
     * The cell gives a sent self-review back, with the reason that the member reads.
     *
     * @throws Problems without a reason
     * @throws Refusal when it is not with the cell, or changed in another window
     */
    @Transactional
    public void giveBack(Viewer viewer, UUID id, int version, String reason) {
        Review review = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        Problems.Gatherer problems = new Problems.Gatherer();
        String because = Texts.clean(reason);
        if (because.isEmpty()) {
            problems.add("because", "Ghi lý do chuyển lại; đảng viên đọc được lý do này.");
        }
        problems.atMost("because", because, LONGEST_REASON);
        problems.check();
        if (review.state() != ReviewState.SENT) {
            throw new Refusal("classification.not-with-the-cell");
        }
        if (review.version() != version) {
            throw new Refusal("classification.changed");
        }

        store.step(viewer.scope(), review, ReviewState.DRAFT, because, Stamp.of(viewer, clock));

        facts.tell(viewer, new SelfReviewStep(id, SelfReviewStep.GIVEN_BACK, review.memberId()));
    }

    /**
     * The cell writes down a self-review that came on paper, whole and as it stands there; it is
     * sent with that, and says on which day it came and who wrote it down.
     *
     * @param received the day on which the paper came
     * @param problems what was found wrong before
     * @throws Problems by field for what is missing, or a day to come
     * @throws Refusal when it is not to be sent any more, or the member has begun to write here
     */
    @Transactional
    public void enterPaper(
            Viewer viewer,
            UUID id,
            int version,
            Typing typed,
            @Nullable LocalDate received,
            Problems.Gatherer problems) {
        Review review = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!viewer.scope().sees(review.workNo())) {
            throw new NotFound();
        }
        Stamp stamp = Stamp.of(viewer, clock);
        if (received != null && received.isAfter(stamp.on())) {
            problems.add("receivedOn", "Ngày nhận bản giấy chưa đến.");
        }
        Written written = read(review, typed, true, problems);
        if (received == null) {
            throw new IllegalStateException("unreachable");
        }
        if (review.state() != ReviewState.DRAFT) {
            throw new Refusal("classification.already-sent");
        }
        if (review.version() != version) {
            throw new Refusal("classification.changed");
        }

        store.enter(viewer.scope(), review, written, received, stamp);

        facts.tell(viewer, new SelfReviewStep(id, SelfReviewStep.ON_PAPER, review.memberId()));
    }

    private Review own(Viewer viewer, UUID id, int version) {
        Review review = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!review.memberId().equals(viewer.scope().self())) {
            throw new NotFound();
        }
        if (review.state() != ReviewState.DRAFT) {
            throw new Refusal("classification.already-sent");
        }
        if (review.version() != version) {
            throw new Refusal("classification.changed");
        }
        return review;
    }

    private Written read(Review review, Typing typed, boolean whole, Problems.Gatherer problems) {
        SelfReviewPaper form = rules.under(review.rulebook()).form(review.form());
        Map<String, String> answers = new LinkedHashMap<>();
        for (Section section : form.sections()) {
            String field = "s-" + section.key();
            String text = paragraphs(typed.fields().getOrDefault(field, ""));
            problems.atMost(field, text, LONGEST);
            if (!text.isEmpty()) {
                answers.put(section.key(), text);
            } else if (whole) {
                problems.add(field, "Ghi mục này; không có thì ghi “Không có”.");
            }
        }
        Map<String, Integer> points = new LinkedHashMap<>();
        for (Line line : form.lines()) {
            String field = "p-" + line.key();
            String text = typed.fields().getOrDefault(field, "").strip();
            if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= line.most()) {
                points.put(line.key(), Integer.parseInt(text));
            } else if (!text.isEmpty()) {
                problems.add(
                        field, "“%s” không phải số điểm từ 0 đến %d.".formatted(text, line.most()));
            } else if (whole) {
                problems.add(field, "Ghi số điểm từ 0 đến %d.".formatted(line.most()));
            }
        }
        ClassificationLevel level = level(typed.level());
        if (whole && level == null) {
            problems.add("level", "Chọn mức tự đề nghị.");
        }
        problems.check();
        return new Written(answers, points, level);
    }

    /** A level by its name, or null. */
    static @Nullable ClassificationLevel level(String name) {
        for (ClassificationLevel level : ClassificationLevel.values()) {
            if (level.name().equals(name)) {
                return level;
            }
        }
        return null;
    }

    private static String paragraphs(String typed) {
        return typed.lines()
                .map(Texts::clean)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
