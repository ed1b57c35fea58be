package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Link;

/**
 * The review of comment quality: the cell sees its own from the filled-in draft on, the ward only
 * what was signed.
 */
@Controller
class QualityPages {
    private final QualityQueries queries;
    private final Exports exports;
    private final Clock clock;

    QualityPages(QualityQueries queries, Exports exports, Clock clock) {
        this.queries = queries;
        this.exports = exports;
        this.clock = clock;
    }

    /** A criterion with its share of best marks over the years. */
    record Row(String criterion, List<QualityReview.Share> years) {}

    record View(
            int year,
            boolean drafts,
            List<Link> years,
            QualityReview review,
            long slips,
            List<Row> shares) {}

    private record Found(String cell, QualityReview.QualityKind kind, String fullName) {}

    @GetMapping("/comments/quality")
    String show(
            Viewer viewer, @RequestParam(required = false) @Nullable Integer year, Model model) {
        int now = LocalDate.now(clock).getYear();
        int of = of(year);
        QualityReview review = queries.review(viewer.scope(), of, ownUnit(viewer));
        model.addAttribute(
                "view",
                new View(
                        of,
                        ownUnit(viewer),
                        List.of(tab(now, of), tab(now - 1, of)),
                        review,
                        review.cells().stream().mapToLong(QualityReview.OfCell::slips).sum(),
                        rows(review.shares())));
        return "assessment/quality";
    }

    private static Link tab(int year, int here) {
        return year == here
                ? Link.here("Năm " + year)
                : Link.to("Năm " + year, "/comments/quality?year=" + year);
    }

    /** The year asked for, else this one; slips have years of this century only. */
    private int of(@Nullable Integer year) {
        if (year == null) {
            return LocalDate.now(clock).getYear();
        }
        if (year < 2000 || year > 2100) {
            throw new NotFound();
        }
        return year;
    }

    private static boolean ownUnit(Viewer viewer) {
        return viewer.is(Role.RESIDENCE_CELL_SECRETARY, Role.COMMITTEE_MEMBER_IN_CHARGE);
    }

    private static List<Row> rows(List<QualityReview.Share> shares) {
        List<Row> out = new ArrayList<>();
        for (QualityReview.Share share : shares) {
            String criterion = share.number() + ". " + share.criterion();
            if (out.isEmpty() || !out.getLast().criterion().equals(criterion)) {
                out.add(new Row(criterion, new ArrayList<>()));
            }
            out.getLast().years().add(share);
        }
        return out;
    }

    @GetMapping("/comments/quality/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam String as,
            HttpServletResponse answer) {
        int of = of(year);
        List<Found> found = new ArrayList<>();
        for (QualityReview.OfCell cell :
                queries.review(viewer.scope(), of, ownUnit(viewer)).cells()) {
            for (QualityReview.Finding finding : cell.findings()) {
                finding.slips()
                        .forEach(slip ->
                                found.add(new Found(cell.name(), finding.kind(), slip.fullName())));
            }
        }
        Listing<Found> list =
                new Listing<Found>(
                                "ra-soat-nhan-xet",
                                "Rà soát chất lượng nhận xét",
                                LocalDate.now(clock))
                        .filter("Năm", Integer.toString(of))
                        .column("Chi bộ", 30, Found::cell)
                        .column("Điểm cần xem lại", 40, line -> Labels.of(line.kind()))
                        .column("Phiếu của", 24, Found::fullName);
        exports.send(viewer, list.of(found), as, answer);
    }
}
