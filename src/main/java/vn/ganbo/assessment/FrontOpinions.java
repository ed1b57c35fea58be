package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * Ý kiến Nhân dân qua ban công tác Mặt trận: the only way by which the People's opinions come in.
 * The secretary takes them over from the Front's minutes, summed up, without who said them.
 */
@Service
public class FrontOpinions {
    private static final int LONGEST = 2000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1000;

    private final FrontOpinionStore store;
    private final Facts facts;
    private final Clock clock;

    FrontOpinions(FrontOpinionStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The Front's meeting as its minutes tell.
     *
     * @param people how many attended, from 1
     */
    public record Minutes(
            LocalDate metOn, String chairedBy, String title, int people, List<Opinion> opinions) {
        public Minutes {
            opinions = List.copyOf(opinions);
        }
    }

    /** Of a member on the register, or of all in general where {@code member} is null. */
    public record Opinion(@Nullable UUID member, String summary) {}

    /**
     * Takes over what the minutes of the Front work committee say, for the viewer's cell.
     *
     * @return their id
     * @throws Problems for a day to come, an empty list, or a text without end
     * @throws NotFound for somebody who is not on the cell's register
     */
    @Transactional
    public UUID record(Viewer viewer, Minutes minutes) {
        Stamp stamp = Stamp.of(viewer, clock);
        Minutes clean = clean(minutes);
        check(clean, stamp.on());
        Map<UUID, String> names = new HashMap<>();
        for (FrontOpinionStore.Person person : store.register(viewer.scope(), viewer.unitNo())) {
            names.put(person.id(), person.fullName());
        }
        if (!names.keySet()
                .containsAll(
                        clean.opinions().stream()
                                .map(Opinion::member)
                                .filter(Objects::nonNull)
                                .toList())) {
            throw new NotFound();
        }

        UUID id = Ids.next();
        store.record(viewer.scope(), id, viewer.unitNo(), clean, names, stamp);

        facts.tell(
                viewer,
                new AssessmentFacts.FrontHeard(
                        id, "recorded", Show.date(clean.metOn()), clean.opinions().size()));
        return id;
    }

    /** Takes minutes back that were entered by mistake; they are shown as such. */
    @Transactional
    public void withdraw(Viewer viewer, UUID id, String reason) {
        String why = Texts.clean(reason);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (why.isEmpty()) {
            problems.add("reason", "Cần ghi lý do rút.");
        }
        problems.atMost("reason", why, LONGEST_REASON);
        problems.check();
        if (!store.withdraw(viewer.scope(), id, why, LocalDate.now(clock))) {
            throw new NotFound();
        }

        facts.tell(
                viewer,
                new AssessmentFacts.FrontHeard(
                        id, "withdrawn", Show.date(LocalDate.now(clock)), 0));
    }

    private static Minutes clean(Minutes m) {
        List<Opinion> opinions = new ArrayList<>();
        for (Opinion opinion : m.opinions()) {
            String summary = CommentReplies.paragraphs(opinion.summary());
            if (!summary.isEmpty() || opinion.member() != null) {
                opinions.add(new Opinion(opinion.member(), summary));
            }
        }
        return new Minutes(
                m.metOn(),
                Texts.clean(m.chairedBy()),
                Texts.clean(m.title()),
                m.people(),
                opinions);
    }

    private static void check(Minutes m, LocalDate today) {
        Problems.Gatherer problems = new Problems.Gatherer();
        if (m.metOn().isAfter(today)) {
            problems.add(
                    "metOn",
                    "Ngày họp %s chưa tới. Hãy ghi sau khi có biên bản của Mặt trận."
                            .formatted(Show.date(m.metOn())));
        }
        if (m.chairedBy().isEmpty()) {
            problems.add("chairedBy", "Cần ghi người chủ trì cuộc họp của Mặt trận.");
        }
        if (m.title().isEmpty()) {
            problems.add("title", "Cần ghi chức vụ, ví dụ: Trưởng ban công tác Mặt trận.");
        }
        problems.atMost("chairedBy", m.chairedBy(), LONGEST_NAME);
        problems.atMost("title", m.title(), LONGEST_NAME);
        if (m.people() < 1) {
            problems.add("people", "Cần ghi số người dự họp, từ 1.");
        }
        if (m.opinions().isEmpty()) {
            problems.add("summary-0", "Cần ghi ít nhất một ý kiến theo biên bản.");
        }
        for (int i = 0; i < m.opinions().size(); i++) {
            if (m.opinions().get(i).summary().isEmpty()) {
                problems.add("summary-" + i, "Cần ghi tóm tắt ý kiến về người này.");
            }
            problems.atMost("summary-" + i, m.opinions().get(i).summary(), LONGEST);
        }
        problems.check();
    }
}
