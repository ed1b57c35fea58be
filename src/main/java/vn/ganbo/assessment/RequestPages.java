package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.Papers;
import vn.ganbo.document.PrintLayout;
import vn.ganbo.document.Prints;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Requests for comments: the workplace asks, the ward takes up. */
@Controller
class RequestPages {
    private static final int SIZE = 200;

    /** So many people stand on the form unfolded. */
    private static final int FEW = 12;

    private final Requests requests;
    private final RequestQueries queries;
    private final Papers papers;
    private final Prints prints;
    private final Rulebooks rulebooks;
    private final Clock clock;

    RequestPages(
            Requests requests,
            RequestQueries queries,
            Papers papers,
            Prints prints,
            Rulebooks rulebooks,
            Clock clock) {
        this.requests = requests;
        this.queries = queries;
        this.papers = papers;
        this.prints = prints;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    record ListView(
            boolean workplace,
            boolean mayAsk,
            boolean mayTakeUp,
            boolean open,
            List<Link> tabs,
            List<RequestQueries.Line> lines,
            Pager pager,
            long ready,
            LocalDate today,
            Typed typed) {

        boolean choosing() {
            return mayTakeUp && lines.stream().anyMatch(this::choosing);
        }

        /** Sent on to its cell is who has one. */
        boolean choosing(RequestQueries.Line line) {
            return mayTakeUp && line.state() == RequestState.SENT && line.placed();
        }

        /** Whether more wait than this page shows. */
        boolean more() {
            return choosing() && ready > lines.stream().filter(this::choosing).count();
        }
    }

    /** People who live in one ward; folded where there are many and nobody of them is chosen. */
    record OfWard(String name, List<RequestQueries.Person> people, boolean open) {
        OfWard {
            people = List.copyOf(people);
        }
    }

    record FormView(
            List<OfWard> wards,
            int people,
            List<Choice> purposes,
            List<Choice> posts,
            int year,
            LocalDate due,
            String words,
            Typed typed) {

        long chosen() {
            return wards.stream().mapToLong(this::chosen).sum();
        }

        long chosen(OfWard ward) {
            return ward.people().stream()
                    .filter(person -> typed.has("members", person.id().toString()))
                    .count();
        }

        /** Whether there may be people whom the list does not show. */
        boolean full() {
            return people >= RequestQueries.MOST;
        }
    }

    @GetMapping("/comment-requests")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return draw(viewer, !"answered".equals(tab), page, Typed.empty(), model);
    }

    @GetMapping("/comment-requests/new")
    String form(Viewer viewer, @RequestParam(defaultValue = "") String q, Model model) {
        return form(viewer, q, Typed.empty(), model);
    }

    /** All requests without an answer in one file for the printer, in the order of the list. */
    @GetMapping("/comment-requests/print")
    ResponseEntity<byte[]> print(
            Viewer viewer, @RequestParam(defaultValue = "A4") PrintLayout layout) {
        List<UUID> open =
                queries.all(viewer.scope(), true).stream()
                        .flatMap(line -> Stream.ofNullable(line.paperId()))
                        .toList();
        return prints.answer(
                viewer, PaperKind.COMMENT_REQUEST.label(), papers.stored(viewer, open), layout);
    }

    @PostMapping("/comment-requests")
    String ask(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        FormFields fields = new FormFields(typed);
        if (typed.containsKey("find")) {
            return form(viewer, fields.text("q"), Typed.of(request.getParameterMap()), model);
        }
        return new Redraw(request, response)
                .run(
                        () -> {
                            Requests.Ask ask = read(fields);
                            Requests.Asked asked =
                                    requests.ask(
                                            viewer,
                                            fields.ids("members"),
                                            ask,
                                            new Signer(fields.text("signer"), fields.text("post")));
                            return Acts.done(redirect, "/comment-requests", said(asked));
                        },
                        again -> form(viewer, fields.text("q"), again, model));
    }

