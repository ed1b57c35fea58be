package vn.ganbo.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ganbo.document.AcknowledgementText;
import vn.ganbo.document.Arrival;
import vn.ganbo.document.Arrived;
import vn.ganbo.document.Found;
import vn.ganbo.document.IncomingBook;
import vn.ganbo.document.IntroductionText;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PaperReader;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.document.WrittenText;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PaperCase;
import vn.ganbo.kernel.PaperDoor;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.PaperLetters;
import vn.ganbo.member.Newcomer;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Sổ văn bản đến, and the way in for papers from outside. */
@Controller
class IntakePages {
    /** Bytes of a file that is read: a scanned letter has one or two million. */
    private static final int LARGEST = 10_000_000;

    private static final int LISTED = 1000;

    /** How the files begin that are kept beside what was typed, and what they are. */
    private static final Map<String, String> PICTURES =
            Map.of("25504446", "application/pdf", "ffd8ff", "image/jpeg", "89504e47", "image/png");

    /** Fields with days that a paper cannot bear. */
    private static final List<String> DAYS = List.of("acknowledgedOn", "arrivedOn", "madeOn");

    private final Intake intake;
    private final IncomingBook book;
    private final PaperReader reader;
    private final Papers papers;
    private final Units units;
    private final List<PaperCase> cases;
    private final Exports exports;
    private final Clock clock;

    IntakePages(
            Intake intake,
            IncomingBook book,
            PaperReader reader,
            Papers papers,
            Units units,
            List<PaperCase> cases,
            Exports exports,
            Clock clock) {
        this.intake = intake;
        this.book = book;
        this.reader = reader;
        this.papers = papers;
        this.units = units;
        this.cases = cases;
        this.exports = exports;
        this.clock = clock;
    }

    record BookView(
            LocalDate since,
            LocalDate until,
            List<Arrived> lines,
            boolean residence,
            boolean mayWrite,
            Typed typed) {
        /** Sheets that come without a file and are taken in further on. */
        List<Choice> kinds() {
            return List.of(
                    Choice.of(residence ? PaperKind.COMMENT_REQUEST : PaperKind.COMMENT_SLIP),
                    Choice.of(
                            PaperKind.TRANSFER_LETTER.name(),
                            "Giấy giới thiệu sinh hoạt đảng tạm thời"));
        }

        String exportLink() {
            return "/incoming/export?since=" + since + "&until=" + until;
        }
    }

    /**
     * A letter about to be taken in.
     *
     * @param line of the book, or null for a sheet of paper
     */
    record LetterView(@Nullable Arrived line, Typed typed, LocalDate today) {
        String action() {
            return line == null ? "/incoming/letters" : "/incoming/" + line.id() + "/letter";
        }
    }

    /**
     * An answer about to be taken in.
     *
     * @param why it cannot be, in Vietnamese, or null
     */
    record AnswerView(
            Arrived line,
            AcknowledgementText slip,
            PaperLetters.@Nullable Waiting letter,
            @Nullable String why,
            Typed typed) {}

    /** A letter of transfer about to be taken in. */
    record TransferView(Arrived line, List<Choice> cells, LocalDate today, Typed typed) {}

    /**
     * A line and nothing to do.
     *
     * @param path of the case, or null
     */
    record LineView(Arrived line, @Nullable String path) {}

