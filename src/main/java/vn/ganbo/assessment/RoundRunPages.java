package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.access.LongWork;
import vn.ganbo.assessment.RoundRunStore.Place;
import vn.ganbo.assessment.RoundRunStore.RoundRunKind;
import vn.ganbo.assessment.RoundRunStore.Run;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Tone;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Link;
import vn.ganbo.web.Part;

/** How far a long act of a round has come; may be left and found again. */
@Controller
class RoundRunPages {
    private static final String PATH = "/rounds/runs/";

    private final RoundRuns runs;
    private final RoundRunStore store;
    private final LongWork background;

    RoundRunPages(RoundRuns runs, RoundRunStore store, LongWork background) {
        this.runs = runs;
        this.store = store;
        this.background = background;
    }

    record View(Run run, List<Place> places, boolean mayWrite) {
        List<Part> bar() {
            return List.of(Part.of(run.done(), run.total(), Tone.DONE));
        }

        boolean opening() {
            return run.kind() == RoundRunKind.OPEN;
        }

        /** Where the run is found again, and what is next. */
        Link back() {
            return opening()
                    ? Link.to("Tiến độ của các xã, phường", "/rounds/wards?year=" + run.year())
                    : Link.to("Phiếu nhận xét", "/comments?tab=returned&year=" + run.year());
        }
    }

    static String at(UUID run) {
        return PATH + run;
    }

    /** Starts a run whose act is committed. */
    String started(Viewer viewer, UUID run) {
        background.start(runs, viewer, run);
        return "redirect:" + at(run);
    }

    @GetMapping(PATH + "{id}")
    String show(Viewer viewer, @PathVariable UUID id, HttpServletResponse response, Model model) {
        Run run = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        if (run.running()) {
            response.setHeader("Refresh", "2");
        }
        model.addAttribute("view", new View(run, store.places(viewer.scope(), id), run.of(viewer)));
        return "assessment/run";
    }

    /** Every confirmed slip of the year goes back to its workplace. */
    @PostMapping("/comments/return/all")
    String giveOut(Viewer viewer, @RequestParam int year) {
        return started(viewer, runs.giveOut(viewer, year));
    }

    @PostMapping(PATH + "{id}/continuation")
    String goOn(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        runs.goOn(viewer, id);
        background.start(runs, viewer, id);
        return Acts.done(redirect, at(id), "Đang làm tiếp từ chỗ đã dừng.");
    }
}
