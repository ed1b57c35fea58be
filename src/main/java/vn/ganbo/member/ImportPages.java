package vn.ganbo.member;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Fault;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Step;
import vn.ganbo.web.Typed;

/** Nhập từ bảng tính: send a file, see every fault, apply the good rows, take the others home. */
@Controller
class ImportPages {
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int SHOWN = 500;

    private final ImportFiles files;

    ImportPages(ImportFiles files) {
        this.files = files;
    }

    record ListView(List<ImportFiles.Line> files, boolean organisations, Typed typed) {}

    record CaseView(
            ImportFiles.Kept file,
            List<Step> steps,
            List<Fault> faults,
            List<Fault> notes,
            int hidden) {}

    @Bean
    static MenuEntry importsEntry() {
        return new MenuEntry(
                40,
                "Nhập từ bảng tính",
                "/imports",
                "import",
                Set.of(Role.WORKPLACE_OFFICE, Role.ADMINISTRATOR));
    }

    @GetMapping("/imports")
    String list(Viewer viewer, Model model) {
        return list(viewer, Typed.empty(), model);
    }

    private String list(Viewer viewer, Typed typed, Model model) {
        model.addAttribute(
                "view", new ListView(files.list(viewer), viewer.is(Role.ADMINISTRATOR), typed));
        return "member/imports";
    }

    @PostMapping("/imports")
    String send(
            Viewer viewer,
            @RequestParam(required = false) MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw Problems.of(
                        "file", "Chưa có tệp nào, hoặc tệp rỗng. Hãy chọn tệp .xlsx hoặc .csv.");
            }
            String name = Texts.clean(String.valueOf(file.getOriginalFilename()));
            return "redirect:/imports/" + files.send(viewer, name, file.getBytes());
        } catch (Problems e) {
            response.setStatus(422);
            return list(viewer, Typed.empty().with(e), model);
        }
    }

    @GetMapping("/imports/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        ImportFiles.Kept file = files.find(viewer, id);
        List<Fault> faults = file.outcome().faults();
        model.addAttribute(
                "view",
                new CaseView(
                        file,
                        List.of(
                                Step.done("Gửi tệp", file.name()),
                                file.applied()
                                        ? Step.done("Kiểm tra", checked(file.outcome()))
                                        : Step.now("Kiểm tra", checked(file.outcome())),
                                file.applied()
                                        ? Step.done(
                                                "Nhập",
                                                Show.number(file.outcome().accepted()) + " dòng")
                                        : Step.later("Nhập", null)),
                        faults.subList(0, Math.min(SHOWN, faults.size())),
                        file.outcome()
                                .notes()
                                .subList(0, Math.min(SHOWN, file.outcome().notes().size())),
                        Math.max(0, faults.size() - SHOWN)));
        return "member/import";
    }

    private static String checked(Outcome outcome) {
        return Show.number(outcome.rows())
                + " dòng, "
                + Show.number(outcome.rejected())
                + " dòng cần sửa";
    }

    @PostMapping("/imports/{id}/application")
    String apply(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        Outcome done = files.apply(viewer, id);
        return Acts.done(
                redirect,
                "/imports/" + id,
                done.created() + done.changed() == 0
                        ? "Không có gì thay đổi: mọi dòng đúng đều đã có sẵn."
                        : "Đã nhập: thêm mới "
                                + Show.number(done.created())
                                + ", cập nhật "
                                + Show.number(done.changed())
                                + ", giữ nguyên "
                                + Show.number(done.unchanged())
                                + ".");
    }

    @GetMapping("/imports/{id}/faults")
    ResponseEntity<byte[]> faults(Viewer viewer, @PathVariable UUID id) {
        byte[] book = files.faulty(viewer, id);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("dong-can-sua.xlsx")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(book);
    }
}
