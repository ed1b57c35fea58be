package vn.ganbo.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.document.WrittenPapers;
import vn.ganbo.document.WrittenText;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberFile;
import vn.ganbo.member.Members;
import vn.ganbo.member.Sex;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.TransferRules;

/** Giấy giới thiệu sinh hoạt đảng: numbered, kept once, with its data inside. */
@Component
class TransferPaper {
    private final WrittenPapers written;
    private final Papers papers;
    private final Members members;
    private final Units units;
    private final TransferRules rules;

    TransferPaper(
            WrittenPapers written,
            Papers papers,
            Members members,
            Units units,
            TransferRules rules) {
        this.written = written;
        this.papers = papers;
        this.members = members;
        this.units = units;
        this.rules = rules;
    }

    record Kept(String number, UUID paper) {}

    Kept keep(
            Viewer viewer,
            Transfer transfer,
            Transfers.Signer signer,
            String dossier,
            LocalDate due,
            LocalDate on) {
        MemberFile file =
                members.file(viewer.scope(), transfer.memberId()).orElseThrow(NotFound::new);
        List<Unit> above = units.above(viewer.scope(), transfer.fromNo());
        List<Unit> from =
                above.stream()
                        .dropWhile(unit ->
                                unit.kind() == UnitKind.CELL || unit.kind() == UnitKind.GROUP)
                        .toList();
        PaperText.Issuer issuer = PaperText.Issuer.of(from.isEmpty() ? above : from);
        UUID paper =
                written.once(
                        viewer,
                        new WrittenPapers.Occasion(
                                transfer.id(),
                                PaperKind.TRANSFER_LETTER,
                                (from.isEmpty() ? above : from).getFirst().no(),
                                file.id(),
                                transfer.toNo(),
                                null,
                                rules.on(on).reference()),
                        on,
                        number -> text(number, issuer, transfer, file, signer, dossier, due, on));
        papers.shareWithMember(viewer, List.of(paper));
        return new Kept(
                Objects.requireNonNull(
                        written.text(viewer.scope(), paper).orElseThrow(NotFound::new).number()),
                paper);
    }

    void makeVoid(Viewer viewer, Transfer transfer) {
        UUID paper = transfer.paperId();
        if (paper != null) {
            papers.makeVoid(viewer, List.of(paper));
        }
    }

    private static WrittenText text(
            String number,
            PaperText.Issuer issuer,
            Transfer transfer,
            MemberFile file,
            Transfers.Signer signer,
            String dossier,
            LocalDate due,
            LocalDate on) {
        String to = Show.committee(transfer.toName());
        return new WrittenText(
                PaperKind.TRANSFER_LETTER,
                issuer,
                number,
                on,
                transfer.temporary()
                        ? "chuyển sinh hoạt đảng tạm thời"
                        : "chuyển sinh hoạt đảng chính thức",
                List.of(to),
                List.of(),
                paragraphs(transfer, file, dossier, due, to),
                new PaperText.Person(
                        file.fullName(),
                        file.sex() == null ? null : file.sex() == Sex.FEMALE ? "Nữ" : "Nam",
                        file.birth(),
                        file.admitted(),
                        file.official(),
                        file.workName(),
                        file.residenceAddress()),
                List.of("Như trên", file.workName(), "Đảng viên"),
                new PaperText.Signature(signer.post(), signer.name()),
                null);
    }

    private static List<String> paragraphs(
            Transfer transfer, MemberFile file, String dossier, LocalDate due, String to) {
        List<String> out = new ArrayList<>();
        StringBuilder who = new StringBuilder("Giới thiệu đồng chí ").append(file.fullName());
        if (file.birth() != null) {
            who.append(", sinh ngày ").append(file.birth().shown());
        }
        if (file.admitted() != null) {
            who.append("; vào Đảng ngày ").append(Show.date(file.admitted()));
        }
        if (file.official() != null) {
            who.append(", chính thức ngày ").append(Show.date(file.official()));
        }
        if (file.cardNo() != null) {
            who.append("; thẻ đảng viên số ").append(file.cardNo());
        }
        out.add(who.append('.').toString());
        out.add("Đang sinh hoạt tại %s.".formatted(file.workName()));
        String decision =
                transfer.decisionNo() == null
                        ? "giấy tờ ngày " + Show.date(transfer.decisionOn())
                        : "quyết định số %s ngày %s"
                                .formatted(transfer.decisionNo(), Show.date(transfer.decisionOn()));
        out.add(
                "Chuyển sinh hoạt đảng %s đến %s; lý do: %s, theo %s."
                        .formatted(
                                transfer.temporary()
                                        ? "tạm thời " + HostStays.time(transfer)
                                        : "chính thức",
                                to,
                                Labels.of(transfer.cause()).toLowerCase(Locale.ROOT),
                                decision));
        if (transfer.temporary()) {
            out.add(
                    "Hết thời hạn trên, đồng chí trở về sinh hoạt tại %s; trong thời gian tạm thời đồng chí vẫn tính trong tổng số đảng viên của nơi giới thiệu."
                            .formatted(file.workName()));
        }
        if (!dossier.isEmpty()) {
            out.add("Hồ sơ kèm theo, đã niêm phong: %s.".formatted(dossier));
        }
        out.add(
                "Đảng viên nộp giấy này%s cho tổ chức đảng nơi đến chậm nhất ngày %s. Đề nghị các đồng chí tiếp nhận và báo lại."
                        .formatted(dossier.isEmpty() ? "" : " và hồ sơ", Show.date(due)));
        return out;
    }
}
