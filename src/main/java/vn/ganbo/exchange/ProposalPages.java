package vn.ganbo.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Picked;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Vắng cần thông báo: absences that were concluded and not yet told; drafts signed together. */
@Controller
class ProposalPages {
    private static final String PATH = "/exchange/absences";

    private final Proposals proposals;
    private final Exchanges exchanges;
    private final NoticeQueries queries;
    private final Rulebooks rulebooks;
    private final Exports exports;
    private final Clock clock;

    ProposalPages(
            Proposals proposals,
            Exchanges exchanges,
            NoticeQueries queries,
            Rulebooks rulebooks,
            Exports exports,
            Clock clock) {
        this.proposals = proposals;
        this.exchanges = exchanges;
        this.queries = queries;
        this.rulebooks = rulebooks;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            LocalDate since,
            List<AbsenceQueries.Absent> absent,
            List<NoticeQueries.Line> drafts,
            List<String> posts,
            boolean mayWrite,
            Typed typed) {}

    @GetMapping(PATH)
    String list(Viewer viewer, Model model) {
        return show(viewer, Typed.empty(), model);
    }

    private String show(Viewer viewer, Typed typed, Model model) {
        model.addAttribute(
                "view",
                new View(
                        proposals.halfYear(),
                        proposals.absent(viewer),
                        drafts(viewer),
                        rulebooks
                                .on(LocalDate.now(clock))
                                .requirePosts(Signatory.OFFICIAL_LETTER, Signatory.ISSUER),
                        Direction.TO_WORKPLACE.mayWrite(viewer),
                        typed));
        return "exchange/absences";
    }

    private List<NoticeQueries.Line> drafts(Viewer viewer) {
        return queries
                .list(viewer.scope(), Direction.TO_WORKPLACE, List.of(NoticeState.DRAFT))
                .stream()
                .filter(line -> line.kind() == NoticeKind.ABSENCES)
                .toList();
    }

    @GetMapping(PATH + "/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<AbsenceQueries.Absent> list =
                new Listing<AbsenceQueries.Absent>(
                                "vang-can-thong-bao",
                                "Vắng không phép chưa thông báo nơi công tác",
                                LocalDate.now(clock))
                        .filter("Từ ngày", Show.date(proposals.halfYear()))
                        .column("Họ và tên", 24, AbsenceQueries.Absent::fullName)
                        .column("Nơi công tác", 30, AbsenceQueries.Absent::workName)
                        .column("Nơi cư trú", 26, AbsenceQueries.Absent::resName)
                        .column("Số cuộc vắng", 10, AbsenceQueries.Absent::missed)
                        .column("Ngày họp", 30, AbsenceQueries.Absent::days);
        exports.send(viewer, list.of(proposals.absent(viewer)), as, answer);
    }

    @PostMapping(PATH)
    String draft(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<UUID> members,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            int count =
                                    proposals.draftAbsences(
                                            viewer, members == null ? List.of() : members);
                            return Acts.done(
                                    redirect,
                                    PATH,
                                    "Đã soạn %s bản nháp. Đọc lại rồi ký và gửi ở phần dưới."
                                            .formatted(Show.number(count)));
                        },
                        typed -> show(viewer, typed, model));
    }

    /** Signs and sends drafts together; each becomes a letter of its own. */
    @PostMapping(PATH + "/dispatch")
    String send(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<String> notices,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String post,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            Map<UUID, Integer> picked =
                                    Picked.read(notices == null ? List.of() : notices).stream()
                                            .collect(Collectors.toMap(Picked::id, Picked::version));
                            exchanges.send(viewer, picked, new Signer(signer, post), null);
                            return Acts.done(
                                    redirect,
                                    "/exchange?tab=SENT",
                                    "Đã cấp số, lưu và gửi %s công văn."
                                            .formatted(Show.number(picked.size())));
                        },
                        typed -> show(viewer, typed, model));
    }
}
