package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.document.PdfAnswer;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Duty;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** The person's own report of the year, filled in beforehand with what the program knows. */
@Controller
class SelfReportPages {
    private static final TypeReference<Map<Integer, String>> WORDS = new TypeReference<>() {};

    private final SelfReports reports;
    private final SelfReportStore store;
    private final SelfReportQueries queries;
    private final SelfReportPaper paper;
    private final Rulebooks rulebooks;
    private final JsonMapper json;
    private final Clock clock;

    SelfReportPages(
            SelfReports reports,
            SelfReportStore store,
            SelfReportQueries queries,
            SelfReportPaper paper,
            Rulebooks rulebooks,
            JsonMapper json,
            Clock clock) {
        this.reports = reports;
        this.store = store;
        this.queries = queries;
        this.paper = paper;
        this.rulebooks = rulebooks;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One duty.
     *
     * @param words as kept, or proposed where nothing was kept
     * @param proposed whether the words come from the program
     */
    record Part(Duty duty, @Nullable String words, boolean proposed) {
        String field() {
            return "duty-" + duty.number();
        }
    }

    /**
     * The page.
     *
     * @param livesHere whether the person has Party life at the residence and so reports nowhere
     */
    record View(
            int year,
            SelfReportStore.@Nullable Standing standing,
            List<Part> parts,
            @Nullable LocalDate due,
            boolean late,
            boolean livesHere,
            Typed typed) {}

    @GetMapping("/my-report")
    String show(Viewer viewer, Model model) {
        return draw(viewer, Typed.empty(), model);
    }

    @PostMapping("/my-report")
    String save(
            Viewer viewer,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        boolean send = typed.containsKey("send");
        return new Redraw(request, response)
                .run(
                        () -> {
                            reports.save(
                                    viewer,
                                    new SelfReports.Typing(
                                            version,
                                            duties(typed),
                                            Objects.requireNonNullElse(
                                                    typed.getFirst("difficulty"), ""),
                                            send));
                            return Acts.done(
                                    redirect,
                                    "/my-report",
                                    send
                                            ? "Đã gửi chi ủy nơi cư trú."
                                            : "Đã lưu. Chưa ai đọc được cho đến khi đồng chí gửi.");
                        },
                        again -> draw(viewer, again, model));
    }

    @PostMapping("/my-report/withdrawal")
    String takeBack(
            Viewer viewer,
            @RequestParam int version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            reports.takeBack(viewer, version);
                            return Acts.done(
                                    redirect, "/my-report", "Đã rút về. Sửa xong hãy gửi lại.");
                        },
                        again -> draw(viewer, again, model));
    }

    private static Map<Integer, String> duties(MultiValueMap<String, String> typed) {
        Map<Integer, String> out = new HashMap<>();
        typed.forEach((field, values) -> {
            if (field.matches("duty-[1-9][0-9]?")) {
                out.put(Integer.valueOf(field.substring(5)), values.getFirst());
            }
        });
        return out;
    }

    /** To print: as sent, or with room for a pen. */
    @GetMapping("/my-report/paper")
    ResponseEntity<byte[]> paper(Viewer viewer) {
        View view = view(viewer, Typed.empty());
        if (view.standing() == null) {
            throw new NotFound();
        }
        LocalDate today = LocalDate.now(clock);
        return PdfAnswer.of(
                paper.draw(viewer, view, today), SelfReportPaper.fileName(view.year(), today));
    }

    private String draw(Viewer viewer, Typed typed, Model model) {
        model.addAttribute("view", view(viewer, typed));
        return "assessment/selfreport";
    }

    private View view(Viewer viewer, Typed typed) {
        LocalDate today = LocalDate.now(clock);
        int year = today.getYear();
        Rulebook book = rulebooks.on(today);
        SelfReportStore.@Nullable Standing standing =
                store.standing(viewer.scope(), year).orElse(null);
        @Nullable LocalDate due =
                standing != null && standing.askedBy() != null
                        ? standing.askedBy()
                        : book.window(Clocks.SELF_REPORT_DUE, year).orElse(null);
        return new View(
                year,
                standing,
                standing == null ? List.of() : parts(viewer, book, standing, year),
                due,
                due != null && today.isAfter(due),
                standing == null && store.livesHere(viewer.scope()),
                typed);
    }

    private List<Part> parts(
            Viewer viewer, Rulebook book, SelfReportStore.Standing standing, int year) {
        Map<Integer, String> kept =
                standing.duties() == null
                        ? queries.proposed(viewer.scope(), year, book)
                        : json.readValue(standing.duties(), WORDS);
        return book.standing(standing.ground()).duties().stream()
                .map(duty ->
                        new Part(
                                duty,
                                kept.get(duty.number()),
                                standing.duties() == null && kept.containsKey(duty.number())))
                .toList();
    }
}
