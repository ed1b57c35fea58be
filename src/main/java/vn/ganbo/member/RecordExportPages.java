package vn.ganbo.member;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/** The work on records as files: what is missing, proposals, pairs, imports. */
@Controller
@ConditionalOnWebApplication
class RecordExportPages {
    /** More pairs than anybody settles from one list. */
    private static final int PAIRS = 20_000;

    private final CompletenessQueries completeness;
    private final CorrectionStore corrections;
    private final DuplicateQueries duplicates;
    private final ImportStore imports;
    private final DisposalStore disposals;
    private final Exports exports;
    private final Clock clock;

    RecordExportPages(
            CompletenessQueries completeness,
            CorrectionStore corrections,
            DuplicateQueries duplicates,
            ImportStore imports,
            DisposalStore disposals,
            Exports exports,
            Clock clock) {
        this.completeness = completeness;
        this.corrections = corrections;
        this.duplicates = duplicates;
        this.imports = imports;
        this.disposals = disposals;
        this.exports = exports;
        this.clock = clock;
    }

    private <T> Listing<T> list(String file, String title) {
        return new Listing<>(file, title, LocalDate.now(clock));
    }

    @GetMapping("/completeness/export")
    void completeness(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<CompletenessQueries.OfUnit> list =
                this.<CompletenessQueries.OfUnit>list(
                                "ho-so-con-thieu", "Hồ sơ còn thiếu theo chi bộ")
                        .column("Chi bộ", 36, CompletenessQueries.OfUnit::name)
                        .column("Số hồ sơ", 12, CompletenessQueries.OfUnit::total)
                        .column("Còn thiếu", 12, CompletenessQueries.OfUnit::lacking);
        exports.send(viewer, list.of(completeness.byUnit(viewer.scope())), as, answer);
    }

    @GetMapping("/corrections/export")
    void corrections(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<CorrectionStore.Correction> list =
                this.<CorrectionStore.Correction>list("de-nghi-sua-ho-so", "Đề nghị sửa hồ sơ")
                        .column("Họ và tên", 26, CorrectionStore.Correction::fullName)
                        .column("Mục đề nghị sửa", 44, w -> CorrectionPages.labels(w.fields()))
                        .column("Lúc đề nghị", 18, w -> Show.moment(w.proposedAt()));
        exports.send(viewer, list.of(corrections.open(viewer.scope(), null)), as, answer);
    }

    @GetMapping("/duplicates/export")
    void duplicates(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<DuplicateQueries.Pair> list =
                this.<DuplicateQueries.Pair>list("ho-so-co-the-trung", "Hồ sơ có thể trùng")
                        .column("Hồ sơ thứ nhất", 26, pair -> pair.first().name())
                        .column("Ngày sinh", 12, pair -> pair.first().birth())
                        .column("Chi bộ", 28, pair -> pair.first().unit())
                        .column("Hồ sơ thứ hai", 26, pair -> pair.second().name())
                        .column("Ngày sinh (2)", 12, pair -> pair.second().birth())
                        .column("Chi bộ (2)", 28, pair -> pair.second().unit())
                        .column(
                                "Giống nhau ở",
                                40,
                                pair ->
                                        pair.reasons().stream()
                                                .map(Labels::of)
                                                .collect(Collectors.joining("; ")));
        exports.send(viewer, list.of(duplicates.pairs(viewer.scope(), PAIRS, 0)), as, answer);
    }

    /** What was done or dropped; the figures, never whose records they were. */
    @GetMapping("/disposals/export")
    void disposals(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<DisposalStore.Disposal> list =
                this.<DisposalStore.Disposal>list("het-han-luu-giu", "Hết hạn lưu giữ: đã làm")
                        .column("Loại", 34, one -> one.proposal().label())
                        .column("Đóng trước ngày", 12, one -> one.proposal().before())
                        .column("Số bản ghi", 10, one -> one.proposal().due())
                        .column("Duyệt lần thứ nhất", 26, one -> one.first().who())
                        .column(
                                "Đã xóa, ẩn danh",
                                12,
                                one -> one.end() == null ? null : one.end().done())
                        .column(
                                "Người làm lần thứ hai",
                                26,
                                one -> one.end() == null ? null : one.end().by())
                        .column(
                                "Lý do bỏ",
                                30,
                                one -> one.end() == null ? null : one.end().reason());
        exports.send(viewer, list.of(disposals.list(viewer.scope(), null)), as, answer);
    }

    @GetMapping("/imports/export")
    void imports(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<ImportStore.Listed> list =
                this.<ImportStore.Listed>list("cac-lan-nhap", "Các lần nhập từ Excel")
                        .column("Tệp", 36, ImportStore.Listed::fileName)
                        .column("Lúc gửi", 18, file -> Show.moment(file.uploadedAt()))
                        .column("Trạng thái", 18, file -> Labels.of(file.state()))
                        .column("Số dòng", 10, file -> file.rows() + file.dropped())
                        .column("Dòng tốt", 10, ImportStore.Listed::accepted)
                        .column("Mới", 10, ImportStore.Listed::created)
                        .column("Thay đổi", 10, ImportStore.Listed::changed)
                        .column("Không đổi", 10, ImportStore.Listed::unchanged);
        exports.send(viewer, list.of(imports.latest(viewer, null)), as, answer);
    }
}
