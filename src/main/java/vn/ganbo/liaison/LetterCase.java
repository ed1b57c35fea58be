package vn.ganbo.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NextMeeting;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Tone;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;
import vn.ganbo.web.Step;
import vn.ganbo.web.Typed;

/** The case page of a letter: where it stands, what the viewer can do, what happened. */
@Component
class LetterCase {
    private final IntroductionQueries queries;
    private final LetterClock letterClock;
    private final PaperLetters paperLetters;
    private final NextMeeting nextMeeting;
    private final Units units;
    private final Rulebooks rulebooks;
    private final Clock clock;

    LetterCase(
            IntroductionQueries queries,
            LetterClock letterClock,
            PaperLetters paperLetters,
            NextMeeting nextMeeting,
            Units units,
            Rulebooks rulebooks,
            Clock clock) {
        this.queries = queries;
        this.letterClock = letterClock;
        this.paperLetters = paperLetters;
        this.nextMeeting = nextMeeting;
        this.units = units;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    /** A place to choose from: a cell, or a group with the cell it belongs to. */
    record Choice(UUID id, String name, boolean suggested) {}

    record View(
            Letter letter,
            String toCommittee,
            Tone tone,
            List<Step> steps,
            boolean mayAcknowledge,
            boolean mayPlace,
            boolean mayReturn,
            boolean mayWithdraw,
            boolean mayEnd,
            boolean maySign,
            boolean maySend,
            @Nullable String next,
            boolean residenceOnPaper,
            List<Choice> cells,
            List<Choice> groups,
            List<IntroductionQueries.Person> people,
            List<String> posts,
            @Nullable String nextMeeting,
            @Nullable String lastNote,
            Typed typed,
            List<History.Line> history) {}

    String show(
            Viewer viewer, Letter letter, Typed typed, List<History.Line> history, Model model) {
        boolean ward = viewer.is(Role.RESIDENCE_OFFICE);
        boolean cell = viewer.is(Role.RESIDENCE_CELL_SECRETARY);
        boolean work = viewer.is(Role.WORKPLACE_OFFICE);
        LetterState state = letter.state();
        boolean open = state == LetterState.ACKNOWLEDGED || state == LetterState.PLACED;
        boolean placing =
                (ward && (open || state == LetterState.SENT))
                        || (cell && state == LetterState.PLACED);
        List<Unit> below = placing ? units.subtree(viewer.scope(), viewer.unitNo()) : List.of();
        List<Unit> cells = below.stream().filter(u -> u.kind() == UnitKind.CELL).toList();
        List<Choice> groups = groups(below, cells, letter);
        List<IntroductionQueries.Person> people =
                placing
                        ? queries.inCharge(viewer.scope(), cells.stream().map(Unit::no).toList())
                        : List.of();
        List<IntroductionQueries.Step> taken = queries.steps(viewer.scope(), letter.id());
        model.addAttribute(
                "view",
                new View(
                        letter,
                        Show.committee(letter.toName()),
                        LetterTone.of(state),
                        steps(letter, taken, dueNote(letter)),
                        ward && state == LetterState.SENT,
                        placing && state != LetterState.SENT,
                        ward && (state == LetterState.SENT || state == LetterState.ACKNOWLEDGED),
                        work
                                && List.of(LetterState.ISSUED, LetterState.SIGNED, LetterState.SENT)
                                        .contains(state),
                        ward && open,
                        work && state == LetterState.ISSUED,
                        work && state == LetterState.SIGNED,
                        work && state == LetterState.RETURNED && letter.settledOn() == null
                                ? Labels.of(
                                        "returnNext."
                                                + Objects.requireNonNullElse(
                                                        letter.returnedBecause(),
                                                        ReturnReason.OTHER))
                                : null,
                        work
                                && state == LetterState.SENT
                                && paperLetters.onPaper(viewer.scope(), letter.toNo()),
                        cells.stream()
                                .map(u ->
                                        new Choice(
                                                u.id(),
                                                u.name(),
                                                u.code().equals(letter.wishCode())))
                                .toList(),
                        groups,
                        people,
                        rulebooks
                                .on(LocalDate.now(clock))
                                .requirePosts(
                                        Signatory.INTRODUCTION,
                                        ward ? Signatory.ACKNOWLEDGEMENT : Signatory.ISSUER),
                        state == LetterState.PLACED && !placing
                                ? nextMeeting
                                        .of(viewer.scope(), letter.memberId())
                                        .map(NextMeeting.Next::words)
                                        .orElse(null)
                                : null,
                        taken.isEmpty() ? null : taken.getLast().note(),
                        typed,
                        history));
        return "liaison/introduction";
    }

    private static List<Choice> groups(List<Unit> below, List<Unit> cells, Letter letter) {
        List<Choice> out = new ArrayList<>();
        for (Unit unit : below) {
            if (unit.kind() == UnitKind.GROUP) {
                Integer parent = unit.parentNo();
                String cell =
                        cells.stream()
                                .filter(c -> parent != null && c.no() == parent)
                                .map(Unit::shortName)
                                .findFirst()
                                .orElse("");
                boolean present =
                        Objects.equals(parent, letter.cellNo())
                                && unit.name().equals(letter.groupName());
                out.add(new Choice(unit.id(), unit.name() + " (" + cell + ")", present));
            }
        }
        return out;
    }

    /** By when the residence acts, or by how much it is late; null where it is not its turn. */
    private @Nullable String dueNote(Letter letter) {
        if (letter.dueOn() == null) {
            return null;
        }
        int late = letterClock.late(letter.dueOn());
        return late > 0
                ? "hạn %s, quá %d ngày làm việc".formatted(Show.date(letter.dueOn()), late)
                : "hạn " + Show.date(letter.dueOn());
    }

    private static List<Step> steps(
            Letter letter, List<IntroductionQueries.Step> taken, @Nullable String dueNote) {
        List<LetterState> way =
                List.of(
                        LetterState.ISSUED,
                        LetterState.SIGNED,
                        LetterState.SENT,
                        LetterState.ACKNOWLEDGED,
                        LetterState.PLACED);
        List<Step> out = new ArrayList<>();
        boolean nowShown = false;
        for (LetterState state : way) {
            IntroductionQueries.Step last = null;
            for (IntroductionQueries.Step step : taken) {
                if (step.state() == state) {
                    last = step;
                }
            }
            // what came on paper was written and signed elsewhere, before it was sent
            boolean elsewhere =
                    last == null
                            && taken.stream()
                                    .anyMatch(
                                            step -> way.indexOf(step.state()) > way.indexOf(state));
            boolean done = last != null || elsewhere;
            boolean closed =
                    letter.state() == LetterState.RETURNED
                            || letter.state() == LetterState.WITHDRAWN
                            || letter.state() == LetterState.ENDED;
            boolean now = !done && !nowShown && !closed;
            nowShown = nowShown || now;
            String label = Labels.of("letterStep." + state.name());
            out.add(
                    last != null
                            ? Step.done(label, note(last))
                            : elsewhere
                                    ? Step.done(label, "ở nơi gửi")
                                    : now ? Step.now(label, dueNote) : Step.later(label, null));
        }
        return out;
    }

    private static String note(IntroductionQueries.Step step) {
        String day = Show.date(step.onDate());
        return step.note() == null ? day : day + " · " + step.note();
    }
}
