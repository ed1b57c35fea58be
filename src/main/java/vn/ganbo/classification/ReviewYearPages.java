package vn.ganbo.classification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.classification.ReviewQueries.Line;
import vn.ganbo.classification.ReviewQueries.Year;
import vn.ganbo.classification.ReviewYearStore.Change;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ClassificationBook;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.regulation.ReviewFormKind;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Picked;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** The board of a year: who stands where; the office opens the year and chooses forms. */
@Controller
class ReviewYearPages {
    private static final String PATH = ClassificationMenu.BOARD;
    private static final int SIZE = 100;
    private static final int NAMED = 6;

    private final ReviewYears acts;
    private final ReviewQueries queries;
    private final ClassificationRules rules;
    private final Exports exports;
    private final Clock clock;

    ReviewYearPages(
            ReviewYears acts,
            ReviewQueries queries,
            ClassificationRules rules,
            Exports exports,
            Clock clock) {
        this.acts = acts;
        this.queries = queries;
        this.rules = rules;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            Year year,
            List<Link> years,
            List<Link> tabs,
            List<Line> lines,
            Pager pager,
            String link,
            List<Choice> forms,
            boolean mayChoose,
            boolean mayMeet,
            boolean mayDecide,
            @Nullable Integer openable,
            ReviewYears.Moves moves,
            boolean office,
            Typed typed) {}

