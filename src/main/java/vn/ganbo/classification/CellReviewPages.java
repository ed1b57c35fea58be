package vn.ganbo.classification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.classification.ReviewMeetingStore.Proposed;
import vn.ganbo.classification.ReviewMeetingStore.Voted;
import vn.ganbo.classification.ReviewMeetingStore.Waiting;
import vn.ganbo.classification.SelfReviewStore.Review;
import vn.ganbo.classification.TemporaryStayStore.Stay;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ClassificationBook;
import vn.ganbo.regulation.ClassificationBook.SpecialCase;
import vn.ganbo.regulation.ClassificationBook.TaskShare;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** One review as the cell and the committee see it, and the cell's meeting. */
@Controller
class CellReviewPages {
    static final String PATH = ClassificationMenu.BOARD + "/reviews/{id}";
    private static final String MEETING = ClassificationMenu.BOARD + "/meeting";

    private final SelfReviews reviews;
    private final ReviewMeetings meetings;
    private final LevelDecisions decisions;
    private final SelfReviewStore store;
    private final ReviewMeetingStore votes;
    private final ReviewOpinionStore opinions;
    private final ResidenceInput residence;
    private final TaskInput tasks;
    private final ClassificationRules rules;
    private final Clock clock;

    CellReviewPages(
            SelfReviews reviews,
            ReviewMeetings meetings,
            LevelDecisions decisions,
            SelfReviewStore store,
            ReviewMeetingStore votes,
            ReviewOpinionStore opinions,
            ResidenceInput residence,
            TaskInput tasks,
            ClassificationRules rules,
            Clock clock) {
        this.reviews = reviews;
        this.meetings = meetings;
        this.decisions = decisions;
        this.store = store;
        this.votes = votes;
        this.opinions = opinions;
        this.residence = residence;
        this.tasks = tasks;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What speaks for a level and what against, and what the cell has to look at itself.
     *
     * @param forIt what is on record and speaks for it, in the reader's words
     * @param against what is on record and speaks against it
     */
    record Weighed(
            ClassificationLevel level,
            List<String> forIt,
            List<String> against,
            List<String> conditions) {}

    record View(
            ReviewSheet sheet,
            boolean readable,
            ResidenceInput.@Nullable Said said,
            List<TaskInput.Done> tasks,
            List<Weighed> weighed,
            List<SpecialCase> cases,
            @Nullable Voted voted,
            @Nullable Proposed proposed,
            ReviewOpinionStore.Others others,
            boolean mayHear,
            boolean mayCorrect,
            List<Choice> levels,
            boolean mayGiveBack,
            boolean maySendBack,
            boolean mayPropose,
            boolean mayMeet,
            boolean mayMark,
            boolean mayEnter,
            Typed typed) {

        @Nullable Stay stay() {
            return others.stay();
        }

        /** Whether what a temporary cell says can still be read or written down. */
        boolean open() {
            ReviewState state = sheet.review().state();
            return state == ReviewState.DRAFT || state == ReviewState.SENT;
        }

        /** Whether something of temporary Party life is known or may be said. */
        boolean temporary() {
            return stay() != null || (others.known() != null && open());
        }
    }

    record MeetingView(List<Waiting> people, LocalDate today, Typed typed) {}

    @GetMapping(PATH)
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return draw(viewer, id, Typed.empty(), model);
    }

    @PostMapping(PATH + "/giving-back")
    String giveBack(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String because,
            Form form) {
        return act(
                viewer,
                id,
                form,
                () -> reviews.giveBack(viewer, id, version, because),
                "",
                "Đã chuyển lại. Đảng viên đọc lý do và sửa bản tự kiểm điểm.");
    }

    @PostMapping(PATH + "/proposal")
    String propose(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String level,
            Form form) {
        return act(
                viewer,
                id,
                form,
                () -> {
                    ClassificationLevel chosen = SelfReviews.level(level);
                    if (chosen == null) {
                        throw Problems.of("level", "Chọn mức chi bộ đề nghị.");
                    }
                    meetings.propose(viewer, id, version, chosen);
                },
                "",
                "Đã gửi đề nghị của chi bộ lên cấp ủy.");
    }

    @PostMapping(PATH + "/sending-back")
    String sendBack(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String backBecause,
            Form form) {
        return act(
                viewer,
                id,
                form,
                () -> decisions.sendBack(viewer, id, version, backBecause),
                "",
                "Đã chuyển lại đề nghị. Chi bộ đọc lý do, họp lại nếu cần, rồi đề nghị lại.");
    }

    /**
     * An act on a review: back to its page, or the same page with what was typed and the reason.
     *
     * @param place of the page, "#opinions", or empty
     * @param done what was done
     */
    String act(Viewer viewer, UUID id, Form form, Runnable act, String place, String done) {
        return form.run(
                () -> {
                    act.run();
                    return form.done(at(id) + place, done);
                },
                again -> draw(viewer, id, again, form.model()));
    }

    /** What is no day is said here; that a day is missing, by the act. */
    static @Nullable LocalDate day(Typed typed, String field) {
        Problems.Gatherer problems = new Problems.Gatherer();
        LocalDate day = typed.day(field, null, problems);
        problems.check();
        return day;
    }

    @GetMapping(MEETING)
    String meeting(Viewer viewer, Model model) {
        return meeting(viewer, Typed.empty(), model);
    }

