package vn.ganbo.liaison;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PrintLayout;
import vn.ganbo.document.Prints;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions.Issued;
import vn.ganbo.liaison.Introductions.Signer;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Typed;

/** Letters of introduction on both sides: lists, the acts of the workplace, the case page. */
@Controller
class IntroductionPages {
    /** Letters whose papers a browser waits for. */
    private static final int AT_ONCE = 20;

    private static final Duration RUN_SHOWN = Duration.ofDays(2);

    private final Introductions introductions;
    private final LetterRuns runs;
    private final LetterRunStore runStore;
    private final LetterRunWork runWork;
    private final IntroductionQueries queries;
    private final IntroductionPaper paper;
    private final Prints prints;
    private final LetterCase letterCase;
    private final LetterClock letterClock;
    private final Rulebooks rulebooks;
    private final History history;
    private final Clock clock;

    IntroductionPages(
            Introductions introductions,
            LetterRuns runs,
            LetterRunStore runStore,
            LetterRunWork runWork,
            IntroductionQueries queries,
            IntroductionPaper paper,
            Prints prints,
            LetterCase letterCase,
            LetterClock letterClock,
            Rulebooks rulebooks,
            History history,
            Clock clock) {
        this.introductions = introductions;
        this.runs = runs;
        this.runStore = runStore;
        this.runWork = runWork;
        this.queries = queries;
        this.paper = paper;
        this.prints = prints;
        this.letterCase = letterCase;
        this.letterClock = letterClock;
        this.rulebooks = rulebooks;
        this.history = history;
        this.clock = clock;
    }

    /**
     * One tab of the list: which states it shows, how many there are, what can be done with them.
     */
    record Tab(String key, String label, long count, boolean here) {}

    record ListView(
            boolean workplace,
            boolean mayWrite,
            List<Tab> tabs,
            String tab,
            String words,
            List<String> posts,
            List<LetterRunStore.Run> runs,
            List<Row> rows) {
        String exportLink() {
            return UriComponentsBuilder.fromPath("/introductions/export")
                    .queryParam("tab", tab)
                    .queryParam("q", "{q}")
                    .encode()
                    .buildAndExpand(words)
                    .toUriString();
        }
    }

    /** A letter, and by how many working days the residence is late with it. */
    record Row(IntroductionQueries.Line line, int late) {}

    record NewView(
            List<IntroductionQueries.CellCount> cells,
            @Nullable Integer cell,
            List<IntroductionQueries.Without> people,
            List<Choice> posts,
            Typed typed) {}

    private static final Map<String, Set<LetterState>> TABS =
            Map.of(
                    "to-sign", Set.of(LetterState.ISSUED),
                    "to-send", Set.of(LetterState.SIGNED),
                    "sent", Set.of(LetterState.SENT),
                    "waiting", Set.of(LetterState.SENT),
                    "to-place", Set.of(LetterState.ACKNOWLEDGED),
                    "acknowledged", Set.of(LetterState.ACKNOWLEDGED, LetterState.PLACED),
                    "placed", Set.of(LetterState.PLACED),
                    "returned", Set.of(LetterState.RETURNED),
                    "ended", Set.of(LetterState.ENDED, LetterState.WITHDRAWN));

    private static final List<String> WORKPLACE_TABS =
            List.of("to-sign", "to-send", "sent", "acknowledged", "returned", "ended");
    private static final List<String> RESIDENCE_TABS = List.of("waiting", "to-place", "placed");

