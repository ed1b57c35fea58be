package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.document.Arrived;
import vn.ganbo.document.CommentRequestText;
import vn.ganbo.document.CommentSlipText;
import vn.ganbo.document.IncomingBook;
import vn.ganbo.document.PaperKind;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.SlipForm;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Link;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Requests and slips that came on paper, from the book of what arrived. */
@Controller
class PaperRequestPages {
    static final String REQUEST = "/comment-requests/incoming/";
    static final String SLIP = "/returned-comments/incoming/";

    static final String NOBODY = "Cần chọn phiếu nhận xét này về ai.";

    /** A criterion that nobody ticked on the sheet. */
    private static final String OPEN = "-";

    private final PaperRequests requests;
    private final PaperSlips slips;
    private final IncomingBook book;
    private final History history;
    private final Clock clock;

    PaperRequestPages(
            PaperRequests requests,
            PaperSlips slips,
            IncomingBook book,
            History history,
            Clock clock) {
        this.requests = requests;
        this.slips = slips;
        this.book = book;
        this.history = history;
        this.clock = clock;
    }

    /**
     * A request about to be taken in.
     *
     * @param text what its file says, or null
     */
    record RequestView(
            Arrived line,
            @Nullable CommentRequestText text,
            List<Choice> people,
            List<Choice> purposes,
            LocalDate today,
            Typed typed) {
        String purpose() {
            CommentRequestText.Ask ask = text == null ? null : text.ask();
            return ask == null ? RequestPurpose.ASSESSMENT.name() : ask.purpose();
        }

        int year() {
            CommentRequestText.Ask ask = text == null ? null : text.ask();
            return ask == null ? today.getYear() : ask.year();
        }
    }

    /**
     * A slip about to be taken in, or taken in.
     *
     * @param text what its file says, or null
     * @param target what it answers where the file says so, or null
     * @param said what its file says in the words of the rulebook, or null
     * @param form of the slip, to be written down where no file says it
     * @param questions of that form
     * @param why it cannot be taken in, or null
     */
    record SlipView(
            Arrived line,
            @Nullable CommentSlipText text,
            PaperRequests.@Nullable Target target,
            List<Choice> targets,
            PaperSlips.@Nullable Said said,
            SlipForm form,
            List<Asked> questions,
            @Nullable String why,
            boolean mayTake,
            List<Link> crumbs,
            List<History.Line> history,
            Typed typed) {

        /** Whether everybody's residence works in this program, so that nothing comes on paper. */
        boolean nobody() {
            return mayTake && text == null && targets.isEmpty();
        }

        /** The other form, for the one who holds a sheet of it. */
        SlipForm otherForm() {
            return form == SlipForm.NORMAL ? SlipForm.EXEMPT : SlipForm.NORMAL;
        }
    }

    /** A criterion to be written down as it was ticked on paper. */
    record Asked(String label, String key, List<Choice> options) {}

    @GetMapping(REQUEST + "{id}")
    String request(Viewer viewer, @PathVariable UUID id, Model model) {
        return request(viewer, line(viewer, id, PaperKind.COMMENT_REQUEST), Typed.empty(), model);
    }

    private String request(Viewer viewer, Arrived line, Typed typed, Model model) {
        CommentRequestText text =
                requests.text(viewer.scope(), line, CommentRequestText.class).orElse(null);
        List<Choice> people =
                line.handledAt() != null
                        ? List.of()
                        : requests.people(viewer.scope(), text).stream()
                                .map(one ->
                                        Choice.of(
                                                one.id(),
                                                "%s, %s (%s giới thiệu)"
                                                        .formatted(
                                                                one.fullName(),
                                                                one.place(),
                                                                Show.committee(one.workName()))))
                                .toList();
        model.addAttribute(
                "view",
                new RequestView(
                        line,
                        text,
                        people,
                        Choice.all(RequestPurpose.values()),
                        LocalDate.now(clock),
                        typed));
        return "assessment/paperrequest";
    }

    @PostMapping(REQUEST + "{id}")
    String receive(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Arrived line = line(viewer, id, PaperKind.COMMENT_REQUEST);
        return told(
                viewer,
                line,
                new Redraw(request, response),
                () -> {
                    requests.receive(viewer, line, read(new FormFields(typed)));
                    return Acts.done(
                            redirect,
                            "/comment-requests",
                            "Đã nhận phiếu xin ý kiến. Việc tiếp theo: chuyển về chi bộ.");
                },
                again -> request(viewer, line, again, model));
    }

    private static PaperRequests.Incoming read(FormFields fields) {
        RequestPurpose purpose = RequestPurpose.ASSESSMENT;
        try {
            purpose = RequestPurpose.valueOf(fields.text("purpose"));
        } catch (IllegalArgumentException e) {
            fields.problems().add("purpose", "Cần chọn mục đích ghi trên phiếu.");
        }
        List<UUID> chosen = fields.ids("contact");
        PaperRequests.Incoming in =
                new PaperRequests.Incoming(
                        chosen.isEmpty() ? new UUID(0, 0) : chosen.getFirst(),
                        fields.text("number"),
                        fields.day("date", "ngày của phiếu"),
                        fields.day("due", "hạn gửi trả"),
                        fields.count("year", "một năm"),
                        purpose);
        fields.check();
        return in;
    }

