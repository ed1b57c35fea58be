package vn.ganbo.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.ImportFaultStore.Line;
import vn.ganbo.member.ImportStore.Listed;
import vn.ganbo.member.ImportView.Mendable;
import vn.ganbo.organisation.Units;
import vn.ganbo.spreadsheet.MarkedBook;
import vn.ganbo.spreadsheet.Packed;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;
import vn.ganbo.spreadsheet.TableWriter;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Typed;

/** Nhập từ Excel: choose a file, see what is wrong, mend it, write the good rows. */
@Controller
@ConditionalOnWebApplication
class ImportPages {
    private static final int PAGE = 50;
    private static final int LISTED = 30;
    private static final int NOTES = 30;
    private static final int FIRST_ROWS = 5;
    private static final int FAULTY = 200_000;
    private static final Pattern FIELD = Pattern.compile("o(\\d{1,7})-(\\d{1,3})");
    private static final Pattern MEANT = Pattern.compile("who(\\d{1,7})");
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Imports imports;
    private final ImportStore store;
    private final ImportFaultStore faults;
    private final Units units;

    ImportPages(Imports imports, ImportStore store, ImportFaultStore faults, Units units) {
        this.imports = imports;
        this.store = store;
        this.faults = faults;
        this.units = units;
    }

    /** The list of imports with the form for another. */
    record ListView(List<Listed> files, Typed typed, boolean organisations) {}

    @GetMapping("/imports")
    String list(Viewer viewer, Model model) {
        return list(viewer, model, Typed.empty());
    }

    private String list(Viewer viewer, Model model, Typed typed) {
        model.addAttribute(
                "view",
                new ListView(store.latest(viewer, LISTED), typed, viewer.is(Role.ADMINISTRATOR)));
        return "member/imports";
    }

