package vn.ganbo.signature;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.signature.TrustStore.Anchor;
import vn.ganbo.signature.TrustStore.Loaded;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Chứng thư tin cậy: the issuers that a unit trusts, and their revocation lists. */
@Controller
class TrustPages {
    private static final String PATH = "/trusted-certificates";

    private final TrustedCertificates certificates;
    private final TrustStore store;
    private final Exports exports;
    private final Clock clock;

    TrustPages(TrustedCertificates certificates, TrustStore store, Exports exports, Clock clock) {
        this.certificates = certificates;
        this.store = store;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            boolean mayWrite,
            String unit,
            List<Anchor> anchors,
            List<Loaded> lists,
            Instant now,
            Typed typed) {
        /** Whether it is past its last moment. */
        boolean over(OffsetDateTime until) {
            return now.isAfter(until.toInstant());
        }
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        return show(viewer, Typed.empty(), model);
    }

    private String show(Viewer viewer, Typed typed, Model model) {
        Viewer.Unit unit = viewer.unit();
        model.addAttribute(
                "view",
                new View(
                        TrustedCertificates.mayWrite(viewer),
                        unit == null ? "" : unit.name(),
                        store.anchors(viewer.scope(), viewer.unitNo()),
                        store.lists(viewer.scope(), viewer.unitNo()),
                        clock.instant(),
                        typed));
        return "signature/trust";
    }

    /** "04/11/2026". */
    static String day(OffsetDateTime at) {
        return Show.date(date(at));
    }

    private static LocalDate date(OffsetDateTime at) {
        return LocalDate.ofInstant(at.toInstant(), Show.ZONE);
    }

    /** The common name of who made a list. */
    static String issuer(Loaded list) {
        return Certificates.name(new X500Principal(list.issuer()));
    }

    /** "AB12 34CD …", to be compared by eye and to be broken into lines. */
    static String grouped(String fingerprint) {
        return fingerprint.toUpperCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1 ");
    }

    @GetMapping(PATH + "/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<Anchor> list =
                new Listing<Anchor>("chung-thu-tin-cay", "Chứng thư tin cậy", LocalDate.now(clock))
                        .column("Cấp cho", 36, Anchor::subject)
                        .column("Nơi cấp", 36, Anchor::issuer)
                        .column("Từ ngày", 12, a -> date(a.notBefore()))
                        .column("Đến ngày", 12, a -> date(a.notAfter()))
                        .column("Đơn vị tin cậy", 36, Anchor::unitName)
                        .column("Dấu SHA-256", 70, a -> grouped(a.fingerprint()))
                        .column("Người thêm", 36, Anchor::addedBy)
                        .column("Ngày thêm", 12, a -> date(a.addedAt()));
        exports.send(viewer, list.of(store.anchors(viewer.scope(), viewer.unitNo())), as, answer);
    }

    @GetMapping("/revocation-lists/export")
    void exportLists(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<Loaded> list =
                new Listing<Loaded>("danh-sach-thu-hoi", "Danh sách thu hồi", LocalDate.now(clock))
                        .column("Nơi phát hành", 50, TrustPages::issuer)
                        .column("Phát hành ngày", 12, l -> date(l.thisUpdate()))
                        .column("Hiệu lực đến", 12, l -> date(l.nextUpdate()))
                        .column("Số chứng thư bị thu hồi", 12, Loaded::revoked)
                        .column("Đơn vị", 36, Loaded::unitName)
                        .column("Dấu SHA-256", 70, l -> grouped(l.fingerprint()))
                        .column("Người tải lên", 36, Loaded::addedBy)
                        .column("Ngày tải lên", 12, l -> date(l.addedAt()));
        exports.send(viewer, list.of(store.lists(viewer.scope(), viewer.unitNo())), as, answer);
    }

    @PostMapping(PATH)
    String add(
            Viewer viewer,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            TrustedCertificates.Added added = certificates.add(viewer, bytes(file));
                            return Acts.done(redirect, PATH, sentence(added));
                        },
                        typed -> show(viewer, typed, model));
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw Problems.of("file", "Chưa chọn tệp. Bấm Chọn tệp rồi gửi lại.");
        }
        if (file.getSize() > TrustedCertificates.MOST) {
            throw Problems.of(
                    "file",
                    "Tệp lớn hơn 20 MB. Hãy chọn đúng tệp chứng thư hoặc danh sách thu hồi.");
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sentence(TrustedCertificates.Added added) {
        if (added.certificates() == 0) {
            return "Đã nhận danh sách thu hồi; đơn vị và các đơn vị dưới dùng từ bây giờ.";
        }
        return added.lists() == 0
                ? "Đã thêm chứng thư tin cậy cho đơn vị và các đơn vị dưới."
                : "Đã thêm chứng thư tin cậy và danh sách thu hồi cho đơn vị và các đơn vị dưới.";
    }

    @PostMapping(PATH + "/{id}/end")
    String end(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            certificates.end(viewer, id, version);
                            return Acts.done(
                                    redirect,
                                    PATH,
                                    "Đã thôi tin cậy chứng thư này. Những giấy đã nhận trước đây vẫn giữ nguyên.");
                        },
                        typed -> show(viewer, typed, model));
    }
}
