package vn.ganbo.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Tally;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Assets;
import vn.ganbo.web.Shell;
import vn.ganbo.web.ShellMaker;

/** Makes what every page has around its content. */
@Component
class Shells implements ShellMaker {
    private final List<MenuEntry> entries;
    private final ObjectProvider<Tally> tally;
    private final ObjectProvider<Assets> assets;
    private final Rights rights;
    private final boolean demo;

    Shells(
            ObjectProvider<MenuEntry> entries,
            ObjectProvider<Tally> tally,
            ObjectProvider<Assets> assets,
            Rights rights,
            @Value("${ganbo.demo:false}") boolean demo) {
        this.entries = entries.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
        this.tally = tally;
        this.assets = assets;
        this.rights = rights;
        this.demo = demo;
    }

    @Override
    public Shell of(HttpServletRequest request) {
        Present present = Present.of(request);
        Map<String, Long> counts = present == null ? Map.of() : counts(present.viewer());
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        String path = request.getRequestURI();
        return new Shell(
                present == null ? null : present.viewer(),
                present == null ? List.of() : offices(present),
                present == null ? List.of() : menu(present.viewer(), path, counts),
                path,
                demo,
                token == null ? "_csrf" : token.getParameterName(),
                token == null ? "" : token.getToken(),
                notice(request),
                counts.getOrDefault("/notifications", 0L),
                assets.getIfAvailable(() -> p -> p),
                link -> opens(present, link));
    }

    private boolean opens(@Nullable Present present, String link) {
        Rights.@Nullable Line line = rights.meets("GET", Paths.withoutQuery(link));
        if (line == null || present == null) {
            return line != null && line.beforeSignIn();
        }
        @Nullable Role role = present.viewer().role();
        return role == null ? line.who() != Rights.Who.ROLES : line.allows(role);
    }

    /** Binds the scope itself: error pages and the page after a sign-in have none bound. */
    private Map<String, Long> counts(Viewer viewer) {
        @Nullable Tally all = tally.getIfAvailable();
        return all == null ? Map.of() : viewer.call(() -> all.of(viewer));
    }

    private static List<Shell.Office> offices(Present present) {
        return present.offices().stream()
                .map(o ->
                        new Shell.Office(
                                o.id(),
                                o.title(),
                                o.unitName(),
                                o.id().equals(present.viewer().office())))
                .toList();
    }

    private List<Shell.Item> menu(Viewer viewer, String path, Map<String, Long> counts) {
        List<MenuEntry> own =
                entries.stream().filter(e -> e.roles().contains(viewer.role())).toList();
        String here =
                own.stream()
                        .filter(entry -> entry.covers(path) > 0)
                        .max(Comparator.comparingInt(entry -> entry.covers(path)))
                        .map(MenuEntry::link)
                        .orElse("");
        return own.stream()
                .map(e ->
                        new Shell.Item(
                                e.label(),
                                e.link(),
                                e.icon(),
                                counts.get(e.link()),
                                e.link().equals(here)))
                .toList();
    }

    private static Shell.@Nullable Notice notice(HttpServletRequest request) {
        @Nullable Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get("notice") instanceof Shell.Notice notice ? notice : null;
    }
}
