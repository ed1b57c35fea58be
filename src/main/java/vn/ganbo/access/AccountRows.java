package vn.ganbo.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Tone;
import vn.ganbo.web.Pager;

/** What the pages of accounts show. */
final class AccountRows {
    private AccountRows() {}

    /** The list of offices with the accounts of their holders. */
    record ListPage(List<Row> rows, Pager pager, String words, @Nullable Role role) {
        boolean filtered() {
            return !words.isEmpty() || role != null;
        }

        /** The list's address with its filters. */
        String link() {
            return "/accounts" + query();
        }

        String exportLink() {
            return "/accounts/export" + query();
        }

        private String query() {
            return "?q="
                    + URLEncoder.encode(words, StandardCharsets.UTF_8)
                    + (role == null ? "" : "&role=" + role.name());
        }
    }

    record Row(
            UUID person,
            String name,
            String title,
            String unit,
            String role,
            String state,
            Tone tone) {}

    /** One person: offices on the left, account on the right. */
    record PersonPage(
            UUID person,
            String name,
            List<OfficeLine> offices,
            @Nullable Account account,
            String state,
            Tone tone,
            String suggestedName,
            boolean elsewhere,
            boolean self,
            List<History.Line> history) {}

    record OfficeLine(
            UUID id, String title, String role, String unit, String period, boolean mayEnd) {}

    /** A one-time password, shown once. */
    record GivenPassword(
            UUID person, String name, String userName, String password, String until) {}

    static List<Row> rows(List<Offices.Office> offices, List<Account> accounts) {
        Map<UUID, Account> byPerson = new HashMap<>();
        accounts.forEach(a -> byPerson.put(a.personId(), a));
        return offices.stream()
                .map(o -> {
                    @Nullable Account account = byPerson.get(o.personId());
                    return new Row(
                            o.personId(),
                            o.personName(),
                            o.title(),
                            o.unitName(),
                            Labels.of(o.role()),
                            state(account),
                            tone(account));
                })
                .toList();
    }

    static String state(@Nullable Account account) {
        if (account == null) {
            return "Chưa có tài khoản";
        }
        if (account.locked()) {
            return "Đang khóa";
        }
        return account.mustChange() ? "Chờ đặt mật khẩu" : "Đang dùng";
    }

    static Tone tone(@Nullable Account account) {
        if (account == null) {
            return Tone.REST;
        }
        if (account.locked()) {
            return Tone.LATE;
        }
        return account.mustChange() ? Tone.WAIT : Tone.DONE;
    }

    static OfficeLine line(Offices.Office office, @Nullable UUID own) {
        return new OfficeLine(
                office.id(),
                office.title(),
                Labels.of(office.role()),
                office.unitName(),
                period(office.since(), office.until()),
                !office.id().equals(own));
    }

    private static String period(LocalDate since, @Nullable LocalDate until) {
        return until == null
                ? "từ " + Show.date(since)
                : "từ " + Show.date(since) + " đến " + Show.date(until);
    }
}
