package vn.ganbo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.ganbo.Visitor;

/**
 * The whole product from outside, as everybody who may sign in: what links lead to, what strangers
 * find, and what nonsense in an address or a form is answered with.
 */
@DemoTest
@TestPropertySource(properties = {"ganbo.demo.members=60", "ganbo.data=target/strangers-data"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersTest {
    private static final int PAGES = 90;
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)[^\"]*\"");
    private static final Pattern PERSON =
            Pattern.compile(
                    "name=\"office\" value=\"([0-9a-f-]{36})\"><b>([^<]*)</b><br><span[^>]*>([^<]*)<");
    private static final Pattern ID =
            Pattern.compile("/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?=/|$)");

    /** What nobody should type, and somebody will. */
    private static final List<String> NONSENSE =
            List.of(
                    "",
                    " ",
                    "x",
                    "-1",
                    "0",
                    "2147483648",
                    "99999999999999999999",
                    "1.5",
                    "true",
                    "31/02/2026",
                    "2026-02-31",
                    "0000-00-00",
                    "+999999999-12-31",
                    "-999999999-01-01",
                    "9999-12-31",
                    "1-1-1-1-1",
                    "00000000-0000-0000-0000-000000000000",
                    "a\u0000b",
                    "\ud800",
                    "%",
                    "%25_\\",
                    "'\"><script>alert(1)</script>",
                    "{x}",
                    "${7*7}",
                    "../../etc/passwd",
                    "a,b",
                    "\u1ee7\u0301\u0301 u\u0309y ba\u0301",
                    "x".repeat(3000));

    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    /** Everybody who may be chosen, by title. */
    private final Map<String, String> people = new LinkedHashMap<>();

    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /** What one person's links lead to, with the answers. */
    private record Seen(Visitor visitor, Map<String, Integer> pages) {}

    @BeforeAll
    void everybody_looks_around() {
        Matcher person = PERSON.matcher(new Visitor(port).get("/sign-in").text());
        while (person.find()) {
            people.put(person.group(3) + " (" + person.group(2) + ")", person.group(1));
        }
        people.forEach((title, office) -> seen.put(title, lookAround(office)));
        assertThat(people).hasSizeGreaterThan(20);
    }

    private Visitor visitor(String office) {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        assertThat(visitor.post("/demo-sign-in", "office", office).status()).isEqualTo(200);
        return visitor;
    }

    private Seen lookAround(String office) {
        Visitor visitor = visitor(office);
        Map<String, Integer> pages = new LinkedHashMap<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        Set<String> known = new LinkedHashSet<>(waiting);
        Map<String, Integer> ofOneKind = new LinkedHashMap<>();
        while (!waiting.isEmpty() && pages.size() < PAGES) {
            String path = waiting.remove();
            Visitor.Page page = visitor.get(path);
            pages.put(path, page.status());
            Matcher link = LINK.matcher(page.text());
            while (link.find()) {
                String next = link.group(1).replace("&amp;", "&");
                String kind = ID.matcher(next).replaceAll("/{id}").replaceAll("[?].*", "?");
                boolean file =
                        next.startsWith("/webjars/") || next.matches("/(css|js|img|fonts)/.*");
                if (!file && known.add(next) && ofOneKind.merge(kind, 1, Integer::sum) <= 6) {
                    waiting.add(next);
                }
            }
        }
        return new Seen(visitor, pages);
    }

    @Test
    void every_link_that_a_page_offers_opens() {
        List<String> broken = new ArrayList<>();
        seen.forEach((title, all) ->
                all.pages.forEach((path, status) -> {
                    if (status != 200) {
                        broken.add(title + ": " + path + " gave " + status);
                    }
                }));
        assertThat(broken).isEmpty();
        assertThat(seen.values().stream().mapToInt(all -> all.pages.size()).sum())
                .isGreaterThan(500);
    }

    @Test
    void what_one_unit_or_person_sees_does_not_exist_for_the_neighbour() {
        List<String> found = new ArrayList<>();
        int tried = 0;
        for (Map.Entry<String, Seen> one : seen.entrySet()) {
            for (Map.Entry<String, Seen> other : seen.entrySet()) {
                if (!areNeighbours(one.getKey(), other.getKey())) {
                    continue;
                }
                for (String path : one.getValue().pages.keySet()) {
                    if (isOwn(path) && !other.getValue().pages.containsKey(path)) {
                        tried++;
                        int status = other.getValue().visitor.get(path).status();
                        if (status != 404) {
                            found.add(
                                    "%s of %s gave %d for %s"
                                            .formatted(path, one.getKey(), status, other.getKey()));
                        }
                    }
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(tried).isGreaterThan(100);
    }

    /** The same office at another unit that lies not below; or another member. */
    private static boolean areNeighbours(String one, String other) {
        String kind = kind(one);
        return !one.equals(other) && !kind.isEmpty() && kind.equals(kind(other));
    }

    private static String kind(String title) {
        for (String kind :
                List.of(
                        "Văn phòng Đảng ủy phường",
                        "Văn phòng Đảng ủy",
                        "Bí thư Chi bộ",
                        "Chi ủy viên",
                        "Tổ trưởng",
                        "Ủy ban Kiểm tra",
                        "Đảng viên")) {
            if (title.startsWith(kind)) {
                return kind.equals("Văn phòng Đảng ủy") && title.contains(" xã ")
                        ? "Văn phòng Đảng ủy phường"
                        : kind;
            }
        }
        return "";
    }

    /** An address with the id of one thing, which is not the same for all. */
    private static boolean isOwn(String path) {
        return ID.matcher(path.replaceAll("[?].*", "")).find();
    }

    @Test
    void nonsense_in_an_address_is_answered_with_a_page_and_never_with_a_fault() {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        for (Seen all : several()) {
            Set<String> routes = new TreeSet<>();
            for (String path : all.pages.keySet()) {
                String bare = path.replaceAll("[?].*", "");
                if (!routes.add(ID.matcher(bare).replaceAll("/{id}"))) {
                    continue;
                }
                for (String name : parameters(bare)) {
                    for (String typed : NONSENSE) {
                        tried++;
                        ask(all.visitor, bare + "?" + name + "=" + coded(typed), faults);
                    }
                }
                ask(all.visitor, bare + "?" + "%zz=%zz&a=%", faults);
                for (String id :
                        List.of("x", "1-1-1-1-1", "%20", "%2e%2e", "%E1%BB%A7", "0".repeat(500))) {
                    ask(all.visitor, ID.matcher(bare).replaceAll("/" + id), faults);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(500);
    }

    @Test
    void nonsense_in_a_form_is_answered_with_a_page_and_never_with_a_fault() {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        for (Seen all : several()) {
            Map<String, String> real = new LinkedHashMap<>();
            all.pages
                    .keySet()
                    .forEach(path -> {
                        Matcher id = ID.matcher(path.replaceAll("[?].*", ""));
                        if (id.find()) {
                            real.putIfAbsent(path.substring(0, id.start()), id.group());
                        }
                    });
            for (Map.Entry<String, HandlerMethod> route : routes(RequestMethod.POST).entrySet()) {
                String path = filled(route.getKey(), real);
                List<String> names = names(route.getValue());
                for (String typed : NONSENSE) {
                    tried++;
                    all.visitor.get("/");
                    List<String> pairs = new ArrayList<>();
                    for (String name : names) {
                        pairs.add(name);
                        pairs.add(typed);
                    }
                    String at = route.getKey() + " with “" + shortened(typed) + "”";
                    check(at, all.visitor.post(path, pairs.toArray(String[]::new)), faults);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(500);
    }

    /** One of each kind of office. */
    private List<Seen> several() {
        Map<String, Seen> out = new LinkedHashMap<>();
        seen.forEach((title, all) -> out.putIfAbsent(title.replaceAll(" .*", ""), all));
        return List.copyOf(out.values());
    }

    private static String filled(String pattern, Map<String, String> real) {
        String path = pattern;
        while (path.contains("{")) {
            String before = path.substring(0, path.indexOf("/{"));
            String id = real.getOrDefault(before, "/0199aaaa-0000-7000-8000-000000000001");
            path = before + id + path.substring(path.indexOf('}') + 1);
        }
        return path;
    }

    private void ask(Visitor visitor, String path, List<String> faults) {
        URI address;
        try {
            address = URI.create("http://localhost" + path);
        } catch (IllegalArgumentException e) {
            return; // no client sends this
        }
        check(
                shortened(path),
                visitor.get(
                        address.getRawPath()
                                + (address.getRawQuery() == null
                                        ? ""
                                        : "?" + address.getRawQuery())),
                faults);
    }

    private static void check(String asked, Visitor.Page page, List<String> faults) {
        if (page.status() >= 500) {
            faults.add(
                    asked
                            + " gave "
                            + page.status()
                            + " "
                            + page.text().replaceAll("(?s).*Số của lỗi: <b[^>]*>([^<]*).*", "$1"));
        } else if (page.text().contains("<script>alert(1)")) {
            faults.add(asked + " gave back a script");
        } else if (!page.text().contains("lang=\"vi\"")
                && page.status() != 400
                && !page.response()
                        .headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .startsWith("application/")) {
            faults.add(asked + " gave " + page.status() + " without a page of ours");
        }
    }

    private List<String> parameters(String path) {
        for (Map.Entry<String, HandlerMethod> route : routes(RequestMethod.GET).entrySet()) {
            if (path.matches(route.getKey().replaceAll("\\{[^}]+}", "[^/]+"))) {
                return names(route.getValue());
            }
        }
        return List.of();
    }

    /** Pattern to handler. */
    private Map<String, HandlerMethod> routes(RequestMethod verb) {
        Map<String, HandlerMethod> out = new LinkedHashMap<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, method) -> {
                    if (method.getBeanType().getName().startsWith("vn.ganbo")
                            && info.getMethodsCondition().getMethods().contains(verb)) {
                        info.getPatternValues().stream()
                                .filter(p -> !p.startsWith("/sign-") && !p.equals("/demo-sign-in"))
                                .forEach(p -> out.put(p, method));
                    }
                });
        return out;
    }

    /** Fields that the handler names, and those that forms read from the map. */
    private static List<String> names(HandlerMethod method) {
        Set<String> out = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                String name =
                        asked.name().isEmpty() ? parameter.getParameter().getName() : asked.name();
                out.add(name);
            }
        }
        if (!method.toString().contains("String show") && out.size() < 12) {
            out.addAll(
                    List.of(
                            "unit",
                            "since",
                            "until",
                            "fullName",
                            "title",
                            "role",
                            "person",
                            "member",
                            "plannedOn",
                            "startsAt",
                            "place",
                            "agenda",
                            "metOn",
                            "votesFor",
                            "conclusion",
                            "comments",
                            "year",
                            "meeting",
                            "comment",
                            "returned",
                            "due",
                            "purpose",
                            "signer",
                            "post",
                            "key",
                            "value",
                            "source",
                            "from",
                            "members",
                            "letters",
                            "tab",
                            "cell",
                            "version"));
        }
        return List.copyOf(out);
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
