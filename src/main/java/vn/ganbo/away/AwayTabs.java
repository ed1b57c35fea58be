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
    static final String REQUESTS = "/away/requests";
    static final String DUES = "/dues";
    static final String STATISTICS = "/away/statistics";

    private static final Map<String, String> LABELS =
            Map.of(
                    CONTACTS, "Đang đi xa",
                    APPLICATIONS, "Đơn giảm, miễn",
                    REQUESTS, "Trao đổi với nơi đến",
                    DUES, "Đảng phí",
                    STATISTICS, "Thống kê");
    private static final List<String> ORDER =
            List.of(CONTACTS, APPLICATIONS, REQUESTS, DUES, STATISTICS);

    private AwayTabs() {}

    /** Those that the viewer's office has, the one at this path without a link. */
    static List<Link> at(Viewer viewer, String here) {
        return ORDER.stream()
                .filter(path -> has(viewer, path))
                .map(path -> {
                    String label = LABELS.getOrDefault(path, path);
                    return path.equals(here) ? Link.here(label) : Link.to(label, path);
                })
                .toList();
    }

    private static boolean has(Viewer viewer, String path) {
        if (viewer.is(Role.COMMITTEE_MEMBER_IN_CHARGE)) {
            return path.equals(CONTACTS) || path.equals(DUES);
        }
        return !viewer.is(Role.ANALYST, Role.AUDITOR) || path.equals(STATISTICS);
    }
}
