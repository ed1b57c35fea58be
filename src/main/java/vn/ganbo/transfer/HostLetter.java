package vn.ganbo.transfer;

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
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.TransferRules;

/** Công văn by which a host tells a home outside this program what it says of a member. */
@Component
class HostLetter {
    private final Papers papers;
    private final Numbers numbers;
    private final Units units;
    private final TransferRules rules;

    HostLetter(Papers papers, Numbers numbers, Units units, TransferRules rules) {
        this.papers = papers;
        this.numbers = numbers;
        this.units = units;
        this.rules = rules;
    }

    /** Numbers, draws and keeps it for the pen; returns the paper. */
    UUID keep(Viewer viewer, Transfer transfer, int year, String comment, LocalDate on) {
        List<Unit> from = units.above(viewer.scope(), viewer.unitNo());
        int unit = from.getFirst().no();
        return papers.keep(
                viewer,
                new NewPaper(
                        text(
                                numbers.next(viewer, unit, PaperKind.OFFICIAL_LETTER, on),
                                PaperText.Issuer.of(from),
                                transfer,
                                year,
                                comment,
                                on),
                        unit,
                        null,
                        null,
                        transfer.memberId(),
                        rules.on(on).reference(),
                        transfer.id()));
    }

    private static OfficialLetterText text(
            String number,
            PaperText.Issuer issuer,
            Transfer transfer,
            int year,
            String comment,
            LocalDate on) {
        String where = transfer.placedName() == null ? transfer.toName() : transfer.placedName();
        return new OfficialLetterText(
                issuer,
                number,
                on,
                new PaperText.Addressee(Show.committee(transfer.fromName()), null, null),
                "về việc nhận xét đảng viên sinh hoạt đảng tạm thời năm " + year,
                List.of(
                        "Đồng chí %s sinh hoạt đảng tạm thời tại %s từ ngày %s, theo giấy giới thiệu số %s ngày %s của các đồng chí."
                                .formatted(
                                        transfer.fullName(),
                                        where,
                                        Show.date(transfer.receivedOn()),
                                        Transfers.number(transfer),
                                        Show.date(transfer.issuedOn())),
                        "Nhận xét của nơi sinh hoạt tạm thời năm %d: %s".formatted(year, comment),
                        "Kính gửi để các đồng chí kiểm điểm, đánh giá đảng viên."),
                new PaperText.Person(
                        transfer.fullName(), null, null, null, null, transfer.workName(), null),
                PaperText.Signature.byHand());
    }
}
