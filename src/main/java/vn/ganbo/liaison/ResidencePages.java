package vn.ganbo.liaison;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions.Placement;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Days;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** What is done with one letter: taken in, placed, given back, withdrawn, ended. */
@Controller
class ResidencePages {
    private final Introductions introductions;
    private final IntroductionQueries queries;
    private final LetterCase letterCase;
    private final PaperLetters paperLetters;
    private final History history;

    ResidencePages(
            Introductions introductions,
            IntroductionQueries queries,
            LetterCase letterCase,
            PaperLetters paperLetters,
            History history) {
        this.introductions = introductions;
        this.queries = queries;
        this.letterCase = letterCase;
        this.paperLetters = paperLetters;
        this.history = history;
    }

    /** The web around one act on one letter. */
    private record Ask(
            Viewer viewer,
            UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {}

    @PostMapping("/introductions/{id}/acknowledgement")
    String acknowledge(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable UUID cell,
            @RequestParam(required = false) @Nullable UUID group,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String post,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return redrawn(
                new Ask(viewer, id, request, response, model),
                () -> {
                    introductions.acknowledge(
                            viewer,
                            id,
                            version,
                            new Placement(cell, group, person, phone),
                            signer.isBlank() ? null : new Introductions.Signer(signer, post));
                    return Acts.done(
                            redirect,
                            "/introductions/" + id,
                            "Đã tiếp nhận và báo lại nơi công tác.");
                });
    }

    @PostMapping("/introductions/{id}/placement")
    String place(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable UUID cell,
            @RequestParam(required = false) @Nullable UUID group,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return redrawn(
                new Ask(viewer, id, request, response, model),
                () -> {
                    introductions.place(
                            viewer, id, version, new Placement(cell, group, person, phone));
                    return Acts.done(
                            redirect,
                            "/introductions/" + id,
                            "Đã ghi chi bộ, tổ đảng và người phụ trách.");
                });
    }

    @PostMapping("/introductions/{id}/return")
    String giveBack(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable ReturnReason because,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return redrawn(
                new Ask(viewer, id, request, response, model),
                () -> {
                    introductions.giveBack(viewer, id, version, because, reason);
                    return Acts.done(
                            redirect,
                            "/introductions",
                            "Đã trả lại giấy giới thiệu kèm lý do. Nơi công tác thấy ngay.");
                });
    }

    @PostMapping("/introductions/{id}/paper-acknowledgement")
    String acknowledgedOnPaper(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String acknowledgedOn,
            @RequestParam(defaultValue = "") String cellName,
            @RequestParam(defaultValue = "") String inCharge,
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return redrawn(
                new Ask(viewer, id, request, response, model),
                () -> {
                    LocalDate on =
                            Days.read(acknowledgedOn)
                                    .orElseThrow(() ->
                                            Problems.of(
                                                    "acknowledgedOn",
                                                    "Ghi ngày tiếp nhận trên phiếu báo, như 23/11/2026."));
                    try {
                        paperLetters.acknowledgedOnPaper(
                                viewer,
                                id,
                                version,
                                new PaperLetters.Answer(on, cellName, inCharge, phone));
                    } catch (Problems e) {
                        paperLetters.answerRefused(viewer, id, e);
                        throw e;
                    }
                    return Acts.done(
                            redirect,
                            "/introductions/" + id,
                            "Đã ghi nơi cư trú tiếp nhận theo phiếu báo bằng giấy.");
                });
    }

    @PostMapping("/introductions/{id}/paper-return")
    String givenBackOnPaper(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable ReturnReason because,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return redrawn(
                new Ask(viewer, id, request, response, model),
                () -> {
                    paperLetters.givenBackOnPaper(viewer, id, version, because, reason);
                    return Acts.done(
                            redirect,
                            "/introductions/changes",
                            "Đã ghi giấy bị trả lại. Việc tiếp theo ở danh sách dưới đây.");
                });
    }

    @PostMapping("/introductions/{id}/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return redrawn(
                new Ask(viewer, id, request, response, model),
                () -> {
                    introductions.withdraw(viewer, id, version, reason);
                    return Acts.done(
                            redirect,
                            "/introductions/" + id,
                            "Đã rút giấy giới thiệu. Số giấy không dùng lại.");
                });
    }

    @PostMapping("/introductions/{id}/settlement")
    String settle(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return redrawn(
                new Ask(viewer, id, request, response, model),
                () -> {
                    introductions.settle(viewer, id, version, reason);
                    return Acts.done(
                            redirect,
                            "/introductions/changes",
                            "Đã ghi: không lập giấy mới. Khi hồ sơ ghi nơi cư trú khác, chương trình đề xuất lại.");
                });
    }

    @PostMapping("/introductions/{id}/end")
    String end(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return redrawn(
                new Ask(viewer, id, request, response, model),
                () -> {
                    introductions.end(viewer, id, version, day(on), reason);
                    return Acts.done(
                            redirect,
                            "/register",
                            "Đã thôi theo dõi. Sổ theo dõi vẫn giữ thời gian đã qua.");
                });
    }

    private static LocalDate day(String typed) {
        return Days.read(typed)
                .orElseThrow(() ->
                        Problems.of(
                                "on",
                                typed.isBlank()
                                        ? "Cần ghi ngày thôi theo dõi."
                                        : "“%s” không phải một ngày có thật. Ghi như 23/11/2026."
                                                .formatted(typed)));
    }

    /** When the act is refused the case page comes back with what was typed and the reason. */
    private String redrawn(Ask ask, Supplier<String> act) {
        return new Redraw(ask.request(), ask.response()).run(act, typed -> again(ask, typed));
    }

    private String again(Ask ask, Typed typed) {
        Letter letter = queries.one(ask.viewer().scope(), ask.id()).orElseThrow(NotFound::new);
        return letterCase.show(
                ask.viewer(),
                letter,
                typed,
                history.ofMember(
                        ask.viewer().scope(), letter.memberId(), "liaison", letter.things()),
                ask.model());
    }
}
