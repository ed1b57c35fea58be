package vn.ganbo.away;

import java.time.LocalDate;
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
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberFile;
import vn.ganbo.member.Members;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.AwayBook;

/**
 * The papers of giảm, miễn công tác và sinh hoạt đảng: the committee's decision, and the notice by
 * which a cell reports its own.
 */
@Component
class AwayPaper {
    private final WrittenPapers written;
    private final Papers papers;
    private final Units units;
    private final Members members;

    AwayPaper(WrittenPapers written, Papers papers, Units units, Members members) {
        this.written = written;
        this.papers = papers;
        this.units = units;
        this.members = members;
    }

    /** As it is cited: number and issuer. */
    record Cited(String number, String issuer) {}

    /** The committee at which the viewer holds the office. */
    String issuer(Viewer viewer) {
        return units.require(viewer.scope(), viewer.unitNo()).committeeName();
    }

    /** Numbers, draws and keeps the committee's decision for the pen. */
    Cited decision(Viewer viewer, AwayApplication of, AwayBook book, LocalDate on) {
        List<Unit> from =
                units.above(viewer.scope(), viewer.unitNo()).stream()
                        .dropWhile(unit ->
                                unit.kind() == UnitKind.CELL || unit.kind() == UnitKind.GROUP)
                        .toList();
        return keep(viewer, of, book, on, PaperKind.DECISION, from);
    }

    /** Numbers, draws and keeps the notice by which the cell reports what it decided. */
    void notice(Viewer viewer, AwayApplication of, AwayBook book, LocalDate on) {
        keep(
                viewer,
                of,
                book,
                on,
                PaperKind.ANNOUNCEMENT,
                units.above(viewer.scope(), of.workNo()));
    }

    private Cited keep(
            Viewer viewer,
            AwayApplication of,
            AwayBook book,
            LocalDate on,
            PaperKind kind,
            List<Unit> from) {
        MemberFile file = members.file(viewer.scope(), of.memberId()).orElseThrow(NotFound::new);
        PaperText.Issuer issuer = PaperText.Issuer.of(from);
        UUID paper =
                written.once(
                        viewer,
                        new WrittenPapers.Occasion(
                                of.id(),
                                kind,
                                from.getFirst().no(),
                                file.id(),
                                file.workNo(),
                                null,
                                book.reference()),
                        on,
                        number ->
                                new WrittenText(
                                        kind,
                                        issuer,
                                        number,
                                        on,
                                        "về việc " + what(of),
                                        List.of(),
                                        opening(of, file, book),
                                        kind == PaperKind.DECISION
                                                ? decided(of, file)
                                                : reported(of, file, book),
                                        new PaperText.Person(
                                                file.fullName(),
                                                file.sex() == null ? null : Labels.of(file.sex()),
                                                file.birth(),
                                                file.admitted(),
                                                file.official(),
                                                file.workName(),
                                                file.residenceAddress()),
                                        kind == PaperKind.DECISION
                                                ? List.of("Như Điều 3")
                                                : List.of(
                                                        "Cấp ủy cấp trên trực tiếp (để báo cáo)",
                                                        "Đồng chí có tên ở trên"),
                                        PaperText.Signature.byHand(),
                                        null));
        papers.shareWithMember(viewer, List.of(paper));
        return new Cited(
                Objects.requireNonNull(
                        written.text(viewer.scope(), paper).orElseThrow(NotFound::new).number()),
                issuer.name());
    }

    private static String what(AwayApplication of) {
        return Labels.of(of.extent()).toLowerCase(Locale.ROOT);
    }

    private static List<String> opening(AwayApplication of, MemberFile file, AwayBook book) {
        return List.of(
                "Căn cứ %s;".formatted(book.citation()),
                "Căn cứ %s của %s;".formatted(of.resolutionCited(), of.cellName()),
                "Xét đề nghị của đồng chí %s (lý do: %s),"
                        .formatted(
                                file.fullName(), book.name(of.ground()).toLowerCase(Locale.ROOT)));
    }

    private static List<String> decided(AwayApplication of, MemberFile file) {
        String what = Labels.of(of.extent());
        return List.of(
                "Điều 1. %s đối với đồng chí %s, %s, %s."
                        .formatted(what, file.fullName(), of.cellName(), of.time()),
                "Điều 2. Hết thời hạn ở Điều 1, hoặc khi lý do không còn, đồng chí %s trở lại công tác và sinh hoạt đảng; nếu cần thêm thời gian thì gửi đơn trước khi hết hạn."
                        .formatted(file.fullName()),
                "Điều 3. %s và đồng chí %s thực hiện quyết định này."
                        .formatted(of.cellName(), file.fullName()));
    }

    private static List<String> reported(AwayApplication of, MemberFile file, AwayBook book) {
        return List.of(
                "%s đã họp, xem xét đề nghị của đồng chí %s và ra %s."
                        .formatted(of.cellName(), file.fullName(), of.resolution()),
                "Chi bộ quyết định: %s đối với đồng chí %s, %s; lý do: %s."
                        .formatted(
                                what(of),
                                file.fullName(),
                                of.time(),
                                book.name(of.ground()).toLowerCase(Locale.ROOT)),
                "Chi bộ báo cáo cấp ủy cấp trên trực tiếp theo quy định.");
    }
}
