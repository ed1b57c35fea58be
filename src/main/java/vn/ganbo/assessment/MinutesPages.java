package vn.ganbo.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.WrittenPapers;
import vn.ganbo.document.WrittenText;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Rulebooks;

/** Biên bản: the minutes of a collective decision as a paper, made of what was recorded. */
@Controller
class MinutesPages {
    private final DecisionQueries queries;
    private final WrittenPapers papers;
    private final Units units;
    private final Rulebooks rulebooks;

    MinutesPages(DecisionQueries queries, WrittenPapers papers, Units units, Rulebooks rulebooks) {
        this.queries = queries;
        this.papers = papers;
        this.units = units;
        this.rulebooks = rulebooks;
    }

    /**
     * Numbers and keeps the minutes once; afterwards the same paper is opened. Those of a cell that
     * was merged are a paper of the cell that took it over and name the one that met.
     */
    @PostMapping("/decisions/{id}/minutes")
    @Transactional
    public String minutes(Viewer viewer, @PathVariable UUID id) {
        DecisionQueries.Shown decision = queries.one(viewer.scope(), id).orElseThrow(NotFound::new);
        if (decision.withdrawnOn() != null) {
            throw new Refusal("assessment.minutes-of-withdrawn");
        }
        List<Unit> above = units.aboveHeir(viewer.scope(), decision.cellNo());
        UUID paper =
                papers.once(
                        viewer,
                        new WrittenPapers.Occasion(
                                id,
                                PaperKind.MINUTES,
                                above.getFirst().no(),
                                null,
                                null,
                                null,
                                rulebooks.on(decision.metOn()).reference()),
                        decision.metOn(),
                        number ->
                                text(
                                        number,
                                        above,
                                        decision,
                                        queries.attendees(viewer.scope(), id),
                                        queries.covered(viewer.scope(), id)));
        return "redirect:/papers/" + paper;
    }

    private static WrittenText text(
            String number,
            List<Unit> above,
            DecisionQueries.Shown decision,
            List<DecisionStore.Attendee> attendees,
            List<DecisionQueries.Person> people) {
        List<String> out = new ArrayList<>();
        out.add(
                "Hôm nay, %s, tại %s, %s họp với Ban công tác Mặt trận để thống nhất nhận xét đảng viên đang công tác giữ mối liên hệ nơi cư trú."
                        .formatted(
                                Show.longDate(decision.metOn()),
                                decision.place(),
                                decision.byCommittee()
                                        ? "chi ủy " + decision.cellName()
                                        : "bí thư " + decision.cellName()));
        out.add(
                "%s dự họp: %s."
                        .formatted(
                                decision.byCommittee() ? "Chi ủy" : "Bí thư chi bộ",
                                names(attendees, DecisionStore.Body.COMMITTEE)));
        out.add(
                "Ban công tác Mặt trận dự họp: %s."
                        .formatted(names(attendees, DecisionStore.Body.FRONT)));
        out.add(
                "Đảng viên được thống nhất nhận xét (%s người): %s."
                        .formatted(
                                Show.number(people.size()),
                                people.stream()
                                        .map(DecisionQueries.Person::fullName)
                                        .collect(Collectors.joining(", "))));
        out.add(
                "Kết quả biểu quyết chung: tán thành %d, không tán thành %d, ý kiến khác %d."
                        .formatted(
                                decision.votesFor(),
                                decision.votesAgainst(),
                                decision.votesAbstain()));
        people.stream()
                .filter(person -> person.votesFor() != null)
                .forEach(person ->
                        out.add(
                                "Riêng đồng chí %s: tán thành %d, không tán thành %d, ý kiến khác %d.%s"
                                        .formatted(
                                                person.fullName(),
                                                person.votesFor(),
                                                person.votesAgainst(),
                                                person.votesAbstain(),
                                                person.dissent() == null
                                                        ? ""
                                                        : " Ý kiến: " + person.dissent())));
        out.add("Kết luận: " + ended(decision.conclusion()));
        return new WrittenText(
                PaperKind.MINUTES,
                PaperText.Issuer.of(above),
                number,
                decision.metOn(),
                "họp thống nhất nhận xét đảng viên giữ mối liên hệ nơi cư trú",
                List.of(),
                List.of(),
                out,
                null,
                List.of(),
                PaperText.Signature.byHand(),
                null);
    }

    private static String ended(String sentence) {
        return sentence.replaceFirst("[.;\\s]*$", "") + ".";
    }

    private static String names(List<DecisionStore.Attendee> all, DecisionStore.Body body) {
        return all.stream()
                .filter(a -> a.body() == body)
                .map(a -> a.name() + " (" + a.title() + ")")
                .collect(Collectors.joining(", "));
    }
}
