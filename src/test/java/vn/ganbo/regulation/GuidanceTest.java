package vn.ganbo.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
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
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** Local guidance over the rulebooks. */
@ProductTest
class GuidanceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private World world;
    private Viewer ofProvince;
    private Viewer ofWard;

    @Autowired Guidances guidances;
    @Autowired GuidanceStore store;
    @Autowired Rulebooks rulebooks;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    @BeforeEach
    void world() {
        world = new World();
        ofProvince = world.viewer(Role.ADMINISTRATOR, world.province, world.province + 999);
        ofWard = world.wardOffice();
    }

    @Test
    void the_nearest_committee_wins_and_its_neighbours_keep_the_province() {
        decide(ofProvince, "clock.notice_answer", "8");
        decide(ofWard, "clock.notice_answer", "6");

        assertThat(days(world.cell1, Clocks.NOTICE_ANSWER)).isEqualTo(6);
        assertThat(days(world.ward, Clocks.NOTICE_ANSWER)).isEqualTo(6);
        assertThat(days(world.otherWard, Clocks.NOTICE_ANSWER)).isEqualTo(8);
        assertThat(rulebooks.on(DAY).requireDays(Clocks.NOTICE_ANSWER)).isEqualTo(10);
        assertThat(rulebooks.on(ofWard.scope(), DAY, world.cell1).local())
                .extracting(LocalRule::unitNo)
                .contains(world.ward);
    }

    @Test
    void a_draft_changes_nothing_until_it_is_published() {
        UUID id = draft(ofWard, wish("clock.placement_due", "4"));

        assertThat(days(world.cell1, Clocks.PLACEMENT_DUE)).isEqualTo(10);

        publish(ofWard, id, 1);

        assertThat(days(world.cell1, Clocks.PLACEMENT_DUE)).isEqualTo(4);
    }

    @Test
    void a_newer_decision_replaces_from_its_first_day_and_the_past_stays() {
        decide(ofWard, "clock.confirmation_due", "7");
        UUID newer =
                draft(
                        ofWard,
                        new Guidances.Wish(
                                "clock.confirmation_due",
                                "9",
                                "Hướng dẫn số 12-HD/ĐU",
                                LocalDate.of(2026, 12, 1),
                                null,
                                false));
        publish(ofWard, newer, 1);

        assertThat(days(world.ward, Clocks.CONFIRMATION_DUE)).isEqualTo(7);
        assertThat(
                        rulebooks
                                .on(ofWard.scope(), LocalDate.of(2026, 12, 1), world.ward)
                                .requireDays(Clocks.CONFIRMATION_DUE))
                .isEqualTo(9);
        assertThat(store.list(ofWard.scope(), world.ward))
                .filteredOn(k -> k.rule().key().equals("clock.confirmation_due"))
                .extracting(GuidanceStore.Kept::state)
                .containsExactlyInAnyOrder(
                        GuidanceStore.State.PUBLISHED, GuidanceStore.State.SUPERSEDED);
    }

    @Test
    void official_wording_pasted_by_an_administrator_is_shown_as_verified() {
        UUID id =
                draft(
                        ofProvince,
                        new Guidances.Wish(
                                "duty.5.text",
                                "Câu chữ ví dụ.",
                                "Văn bản gốc",
                                LocalDate.of(2026, 1, 1),
                                null,
                                true));
        publish(ofProvince, id, 1);

        Rulebook local = rulebooks.on(ofProvince.scope(), DAY, world.otherWard);
        assertThat(local.duty(5).orElseThrow().text()).isEqualTo("Câu chữ ví dụ.");
        assertThat(local.article("2.5").orElseThrow().basis().verification())
                .isEqualTo(Verification.VERIFIED);
    }

    @Test
    void what_cannot_be_set_is_said_by_field() {
        assertThatThrownBy(() -> draft(ofWard, wish("clock.absence_answer", "0")))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsKey("value"));
        assertThatThrownBy(() -> draft(ofWard, wish("window.comment_due", "31/11")))
                .isInstanceOf(Problems.class);
        assertThatThrownBy(() -> draft(ofWard, wish("clock.unheard", "3")))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsKey("key"));
        assertThatThrownBy(() -> draft(ofWard, wish("window.comment_due", "25/12")))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p ->
                                assertThat(p.byField().get("value"))
                                        .asString()
                                        .contains("không được trước mốc"));
    }

    @Test
    void only_an_office_of_the_unit_decides_and_only_administrators_change_words() {
        Viewer cell = world.cellSecretary();
        assertThatThrownBy(() -> draft(cell, wish("clock.absence_answer", "4")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> draft(ofWard, wish("duty.5.text", "Khác")))
                .isInstanceOf(Refusal.class);

        UUID drafted = draft(ofWard, wish("clock.invitation_lead", "4"));
        assertThatThrownBy(() -> publish(ofProvince, drafted, 1)).isInstanceOf(NotFound.class);
    }

    @Test
    void two_clerks_do_not_overwrite_each_other_and_published_never_changes() {
        UUID id = draft(ofWard, wish("meetings_per_year", "4"));
        assertThatThrownBy(() -> publish(ofWard, id, 7)).isInstanceOf(Conflict.class);
        publish(ofWard, id, 1);
        assertThatThrownBy(() -> discard(ofWard, id, 2)).isInstanceOf(Refusal.class);

        assertThatThrownBy(() ->
                        World.run("update regulation.guidance set value = '1' where id = ?", id))
                .hasStackTraceContaining("published guidance never changes");
        assertThat(rulebooks.on(ofWard.scope(), DAY, world.cell1).requireMeetingsPerYear())
                .isEqualTo(4);
    }

    @Test
    void an_ending_guidance_gives_the_rulebook_back() {
        UUID id =
                draft(
                        ofWard,
                        new Guidances.Wish(
                                "clock.acknowledgement_due",
                                "20",
                                "Hướng dẫn số 13-HD/ĐU",
                                LocalDate.of(2026, 10, 1),
                                LocalDate.of(2026, 11, 22),
                                false));
        publish(ofWard, id, 1);

        assertThat(
                        rulebooks
                                .on(ofWard.scope(), LocalDate.of(2026, 11, 22), world.ward)
                                .requireDays(Clocks.ACKNOWLEDGEMENT_DUE))
                .isEqualTo(20);
        assertThat(days(world.ward, Clocks.ACKNOWLEDGEMENT_DUE)).isEqualTo(15);
    }

    private int days(int unit, String key) {
        return rulebooks.on(ofWard.scope(), DAY, unit).requireDays(key);
    }

    @Test
    void a_ward_office_drafts_and_publishes_on_the_page_and_loses_nothing_typed() {
        Visitor clerk = visitor(Role.RESIDENCE_OFFICE, world.ward);
        clerk.get("/guidance");

        Visitor.Page faulty =
                clerk.post(
                        "/guidance",
                        "key",
                        "clock.absence_answer",
                        "value",
                        "bảy",
                        "source",
                        "Hướng dẫn số 21-HD/ĐU",
                        "from",
                        "31/02/2026");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.text())
                .contains("Hướng dẫn số 21-HD/ĐU", "bảy", "Ngày “31/02/2026” không có thật");

        Visitor.Page kept =
                clerk.post(
                        "/guidance",
                        "key",
                        "clock.absence_answer",
                        "value",
                        "7",
                        "source",
                        "Hướng dẫn số 21-HD/ĐU",
                        "from",
                        "01/01/2026");
        assertThat(kept.text()).contains("Đã lưu dự thảo", "Hướng dẫn số 21-HD/ĐU");
        UUID id = store.list(ofWard.scope(), world.ward).getFirst().rule().id();
        Visitor.Page published = clerk.post("/guidance/" + id + "/publication", "version", "1");
        assertThat(published.text()).contains("Đã ban hành hướng dẫn địa phương");

        Visitor.Page shown = visitor(Role.GROUP_LEADER, world.group1).get("/regulations");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text())
                .contains("Có 1 mục theo hướng dẫn địa phương", "Hướng dẫn số 21-HD/ĐU")
                .doesNotContain("/guidance");
    }

    @Test
    void everybody_reads_the_regulations_and_an_unknown_one_does_not_exist() {
        Visitor reader = visitor(Role.AUDITOR, world.province);

        assertThat(reader.get("/regulations/076-qd-tw").text()).contains("Hết hiệu lực");
        assertThat(reader.get("/working-days?year=2027").text()).contains("Ngày Văn hóa Việt Nam");
        assertThat(reader.get("/working-days?year=abc").status()).isEqualTo(200);
        assertThat(reader.get("/regulations/999-qd-tw").status()).isEqualTo(404);
        assertThat(reader.get("/guidance").status()).isEqualTo(404);
    }

    private Visitor visitor(Role role, int unit) {
        Holders.Holder holder = new Holders(context).holder("Lò Văn Sim", role, unit);
        Visitor visitor = new Visitor(port);
        assertThat(visitor.signIn(holder.userName(), Holders.PASSWORD).path()).isEqualTo("/");
        return visitor;
    }

    private UUID draft(Viewer viewer, Guidances.Wish wish) {
        return viewer.call(() -> guidances.draft(viewer, wish));
    }

    private void publish(Viewer viewer, UUID id, int version) {
        viewer.scope().run(() -> guidances.publish(viewer, id, version));
    }

    private void discard(Viewer viewer, UUID id, int version) {
        viewer.scope().run(() -> guidances.discard(viewer, id, version));
    }

    private void decide(Viewer viewer, String key, String typed) {
        publish(viewer, draft(viewer, wish(key, typed)), 1);
    }

    private static Guidances.Wish wish(String key, String typed) {
        return new Guidances.Wish(
                key, typed, "Hướng dẫn số 11-HD/ĐU", LocalDate.of(2026, 1, 1), null, false);
    }
}
