package vn.ganbo.away;

import java.util.List;
import java.util.Map;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Link;

/** The pages of this work beside each other, and what a form typed becomes. */
final class AwayTabs {
    static final String CONTACTS = "/away";
    static final String APPLICATIONS = "/away/applications";

    private static final Map<String, String> LABELS =
            Map.of(CONTACTS, "Đang đi xa", APPLICATIONS, "Đơn giảm, miễn");
    private static final List<String> ORDER = List.of(CONTACTS, APPLICATIONS);

    private AwayTabs() {}

    /** Those that the viewer's office has, the one at this path without a link. */
    static List<Link> at(Viewer viewer, String here) {
        return ORDER.stream()
                .filter(path ->
                        path.equals(CONTACTS) || !viewer.is(Role.COMMITTEE_MEMBER_IN_CHARGE))
                .map(path -> {
                    String label = LABELS.getOrDefault(path, path);
                    return path.equals(here) ? Link.here(label) : Link.to(label, path);
                })
                .toList();
    }
}
