package vn.ganbo.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/** What the residence has told the workplaces, for the members on its register. */
@Controller
class MyBulletinPages {
    private static final String PATH = "/bulletins/mine";
    private static final int SHOWN = 50;

    private final BulletinStore store;
    private final Exports exports;
    private final Clock clock;

    MyBulletinPages(BulletinStore store, Exports exports, Clock clock) {
        this.store = store;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String mine(Viewer viewer, Model model) {
        List<BulletinStore.Bulletin> bulletins = store.mine(viewer.scope(), SHOWN);
        model.addAttribute("bulletins", bulletins);
        return "exchange/mybulletins";
    }

    @GetMapping(PATH + "/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<BulletinStore.Bulletin> list =
                new Listing<BulletinStore.Bulletin>(
                                "ban-tin", "Bản tin nơi cư trú", LocalDate.now(clock))
                        .column("Ngày gửi", 12, BulletinStore.Bulletin::sentOn)
                        .column("Nơi gửi", 32, one -> Show.committee(one.fromName()))
                        .column("Tiêu đề", 36, BulletinStore.Bulletin::title)
                        .column("Nội dung", 70, BulletinStore.Bulletin::body);
        exports.send(viewer, list.of(store.mine(viewer.scope(), null)), as, answer);
    }
}
