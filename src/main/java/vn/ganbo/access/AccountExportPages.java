package vn.ganbo.access;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/** The list of offices and accounts as a file; nothing of a password is in it. */
@Controller
class AccountExportPages {
    private static final int MOST = 100_000;

    private final Offices offices;
    private final AccountStore store;
    private final Exports exports;
    private final Clock clock;

    AccountExportPages(Offices offices, AccountStore store, Exports exports, Clock clock) {
        this.offices = offices;
        this.store = store;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/accounts/export")
    void export(
            Viewer viewer,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "role", required = false) @Nullable Role role,
            @RequestParam String as,
            HttpServletResponse answer) {
        LocalDate today = LocalDate.now(clock);
        List<Offices.Office> found =
                offices.within(viewer.scope(), today, Texts.folded(words), role, MOST, 0);
        List<UUID> persons = found.stream().map(Offices.Office::personId).distinct().toList();
        Listing<AccountRows.Row> list =
                new Listing<AccountRows.Row>("tai-khoan", "Tài khoản và chức vụ", today)
                        .typed("Họ và tên", words)
                        .filter("Vai trò", role == null ? "" : Labels.of(role))
                        .column("Họ và tên", 26, AccountRows.Row::name)
                        .column("Chức vụ", 26, AccountRows.Row::title)
                        .column("Đơn vị", 34, AccountRows.Row::unit)
                        .column("Vai trò", 26, AccountRows.Row::role)
                        .column("Tài khoản", 26, AccountRows.Row::state);
        exports.send(
                viewer,
                list.of(AccountRows.rows(found, store.ofPersons(viewer.scope(), persons))),
                as,
                answer);
    }
}
