package vn.ganbo.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ScreeningBook;
import vn.ganbo.regulation.ScreeningGround;
import vn.ganbo.regulation.ScreeningRules;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** One member: what the cell has noted, whom it has spoken with, and opening a case. */
@Controller
class PersonScreeningPages {
    private static final String PERSON = ScreeningPages.PATH + "/members/{member}";
    private static final int MONTHS = 24;

    private final Lapses lapses;
    private final Screenings screenings;
    private final LapseStore store;
    private final ScreeningRules rules;
    private final Clock clock;

    PersonScreeningPages(
            Lapses lapses,
            Screenings screenings,
            LapseStore store,
            ScreeningRules rules,
            Clock clock) {
        this.lapses = lapses;
        this.screenings = screenings;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    record View(
            LapseStore.Person person,
            List<LapseStore.Lapse> lapses,
            List<LapseStore.Talk> talks,
            List<LocalDate> atResidence,
            List<LocalDate> notAsked,
            List<Choice> months,
            List<Choice> grounds,
            String step,
            ScreeningBook book,
            LocalDate today,
            Typed typed) {
        /** "tháng 3, tháng 5". */
        static String named(List<LocalDate> of) {
            return of.stream()
                    .map(month -> "tháng " + month.getMonthValue())
                    .collect(Collectors.joining(", "));
        }

        long absent() {
            return Lapses.count(lapses, LapseKind.ABSENCE, today.getYear());
        }

        long unpaid() {
            return Lapses.count(lapses, LapseKind.DUES, today.getYear());
        }
    }

    @GetMapping(PERSON)
    String show(Viewer viewer, @PathVariable UUID member, Model model) {
        return draw(viewer, member, Typed.empty(), model);
    }

    private String draw(Viewer viewer, UUID member, Typed typed, Model model) {
        LapseStore.Person person = store.person(viewer.scope(), member).orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock);
        ScreeningBook book = rules.on(today);
        List<LapseStore.Lapse> noted = store.of(viewer.scope(), member);
        int months = Lapses.months(noted, today.getYear());
        model.addAttribute(
                "view",
                new View(
                        person,
                        noted,
                        store.talks(viewer.scope(), member),
                        store.atResidence(viewer.scope(), member, today.withDayOfYear(1)),
                        store.notAsked(viewer.scope(), member, today.withDayOfYear(1)),
                        months(today),
                        Arrays.stream(ScreeningGround.values())
                                .map(ground -> Choice.of(ground.name(), book.rule(ground).text()))
                                .toList(),
                        months == 0
                                ? ""
                                : Labels.of("screeningStep." + ScreeningPages.rung(book, months)),
                        book,
                        today,
                        typed));
        return "screening/person";
    }

    private static List<Choice> months(LocalDate today) {
        return IntStream.range(0, MONTHS)
                .mapToObj(back -> YearMonth.from(today).minusMonths(back))
                .map(month ->
                        Choice.of(
                                month,
                                "Tháng %d/%d".formatted(month.getMonthValue(), month.getYear())))
                .toList();
    }

    private static String at(UUID member) {
        return ScreeningPages.PATH + "/members/" + member;
    }

    @PostMapping(PERSON + "/lapses")
    String note(Viewer viewer, @PathVariable UUID member, Form form) {
        return ScreeningForms.act(
                form,
                at(member),
                "Đã ghi. Đảng viên đọc được dòng này ở trang của mình.",
                read -> {
                    Lapses.Noted noted = noted(read);
                    return () -> lapses.note(viewer, member, noted);
                },
                typed -> draw(viewer, member, typed, form.model()));
    }

    private static Lapses.Noted noted(Reading read) {
        Lapses.Noted noted =
                new Lapses.Noted(
                        read.constant(LapseKind.values(), "kind", "Chọn ghi về việc gì."),
                        read.month("month"),
                        read.orNull("askedBy", Lapses.LONGEST),
                        read.orNull("answer", Lapses.LONGEST_WORDS),
                        read.ticked("goodReason"));
        read.missing(noted.nobodyAsked(), "askedBy", Lapses.SAY_WHO_ASKED);
        read.missing(noted.reasonUnsaid(), "answer", Lapses.SAY_ANSWER);
        return noted;
    }

    @PostMapping(PERSON + "/lapses/{lapse}/withdrawal")
    String withdraw(Viewer viewer, @PathVariable UUID member, @PathVariable UUID lapse, Form form) {
        return ScreeningForms.act(
                form,
                at(member),
                "Đã bỏ dòng ghi nhầm.",
                _ -> () -> lapses.withdraw(viewer, member, lapse),
                typed -> draw(viewer, member, typed, form.model()));
    }

    @PostMapping(PERSON + "/talks")
    String talk(Viewer viewer, @PathVariable UUID member, Form form) {
        return ScreeningForms.act(
                form,
                at(member),
                "Đã ghi lần nhắc, gặp gỡ.",
                read -> {
                    TalkKind kind =
                            read.constant(
                                    TalkKind.values(), "talk", "Chọn: nhắc, hay gặp trao đổi.");
                    LocalDate on = read.day("onDay");
                    String words = read.required("words", Lapses.LONGEST_WORDS, Lapses.SAY_WORDS);
                    return () -> lapses.talk(viewer, member, kind, on, words);
                },
                typed -> draw(viewer, member, typed, form.model()));
    }

    @PostMapping(PERSON + "/cases")
    String open(Viewer viewer, @PathVariable UUID member, Form form) {
        return ScreeningForms.act(
                form,
                at(member),
                "Đã mở trường hợp xem xét. Đảng viên đọc được và trình bày được ngay.",
                read -> {
                    screenings.mayOpen(viewer, member);
                    Screenings.Opening opening =
                            new Screenings.Opening(
                                    member,
                                    read.constant(
                                            ScreeningGround.values(), "ground", "Chọn căn cứ."),
                                    read.required(
                                            "resolutionNo",
                                            Lapses.LONGEST,
                                            Screenings.SAY_RESOLUTION),
                                    read.day("resolutionOn"),
                                    read.text("facts", Lapses.LONGEST_WORDS));
                    read.missing(opening.factsUnsaid(), "facts", Screenings.SAY_FACTS);
                    return () -> screenings.open(viewer, opening);
                },
                typed -> draw(viewer, member, typed, form.model()));
    }
}
