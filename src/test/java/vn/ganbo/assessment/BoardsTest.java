package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Role;

/** How far a year's comments are, seen from the workplace and from above the wards. */
@ProductTest
class BoardsTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private Visitor visitor(Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder("Người Xem", role, unit, null).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    @Test
    void the_workplace_sees_of_whom_it_asked_and_whose_comment_is_back_and_received() {
        Ward ward = new Ward(context);
        List<UUID> people = ward.registered("Lừu Thị Hỏi", "Lừu Văn Về", "Lừu Văn Chờ");
        ward.open();
        ward.work.call(() ->
                ward.bean(Requests.class)
                        .ask(
                                ward.work,
                                people.subList(0, 2),
                                new Requests.Ask(
                                        RequestPurpose.ASSESSMENT,
                                        ward.year(),
                                        ward.today().plusDays(20),
                                        null),
                                Ward.SECRETARY));
        List<UUID> back = people.subList(1, 2);
        ward.fill(back);
        ward.meet(back);
        ward.sign(back);
        ward.confirm(back);
        ward.giveOut(back);

        WorkBoardQueries.Line line =
                ward.work
                        .call(() ->
                                ward.bean(WorkBoardQueries.class)
                                        .board(ward.work.scope(), ward.year()))
                        .getFirst();

        assertThat(line.registered()).isEqualTo(3);
        assertThat(line.asked()).isEqualTo(2);
        assertThat(line.returned()).isEqualTo(1);
        assertThat(line.received()).isZero();
        Visitor office = visitor(Role.WORKPLACE_OFFICE, ward.world.workplace);
        assertThat(office.get("/comment-board").text()).contains("1 / 3 phiếu đã về");
        office.get("/returned-comments");
        office.post(
                "/returned-comments/receipt",
                "comments",
                ward.slips(back).getFirst().id().toString());
        assertThat(office.get("/comment-board").text()).contains("1 đã nhận vào hồ sơ");
        office.get("/returned-comments");
        assertThat(
                        office.post(
                                        "/returned-comments/receipt",
                                        "comments",
                                        ward.slips(back).getFirst().id().toString())
                                .text())
                .contains("được nhận từ trước, không có gì thay đổi");
        assertThat(PageStatements.of(office, "/comment-board")).hasSizeBetween(1, 5);
        assertThat(
                        new String(
                                office.download("/comment-board/export?as=csv&year=" + ward.year()),
                                StandardCharsets.UTF_8))
                .contains("Phiếu đã về");
    }

    @Test
    void whoever_looks_at_many_wards_sees_how_far_each_is_and_what_is_late() {
        Ward ward = new Ward(context);
        List<UUID> people = ward.registered("Lừu Thị Nhìn", "Lừu Văn Nhìn");
        ward.open();
        ward.fill(people.subList(0, 1));
        Visitor analyst = visitor(Role.ANALYST, ward.world.ward);

        assertThat(analyst.get("/rounds").text())
                .contains("0 / 2 phiếu đã trả", "Tiến độ nhận xét " + ward.year());
        assertThat(PageStatements.of(analyst, "/rounds/wards")).hasSizeBetween(1, 5);
        WardBoardQueries.Line line =
                ward.office
                        .call(() ->
                                ward.bean(WardBoardQueries.class)
                                        .board(ward.office.scope(), ward.year()))
                        .getFirst();
        assertThat(line.total()).isEqualTo(2);
        assertThat(line.ready()).isEqualTo(1);
        assertThat(line.unsigned()).isEqualTo(1);
        assertThat(line.late(line.returnedDue())).isNull();
        assertThat(line.late(line.returnedDue().plusDays(1))).isNotNull();
    }
}
