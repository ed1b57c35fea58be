package vn.ganbo.signature;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
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
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Bản đã ký of one paper: take it away, sign it, send it back; or attach a scan. */
@Controller
class SignedCopyPages {
    /** The pages of cases that lead here. */
    private static final Pattern CASE = Pattern.compile("/[a-z-]{1,40}(/[0-9a-f-]{36})?");

    private final SignedCopies copies;
    private final CopyStore store;
    private final History history;

    SignedCopyPages(SignedCopies copies, CopyStore store, History history) {
        this.copies = copies;
        this.store = store;
        this.history = history;
    }

    /** A copy with its signers. */
    record Line(CopyStore.Listed copy, List<Verdict.Signer> signers) {
        boolean signed() {
            return copy.kind() == CopyStore.Kind.SIGNED;
        }
    }

    /**
     * What the page shows.
     *
     * @param serverKey whose key the server would sign with next, or null
     * @param back the page of the case, or empty
     * @param refused what was found in a file that has just been refused, or null
     */
    record View(
            CopyStore.Head paper,
            List<Line> lines,
            List<History.Line> history,
            boolean mayWrite,
            @Nullable String serverKey,
            String back,
            @Nullable Verdict refused,
            Typed typed) {
        String at() {
            return "/papers/" + paper.id();
        }
    }

    @GetMapping("/papers/{id}/signatures")
    String show(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        return show(viewer, id, back, null, Typed.empty(), model);
    }

    private String show(
            Viewer viewer,
            UUID id,
            String back,
            @Nullable Verdict refused,
            Typed typed,
            Model model) {
        CopyStore.Head paper = store.paper(viewer.scope(), id).orElseThrow(NotFound::new);
        List<CopyStore.Listed> present = store.ofPaper(viewer.scope(), id);
        model.addAttribute(
                "view",
                new View(
                        paper,
                        present.stream().map(copy -> new Line(copy, copies.signers(copy))).toList(),
                        history.ofThing(viewer.scope(), id),
                        SignedCopies.mayWrite(viewer),
                        copies.serverKey(viewer, paper, present).map(SigningKey::name).orElse(null),
                        CASE.matcher(back).matches() ? back : "",
                        refused,
                        typed));
        return "signature/copies";
    }

    @PostMapping("/papers/{id}/signatures")
    String receive(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            Verdict verdict = copies.receive(viewer, id, bytes(file, "file"));
                            return verdict.valid()
                                    ? done(
                                            redirect,
                                            id,
                                            back,
                                            "Đã nhận bản ký số. Chữ ký hợp lệ, nội dung giữ nguyên.")
                                    : refused(viewer, id, back, verdict, response, model);
                        },
                        typed -> show(viewer, id, back, null, typed, model));
    }

    private String refused(
            Viewer viewer,
            UUID id,
            String back,
            Verdict verdict,
            HttpServletResponse response,
            Model model) {
        Objection objection = Objects.requireNonNull(verdict.objection());
        response.setStatus(422);
        Typed typed = Typed.empty().with(Problems.of("file", objection.label()));
        return show(viewer, id, back, verdict, typed, model);
    }

    @PostMapping("/papers/{id}/server-signature")
    String sign(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            Verdict verdict = copies.signOnServer(viewer, id);
                            return verdict.valid()
                                    ? done(redirect, id, back, "Đã ký bằng khóa của máy chủ.")
                                    : refused(viewer, id, back, verdict, response, model);
                        },
                        typed -> show(viewer, id, back, null, typed, model));
    }

    @PostMapping("/papers/{id}/scans")
    String attach(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            copies.attach(viewer, id, bytes(scan, "scan"));
                            return done(redirect, id, back, "Đã đính kèm bản chụp.");
                        },
                        typed -> show(viewer, id, back, null, typed, model));
    }

    private static String done(RedirectAttributes redirect, UUID id, String back, String sentence) {
        String query = CASE.matcher(back).matches() ? "?back=" + back : "";
        return Acts.done(redirect, "/papers/" + id + "/signatures" + query, sentence);
    }

    private static byte[] bytes(@Nullable MultipartFile file, String field) {
        if (file == null || file.isEmpty()) {
            throw Problems.of(field, "Chưa chọn tệp. Bấm Chọn tệp rồi gửi lại.");
        }
        if (file.getSize() > SignedCopies.MOST) {
            throw Problems.of(
                    field,
                    "Tệp lớn hơn 10 MB. Hãy giảm độ phân giải khi quét, hoặc chọn đúng tệp.");
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/papers/{id}/signatures/{copy}")
    ResponseEntity<byte[]> open(Viewer viewer, @PathVariable UUID id, @PathVariable UUID copy) {
        CopyStore.Copy found = copies.open(viewer, id, copy);
        String name =
                (found.kind() == CopyStore.Kind.SIGNED ? "Bản ký số" : "Bản chụp")
                        + "."
                        + ScanType.ofMediaType(found.mediaType()).ending();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(found.bytes());
    }
}
