package vn.ganbo.desk;

import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.ganbo.kernel.DeskProgress;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/** Bàn làm việc: what waits for this office today, counted, each a link. */
@Controller
class DeskPages {
    private final Tallies tallies;
    private final History history;
    private final List<DeskProgress> progress;

    DeskPages(Tallies tallies, History history, ObjectProvider<DeskProgress> progress) {
        this.tallies = tallies;
        this.history = history;
        this.progress = progress.stream().toList();
    }

    record View(
            LocalDate today,
            List<Tallies.Counted> sheets,
            List<DeskProgress.Table> tables,
            List<History.Line> latest) {
        String shownDay() {
            return Show.weekday(today);
        }
    }

    @GetMapping("/")
    String desk(Viewer viewer, Model model) {
        model.addAttribute(
                "view",
                new View(
                        tallies.today(),
                        tallies.sheetsOf(viewer),
                        progress.stream().flatMap(p -> p.of(viewer).stream()).toList(),
                        history.latest(viewer.scope(), 8)));
        return "desk/desk";
    }
}
