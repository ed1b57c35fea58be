package vn.ganbo.assessment;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Norms;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;

/** Who is commented on in a round, and whether the choice is fair. */
@Controller
class RoundCoveragePages {
    private final Rounds rounds;
    private final RoundStore store;
    private final RoundCoverageQueries queries;
    private final Rulebooks rulebooks;
    private final Exports exports;
    private final Clock clock;

    RoundCoveragePages(
            Rounds rounds,
            RoundStore store,
            RoundCoverageQueries queries,
            Rulebooks rulebooks,
            Exports exports,
            Clock clock) {
        this.rounds = rounds;
        this.store = store;
        this.queries = queries;
        this.rulebooks = rulebooks;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            RoundStore.NewRound round,
            Norms.@Nullable Targeted rule,
            List<RoundCoverageQueries.Line> lines,
            List<RoundCoverageQueries.Person> unchosen,
            boolean mayAdd) {
        String link() {
            return "/rounds/" + round.id();
        }
    }

    private RoundStore.NewRound round(Viewer viewer, UUID id) {
        return store.seen(viewer.scope(), id).orElseThrow(NotFound::new);
    }

    @GetMapping("/rounds/{id}/coverage")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        RoundStore.NewRound round = round(viewer, id);
        LocalDate today = LocalDate.now(clock);
        boolean mayAdd = round.seed() != null && viewer.is(Role.RESIDENCE_CELL_SECRETARY);
        model.addAttribute(
                "view",
                new View(
                        round,
                        rulebooks.byId(round.rulebook()).flatMap(Rulebook::targeted).orElse(null),
                        queries.coverage(viewer.scope(), round, today),
                        mayAdd ? queries.unchosen(viewer.scope(), round, today) : List.of(),
                        mayAdd));
        return "assessment/coverage";
    }

    @GetMapping("/rounds/{id}/coverage/export")
    void export(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam String as,
            HttpServletResponse answer) {
        RoundStore.NewRound round = round(viewer, id);
        LocalDate today = LocalDate.now(clock);
        Listing<RoundCoverageQueries.Line> list =
                new Listing<RoundCoverageQueries.Line>(
                                "ai-duoc-nhan-xet", "Ai được nhận xét", today)
                        .filter("Đợt nhận xét năm", Integer.toString(round.year()))
                        .filter(
                                "Số rút thăm",
                                round.seed() == null ? "không rút thăm" : round.seed().toString())
                        .column("Nhóm", 30, RoundCoverageQueries.Line::name)
                        .column("Trong sổ, không miễn", 12, RoundCoverageQueries.Line::registered)
                        .column("Được nhận xét", 12, RoundCoverageQueries.Line::commented)
                        .column("Tỷ lệ", 8, RoundCoverageQueries.Line::share)
                        .column("Nơi công tác xin", 12, RoundCoverageQueries.Line::asked)
                        .column("Có thành tích, hạn chế", 14, RoundCoverageQueries.Line::noted)
                        .column("Đến lượt", 10, RoundCoverageQueries.Line::overdue)
                        .column("Rút thăm", 10, RoundCoverageQueries.Line::lot)
                        .column(
                                "Lâu nhất chưa nhận xét (năm)",
                                14,
                                RoundCoverageQueries.Line::longest);
        exports.send(viewer, list.of(queries.coverage(viewer.scope(), round, today)), as, answer);
    }

    @PostMapping("/rounds/{id}/people")
    String add(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam UUID member,
            RedirectAttributes redirect) {
        rounds.add(viewer, id, member);
        return Acts.done(
                redirect,
                "/rounds/" + id + "/coverage",
                "Đã thêm vào đợt. Phiếu nằm trong danh sách phải soạn của chi bộ.");
    }
}
