package vn.ganbo.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.WrittenPapers;
import vn.ganbo.document.WrittenText;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Exemption;
import vn.ganbo.regulation.Rulebook;

/** Quyết định miễn: the paper on which an exemption rests, where the office makes it here. */
@Component
class ExemptionPaper {
    private final WrittenPapers papers;
    private final Units units;

    ExemptionPaper(WrittenPapers papers, Units units) {
        this.papers = papers;
        this.units = units;
    }

    /** The decision as it is cited: number and issuer. */
    record Cited(String number, String issuer) {}

    /**
     * Numbers, draws and keeps the decision for the pen.
     *
     * @param id of the exemption
     */
    Cited keep(
            Viewer viewer,
            UUID id,
            MemberFile file,
            Exemption ground,
            Exemptions.NewExemption exemption,
            Rulebook book,
            LocalDate on) {
        List<Unit> above =
                units.above(viewer.scope(), viewer.unitNo()).stream()
                        .dropWhile(unit ->
                                unit.kind() == UnitKind.CELL || unit.kind() == UnitKind.GROUP)
                        .toList();
        List<Unit> from = above.isEmpty() ? units.above(viewer.scope(), viewer.unitNo()) : above;
        PaperText.Issuer issuer = PaperText.Issuer.of(from);
        UUID paper =
                papers.once(
                        viewer,
                        new WrittenPapers.Occasion(
                                id,
                                PaperKind.DECISION,
                                from.getFirst().no(),
                                file.id(),
                                file.workNo(),
                                null,
                                book.reference()),
                        on,
                        number -> text(number, issuer, file, ground, exemption, book, on));
        return new Cited(
                Objects.requireNonNull(
                        papers.text(viewer.scope(), paper).orElseThrow(NotFound::new).number()),
                issuer.name());
    }

    private static WrittenText text(
            String number,
            PaperText.Issuer issuer,
            MemberFile file,
            Exemption ground,
            Exemptions.NewExemption exemption,
            Rulebook book,
            LocalDate on) {
        String what = Labels.of(ground.kind());
        return new WrittenText(
                PaperKind.DECISION,
                issuer,
                number,
                on,
                "về việc "
                        + what.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                        + what.substring(1),
                List.of(),
                List.of(
                        "Căn cứ %s;".formatted(book.citation()),
                        "Xét trường hợp của đồng chí %s thuộc diện “%s”,"
                                .formatted(file.fullName(), ground.label())),
                List.of(
                        "Điều 1. %s đối với đồng chí %s, %s, từ ngày %s đến hết ngày %s."
                                .formatted(
                                        what,
                                        file.fullName(),
                                        file.workName(),
                                        Show.date(exemption.since()),
                                        Show.date(exemption.until())),
                        "Điều 2. Hết thời hạn ở Điều 1, hoặc khi lý do miễn không còn, đồng chí %s thực hiện trách nhiệm giữ mối liên hệ nơi cư trú theo quy định."
                                .formatted(file.fullName()),
                        "Điều 3. Đồng chí %s, chi bộ nơi sinh hoạt và cấp ủy nơi cư trú thực hiện quyết định này."
                                .formatted(file.fullName())),
                new PaperText.Person(
                        file.fullName(),
                        file.sex() == null ? null : file.sex() == Sex.FEMALE ? "Nữ" : "Nam",
                        file.birth(),
                        file.admitted(),
                        file.official(),
                        file.workName(),
                        file.residenceAddress()),
                List.of("Như Điều 3", "Cấp ủy nơi cư trú"),
                PaperText.Signature.byHand(),
                null);
    }
}
