package vn.ganbo.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.assignment.AssignmentFacts.PaperMade;
import vn.ganbo.assignment.TaskPaperStore.ToDecide;
import vn.ganbo.assignment.TaskPaperStore.ToWrite;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.WrittenPapers;
import vn.ganbo.document.WrittenText;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Rulebooks;

/**
 * Quyết định phân công with a table per "6 rõ", biên bản kiểm điểm: numbered, drawn and kept for
 * the pen. Each assignment stands on one decision, each review in one set of minutes.
 */
@Service
class TaskPapers {
    private static final int LONGEST = 1000;

    private final TaskPaperStore store;
    private final WrittenPapers papers;
    private final Units units;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    TaskPapers(
            TaskPaperStore store,
            WrittenPapers papers,
            Units units,
            Rulebooks rulebooks,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.papers = papers;
        this.units = units;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /** What the minutes say beside the table. */
    record Meeting(LocalDate metOn, String place, int present, String conclusion) {}

    /**
     * The decision on all that were accepted since the last one.
     *
     * @return the paper
     * @throws Refusal where there are none, or somebody else put one on a decision meanwhile
     */
    @Transactional
    public UUID decide(Viewer viewer) {
        List<ToDecide> all = store.toDecide(viewer.scope(), viewer.unitNo());
        if (all.isEmpty()) {
            throw new Refusal("assignment.nothing-to-decide");
        }
        LocalDate on = LocalDate.now(clock);

        UUID id = Ids.next();
        UUID paper =
                keep(
                        viewer,
                        id,
                        PaperKind.DECISION,
                        on,
                        (number, issuer) -> decision(number, issuer, on, all));
        if (!store.decided(viewer.scope(), paper, all)) {
            throw new Refusal("assignment.paper-made");
        }

        facts.tell(viewer, new PaperMade(id, PaperMade.DECISION, all.size()));
        return paper;
    }

    /**
     * The minutes on all that was reviewed since the last ones.
     *
     * @return the paper
     * @throws Refusal where nothing was, or somebody else wrote minutes on it meanwhile
     */
    @Transactional
    public UUID minutes(Viewer viewer, Meeting typed) {
        Meeting meeting = checked(typed);
        List<ToWrite> all = store.toWrite(viewer.scope(), viewer.unitNo());
        if (all.isEmpty()) {
            throw new Refusal("assignment.nothing-to-write");
        }

        UUID id = Ids.next();
        UUID paper =
                keep(
                        viewer,
                        id,
                        PaperKind.MINUTES,
                        meeting.metOn(),
                        (number, issuer) -> minutes(number, issuer, meeting, all));
        if (!store.written(viewer.scope(), paper, all)) {
            throw new Refusal("assignment.paper-made");
        }

        facts.tell(viewer, new PaperMade(id, PaperMade.MINUTES, all.size()));
        return paper;
    }

    private Meeting checked(Meeting typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        String place = Texts.clean(typed.place());
        String conclusion = Texts.clean(typed.conclusion());
        if (typed.metOn().isAfter(LocalDate.now(clock))) {
            problems.add("metOn", "Ngày họp chưa đến.");
        }
        if (place.isEmpty()) {
            problems.add("place", "Ghi nơi họp.");
        }
        if (typed.present() < 1) {
            problems.add("present", "Ghi số người dự.");
        }
        if (conclusion.isEmpty()) {
            problems.add("conclusion", "Ghi kết luận của cuộc họp.");
        }
        problems.atMost("place", place, LONGEST);
        problems.atMost("conclusion", conclusion, LONGEST);
        problems.check();
        return new Meeting(typed.metOn(), place, typed.present(), conclusion);
    }

    private UUID keep(
            Viewer viewer,
            UUID id,
            PaperKind kind,
            LocalDate on,
            BiFunction<String, PaperText.Issuer, WrittenText> text) {
        PaperText.Issuer issuer = PaperText.Issuer.of(units.above(viewer.scope(), viewer.unitNo()));
        return papers.once(
                viewer,
                new WrittenPapers.Occasion(
                        id, kind, viewer.unitNo(), null, null, null, rulebooks.on(on).reference()),
                on,
                number -> text.apply(number, issuer));
    }

    private static WrittenText decision(
            String number, PaperText.Issuer issuer, LocalDate on, List<ToDecide> all) {
        List<String> opening = new ArrayList<>();
        opening.add("Căn cứ Điều lệ Đảng Cộng sản Việt Nam;");
        String bases =
                all.stream()
                        .filter(one -> one.basisNumber() != null)
                        .map(one -> Task.basis(one.basisNumber(), one.basisOn()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (!bases.isEmpty()) {
            opening.add("Căn cứ %s;".formatted(bases));
        }
        opening.add("Xét năng lực, điều kiện của đảng viên và yêu cầu nhiệm vụ của chi bộ,");
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "TT",
                        "Rõ người",
                        "Rõ việc",
                        "Rõ thời gian",
                        "Rõ trách nhiệm",
                        "Rõ sản phẩm",
                        "Rõ thẩm quyền"));
        for (ToDecide one : all) {
            String place = Task.place(one.area(), one.households());
            rows.add(
                    List.of(
                            Integer.toString(rows.size()),
                            one.fullName(),
                            one.title() + (place.isEmpty() ? "" : " (" + place + ")"),
                            Task.time(one.since(), one.until()),
                            or(one.responsibility()),
                            one.product(),
                            or(one.authority())));
        }
        return new WrittenText(
                PaperKind.DECISION,
                issuer,
                number,
                on,
                "phân công nhiệm vụ cho đảng viên",
                List.of(),
                opening,
                List.of(
                        "Điều 1. Phân công nhiệm vụ cho đảng viên theo bảng kèm theo, gồm %s việc."
                                .formatted(Show.number(all.size())),
                        "Điều 2. Đảng viên được phân công tự báo cáo khi hết mỗi kỳ; chi ủy kiểm điểm, giữ, điều chỉnh hoặc thôi phân công khi đảng viên thay đổi công tác, nơi cư trú hoặc sức khỏe.",
                        "Điều 3. Chi ủy và các đồng chí có tên trong bảng thực hiện quyết định này."),
                null,
                List.of("Như Điều 3", "Cấp ủy cấp trên trực tiếp"),
                PaperText.Signature.byHand(),
                null,
                rows);
    }

    private static WrittenText minutes(
            String number, PaperText.Issuer issuer, Meeting meeting, List<ToWrite> all) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "TT",
                        "Đảng viên",
                        "Nhiệm vụ",
                        "Kỳ",
                        "Kết quả",
                        "Phân công",
                        "Ý kiến chi ủy"));
        for (ToWrite one : all) {
            TaskResult result = one.result();
            rows.add(
                    List.of(
                            Integer.toString(rows.size()),
                            one.fullName(),
                            one.title(),
                            Show.date(one.fromDay()) + " – " + Show.date(one.toDay()),
                            result == null ? "–" : Labels.of(result),
                            Labels.of(one.outcome()),
                            or(one.words())));
        }
        return new WrittenText(
                PaperKind.MINUTES,
                issuer,
                number,
                meeting.metOn(),
                "kiểm điểm việc thực hiện nhiệm vụ được phân công",
                List.of(),
                List.of(),
                List.of(
                        "Hôm nay, %s, tại %s, %s họp kiểm điểm việc thực hiện nhiệm vụ được phân công. Có mặt %s đồng chí."
                                .formatted(
                                        Show.longDate(meeting.metOn()),
                                        meeting.place(),
                                        issuer.name(),
                                        Show.number(meeting.present())),
                        "Cuộc họp nghe đảng viên tự báo cáo, góp ý, thống nhất kết quả của từng người theo bảng dưới đây và kết luận: "
                                + meeting.conclusion().replaceFirst("[.;\\s]*$", "")
                                + "."),
                null,
                List.of(),
                PaperText.Signature.byHand(),
                null,
                rows);
    }

    private static String or(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
