package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.assessment.CommentQueries.CommentTab;
import vn.ganbo.assessment.RoundRunStore.RoundRunKind;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PrintLayout;
import vn.ganbo.document.Prints;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Picked;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Slips by what has to be done next, and the acts on many of them. */
@Controller
class CommentListPages {
    /** A cell of 151 people fits on one page. */
    private static final int SIZE = 200;

    private final Comments comments;
    private final CommentQueries queries;
    private final CommentCase page;
    private final Units units;
    private final Rulebooks rulebooks;
    private final CommentStore store;
    private final CommentPaper paper;
    private final RoundRunStore runs;
    private final Prints prints;
    private final Clock clock;

    CommentListPages(
            Comments comments,
            CommentQueries queries,
            CommentCase page,
            Units units,
            Rulebooks rulebooks,
            CommentStore store,
            CommentPaper paper,
            RoundRunStore runs,
            Prints prints,
            Clock clock) {
        this.comments = comments;
        this.queries = queries;
        this.page = page;
        this.units = units;
        this.rulebooks = rulebooks;
        this.store = store;
        this.paper = paper;
        this.runs = runs;
        this.prints = prints;
        this.clock = clock;
    }

    /** Which act the boxes are for; null where there is nothing to choose for. */
    enum Act {
        SIGN,
        CONFIRM,
        GIVE_OUT
    }

    /**
     * The list.
     *
     * @param whole how many slips the act can be done on at once for the whole ward; 0 for none
     * @param runs that return slips now, have stopped or began today
     */
    record View(
            String unitName,
            int year,
            CommentTab tab,
            List<Link> tabs,
            List<Choice> cells,
            @Nullable String cell,
            List<CommentQueries.Line> lines,
            Pager pager,
            String link,
            boolean all,
            @Nullable Act act,
            String signer,
            List<Choice> posts,
            boolean mayRecord,
            long alike,
            long whole,
            List<RoundRunStore.Run> runs,
            Typed typed) {

        boolean checked(CommentQueries.Line line) {
            return typed.values().isEmpty() ? all : typed.has("comments", line.picked());
        }
    }

    /** What the address asks for. */
    private record Asked(
            @Nullable Integer year, @Nullable UUID cell, String tab, int page, boolean all) {}

