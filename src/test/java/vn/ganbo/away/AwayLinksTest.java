package vn.ganbo.away;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.LeaveExtent;

/** The link that says once that all is well. */
@ProductTest
class AwayLinksTest {
    @Autowired AwayApplications applications;
    @Autowired AwayLinks acts;
    @Autowired AwayContactStore contacts;
    @Autowired Clock clock;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private AwayWorld world;
    private UUID id;

    @BeforeEach
    void somebody_is_away() {
        world = new AwayWorld();
        LocalDate today = LocalDate.now(clock);
        Viewer self = world.self(world.member("Ngải Văn Dẫn"));
        id =
                self.call(() ->
                        applications.apply(
                                self,
                                AwayWorld.wish(
                                        "abroad", LeaveExtent.FULL, today, today.plusDays(100))));
        world.secretary.scope().run(() -> applications.support(world.secretary, id, 1, today));
        world.secretary
                .scope()
                .run(() ->
                        applications.resolve(
                                world.secretary,
                                id,
                                2,
                                new AwayApplications.Resolution("1-NQ/CB", today, 5, 0)));
        world.ward.scope().run(() -> applications.decide(world.ward, id, 3, "2-QĐ/ĐU", today));
    }

    private boolean use(String token) {
        return use(token, "");
    }

    private boolean use(String token, String help) {
        Viewer nobody = Viewer.system("test");
        return nobody.call(() -> acts.use(nobody, token, help));
    }

    @Test
    void what_help_is_needed_can_be_written_along_and_waits_for_the_cell() {
        String token = world.secretary.call(() -> acts.make(world.secretary, id));
        assertThatThrownBy(() -> use(token, "x".repeat(1001))).isInstanceOf(Problems.class);

        assertThat(use(token, "Nhờ chi bộ xác nhận cho con nhập học.")).isTrue();

        AwayContact of =
                world.secretary
                        .call(() -> contacts.find(world.secretary.scope(), id))
                        .orElseThrow();
        assertThat(of.help()).isEqualTo(1);
        assertThat(
                        world.secretary.call(
                                () -> contacts.help(world.secretary.scope(), of.memberId())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.words()).isEqualTo("Nhờ chi bộ xác nhận cho con nhập học.");
                    assertThat(one.changedBy()).isEqualTo("đường dẫn");
                });
        assertThat(use(token, "Lần nữa.")).isFalse();
    }

    @Test
    void a_link_that_has_run_out_says_so_and_gives_back_what_was_written() {
        String token = world.secretary.call(() -> acts.make(world.secretary, id));
        World.run(
                "update away.link set made_on = ?, expires_on = ? where application_id = ?",
                LocalDate.now(clock).minusDays(20),
                LocalDate.now(clock).minusDays(1),
                id);
        Visitor phone = new Visitor(port);
        assertThat(phone.get("/tin/" + token).text()).contains("Đồng chí cần chi bộ giúp gì?");

        Visitor.Page late = phone.post("/tin/" + token, "help", "Cần vay vốn về quê.");

        assertThat(late.status()).isEqualTo(410);
        assertThat(late.text())
                .contains("Đường dẫn này đã dùng hoặc đã hết hạn", "Cần vay vốn về quê.");
        phone.get("/tin/" + token);
        Visitor.Page tooLong = phone.post("/tin/" + token, "help", "x".repeat(1001));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text()).contains("x".repeat(1001));
    }

    @Test
    void it_works_once_and_not_after_its_last_day() {
        String token = world.secretary.call(() -> acts.make(world.secretary, id));
        assertThat(token).hasSize(43);
        assertThat(use(token)).isTrue();
        assertThat(use(token)).isFalse();
        assertThat(use("nothing")).isFalse();
        assertThat(
                        world.secretary
                                .call(() -> contacts.find(world.secretary.scope(), id))
                                .orElseThrow()
                                .lastOn())
                .isEqualTo(LocalDate.now(clock));

        String late = world.secretary.call(() -> acts.make(world.secretary, id));
        World.run(
                "update away.link set made_on = ?, expires_on = ? where application_id = ?",
                LocalDate.now(clock).minusDays(20),
                LocalDate.now(clock).minusDays(1),
                id);
        assertThat(use(late)).isFalse();
        assertThatThrownBy(() -> world.ward.call(() -> acts.make(world.ward, id)))
                .isInstanceOf(NotFound.class);

        World.run(
                "update away.application set valid = daterange(?::date, ?::date) where id = ?",
                LocalDate.now(clock).minusDays(20),
                LocalDate.now(clock),
                id);
        assertThatThrownBy(() -> world.secretary.call(() -> acts.make(world.secretary, id)))
                .as("who is back would press a link that nobody takes")
                .isInstanceOf(Refusal.class)
                .hasMessage("away.not-in-force");
    }

    @Test
    void opening_it_takes_nothing_and_says_nothing_about_anybody() {
        Visitor cell = new Visitor(port);
        cell.signIn(
                new Holders(context)
                        .holder(
                                "Ngải Thị Thư",
                                Role.RESIDENCE_CELL_SECRETARY,
                                world.world.cell1,
                                null)
                        .userName(),
                Holders.PASSWORD);
        cell.get("/away/contacts/" + id);
        Visitor.Page made = cell.post("/away/contacts/" + id + "/links");
        Matcher link = Pattern.compile("/tin/([A-Za-z0-9_-]{43})").matcher(made.text());
        assertThat(link.find()).as(made.text()).isTrue();
        assertThat(made.text())
                .contains("href=\"sms:0900000001?body=")
                .contains("%2Ftin%2F" + link.group(1));
        assertThat(cell.get("/away/contacts/" + id).text()).doesNotContain(link.group(1));

        Visitor phone = new Visitor(port);
        String path = "/tin/" + link.group(1);
        assertThat(phone.get(path).text()).contains("Tôi vẫn ổn").doesNotContain("Ngải");
        assertThat(phone.get("/tin/xyz").text()).contains("Tôi vẫn ổn");
        phone.get(path);
        Visitor.Page unsaid = phone.post(path, "asks", "help", "help", " ");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Viết điều đồng chí cần").doesNotContain("Đã nhận");
        phone.get(path);
        Visitor.Page received = phone.post(path);
        assertThat(received.status()).as(received.text()).isEqualTo(200);
        assertThat(received.text()).contains("Đã nhận").doesNotContain("Ngải");
        phone.get(path);
        Visitor.Page again = phone.post(path);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text()).contains("đã dùng hoặc đã hết hạn");
    }
}
