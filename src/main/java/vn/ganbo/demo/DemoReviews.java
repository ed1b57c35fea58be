package vn.ganbo.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.ganbo.classification.ReviewMeetings;
import vn.ganbo.classification.ReviewYears;
import vn.ganbo.classification.SelfReviews;
import vn.ganbo.demo.DemoResidents.Resident;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.web.Picked;

/** The yearly review of one invented workplace: opened, some have sent theirs, one cell has met. */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoReviews {
    private static final int YEAR = 2026;
    private static final List<String> SECTIONS =
            List.of(
                    "politics",
                    "tasks",
                    "commitment",
                    "shortcomings",
                    "earlier",
                    "explained",
                    "measures");
    private static final Map<String, String> WORDS =
            Map.of(
                    "politics",
                    "Chấp hành chủ trương, nghị quyết; giữ gìn lối sống giản dị, đoàn kết.",
                    "tasks",
                    "Hoàn thành các việc được giao trong kế hoạch năm, có hai việc xong trước hạn.",
                    "commitment",
                    "Thực hiện đủ các điều đã cam kết đầu năm.",
                    "shortcomings",
                    "Có lúc chưa mạnh dạn góp ý cho đồng nghiệp.",
                    "earlier",
                    "Đã khắc phục việc báo cáo chậm nêu năm trước.",
                    "explained",
                    "Không có.",
                    "measures",
                    "Góp ý thẳng thắn hơn trong sinh hoạt chi bộ; học thêm về chuyển đổi số.");

    private final ReviewYears years;
    private final SelfReviews selfReviews;
    private final ReviewMeetings meetings;
    private final DemoResidents residents;
    private final DemoClock clock;
    private final DemoNames dice = new DemoNames(366);

    DemoReviews(
            ReviewYears years,
            SelfReviews selfReviews,
            ReviewMeetings meetings,
            DemoResidents residents,
            DemoClock clock) {
        this.years = years;
        this.selfReviews = selfReviews;
        this.meetings = meetings;
        this.residents = residents;
        this.clock = clock;
    }

    private record Sent(UUID review, ClassificationLevel level) {}

    void november(DemoOffices held, Map<String, Unit> byCode) {
        DemoSheets.Committee health = DemoSheets.WORKPLACES.getFirst();
        clock.standAt(LocalDate.of(YEAR, 11, 9).atTime(8, 30));
        Viewer office = held.of(Role.WORKPLACE_OFFICE, DemoResidents.unit(byCode, health.code()));
        office.call(() -> years.open(office, YEAR, false));
        for (int n = 1; n <= health.cells(); n++) {
            Unit cell = DemoResidents.unit(byCode, health.cell(n));
            Viewer secretary = held.of(Role.WORKPLACE_CELL_SECRETARY, cell);
            List<Resident> own = residents.of(secretary.scope());
            List<Sent> sent = send(own.subList(0, own.size() * (n == 1 ? 5 : 2) / 6), cell);
            if (n == 1 && !sent.isEmpty()) {
                meet(secretary, sent);
            }
        }
    }

    private List<Sent> send(List<Resident> people, Unit cell) {
        List<Sent> sent = new ArrayList<>();
        int n = 0;
        for (Resident one : people) {
            clock.standAt(LocalDate.of(YEAR, 11, 11 + n % 6).atTime(16, 10));
            n++;
            Viewer self = one.self(cell);
            Optional<Picked> draft = self.call(() -> selfReviews.draft(self, YEAR));
            draft.ifPresent(review -> {
                ClassificationLevel level =
                        dice.below(5) == 0
                                ? ClassificationLevel.EXCELLENT
                                : dice.below(6) == 0
                                        ? ClassificationLevel.FULFILLED
                                        : ClassificationLevel.GOOD;
                self.scope()
                        .run(() ->
                                selfReviews.send(
                                        self, review.id(), review.version(), typed(level)));
                sent.add(new Sent(review.id(), level));
            });
        }
        return sent;
    }

    private SelfReviews.Typing typed(ClassificationLevel level) {
        Map<String, String> fields = new HashMap<>();
        SECTIONS.forEach(key -> fields.put("s-" + key, WORDS.getOrDefault(key, "")));
        int results =
                switch (level) {
                    case EXCELLENT -> 65;
                    case GOOD -> 56;
                    case FULFILLED, NOT_FULFILLED -> 41;
                };
        fields.put("p-character", level == ClassificationLevel.EXCELLENT ? "19" : "17");
        fields.put("p-style", "4");
        fields.put("p-residence", "5");
        fields.put("p-results", Integer.toString(results + dice.below(4)));
        return new SelfReviews.Typing(fields, level.name());
    }

    /** The cell votes on all, and has proposed a level for most. */
    private void meet(Viewer secretary, List<Sent> sent) {
        LocalDate met = LocalDate.of(YEAR, 11, 18);
        clock.standAt(met.atTime(16, 30));
        int present = sent.size();
        secretary.call(() ->
                meetings.record(
                        secretary,
                        new ReviewMeetings.Meeting(
                                met,
                                present,
                                "Từng đồng chí trình bày bản tự kiểm điểm; chi bộ góp ý về việc tự học, phối hợp giữa các phòng. Người được góp ý tiếp thu."),
                        sent.stream().map(one -> votes(one, present)).toList()));
        clock.standAt(met.plusDays(1).atTime(9, 0));
        for (Sent one : sent.subList(0, sent.size() * 2 / 3)) {
            secretary.scope().run(() -> meetings.propose(secretary, one.review(), 2, one.level()));
        }
    }

    private static ReviewMeetings.Votes votes(Sent one, int present) {
        int few = present / 6;
        return switch (one.level()) {
            case EXCELLENT -> new ReviewMeetings.Votes(one.review(), present - few, few, 0, 0);
            case GOOD -> new ReviewMeetings.Votes(one.review(), few, present - few, 0, 0);
            case FULFILLED, NOT_FULFILLED ->
                    new ReviewMeetings.Votes(one.review(), 0, few, present - few, 0);
        };
    }
}
