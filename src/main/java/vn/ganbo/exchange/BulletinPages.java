package vn.ganbo.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Bản tin nơi cư trú: the list, writing one, reading and acknowledging it. */
@Controller
class BulletinPages {
    private static final String PATH = "/bulletins";
    private static final int SHOWN = 300;

    private final Bulletins bulletins;
    private final BulletinStore store;
    private final Rulebooks rulebooks;
    private final Exports exports;
    private final Clock clock;

    BulletinPages(
            Bulletins bulletins,
            BulletinStore store,
            Rulebooks rulebooks,
            Exports exports,
            Clock clock) {
        this.bulletins = bulletins;
        this.store = store;
        this.rulebooks = rulebooks;
        this.exports = exports;
        this.clock = clock;
    }

    record ListView(
            List<BulletinStore.Line> lines, boolean mayWrite, List<Choice> posts, Typed typed) {}

    record View(
            BulletinStore.Bulletin bulletin,
            List<BulletinStore.Copy> copies,
            boolean mayAcknowledge,
            boolean ours) {}

    @GetMapping(PATH)
    String list(Viewer viewer, Model model) {
        return list(viewer, Typed.empty(), model);
    }

    private String list(Viewer viewer, Typed typed, Model model) {
        model.addAttribute(
                "view",
                new ListView(
                        store.list(viewer.scope(), SHOWN),
                        Bulletins.mayWrite(viewer),
                        rulebooks
                                .on(LocalDate.now(clock))
                                .requirePosts(Signatory.OFFICIAL_LETTER, Signatory.ISSUER)
                                .stream()
                                .map(post -> Choice.of(post, post))
                                .toList(),
                        typed));
        return "exchange/bulletins";
    }

    @GetMapping(PATH + "/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<BulletinStore.Line> list =
                new Listing<BulletinStore.Line>(
                                "ban-tin", "Bản tin nơi cư trú", LocalDate.now(clock))
                        .column("Tiêu đề", 50, BulletinStore.Line::title)
                        .column("Nơi gửi", 32, line -> Show.committee(line.fromName()))
                        .column("Ngày gửi", 12, BulletinStore.Line::sentOn)
                        .column("Số nơi nhận", 12, BulletinStore.Line::copies)
                        .column("Đã xác nhận", 12, BulletinStore.Line::acknowledged);
        exports.send(viewer, list.of(store.list(viewer.scope(), null)), as, answer);
    }

    @PostMapping(PATH)
    String send(
            Viewer viewer,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String post,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            UUID id =
                                    bulletins.send(
                                            viewer,
                                            new Bulletins.NewBulletin(title, body),
                                            new Signer(signer, post));
                            return Acts.done(
                                    redirect,
                                    PATH + "/" + id,
                                    "Đã gửi bản tin. Các nơi công tác thấy trên bàn làm việc.");
                        },
                        typed -> list(viewer, typed, model));
    }

    @GetMapping(PATH + "/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        BulletinStore.Bulletin bulletin = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        List<BulletinStore.Copy> copies = store.copies(viewer.scope(), id);
        model.addAttribute(
                "view",
                new View(
                        bulletin,
                        copies,
                        viewer.is(Role.WORKPLACE_OFFICE)
                                && copies.stream().anyMatch(c -> c.acknowledgedOn() == null),
                        viewer.scope().sees(bulletin.unitNo())));
        return "exchange/bulletin";
    }

    @PostMapping(PATH + "/{id}/acknowledgement")
    String acknowledge(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        bulletins.acknowledge(viewer, id);
        return Acts.done(redirect, PATH + "/" + id, "Đã xác nhận. Nơi gửi thấy ngay.");
    }
}
