package vn.ganbo.assignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** Kế hoạch năm, đề nghị của khu dân cư. */
@ProductTest
class PlanTest {
    @Autowired Plans plans;
    @Autowired PlanStore store;
    @Autowired NeighbourhoodRequests requests;
    @Autowired Clock clock;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Viewer secretary;
    private UUID own;
    private Viewer self;

    @BeforeEach
    void a_residential_cell() {
        world = new World();
        secretary = world.cellSecretary();
        own = world.member("Chẩu Thị Hoạch");
        World.run(
                "update member.member set work_no = ?, expertise = 'luật sư' where id = ?",
                world.cell1,
                own);
        self = world.memberViewer(own);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void save(int version, String targets, boolean send) {
        self.scope()
                .run(() ->
                        plans.save(
                                self,
                                new Plans.Typing(
                                        today().getYear(), version, targets, "Mỗi tuần", "", ""),
                                send));
    }

    private List<PlanStore.Line> read() {
        return secretary.call(
                () -> store.list(secretary.scope(), today().getYear(), null, false, null, 0));
    }

    @Test
    void a_plan_is_the_members_own_until_it_is_sent() {
        save(0, "Giúp hai hộ", false);
        assertThat(read()).singleElement().extracting(PlanStore.Line::targets).isNull();
        assertThatThrownBy(() -> save(1, " ", true)).isInstanceOf(Problems.class);
        assertThatThrownBy(() -> save(0, "Từ cửa sổ khác", false))
                .isInstanceOf(Refusal.class)
                .hasMessage("assignment.plan-changed");

        save(1, "Giúp ba hộ", true);

        assertThat(read())
                .singleElement()
                .extracting(PlanStore.Line::targets)
                .isEqualTo("Giúp ba hộ");
        assertThatThrownBy(() ->
                        self.scope()
                                .run(() ->
                                        plans.save(
                                                self,
                                                new Plans.Typing(
                                                        today().getYear() - 1, 0, "x", "x", "", ""),
                                                false)))
                .isInstanceOf(Refusal.class);
        Viewer ward = world.otherWardOffice();
        assertThat(
                        ward.call(() ->
                                store.list(ward.scope(), today().getYear(), null, false, null, 0)))
                .isEmpty();
    }

    @Test
    void a_request_is_withdrawn_only_when_those_who_asked_agree() {
        UUID id =
                secretary.call(() ->
                        requests.add(
                                secretary,
                                new NeighbourhoodRequests.Asked(
                                        AskedBy.GROUP,
                                        TaskField.OTHER,
                                        "Tư vấn thủ tục",
                                        "Ai cũng làm được giấy tờ",
                                        "luật",
                                        today())));
        assertThatThrownBy(() ->
                        secretary
                                .scope()
                                .run(() -> requests.withdraw(secretary, id, 1, false, "Thôi.")))
                .isInstanceOf(Problems.class);
        secretary.scope().run(() -> requests.withdraw(secretary, id, 1, true, "Đã tự làm được."));

        assertThatThrownBy(() -> secretary.call(() -> requests.becomeTask(secretary, id, 2)))
                .isInstanceOf(Refusal.class)
                .hasMessage("assignment.request-settled");
    }

    private Visitor visitor(String name, Role role, int unit, @Nullable UUID person) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder(name, role, unit, person).userName(), Holders.PASSWORD);
        return visitor;
    }

    private static Visitor.Page good(Visitor.Page page) {
        assertThat(page.status()).as(page.path() + "\n" + page.text()).isEqualTo(200);
        assertThat(page.text().split("<h1", -1)).as(page.path()).hasSize(2);
        return page;
    }

    @Test
    void what_the_neighbourhood_needs_finds_who_can_and_becomes_a_task() {
        Visitor cell = visitor("Chẩu Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        Visitor phone = visitor("Chẩu Thị Hoạch", Role.MEMBER, world.cell1, own);
        good(cell.get("/neighbourhood-requests"));
        assertThat(cell.post("/neighbourhood-requests", "title", "Tư vấn").status()).isEqualTo(422);
        Visitor.Page asked =
                good(
                        cell.post(
                                "/neighbourhood-requests",
                                "title",
                                "Tư vấn thủ tục đất",
                                "words",
                                "Mười buổi tối",
                                "by",
                                "FRONT",
                                "field",
                                "OTHER",
                                "expertise",
                                "luật sư",
                                "on",
                                today().toString()));
        assertThat(asked.text()).contains("Chẩu Thị Hoạch", "hợp chuyên môn");
        Visitor.Page task =
                good(
                        cell.post(
                                asked.path() + "/task",
                                "version",
                                asked.hidden("version"),
                                "person",
                                own.toString()));
        assertThat(task.text()).contains("Tư vấn thủ tục đất", "Đề nghị phân công");
        assertThat(good(cell.get("/neighbourhood-requests")).text()).contains("Đã thành nhiệm vụ");

        Visitor.Page plan = good(phone.get("/my-plan"));
        good(
                phone.post(
                        "/my-plan",
                        "year",
                        plan.hidden("year"),
                        "version",
                        plan.hidden("version"),
                        "targets",
                        "Tư vấn mười buổi",
                        "measures",
                        "Tối thứ bảy",
                        "send",
                        "true"));
        assertThat(good(cell.get("/plans")).text()).contains("Tư vấn mười buổi");
        UUID sent = read().getFirst().id();
        assertThat(good(cell.get("/plans/" + sent)).text()).contains("Tối thứ bảy");
        assertThat(new String(cell.download("/plans/export?as=csv"), UTF_8))
                .contains("Tư vấn mười buổi");
        for (String page :
                List.of("/neighbourhood-requests", asked.path(), "/plans", "/plans/" + sent)) {
            assertThat(PageStatements.of(cell, page)).as(page).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(PageStatements.of(phone, "/my-plan")).hasSizeLessThanOrEqualTo(5);
    }
}
