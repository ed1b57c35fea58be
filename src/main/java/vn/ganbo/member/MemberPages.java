package vn.ganbo.member;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;

/**
 * The workplace's list, and the page of one member: each side sees its own record of the person.
 */
@Controller
class MemberPages {
    private static final int SIZE = 50;

    private final Members members;
    private final MemberSearch search;
    private final MemberReads reads;
    private final Units units;
    private final History history;
    private final SavedSearches saved;
    private final MergeStore merges;
    private final MemberExport list;
    private final Exports exports;
    private final MemberBlocks blocks;

    MemberPages(
            Members members,
            MemberSearch search,
            MemberReads reads,
            Units units,
            History history,
            SavedSearches saved,
            MergeStore merges,
            MemberExport list,
            Exports exports,
            MemberBlocks blocks) {
        this.members = members;
        this.search = search;
        this.reads = reads;
        this.units = units;
        this.history = history;
        this.saved = saved;
        this.merges = merges;
        this.list = list;
        this.exports = exports;
        this.blocks = blocks;
    }

    record ListView(
            String unitName,
            String count,
            String typed,
            @Nullable Integer cell,
            @Nullable String missing,
            List<Choice> gaps,
            List<Unit> cells,
            List<MemberQueries.Line> lines,
            @Nullable String next,
            @Nullable String importsLink,
            String query,
            String exportLink,
            boolean maySave,
            boolean introduces,
            List<SavedSearchStore.Saved> saved) {}

    record FileView(
            MemberFile file,
            List<MemberBlock.Block> blocks,
            List<History.Line> history,
            List<MergeStore.Aside> merged,
            boolean mayChange,
            boolean exempts,
            boolean own) {}

    record SummaryView(
            MemberSummary member,
            List<MemberBlock.Block> blocks,
            List<History.Line> history,
            boolean mayLink) {}

    @GetMapping("/members")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer cell,
            @RequestParam(defaultValue = "") String missing,
            @RequestParam(defaultValue = "") String afterKey,
            @RequestParam(required = false) @Nullable UUID afterId,
            Model model) {
        Search asked =
                new Search(
                        q, cell, gap(missing), afterKey, afterId == null ? Search.FIRST : afterId);
        List<Unit> cells = cells(units.subtree(viewer.scope(), viewer.unitNo()));
        MemberSearch.Found found = search.find(viewer.scope(), asked, cells, SIZE + 1);
        List<MemberQueries.Line> lines = found.lines();
        model.addAttribute(
                "view",
                new ListView(
                        viewer.unit() == null ? "" : viewer.unit().name(),
                        counted(asked, found.count()),
                        q,
                        cell,
                        asked.missing(),
                        gaps(),
                        cells,
                        lines.subList(0, Math.min(SIZE, lines.size())),
                        lines.size() > SIZE ? next(asked, lines.get(SIZE - 1)) : null,
                        viewer.is(Role.WORKPLACE_OFFICE, Role.ADMINISTRATOR) ? "/imports" : null,
                        asked.query(),
                        "/members/export" + (asked.query().isEmpty() ? "" : "?" + asked.query()),
                        !viewer.is(Role.ADMINISTRATOR, Role.AUDITOR),
                        !atResidence(viewer),
                        saved.of(viewer)));
        return "member/list";
    }

    /** The same list, whole, as a file. */
    @GetMapping("/members/export")
    void export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer cell,
            @RequestParam(defaultValue = "") String missing,
            @RequestParam String as,
            HttpServletResponse answer) {
        Search asked = new Search(q, cell, gap(missing), "", Search.FIRST);
        List<Unit> below = units.subtree(viewer.scope(), viewer.unitNo());
        exports.send(viewer, list.of(viewer, asked, below), as, answer);
    }

    /** A ward and its cells: their own members, beside those whom the register holds. */
    private static boolean atResidence(Viewer viewer) {
        return viewer.is(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY);
    }

    static List<Unit> cells(Collection<Unit> below) {
        return below.stream().filter(unit -> unit.kind() == UnitKind.CELL).toList();
    }

    private static String counted(Search search, long count) {
        return search.asked() && count > MemberSearch.MOST_COUNTED
                ? "hơn " + Show.number(MemberSearch.MOST_COUNTED)
                : Show.number(count);
    }

    /** What is no gap filters nothing. */
    private static @Nullable String gap(String typed) {
        return typed.equals(Search.ANY_GAP)
                        || Arrays.stream(Gap.values()).anyMatch(gap -> gap.name().equals(typed))
                ? typed
                : null;
    }

    private static List<Choice> gaps() {
        List<Choice> all = new ArrayList<>();
        all.add(Choice.of(Search.ANY_GAP, "Thiếu bất cứ mục nào"));
        all.addAll(Choice.all(Gap.values()));
        return all;
    }

    private static String next(Search search, MemberQueries.Line last) {
        String query = search.query();
        String after =
                UriComponentsBuilder.newInstance()
                        .queryParam("afterKey", "{key}")
                        .queryParam("afterId", last.id())
                        .encode()
                        .buildAndExpand(Texts.sortKey(last.fullName()))
                        .toUriString();
        return "/members" + after + (query.isEmpty() ? "" : "&" + query);
    }

    /** What stands in the address of the list may be kept under a name. */
    @PostMapping("/members/searches")
    String save(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer cell,
            @RequestParam(defaultValue = "") String missing,
            RedirectAttributes redirect) {
        String query = new Search(q, cell, gap(missing), "", Search.FIRST).query();
        saved.save(viewer, name, query);
        return Acts.done(redirect, "/members?" + query, "Đã lưu bộ lọc.");
    }

    @PostMapping("/members/searches/{search}/removal")
    String remove(Viewer viewer, @PathVariable UUID search, RedirectAttributes redirect) {
        saved.remove(viewer, search);
        return Acts.done(redirect, "/members", "Đã bỏ bộ lọc.");
    }

    @GetMapping("/members/me")
    String me(Viewer viewer) {
        UUID self = viewer.scope().self();
        if (self == null) {
            throw new NotFound();
        }
        return "redirect:/members/" + self;
    }

    @GetMapping("/members/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        Optional<MemberFile> file = members.file(viewer.scope(), id);
        Optional<MemberSummary> summary =
                file.isPresent() ? Optional.empty() : members.summary(viewer.scope(), id);
        if (file.isEmpty() && summary.isEmpty()) {
            return "redirect:/members/"
                    + merges.instead(viewer.scope(), id).orElseThrow(NotFound::new);
        }
        boolean own = id.equals(viewer.scope().self());
        if (!own) {
            reads.note(viewer, id);
        }
        if (file.isPresent()) {
            List<MergeStore.Aside> merged = merges.into(viewer.scope(), id);
            List<UUID> aside = merged.stream().map(MergeStore.Aside::goneId).toList();
            List<UUID> records = new ArrayList<>(aside);
            records.add(id);
            model.addAttribute(
                    "view",
                    new FileView(
                            file.get(),
                            blocks.of(viewer, id, aside),
                            history.ofMember(viewer.scope(), records),
                            merged,
                            Periods.mayChange(viewer),
                            !atResidence(viewer),
                            own));
            return "member/file";
        }
        model.addAttribute(
                "view",
                new SummaryView(
                        summary.orElseThrow(NotFound::new),
                        blocks.of(viewer, id, List.of()),
                        history.ofMember(viewer.scope(), id),
                        atResidence(viewer)));
        return "member/summary";
    }
}
