package vn.ganbo.meeting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Redraw;

/** Tài liệu gửi trước: put beside a meeting by its office, read by whoever is invited. */
@Controller
class MeetingDocumentPages {
    private final MeetingDocuments acts;
    private final DocumentStore store;
    private final CasePages pages;

    MeetingDocumentPages(MeetingDocuments acts, DocumentStore store, CasePages pages) {
        this.acts = acts;
        this.store = store;
        this.pages = pages;
    }

    @PostMapping("/meetings/{id}/documents")
    String add(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect)
            throws IOException {
        String name =
                file == null || file.getOriginalFilename() == null
                        ? ""
                        : file.getOriginalFilename();
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        return new Redraw(request, response)
                .run(
                        () -> {
                            acts.add(viewer, id, name, bytes);
                            return Acts.done(
                                    redirect,
                                    "/meetings/" + id,
                                    "Đã gửi tài liệu. Người được mời mở được ở trang Giấy mời.");
                        },
                        typed -> pages.draw(viewer, id, typed, model));
    }

    @PostMapping("/meetings/{id}/documents/{document}/removal")
    String remove(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID document,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            acts.remove(viewer, id, document);
                            return Acts.done(redirect, "/meetings/" + id, "Đã bỏ tài liệu.");
                        },
                        typed -> pages.draw(viewer, id, typed, model));
    }

    @GetMapping("/meetings/{id}/documents/{document}")
    ResponseEntity<byte[]> open(Viewer viewer, @PathVariable UUID id, @PathVariable UUID document) {
        return answer(viewer, id, document);
    }

    @GetMapping("/my-meetings/{id}/documents/{document}")
    ResponseEntity<byte[]> openMine(
            Viewer viewer, @PathVariable UUID id, @PathVariable UUID document) {
        return answer(viewer, id, document);
    }

    private ResponseEntity<byte[]> answer(Viewer viewer, UUID meeting, UUID document) {
        DocumentFile file =
                store.find(viewer.scope(), meeting, document).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(file.bytes());
    }
}