    @GetMapping(SLIP + "{id}")
    String slip(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "NORMAL") SlipForm form,
            Model model) {
        return slip(viewer, line(viewer, id, PaperKind.COMMENT_SLIP), form, Typed.empty(), model);
    }

    private String slip(Viewer viewer, Arrived line, SlipForm form, Typed typed, Model model) {
        CommentSlipText text =
                requests.text(viewer.scope(), line, CommentSlipText.class).orElse(null);
        boolean open = line.handledAt() == null && viewer.is(Role.WORKPLACE_OFFICE);
        PaperRequests.Target target = null;
        String why = null;
        Rulebook rulebook = slips.rulebook(line, LocalDate.now(clock));
        PaperSlips.Said said = text == null ? null : PaperSlips.said(text, rulebook).orElse(null);
        if (open && text != null) {
            try {
                target = requests.target(viewer, text);
            } catch (Refusal e) {
                why = Labels.say("refusal." + e.key(), e.words());
            }
        }
        model.addAttribute(
                "view",
                new SlipView(
                        line,
                        text,
                        target,
                        open && text == null ? choices(viewer) : List.of(),
                        said,
                        form,
                        open && said == null ? questions(rulebook, form) : List.of(),
                        why,
                        open && why == null,
                        List.of(
                                viewer.is(Role.MEMBER)
                                        ? Link.to("Nhận xét về tôi", "/my-comments")
                                        : Link.to("Văn bản đến", "/incoming"),
                                Link.here("Phiếu nhận xét bằng giấy")),
                        history.ofThing(viewer.scope(), line.id()),
                        typed));
        return "assessment/paperslip";
    }

    private List<Choice> choices(Viewer viewer) {
        return requests.targets(viewer.scope()).stream()
                .map(one ->
                        one.request() == null
                                ? Choice.of(
                                        "m" + one.memberId(),
                                        "%s, %s (không có phiếu xin ý kiến)"
                                                .formatted(
                                                        one.fullName(), Show.committee(one.ward())))
                                : Choice.of(
                                        "r" + one.request(),
                                        "%s, trả lời phiếu số %s gửi %s"
                                                .formatted(
                                                        one.fullName(),
                                                        one.number(),
                                                        Show.committee(one.ward()))))
                .toList();
    }

    @PostMapping(SLIP + "{id}")
    String answered(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "NORMAL") SlipForm form,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Arrived line = line(viewer, id, PaperKind.COMMENT_SLIP);
        return told(
                viewer,
                line,
                new Redraw(request, response),
                () -> {
                    UUID slip =
                            requests.answered(
                                    viewer,
                                    line,
                                    chosen(target, 'r'),
                                    chosen(target, 'm'),
                                    typed.containsKey("form") ? said(line, form, typed) : null);
                    return Acts.done(
                            redirect,
                            "/comments/" + slip,
                            "Đã nhận phiếu nhận xét. Đồng chí được nhận xét đọc được từ bây giờ.");
                },
                again -> slip(viewer, line, form, again, model));
    }

    private static List<Asked> questions(Rulebook rulebook, SlipForm form) {
        return rulebook.criteria(form).stream()
                .map(criterion ->
                        new Asked(
                                criterion.number() + ". " + criterion.text(),
                                criterion.key(),
                                Stream.concat(
                                                criterion.options().stream()
                                                        .map(o -> Choice.of(o.key(), o.label())),
                                                Stream.of(Choice.of(OPEN, "Không đánh dấu")))
                                        .toList()))
                .toList();
    }

    /** What was written down from the sheet. */
    private PaperSlips.Said said(Arrived line, SlipForm form, MultiValueMap<String, String> typed) {
        FormFields fields = new FormFields(typed);
        if (typed.containsKey("target") && fields.text("target").isEmpty()) {
            fields.problems().add("target", NOBODY);
        }
        int today = LocalDate.now(clock).getYear();
        int year = fields.count("year", "một năm");
        if (year > today || year < today - 1) {
            fields.problems().add("year", "Chỉ nhận phiếu nhận xét năm nay hoặc năm trước.");
        }
        Map<String, String> answers = new HashMap<>();
        for (Criterion criterion : slips.rulebook(line, LocalDate.now(clock)).criteria(form)) {
            String chosen = fields.text(criterion.key());
            if (criterion.option(chosen).isPresent()) {
                answers.put(criterion.key(), chosen);
            } else if (!chosen.equals(OPEN)) {
                fields.problems()
                        .add(
                                criterion.key(),
                                "Tiêu chí %d: chọn đúng ô đã đánh dấu trên phiếu."
                                        .formatted(criterion.number()));
            }
        }
        String other = CommentReplies.paragraphs(fields.text("other"));
        fields.problems().atMost("other", other, CommentReplies.LONGEST);
        fields.check();
        return new PaperSlips.Said(form, year, answers, other.isEmpty() ? null : other);
    }

    private static @Nullable UUID chosen(String target, char kind) {
        try {
            return !target.isEmpty() && target.charAt(0) == kind
                    ? UUID.fromString(target.substring(1))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Arrived line(Viewer viewer, UUID id, PaperKind kind) {
        return book.find(viewer.scope(), id)
                .filter(line -> line.kind() == kind && line.paperId() == null)
                .orElseThrow(NotFound::new);
    }

    /** As {@link Redraw}; what is refused is told with its reason, too. */
    private String told(
            Viewer viewer,
            Arrived line,
            Redraw redraw,
            Supplier<String> act,
            Function<Typed, String> again) {
        return redraw.run(
                () -> {
                    try {
                        return act.get();
                    } catch (Refusal e) {
                        requests.refused(viewer, line, e);
                        throw e;
                    }
                },
                again);
    }
}
