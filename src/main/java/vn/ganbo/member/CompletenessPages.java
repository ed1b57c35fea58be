package vn.ganbo.member;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/**
 * Đủ hồ sơ: what records lack, the half-yearly comparison of list and files, and the yearly
 * supplement slip.
 */
@Controller
class CompletenessPages {
    private final CompletenessQueries queries;
    private final Members members;
    private final MemberReads reads;
    private final Exports exports;
    private final Clock clock;

    CompletenessPages(
            CompletenessQueries queries,
            Members members,
            MemberReads reads,
            Exports exports,
            Clock clock) {
        this.queries = queries;
        this.members = members;
        this.reads = reads;
        this.exports = exports;
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

        /** House and street, then the commune, as far as they are known. */
        String residence() {
            return Stream.of(file.residenceAddress(), file.communeName())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
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

    /** The list that is held against the files, as a file itself. */
    @GetMapping("/reconciliation/export")
    void take(
            Viewer viewer,
            @RequestParam int cell,
            @RequestParam String as,
            HttpServletResponse answer) {
        CompletenessQueries.OfUnit unit =
                queries.byUnit(viewer.scope()).stream()
                        .filter(one -> one.unitNo() == cell)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        Listing<CompletenessQueries.Line> list =
                new Listing<CompletenessQueries.Line>(
                                "doi-chieu-ho-so",
                                "Đối chiếu danh sách và hồ sơ đảng viên",
                                LocalDate.now(clock))
                        .filter("Chi bộ", unit.name())
                        .column("Họ và tên", 24, CompletenessQueries.Line::fullName)
                        .column("Ngày sinh", 12, line -> shown(line.birth()))
                        .column("Số thẻ đảng viên", 12, CompletenessQueries.Line::cardNo)
                        .column("Số lý lịch", 14, CompletenessQueries.Line::fileNo)
                        .column("Ngày vào Đảng", 12, CompletenessQueries.Line::admitted)
                        .column("Ngày chính thức", 12, CompletenessQueries.Line::official)
                        .column("Tình trạng", 18, line -> Labels.of(line.status()))
                        .column("Danh sách còn thiếu", 30, line -> gaps(line.gaps()))
                        .column("Khớp với hồ sơ", 16, _ -> null);
        exports.send(viewer, list.of(queries.ofCell(viewer.scope(), cell)), as, answer);
    }

    private static String shown(@Nullable PartialDate date) {
        return date == null ? "" : date.shown();
    }

    private static String gaps(List<Gap> gaps) {
        return gaps.stream().map(Labels::of).collect(Collectors.joining(", "));
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
