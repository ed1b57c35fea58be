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
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Picked;

/** A shortcoming has a fact, a suggestion and a day, and the person is heard before the meeting. */
@ProductTest
class HearingsTest {
    @Autowired ApplicationContext context;
    @Autowired Hearings hearings;
    @Autowired HearingStore store;
    @Autowired Comments comments;
    @LocalServerPort int port;

    private Ward ward;
    private List<UUID> people;

    @BeforeEach
    void a_slip_with_the_lowest_mark() {
        ward = new Ward(context);
        people = ward.registered("Tòng Văn Nghe");
        ward.open();
        save(List.of());
    }

    private Picked slip() {
        return ward.slips(people).getFirst();
    }

    private void save(List<Shortcoming> shortcomings) {
        Map<String, String> answers = Ward.answers();
        answers.put("contact", "not-yet");
        ward.cell.call(() ->
                comments.saveDraft(ward.cell, slip(), answers, "Ít gặp chi ủy.", shortcomings));
    }

    private void refusedToSign(String key) {
        assertThatThrownBy(() -> ward.sign(people))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(key);
    }

    @Test
    void the_lowest_mark_needs_a_fact_and_the_person_is_heard_before_the_meeting() {
        UUID id = slip().id();
        Viewer self = ward.world.memberViewer(people.getFirst());
        ward.meet(people);
        refusedToSign("assessment.no-shortcoming");

        save(List.of(ward.shortcoming()));
        refusedToSign("assessment.not-asked");

        ward.cell.call(() -> hearings.ask(ward.cell, slip()));
        refusedToSign("assessment.hearing-waits");
        assertThatThrownBy(() -> ward.cell.call(() -> hearings.ask(ward.cell, slip())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("assessment.asked-already");

        assertThat(self.call(() -> store.mine(self.scope())))
                .singleElement()
                .satisfies(open -> assertThat(open.about()).containsExactly(ward.shortcoming()));
        self.scope().run(() -> hearings.say(self, id, "Hôm đó trực bệnh viện."));
        assertThat(self.call(() -> store.mine(self.scope()))).isEmpty();
        assertThatThrownBy(() -> self.scope().run(() -> hearings.say(self, id, "Nói thêm.")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        ward.cell.scope().run(() -> hearings.note(ward.cell, id, "Lời khác.")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("assessment.heard-already");

        ward.sign(people);
        ward.confirm(people);
        ward.giveOut(people);

        assertThat(ward.comment(id).body().shortcomings()).containsExactly(ward.shortcoming());
        assertThat(ward.facts("assessment.hearing-asked", ward.world.cell1)).isEqualTo(1);
    }

    @Test
    void a_shortcoming_written_after_the_hearing_is_put_to_the_person_too() {
        ward.hear(people);
        ward.meet(people);
        save(List.of(ward.shortcoming(), new Shortcoming("Việc mới", "Gợi ý mới", ward.today())));

        refusedToSign("assessment.not-asked");

        save(List.of(ward.shortcoming()));
        ward.sign(people);
    }

    @Test
    void what_comes_before_the_meeting_is_asked_for_before_the_meeting() {
        refusedToSign("assessment.no-shortcoming");
        save(List.of(ward.shortcoming()));
        refusedToSign("assessment.not-asked");
        ward.cell.call(() -> hearings.ask(ward.cell, slip()));
        refusedToSign("assessment.hearing-waits");
        ward.cell.scope().run(() -> hearings.note(ward.cell, slip().id(), "Nhận thiếu sót."));

        refusedToSign("assessment.no-decision");

        ward.meet(people);
        ward.sign(people);
    }

    @Test
    void a_meeting_before_the_hearing_decides_nothing() {
        ward.meet(people);
        World.run(
                "update assessment.decision set met_on = met_on - 1 where unit_no = ?",
                ward.world.cell1);
        ward.hear(people);

        refusedToSign("assessment.met-before-hearing");
    }

    @Test
    void a_shortcoming_without_a_suggestion_is_not_kept() {
        assertThatThrownBy(() -> save(List.of(new Shortcoming("Vắng họp", "", ward.today()))))
                .isInstanceOf(Problems.class);
    }

    @Test
    void who_is_asked_reads_the_shortcomings_alone_and_nobody_else_reads_them() {
        save(List.of(ward.shortcoming()));
        ward.cell.call(() -> hearings.ask(ward.cell, slip()));
        Viewer other = ward.world.memberViewer(ward.world.member("Tòng Thị Khác"));

        assertThat(other.call(() -> store.mine(other.scope()))).isEmpty();
        assertThatThrownBy(() ->
                        other.scope().run(() -> hearings.say(other, slip().id(), "Tôi nói thay.")))
                .isInstanceOf(NotFound.class);

        Visitor member = new Visitor(port);
        member.signIn(
                new Holders(context)
                        .holder(
                                "Tòng Văn Nghe",
                                Role.MEMBER,
                                ward.world.workCell,
                                people.getFirst())
                        .userName(),
                Holders.PASSWORD);
        assertThat(member.get("/my-comments").text()).contains("/my-comments/hearings");
        assertThat(member.get("/my-comments/hearings").text())
                .contains(ward.shortcoming().fact())
                .doesNotContain("Ít gặp chi ủy");
        assertThat(member.get("/comments/" + slip().id()).status()).isEqualTo(404);
        assertThat(
                        member.post(
                                        "/my-comments/hearings",
                                        "about",
                                        slip().id().toString(),
                                        "words",
                                        "")
                                .status())
                .isEqualTo(422);
        member.post(
                "/my-comments/hearings",
                "about",
                slip().id().toString(),
                "words",
                "Tối đó trực đêm.");

        Visitor secretary = new Visitor(port);
        secretary.signIn(
                new Holders(context)
                        .holder(
                                "Vi Thị Bí Thư",
                                Role.RESIDENCE_CELL_SECRETARY,
                                ward.world.cell1,
                                null)
                        .userName(),
                Holders.PASSWORD);
        assertThat(secretary.get("/comments/" + slip().id()).text())
                .contains("Tối đó trực đêm.")
                .contains(ward.shortcoming().suggestion());
    }
}
