package vn.ganbo.member;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;

/**
 * The workplace's list, and the page of one member: each side sees its own record of the person.
 */
@Controller
class MemberPages {
    private static final int SIZE = 50;

    private final Members members;
    private final MemberQueries queries;
    private final MemberReads reads;
    private final Units units;
    private final History history;
    private final List<MemberBlock> blocks;

    MemberPages(
            Members members,
            MemberQueries queries,
            MemberReads reads,
            Units units,
            History history,
            ObjectProvider<MemberBlock> blocks) {
        this.members = members;
        this.queries = queries;
        this.reads = reads;
        this.units = units;
        this.history = history;
        this.blocks = blocks.stream().toList();
    }

    record ListView(
            String unitName,
            long count,
            String typed,
            @Nullable Integer cell,
            List<Unit> cells,
            List<MemberQueries.Line> lines,
            @Nullable String next,
            @Nullable String importsLink) {}

    record FileView(
            MemberFile file,
            String cellName,
            List<MemberBlock.Block> blocks,
            List<History.Line> history,
            boolean mayChange,
            boolean own) {}

    record SummaryView(
            MemberSummary member,
            String cellName,
            List<MemberBlock.Block> blocks,
            List<History.Line> history,
            boolean mayLink) {}

    @GetMapping("/members")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer cell,
            @RequestParam(defaultValue = "") String afterKey,
            @RequestParam(required = false) @Nullable UUID afterId,
            Model model) {
        Search search = new Search(q, cell, afterKey, afterId == null ? Search.FIRST : afterId);
        List<MemberQueries.Line> lines = queries.list(viewer.scope(), search, SIZE + 1);
        List<Unit> cells =
                units.subtree(viewer.scope(), viewer.unitNo()).stream()
                        .filter(unit -> unit.kind() == UnitKind.CELL)
                        .toList();
        model.addAttribute(
                "view",
                new ListView(
                        viewer.unit() == null ? "" : viewer.unit().name(),
                        queries.count(viewer.scope(), search),
                        q,
                        cell,
                        cells,
                        lines.subList(0, Math.min(SIZE, lines.size())),
                        lines.size() > SIZE ? next(search, lines.get(SIZE - 1)) : null,
                        viewer.is(Role.WORKPLACE_OFFICE, Role.ADMINISTRATOR) ? "/imports" : null));
        return "member/list";
    }

    private static String next(Search search, MemberQueries.Line last) {
        UriComponentsBuilder link =
                UriComponentsBuilder.fromPath("/members")
                        .queryParam("q", "{q}")
                        .queryParam("afterKey", "{key}");
        if (search.cell() != null) {
            link.queryParam("cell", search.cell());
        }
        return link.queryParam("afterId", last.id())
                .encode()
                .buildAndExpand(search.typed(), Texts.sortKey(last.fullName()))
                .toUriString();
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
            throw new NotFound();
        }
        boolean own = id.equals(viewer.scope().self());
        if (!own) {
            reads.note(viewer, id);
        }
        List<MemberBlock.Block> parts =
                blocks.stream()
                        .flatMap(block -> block.of(viewer, id).stream())
                        .sorted(Comparator.comparingInt(MemberBlock.Block::order))
                        .toList();
        List<History.Line> lines = history.ofMember(viewer.scope(), id);
        if (file.isPresent()) {
            String cell = nameOf(viewer, file.get().workNo());
            boolean mayChange = viewer.is(Role.WORKPLACE_OFFICE);
            model.addAttribute(
                    "view", new FileView(file.get(), cell, parts, lines, mayChange, own));
            return "member/file";
        }
        MemberSummary seen = summary.orElseThrow(NotFound::new);
        model.addAttribute(
                "view", new SummaryView(
                        seen,
                        nameOf(viewer, seen.workNo()),
                        parts,
                        lines,
                        viewer.is(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY)));
        return "member/summary";
    }

    private String nameOf(Viewer viewer, int unitNo) {
        List<Unit> above = units.above(viewer.scope(), unitNo);
        return above.isEmpty()
                ? ""
                : above.size() > 1
                        ? above.get(0).name() + ", " + above.get(1).name()
                        : above.get(0).name();
    }
}
