package vn.ganbo.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Role;

/** Every list that has a file can be taken in the three formats by whoever may read the list. */
@ProductTest
class EveryListTest {
    @Autowired ApplicationContext context;
    @Autowired Clock clock;
    @LocalServerPort int port;

    /** A line of the rights table. */
    private record Route(String path, List<String> roles) {}

    private static List<Route> exports() {
        return routes().filter(route -> !route.path().contains("{")).toList();
    }

    private static Stream<Route> routes() {
        try {
            return Files.readAllLines(Path.of("src/main/resources/rights.txt")).stream()
                    .map(line -> line.split(" "))
                    .filter(parts -> parts.length == 3 && parts[0].equals("GET"))
                    .filter(parts -> parts[1].endsWith("/export"))
                    .map(parts -> new Route(parts[1], List.of(parts[2].split(","))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the list of one cell is asked for by its number. */
    private static String of(World world, Route route) {
        return route.path().equals("/reconciliation/export")
                ? Integer.toString(world.workCell)
                : "";
    }

    private static int unit(World world, Role role) {
        return switch (role) {
            case WORKPLACE_OFFICE, WORKPLACE_CELL_SECRETARY -> world.workplace;
            case RESIDENCE_OFFICE -> world.ward;
            case RESIDENCE_CELL_SECRETARY, COMMITTEE_MEMBER_IN_CHARGE -> world.cell1;
            case GROUP_LEADER -> world.group1;
            case MEMBER -> world.workCell;
            case ANALYST, ADMINISTRATOR, AUDITOR -> world.province;
        };
    }

    private Visitor visitor(Holders holders, World world, Role role, @Nullable UUID member) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                holders.holder("Người lấy tệp", role, unit(world, role), member).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    /** Takes a list in the three forms; what is wrong with them. */
    private static List<String> faults(Visitor visitor, String path, Role role) {
        List<String> faults = new ArrayList<>();
        byte[] csv = visitor.download(path + "csv");
        byte[] xlsx = visitor.download(path + "xlsx");
        byte[] pdf = visitor.download(path + "pdf");
        if (!new String(csv, UTF_8).startsWith("\ufeff")) {
            faults.add(path + "csv for " + role);
        }
        if (xlsx.length < 2 || xlsx[0] != 'P' || xlsx[1] != 'K') {
            faults.add(path + "xlsx for " + role);
        }
        if (!new String(pdf, UTF_8).startsWith("%PDF")) {
            faults.add(path + "pdf for " + role);
        }
        return faults;
    }

    @Test
    void a_list_inside_a_meeting_or_a_round_leaves_in_the_three_forms_too() {
        World world = new World();
        Holders holders = new Holders(context);
        Visitor secretary = visitor(holders, world, Role.RESIDENCE_CELL_SECRETARY, null);
        Visitor office = visitor(holders, world, Role.RESIDENCE_OFFICE, null);
        LocalDate today = LocalDate.now(clock);
        secretary.get("/meetings/new");
        String meeting =
                secretary
                        .post(
                                "/meetings",
                                "kind",
                                "PERIODIC",
                                "title",
                                "Sinh hoạt có tệp",
                                "plannedOn",
                                today.plusDays(20).toString(),
                                "startsAt",
                                "19:30",
                                "place",
                                "Nhà văn hóa",
                                "agenda",
                                "Xin ý kiến")
                        .path();
        office.get("/rounds/new");
        String last = today.getYear() + "-12-31";
        String round =
                office.post(
                                "/rounds",
                                "year",
                                Integer.toString(today.getYear()),
                                "meeting",
                                last,
                                "comment",
                                last,
                                "returned",
                                last)
                        .path();

        List<String> faults = new ArrayList<>();
        for (String part : List.of("attendance", "absences", "opinions")) {
            String path = meeting + "/" + part + "/export?as=";
            faults.addAll(faults(secretary, path, Role.RESIDENCE_CELL_SECRETARY));
        }
        faults.addAll(faults(office, round + "/export?as=", Role.RESIDENCE_OFFICE));
        faults.addAll(faults(office, round + "/coverage/export?as=", Role.RESIDENCE_OFFICE));

        assertThat(faults).isEmpty();
        assertThat(insideACase())
                .as("the sixth, of the notice board, is taken by TopicsTest")
                .hasSize(6);
    }

    /** Lists of one thing; the test above takes each of them. */
    private static List<String> insideACase() {
        return routes().filter(route -> route.path().contains("{")).map(Route::path).toList();
    }

    @Test
    void leaves_as_csv_xlsx_and_pdf() {
        World world = new World();
        world.member("Vừ Thị Dòng");
        Holders holders = new Holders(context);
        List<String> faults = new ArrayList<>();
        for (Route route : exports()) {
            Role role =
                    route.roles().getFirst().equals("SIGNED_IN")
                            ? Role.AUDITOR
                            : Role.valueOf(route.roles().getFirst());
            UUID member = role == Role.MEMBER ? world.member("Vừ Thị Tệp") : null;
            Visitor visitor = visitor(holders, world, role, member);
            faults.addAll(
                    faults(visitor, route.path() + "?cell=" + of(world, route) + "&as=", role));
        }
        assertThat(exports()).hasSizeGreaterThan(20);
        assertThat(faults).isEmpty();
    }

    @Test
    void says_what_the_page_says_and_a_cell_that_looks_like_a_formula_is_text() {
        World world = new World();
        Holders holders = new Holders(context);
        holders.holder("=Giàng A Bảng", Role.RESIDENCE_OFFICE, world.ward, null);
        Visitor administrator = visitor(holders, world, Role.ADMINISTRATOR, null);

        String all = new String(administrator.download("/accounts/export?as=csv&q="), UTF_8);
        String one =
                new String(
                        administrator.download("/accounts/export?as=csv&q=giang%20a%20bang"),
                        UTF_8);

        assertThat(all).contains("Giàng A Bảng", "Người lấy tệp").doesNotContain("\n=", ",=", ";=");
        assertThat(one).contains("Giàng A Bảng", "giang a bang").doesNotContain("Người lấy tệp");
        String groups =
                new String(
                        visitor(holders, world, Role.RESIDENCE_OFFICE, null)
                                .download("/groups/export?as=csv"),
                        UTF_8);
        assertThat(groups).contains("Tổ đảng 1", "Chi bộ Tổ dân phố 1");
    }
}
