package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.document.DossierPress;
import vn.ganbo.document.DossierText;
import vn.ganbo.document.PaperText;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;

/**
 * The person's own report on paper: as it was sent, or with what is filled in so far and room for a
 * pen, for whoever would rather hand it over.
 */
@Component
class SelfReportPaper {
    private final Units units;
    private final DossierPress press;

    SelfReportPaper(Units units, DossierPress press) {
        this.units = units;
        this.press = press;
    }

    /** A PDF; never a record. */
    byte[] draw(Viewer viewer, SelfReportPages.View view, LocalDate today) {
        SelfReportStore.Standing standing = Objects.requireNonNull(view.standing());
        boolean sent = standing.sentOn() != null;
        PaperText.Issuer issuer =
                PaperText.Issuer.of(
                        units.aboveHeir(viewer.scope(), standing.unitNo()).stream()
                                .dropWhile(unit -> unit.kind() == UnitKind.GROUP)
                                .toList());
        List<DossierText.Line> lines = new ArrayList<>();
        view.parts()
                .forEach(part ->
                        lines.add(
                                line(
                                        part.duty().number() + ". " + part.duty().label(),
                                        part.words(),
                                        sent)));
        lines.add(line("Khó khăn, đề nghị với chi ủy", standing.difficulty(), sent));
        return press.draw(
                viewer.scope(),
                standing.unitNo(),
                List.of(
                        new DossierText(
                                issuer.superior(),
                                issuer.name(),
                                "Bản tự báo cáo năm " + view.year(),
                                "việc thực hiện nhiệm vụ của đảng viên ở nơi cư trú",
                                List.of(new DossierText.Part("Đồng chí " + viewer.name(), lines)),
                                new DossierText.Signed(
                                        issuer.place(),
                                        Objects.requireNonNullElse(standing.sentOn(), today),
                                        "Người báo cáo",
                                        viewer.name()))));
    }

    /** The name of the file where somebody saves it. */
    static String fileName(int year, LocalDate today) {
        return "Tự báo cáo %d, in ngày %s.pdf".formatted(year, Show.date(today).replace('/', '-'));
    }

    private static DossierText.Line line(String label, @Nullable String words, boolean sent) {
        return new DossierText.Line(
                label, Objects.requireNonNullElse(words, sent ? "Không ghi." : ""));
    }
}
