package vn.ganbo.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ganbo.access.DemoPeople;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.organisation.Units;

/**
 * The register page of the ward of 1,655 at province size, beside the bare SQL of the same page.
 */
final class RosterBench {
    private static final int WARM = 1_000;
    private static final int MEASURED = 400;
    private static final int FIRST_WARD = 2;
    private static final int SIZE = 51;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    static final Sql PAGE =
            Sql.of(
                    """
                    select c.id, c.member_id, c.full_name, c.birth, c.birth_precision, c.sex, c.post,
                           c.work_name, c.address, c.letter_number, c.letter_date, c.acknowledged_on,
                           coalesce(cell.name, '') as cell_name, coalesce(grp.name, '') as group_name,
                           c.in_charge_name, c.exempt, lower(c.valid) as since, c.sort_key
                      from (select c.id, c.member_id, c.full_name, c.birth, c.birth_precision, c.sex,
                                   c.post, c.work_name, c.address, c.letter_number, c.letter_date,
                                   c.acknowledged_on, c.cell_no, c.group_no, c.in_charge_name, c.exempt,
                                   c.valid, c.sort_key
                              from liaison.published_contact c
                             where c.unit_no between :low and :high
                               and c.unit_no <@ :scope::int4multirange
                               and c.valid @> :today::date
                             order by c.sort_key, c.id
                             limit :size) c
                      left join organisation.published_unit cell on cell.no = c.cell_no and cell.valid @> :today::date
                      left join organisation.published_unit grp on grp.no = c.group_no and grp.valid @> :today::date
                     order by c.sort_key, c.id
                    """);

