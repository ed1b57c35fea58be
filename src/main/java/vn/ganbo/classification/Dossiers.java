package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.classification.DossierStore.Steps;
import vn.ganbo.classification.SelfReviewStore.Review;
import vn.ganbo.classification.TemporaryStayStore.Stay;
import vn.ganbo.document.DossierPress;
import vn.ganbo.document.DossierText;
import vn.ganbo.document.DossierText.Line;
import vn.ganbo.document.DossierText.Part;
import vn.ganbo.document.PaperText.Issuer;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.ClassificationBook.Section;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.regulation.PointGroup;

/**
 * Hồ sơ kiểm điểm, xếp loại: self-review, the residence's comment, extract of the minutes with the
 * votes as totals, proposal, opinions heard, decision (Hướng dẫn 43-HD/BTCTW, thành phần hồ sơ).
 */
@Service
public class Dossiers {
    private final SelfReviewStore reviews;
    private final DossierStore store;
    private final TemporaryStayStore temporary;
    private final ReviewOpinionStore opinions;
    private final ResidenceInput residence;
    private final ClassificationRules rules;
    private final Units units;
    private final DossierPress press;
    private final Facts facts;

    Dossiers(
            SelfReviewStore reviews,
            DossierStore store,
            TemporaryStayStore temporary,
            ReviewOpinionStore opinions,
            ResidenceInput residence,
            ClassificationRules rules,
            Units units,
            DossierPress press,
            Facts facts) {
        this.reviews = reviews;
        this.store = store;
        this.temporary = temporary;
        this.opinions = opinions;
        this.residence = residence;
        this.rules = rules;
        this.units = units;
        this.press = press;
        this.facts = facts;
    }

    /** A drawn file with the words of its name. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Drawn(String name, byte[] pdf) {}

    /**
     * The dossier of one member as it stands.
     *
     * @throws NotFound when it is not the viewer's, or the self-review was not sent
     */
    @Transactional
    Drawn one(Viewer viewer, UUID id) {
        Review review =
                reviews.find(viewer.scope(), id)
                        .filter(found -> ClassificationMenu.ours(viewer, found.orgNo()))
                        .filter(found ->
                                found.sentAt() != null
                                        && found.state() != ReviewState.DRAFT
                                        && found.state() != ReviewState.NOT_DUE)
                        .orElseThrow(NotFound::new);
        byte[] pdf = draw(viewer, List.of(review));

        facts.tell(
                viewer,
                new ClassificationFacts.DossiersDrawn(
                        id, List.of(review.memberId()), review.year()));
        return new Drawn("Hồ sơ %d - %s.pdf".formatted(review.year(), review.fullName()), pdf);
    }

    /**
     * All dossiers of a cell in one file, by given name.
     *
     * @throws NotFound when nobody of the cell has sent a self-review
     */
    @Transactional
    Drawn cell(Viewer viewer, UUID year, int cellNo) {
        List<Review> all =
                reviews.sent(viewer.scope(), year, cellNo).stream()
                        .filter(found -> ClassificationMenu.ours(viewer, found.orgNo()))
                        .toList();
        if (all.isEmpty()) {
            throw new NotFound();
        }
        byte[] pdf = draw(viewer, all);

        Review first = all.getFirst();
        facts.tell(
                viewer,
                new ClassificationFacts.DossiersDrawn(
                        year, all.stream().map(Review::memberId).toList(), first.year()));
        return new Drawn("Hồ sơ %d - %s.pdf".formatted(first.year(), first.cellName()), pdf);
    }

