package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Windows of rounds that a superior has opened once more. */
@Controller
class WindowPages {
    private static final String PATH = "/rounds/exceptions";

    private final Windows windows;
    private final WindowStore store;
    private final Exports exports;
    private final Clock clock;

    WindowPages(Windows windows, WindowStore store, Exports exports, Clock clock) {
        this.windows = windows;
        this.store = store;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            List<WindowStore.Line> lines,
            List<Choice> units,
            List<Choice> windows,
            int year,
            LocalDate today,
            Typed typed) {
        boolean mayGrant() {
            return !windows.isEmpty();
        }
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        return draw(viewer, Typed.empty(), model);
    }

    private String draw(Viewer viewer, Typed typed, Model model) {
        List<RoundWindow> may = windows.grantable(viewer);
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "view",
                new View(
                        store.list(viewer.scope()),
                        may.isEmpty()
                                ? List.of()
                                : windows.grantees(viewer).stream()
                                        .map(u -> Choice.of(u.id().toString(), u.name()))
                                        .toList(),
                        may.stream().map(Choice::of).toList(),
                        today.getYear(),
                        today,
                        typed));
        return "assessment/windows";
    }

    @GetMapping(PATH + "/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<WindowStore.Line> list =
                new Listing<WindowStore.Line>(
                                "cho-lam-sau-han", "Cho làm sau hạn", LocalDate.now(clock))
                        .column("Tổ chức đảng", 30, WindowStore.Line::unitName)
                        .column("Đợt nhận xét năm", 10, WindowStore.Line::year)
                        .column("Việc", 24, line -> Labels.of(line.windowKind()))
                        .column("Được làm đến hết", 14, WindowStore.Line::until)
                        .column("Lý do", 50, WindowStore.Line::because)
                        .column("Cấp cho phép", 30, WindowStore.Line::byName)
                        .column("Ngày", 12, WindowStore.Line::onDate);
        exports.send(viewer, list.of(store.list(viewer.scope())), as, answer);
    }

    @PostMapping(PATH)
    String grant(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            FormFields fields = new FormFields(typed);
                            Windows.Grant grant =
                                    new Windows.Grant(
                                            FormFields.id(fields.text("unit")),
                                            Arrays.stream(RoundWindow.values())
                                                    .filter(w ->
                                                            w.name().equals(fields.text("window")))
                                                    .findFirst()
                                                    .orElse(null),
                                            fields.year("year"),
                                            fields.day("until", "ngày cuối được làm"),
                                            fields.text("because"));
                            fields.check();
                            windows.grant(viewer, grant);
                            return Acts.done(
                                    redirect, PATH, "Đã cho phép. Tổ chức đảng ấy được báo ngay.");
                        },
                        again -> draw(viewer, again, model));
    }
}
