package vn.ganbo.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PortalFiles;
import vn.ganbo.kernel.PortalFiles.Ask;
import vn.ganbo.kernel.PortalFiles.Line;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Mã hồ sơ trên Cổng: papers of each national procedure with their codes, in and out. */
@Controller
class PortalPages {
    private static final String PATH = "/portal";
    private static final int SIZE = 50;

    private final List<PortalFiles> procedures;
    private final PortalCodes codes;
    private final Exports exports;
    private final Clock clock;

    PortalPages(
            ObjectProvider<PortalFiles> procedures,
            PortalCodes codes,
            Exports exports,
            Clock clock) {
        this.procedures =
                procedures.stream().sorted(Comparator.comparingInt(PortalFiles::order)).toList();
        this.codes = codes;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            String procedure,
            List<Link> tabs,
            String words,
            boolean missing,
            List<Line> lines,
            Pager pager,
            boolean mayWrite,
            Typed typed) {
        boolean asked() {
            return missing || !words.isBlank();
        }

        String link() {
            return address(PATH);
        }

        String exportLink() {
            return address(PATH + "/export");
        }

        private String address(String path) {
            return UriComponentsBuilder.fromPath(path)
                    .queryParam("procedure", procedure)
                    .queryParam("q", "{q}")
                    .queryParam("missing", missing)
                    .encode()
                    .buildAndExpand(words)
                    .toUriString();
        }
    }

    record ReportView(String procedure, String label, PortalCodes.Report report) {}

    private PortalFiles files(String procedure) {
        if (procedure.isEmpty()) {
            return procedures.getFirst();
        }
        return procedures.stream()
                .filter(one -> one.procedure().equals(procedure))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String label(PortalFiles files) {
        return Labels.of("portalProcedure." + files.procedure());
    }

    @GetMapping(PATH)
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean missing,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return draw(viewer, files(procedure), q, missing, page, Typed.empty(), model);
    }

    private String draw(
            Viewer viewer,
            PortalFiles files,
            String q,
            boolean missing,
            int page,
            Typed typed,
            Model model) {
        int asked = Math.max(1, page);
        List<Line> lines = files.list(viewer, new Ask(q, missing, SIZE, (long) (asked - 1) * SIZE));
        List<Link> tabs =
                procedures.stream()
                        .map(one ->
                                one.equals(files)
                                        ? Link.here(label(one))
                                        : Link.to(
                                                label(one), PATH + "?procedure=" + one.procedure()))
                        .toList();
        model.addAttribute(
                "view",
                new View(
                        files.procedure(),
                        tabs,
                        q,
                        missing,
                        lines,
                        Pager.of(asked, SIZE, lines.isEmpty() ? 0 : lines.getFirst().total()),
                        PortalCodes.mayWrite(viewer),
                        typed));
        return "portal/list";
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean missing,
            @RequestParam String as,
            HttpServletResponse answer) {
        PortalFiles files = files(procedure);
        Listing<Line> list =
                new Listing<Line>(
                                "ma-ho-so-tren-cong",
                                "Mã hồ sơ trên Cổng: " + label(files),
                                LocalDate.now(clock))
                        .filter("Thủ tục", label(files))
                        .filter("Mã", missing ? "chưa có mã" : "")
                        .typed("Tìm", q)
                        .column("Số văn bản", 16, Line::number)
                        .column("Ngày", 12, Line::onDay)
                        .column("Nơi ban hành", 34, line -> Show.committee(line.issuer()))
                        .column("Họ và tên", 26, Line::fullName)
                        .column("Nơi nhận", 34, line -> Show.committee(line.to()))
                        .column("Mã hồ sơ trên Cổng", 26, Line::code);
        exports.send(viewer, list.of(files.list(viewer, new Ask(q, missing, null, 0))), as, answer);
    }

    @PostMapping(PATH + "/code")
    String keep(
            Viewer viewer,
            @RequestParam String procedure,
            @RequestParam UUID id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean missing,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        PortalFiles files = files(procedure);
        return new Redraw(request, response)
                .run(
                        () -> {
                            codes.keep(viewer, files, id, code);
                            return Acts.done(
                                    redirect,
                                    UriComponentsBuilder.fromPath(PATH)
                                            .queryParam("procedure", files.procedure())
                                            .queryParam("q", "{q}")
                                            .queryParam("missing", missing)
                                            .queryParam("page", page)
                                            .encode()
                                            .buildAndExpand(q)
                                            .toUriString(),
                                    code.isBlank() ? "Đã bỏ mã hồ sơ." : "Đã ghi mã hồ sơ.");
                        },
                        typed -> draw(viewer, files, q, missing, page, typed, model));
    }

    @PostMapping(PATH + "/import")
    String take(
            Viewer viewer,
            @RequestParam String procedure,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        PortalFiles files = files(procedure);
        try {
            if (file == null || file.isEmpty()) {
                throw Problems.of("file", "Chưa chọn tệp. Bấm Chọn tệp rồi gửi lại.");
            }
            model.addAttribute(
                    "view",
                    new ReportView(
                            files.procedure(),
                            label(files),
                            codes.take(viewer, files, file.getBytes())));
            return "portal/report";
        } catch (Problems e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return draw(viewer, files, "", false, 1, Typed.empty().with(e), model);
        }
    }
}
