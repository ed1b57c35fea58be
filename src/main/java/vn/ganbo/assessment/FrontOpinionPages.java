package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** What the People say, as the Front's minutes have it. */
@Controller
class FrontOpinionPages {
    private static final String PATH = "/decisions/front";
    private static final int ROWS = 6;
    private static final int SHOWN = 200;

    private final FrontOpinions opinions;
    private final FrontOpinionStore store;
    private final Exports exports;
    private final Clock clock;

    FrontOpinionPages(
            FrontOpinions opinions, FrontOpinionStore store, Exports exports, Clock clock) {
        this.opinions = opinions;
        this.store = store;
        this.exports = exports;
        this.clock = clock;
    }

    /** The Front's minutes with their opinions. */
    record Minutes(FrontOpinionStore.Line head, List<FrontOpinionStore.Line> opinions) {}

    record View(
            List<Minutes> minutes,
            List<Choice> people,
            LocalDate today,
            boolean mayRecord,
            Typed typed) {
        int rows() {
            return ROWS;
        }

        /** Whether the form failed and has to be mended. */
        boolean open() {
            return typed.failed();
        }
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        return draw(viewer, Typed.empty(), model);
    }

    private String draw(Viewer viewer, Typed typed, Model model) {
        List<Minutes> minutes = new ArrayList<>();
        for (FrontOpinionStore.Line line : store.list(viewer.scope(), SHOWN)) {
            if (minutes.isEmpty() || !minutes.getLast().head().id().equals(line.id())) {
                minutes.add(new Minutes(line, new ArrayList<>()));
            }
            minutes.getLast().opinions().add(line);
        }
        boolean secretary = viewer.is(Role.RESIDENCE_CELL_SECRETARY);
        model.addAttribute(
                "view",
                new View(
                        minutes,
                        secretary
                                ? store.register(viewer.scope(), viewer.unitNo()).stream()
                                        .map(p -> Choice.of(p.id().toString(), p.fullName()))
                                        .toList()
                                : List.of(),
                        LocalDate.now(clock),
                        secretary,
                        typed));
        return "assessment/front";
    }

    @GetMapping(PATH + "/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<FrontOpinionStore.Line> list =
                new Listing<FrontOpinionStore.Line>(
                                "y-kien-nhan-dan",
                                "Ý kiến Nhân dân qua Mặt trận",
                                LocalDate.now(clock))
                        .column("Chi bộ", 28, FrontOpinionStore.Line::cellName)
                        .column("Mặt trận họp ngày", 14, FrontOpinionStore.Line::metOn)
                        .column("Chủ trì", 24, FrontOpinionStore.Line::chairedBy)
                        .column("Chức vụ", 24, FrontOpinionStore.Line::title)
                        .column("Số người dự", 10, FrontOpinionStore.Line::people)
                        .column("Về", 26, FrontOpinionStore.Line::about)
                        .column("Tóm tắt ý kiến", 60, FrontOpinionStore.Line::summary)
                        .column("Đã rút, lý do", 24, FrontOpinionStore.Line::withdrawnBecause);
        exports.send(viewer, list.of(store.list(viewer.scope(), null)), as, answer);
    }

    @PostMapping(PATH)
    String record(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            opinions.record(viewer, minutes(new FormFields(typed)));
                            return Acts.done(
                                    redirect,
                                    PATH,
                                    "Đã ghi. Ý kiến hiện bên phiếu của từng người, kèm ngày họp của Mặt trận.");
                        },
                        again -> draw(viewer, again, model));
    }

    private static FrontOpinions.Minutes minutes(FormFields fields) {
        LocalDate metOn = fields.day("metOn", "ngày họp của Mặt trận");
        int people = fields.count("people", "số người");
        List<FrontOpinions.Opinion> said = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            said.add(
                    new FrontOpinions.Opinion(
                            FormFields.id(fields.text("who-" + i)), fields.text("summary-" + i)));
        }
        fields.check();
        return new FrontOpinions.Minutes(
                metOn, fields.text("chairedBy"), fields.text("title"), people, said);
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            opinions.withdraw(viewer, id, reason);
                            return Acts.done(redirect, PATH, "Đã rút. Ý kiến không còn là căn cứ.");
                        },
                        again -> draw(viewer, again, model));
    }
}