    @PostMapping(MEETING)
    String meet(Viewer viewer, Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    LocalDate metOn = typed.day("metOn", "Ghi ngày họp.", problems);
                    int present = count(typed, "present", problems);
                    List<ReviewMeetings.Votes> given = votes(viewer, typed, problems);
                    problems.check();
                    meetings.record(
                            viewer,
                            new ReviewMeetings.Meeting(
                                    metOn == null ? LocalDate.EPOCH : metOn,
                                    present,
                                    paragraphs(typed.or("minutes", ""))),
                            given);
                    return form.done(
                            ClassificationMenu.BOARD + "?state=SENT",
                            "Đã ghi cuộc họp. Mở từng người để gửi đề nghị lên cấp ủy.");
                },
                again -> meeting(viewer, again, form.model()));
    }

    /** Those for whom any vote was typed. */
    private List<ReviewMeetings.Votes> votes(
            Viewer viewer, Typed typed, Problems.Gatherer problems) {
        List<ReviewMeetings.Votes> given = new ArrayList<>();
        for (Waiting one : votes.waiting(viewer.scope())) {
            int[] counts =
                    Arrays.stream(ClassificationLevel.values())
                            .mapToInt(level -> count(typed, field(one.id(), level), problems))
                            .toArray();
            if (Arrays.stream(counts).sum() > 0) {
                given.add(
                        new ReviewMeetings.Votes(
                                one.id(), counts[0], counts[1], counts[2], counts[3]));
            }
        }
        return given;
    }

    static String field(UUID review, ClassificationLevel level) {
        return "v-" + level + "-" + review;
    }

    /** A number of people or votes; 0 where nothing was typed. */
    static int count(Typed typed, String field, Problems.Gatherer problems) {
        String text = typed.or(field, "").strip();
        if (text.matches("\\d{1,4}")) {
            return Integer.parseInt(text);
        }
        if (!text.isEmpty()) {
            problems.add(field, "“%s” không phải một số từ 0.".formatted(text));
        }
        return 0;
    }

    private static String paragraphs(String typed) {
        return typed.lines()
                .map(Texts::clean)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String meeting(Viewer viewer, Typed typed, Model model) {
        model.addAttribute(
                "view",
                new MeetingView(votes.waiting(viewer.scope()), LocalDate.now(clock), typed));
        return "classification/meetingform";
    }

    /** The review's page, with what was typed. */
    String draw(Viewer viewer, UUID id, Typed typed, Model model) {
        Review review = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        ClassificationBook book = rules.under(review.rulebook());
        ReviewSheet sheet = new ReviewSheet(review, book.form(review.form()));
        if (!ClassificationMenu.ours(viewer, review.orgNo())) {
            throw new NotFound();
        }
        List<TaskInput.Done> done = tasks.done(viewer.scope(), review.memberId(), review.year());
        ReviewMeetingStore.Steps steps = votes.steps(viewer.scope(), id);
        Voted voted = steps.voted();
        ReviewOpinionStore.Others others = opinions.others(viewer.scope(), id);
        boolean secretary = ClassificationMenu.secretary(viewer);
        boolean readable = review.sentAt() != null;
        boolean sent = review.state() == ReviewState.SENT;
        model.addAttribute(
                "view",
                new View(
                        sheet,
                        readable,
                        review.livesHere()
                                ? null
                                : residence.said(viewer.scope(), review.memberId(), review.year()),
                        done,
                        readable ? weighed(book, sheet.total(), done) : List.of(),
                        book.cases(),
                        voted,
                        steps.proposed(),
                        others,
                        review.orgNo() == viewer.unitNo()
                                && ClassificationMenu.office(viewer)
                                && ReviewOpinions.takes(review),
                        review.orgNo() == viewer.unitNo() && ClassificationMenu.office(viewer),
                        MyReviewPages.levels(book),
                        secretary && sent,
                        ClassificationMenu.office(viewer) && review.state() == ReviewState.PROPOSED,
                        secretary
                                && voted != null
                                && !others.unheard()
                                && (sent || review.state() == ReviewState.PROPOSED),
                        secretary && sent && voted == null,
                        ClassificationMenu.office(viewer)
                                && (sent || review.state() == ReviewState.DRAFT),
                        secretary && review.state() == ReviewState.DRAFT,
                        typed));
        return "classification/review";
    }

    /** Shown, never added up to an answer: the cell and the committee decide. */
    static List<Weighed> weighed(ClassificationBook book, int total, List<TaskInput.Done> tasks) {
        return book.levels().stream()
                .map(rule -> {
                    List<String> forIt = new ArrayList<>();
                    List<String> against = new ArrayList<>();
                    boolean reached = total >= rule.least() && total < book.below(rule.level());
                    (reached ? forIt : against).add(points(rule, total, reached));
                    for (TaskShare share : tasks.isEmpty() ? List.<TaskShare>of() : rule.tasks()) {
                        long counted = TaskInput.count(share.what(), tasks);
                        (share.holds(counted, tasks.size()) ? forIt : against)
                                .add(
                                        "%s: %d trong %d lượt kiểm điểm nhiệm vụ (%d %%); mức này: %s %d %%."
                                                .formatted(
                                                        Labels.of(share.what()),
                                                        counted,
                                                        tasks.size(),
                                                        Math.round(100.0 * counted / tasks.size()),
                                                        Labels.of(share.bound()),
                                                        share.percent()));
                    }
                    return new Weighed(rule.level(), forIt, against, rule.conditions());
                })
                .toList();
    }

    private static String points(ClassificationBook.LevelRule rule, int total, boolean reached) {
        if (total < rule.least()) {
            return "Tự chấm %d điểm, còn thiếu %d điểm so với mức từ %d."
                    .formatted(total, rule.least() - total, rule.least());
        }
        return (reached
                        ? "Tự chấm %d điểm, trong khoảng của mức này."
                        : "Tự chấm %d điểm, cao hơn khoảng của mức này.")
                .formatted(total);
    }

    static String at(UUID id) {
        return ClassificationMenu.BOARD + "/reviews/" + id;
    }
}
