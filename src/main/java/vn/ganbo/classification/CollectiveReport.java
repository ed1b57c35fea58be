package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.classification.CollectiveStore.Closing;
import vn.ganbo.classification.CollectiveStore.Collective;
import vn.ganbo.document.DossierPress;
import vn.ganbo.document.DossierText;
import vn.ganbo.document.DossierText.Line;
import vn.ganbo.document.DossierText.Part;
import vn.ganbo.document.PaperText.Issuer;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.ClassificationBook.CollectivePaper;
import vn.ganbo.regulation.ClassificationBook.Section;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ClassificationRules;

/**
 * Báo cáo kiểm điểm tập thể (Mẫu 01) as a paper to sign: what the unit wrote, the vote, the level;
 * a view drawn from the data, with no number.
 */
@Component
class CollectiveReport {
    private final ClassificationRules rules;
    private final Units units;
    private final DossierPress press;

    CollectiveReport(ClassificationRules rules, Units units, DossierPress press) {
        this.rules = rules;
        this.units = units;
        this.press = press;
    }

    /** Whether the viewer may have it: whoever writes a draft, and once it was sent, everybody. */
    static boolean readable(Viewer viewer, Collective of) {
        return of.id() != null && (!of.open() || CollectiveReviews.mayWrite(viewer, of));
    }

    /**
     * The report as it stands.
     *
     * @param today its day while it is not signed
     */
    byte[] draw(Viewer viewer, Collective of, LocalDate today) {
        CollectivePaper paper = rules.under(of.rulebook()).collective();
        Issuer issuer = Issuer.of(units.aboveHeir(viewer.scope(), of.unitNo()));
        List<Part> parts = new ArrayList<>();
        for (Section section : paper.sections()) {
            parts.add(
                    part(
                            "%d. %s".formatted(parts.size() + 1, section.label()),
                            of.answers().getOrDefault(section.key(), "Không ghi.")));
        }
        Closing closing = of.open() ? null : of.closing();
        if (closing != null) {
            parts.add(part("Cuộc họp và mức đề nghị", words(closing)));
        }
        ClassificationLevel level = of.level();
        if (level != null) {
            List<Line> lines = new ArrayList<>();
            lines.add(
                    new Line(
                            null,
                            "%s, quyết định số %s ngày %s."
                                    .formatted(
                                            Labels.of(level),
                                            of.number(),
                                            Show.date(of.decidedOn()))));
            of.corrections().forEach(one -> lines.add(new Line(null, one.words())));
            parts.add(new Part("Quyết định xếp loại", lines));
        }
        return press.draw(
                viewer.scope(),
                viewer.unitNo(),
                List.of(
                        new DossierText(
                                issuer.superior(),
                                issuer.name(),
                                "%s năm %d".formatted(paper.title(), of.year()),
                                "(%s)".formatted(paper.code()),
                                parts,
                                new DossierText.Signed(
                                        issuer.place(),
                                        signed(closing, today),
                                        of.committee() ? "T/M cấp ủy" : "T/M chi bộ",
                                        ""))));
    }

    private static LocalDate signed(@Nullable Closing closing, LocalDate today) {
        return closing == null ? today : closing.signedOn();
    }

    private static Part part(String heading, String text) {
        return new Part(heading, List.of(new Line(null, text)));
    }

    private static String words(Closing closing) {
        return "Họp ngày %s, %d người dự. Số phiếu: %s. Đề nghị: %s."
                .formatted(
                        Show.date(closing.metOn()),
                        closing.present(),
                        Arrays.stream(ClassificationLevel.values())
                                .map(level -> Labels.of(level) + " " + closing.ballot().of(level))
                                .collect(Collectors.joining("; ")),
                        Labels.of(closing.proposed()));
    }
}
