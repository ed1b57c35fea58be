package vn.ganbo.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.exchange.NoticeStore.Person;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Told;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberFacts;

/**
 * What the program prepares: a draft when the workplace records a new post, and one for each person
 * whose absence was concluded. People read, change, sign or drop them; nothing goes by itself.
 */
@Service
public class Proposals {
    private final Exchanges exchanges;
    private final NoticeStore store;
    private final AbsenceQueries absences;
    private final Clock clock;

    Proposals(Exchanges exchanges, NoticeStore store, AbsenceQueries absences, Clock clock) {
        this.exchanges = exchanges;
        this.store = store;
        this.absences = absences;
        this.clock = clock;
    }

    /**
     * A new post of somebody on a register becomes a draft to the residence, for people to send. An
     * open draft is brought up to date, and what people have written in it stays.
     */
    @EventListener
    void prepare(Told told) {
        Viewer viewer = told.viewer();
        if (told.fact() instanceof MemberFacts.RecordChanged changed
                && viewer.is(Role.WORKPLACE_OFFICE)
                && changed.names(Labels.of("field.post").toLowerCase(Locale.ROOT))) {
            store.people(viewer.scope(), List.of(changed.thing()))
                    .forEach(person -> preparePost(viewer, person));
        }
    }

    private void preparePost(Viewer viewer, Person person) {
        String post = person.post();
        if (post == null) {
            return;
        }
        String words =
                "Đồng chí %s hiện giữ chức vụ: %s, sinh hoạt đảng tại %s."
                        .formatted(person.fullName(), post, person.workName());
        exchanges.prepare(viewer, NoticeKind.POST, person, words);
    }

    /** The first day of the half-year that runs today. */
    LocalDate halfYear() {
        LocalDate today = LocalDate.now(clock);
        return LocalDate.of(today.getYear(), today.getMonthValue() <= 6 ? 1 : 7, 1);
    }

    /** Those of whom the workplace has not been told, in this half-year. */
    List<AbsenceQueries.Absent> absent(Viewer viewer) {
        return absences.since(viewer.scope(), halfYear());
    }

    /**
     * Writes a draft for each of these people, to be read and signed.
     *
     * @return how many drafts
     */
    @Transactional
    public int draftAbsences(Viewer viewer, Collection<UUID> members) {
        if (!Direction.TO_WORKPLACE.mayWrite(viewer)) {
            throw new NotFound();
        }
        if (members.isEmpty()) {
            throw Problems.of("members", "Cần chọn ít nhất một người.");
        }
        Map<UUID, AbsenceQueries.Absent> known =
                absent(viewer).stream()
                        .collect(
                                Collectors.toMap(
                                        AbsenceQueries.Absent::memberId, Function.identity()));
        if (!known.keySet().containsAll(members)) {
            throw new Refusal("exchange.absence-told");
        }
        Map<Person, String> words = new LinkedHashMap<>();
        for (Person person : store.people(viewer.scope(), members)) {
            AbsenceQueries.Absent absent = known.get(person.memberId());
            if (absent != null) {
                words.put(person, words(absent));
            }
        }
        exchanges.draftAll(viewer, NoticeKind.ABSENCES, false, true, words);
        return words.size();
    }

    private static String words(AbsenceQueries.Absent absent) {
        return "Từ đầu kỳ, đồng chí %s vắng %d cuộc họp nơi cư trú (ngày %s). Chi bộ đã hỏi lý do; hết hạn mà chưa có lý do được chấp nhận."
                .formatted(absent.fullName(), absent.missed(), absent.days());
    }
}
