package vn.ganbo.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.document.Arrived;
import vn.ganbo.document.IncomingBook;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.WrittenText;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.transfer.PaperStays;
import vn.ganbo.transfer.TransferCause;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Days;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/**
 * Giấy giới thiệu sinh hoạt tạm thời from outside: read out of its file and compared, or typed from
 * a sheet that has none, and taken in.
 */
@Controller
class StayIntakePages {
    private static final int LONGEST = 200;

    private final Intake intake;
    private final IncomingBook book;
    private final Units units;
    private final Clock clock;

    StayIntakePages(Intake intake, IncomingBook book, Units units, Clock clock) {
        this.intake = intake;
        this.book = book;
        this.units = units;
        this.clock = clock;
    }

    /** A letter for a time about to be taken in. */
    record View(
            Arrived line, List<Choice> cells, List<Choice> causes, LocalDate today, Typed typed) {}

    /** By what a letter is known: its own words, or what the book says of a sheet. */
    private record Letter(String committee, String number, LocalDate date) {
        static Letter of(WrittenText text) {
            return new Letter(text.issuer().name(), text.number(), text.date());
        }

        static Letter of(Arrived line) {
            return new Letter(
                    line.issuer(),
                    Objects.requireNonNull(line.number(), "no number"),
                    Objects.requireNonNull(line.madeOn(), "no day"));
        }
    }

    @GetMapping("/incoming/{id}/stay")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        Arrived line = line(viewer, id);
        if (line.handledAt() != null) {
            return "redirect:/incoming/" + id;
        }
        return draw(
                viewer,
                line,
                letter(viewer, line).map(StayIntakePages::read).orElseGet(Typed::empty),
                model);
    }

    private String draw(Viewer viewer, Arrived line, Typed typed, Model model) {
        model.addAttribute(
                "view",
                new View(
                        line,
                        units.subtree(viewer.scope(), viewer.unitNo()).stream()
                                .filter(unit -> unit.kind() == UnitKind.CELL)
                                .map(unit -> Choice.of(unit.no(), unit.name()))
                                .toList(),
                        TransferCause.temporary().stream().map(Choice::of).toList(),
                        LocalDate.now(clock),
                        typed));
        return "intake/stay";
    }

    /** What the file says, as it would have been typed. */
    private static Typed read(WrittenText letter) {
        PaperText.Person person = Objects.requireNonNull(letter.person(), "no person");
        PartialDate birth = person.birth();
        PaperStays.Time time = PaperStays.time(letter.paragraphs());
        String words = String.join(" ", letter.paragraphs()).toLowerCase(Locale.ROOT);
        String cause =
                TransferCause.temporary().stream()
                        .filter(one ->
                                words.contains("lý do: " + Labels.of(one).toLowerCase(Locale.ROOT)))
                        .map(Enum::name)
                        .findFirst()
                        .orElse("");
        Map<String, String[]> typed = new HashMap<>();
        typed.put("fullName", new String[] {person.name()});
        typed.put("birth", new String[] {birth == null ? "" : birth.shown()});
        typed.put("homeCell", new String[] {person.workCell()});
        typed.put("since", new String[] {time.since()});
        typed.put("until", new String[] {time.until()});
        typed.put("cause", new String[] {cause});
        return Typed.of(typed);
    }

    @PostMapping("/incoming/{id}/stay")
    String take(Viewer viewer, @PathVariable UUID id, Form form) {
        Arrived line = line(viewer, id);
        Letter letter = letter(viewer, line).map(Letter::of).orElseGet(() -> Letter.of(line));
        return form.run(
                () -> {
                    try {
                        UUID stay = intake.takeIn(viewer, line, read(line, letter, form.typed()));
                        return form.done(
                                "/transfers/" + stay,
                                "Đã nhận. Đảng viên vẫn tính ở nơi giới thiệu; báo lại nơi ấy đã nhận giấy.");
                    } catch (Refusal e) {
                        intake.refused(viewer, e);
                        throw e;
                    }
                },
                typed -> draw(viewer, line, typed, form.model()));
    }

    private static PaperStays.Arrived read(Arrived line, Letter letter, Typed typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        String name = typed.text("fullName", "Ghi họ và tên như trên giấy.", LONGEST, problems);
        String birthTyped = Texts.clean(typed.or("birth", ""));
        Optional<PartialDate> birth = Days.partial(birthTyped);
        if (birth.isEmpty() && !birthTyped.isEmpty()) {
            problems.add("birth", "Ghi ngày sinh như 12/04/1988, hoặc 04/1988, hoặc chỉ năm 1988.");
        }
        String home = typed.text("homeCell", null, LONGEST, problems);
        LocalDate since = typed.day("since", "Ghi ngày đầu như trên giấy.", problems);
        LocalDate until = typed.day("until", "Ghi ngày cuối như trên giấy.", problems);
        LocalDate arrived = typed.day("arrivedOn", "Ghi ngày đảng viên nộp giấy.", problems);
        @Nullable TransferCause cause =
                TransferCause.temporary().stream()
                        .filter(one -> one.name().equals(typed.or("cause", "")))
                        .findFirst()
                        .orElse(null);
        if (cause == null) {
            problems.add("cause", "Chọn lý do như trên giấy.");
        }
        String cell = typed.or("cell", "");
        problems.check();
        return new PaperStays.Arrived(
                line.foreignUnit(),
                line.foreignCode(),
                letter.committee(),
                home,
                letter.number(),
                letter.date(),
                Objects.requireNonNull(cause),
                Objects.requireNonNull(since),
                Objects.requireNonNull(until),
                Objects.requireNonNull(arrived),
                cell.matches("[0-9]{1,9}") ? Integer.valueOf(cell) : null,
                name,
                birth.orElse(null));
    }

    /** The letter as its file says it; empty for a sheet that has none. */
    private Optional<WrittenText> letter(Viewer viewer, Arrived line) {
        Optional<WrittenText> text = intake.stay(viewer, line);
        if (text.isEmpty() && !intake.stayOnPaper(viewer, line)) {
            throw new NotFound();
        }
        return text;
    }

    private Arrived line(Viewer viewer, UUID id) {
        return book.find(viewer.scope(), id).orElseThrow(NotFound::new);
    }
}
