package vn.ganbo.away;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** Phối hợp với nơi đến: what is asked, until when, and what came back. */
@ProductTest
class AwayRequestsTest {
    @Autowired StayRequests acts;
    @Autowired StayRequestStore store;
    @Autowired Clock clock;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private AwayWorld world;
    private UUID member;

    @BeforeEach
    void somebody_of_a_residential_cell() {
        world = new AwayWorld();
        member = world.member("Ngải Văn Hỏi");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private UUID ask(LocalDate sentOn, LocalDate dueOn) {
        return world.secretary.call(() ->
                acts.ask(
                        world.secretary,
                        member,
                        new StayRequests.Question(
                                "Đảng ủy phường Bình Thử",
                                "Việc chấp hành ở nơi làm việc",
                                "15-CV/CB",
                                RequestWay.EMAIL,
                                sentOn,
                                dueOn)));
    }

    @Test
    void what_is_late_is_reminded_of_once_and_an_answer_ends_it() {
        UUID id = ask(today().minusDays(40), today().minusDays(1));
        assertThat(world.secretary.call(() -> acts.remind(world.secretary))).isEqualTo(1);
        assertThat(world.secretary.call(() -> acts.remind(world.secretary))).isZero();
        assertThat(world.ward.call(() -> store.count(world.ward.scope(), "LATE"))).isEqualTo(1);

        world.secretary
                .scope()
                .run(() ->
                        acts.answer(
                                world.secretary,
                                id,
                                1,
                                new StayRequests.Answer(
                                        today(), "Phạm Thử, Phó Bí thư", "Chấp hành tốt.")));

        assertThat(world.ward.call(() -> store.count(world.ward.scope(), "LATE"))).isZero();
        assertThatThrownBy(() ->
                        world.secretary
                                .scope()
                                .run(() ->
                                        acts.answer(
                                                world.secretary,
                                                id,
                                                2,
                                                new StayRequests.Answer(today(), "x", "x"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_due_day_before_the_sending_or_an_answer_before_the_question_is_not_taken() {
        assertThatThrownBy(() -> ask(today(), today().minusDays(1)))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("dueOn"));
        UUID id = ask(today(), today().plusDays(30));
        assertThatThrownBy(() ->
                        world.secretary
                                .scope()
                                .run(() ->
                                        acts.answer(
                                                world.secretary,
                                                id,
                                                1,
                                                new StayRequests.Answer(
                                                        today().minusDays(1), "", "Có"))))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.byField()).containsOnlyKeys("on", "signedBy"));
        Viewer self = world.self(member);
        assertThatThrownBy(() ->
                        self.scope()
                                .run(() ->
                                        acts.answer(
                                                self,
                                                id,
                                                1,
                                                new StayRequests.Answer(today(), "x", "x"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void from_the_question_to_the_answer_on_the_pages() {
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
        assertThat(cell.get("/away/requests/new").text()).contains("Ngải Văn Hỏi");
        Visitor.Page asked =
                cell.post(
                        "/away/requests",
                        "member",
                        member.toString(),
                        "toWhom",
                        "Đảng ủy phường Bình Thử",
                        "what",
                        "Việc chấp hành ở nơi làm việc",
                        "way",
                        "PORTAL",
                        "sentOn",
                        today().toString(),
                        "dueOn",
                        today().plusDays(30).toString());
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.text()).contains("Chờ trả lời", "-CV/CB", "/papers/");
        Visitor.Page answered =
                cell.post(
                        asked.path() + "/answer",
                        "version",
                        "1",
                        "on",
                        today().toString(),
                        "signedBy",
                        "Phạm Thử, Phó Bí thư",
                        "answer",
                        "Chấp hành tốt");
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(answered.text()).contains("Đã trả lời", "Phạm Thử");
        assertThat(new String(cell.download("/away/requests/export?as=csv"), UTF_8))
                .contains("Ngải Văn Hỏi", "Chấp hành tốt");
        for (String page : List.of("/away/requests", asked.path())) {
            assertThat(PageStatements.of(cell, page)).as(page).hasSizeLessThanOrEqualTo(5);
        }
    }
}
