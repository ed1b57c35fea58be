package vn.ganbo.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Typed;

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
            boolean own,
            Typed typed) {}

    record SummaryView(
            MemberSummary member,
            String cellName,
            List<MemberBlock.Block> blocks,
            List<History.Line> history) {}

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
        return show(viewer, id, Typed.empty(), model);
    }

    private String show(Viewer viewer, UUID id, Typed typed, Model model) {
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
                    "view", new FileView(file.get(), cell, parts, lines, mayChange, own, typed));
            return "member/file";
        }
        MemberSummary seen = summary.orElseThrow(NotFound::new);
        model.addAttribute(
                "view", new SummaryView(seen, nameOf(viewer, seen.workNo()), parts, lines));
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

    @PostMapping("/members/{id}/contact")
    String change(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String expertise,
            @RequestParam(defaultValue = "") String address,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = Typed.of(request.getParameterMap());
        try {
            members.change(
                    viewer,
                    id,
                    version,
                    new Members.Contact(text(post), text(phone), text(expertise), text(address)));
            return Acts.done(redirect, "/members/" + id, "Đã lưu.");
        } catch (Problems e) {
            response.setStatus(422);
            return show(viewer, id, typed.with(e), model);
        } catch (Conflict e) {
            response.setStatus(409);
            return show(
                    viewer,
                    id,
                    typed.with(Labels.say("conflict.changed", e.who(), Show.moment(e.at()))),
                    model);
        }
    }

    private static @Nullable String text(String typed) {
        String clean = Texts.clean(typed);
        return clean.isEmpty() ? null : clean;
    }
}
