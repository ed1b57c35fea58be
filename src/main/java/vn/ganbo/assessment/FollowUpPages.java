package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Days;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Picked;
import vn.ganbo.web.Redraw;

/** What follows a returned slip: the person's words, the workplace's answer, a correction. */
@Controller
class FollowUpPages {
    private static final int SIZE = 100;

    private final FollowUps followUps;
    private final CommentReplies replies;
    private final FollowUpQueries queries;
    private final CommentCase page;
    private final Exports exports;
    private final Clock clock;

    FollowUpPages(
            FollowUps followUps,
            CommentReplies replies,
            FollowUpQueries queries,
            CommentCase page,
            Exports exports,
            Clock clock) {
        this.followUps = followUps;
        this.replies = replies;
        this.queries = queries;
        this.page = page;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            boolean answered,
            LocalDate today,
            List<Link> tabs,
            List<FollowUpQueries.Line> lines,
            Pager pager) {}

    @GetMapping("/follow-ups")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        boolean answered = "answered".equals(tab);
        FollowUpQueries.Counts counts = queries.counts(viewer.scope());
        Pager pager = Pager.of(page, SIZE, answered ? counts.answered() : counts.waiting());
        model.addAttribute(
                "view",
                new View(
                        answered,
                        LocalDate.now(clock),
                        List.of(
                                tab("Chờ trả lời", "/follow-ups", counts.waiting(), !answered),
                                tab(
                                        "Đã trả lời",
                                        "/follow-ups?tab=answered",
                                        counts.answered(),
                                        answered)),
                        queries.list(viewer.scope(), answered, SIZE, pager.offset()),
                        pager));
        return "assessment/followups";
    }

    private static Link tab(String label, String link, long count, boolean here) {
        return here ? Link.here(label, count) : Link.to(label, link, count);
    }

    @GetMapping("/follow-ups/export")
    void export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam String as,
            HttpServletResponse answer) {
        boolean answered = "answered".equals(tab);
        FollowUpQueries.Counts counts = queries.counts(viewer.scope());
        Listing<FollowUpQueries.Line> list =
                new Listing<FollowUpQueries.Line>(
                                "de-nghi-cua-noi-cu-tru",
                                "Đề nghị của nơi cư trú",
                                LocalDate.now(clock))
                        .filter("Tình trạng", answered ? "đã trả lời" : "chờ trả lời")
                        .column("Họ và tên", 24, FollowUpQueries.Line::fullName)
                        .column("Chức vụ", 18, FollowUpQueries.Line::post)
                        .column("Nơi công tác", 28, FollowUpQueries.Line::workName)
                        .column("Nơi cư trú", 28, FollowUpQueries.Line::ward)
                        .column("Năm", 8, FollowUpQueries.Line::year)
                        .column("Đề nghị", 18, line -> Labels.of(line.kind()))
                        .column("Gửi về", 12, FollowUpQueries.Line::openedOn)
                        .column("Hạn trả lời", 12, FollowUpQueries.Line::dueOn)
                        .column("Đã trao đổi", 12, FollowUpQueries.Line::talkedOn)
                        .column(
                                "Kết quả",
                                28,
                                line -> line.outcome() == null ? null : Labels.of(line.outcome()))
                        .column("Đã trả lời", 12, FollowUpQueries.Line::answeredOn);
        exports.send(
                viewer,
                list.of(
                        answered ? counts.answered() : counts.waiting(),
                        taker -> queries.each(viewer.scope(), answered, taker)),
                as,
                answer);
    }

    @PostMapping("/comments/{id}/reply")
    String reply(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reply,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            replies.reply(viewer, id, reply);
                            return Acts.done(
                                    redirect,
                                    "/comments/" + id,
                                    "Đã gửi ý kiến. Nơi cư trú và nơi công tác đọc được.");
                        },
                        again -> page.show(viewer, id, again, model));
    }

    @PostMapping("/comments/{id}/edition")
    String correct(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String correction,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () ->
                                Acts.done(
                                        redirect,
                                        "/comments/" + replies.correct(viewer, id, correction),
                                        "Đã lập phiếu sửa. Chi bộ sửa, họp thống nhất và ký lại;"
                                                + " phiếu cũ vẫn còn nguyên."),
                        again -> page.show(viewer, id, again, model));
    }

    @PostMapping("/comments/{id}/talk")
    String talk(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String talkedOn,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            followUps.talk(
                                    viewer,
                                    new Picked(id, version),
                                    Days.read(talkedOn).orElse(null),
                                    words);
                            return Acts.done(redirect, "/comments/" + id, "Đã ghi buổi trao đổi.");
                        },
                        again -> page.show(viewer, id, again, model));
    }

    @PostMapping("/comments/{id}/outcome")
    String answer(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            boolean byLetter =
                                    followUps.answer(
                                            viewer,
                                            new Picked(id, version),
                                            outcome(outcome),
                                            answer);
                            return Acts.done(
                                    redirect,
                                    "/comments/" + id,
                                    byLetter
                                            ? "Đã ghi. Công văn trả lời ở dưới: in, ký, gửi nơi cư trú."
                                            : "Đã trả lời. Nơi cư trú và đảng viên đọc được.");
                        },
                        again -> page.show(viewer, id, again, model));
    }

    private static @Nullable FollowUpOutcome outcome(String key) {
        return Arrays.stream(FollowUpOutcome.values())
                .filter(o -> Objects.equals(o.name(), key))
                .findFirst()
                .orElse(null);
    }
}
