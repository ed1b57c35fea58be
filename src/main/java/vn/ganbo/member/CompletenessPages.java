package vn.ganbo.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Viewer;

/**
 * Đủ hồ sơ: what records lack, the half-yearly comparison of list and files, and the yearly
 * supplement slip.
 */
@Controller
class CompletenessPages {
    private final CompletenessQueries queries;
    private final Members members;
    private final MemberReads reads;
    private final Clock clock;

    CompletenessPages(
            CompletenessQueries queries, Members members, MemberReads reads, Clock clock) {
        this.queries = queries;
        this.members = members;
        this.reads = reads;
        this.clock = clock;
    }

    record View(
            List<CompletenessQueries.OfGap> gaps,
            List<CompletenessQueries.OfUnit> units,
            long total,
            long lacking) {}

    record Reconciliation(
            String heading,
            LocalDate on,
            CompletenessQueries.@Nullable OfUnit cell,
            List<CompletenessQueries.OfUnit> cells,
            List<CompletenessQueries.Line> lines) {}

    record Slip(MemberFile file, int year) {
        String birth() {
            var birth = file.birth();
            return birth == null ? "" : birth.shown();
        }
    }

    @GetMapping("/completeness")
    String completeness(Viewer viewer, Model model) {
        List<CompletenessQueries.OfUnit> units = queries.byUnit(viewer.scope());
        model.addAttribute(
                "view",
                new View(
                        queries.byGap(viewer.scope()),
                        units,
                        units.stream().mapToLong(CompletenessQueries.OfUnit::total).sum(),
                        units.stream().mapToLong(CompletenessQueries.OfUnit::lacking).sum()));
        return "member/completeness";
    }

    /** Every six months the list is held against the files (Hướng dẫn 06-HD/TW, mục 8). */
    @GetMapping("/reconciliation")
    String reconciliation(
            Viewer viewer, @RequestParam(required = false) @Nullable Integer cell, Model model) {
        List<CompletenessQueries.OfUnit> cells = queries.byUnit(viewer.scope());
        CompletenessQueries.@Nullable OfUnit chosen =
                cells.stream()
                        .filter(unit -> cell == null || unit.unitNo() == cell)
                        .findFirst()
                        .orElse(null);
        LocalDate today = LocalDate.now(clock);
        String half = today.getMonthValue() <= 6 ? "6 tháng đầu năm " : "6 tháng cuối năm ";
        model.addAttribute(
                "view",
                new Reconciliation(
                        half + today.getYear(),
                        today,
                        chosen,
                        cells,
                        chosen == null
                                ? List.of()
                                : queries.ofCell(viewer.scope(), chosen.unitNo())));
        return "member/reconciliation";
    }

    /** Phiếu bổ sung hồ sơ đảng viên of this year, prefilled, to be printed and filled in. */
    @GetMapping("/members/{id}/supplement")
    String supplement(Viewer viewer, @PathVariable UUID id, Model model) {
        MemberFile file = members.file(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!id.equals(viewer.scope().self())) {
            reads.note(viewer, id);
        }
        model.addAttribute("view", new Slip(file, LocalDate.now(clock).getYear()));
        return "member/supplement";
    }
}