    @GetMapping("/comments")
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable UUID cell,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        return draw(viewer, new Asked(year, cell, tab, page, all), Typed.empty(), model);
    }

    /** The web around an act on many slips, or on one from its own page ({@code back=case}). */
    private record Many(
            Viewer viewer,
            List<String> values,
            boolean fromCase,
            Asked asked,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        List<Picked> picked() {
            return Picked.read(values);
        }

        UUID only() {
            return picked().getFirst().id();
        }
    }

    private Many many(
            Viewer viewer, HttpServletRequest request, HttpServletResponse response, Model model) {
        String[] values = request.getParameterValues("comments");
        List<String> chosen = values == null ? List.of() : List.of(values);
        String year = Objects.requireNonNullElse(request.getParameter("year"), "");
        return new Many(
                viewer,
                chosen,
                "case".equals(request.getParameter("back")) && chosen.size() == 1,
                new Asked(
                        year.matches("\\d{4}") ? Integer.valueOf(year) : null,
                        FormFields.id(request.getParameter("cell")),
                        CommentTab.of(Objects.requireNonNullElse(request.getParameter("tab"), ""))
                                .map(CommentTab::key)
                                .orElse(""),
                        1,
                        false),
                request,
                response,
                model);
    }

    @PostMapping("/comments/signature")
    String sign(
            Viewer viewer,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String post,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return act(
                many(viewer, request, response, model),
                redirect,
                "Chi bộ đã ký %s phiếu. Đảng ủy thấy ngay để xác nhận.",
                picked -> comments.sign(viewer, picked, new Signer(signer, post)));
    }

    @PostMapping("/comments/confirmation")
    String confirm(
            Viewer viewer,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String post,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return act(
                many(viewer, request, response, model),
                redirect,
                "Đã xác nhận %s phiếu. Việc tiếp theo: gửi trả nơi công tác.",
                picked -> comments.confirm(viewer, picked, new Signer(signer, post)));
    }

    @PostMapping("/comments/correction")
    String giveBack(
            Viewer viewer,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return act(
                many(viewer, request, response, model),
                redirect,
                "Đã chuyển %s phiếu về chi bộ kèm lý do.",
                picked -> comments.giveBack(viewer, picked, reason));
    }

    @PostMapping("/comments/return")
    String giveOut(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return act(
                many(viewer, request, response, model),
                redirect,
                "Đã gửi trả %s phiếu. Nơi công tác và đảng viên đọc được từ bây giờ.",
                picked -> comments.giveOut(viewer, picked));
    }

    /** The chosen slips as they stand, in one file for the printer: to sign and seal by hand. */
    @PostMapping("/comments/print")
    ResponseEntity<byte[]> print(
            Viewer viewer,
            @RequestParam(required = false) @Nullable List<String> comments,
            @RequestParam(defaultValue = "A4") PrintLayout layout) {
        if (comments == null || comments.isEmpty()) {
            throw Problems.of("comments", "Cần chọn ít nhất một phiếu nhận xét để in.");
        }
        List<Comment> chosen = store.load(viewer.scope(), Picked.read(comments));
        return prints.answer(
                viewer,
                PaperKind.COMMENT_SLIP.label(),
                paper.drafts(viewer, chosen, LocalDate.now(clock)),
                layout);
    }

    private String act(
            Many many, RedirectAttributes redirect, String sentence, Consumer<List<Picked>> act) {
        return new Redraw(many.request(), many.response())
                .run(
                        () -> {
                            act.accept(many.picked());
                            return Acts.done(
                                    redirect,
                                    many.fromCase()
                                            ? "/comments/" + many.only()
                                            : address(many.asked()),
                                    sentence.formatted(Show.number(many.values().size())));
                        },
                        again ->
                                many.fromCase()
                                        ? page.show(many.viewer(), many.only(), again, many.model())
                                        : draw(many.viewer(), many.asked(), again, many.model()));
    }

    private String draw(Viewer viewer, Asked asked, Typed typed, Model model) {
        int year = asked.year() == null ? LocalDate.now(clock).getYear() : asked.year();
        List<Unit> below = cells(viewer);
        @Nullable Unit cell =
                below.stream().filter(u -> u.id().equals(asked.cell())).findFirst().orElse(null);
        CommentQueries.Ask ask = new CommentQueries.Ask(year, cell == null ? null : cell.no());
        CommentQueries.Counts counts = queries.counts(viewer.scope(), ask);
        CommentTab tab = CommentTab.of(asked.tab()).orElseGet(() -> first(viewer, counts));
        Pager pager = Pager.of(asked.page(), SIZE, counts.of(tab));
        @Nullable Act act = actOf(viewer, tab);
        model.addAttribute(
                "view",
                new View(
                        cell == null
                                ? viewer.unit() == null ? "" : viewer.unit().name()
                                : cell.name(),
                        year,
                        tab,
                        tabs(asked, tab, counts),
                        below.stream().map(u -> Choice.of(u.id(), u.shortName())).toList(),
                        cell == null ? null : cell.id().toString(),
                        queries.list(viewer.scope(), ask, tab, SIZE, pager.offset()),
                        pager,
                        address(new Asked(year, asked.cell(), tab.key(), 1, false)),
                        asked.all(),
                        act,
                        CommentCase.signer(viewer),
                        posts(act),
                        viewer.is(Role.RESIDENCE_CELL_SECRETARY),
                        act == Act.SIGN ? queries.alike(viewer.scope(), ask) : 0,
                        cell == null && act != Act.SIGN && act != null ? counts.of(tab) : 0,
                        viewer.is(Role.RESIDENCE_OFFICE)
                                        && (tab == CommentTab.CONFIRMED
                                                || tab == CommentTab.RETURNED)
                                ? runs.latest(
                                        viewer.scope(),
                                        RoundRunKind.RETURN,
                                        clock.instant().minus(WardBoardPages.RUN_SHOWN))
                                : List.of(),
                        typed));
        return "assessment/comments";
    }

    private List<Unit> cells(Viewer viewer) {
        return viewer.is(Role.RESIDENCE_OFFICE, Role.ANALYST, Role.AUDITOR)
                ? units.subtree(viewer.scope(), viewer.unitNo()).stream()
                        .filter(u -> u.kind() == UnitKind.CELL)
                        .toList()
                : List.of();
    }

    /** One of the cells that the viewer may choose from, or null for all. */
    @Nullable Unit cell(Viewer viewer, @Nullable UUID asked) {
        return asked == null
                ? null
                : cells(viewer).stream().filter(u -> u.id().equals(asked)).findFirst().orElse(null);
    }

    /** Where this role has something to do; else the first that is not empty. */
    static CommentTab first(Viewer viewer, CommentQueries.Counts counts) {
        List<CommentTab> order =
                viewer.is(Role.RESIDENCE_OFFICE)
                        ? List.of(
                                CommentTab.SIGNED,
                                CommentTab.CONFIRMED,
                                CommentTab.TO_FILL,
                                CommentTab.TO_SIGN,
                                CommentTab.RETURNED)
                        : List.of(CommentTab.values());
        return order.stream().filter(t -> counts.of(t) > 0).findFirst().orElse(order.getFirst());
    }

    private List<Choice> posts(@Nullable Act act) {
        return act == Act.SIGN || act == Act.CONFIRM
                ? Signer.posts(
                        rulebooks.on(LocalDate.now(clock)),
                        Signatory.COMMENT,
                        act == Act.SIGN ? Signatory.CELL : Signatory.COMMUNE)
                : List.of();
    }

    private static @Nullable Act actOf(Viewer viewer, CommentTab tab) {
        if (tab == CommentTab.TO_SIGN && viewer.is(Role.RESIDENCE_CELL_SECRETARY)) {
            return Act.SIGN;
        }
        if (viewer.is(Role.RESIDENCE_OFFICE)) {
            return tab == CommentTab.SIGNED
                    ? Act.CONFIRM
                    : tab == CommentTab.CONFIRMED ? Act.GIVE_OUT : null;
        }
        return null;
    }

    private static List<Link> tabs(Asked asked, CommentTab here, CommentQueries.Counts counts) {
        List<Link> out = new ArrayList<>();
        for (CommentTab tab : CommentTab.values()) {
            String label = Labels.of(tab);
            long n = counts.of(tab);
            out.add(
                    tab == here
                            ? Link.here(label, n)
                            : Link.to(
                                    label,
                                    address(
                                            new Asked(
                                                    asked.year(),
                                                    asked.cell(),
                                                    tab.key(),
                                                    1,
                                                    false)),
                                    n));
        }
        return out;
    }

    private static String address(Asked asked) {
        StringBuilder out = new StringBuilder("/comments?tab=").append(asked.tab());
        if (asked.year() != null) {
            out.append("&year=").append(asked.year());
        }
        if (asked.cell() != null) {
            out.append("&cell=").append(asked.cell());
        }
        return out.toString();
    }
}