    @PostMapping("/comment-requests/taking-up")
    String takeUp(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            int taken =
                                    typed.containsKey("all")
                                            ? requests.takeUpAll(viewer)
                                            : requests.takeUp(
                                                    viewer, new FormFields(typed).ids("requests"));
                            return Acts.done(
                                    redirect,
                                    "/comment-requests",
                                    "Đã chuyển %s phiếu xin ý kiến về chi bộ để nhận xét."
                                            .formatted(Show.number(taken)));
                        },
                        again -> draw(viewer, true, page, again, model));
    }

    private static String said(Requests.Asked asked) {
        String sent = "Đã gửi %s phiếu xin ý kiến.".formatted(Show.number(asked.requests().size()));
        return asked.skipped().isEmpty()
                ? sent
                : sent
                        + " Không gửi: "
                        + asked.skipped().stream()
                                .map(s -> s.fullName() + " (" + s.reason() + ")")
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    private static Requests.Ask read(FormFields fields) {
        String typed = fields.text("purpose");
        RequestPurpose purpose = RequestPurpose.ASSESSMENT;
        try {
            purpose = RequestPurpose.valueOf(typed);
        } catch (IllegalArgumentException e) {
            fields.problems().add("purpose", "Cần chọn mục đích xin ý kiến.");
        }
        String code = Texts.clean(fields.text("portalFileCode"));
        String why = Texts.clean(fields.text("reason"));
        Requests.Ask ask =
                new Requests.Ask(
                        purpose,
                        fields.count("year", "một năm"),
                        fields.day("due", "hạn gửi trả"),
                        code.isEmpty() ? null : code,
                        why.isEmpty() ? null : why);
        if (fields.ids("members").isEmpty()) {
            fields.problems()
                    .add("members", "Cần chọn ít nhất một đảng viên để xin ý kiến nhận xét.");
        }
        fields.check();
        return ask;
    }

    private String draw(Viewer viewer, boolean open, int page, Typed typed, Model model) {
        RequestQueries.Counts counts = queries.counts(viewer.scope());
        Pager pager = Pager.of(page, SIZE, open ? counts.open() : counts.answered());
        boolean workplace = viewer.is(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY);
        model.addAttribute(
                "view",
                new ListView(
                        workplace,
                        viewer.is(Role.WORKPLACE_OFFICE),
                        viewer.is(Role.RESIDENCE_OFFICE) && open,
                        open,
                        List.of(
                                open
                                        ? Link.here("Chưa trả lời", counts.open())
                                        : Link.to(
                                                "Chưa trả lời", "/comment-requests", counts.open()),
                                open
                                        ? Link.to(
                                                "Đã trả lời",
                                                "/comment-requests?tab=answered",
                                                counts.answered())
                                        : Link.here("Đã trả lời", counts.answered())),
                        queries.list(viewer.scope(), open, SIZE, pager.offset()),
                        pager,
                        counts.ready(),
                        LocalDate.now(clock),
                        typed));
        return "assessment/requests";
    }

    private String form(Viewer viewer, String words, Typed typed, Model model) {
        LocalDate today = LocalDate.now(clock);
        String folded = Texts.folded(words).replace("\\", "").replace("%", "").replace("_", "");
        @Nullable String like = folded.isEmpty() ? null : "%" + folded + "%";
        List<UUID> chosen =
                typed.values().getOrDefault("members", List.of()).stream()
                        .map(FormFields::id)
                        .filter(Objects::nonNull)
                        .toList();
        List<RequestQueries.Person> people = queries.people(viewer.scope(), like, chosen);
        model.addAttribute(
                "view",
                new FormView(
                        byWard(people, chosen),
                        people.size(),
                        Choice.all(RequestPurpose.values()),
                        Signer.posts(
                                rulebooks.on(today), Signatory.COMMENT_REQUEST, Signatory.ISSUER),
                        today.getYear(),
                        due(viewer, today),
                        words,
                        typed));
        return "assessment/requestform";
    }

    private static List<OfWard> byWard(List<RequestQueries.Person> people, List<UUID> chosen) {
        Map<String, List<RequestQueries.Person>> wards =
                people.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RequestQueries.Person::wardName,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        boolean few = people.size() <= FEW || wards.size() == 1;
        return wards.entrySet().stream()
                .map(ward ->
                        new OfWard(
                                ward.getKey(),
                                ward.getValue(),
                                few
                                        || ward.getValue().stream()
                                                .anyMatch(p -> chosen.contains(p.id()))))
                .toList();
    }

    /** The day that the rulebook's window names, or a month from now. */
    private LocalDate due(Viewer viewer, LocalDate today) {
        return rulebooks
                .on(viewer.scope(), today, viewer.unitNo())
                .window(Clocks.RETURNED_DUE, today.getYear())
                .filter(day -> !day.isBefore(today))
                .orElse(today.plusDays(30));
    }
}
