package vn.ganbo.liaison;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Tone;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.LetterRunStore.Cell;
import vn.ganbo.liaison.LetterRunStore.Run;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Part;

/** How far the signing of many letters has come; may be left and found again. */
@Controller
class LetterRunPages {
    private static final String PATH = "/introductions/runs/";

    private final LetterRuns runs;
    private final LetterRunStore store;
    private final LetterRunWork work;

    LetterRunPages(LetterRuns runs, LetterRunStore store, LetterRunWork work) {
        this.runs = runs;
        this.store = store;
        this.work = work;
    }

    record View(Run run, List<Cell> cells, List<UUID> signed, boolean mayWrite) {
        String words() {
            return "Đã ký " + Show.number(run.done()) + " / " + Show.number(run.total()) + " giấy";
        }

        List<Part> bar() {
            return List.of(Part.of(run.done(), run.total(), Tone.DONE));
        }
    }

    static String at(UUID run) {
        return PATH + run;
    }

    @GetMapping(PATH + "{id}")
    String show(Viewer viewer, @PathVariable UUID id, HttpServletResponse response, Model model) {
        Run run = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        if (run.running()) {
            response.setHeader("Refresh", "2");
        }
        boolean mayWrite = viewer.is(Role.WORKPLACE_OFFICE);
        model.addAttribute(
                "view",
                new View(
                        run,
                        store.cells(viewer.scope(), id),
                        mayWrite && !run.running() ? store.signed(viewer.scope(), id) : List.of(),
                        mayWrite));
        return "liaison/run";
    }

    @PostMapping(PATH + "{id}/continuation")
    String goOn(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        runs.goOn(viewer, id);
        work.start(viewer, id);
        return Acts.done(redirect, at(id), "Đang làm tiếp từ giấy chưa ký đầu tiên.");
    }
}