    record NewView(
            int year, ClassificationBook book, boolean exempt, boolean mayOpen, Typed typed) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID year,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return draw(viewer, year, state(state), page, Typed.empty(), model);
    }

    @GetMapping(PATH + "/new")
    String form(Viewer viewer, Model model) {
        return form(viewer, Typed.empty(), model);
    }

    @PostMapping(PATH)
    String open(
            Viewer viewer,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "false") boolean exempt,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            int typed =
                                    year.strip().matches("\\d{4}")
                                            ? Integer.parseInt(year.strip())
                                            : 0;
                            UUID id = acts.open(viewer, typed, exempt);
                            return Acts.done(
                                    redirect,
                                    PATH + "?year=" + id,
                                    "Đã mở đợt kiểm điểm năm %d. Đảng viên thấy bản tự kiểm điểm ở trang của mình."
                                            .formatted(typed));
                        },
                        again -> form(viewer, again, model));
    }

    @PostMapping(PATH + "/{year}/forms")
    String choose(
            Viewer viewer,
            @PathVariable UUID year,
            @RequestParam(required = false) @Nullable List<UUID> reviews,
            @RequestParam ReviewFormKind form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            int changed =
                                    acts.chooseForm(
                                            viewer,
                                            year,
                                            reviews == null ? List.of() : reviews,
                                            form);
                            return Acts.done(
                                    redirect,
                                    PATH + "?year=" + year,
                                    "Đã đổi mẫu cho %s đảng viên.".formatted(Show.number(changed)));
                        },
                        again -> draw(viewer, year, null, 1, again, model));
    }

    @PostMapping(PATH + "/{year}/exempt")
    String chooseExempt(
            Viewer viewer,
            @PathVariable UUID year,
            @RequestParam boolean review,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            int count = acts.chooseExempt(viewer, year, review);
                            return Acts.done(
                                    redirect,
                                    PATH + "?year=" + year,
                                    (review
                                                    ? "Người được miễn cũng tự kiểm điểm: thêm %s đảng viên."
                                                    : "Người được miễn không phải tự kiểm điểm: bớt %s đảng viên chưa gửi.")
                                            .formatted(Show.number(count)));
                        },
                        again -> draw(viewer, year, null, 1, again, model));
    }

    @PostMapping(PATH + "/{year}/joined")
    String takeIn(
            Viewer viewer,
            @PathVariable UUID year,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            int count = acts.takeIn(viewer, year);
                            return Acts.done(
                                    redirect,
                                    PATH + "?year=" + year,
                                    "Đã thêm %s đảng viên vào đợt kiểm điểm."
                                            .formatted(Show.number(count)));
                        },
                        again -> draw(viewer, year, null, 1, again, model));
    }

    @PostMapping(PATH + "/{year}/left")
    String takeOut(
            Viewer viewer,
            @PathVariable UUID year,
            @RequestParam(required = false) @Nullable List<String> left,
            @RequestParam(defaultValue = "") String because,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            int count =
                                    acts.takeOut(
                                            viewer,
                                            year,
                                            Picked.read(left == null ? List.of() : left),
                                            because);
                            return Acts.done(
                                    redirect,
                                    PATH + "?year=" + year,
                                    "Đã đưa %s đảng viên ra khỏi đợt kiểm điểm. Tên và lý do vẫn ở mục Không kiểm điểm."
                                            .formatted(Show.number(count)));
                        },
                        again -> draw(viewer, year, null, 1, again, model));
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID year,
            @RequestParam(defaultValue = "") String state,
            @RequestParam String as,
            HttpServletResponse answer) {
        Year chosen = chosen(years(viewer), year);
        Listing<Line> list =
                new Listing<Line>(
                                "kiem-diem-xep-loai",
                                "Kiểm điểm, xếp loại"
                                        + (chosen == null ? "" : " năm " + chosen.year()),
                                LocalDate.now(clock))
                        .column("Chi bộ", 30, Line::cellName)
                        .column("Họ và tên", 26, Line::fullName)
                        .column("Chức vụ", 22, Line::post)
                        .column("Mẫu", 20, line -> Labels.of(line.form()))
                        .column("Tình trạng", 26, line -> Labels.of(line.state()))
                        .column("Lý do không kiểm điểm", 30, ReviewYearPages::whyNot)
                        .column("Tự đề nghị", 26, line -> word(line.selfLevel()))
                        .column("Chi bộ đề nghị", 26, line -> word(line.proposed()))
                        .column("Được xếp loại", 26, line -> word(line.level()))
                        .column("Số quyết định", 18, Line::number)
                        .column("Ngày sửa", 12, Line::correctedOn);
        exports.send(
                viewer,
                list.of(
                        chosen == null
                                ? List.of()
                                : queries.list(viewer.scope(), chosen.id(), state(state), null, 0)),
                as,
                answer);
    }

    private String form(Viewer viewer, Typed typed, Model model) {
        LocalDate today = LocalDate.now(clock);
        ClassificationBook book = rules.on(today);
        boolean office = ClassificationMenu.office(viewer);
        model.addAttribute(
                "view",
                new NewView(
                        today.getYear(),
                        book,
                        office && acts.exemptBefore(viewer, book),
                        office,
                        typed));
        return "classification/yearform";
    }

    private String draw(
            Viewer viewer,
            @Nullable UUID asked,
            @Nullable ReviewState state,
            int page,
            Typed typed,
            Model model) {
        List<Year> years = years(viewer);
        Year year = chosen(years, asked);
        if (year == null) {
            return form(viewer, typed, model);
        }
        int thisYear = LocalDate.now(clock).getYear();
        boolean office = ClassificationMenu.office(viewer);
        String link = PATH + "?year=" + year.id() + (state == null ? "" : "&state=" + state);
        Pager pager = Pager.of(page, SIZE, year.in(state));
        List<Link> tabs = new ArrayList<>();
        tabs.add(tab("Tất cả", year, null, state));
        for (ReviewState one : ReviewState.values()) {
            tabs.add(tab(Labels.of(one), year, one, state));
        }
        model.addAttribute(
                "view",
                new View(
                        year,
                        years.stream()
                                .map(one ->
                                        one.id().equals(year.id())
                                                ? Link.here("Năm " + one.year())
                                                : Link.to(
                                                        "Năm " + one.year(),
                                                        PATH + "?year=" + one.id()))
                                .toList(),
                        tabs,
                        queries.list(viewer.scope(), year.id(), state, SIZE, pager.offset()),
                        pager,
                        link,
                        Choice.all(ReviewFormKind.values()),
                        office && year.draft() > 0,
                        ClassificationMenu.secretary(viewer) && year.sent() > 0,
                        office && year.proposed() > 0,
                        office && years.stream().noneMatch(one -> one.year() == thisYear)
                                ? thisYear
                                : null,
                        office ? acts.moves(viewer, year.id()) : ReviewYears.Moves.NONE,
                        office,
                        typed));
        return "classification/board";
    }

    /** The first of them by name, and how many more. */
    static String names(List<Change> people) {
        String first =
                people.stream()
                        .limit(NAMED)
                        .map(Change::fullName)
                        .collect(Collectors.joining(", "));
        int more = people.size() - NAMED;
        return more > 0 ? "%s và %s người nữa".formatted(first, Show.number(more)) : first;
    }

    private List<Year> years(Viewer viewer) {
        return queries.years(viewer.scope()).stream()
                .filter(one -> ClassificationMenu.ours(viewer, one.unitNo()))
                .toList();
    }

    private static Link tab(
            String label, Year year, @Nullable ReviewState state, @Nullable ReviewState here) {
        return state == here
                ? Link.here(label, year.in(state))
                : Link.to(
                        label,
                        PATH + "?year=" + year.id() + (state == null ? "" : "&state=" + state),
                        year.in(state));
    }

    static @Nullable Year chosen(List<Year> years, @Nullable UUID asked) {
        if (asked == null) {
            return years.isEmpty() ? null : years.getFirst();
        }
        return years.stream()
                .filter(one -> one.id().equals(asked))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static @Nullable ReviewState state(String name) {
        for (ReviewState state : ReviewState.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return null;
    }

    private static String whyNot(Line line) {
        String because = line.takenOutBecause();
        return word(line.whyNot()) + (because == null ? "" : ": " + because);
    }

    static String word(@Nullable Enum<?> constant) {
        return constant == null ? "" : Labels.of(constant);
    }
}
