package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
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
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.regulation.Rulebooks;

/** Evidence first: by duties, each with its source; sentences are offered, never put in. */
@ProductTest
class EvidenceTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private Ward ward;

    @BeforeEach
    void another() {
        ward = new Ward(context);
    }

    private Visitor visitor(Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder("Lự Thị Xem", role, unit, null).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    private List<UUID> people(int count, String surname) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(surname + " Văn " + (char) ('A' + i / 10) + (char) ('a' + i % 10));
        }
        return ward.registered(names.toArray(String[]::new));
    }

    /** The roll-call of a meeting on the first day of the year. */
    private UUID rollCall(UUID person, String mark, LocalDate due) {
        UUID meeting = Ids.next();
        LocalDate day = LocalDate.of(ward.year(), 1, 1);
        World.run(
                """
                insert into meeting.meeting (id, unit_no, kind, title, planned_on, starts_at, place, agenda,
                                             state, invited_on, held_on, rulebook, changed_at, changed_by)
                values (?, ?, 'PERIODIC', 'Kỳ họp đầu năm', ?, ?, 'Nhà văn hóa', '', 'HELD', ?, ?,
                        '213-qd-tw/1', timestamptz '2025-01-01', 'thử')
                """,
                meeting,
                ward.world.cell1,
                day,
                LocalTime.of(19, 30),
                day,
                day);
        World.run(
                """
                insert into meeting.attendance
                       (unit_no, work_no, meeting_id, member_id, contact_id, full_name, sort_key, work_name,
                        invited_on, mark, held_on, asked_on, answer_due, changed_at, changed_by)
                select c.unit_no, c.work_no, ?, c.member_id, c.id, c.full_name, c.sort_key, c.work_name,
                       ?, ?, ?, ?, ?, timestamptz '2025-01-01', 'thử'
                  from liaison.contact c
                 where c.member_id = ?
                   and upper_inf(c.valid)
                """,
                meeting,
                day,
                mark,
                day,
                "ABSENT".equals(mark) ? day : null,
                "ABSENT".equals(mark) ? due : null,
                person);
        return meeting;
    }

    private Evidence evidence(UUID person) {
        return ward.bean(EvidenceQueries.class)
                .of(ward.cell, person, ward.year(), ward.bean(Rulebooks.class).on(ward.today()));
    }

    @Test
    void every_sentence_of_a_draft_has_its_source_and_an_open_absence_is_in_none() {
        UUID person = people(1, "Tẩn").getFirst();
        UUID present = rollCall(person, "PRESENT", ward.today());
        UUID open = rollCall(person, "ABSENT", ward.today().plusDays(3));

        Evidence known = evidence(person);

        assertThat(known.groups()).hasSize(7);
        assertThat(known.groups().get(2).lines()).hasSize(2);
        assertThat(known.groups().getFirst().lines()).isEmpty();
        assertThat(known.draft()).hasSize(1);
        assertThat(known.draft().getFirst().text()).contains("Có mặt tại 1 kỳ họp");
        assertThat(known.draft())
                .allSatisfy(s ->
                        assertThat(s.sources())
                                .extracting(Evidence.Line::link)
                                .contains("/meetings/" + present)
                                .doesNotContain("/meetings/" + open));
    }

    @Test
    void sentences_come_behind_what_was_typed_and_only_once() {
        UUID person = people(1, "Lồ").getFirst();
        rollCall(person, "PRESENT", ward.today());
        ward.open();
        UUID slip = ward.slips(List.of(person)).getFirst().id();
        Visitor secretary = visitor(Role.RESIDENCE_CELL_SECRETARY, ward.world.cell1);
        Visitor.Page form = secretary.get("/comments/" + slip);
        assertThat(form.text()).contains("3. Dự họp, góp ý", "Chưa có thông tin", "Nguồn:");
        assertThat(PageStatements.of(secretary, "/comments/" + slip)).hasSizeBetween(1, 5);

        for (int i = 0; i < 2; i++) {
            Visitor.Page now = secretary.get("/comments/" + slip);
            String written = i == 0 ? "Lời của chi bộ." : ward.comment(slip).body().other();
            assertThat(
                            secretary
                                    .post(
                                            "/comments/" + slip,
                                            "version",
                                            now.hidden("version"),
                                            "other",
                                            written == null ? "" : written,
                                            "insert",
                                            "1")
                                    .status())
                    .isEqualTo(200);
        }

        assertThat(ward.comment(slip).body().other())
                .startsWith("Lời của chi bộ.\n")
                .containsOnlyOnce("Có mặt tại 1 kỳ họp");
    }

    @Test
    void
            a_task_of_the_cell_counts_once_it_is_reviewed_and_what_is_behind_is_left_to_the_committee() {
        UUID person = people(1, "Giáp").getFirst();
        UUID done = task(person, "Giữ sạch ngõ 12", "ON_TIME");
        task(person, "Vận động hai hộ", "LATE");
        task(person, "Trực tổ dân phố", null);

        Evidence known = evidence(person);

        assertThat(known.groups().get(1).lines())
                .extracting(Evidence.Line::text)
                .containsExactlyInAnyOrder("Giữ sạch ngõ 12: đúng hạn", "Vận động hai hộ: chậm");
        assertThat(known.draft())
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.text()).contains("Giữ sạch ngõ 12: đúng hạn");
                    assertThat(s.sources().getFirst().link()).isEqualTo("/tasks/" + done);
                });
        Visitor self = new Visitor(port);
        self.signIn(
                new Holders(context)
                        .holder("Giáp Thị Xem", Role.MEMBER, ward.world.workCell, person)
                        .userName(),
                Holders.PASSWORD);
        assertThat(self.get("/my-report").text())
                .contains("Nhiệm vụ chi bộ giao: Giữ sạch ngõ 12, đúng hạn")
                .doesNotContain("Vận động hai hộ", "Trực tổ dân phố");
    }

    /** A task of the cell given to the person, reviewed on the first day of the year or not yet. */
    private UUID task(UUID person, String title, @Nullable String result) {
        UUID task = Ids.next();
        UUID assignment = Ids.next();
        LocalDate day = LocalDate.of(ward.year(), 1, 1);
        World.run(
                """
                insert into assignment.task
                       (unit_no, id, field, title, search_key, product, since, cycle, hours, chore,
                        changed_at, changed_by)
                values (?, ?, 'ENVIRONMENT', ?, ?, 'Ngõ sạch', ?, 'QUARTER', 4, false,
                        timestamptz '2025-01-01', 'thử')
                """,
                ward.world.cell1,
                task,
                title,
                title,
                day);
        World.run(
                """
                insert into assignment.assignment
                       (unit_no, id, task_id, member_id, full_name, sort_key, contact, state, reason, since,
                        changed_at, changed_by)
                values (?, ?, ?, ?, 'Giáp', 'giap', true, 'ACCEPTED', 'thử', ?, timestamptz '2025-01-01',
                        'thử')
                """,
                ward.world.cell1,
                assignment,
                task,
                person,
                day);
        World.run(
                """
                insert into assignment.review
                       (unit_no, id, assignment_id, member_id, cause, from_day, to_day, due_on, result,
                        outcome, reviewed_on, reviewed_by, changed_at, changed_by)
                values (?, ?, ?, ?, 'CYCLE', ?, ?, ?, ?, ?, ?, ?, timestamptz '2025-01-01', 'thử')
                """,
                ward.world.cell1,
                Ids.next(),
                assignment,
                person,
                day,
                day,
                day,
                result,
                result == null ? null : "KEPT",
                result == null ? null : day,
                result == null ? null : "thử");
        return task;
    }
}
