package vn.ganbo.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.ImportStore.Listed;
import vn.ganbo.organisation.Units;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.Letters;
import vn.ganbo.spreadsheet.Packed;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;
import vn.ganbo.web.Typed;

/** Ghép cột: which column of an uploaded list is which, with the reason, to be corrected. */
@Controller
@ConditionalOnWebApplication
class ImportMappingPages {
    private static final int SAMPLE = 200;

    private final Imports imports;
    private final ImportStore store;
    private final MemberImportStore members;
    private final Units units;

    ImportMappingPages(Imports imports, ImportStore store, MemberImportStore members, Units units) {
        this.imports = imports;
        this.store = store;
        this.members = members;
        this.units = units;
    }

    @GetMapping("/imports/{id}/mapping")
    String show(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String kind,
            Model model) {
        Listed file = imports.require(viewer, id);
        if (file.work() != null || file.state() == ImportState.APPLIED) {
            return "redirect:/imports/" + id;
        }
        model.addAttribute("view", view(viewer, file, kind, Typed.empty()));
        return "member/import-mapping";
    }

    @PostMapping("/imports/{id}/mapping")
    String map(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String kind,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Typed typed = Typed.of(request.getParameterMap());
        try {
            Layout layout = layout(viewer, kind);
            imports.map(
                    viewer,
                    id,
                    version,
                    layout,
                    places(typed, layout),
                    letters(typed),
                    unit(viewer, typed),
                    Set.copyOf(typed.values().getOrDefault("sheet", List.of())));
            return "redirect:/imports/" + id;
        } catch (Problems e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            typed = typed.with(e);
        } catch (Conflict e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            typed =
                    typed.with(
                            "Danh sách này vừa được kiểm tra hoặc ghi ở "
                                    + e.who()
                                    + ". Tải lại trang để xem kết quả mới.");
        }
        model.addAttribute("view", view(viewer, imports.require(viewer, id), kind, typed));
        return "member/import-mapping";
    }

    private ImportMappingView view(Viewer viewer, Listed file, @Nullable String kind, Typed typed) {
        byte[] content = store.content(viewer, file.id()).orElseThrow(NotFound::new);
        try (Table table = Packed.open(content, Imports.LAYOUTS)) {
            Headings headings = table.headings();
            List<SheetRow> first = new ArrayList<>();
            Set<String> sheets = new LinkedHashSet<>();
            int sheet = headings.titles().indexOf(Headings.SHEET);
            for (SheetRow row = table.nextAsWritten();
                    row != null && (sheet >= 0 || first.size() < SAMPLE);
                    row = table.nextAsWritten()) {
                if (first.size() < SAMPLE) {
                    first.add(row);
                }
                if (sheet >= 0) {
                    sheets.add(row.cell(sheet).text());
                }
            }
            if (kind != null && !kind.equals(headings.layout().kind())) {
                headings =
                        headings.proposedFor(
                                layout(viewer, kind), first.stream().map(headings::read).toList());
            }
            Letters letters =
                    headings.letters().stream()
                            .filter(l -> l != Letters.UNICODE)
                            .findFirst()
                            .orElse(Letters.UNICODE);
            return ImportMappingView.of(
                    file,
                    typed,
                    headings,
                    first,
                    Imports.layouts(viewer),
                    letters,
                    ImportView.cells(units.subtree(viewer.scope(), viewer.unitNo())),
                    sheets);
        }
    }

    private static Layout layout(Viewer viewer, String kind) {
        return Imports.layouts(viewer).stream()
                .filter(layout -> layout.kind().equals(kind))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Map<String, Integer> places(Typed typed, Layout layout) {
        Problems.Gatherer problems = new Problems.Gatherer();
        Map<String, Integer> places = new HashMap<>();
        for (String field : typed.values().keySet()) {
            String key = typed.or(field, "");
            boolean known = layout.columns().stream().anyMatch(column -> column.key().equals(key));
            if (!field.matches("c\\d{1,3}") || !known) {
                continue;
            }
            if (places.putIfAbsent(key, Integer.parseInt(field.substring(1))) != null) {
                problems.add(
                        field,
                        "“"
                                + layout.title(key)
                                + "” đã chọn cho một cột khác. Mỗi mục chỉ một cột.");
            }
        }
        layout.columns().stream()
                .filter(column -> column.required() && !places.containsKey(column.key()))
                .forEach(column ->
                        problems.add(
                                "",
                                "Chưa chọn cột nào là “"
                                        + column.title()
                                        + "”. Chọn ở bảng dưới."));
        problems.check();
        return places;
    }

    private static Letters letters(Typed typed) {
        String said = typed.get("letters");
        if (said == null) {
            return Letters.UNICODE;
        }
        return Letters.ASKED.stream()
                .filter(letters -> letters.name().equals(said))
                .findFirst()
                .orElseThrow(() ->
                        Problems.of(
                                "letters",
                                "Chưa chọn cách đọc chữ. Chọn dòng nào hiện đúng tiếng Việt."));
    }

    /** The cell of the whole list; 0 where nothing was typed. */
    private int unit(Viewer viewer, Typed typed) {
        String said = Texts.clean(typed.or("unit", ""));
        if (said.isEmpty()) {
            return viewer.is(Role.ADMINISTRATOR) ? 0 : viewer.unitNo();
        }
        MemberImportUnits.Answer answer = members.units(viewer.scope()).find(said);
        if (answer.refusal() != null) {
            throw Problems.of("unit", answer.refusal());
        }
        return answer.no();
    }
}
