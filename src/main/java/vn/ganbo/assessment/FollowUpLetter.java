package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.document.NewPaper;
import vn.ganbo.document.Numbers;
import vn.ganbo.document.OfficialLetterText;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.Units;

/**
 * Công văn by which a residence that works on paper learns what became of its proposal. What the
 * person said in the talk is not on it (docs/decisions/0026).
 */
@Component
class FollowUpLetter {
    private final Papers papers;
    private final Numbers numbers;
    private final Units units;

    FollowUpLetter(Papers papers, Numbers numbers, Units units) {
        this.papers = papers;
        this.numbers = numbers;
        this.units = units;
    }

    /** Numbers, draws and keeps the letter for the pen; the ward and the person read it. */
    void keep(
            Viewer viewer,
            UUID comment,
            FollowUpStore.Standing of,
            FollowUpOutcome outcome,
            String answer,
            LocalDate on) {
        List<Unit> from = units.above(viewer.scope(), viewer.unitNo());
        int unit = from.getFirst().no();
        UUID paper =
                papers.keep(
                        viewer,
                        new NewPaper(
                                new OfficialLetterText(
                                        PaperText.Issuer.of(from),
                                        numbers.next(viewer, unit, PaperKind.OFFICIAL_LETTER, on),
                                        on,
                                        PaperText.Addressee.of(
                                                units.aboveHeir(viewer.scope(), of.wardNo()), null),
                                        "về việc trả lời đề nghị đối với đồng chí " + of.fullName(),
                                        paragraphs(of, outcome, answer),
                                        new PaperText.Person(
                                                of.fullName(),
                                                null,
                                                null,
                                                null,
                                                null,
                                                of.workName(),
                                                null),
                                        PaperText.Signature.byHand()),
                                unit,
                                of.workNo(),
                                of.wardNo(),
                                of.memberId(),
                                of.rulebook(),
                                comment));
        papers.shareWithMember(viewer, List.of(paper));
    }

    private static List<String> paragraphs(
            FollowUpStore.Standing of, FollowUpOutcome outcome, String answer) {
        List<String> out = new ArrayList<>();
        out.add(
                "Trong phiếu nhận xét năm %d, ngày %s, đối với đồng chí %s, các đồng chí đề nghị %s."
                        .formatted(
                                of.year(),
                                Show.date(of.slipOn()),
                                of.fullName(),
                                Labels.of(of.kind()).toLowerCase(Locale.ROOT)));
        if (of.talkedOn() != null) {
            out.add(
                    "Nơi công tác đã trao đổi với đồng chí %s ngày %s."
                            .formatted(of.fullName(), Show.date(of.talkedOn())));
        }
        out.add("Kết quả: %s.".formatted(lowered(Labels.of(outcome))));
        answer.lines().filter(line -> !line.isBlank()).map(String::strip).forEach(out::add);
        return out;
    }

    private static String lowered(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
