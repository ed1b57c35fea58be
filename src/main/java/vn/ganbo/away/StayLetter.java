package vn.ganbo.away;

import java.time.LocalDate;
import java.util.List;
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
import vn.ganbo.member.MemberFile;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.AwayRules;

/** Công văn by which the place of stay is asked, where it is made here. */
@Component
class StayLetter {
    private final Papers papers;
    private final Numbers numbers;
    private final Units units;
    private final AwayRules rules;

    StayLetter(Papers papers, Numbers numbers, Units units, AwayRules rules) {
        this.papers = papers;
        this.numbers = numbers;
        this.units = units;
        this.rules = rules;
    }

    /**
     * Numbers, draws and keeps the letter for the pen.
     *
     * @param id of the request
     * @return its number
     */
    String keep(Viewer viewer, UUID id, MemberFile file, StayRequests.Question of, LocalDate on) {
        List<Unit> from = units.above(viewer.scope(), viewer.unitNo());
        int unit = from.getFirst().no();
        String number = numbers.next(viewer, unit, PaperKind.OFFICIAL_LETTER, on);
        papers.keep(
                viewer,
                new NewPaper(
                        text(number, PaperText.Issuer.of(from), file, of, on),
                        unit,
                        file.workNo(),
                        null,
                        file.id(),
                        rules.on(on).reference(),
                        id));
        return number;
    }

    private static OfficialLetterText text(
            String number,
            PaperText.Issuer issuer,
            MemberFile file,
            StayRequests.Question of,
            LocalDate on) {
        return new OfficialLetterText(
                issuer,
                number,
                on,
                new PaperText.Addressee(of.toWhom(), null, null),
                "về việc phối hợp quản lý đảng viên " + file.fullName(),
                List.of(
                        "Đồng chí %s là đảng viên của %s, hiện làm việc, cư trú ở nơi các đồng chí."
                                .formatted(file.fullName(), file.workName()),
                        "Để quản lý và giúp đỡ đảng viên khi đi xa, đề nghị các đồng chí cho biết: %s"
                                .formatted(of.what()),
                        "Đề nghị các đồng chí trả lời trước hết ngày %s."
                                .formatted(Show.date(of.dueOn()))),
                new PaperText.Person(
                        file.fullName(),
                        file.sex() == null ? null : Labels.of(file.sex()),
                        file.birth(),
                        null,
                        null,
                        file.workName(),
                        null),
                PaperText.Signature.byHand());
    }
}
