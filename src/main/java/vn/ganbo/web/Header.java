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
        String committee = unit == null ? me.name() : unit.name();
        String title = role == null ? "" : Labels.of(role);
        for (Shell.Office office : shell.offices()) {
            if (office.chosen()) {
                committee = office.unit();
                title = office.title();
            }
        }
        @Nullable String bell =
                shell.menu().stream()
                        .filter(item -> item.icon().equals("bell"))
                        .map(Shell.Item::link)
                        .findFirst()
                        .orElse(null);
        long unread = shell.unread();
        return new Header(
                committee,
                title,
                role != Role.MEMBER,
                bell,
                unread == 0 ? "" : ", " + Show.number(unread) + " chưa đọc",
                unread > 99 ? "99+" : String.valueOf(unread));
    }
}