    @GetMapping("/incoming")
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable LocalDate since,
            @RequestParam(required = false) @Nullable LocalDate until,
            Model model) {
        return list(viewer, since, until, Typed.empty(), model);
    }

    private String list(
            Viewer viewer,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            Typed typed,
            Model model) {
        LocalDate from = since == null ? LocalDate.now(clock).withDayOfYear(1) : since;
        LocalDate to = until == null ? LocalDate.now(clock) : until;
        model.addAttribute(
                "view",
                new BookView(
                        from,
                        to,
                        book.book(viewer.scope(), viewer.unitNo(), from, to, LISTED),
                        viewer.is(Role.RESIDENCE_OFFICE),
                        viewer.is(Role.RESIDENCE_OFFICE, Role.WORKPLACE_OFFICE),
                        typed));
        return "intake/book";
    }

    @GetMapping("/incoming/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable LocalDate since,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam String as,
            HttpServletResponse answer) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = since == null ? today.withDayOfYear(1) : since;
        LocalDate to = until == null ? today : until;
        Listing<Arrived> list =
                new Listing<Arrived>("so-van-ban-den", "Sổ văn bản đến", today)
                        .filter("Từ ngày", Show.date(from))
                        .filter("Đến ngày", Show.date(to))
                        .column("Số đến", 8, Arrived::no)
                        .column("Ngày đến", 12, Arrived::arrivedOn)
                        .column("Nơi gửi", 36, Arrived::issuer)
                        .column("Số, ký hiệu", 16, Arrived::number)
                        .column("Ngày văn bản", 12, Arrived::madeOn)
                        .column("Trích yếu", 50, Arrived::about)
                        .column("Người vào sổ", 24, Arrived::enteredBy)
                        .column("Người xử lý", 24, Arrived::handledBy);
        exports.send(
                viewer,
                list.of(book.book(viewer.scope(), viewer.unitNo(), from, to, Integer.MAX_VALUE)),
                as,
                answer);
    }

    /** The case of one of our papers, by its code; for everybody who may see it. */
    @GetMapping("/incoming/find")
    String find(Viewer viewer, @RequestParam String mark) {
        return switch (reader.read(viewer.scope(), mark)) {
            case Found.Coded coded -> "redirect:" + own(viewer, coded.code());
            case Found.Marked marked -> "redirect:" + own(viewer, marked.code());
            case Found.Whole _ -> throw new IllegalStateException("no file was sent");
        };
    }

    /** The page of a paper of this installation: its case, else the paper itself. */
    private String own(Viewer viewer, String code) {
        UUID paper = papers.withCode(viewer.scope(), code).orElseThrow(NotFound::new);
        return page(viewer, paper);
    }

    private String page(Viewer viewer, UUID paper) {
        return cases.stream()
                .flatMap(c -> c.path(viewer, paper).stream())
                .findFirst()
                .orElse("/papers/" + paper);
    }

    @PostMapping("/incoming")
    String receive(
            Viewer viewer,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String mark,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        return told(
                viewer,
                request,
                response,
                () -> {
                    if (bytes.length > LARGEST) {
                        throw Problems.of(
                                "file", "Tệp lớn hơn 10 MB. Chụp hoặc quét lại với cỡ nhỏ hơn.");
                    }
                    if (bytes.length == 0 && mark.isBlank()) {
                        throw Problems.of(
                                "file", "Chọn tệp nhận được, hoặc gõ mã in ở góc dưới của giấy.");
                    }
                    Found found =
                            bytes.length > 0
                                    ? reader.read(viewer.scope(), bytes)
                                    : reader.read(viewer.scope(), mark);
                    return taken(viewer, bytes, found, redirect);
                },
                typed -> list(viewer, null, null, typed, model));
    }

    private String taken(Viewer viewer, byte[] bytes, Found found, RedirectAttributes redirect) {
        return switch (found) {
            case Found.Coded coded ->
                    "redirect:"
                            + papers.withCode(viewer.scope(), coded.code())
                                    .map(paper -> page(viewer, paper))
                                    .orElseThrow(() -> new Refusal("intake.unknown-code"));
            case Found.Marked mark ->
                    mark.trust() == Found.Trust.OWN
                            ? "redirect:"
                                    + papers.withCode(viewer.scope(), mark.code())
                                            .map(paper -> page(viewer, paper))
                                            .orElseThrow(() ->
                                                    new Refusal("intake.not-yours")
                                                            .about(named(viewer, mark.code())))
                            : marked(viewer, bytes, mark, redirect);
            case Found.Whole whole when whole.trust() == Found.Trust.OWN ->
                    "redirect:" + page(viewer, readable(viewer, whole.paper()));
            case Found.Whole whole -> {
                Arrived line = intake.enter(viewer, bytes, whole);
                yield Acts.done(
                        redirect,
                        "/incoming/" + line.id(),
                        "Đã vào sổ văn bản đến số %d. Xem lại rồi nhận.".formatted(line.no()));
            }
        };
    }

    private @Nullable UUID named(Viewer viewer, String code) {
        return papers.named(viewer.scope(), code).map(Papers.Named::id).orElse(null);
    }

    private UUID readable(Viewer viewer, UUID paper) {
        try {
            papers.read(viewer.scope(), paper);
            return paper;
        } catch (NotFound e) {
            throw new Refusal("intake.not-yours").about(paper);
        }
    }

    /** A paper of which only the mark is there: its form, with what the mark says. */
    private String marked(
            Viewer viewer, byte[] bytes, Found.Marked mark, RedirectAttributes redirect) {
        if (intake.doorFor(mark.kind()).isPresent()) {
            Arrived line =
                    bytes.length == 0
                            ? intake.enterOther(
                                    viewer, Intake.Other.of(mark, LocalDate.now(clock)), null)
                            : intake.enter(viewer, mediaType(bytes), bytes, mark);
            return Acts.done(
                    redirect,
                    "/incoming/" + line.id(),
                    "Đã vào sổ văn bản đến số %d. Ghi tiếp những gì có trên giấy."
                            .formatted(line.no()));
        }
        if (!viewer.is(Role.RESIDENCE_OFFICE) || mark.kind() != PaperKind.INTRODUCTION) {
            throw new Refusal("intake.send-the-file", mark.kind().label());
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath("/incoming/new")
                        .queryParam("number", "{number}")
                        .queryParam("date", Show.date(mark.date()))
                        .encode()
                        .buildAndExpand(Objects.requireNonNullElse(mark.number(), ""))
                        .toUriString();
    }

    /** Nothing else was readable. */
    private static String mediaType(byte[] file) {
        return PICTURES.entrySet().stream()
                .filter(type -> startsWith(file, type.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("image/jpeg");
    }

    @GetMapping("/incoming/new")
    String fresh(Viewer viewer, HttpServletRequest request, Model model) {
        return letterForm(null, Typed.of(request.getParameterMap()), model);
    }

    private String letterForm(@Nullable Arrived line, Typed typed, Model model) {
        model.addAttribute("view", new LetterView(line, typed, LocalDate.now(clock)));
        return "intake/letter";
    }

    @PostMapping("/incoming/letters")
    String takeInSheet(
            Viewer viewer,
            @RequestParam(defaultValue = "false") boolean anotherPerson,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model)
            throws IOException {
        byte[] bytes = scan == null ? new byte[0] : scan.getBytes();
        return told(
                viewer,
                request,
                response,
                () ->
                        received(
                                redirect,
                                intake.takeIn(
                                        viewer,
                                        NewcomerForm.checked(
                                                Typed.of(request.getParameterMap()),
                                                null,
                                                null,
                                                LocalDate.now(clock)),
                                        scan(bytes),
                                        anotherPerson)),
                typed -> letterForm(null, typed, model));
    }

    /** A picture that a clerk puts beside what was typed, or null where there is none. */
    private static Arrival.@Nullable File scan(byte[] bytes) {
        if (bytes.length == 0) {
            return null;
        }
        if (bytes.length > LARGEST) {
            throw Problems.of("scan", "Tệp lớn hơn 10 MB. Chụp hoặc quét lại với cỡ nhỏ hơn.");
        }
        return PICTURES.entrySet().stream()
                .filter(type -> startsWith(bytes, type.getKey()))
                .findFirst()
                .map(type -> Arrival.File.of(type.getValue(), bytes))
                .orElseThrow(() ->
                        Problems.of(
                                "scan", "Chỉ kèm được tệp PDF hoặc ảnh JPG, PNG. Chọn tệp khác."));
    }

    private static boolean startsWith(byte[] bytes, String hexadecimal) {
        byte[] head = HexFormat.of().parseHex(hexadecimal);
        return Arrays.mismatch(bytes, head) == head.length;
    }

    private static String received(RedirectAttributes redirect, UUID letter) {
        return Acts.done(
                redirect,
                "/introductions/" + letter,
                "Đã vào sổ văn bản đến. Việc tiếp theo: tiếp nhận và phân về chi bộ.");
    }

    @GetMapping("/incoming/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        Arrived line = line(viewer, id);
        PaperKind kind = line.kind();
        Optional<PaperDoor> door =
                kind == null
                        ? Optional.empty()
                        : intake.doorFor(kind).filter(d -> viewer.is(d.office()));
        if (door.isPresent() && line.paperId() == null) {
            return "redirect:" + door.get().path(id);
        }
        if (line.handledAt() != null || kind == null) {
            return lineOnly(viewer, line, model);
        }
        if (viewer.is(Role.WORKPLACE_OFFICE, Role.RESIDENCE_OFFICE)
                && intake.stayOnPaper(viewer, line)) {
            return stayForm(id);
        }
        if (!line.hasFile()) {
            return lineOnly(viewer, line, model);
        }
        Optional<PaperText> text = book.text(viewer.scope(), line);
        if (text.isEmpty()) {
            return lineOnly(viewer, line, model);
        }
        return switch (text.get()) {
            case IntroductionText letter -> letterForm(line, NewcomerForm.of(letter), model);
            case AcknowledgementText slip -> answer(viewer, line, slip, Typed.empty(), model);
            case WrittenText _ ->
                    intake.transfer(viewer, line)
                            .map(letter -> transferForm(viewer, line, describing(letter), model))
                            .orElseGet(() ->
                                    intake.stay(viewer, line).isPresent()
                                            ? stayForm(id)
                                            : lineOnly(viewer, line, model));
            default -> lineOnly(viewer, line, model);
        };
    }

    private static String stayForm(UUID id) {
        return "redirect:/incoming/" + id + "/stay";
    }

    private static Typed describing(WrittenText letter) {
        return Typed.of(
                NewcomerForm.describing(Objects.requireNonNull(letter.person(), "no person")));
    }

    private String transferForm(Viewer viewer, Arrived line, Typed typed, Model model) {
        model.addAttribute(
                "view",
                new TransferView(
                        line,
                        units.subtree(viewer.scope(), viewer.unitNo()).stream()
                                .filter(unit -> unit.kind() == UnitKind.CELL)
                                .map(unit -> Choice.of(unit.no(), unit.name()))
                                .toList(),
                        LocalDate.now(clock),
                        typed));
        return "intake/transfer";
    }

    @PostMapping("/incoming/{id}/transfer")
    String takeInTransfer(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int cell,
            @RequestParam(defaultValue = "false") boolean anotherPerson,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Arrived line = line(viewer, id);
        return told(
                viewer,
                request,
                response,
                () -> {
                    Typed typed = Typed.of(request.getParameterMap());
                    Problems.Gatherer problems = new Problems.Gatherer();
                    LocalDate since =
                            typed.day("since", "Ghi ngày đầu sinh hoạt ở chi bộ.", problems);
                    Newcomer person = NewcomerForm.person(typed, problems);
                    problems.check();
                    UUID member =
                            intake.takeIn(
                                    viewer,
                                    line,
                                    new Intake.Transferred(
                                            cell,
                                            Objects.requireNonNull(since, "checked"),
                                            anotherPerson,
                                            person));
                    return Acts.done(
                            redirect,
                            "/members/" + member,
                            "Đã nhận đồng chí vào chi bộ. Bổ sung hồ sơ theo hồ sơ giấy niêm phong, rồi báo lại nơi giới thiệu.");
                },
                typed -> transferForm(viewer, line, typed, model));
    }

    private String lineOnly(Viewer viewer, Arrived line, Model model) {
        UUID paper = line.paperId();
        String path = line.casePath();
        model.addAttribute(
                "view",
                new LineView(line, path == null && paper != null ? page(viewer, paper) : path));
        return "intake/line";
    }

    private Arrived line(Viewer viewer, UUID id) {
        return book.find(viewer.scope(), id).orElseThrow(NotFound::new);
    }

    private String answer(
            Viewer viewer, Arrived line, AcknowledgementText slip, Typed typed, Model model) {
        PaperLetters.Waiting letter = null;
        String why = null;
        try {
            letter = intake.letterOf(viewer, slip);
        } catch (Refusal e) {
            why = vn.ganbo.kernel.Labels.say("refusal." + e.key(), e.words());
        }
        model.addAttribute("view", new AnswerView(line, slip, letter, why, typed));
        return "intake/answer";
    }

    @GetMapping("/incoming/{id}/file")
    ResponseEntity<byte[]> file(Viewer viewer, @PathVariable UUID id) {
        return book.opened(viewer.scope(), id).orElseThrow(NotFound::new);
    }

    @PostMapping("/incoming/{id}/letter")
    String takeInFile(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean anotherPerson,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Arrived line = line(viewer, id);
        return told(
                viewer,
                request,
                response,
                () ->
                        received(
                                redirect,
                                intake.takeIn(
                                        viewer,
                                        line,
                                        NewcomerForm.checked(
                                                Typed.of(request.getParameterMap()),
                                                line.foreignUnit(),
                                                line.foreignCode(),
                                                LocalDate.now(clock)),
                                        anotherPerson)),
                typed -> letterForm(line, typed, model));
    }

    @PostMapping("/incoming/{id}/acknowledgement")
    String takeInAnswer(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String inCharge,
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Arrived line = line(viewer, id);
        AcknowledgementText slip = intake.slip(viewer, line);
        return told(
                viewer,
                request,
                response,
                () -> {
                    UUID letter =
                            intake.takeIn(
                                    viewer,
                                    line,
                                    version,
                                    new PaperLetters.Answer(
                                            slip.acknowledgedOn(),
                                            Objects.requireNonNullElse(slip.cell(), ""),
                                            inCharge,
                                            phone));
                    return Acts.done(
                            redirect,
                            "/introductions/" + letter,
                            "Đã ghi nơi cư trú tiếp nhận theo phiếu báo.");
                },
                typed -> answer(viewer, line, slip, typed, model));
    }

    @PostMapping("/incoming/others")
    String enterOther(
            Viewer viewer,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(required = false) @Nullable PaperKind kind,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model)
            throws IOException {
        byte[] bytes = scan == null ? new byte[0] : scan.getBytes();
        return told(
                viewer,
                request,
                response,
                () -> {
                    Problems.Gatherer days = new Problems.Gatherer();
                    Typed typed = Typed.of(request.getParameterMap());
                    LocalDate made = typed.day("madeOn", null, days);
                    LocalDate arrived = typed.day("arrivedOn", null, days);
                    days.check();
                    Arrived line =
                            intake.enterOther(
                                    viewer,
                                    new Intake.Other(
                                            kind,
                                            Texts.clean(issuer),
                                            Texts.clean(number),
                                            made,
                                            arrived,
                                            Texts.clean(about)),
                                    scan(bytes));
                    return Acts.done(
                            redirect,
                            kind == null ? "/incoming" : "/incoming/" + line.id(),
                            "Đã vào sổ văn bản đến số %d.".formatted(line.no()));
                },
                typed -> list(viewer, null, null, typed, model));
    }

    /** As {@link Redraw}; what is refused is told with its reason, too, and a wrong day as well. */
    private String told(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<String> act,
            Function<Typed, String> again) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            try {
                                return act.get();
                            } catch (Refusal e) {
                                intake.refused(viewer, e);
                                throw e;
                            } catch (Problems e) {
                                DAYS.stream()
                                        .flatMap(day ->
                                                e.byField().getOrDefault(day, List.of()).stream())
                                        .findFirst()
                                        .ifPresent(why -> intake.refused(viewer, null, why));
                                throw e;
                            }
                        },
                        again);
    }
}
