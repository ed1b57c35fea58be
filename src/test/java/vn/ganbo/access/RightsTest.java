package vn.ganbo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.kernel.MenuEntry;
import vn.ganbo.kernel.Role;

/** The table of rights and the program say the same. */
@ProductTest
class RightsTest {
    @Autowired ApplicationContext context;
    @Autowired Rights rights;
    @LocalServerPort int port;

    @Test
    void every_mapping_has_a_line_and_every_line_a_mapping() {
        Set<String> lines =
                rights.lines().stream()
                        .filter(l -> l.who() != Rights.Who.DEMO)
                        .map(Rights.Line::key)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(mappings())
                .as("rights.txt (left: the program's mappings, right: the table's lines)")
                .isEqualTo(lines);
    }

    @Test
    void nobody_becomes_an_invented_person_outside_the_demonstration() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in").text()).doesNotContain("/demo-sign-in");
        assertThat(visitor.post("/demo-sign-in", "office", UUID.randomUUID().toString()).status())
                .isEqualTo(404);
    }

    @Test
    void an_auditor_has_no_line_but_to_read() {
        assertThat(
                        rights.lines().stream()
                                .filter(l -> l.roles().contains(Role.AUDITOR))
                                .filter(l -> !l.method().equals("GET")))
                .isEmpty();
        assertThatThrownBy(() -> new Rights(List.of("POST /x AUDITOR")))
                .hasMessageContaining("an auditor reads only");
    }

    @Test
    void what_a_role_may_not_do_does_not_exist_for_it() {
        Holders holders = new Holders(context);
        if (!holders.hasUnit(7200)) {
            holders.unit(7200, "Đảng bộ xã Đồi Chè", "COMMUNE", "RESIDENCE", null);
        }
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            UUID member = role == Role.MEMBER ? holders.member("Lò Văn Sim", 7200) : null;
            Holders.Holder holder = holders.holder("Lò Văn Sim", role, 7200, member);
            Visitor visitor = new Visitor(port);
            assertThat(visitor.signIn(holder.userName(), Holders.PASSWORD).path()).isEqualTo("/");
            visitor.get("/password");
            for (Rights.Line line : rights.lines()) {
                if (line.who() == Rights.Who.ROLES && !line.allows(role)) {
                    int status = call(visitor, line);
                    if (status != 404) {
                        wrong.add(line.key() + " for " + role + " gave " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_menu_marks_where_the_reader_is_on_every_page_of_a_role() {
        List<MenuEntry> menu = context.getBeanProvider(MenuEntry.class).stream().toList();
        List<String> lost = new ArrayList<>();
        for (Rights.Line line : rights.lines()) {
            String path = line.pattern().getPatternString();
            if (line.who() != Rights.Who.ROLES
                    || !line.method().equals("GET")
                    || path.endsWith("/export")
                    || path.equals("/search")) {
                continue;
            }
            for (Role role : line.roles()) {
                if (menu.stream()
                        .noneMatch(
                                entry -> entry.roles().contains(role) && entry.covers(path) > 0)) {
                    lost.add(path + " for " + role);
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void before_the_sign_in_there_is_nothing_but_the_way_to_it() {
        List<String> wrong = new ArrayList<>();
        Visitor visitor = new Visitor(port);
        for (Rights.Line line : rights.lines()) {
            if (!line.beforeSignIn()) {
                visitor.get("/sign-in");
                Visitor.Page page =
                        line.method().equals("GET")
                                ? visitor.get(filled(line))
                                : visitor.post(filled(line));
                boolean asked = page.path().startsWith("/sign-in") || page.status() == 403;
                if (!asked || !page.text().contains("Tên đăng nhập")) {
                    wrong.add(line.key() + " gave " + page.status() + " " + page.path());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static int call(Visitor visitor, Rights.Line line) {
        return line.method().equals("GET")
                ? visitor.get(filled(line)).status()
                : visitor.post(filled(line)).status();
    }

    private static String filled(Rights.Line line) {
        return line.pattern()
                .getPatternString()
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private Set<String> mappings() {
        Set<String> found = new TreeSet<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, method) -> {
                    if (method.getBeanType().getName().startsWith("vn.ganbo")) {
                        for (RequestMethod verb : info.getMethodsCondition().getMethods()) {
                            for (String path : info.getPatternValues()) {
                                found.add(verb + " " + path);
                            }
                        }
                        assertThat(info.getMethodsCondition().getMethods())
                                .as(method.toString())
                                .isNotEmpty();
                    }
                });
        return found;
    }
}
