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

/**
 * Công văn of a stay: by which a host tells a home outside this program what it says of a member,
 * and by which a home tells the host that the member stays longer.
 */
@Component
class StayPaper {
    private final Papers papers;
    private final Numbers numbers;
    private final Units units;
    private final TransferRules rules;

    StayPaper(Papers papers, Numbers numbers, Units units, TransferRules rules) {
        this.papers = papers;
        this.numbers = numbers;
        this.units = units;
        this.rules = rules;
    }

    /** What the host says of the member in a year; returns the paper. */
    UUID comment(Viewer viewer, Transfer transfer, int year, String comment, LocalDate on) {
        return keep(
                viewer,
                transfer,
                on,
                transfer.fromName(),
                "về việc nhận xét đảng viên sinh hoạt đảng tạm thời năm " + year,
                List.of(
                        living(transfer, "của các đồng chí"),
                        "Nhận xét của nơi sinh hoạt tạm thời năm %d: %s".formatted(year, comment),
                        "Kính gửi để các đồng chí kiểm điểm, đánh giá đảng viên."));
    }

    /** Gia hạn: the paper is the member's, too, who brings it along. */
    UUID extension(Viewer viewer, Transfer transfer, HostStays.Longer longer, LocalDate on) {
        String decision =
                longer.decisionNo() == null
                        ? "giấy tờ ngày " + Show.date(longer.decisionOn())
                        : "văn bản số %s ngày %s"
                                .formatted(longer.decisionNo(), Show.date(longer.decisionOn()));
        UUID paper =
                keep(
                        viewer,
                        transfer,
                        on,
                        transfer.toName(),
                        "về việc gia hạn sinh hoạt đảng tạm thời",
                        List.of(
                                living(transfer, "của chúng tôi"),
                                "Thời gian sinh hoạt tạm thời được gia hạn từ hết ngày %s đến hết ngày %s, theo %s."
                                        .formatted(
                                                Show.date(transfer.until()),
                                                Show.date(longer.until()),
                                                decision),
                                "Đề nghị các đồng chí tiếp tục tạo điều kiện để đồng chí %s sinh hoạt đến hết thời gian trên."
                                        .formatted(transfer.fullName())));
        papers.shareWithMember(viewer, List.of(paper));
        return paper;
    }

    private static String living(Transfer transfer, String whose) {
        return "Đồng chí %s sinh hoạt đảng tạm thời tại %s từ ngày %s, theo giấy giới thiệu số %s ngày %s %s."
                .formatted(
                        transfer.fullName(),
                        transfer.placedName() == null ? transfer.toName() : transfer.placedName(),
                        Show.date(transfer.receivedOn()),
                        Transfers.number(transfer),
                        Show.date(transfer.issuedOn()),
                        whose);
    }

    /** Numbers, draws and keeps it for the pen. */
    private UUID keep(
            Viewer viewer,
            Transfer transfer,
            LocalDate on,
            String to,
            String about,
            List<String> paragraphs) {
        List<Unit> from = units.above(viewer.scope(), viewer.unitNo());
        int unit = from.getFirst().no();
        return papers.keep(
                viewer,
                new NewPaper(
                        new OfficialLetterText(
                                PaperText.Issuer.of(from),
                                numbers.next(viewer, unit, PaperKind.OFFICIAL_LETTER, on),
                                on,
                                new PaperText.Addressee(Show.committee(to), null, null),
                                about,
                                paragraphs,
                                new PaperText.Person(
                                        transfer.fullName(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        transfer.workName(),
                                        null),
                                PaperText.Signature.byHand()),
                        unit,
                        null,
                        transfer.toNo(),
                        transfer.memberId(),
                        rules.on(on).reference(),
                        transfer.id()));
    }
}
