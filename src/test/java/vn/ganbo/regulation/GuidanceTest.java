package vn.ganbo.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import vn.ganbo.ProductTest;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/** Local guidance over the rulebooks. */
@ProductTest
class GuidanceTest {
    private static final int PROVINCE = 910_001;
    private static final int WARD = 910_002;
    private static final int CELL = 910_003;
    private static final int OTHER = 910_004;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final Viewer OF_PROVINCE = viewer(Role.ADMINISTRATOR, PROVINCE, OTHER);
    private static final Viewer OF_WARD = viewer(Role.RESIDENCE_OFFICE, WARD, CELL);

    @Autowired Guidances guidances;
    @Autowired GuidanceStore store;
    @Autowired Rulebooks rulebooks;
    @Autowired Environment environment;

    @BeforeEach
    void units() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            unit(statement, PROVINCE, null);
            unit(statement, WARD, PROVINCE);
            unit(statement, CELL, WARD);
            unit(statement, OTHER, PROVINCE);
        }
    }

    @Test
    void the_nearest_committee_wins_and_its_neighbours_keep_the_province() {
        decide(OF_PROVINCE, "clock.notice_answer", "8");
        decide(OF_WARD, "clock.notice_answer", "6");

        assertThat(days(CELL, Clocks.NOTICE_ANSWER)).isEqualTo(6);
        assertThat(days(WARD, Clocks.NOTICE_ANSWER)).isEqualTo(6);
        assertThat(days(OTHER, Clocks.NOTICE_ANSWER)).isEqualTo(8);
        assertThat(rulebooks.on(DAY).requireDays(Clocks.NOTICE_ANSWER)).isEqualTo(10);
        assertThat(rulebooks.on(OF_WARD.scope(), DAY, CELL).local())
                .extracting(LocalRule::unitNo)
                .contains(WARD);
    }

    @Test
    void a_draft_changes_nothing_until_it_is_published() {
        UUID id = draft(OF_WARD, wish("clock.placement_due", "4"));

        assertThat(days(CELL, Clocks.PLACEMENT_DUE)).isEqualTo(10);

        publish(OF_WARD, id, 1);

        assertThat(days(CELL, Clocks.PLACEMENT_DUE)).isEqualTo(4);
    }

    @Test
    void a_newer_decision_replaces_from_its_first_day_and_the_past_stays() {
        decide(OF_WARD, "clock.confirmation_due", "7");
        UUID newer =
                draft(
                        OF_WARD,
                        new Guidances.Wish(
                                "clock.confirmation_due",
                                "9",
                                "Hướng dẫn số 12-HD/ĐU",
                                LocalDate.of(2026, 12, 1),
                                null,
                                false));
        publish(OF_WARD, newer, 1);

        assertThat(days(WARD, Clocks.CONFIRMATION_DUE)).isEqualTo(7);
        assertThat(
                        rulebooks
                                .on(OF_WARD.scope(), LocalDate.of(2026, 12, 1), WARD)
                                .requireDays(Clocks.CONFIRMATION_DUE))
                .isEqualTo(9);
        assertThat(store.list(OF_WARD.scope(), WARD))
                .filteredOn(k -> k.rule().key().equals("clock.confirmation_due"))
                .extracting(GuidanceStore.Kept::state)
                .containsExactlyInAnyOrder(
                        GuidanceStore.State.PUBLISHED, GuidanceStore.State.SUPERSEDED);
    }

    @Test
    void official_wording_pasted_by_an_administrator_is_shown_as_verified() {
        UUID id =
                draft(
                        OF_PROVINCE,
                        new Guidances.Wish(
                                "duty.5.text",
                                "Câu chữ ví dụ.",
                                "Văn bản gốc",
                                LocalDate.of(2026, 1, 1),
                                null,
                                true));
        publish(OF_PROVINCE, id, 1);

        Rulebook local = rulebooks.on(OF_PROVINCE.scope(), DAY, OTHER);
        assertThat(local.duty(5).orElseThrow().text()).isEqualTo("Câu chữ ví dụ.");
        assertThat(local.article("2.5").orElseThrow().basis().verification())
                .isEqualTo(Verification.VERIFIED);
    }

    @Test
    void what_cannot_be_set_is_said_by_field() {
        assertThatThrownBy(() -> draft(OF_WARD, wish("clock.absence_answer", "0")))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsKey("value"));
        assertThatThrownBy(() -> draft(OF_WARD, wish("window.comment_due", "31/11")))
                .isInstanceOf(Problems.class);
        assertThatThrownBy(() -> draft(OF_WARD, wish("clock.unheard", "3")))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsKey("key"));
        assertThatThrownBy(() -> draft(OF_WARD, wish("window.comment_due", "25/12")))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p ->
                                assertThat(p.byField().get("value"))
                                        .asString()
                                        .contains("không được trước mốc"));
    }

    @Test
    void only_an_office_of_the_unit_decides_and_only_administrators_change_words() {
        Viewer cell = viewer(Role.RESIDENCE_CELL_SECRETARY, CELL, CELL);
        assertThatThrownBy(() -> draft(cell, wish("clock.absence_answer", "4")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> draft(OF_WARD, wish("duty.5.text", "Khác")))
                .isInstanceOf(Refusal.class);

        UUID ofWard = draft(OF_WARD, wish("clock.invitation_lead", "4"));
        assertThatThrownBy(() -> publish(OF_PROVINCE, ofWard, 1)).isInstanceOf(NotFound.class);
    }

    @Test
    void two_clerks_do_not_overwrite_each_other_and_published_never_changes() throws Exception {
        UUID id = draft(OF_WARD, wish("meetings_per_year", "4"));
        assertThatThrownBy(() -> publish(OF_WARD, id, 7)).isInstanceOf(Conflict.class);
        publish(OF_WARD, id, 1);
        assertThatThrownBy(() -> discard(OF_WARD, id, 2)).isInstanceOf(Refusal.class);

        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            assertThatThrownBy(() ->
                            statement.execute(
                                    "update regulation.guidance set value = '1' where id ="
                                            + " '"
                                            + id
                                            + "'"))
                    .hasMessageContaining("published guidance never changes");
        }
        assertThat(rulebooks.on(OF_WARD.scope(), DAY, CELL).requireMeetingsPerYear()).isEqualTo(4);
    }

    @Test
    void an_ending_guidance_gives_the_rulebook_back() {
        UUID id =
                draft(
                        OF_WARD,
                        new Guidances.Wish(
                                "clock.acknowledgement_due",
                                "20",
                                "Hướng dẫn số 13-HD/ĐU",
                                LocalDate.of(2026, 10, 1),
                                LocalDate.of(2026, 11, 22),
                                false));
        publish(OF_WARD, id, 1);

        assertThat(
                        rulebooks
                                .on(OF_WARD.scope(), LocalDate.of(2026, 11, 22), WARD)
                                .requireDays(Clocks.ACKNOWLEDGEMENT_DUE))
                .isEqualTo(20);
        assertThat(days(WARD, Clocks.ACKNOWLEDGEMENT_DUE)).isEqualTo(15);
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("ganbo.database.url"),
                "owner",
                environment.getRequiredProperty("ganbo.database.owner.password"));
    }

    private int days(int unit, String key) {
        return rulebooks.on(OF_WARD.scope(), DAY, unit).requireDays(key);
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

    private static Viewer viewer(Role role, int low, int high) {
        return new Viewer(
                UUID.randomUUID(),
                null,
                "Văn phòng",
                UUID.randomUUID(),
                role,
                new Viewer.Unit(UUID.randomUUID(), low, "Đảng ủy ví dụ"),
                Scope.of(List.of(new Scope.Range(low, high))));
    }

    private static void unit(Statement statement, int no, @Nullable Integer parent)
            throws SQLException {
        statement.execute(
                "insert into organisation.unit (no, id) values (%d, '%s') on conflict do nothing"
                        .formatted(no, UUID.randomUUID()));
        statement.execute(
                """
                insert into organisation.unit_period
                       (unit_no, code, name, kind, side, parent_no, valid)
                values (%d, 'guidance-%d', 'Đơn vị ví dụ', 'COMMUNE', 'RESIDENCE', %s,
                        '[2020-01-01,)')
                on conflict do nothing
                """
                        .formatted(no, no, parent));
    }
}
