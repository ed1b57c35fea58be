package vn.ganbo.notification;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.DeskSheet;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;

/** Thông báo: what an office or a member was told. */
@Controller
class NotificationPages {
    private static final Set<Role> TOLD =
            Set.of(
                    Role.WORKPLACE_OFFICE,
                    Role.WORKPLACE_CELL_SECRETARY,
                    Role.RESIDENCE_OFFICE,
                    Role.RESIDENCE_CELL_SECRETARY,
                    Role.MEMBER);

    /** A member's notices carry the person, a committee's the unit: one statement counts both. */
    static final Sql UNREAD =
            Sql.of(
                    """
                    select count(*)
                      from notification.notice n
                     where ((n.unit_no between :low and :high and n.unit_no <@ :scope::int4multirange)
                            or n.member_id = :self::uuid)
                       and n.audience = case
                             when :self::uuid is not null then 'MEMBER'
                             when (select u.side from organisation.published_unit u
                                    where u.no = :low and u.valid @> :today::date) = 'RESIDENCE' then 'RESIDENCE'
                             else 'WORKPLACE' end
                       and n.at > :today::date - 60
                       and not exists (select from notification.reading r where r.notice_id = n.id)
                    """);

    private static final int SHOWN = 100;

    private final Notices notices;
    private final Exports exports;
    private final Clock clock;

    NotificationPages(Notices notices, Exports exports, Clock clock) {
        this.notices = notices;
        this.exports = exports;
        this.clock = clock;
    }

    @Bean
    static DeskSheet unreadSheet() {
        return new DeskSheet(
                "notification.unread",
                "Thông báo chưa đọc",
                "Mở để xem việc mới",
                Tone.REST,
                "/notifications",
                "/notifications",
                TOLD,
                UNREAD);
    }

    @GetMapping("/notifications")
    String list(Viewer viewer, Model model) {
        List<Notices.Line> lines = notices.list(viewer, SHOWN);
        model.addAttribute("lines", lines);
        return "notification/list";
    }

    @GetMapping("/notifications/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<Notices.Line> list =
                new Listing<Notices.Line>("thong-bao", "Thông báo", LocalDate.now(clock))
                        .column("Lúc", 18, line -> Show.moment(line.at()))
                        .column("Nơi làm", 32, Notices.Line::who)
                        .column("Việc", 60, Notices.Line::sentence)
                        .column("Đã đọc", 10, line -> line.seen() ? "rồi" : "chưa");
        exports.send(viewer, list.of(notices.list(viewer, null)), as, answer);
    }

    @PostMapping("/notifications/{id}/reading")
    String open(Viewer viewer, @PathVariable UUID id) {
        return "redirect:" + notices.open(viewer, id);
    }

    @PostMapping("/notifications/reading")
    String readAll(Viewer viewer, RedirectAttributes redirect) {
        notices.readAll(viewer);
        return Acts.done(redirect, "/notifications", "Đã đánh dấu tất cả là đã đọc.");
    }
}
