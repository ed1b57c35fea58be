package vn.ganbo.assignment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** Nhiệm vụ của tôi, phone first: take a task, or ask for an adjustment. */
@Controller
class MyTaskPages {
    private static final String PATH = AssignmentMenu.MINE;

    private final Assignments acts;
    private final AssignmentStore store;
    private final TaskReviews reports;
    private final TaskReviewStore reviews;
    private final Exports exports;
    private final Clock clock;

    MyTaskPages(
            Assignments acts,
            AssignmentStore store,
            TaskReviews reports,
            TaskReviewStore reviews,
            Exports exports,
            Clock clock) {
        this.acts = acts;
        this.store = store;
        this.reports = reports;
        this.reviews = reviews;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            List<Assignment> waiting,
            List<Assignment> running,
            List<Assignment> past,
            List<TaskReview> toReport,
            List<TaskReview> reviewed,
            @Nullable UUID failed,
            Typed typed) {
        Typed typed(UUID id) {
            return id.equals(failed) ? typed : Typed.empty();
        }

        /** Whether the person may ask the cell to look at it: it runs, and nobody looks yet. */
        boolean mayAsk(Assignment one) {
            return one.state() == AssignmentState.ACCEPTED
                    && toReport.stream()
                            .noneMatch(review ->
                                    review.assignmentId().equals(one.id())
                                            && review.cause() != ReviewCause.CYCLE);
        }

        boolean any() {
            return !waiting.isEmpty() || !running.isEmpty() || !past.isEmpty();
        }
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        return draw(viewer, null, Typed.empty(), model);
    }

    @PostMapping(PATH + "/{id}/answer")
    String answer(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String words,
            Form form) {
        return form.run(
                () -> {
                    boolean accepts = AssignmentPages.accepts(said);
                    acts.answer(viewer, id, version, accepts, words);
                    return form.done(
                            PATH,
                            accepts
                                    ? "Đã nhận nhiệm vụ."
                                    : "Đã gửi đề nghị điều chỉnh. Chi bộ xem và trả lời tại trang này.");
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(PATH + "/reviews/{id}")
    String report(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            Form form) {
        return form.run(
                () -> {
                    reports.report(viewer, id, version, words);
                    return form.done(
                            PATH, "Đã gửi báo cáo. Sửa được cho đến khi chi ủy kiểm điểm.");
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(PATH + "/{id}/hardship")
    String hardToGoOn(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            Form form) {
        return form.run(
                () -> {
                    reports.askToLook(viewer, id, version, words);
                    return form.done(
                            PATH,
                            "Đã báo chi bộ. Chi bộ xem lại phân công này trong %d ngày."
                                    .formatted(TaskReviews.DAYS_TO_REVIEW));
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    @GetMapping(PATH + "/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<Assignment> list =
                new Listing<Assignment>(
                                "nhiem-vu-cua-toi", "Nhiệm vụ được phân công", LocalDate.now(clock))
                        .column("Chi bộ", 26, Assignment::unitName)
                        .column("Nhiệm vụ", 36, Assignment::title)
                        .column("Địa bàn, hộ", 20, Assignment::place)
                        .column("Trách nhiệm", 30, Assignment::responsibility)
                        .column("Kết quả cần đạt", 30, Assignment::product)
                        .column("Từ ngày", 12, Assignment::since)
                        .column("Đến hết ngày", 12, Assignment::until)
                        .column("Tình trạng", 22, one -> Labels.of(one.state()))
                        .column("Lý do phân công", 30, Assignment::reason)
                        .column("Ý kiến của tôi", 30, Assignment::answer)
                        .column("Chi bộ quyết định", 30, Assignment::decided);
        exports.send(viewer, list.of(store.mine(viewer.scope())), as, answer);
    }

    private String draw(Viewer viewer, @Nullable UUID failed, Typed typed, Model model) {
        List<Assignment> all = store.mine(viewer.scope());
        List<TaskReview> looks = reviews.mine(viewer.scope());
        model.addAttribute(
                "view",
                new View(
                        all.stream()
                                .filter(one -> one.state() == AssignmentState.PROPOSED)
                                .toList(),
                        all.stream()
                                .filter(one ->
                                        one.state() == AssignmentState.ACCEPTED
                                                || one.state() == AssignmentState.ADJUSTMENT_ASKED)
                                .toList(),
                        all.stream().filter(one -> !one.state().open()).toList(),
                        looks.stream().filter(one -> one.reviewedOn() == null).toList(),
                        looks.stream().filter(one -> one.reviewedOn() != null).toList(),
                        failed,
                        typed));
        return "assignment/mine";
    }
}
