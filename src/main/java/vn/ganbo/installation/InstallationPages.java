package vn.ganbo.installation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** The own key, to be given to others, and the keys of others. */
@Controller
class InstallationPages {
    private final Installation own;
    private final Installations installations;
    private final Exports exports;
    private final Clock clock;

    InstallationPages(Installation own, Installations installations, Exports exports, Clock clock) {
        this.own = own;
        this.installations = installations;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            @Nullable String key,
            @Nullable String keyId,
            String address,
            List<Known> known,
            Typed typed) {}

    @GetMapping("/installations")
    String show(Viewer viewer, Model model) {
        return draw(viewer, Typed.empty(), model);
    }

    @GetMapping("/installations/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<Known> list =
                new Listing<Known>("ban-cai-dat", "Bản cài đặt khác", LocalDate.now(clock))
                        .column("Tên", 40, Known::name)
                        .column("Mã khóa", 14, k -> k.key().id())
                        .column("Khóa công khai", 74, k -> k.key().written())
                        .column("Ghi lúc", 20, k -> Show.moment(k.since()))
                        .column("Người ghi", 26, Known::by);
        exports.send(viewer, list.of(installations.known(viewer.scope())), as, answer);
    }

    @PostMapping("/installations")
    String add(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            Known added = installations.add(viewer, name, key);
                            return Acts.done(
                                    redirect,
                                    "/installations",
                                    "Đã ghi khóa của %s. Từ nay kiểm được giấy của nơi này."
                                            .formatted(added.name()));
                        },
                        typed -> draw(viewer, typed, model));
    }

    @PostMapping("/installations/{id}/removal")
    String drop(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        Known gone = installations.drop(viewer, id);
        return Acts.done(
                redirect,
                "/installations",
                "Đã bỏ khóa của %s. Giấy mới của nơi này không kiểm được nữa; việc đã làm vẫn giữ nguyên."
                        .formatted(gone.name()));
    }

    private String draw(Viewer viewer, Typed typed, Model model) {
        model.addAttribute(
                "view",
                new View(
                        own.key().map(PublicKey::written).orElse(null),
                        own.key().map(PublicKey::id).orElse(null),
                        own.address(),
                        installations.known(viewer.scope()),
                        typed));
        return "installation/installations";
    }
}