    @GetMapping("/introductions")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        boolean workplace = isWorkplace(viewer);
        List<String> keys = workplace ? WORKPLACE_TABS : RESIDENCE_TABS;
        Map<LetterState, Long> counts = counts(viewer, workplace);
        LetterSearch search = new LetterSearch(q);
        String chosen = search.asked() ? "" : keys.contains(tab) ? tab : first(keys, counts);
        Set<LetterState> states = states(chosen, search);
        List<Tab> tabs = new ArrayList<>();
        for (String key : keys) {
            tabs.add(
                    new Tab(
                            key,
                            Labels.of("letterTab." + key),
                            sum(key, counts),
                            key.equals(chosen)));
        }
        List<IntroductionQueries.Line> lines =
                workplace
                        ? queries.sentBy(viewer.scope(), states, search)
                        : queries.cameTo(viewer.scope(), states, search);
        model.addAttribute(
                "view",
                new ListView(
                        workplace,
                        viewer.is(Role.WORKPLACE_OFFICE),
                        tabs,
                        chosen,
                        q,
                        rulebooks
                                .on(LocalDate.now(clock))
                                .requirePosts(Signatory.INTRODUCTION, Signatory.ISSUER),
                        viewer.is(Role.WORKPLACE_OFFICE)
                                ? runStore.latest(viewer.scope(), clock.instant().minus(RUN_SHOWN))
                                : List.of(),
                        lines.stream()
                                .map(line -> new Row(line, letterClock.late(line.dueOn())))
                                .toList()));
        return "liaison/introductions";
    }

    @GetMapping("/introductions/new")
    String choose(
            Viewer viewer, @RequestParam(required = false) @Nullable Integer cell, Model model) {
        return chooser(viewer, cell, Typed.empty(), model);
    }

    private String chooser(Viewer viewer, @Nullable Integer cell, Typed typed, Model model) {
        model.addAttribute(
                "view",
                new NewView(
                        queries.withoutByCell(viewer.scope()),
                        cell,
                        queries.without(viewer.scope(), cell),
                        rulebooks
                                .on(LocalDate.now(clock))
                                .requirePosts(Signatory.INTRODUCTION, Signatory.ISSUER)
                                .stream()
                                .map(one -> Choice.of(one, one))
                                .toList(),
                        typed));
        return "liaison/new";
    }

    @PostMapping("/introductions")
    String issue(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<UUID> members,
            @RequestParam(required = false) @Nullable Integer cell,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String post,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            if (!signer.isBlank()) {
                LetterRuns.Begun begun =
                        runs.issue(
                                viewer,
                                members == null ? List.of() : members,
                                new Signer(signer, post));
                runWork.start(viewer, begun.run());
                return Acts.done(
                        redirect,
                        LetterRunPages.at(begun.run()),
                        issuedSentence(begun.issued(), "Đang ký từng giấy theo thứ tự số."));
            }
            Issued issued = introductions.issue(viewer, members == null ? List.of() : members);
            return Acts.done(redirect, "/introductions?tab=to-sign", issuedSentence(issued));
        } catch (Problems e) {
            response.setStatus(422);
            return chooser(viewer, cell, Typed.of(request.getParameterMap()).with(e), model);
        } catch (Refusal e) {
            response.setStatus(409);
            String why = Labels.say("refusal." + e.key(), e.words());
            return chooser(viewer, cell, Typed.of(request.getParameterMap()).with(why), model);
        }
    }

    static String issuedSentence(Issued issued) {
        return issuedSentence(issued, "Việc tiếp theo: ghi người ký.");
    }

    private static String issuedSentence(Issued issued, String next) {
        String done =
                "Đã lập và cấp số " + Show.number(issued.letters().size()) + " giấy giới thiệu.";
        if (issued.skipped().isEmpty()) {
            return done + " " + next;
        }
        StringBuilder out = new StringBuilder(done).append(" Chưa lập được cho ");
        for (int i = 0; i < issued.skipped().size(); i++) {
            Introductions.Skipped skipped = issued.skipped().get(i);
            out.append(i == 0 ? "" : "; ")
                    .append(skipped.fullName())
                    .append(": ")
                    .append(skipped.reason());
        }
        return out.append('.').toString();
    }

    @PostMapping("/introductions/signature")
    String sign(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<UUID> letters,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String post,
            RedirectAttributes redirect) {
        List<UUID> chosen = letters == null ? List.of() : letters;
        if (chosen.size() > AT_ONCE) {
            UUID run = runs.sign(viewer, chosen, new Signer(signer, post));
            runWork.start(viewer, run);
            return Acts.done(redirect, LetterRunPages.at(run), "Đang ký từng giấy theo thứ tự số.");
        }
        introductions.sign(viewer, chosen, new Signer(signer, post));
        return Acts.done(
                redirect,
                "/introductions?tab=to-send",
                "Đã ghi người ký cho "
                        + chosen.size()
                        + " giấy. Việc tiếp theo: gửi cho nơi cư trú.");
    }

    /** Chosen letters in one file for the printer; the single stored papers are the record. */
    @PostMapping("/introductions/print")
    ResponseEntity<byte[]> print(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<UUID> letters,
            @RequestParam(defaultValue = "A4") PrintLayout layout) {
        if (letters == null || letters.isEmpty()) {
            throw Problems.of("letters", "Cần chọn ít nhất một giấy giới thiệu để in.");
        }
        return prints.answer(
                viewer, PaperKind.INTRODUCTION.label(), paper.print(viewer, letters), layout);
    }

    @PostMapping("/introductions/dispatch")
    String send(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<UUID> letters,
            RedirectAttributes redirect) {
        List<UUID> chosen = letters == null ? List.of() : letters;
        introductions.send(viewer, chosen);
        return Acts.done(
                redirect,
                "/introductions?tab=sent",
                "Đã gửi "
                        + chosen.size()
                        + " giấy giới thiệu. Nơi cư trú thấy ngay trên bàn làm việc.");
    }

    @GetMapping("/introductions/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        Letter letter = queries.one(viewer.scope(), id).orElseThrow(NotFound::new);
        return letterCase.show(
                viewer,
                letter,
                Typed.empty(),
                history.ofMember(viewer.scope(), letter.memberId(), "liaison", letter.things()),
                model);
    }

    /** The tab that the list shows; an empty text for a search through all of them. */
    String chosen(Viewer viewer, String tab, LetterSearch search) {
        boolean workplace = isWorkplace(viewer);
        List<String> keys = workplace ? WORKPLACE_TABS : RESIDENCE_TABS;
        return search.asked()
                ? ""
                : keys.contains(tab) ? tab : first(keys, counts(viewer, workplace));
    }

    static Set<LetterState> states(String tab, LetterSearch search) {
        return search.asked() ? Set.of(LetterState.values()) : TABS.getOrDefault(tab, Set.of());
    }

    static boolean isWorkplace(Viewer viewer) {
        return viewer.is(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY, Role.ADMINISTRATOR);
    }

    private Map<LetterState, Long> counts(Viewer viewer, boolean workplace) {
        Map<LetterState, Long> counts = new EnumMap<>(LetterState.class);
        List<IntroductionQueries.Count> found =
                workplace
                        ? queries.countSentBy(viewer.scope())
                        : queries.countCameTo(viewer.scope());
        found.forEach(c -> counts.put(LetterState.valueOf(c.state()), c.n()));
        return counts;
    }

    private static long sum(String tab, Map<LetterState, Long> counts) {
        return TABS.getOrDefault(tab, Set.of()).stream()
                .mapToLong(s -> counts.getOrDefault(s, 0L))
                .sum();
    }

    private static String first(List<String> keys, Map<LetterState, Long> counts) {
        return keys.stream().filter(k -> sum(k, counts) > 0).findFirst().orElse(keys.getFirst());
    }
}
