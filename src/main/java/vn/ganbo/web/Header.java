package vn.ganbo.web;

import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/**
 * What the header says of the viewer.
 *
 * @param committee the organisation in whose name one acts
 * @param title the office held there
 * @param search whether there is anybody to be found: a member sees himself alone
 * @param bell address of the notices, or null where this role has none
 * @param unread the same count as words, empty for none
 * @param count the unread notices, at most 99+
 */
record Header(
        String committee,
        String title,
        boolean search,
        @Nullable String bell,
        String unread,
        String count) {

    static Header of(Shell shell) {
        Viewer me = shell.me();
        Viewer.@Nullable Unit unit = me.unit();
        @Nullable Role role = me.role();
        String organisation = unit == null ? me.name() : unit.name();
        String title = role == null ? "" : Labels.of(role);
        for (Shell.Office office : shell.offices()) {
            if (office.chosen()) {
                organisation = office.unit();
                title = office.title();
            }
        }
        String committee = Show.committee(organisation);
        @Nullable String bell =
                shell.menu().stream()
                        .filter(item -> item.icon().equals("bell"))
                        .map(Shell.Item::link)
                        .findFirst()
                        .orElse(null);
        long unread = shell.unread();
        return new Header(
                committee,
                post(title, committee) + side(role),
                role != Role.MEMBER,
                bell,
                unread == 0 ? "" : ", " + Show.number(unread) + " chưa đọc",
                unread > 99 ? "99+" : String.valueOf(unread));
    }

    /** The committee stands in the line above: "Bí thư Chi bộ Tổ dân phố 3" is "Bí thư" there. */
    private static String post(String title, String committee) {
        return title.endsWith(" " + committee)
                ? title.substring(0, title.length() - committee.length()).strip()
                : title;
    }

    private static String side(@Nullable Role role) {
        return switch (role) {
            case WORKPLACE_OFFICE, WORKPLACE_CELL_SECRETARY -> " · nơi công tác";
            case RESIDENCE_OFFICE, RESIDENCE_CELL_SECRETARY, COMMITTEE_MEMBER_IN_CHARGE ->
                    " · nơi cư trú";
            case AUDITOR -> " · chỉ xem";
            case null, default -> "";
        };
    }
}