    private byte[] draw(Viewer viewer, List<Review> people) {
        Review first = people.getFirst();
        Issuer issuer = Issuer.of(units.aboveHeir(viewer.scope(), first.workNo()));
        Map<UUID, Steps> steps = new HashMap<>();
        store.steps(viewer.scope(), people.stream().map(Review::id).toList())
                .forEach(one -> steps.put(one.reviewId(), one));
        Map<UUID, ResidenceInput.Said> said =
                first.livesHere()
                        ? Map.of()
                        : residence.said(
                                viewer.scope(),
                                people.stream().map(Review::memberId).toList(),
                                first.year());
        Map<UUID, Stay> stays = new HashMap<>();
        temporary
                .stays(viewer.scope(), people.stream().map(Review::id).toList())
                .forEach(one -> stays.put(one.reviewId(), one));
        Map<UUID, List<ReviewOpinionStore.Heard>> heard =
                opinions.heard(viewer.scope(), people.stream().map(Review::id).toList()).stream()
                        .collect(Collectors.groupingBy(ReviewOpinionStore.Heard::reviewId));
        List<DossierText> texts =
                people.stream()
                        .map(one ->
                                text(
                                        issuer,
                                        one,
                                        said.get(one.memberId()),
                                        steps.get(one.id()),
                                        stays.get(one.id()),
                                        heard.getOrDefault(one.id(), List.of())))
                        .toList();
        return press.draw(viewer.scope(), viewer.unitNo(), texts);
    }

    private DossierText text(
            Issuer issuer,
            Review review,
            ResidenceInput.@Nullable Said said,
            @Nullable Steps steps,
            @Nullable Stay stay,
            List<ReviewOpinionStore.Heard> heard) {
        ReviewSheet sheet =
                new ReviewSheet(review, rules.under(review.rulebook()).form(review.form()));
        return new DossierText(
                issuer.superior(),
                issuer.name(),
                "Hồ sơ kiểm điểm, xếp loại năm " + review.year(),
                "Đồng chí " + review.fullName(),
                numbered(
                        Stream.of(
                                        selfReview(sheet),
                                        comment(review, said),
                                        temporary(stay),
                                        minutes(steps),
                                        proposal(steps),
                                        opinions(heard),
                                        decision(review))
                                .flatMap(Optional::stream)
                                .toList()));
    }

    private static List<Part> numbered(List<Part> parts) {
        List<Part> numbered = new ArrayList<>();
        for (Part part : parts) {
            numbered.add(
                    new Part(
                            "%d. %s".formatted(numbered.size() + 1, part.heading()), part.lines()));
        }
        return numbered;
    }

    private static Optional<Part> temporary(@Nullable Stay stay) {
        if (stay == null) {
            return Optional.empty();
        }
        String comment = stay.comment();
        return part(
                "Nhận xét của chi bộ nơi sinh hoạt tạm thời",
                List.of(
                        new Line(
                                null,
                                "%s, xin nhận xét ngày %s."
                                        .formatted(stay.cellName(), Show.date(stay.askedOn()))),
                        new Line(
                                null,
                                comment == null
                                        ? "Chưa nhận được nhận xét."
                                        : "Nhận ngày %s%s: %s"
                                                .formatted(
                                                        Show.date(stay.receivedOn()),
                                                        stay.transferId() == null
                                                                ? " bằng văn bản"
                                                                : ", nơi ấy ghi trong hồ sơ sinh hoạt tạm thời",
                                                        comment))));
    }

    private static Optional<Part> opinions(List<ReviewOpinionStore.Heard> heard) {
        if (heard.isEmpty()) {
            return Optional.empty();
        }
        return part(
                "Ý kiến trước khi quyết định",
                heard.stream()
                        .map(one ->
                                new Line(
                                        null,
                                        "%s, ngày %s: %s"
                                                .formatted(
                                                        one.fromWhom(),
                                                        Show.date(one.heardOn()),
                                                        one.words())))
                        .toList());
    }

    private static Optional<Part> part(String heading, List<Line> lines) {
        return Optional.of(new Part(heading, lines));
    }

