package vn.ganbo.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.ganbo.kernel.DeskAct;
import vn.ganbo.kernel.DeskProgress;
import vn.ganbo.kernel.DeskQuestion;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberBlocks;

/**
 * Bàn làm việc: what waits for this office today, counted, each a link. A member's desk is the
 * member's own page: what is asked, who is in charge, how the year stands.
 */
@Controller
class DeskPages {
    private static final int LATEST = 8;

    /** Enough facts that eight lines remain when a row of the same act becomes one line. */
    private static final int READ = 60;

    private final Tallies tallies;
    private final History history;
    private final List<DeskProgress> progress;
    private final List<DeskAct> acts;
    private final List<DeskQuestion> questions;
    private final MemberBlocks blocks;

    DeskPages(
            Tallies tallies,
            History history,
            ObjectProvider<DeskProgress> progress,
            ObjectProvider<DeskAct> acts,
            ObjectProvider<DeskQuestion> questions,
            MemberBlocks blocks) {
        this.tallies = tallies;
        this.history = history;
        this.progress = progress.stream().toList();
        this.acts = acts.stream().toList();
        this.questions = questions.stream().toList();
        this.blocks = blocks;
    }

    record View(
            LocalDate today,
            @Nullable DeskAct act,
            List<Tallies.Counted> sheets,
            List<DeskProgress.Table> tables,
            List<History.Line> latest) {
        String lead() {
            String day = Show.weekday(today);
            return tables.stream()
                    .map(DeskProgress.Table::deadline)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(deadline -> day + " · " + deadline)
                    .orElse(day);
        }
    }

    record OwnView(
            String name,
            LocalDate today,
            UUID self,
            List<DeskQuestion.Asked> questions,
            List<Tallies.Counted> sheets,
            List<MemberBlock.Block> blocks) {
        String shownDay() {
            return Show.weekday(today);
        }
    }

    @GetMapping("/")
    String desk(Viewer viewer, Model model) {
        @Nullable UUID self = viewer.scope().self();
        if (self != null) {
            return own(viewer, self, model);
        }
        model.addAttribute(
                "view",
                new View(
                        tallies.today(),
                        acts.stream()
                                .filter(act -> viewer.role() != null)
                                .filter(act -> act.roles().contains(viewer.role()))
                                .findFirst()
                                .orElse(null),
                        tallies.sheetsOf(viewer),
                        progress.stream().flatMap(p -> p.of(viewer).stream()).toList(),
                        Latest.folded(history.latest(viewer.scope(), READ), LATEST)));
        return "desk/desk";
    }

    private String own(Viewer viewer, UUID self, Model model) {
        model.addAttribute(
                "view",
                new OwnView(
                        viewer.name(),
                        tallies.today(),
                        self,
                        questions.stream().flatMap(q -> q.of(viewer).stream()).toList(),
                        tallies.sheetsOf(viewer),
                        blocks.of(viewer, self, List.of())));
        return "desk/own";
    }
}
