package vn.ganbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Role;

/**
 * Every page that stands in the menu or is linked without a number asks five times at most, and
 * what it links to opens for who sees it.
 */
@ProductTest
class PageCostTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    /** They lead on to another page: two requests, each with its own viewer. */
    private static final Set<String> LEADS_ON = Set.of("/search", "/members/me");

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"?#]*)");

    private static final Map<PathPattern, String> DOORS = doors();

    private static Map<PathPattern, String> doors() {
        try {
            return Files.readAllLines(Path.of("src/main/resources/rights.txt")).stream()
                    .filter(line -> line.startsWith("GET "))
                    .map(line -> line.split(" "))
                    .collect(
                            Collectors.toMap(
                                    parts -> PathPatternParser.defaultInstance.parse(parts[1]),
                                    parts -> parts[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Page(String path, List<Role> roles) {}

    private static List<Page> pages() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/rights.txt"))) {
            String[] parts = line.split(" ");
            if (parts.length == 3
                    && parts[0].equals("GET")
                    && !parts[1].contains("{")
                    && !LEADS_ON.contains(parts[1])
                    && !parts[1].matches(".*/(export|print|example)")
                    && parts[2].matches("[A-Z_,]+")
                    && !parts[2].matches("ANYONE|SIGNED_IN|DEMO")) {
                pages.add(
                        new Page(
                                parts[1],
                                List.of(parts[2].split(",")).stream().map(Role::valueOf).toList()));
            }
        }
        return pages;
    }

    /** Whether the table of rights lets a role follow a link; the most special line counts. */
    private static boolean opens(String link, Role role) {
        PathContainer path = PathContainer.parsePath(link);
        return DOORS.entrySet().stream()
                .filter(door -> door.getKey().matches(path))
                .min(Map.Entry.comparingByKey(PathPattern.SPECIFICITY_COMPARATOR))
                .map(Map.Entry::getValue)
                .filter(who ->
                        who.matches("ANYONE|SIGNED_IN|DEMO")
                                || List.of(who.split(",")).contains(role.name()))
                .isPresent();
    }

    private static int unit(World world, Role role) {
        return switch (role) {
            case WORKPLACE_OFFICE -> world.workplace;
            case WORKPLACE_CELL_SECRETARY, MEMBER -> world.workCell;
            case RESIDENCE_OFFICE -> world.ward;
            case RESIDENCE_CELL_SECRETARY, COMMITTEE_MEMBER_IN_CHARGE -> world.cell1;
            case GROUP_LEADER -> world.group1;
            case ANALYST, ADMINISTRATOR, AUDITOR -> world.province;
        };
    }

    @Test
    void a_page_asks_five_times_at_most_and_leads_only_where_its_viewer_may_go()
            throws IOException {
        World world = new World();
        Holders holders = new Holders(context);
        Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Visitor visitor = new Visitor(port);
            visitor.signIn(
                    holders.holder(
                                    "Người Đếm",
                                    role,
                                    unit(world, role),
                                    role == Role.MEMBER ? world.member("Thào Thị Đếm") : null)
                            .userName(),
                    Holders.PASSWORD);
            visitors.put(role, visitor);
        }
        List<String> costly = new ArrayList<>();
        Set<String> shut = new TreeSet<>();
        int looked = 0;
        for (Page page : pages()) {
            for (Role role : page.roles()) {
                Visitor visitor = visitors.get(role);
                if (visitor == null) {
                    continue;
                }
                Visitor.Page led = visitor.get(page.path());
                if (led.status() != 200) {
                    continue;
                }
                looked++;
                LINK.matcher(led.text())
                        .results()
                        .map(found -> found.group(1))
                        .filter(link -> !link.startsWith("/assets/") && !opens(link, role))
                        .forEach(link ->
                                shut.add("%s leads %s to %s".formatted(page.path(), role, link)));
                int asked = PageStatements.of(visitor, led.path()).size();
                if (asked > 5) {
                    costly.add("%s asks %d times for %s".formatted(page.path(), asked, role));
                }
            }
        }
        assertThat(looked).isGreaterThan(100);
        assertThat(costly).isEmpty();
        assertThat(shut).isEmpty();
    }
}