    @PostMapping("/imports")
    String upload(
            Viewer viewer,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            String name = file == null ? null : file.getOriginalFilename();
            if (file == null || name == null || name.isEmpty()) {
                throw Problems.of("file", "Chưa chọn tệp. Bấm Chọn tệp rồi gửi lại.");
            }
            UUID id = imports.upload(viewer, Texts.clean(name), file.getBytes());
            return "redirect:/imports/" + id;
        } catch (Problems e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(viewer, model, Typed.empty().with(e));
        }
    }

    @GetMapping("/imports/{id}")
    String show(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response) {
        return show(viewer, id, page, Typed.empty(), model, response);
    }

    private String show(
            Viewer viewer,
            UUID id,
            int page,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        Listed file = imports.require(viewer, id);
        if (file.state() == ImportState.MAPPING) {
            return "redirect:/imports/" + id + "/mapping";
        }
        Pager pager = Pager.of(page, PAGE, faults.count(viewer.scope(), id, false));
        List<Mendable> mendable =
                faults.lines(viewer.scope(), id, false, pager.offset(), PAGE).stream()
                        .map(line -> Mendable.of(line, file))
                        .toList();
        List<String> titles = new ArrayList<>();
        List<List<String>> first = new ArrayList<>();
        int cell = -1;
        Optional<byte[]> content = store.content(viewer, id);
        if (content.isPresent()) {
            try (Table table = Packed.open(content.get(), Imports.LAYOUTS)) {
                titles.addAll(ImportView.titles(table.headings()));
                cell = file.ofMembers() ? table.headings().place("cell") : -1;
                for (int i = 0; i < FIRST_ROWS; i++) {
                    SheetRow row = table.next();
                    if (row != null) {
                        first.add(ImportView.sample(table.headings(), row));
                    }
                }
            }
        }
        if (file.work() != null) {
            response.setHeader("Refresh", "2");
        }
        model.addAttribute(
                "view",
                new ImportView(
                        file,
                        typed,
                        mendable,
                        cell,
                        cells(viewer, mendable, cell),
                        pager,
                        faults.lines(viewer.scope(), id, true, 0, NOTES),
                        faults.count(viewer.scope(), id, true),
                        titles,
                        first));
        return "member/import";
    }

    /** The cells that may be meant, where one is faulty. */
    private List<Choice> cells(Viewer viewer, List<Mendable> mendable, int place) {
        return mendable.stream().anyMatch(fault -> fault.isIn(place))
                ? ImportView.cells(units.subtree(viewer.scope(), viewer.unitNo()))
                : List.of();
    }

    @PostMapping("/imports/{id}/corrections")
    String correct(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            boolean changed =
                    imports.correct(
                            viewer, id, version, typed(viewer, id, request), meant(request));
            return Acts.done(
                    redirect,
                    "/imports/" + id,
                    changed
                            ? "Đã kiểm tra lại các dòng vừa sửa."
                            : "Chưa có ô nào được sửa, kết quả kiểm tra vẫn như cũ.");
        } catch (Conflict e) {
            return again(viewer, id, page, e, request, model, response);
        }
    }

    @PostMapping("/imports/{id}/application")
    String apply(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            Map<Integer, Map<Integer, String>> typed = typed(viewer, id, request);
            Map<Integer, String> meant = meant(request);
            if (!(typed.isEmpty() && meant.isEmpty())
                    && imports.correct(viewer, id, version, typed, meant)) {
                return Acts.done(
                        redirect,
                        "/imports/" + id,
                        "Có ô vừa sửa nên đã kiểm tra lại trước. Xem kết quả rồi bấm ghi lần nữa.");
            }
            imports.apply(viewer, id, version);
            return "redirect:/imports/" + id;
        } catch (Conflict e) {
            return again(viewer, id, page, e, request, model, response);
        }
    }

    private String again(
            Viewer viewer,
            UUID id,
            int page,
            Conflict conflict,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        String sentence =
                "Danh sách này vừa được kiểm tra hoặc ghi ở "
                        + conflict.who()
                        + ". Xem kết quả mới dưới đây; những ô bạn vừa gõ vẫn còn.";
        return show(
                viewer,
                id,
                page,
                Typed.of(request.getParameterMap()).with(sentence),
                model,
                response);
    }

    @PostMapping("/imports/{id}/undoing")
    String undo(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        OptionalInt count = imports.undo(viewer, id, version);
        if (count.isEmpty()) {
            return "redirect:/imports/" + id;
        }
        return Acts.done(
                redirect,
                "/imports/" + id,
                "Đã hoàn tác: "
                        + Show.number(count.getAsInt())
                        + " người trở lại như trước khi nhập.");
    }

    @PostMapping("/imports/{id}/removal")
    String remove(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        imports.remove(viewer, id);
        return Acts.done(redirect, "/imports", "Đã bỏ tệp này; không dòng nào được ghi.");
    }

    /**
     * The faulty rows as a workbook with a column of reasons, ready to be mended and sent again.
     */
    @GetMapping("/imports/{id}/faults")
    ResponseEntity<byte[]> faults(Viewer viewer, @PathVariable UUID id) {
        Listed file = imports.require(viewer, id);
        List<Line> lines = faults.lines(viewer.scope(), id, false, 0, FAULTY);
        Optional<byte[]> content =
                file.rows() <= MarkedBook.MOST_ROWS ? store.content(viewer, id) : Optional.empty();
        String name = "can-sua-" + file.fileName().replaceFirst("\\.[^.]*$", "") + ".xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(
                        content.map(rows -> whole(rows, lines, id))
                                .orElseGet(() -> workbook(file.titles(), lines, id)));
    }

    /** The whole list in its own shape. */
    private static byte[] whole(byte[] content, List<Line> lines, UUID id) {
        Map<Integer, Map<Integer, String>> faults = new HashMap<>();
        lines.forEach(line ->
                faults.computeIfAbsent(line.row(), _ -> new HashMap<>())
                        .merge(line.place(), line.message(), (a, b) -> a + " " + b));
        try (Table table = Packed.open(content, Imports.LAYOUTS)) {
            return MarkedBook.write(table, faults, id.toString());
        }
    }

    private static byte[] workbook(List<String> titles, List<Line> lines, UUID id) {
        Map<Integer, List<Line>> byRow = new LinkedHashMap<>();
        lines.forEach(line -> byRow.computeIfAbsent(line.row(), _ -> new ArrayList<>()).add(line));
        List<String> head = new ArrayList<>(titles);
        head.addAll(MarkedBook.MORE_TITLES);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = new TableWriter(out, "Cần sửa", head, id.toString())) {
            byRow.forEach((row, faults) ->
                    writer.add(
                            cells(titles.size(), row, faults),
                            faults.stream().map(Line::place).collect(Collectors.toSet())));
        }
        return out.toByteArray();
    }

    private static List<String> cells(int width, int row, List<Line> faults) {
        List<String> cells = new ArrayList<>(faults.getFirst().cells());
        while (cells.size() < width) {
            cells.add("");
        }
        List<String> out = new ArrayList<>(cells.subList(0, width));
        out.add(String.valueOf(row));
        out.add(
                String.join(
                        " ",
                        faults.stream()
                                .map(line -> line.column() + ": " + line.message())
                                .toList()));
        return out;
    }

    /** Who is meant, by the number of the row. */
    private static Map<Integer, String> meant(HttpServletRequest request) {
        Map<Integer, String> out = new HashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    Matcher field = MEANT.matcher(name);
                    if (field.matches() && !values[0].isEmpty()) {
                        out.put(Integer.valueOf(field.group(1)), values[0]);
                    }
                });
        return out;
    }

    /** What was typed, for rows that say the same wrong thing too where that was wished. */
    private Map<Integer, Map<Integer, String>> typed(
            Viewer viewer, UUID id, HttpServletRequest request) {
        Map<Integer, Map<Integer, String>> typed = typed(request);
        return request.getParameter("alike") == null ? typed : imports.alike(viewer, id, typed);
    }

    /** What was typed into cells: row to column to text. */
    private static Map<Integer, Map<Integer, String>> typed(HttpServletRequest request) {
        Map<Integer, Map<Integer, String>> out = new HashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    Matcher field = FIELD.matcher(name);
                    if (field.matches()) {
                        String text = Texts.clean(values[0]);
                        out.computeIfAbsent(Integer.valueOf(field.group(1)), _ -> new HashMap<>())
                                .put(Integer.valueOf(field.group(2)), text);
                    }
                });
        return out;
    }
}
