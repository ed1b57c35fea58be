package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.web.Picked;

/** What follows a returned slip: the person's words, the workplace's answer, a correction. */
@ProductTest
class FollowUpsTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private Ward ward;

    @BeforeEach
    void another() {
        ward = new Ward(context);
    }

    private UUID returned(List<UUID> people, String proposal) {
        ward.open();
        for (Picked slip : ward.slips(people)) {
            Map<String, String> answers = Ward.answers();
            answers.put("proposal", proposal);
            ward.cell.call(() ->
                    ward.bean(Comments.class)
                            .saveDraft(ward.cell, slip, answers, "Vắng họp khu dân cư."));
        }
        if ("consider".equals(proposal)) {
            ward.hear(people);
        }
        ward.meet(people);
        ward.sign(people);
        ward.confirm(people);
        ward.giveOut(people);
        return ward.slips(people).getFirst().id();
    }

    private Visitor visitor(Role role, int unit, UUID member) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder("Người Đọc", role, unit, member).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    private Visitor visitor(Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder("Người Đọc", role, unit, null).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    @Test
    void a_slip_without_a_proposal_asks_nothing_of_the_workplace() {
        List<UUID> people = ward.registered("Cà Thị Không");

        UUID slip = returned(people, "none");

        assertThat(
                        ward.work.call(() ->
                                ward.bean(FollowUpQueries.class)
                                        .counts(ward.work.scope())
                                        .waiting()))
                .isZero();
        assertThat(
                        ward.work.call(() ->
                                ward.bean(FollowUpQueries.class).beside(ward.work.scope(), slip)))
                .singleElement()
                .extracting(FollowUpQueries.Beside::kind)
                .isNull();
    }

    @Test
    void the_person_is_heard_before_the_workplace_concludes_on_a_shortcoming() {
        List<UUID> people = ward.registered("Cà Văn Nghe");
        UUID slip = returned(people, "consider");
        FollowUps acts = ward.bean(FollowUps.class);

        assertThatThrownBy(() ->
                        ward.work
                                .scope()
                                .run(() ->
                                        acts.answer(
                                                ward.work,
                                                new Picked(slip, 1),
                                                FollowUpOutcome.REMINDED,
                                                "Đã nhắc.")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("assessment.not-heard");
        assertThatThrownBy(() ->
                        World.run(
                                "update assessment.follow_up set outcome = 'REMINDED', answer = 'x',"
                                        + " answered_on = opened_on where comment_id = ?",
                                slip))
                .hasMessageContaining("heard_before_the_outcome");
        assertThatThrownBy(() ->
                        ward.work
                                .scope()
                                .run(() ->
                                        acts.talk(
                                                ward.work,
                                                new Picked(slip, 1),
                                                ward.today().plusDays(1),
                                                "Đi công tác.")))
                .isInstanceOf(Problems.class);

        ward.work
                .scope()
                .run(() ->
                        acts.talk(ward.work, new Picked(slip, 1), ward.today(), "Đi công tác xa."));
        ward.work
                .scope()
                .run(() ->
                        acts.answer(
                                ward.work,
                                new Picked(slip, 2),
                                FollowUpOutcome.REMINDED,
                                "Đã góp ý, đồng chí sẽ báo trước khi vắng."));

        Visitor office = visitor(Role.RESIDENCE_OFFICE, ward.world.ward);
        assertThat(office.get("/comments/" + slip).text())
                .contains("Đã góp ý, nhắc nhở", "sẽ báo trước khi vắng", "Nơi công tác đã trao đổi")
                .doesNotContain("Đi công tác xa.");
        assertThat(office.get("/follow-ups?tab=answered").text()).contains("Cà Văn Nghe");
        assertThat(ward.facts("assessment.follow-up-talked", ward.world.workplace)).isEqualTo(1);
        assertThat(ward.facts("assessment.follow-up-answered", ward.world.workplace)).isEqualTo(1);
        assertThatThrownBy(() ->
                        ward.work
                                .scope()
                                .run(() ->
                                        acts.answer(
                                                ward.work,
                                                new Picked(slip, 3),
                                                FollowUpOutcome.NO_GROUND,
                                                "Khác.")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_proposal_is_answered_by_the_workplace_of_the_person_only() {
        List<UUID> people = ward.registered("Cà Thị Riêng");
        UUID slip = returned(people, "commend");
        Ward other = new Ward(context);

        for (vn.ganbo.kernel.Viewer stranger : List.of(other.work, ward.office, ward.cell)) {
            assertThatThrownBy(() ->
                            stranger.scope()
                                    .run(() ->
                                            ward.bean(FollowUps.class)
                                                    .answer(
                                                            stranger,
                                                            new Picked(slip, 1),
                                                            FollowUpOutcome.COMMENDED,
                                                            "Đã làm.")))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(
                        other.work.call(() ->
                                ward.bean(FollowUpQueries.class).beside(other.work.scope(), slip)))
                .isEmpty();
    }

    @Test
    void the_person_answers_the_slip_and_both_sides_read_it_beside_the_slip() {
        List<UUID> people = ward.registered("Cà Văn Đáp");
        UUID slip = returned(people, "consider");
        Visitor self = visitor(Role.MEMBER, ward.world.workCell, people.getFirst());
        self.get("/comments/" + slip);

        assertThat(self.post("/comments/" + slip + "/reply", "reply", " ").text())
                .contains("Cần ghi ý kiến trước khi gửi");
        self.get("/comments/" + slip);
        self.post("/comments/" + slip + "/reply", "reply", "Hôm ấy tôi trực,\nđã báo tổ trưởng.");

        for (Visitor reader :
                List.of(
                        self,
                        visitor(Role.WORKPLACE_OFFICE, ward.world.workplace),
                        visitor(Role.RESIDENCE_CELL_SECRETARY, ward.world.cell1))) {
            assertThat(reader.get("/comments/" + slip).text())
                    .contains("Hôm ấy tôi trực,", "đã báo tổ trưởng.");
            assertThat(PageStatements.of(reader, "/comments/" + slip)).hasSizeBetween(1, 5);
        }
        assertThat(ward.facts("assessment.comment-replied", ward.world.workCell)).isEqualTo(1);
        assertThat(new Visitor(port).get("/comments/" + slip).text())
                .doesNotContain("Hôm ấy tôi trực");
    }

    @Test
    void a_correction_is_a_new_slip_with_its_reason_and_the_first_one_stays_as_it_was() {
        List<UUID> people = ward.registered("Cà Thị Sửa");
        UUID first = returned(people, "consider");
        Visitor office = visitor(Role.RESIDENCE_OFFICE, ward.world.ward);
        assertThat(office.get("/comments/" + first).text()).contains("Sửa phiếu đã gửi trả");
        office.post("/comments/" + first + "/edition", "correction", "Ghi nhầm người vắng họp");
        UUID second =
                ward.slips(people).stream()
                        .map(Picked::id)
                        .filter(id -> !id.equals(first))
                        .findFirst()
                        .orElseThrow();
        assertThat(ward.comment(second).state()).isEqualTo(CommentState.DRAFT);
        Visitor self = visitor(Role.MEMBER, ward.world.workCell, people.getFirst());
        assertThat(self.get("/comments/" + second).status()).isEqualTo(404);
        assertThat(self.get("/comments/" + first).text()).doesNotContain("đã có phiếu sửa");

        Picked draft = new Picked(second, version(people, second));
        ward.cell.call(() ->
                ward.bean(Comments.class)
                        .saveDraft(ward.cell, draft, Ward.answers(), "Dự họp đầy đủ."));
        assertThatThrownBy(() -> sign(people, second)).isInstanceOf(Refusal.class);
        ward.meet(
                new CollectiveDecisions.Meeting(
                        ward.today(),
                        "Nhà văn hóa",
                        List.of(ward.secretary, ward.committee),
                        List.of(
                                new CollectiveDecisions.FrontPerson(
                                        "Bế Thị Mặt Trận", "Trưởng ban")),
                        new CollectiveDecisions.Votes(3, 0, 0),
                        "Thống nhất sửa",
                        List.of(second),
                        List.of()));
        sign(people, second);
        List<Picked> signed = List.of(new Picked(second, version(people, second)));
        ward.office
                .scope()
                .run(() -> ward.bean(Comments.class).confirm(ward.office, signed, Ward.SECRETARY));
        List<Picked> confirmed = List.of(new Picked(second, version(people, second)));
        ward.office.scope().run(() -> ward.bean(Comments.class).giveOut(ward.office, confirmed));

        Comment before = ward.comment(first);
        assertThat(before.body().other()).isEqualTo("Vắng họp khu dân cư.");
        assertThat(before.state()).isEqualTo(CommentState.RETURNED);
        assertThat(self.get("/comments/" + second).text())
                .contains("Phiếu sửa lần 1", "Ghi nhầm người vắng họp", "Dự họp đầy đủ.");
        assertThat(self.get("/comments/" + first).text()).contains("đã có phiếu sửa");
        assertThat(self.get("/my-comments").text())
                .contains("/comments/" + second)
                .doesNotContain("/comments/" + first);
        Visitor work = visitor(Role.WORKPLACE_OFFICE, ward.world.workplace);
        assertThat(work.get("/returned-comments").text())
                .contains("/comments/" + second)
                .doesNotContain("/comments/" + first);
        assertThat(work.get("/follow-ups").text()).doesNotContain("Cà Thị Sửa");
        assertThatThrownBy(() ->
                        ward.office.call(() ->
                                ward.bean(CommentReplies.class)
                                        .correct(ward.office, first, "Lần nữa")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("corrected-already");
    }

    private void sign(List<UUID> people, UUID slip) {
        List<Picked> picked = List.of(new Picked(slip, version(people, slip)));
        ward.cell
                .scope()
                .run(() -> ward.bean(Comments.class).sign(ward.cell, picked, Ward.SECRETARY));
    }

    private int version(List<UUID> people, UUID slip) {
        return ward.slips(people).stream()
                .filter(p -> p.id().equals(slip))
                .findFirst()
                .orElseThrow()
                .version();
    }

    @Test
    void the_list_of_proposals_leaves_as_a_file_and_says_what_is_late() {
        List<UUID> people = ward.registered("Cà Thị Muộn");
        UUID slip = returned(people, "commend");
        World.run(
                "update assessment.follow_up set opened_on = opened_on - 60, due_on = opened_on - 30"
                        + " where comment_id = ?",
                slip);
        Visitor work = visitor(Role.WORKPLACE_OFFICE, ward.world.workplace);

        assertThat(work.get("/follow-ups").text()).contains("Cà Thị Muộn", "Biểu dương", "late");
        assertThat(
                        new String(
                                work.download("/follow-ups/export?as=csv"),
                                java.nio.charset.StandardCharsets.UTF_8))
                .contains("Cà Thị Muộn", "Biểu dương");
        assertThat(PageStatements.of(work, "/follow-ups")).hasSizeBetween(1, 5);
        Scope cell = ward.cell.scope();
        assertThat(ward.cell.call(() -> ward.bean(FollowUpQueries.class).counts(cell).waiting()))
                .isEqualTo(1);
    }
}