    private static Optional<Part> selfReview(ReviewSheet sheet) {
        List<Line> lines = new ArrayList<>();
        LocalDate received = sheet.review().receivedOn();
        if (received != null) {
            lines.add(
                    new Line(
                            null,
                            "Chi bộ nhập từ bản giấy của đảng viên, nhận ngày %s."
                                    .formatted(Show.date(received))));
        }
        for (Section section : sheet.form().sections()) {
            lines.add(new Line(section.label(), orNone(sheet.answer(section.key()))));
        }
        for (PointGroup group : PointGroup.values()) {
            StringBuilder points = new StringBuilder();
            sheet.lines(group)
                    .forEach(line ->
                            points.append(
                                    "- %s: %s/%d điểm%n"
                                            .formatted(
                                                    line.text(),
                                                    shown(sheet.points(line.key())),
                                                    line.most())));
            lines.add(new Line(MyReviewPages.heading(group), points.toString()));
        }
        lines.add(new Line("Tự chấm điểm", sheet.totals()));
        lines.add(new Line("Tự đề nghị", sheet.selfLevel()));
        return part("Bản tự kiểm điểm (%s)".formatted(sheet.form().code()), lines);
    }

    private static Optional<Part> comment(Review review, ResidenceInput.@Nullable Said said) {
        String heading = "Nhận xét của cấp ủy nơi cư trú";
        if (review.livesHere()) {
            return part(
                    heading,
                    List.of(
                            new Line(
                                    null,
                                    "Không áp dụng: đảng viên sinh hoạt ở chi bộ nơi cư trú.")));
        }
        if (said == null) {
            return part(
                    heading,
                    List.of(
                            new Line(
                                    null,
                                    "Nơi cư trú chưa gửi nhận xét năm %d."
                                            .formatted(review.year()))));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(null, "Gửi về ngày %s.".formatted(Show.date(said.returnedOn()))));
        said.marks()
                .forEach(mark ->
                        lines.add(
                                new Line(
                                        null,
                                        "- %s: %s".formatted(mark.criterion(), mark.words()))));
        String other = said.other();
        if (other != null) {
            lines.add(new Line(null, "Nhận xét khác: " + other));
        }
        return part(heading, lines);
    }

    private static Optional<Part> minutes(@Nullable Steps steps) {
        String heading = "Trích biên bản họp kiểm điểm";
        if (steps == null) {
            return part(heading, List.of(new Line(null, "Chi bộ chưa ghi cuộc họp.")));
        }
        return part(
                heading,
                List.of(
                        new Line(
                                null,
                                "Chi bộ họp ngày %s, %d đảng viên dự."
                                        .formatted(Show.date(steps.metOn()), steps.present())),
                        new Line(
                                null,
                                "Số phiếu: %s %d; %s %d; %s %d; %s %d."
                                        .formatted(
                                                Labels.of(ClassificationLevel.EXCELLENT),
                                                steps.excellent(),
                                                Labels.of(ClassificationLevel.GOOD),
                                                steps.good(),
                                                Labels.of(ClassificationLevel.FULFILLED),
                                                steps.fulfilled(),
                                                Labels.of(ClassificationLevel.NOT_FULFILLED),
                                                steps.notFulfilled())),
                        new Line(null, "Toàn văn biên bản lưu ở chi bộ.")));
    }

    private static Optional<Part> proposal(@Nullable Steps steps) {
        ClassificationLevel level = steps == null ? null : steps.proposed();
        return part(
                "Đề nghị của chi bộ",
                List.of(
                        new Line(
                                null,
                                level == null || steps == null
                                        ? "Chi bộ chưa đề nghị."
                                        : "%s, ngày %s."
                                                .formatted(
                                                        Labels.of(level),
                                                        Show.date(steps.proposedOn())))));
    }

    private static Optional<Part> decision(Review review) {
        ClassificationLevel level = review.level();
        List<Line> lines = new ArrayList<>();
        lines.add(
                new Line(
                        null,
                        level == null
                                ? "Cấp ủy chưa quyết định."
                                : "%s, quyết định số %s ngày %s."
                                        .formatted(
                                                Labels.of(level),
                                                review.number(),
                                                Show.date(review.decidedOn()))));
        review.corrections().forEach(one -> lines.add(new Line(null, one.words())));
        return part("Quyết định xếp loại", lines);
    }

    private static String orNone(@Nullable String answer) {
        return answer == null ? "Không ghi." : answer;
    }

    private static String shown(@Nullable Integer points) {
        return points == null ? "…" : points.toString();
    }
}