    static final Sql TOTALS =
            Sql.of(
                    """
                    select count(*) filter (where c.valid @> :today::date) as closing,
                           count(*) filter (where lower(c.valid) between :from::date and :today::date) as arrivals
                      from liaison.published_contact c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql ATTENDANCE =
            Sql.of(
                    """
                    select a.member_id, a.mark, a.held_on, a.asked_on, a.answer_due, a.concluded_on
                      from meeting.published_attendance a
                     where a.member_id = any (:members::uuid[])
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.held_on >= :from::date
                    """);

    static final Sql COMMENTS =
            Sql.of(
                    """
                    select c.member_id, c.state, c.complete, c.returned_on
                      from assessment.published_comment c
                     where c.member_id = any (:members::uuid[])
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.year = :year::int
                    """);

    private RosterBench() {}

    static BenchResult measure(Class<?> program, Path data) throws IOException {
        try (ConfigurableApplicationContext context =
                new SpringApplicationBuilder(program)
                        .run(
                                "--ganbo.demo=true",
                                "--ganbo.data=" + data,
                                "--ganbo.database.url=",
                                "--server.port=0",
                                "--db-scheduler.enabled=false",
                                "--logging.level.root=warn")) {
            int port =
                    context.getEnvironment()
                            .getRequiredProperty("local.server.port", Integer.class);
            Browser browser = new Browser(port);
            browser.become(
                    office(context.getBean(DemoPeople.class), Role.RESIDENCE_OFFICE, "Hoa Ban"));
            Db db = context.getBean(Db.class);
            Scope scope =
                    context.getBean(Units.class)
                            .scopeOf(
                                    Scope.system("measuring the register"),
                                    FIRST_WARD,
                                    java.time.LocalDate.of(2026, 11, 23));
            double[] ours = new double[MEASURED];
            double[] bare = new double[MEASURED];
            long bytes = 0;
            for (int i = -WARM; i < MEASURED; i++) {
                long start = System.nanoTime();
                String page = browser.register();
                double pageTook = (System.nanoTime() - start) / 1e6;
                start = System.nanoTime();
                int lines = statements(db, scope);
                double sqlTook = (System.nanoTime() - start) / 1e6;
                if (lines != SIZE || !page.contains("1.655 đồng chí")) {
                    throw new IllegalStateException("this is not the register of 1.655");
                }
                bytes = page.getBytes(StandardCharsets.UTF_8).length;
                if (i >= 0) {
                    ours[i] = pageTook;
                    bare[i] = sqlTook;
                }
            }
            return BenchResult.of(
                    "roster",
                    BenchResult.percentile(ours, 99),
                    BenchResult.percentile(bare, 99),
                    "ms",
                    "p99 <= 50 ms",
                    String.format(
                            Locale.ROOT,
                            "p99 of %d pages of %d KB, after %d, through HTTP with session, scope, menu and counts; median %.1f ms, bare SQL median %.1f ms",
                            MEASURED,
                            bytes / 1024,
                            WARM,
                            BenchResult.percentile(ours, 50),
                            BenchResult.percentile(bare, 50)));
        }
    }

    /** The first of the demo's offices with this role and words in its title. */
    static UUID office(DemoPeople people, Role role, String title) {
        return people.groups().stream()
                .filter(group -> group.role() == role)
                .flatMap(group -> group.people().stream())
                .filter(person -> person.title().contains(title))
                .findFirst()
                .orElseThrow()
                .office();
    }

    /** The page's statements without the page; returns the lines of the register. */
    private static int statements(Db db, Scope scope) {
        java.time.LocalDate from = java.time.LocalDate.of(2026, 1, 1);
        List<UUID> members =
                db.list(scope, PAGE, row -> row.getObject("member_id", UUID.class), "size", SIZE);
        UUID[] shown = members.subList(0, SIZE - 1).toArray(UUID[]::new);
        db.list(scope, TOTALS, row -> row.getLong("closing"), "from", from);
        db.list(scope, ATTENDANCE, row -> row.getString("mark"), "members", shown, "from", from);
        db.list(scope, COMMENTS, row -> row.getString("state"), "members", shown, "year", 2026);
        return members.size();
    }

    /** Signs in as the ward's office and opens its register. */
    static final class Browser {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(cookies)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        private final String address;
        private String token = "";

        Browser(int port) {
            address = "http://localhost:" + port;
        }

        void become(UUID office) throws IOException {
            Matcher csrf = CSRF.matcher(get("/sign-in"));
            if (!csrf.find()) {
                throw new IllegalStateException("no form to sign in with");
            }
            String body =
                    "office="
                            + office
                            + "&_csrf="
                            + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
            send(
                    HttpRequest.newBuilder(URI.create(address + "/demo-sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build());
        }

        String register() throws IOException {
            return get("/register");
        }

        String get(String path) throws IOException {
            String page = send(HttpRequest.newBuilder(URI.create(address + path)).build());
            Matcher csrf = CSRF.matcher(page);
            if (csrf.find()) {
                token = csrf.group(1);
            }
            return page;
        }

        /** The form of an act as the last page that had one would send it. */
        String form(Map<String, String> fields) {
            StringBuilder body = new StringBuilder("_csrf=").append(encoded(token));
            fields.forEach((name, value) ->
                    body.append('&').append(name).append('=').append(encoded(value)));
            return body.toString();
        }

        /** Another connection of the same sign-in. */
        KeptConnection connection() {
            String cookie =
                    cookies.getCookieStore().get(URI.create(address)).stream()
                            .map(c -> c.getName() + "=" + c.getValue())
                            .collect(Collectors.joining("; "));
            return new KeptConnection(URI.create(address).getPort(), cookie);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        /** Takes a file and forgets it; returns how many bytes it had. */
        long drain(String path) throws IOException {
            try {
                HttpResponse<InputStream> answer =
                        client.send(
                                HttpRequest.newBuilder(URI.create(address + path)).build(),
                                HttpResponse.BodyHandlers.ofInputStream());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(path + " answered " + answer.statusCode());
                }
                try (InputStream file = answer.body()) {
                    return file.transferTo(OutputStream.nullOutputStream());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        private String send(HttpRequest request) throws IOException {
            try {
                HttpResponse<String> response =
                        client.send(
                                request,
                                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(
                            request.uri() + " answered " + response.statusCode());
                }
                return response.body();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
