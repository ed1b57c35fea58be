package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import vn.ganbo.kernel.Role;
import vn.ganbo.web.Picked;

/** The pages as a browser without JavaScript has them. */
@ProductTest
class AssessmentPagesTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private Ward ward;
    private Holders holders;
    private List<UUID> people;

    @BeforeEach
    void another() {
        ward = new Ward(context);
        holders = new Holders(context);
        people = ward.registered("Hà Thị Trang", "Hà Văn Trang");
    }

    private Visitor visitor(Role role, int unitNo) {
        return signedIn(holders.holder("Người " + role, role, unitNo));
    }

    private Visitor signedIn(Holders.Holder holder) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(holder.userName(), Holders.PASSWORD);
        return visitor;
    }

    private static Visitor.Page good(Visitor.Page page) {
        assertThat(page.status()).as(page.path() + "\n" + page.text()).isEqualTo(200);
        assertThat(page.text().split("<h1", -1)).as(page.path()).hasSize(2);
        return page;
    }

    private UUID slip(int i) {
        return ward.slips(people.subList(i, i + 1)).getFirst().id();
    }

    private static String[] filled(String version, String other, String... more) {
        List<String> out = new ArrayList<>(List.of("version", version, "other", other));
        for (Map.Entry<String, String> answer : Ward.answers().entrySet()) {
            out.add(answer.getKey());
            out.add(answer.getValue());
        }
        out.addAll(List.of(more));
        return out.toArray(String[]::new);
    }

    @Test
    void the_whole_way_of_a_comment_from_the_round_to_the_member() {
        Visitor office = visitor(Role.RESIDENCE_OFFICE, ward.world.ward);
        Visitor secretary = visitor(Role.RESIDENCE_CELL_SECRETARY, ward.world.cell1);
        String last = ward.year() + "-12-31";
        assertThat(good(office.get("/rounds")).text()).contains("Mở đợt nhận xét");
        Visitor.Page board =
                good(
                        office.post(
                                "/rounds",
                                "year",
                                Integer.toString(ward.year()),
                                "meeting",
                                last,
                                "comment",
                                last,
                                "returned",
                                last));
        assertThat(board.text()).contains("Tổ dân phố 1").contains("2 chưa soạn xong");

        good(secretary.get("/comments"));
        Visitor.Page form = good(secretary.get("/comments/" + slip(0)));
        assertThat(form.text())
                .contains("Chưa ký được")
                .contains("Ghi cuộc họp")
                .contains("chưa có thông tin")
                .contains("Nêu gương tốt");
        good(secretary.post("/comments/" + slip(0), filled(form.hidden("version"), "Có việc.")));
        Visitor.Page second = good(secretary.get("/comments/" + slip(1)));
        Visitor.Page early =
                secretary.post(
                        "/comments/" + slip(1) + "/signature",
                        filled(second.hidden("version"), "", "signer", "A", "post", "Bí thư"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text()).contains("Chi ủy chưa ghi cuộc họp");
        meet(secretary);

        Visitor.Page ready = good(secretary.get("/comments?tab=to-sign&all=true"));
        assertThat(ready.text()).contains("đã họp");
        good(secretary.post("/comments/signature", batch("signer", "Vi Thị", "post", "Bí thư")));
        assertThat(good(office.get("/comments?tab=signed")).text()).contains("Hà Thị Trang");
        good(office.post("/comments/confirmation", batch("signer", "Bế Văn", "post", "Bí thư")));
        good(office.get("/comments/" + slip(0)));
        good(office.post("/comments/return", batch()));
        assertThat(good(office.get("/rounds")).text()).contains("2 / 2 đã trả");

        Visitor work = visitor(Role.WORKPLACE_OFFICE, ward.world.workplace);
        assertThat(good(work.get("/returned-comments")).text()).contains("Hà Văn Trang");
        Visitor.Page read = good(work.get("/comments/" + slip(0)));
        assertThat(read.text()).contains("3 tán thành").doesNotContain("Lường Văn Ủy Viên");
        good(work.post("/returned-comments/receipt", "comments", slip(0).toString()));
        good(work.get("/returned-comments?tab=received"));

        Visitor self =
                signedIn(
                        holders.holder(
                                "Hà Thị Trang",
                                Role.MEMBER,
                                ward.world.workCell,
                                people.getFirst()));
        assertThat(good(self.get("/my-comments")).text()).contains("Chưa đọc");
        assertThat(good(self.get("/comments/" + slip(0))).text()).contains("Nêu gương tốt");
        assertThat(good(self.get("/my-comments")).text()).contains("Đã đọc");
        assertThat(self.get("/comments/" + slip(1)).status()).isEqualTo(404);
        assertThat(self.get("/rounds").status()).isEqualTo(404);
    }

    private String[] batch(String... more) {
        List<String> out = new ArrayList<>(List.of(more));
        for (Picked slip : ward.slips(people)) {
            out.add("comments");
            out.add(slip.value());
        }
        return out.toArray(String[]::new);
    }

    private void meet(Visitor secretary) {
        good(secretary.get("/decisions/new"));
        List<String> typed =
                new ArrayList<>(
                        List.of(
                                "metOn", ward.today().toString(),
                                "place", "Nhà văn hóa <tổ>",
                                "committee", ward.secretary.toString(),
                                "front-name-0", "Bế Thị Mặt Trận",
                                "front-title-0", "Trưởng ban công tác Mặt trận",
                                "votesFor", "3",
                                "conclusion", "Thống nhất"));
        for (Picked slip : ward.slips(people)) {
            typed.add("comments");
            typed.add(slip.id().toString());
        }
        Visitor.Page alone = secretary.post("/decisions", typed.toArray(String[]::new));
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.text())
                .contains("ý kiến tập thể")
                .contains("Bế Thị Mặt Trận")
                .contains("Nhà văn hóa &lt;tổ");
        typed.addAll(List.of("committee", ward.committee.toString()));
        Visitor.Page record = good(secretary.post("/decisions", typed.toArray(String[]::new)));
        assertThat(record.text()).contains("2 đảng viên được thống nhất");
        good(secretary.get("/decisions"));
    }

    @Test
    void who_came_from_the_front_before_is_offered_and_the_title_is_not_typed_again() {
        ward.open();
        Visitor secretary = visitor(Role.RESIDENCE_CELL_SECRETARY, ward.world.cell1);
        assertThat(good(secretary.get("/decisions/new")).text()).doesNotContain("front-names");
        good(met(secretary, slip(0), "Trưởng ban công tác Mặt trận"));

        assertThat(good(secretary.get("/decisions/new")).text())
                .contains("list=\"front-names\"")
                .contains(
                        "<option value=\"Bế Thị Mặt Trận\">Trưởng ban công tác Mặt trận</option>");
        assertThat(PageStatements.of(secretary, "/decisions/new")).hasSizeLessThanOrEqualTo(5);

        assertThat(good(met(secretary, slip(1), "")).text())
                .contains("Bế Thị Mặt Trận", "Trưởng ban công tác Mặt trận");
    }

    private Visitor.Page met(Visitor secretary, UUID slip, String title) {
        return secretary.post(
                "/decisions",
                "metOn",
                ward.today().toString(),
                "place",
                "Nhà văn hóa",
                "committee",
                ward.secretary.toString(),
                "committee",
                ward.committee.toString(),
                "front-name-0",
                "Bế Thị Mặt Trận",
                "front-title-0",
                title,
                "votesFor",
                "3",
                "conclusion",
                "Thống nhất",
                "comments",
                slip.toString());
    }

    @Test
    void the_second_clerk_keeps_what_was_typed_and_learns_who_was_faster() {
        ward.open();
        Visitor first = visitor(Role.RESIDENCE_CELL_SECRETARY, ward.world.cell1);
        Visitor second = visitor(Role.COMMITTEE_MEMBER_IN_CHARGE, ward.world.cell1);
        String version = good(second.get("/comments/" + slip(0))).hidden("version");
        good(first.get("/comments/" + slip(0)));
        good(first.post("/comments/" + slip(0), filled(version, "Bản đầu")));

        Visitor.Page late =
                second.post(
                        "/comments/" + slip(0),
                        "version",
                        version,
                        "example",
                        "not-yet",
                        "other",
                        "Bản sau, chưa mất");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .contains("Người RESIDENCE_CELL_SECRETARY")
                .contains("Bản sau, chưa mất")
                .contains("Bản đang lưu: Nêu gương tốt");
        good(second.post("/comments/" + slip(0), filled(late.hidden("version"), "Bản sau")));
    }

    @Test
    void a_workplace_asks_for_comments_and_the_ward_sends_them_on_to_the_cell() {
        Visitor work = visitor(Role.WORKPLACE_OFFICE, ward.world.workplace);
        Visitor office = visitor(Role.RESIDENCE_OFFICE, ward.world.ward);
        Visitor.Page form = good(work.get("/comment-requests/new"));
        assertThat(form.text()).contains("Hà Thị Trang", "data-group");
        Visitor.Page found =
                good(
                        work.post(
                                "/comment-requests",
                                "find",
                                "true",
                                "q",
                                "khong co ai",
                                "signer",
                                "Người ký thử",
                                "members",
                                people.getFirst().toString()));
        assertThat(found.text())
                .as("who was chosen and what was typed is still there after looking for a name")
                .contains("Người ký thử")
                .containsPattern("value=\"%s\" checked".formatted(people.getFirst()));
        assertThat(found.text()).doesNotContain(people.get(1).toString());
        Visitor.Page wrong =
                work.post(
                        "/comment-requests",
                        "purpose",
                        "REWARD",
                        "year",
                        Integer.toString(ward.year()),
                        "due",
                        "31/02/2027",
                        "signer",
                        "Lò Văn Ký",
                        "post",
                        "Bí thư");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("31/02/2027").contains("ít nhất một đảng viên");

        Visitor.Page sent =
                good(
                        work.post(
                                "/comment-requests",
                                "members",
                                people.getFirst().toString(),
                                "purpose",
                                "REWARD",
                                "year",
                                Integer.toString(ward.year()),
                                "due",
                                ward.today().plusDays(10).toString(),
                                "signer",
                                "Lò Văn Ký",
                                "post",
                                "Bí thư"));
        assertThat(sent.text()).contains("PXYK").contains("Khen thưởng");
        Visitor.Page waiting = good(office.get("/comment-requests"));
        good(
                office.post(
                        "/comment-requests/taking-up",
                        "requests",
                        ward.bean(RequestQueries.class)
                                .all(ward.office.scope(), true)
                                .getFirst()
                                .id()
                                .toString()));
        assertThat(waiting.text()).contains("Đảng ủy Trường Thử Nghiệm");
        good(office.get("/comments?tab=to-fill"));
        good(visitor(Role.RESIDENCE_CELL_SECRETARY, ward.world.cell1).get("/comments/" + slip(0)));
    }
}
