package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.SlipForm;
import vn.ganbo.web.Picked;

/** A formal batch is pointed out, an honest one is not. */
@ProductTest
class QualityReviewTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private Ward ward;

    @BeforeEach
    void another() {
        ward = new Ward(context);
    }

    private List<UUID> fifty(String surname) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            names.add(surname + " Văn " + "Thứ " + i);
        }
        List<UUID> people = ward.registered(names.toArray(String[]::new));
        ward.open();
        return people;
    }

    /** One meeting of the cell that these people came to, the others sent somebody. */
    private void met(List<UUID> people, List<UUID> came) {
        UUID meeting = Ids.next();
        Date held = Date.valueOf(ward.today());
        World.run(
                """
                insert into meeting.meeting
                       (unit_no, id, kind, title, planned_on, starts_at, place, agenda, state, invited_on,
                        held_on, rulebook, changed_at, changed_by)
                values (?, ?, 'PERIODIC', 'Kỳ họp thử', ?, time '19:30', 'Nhà văn hóa', 'Bàn việc', 'HELD',
                        ?, ?, '213-qd-tw/1', now(), 't')
                """,
                ward.world.cell1,
                meeting,
                held,
                held,
                held);
        for (UUID person : people) {
            World.run(
                    """
                    insert into meeting.attendance
                           (unit_no, work_no, meeting_id, member_id, contact_id, full_name, sort_key,
                            work_name, invited_on, mark, held_on, concluded_on, changed_at, changed_by)
                    select c.unit_no, c.work_no, ?, c.member_id, c.id, c.full_name, c.sort_key,
                           c.work_name, ?, ?, ?, ?, now(), 't'
                      from liaison.contact c
                     where c.member_id = ?
                       and upper_inf(c.valid)
                    """,
                    meeting,
                    held,
                    came.contains(person) ? "PRESENT" : "HOUSEHOLD",
                    held,
                    held,
                    person);
        }
    }

    private void write(Picked slip, Map<String, String> answers, String words) {
        ward.cell.call(() -> ward.bean(Comments.class).saveDraft(ward.cell, slip, answers, words));
    }

    private List<QualityReview.Finding> findings(Viewer viewer, boolean drafts) {
        return viewer
                .call(() ->
                        ward.bean(QualityQueries.class).review(viewer.scope(), ward.year(), drafts))
                .cells()
                .stream()
                .flatMap(cell -> cell.findings().stream())
                .toList();
    }

    @Test
    void fifty_slips_with_the_same_words_on_forty_five_are_pointed_out_to_the_cell_first() {
        List<UUID> people = fifty("Ly");
        met(people, people);
        List<Picked> slips = ward.slips(people);
        for (int i = 0; i < slips.size(); i++) {
            write(
                    slips.get(i),
                    Ward.answers(),
                    i < 45
                            ? (i % 2 == 0
                                    ? "Chấp hành tốt, gương mẫu."
                                    : "chấp hành  tốt, Gương mẫu.")
                            : "Dọn vệ sinh ngõ %d ngày 12/3.".formatted(i));
        }

        assertThat(findings(ward.cell, true))
                .filteredOn(f -> f.kind() == QualityReview.QualityKind.SAME_WORDS)
                .singleElement()
                .satisfies(f -> assertThat(f.slips()).hasSize(45));
        assertThat(findings(ward.office, false)).isEmpty();
        Visitor secretary = new Visitor(port);
        secretary.signIn(
                new Holders(context)
                        .holder(
                                "Bí Thư Soát",
                                Role.RESIDENCE_CELL_SECRETARY,
                                ward.world.cell1,
                                null)
                        .userName(),
                Holders.PASSWORD);
        assertThat(secretary.get("/comments/quality").text())
                .contains("45 phiếu: cùng một lời nhận xét");
        assertThat(secretary.get("/comments?tab=to-sign").text())
                .contains("phiếu chờ ký có cùng một lời nhận xét");
        assertThat(secretary.get("/comments/quality?year=0").status()).isEqualTo(404);
        assertThat(PageStatements.of(secretary, "/comments/quality")).hasSizeBetween(1, 5);
        assertThat(PageStatements.of(secretary, "/comments?tab=to-sign")).hasSizeBetween(1, 5);
        assertThat(
                        new String(
                                secretary.download(
                                        "/comments/quality/export?as=csv&year=" + ward.year()),
                                StandardCharsets.UTF_8))
                .contains("Cùng một lời nhận xét", "Ly Văn Thứ 43");

        ward.meet(people);
        ward.sign(people);

        assertThat(findings(ward.office, false))
                .extracting(QualityReview.Finding::kind)
                .containsExactly(QualityReview.QualityKind.SAME_WORDS);
    }

    @Test
    void an_honest_batch_has_nothing_to_look_at_again() {
        List<UUID> people = fifty("Ma");
        List<UUID> came = people.subList(0, 40);
        met(people, came);
        List<Picked> slips = ward.slips(people);
        for (int i = 0; i < slips.size(); i++) {
            UUID person = ward.comment(slips.get(i).id()).body().memberId();
            Map<String, String> answers = Ward.answers();
            answers.put("meetings", came.contains(person) ? "full" : "partly");
            write(slips.get(i), answers, "Giúp tổ liên gia số %d ngày 5/6.".formatted(i));
        }

        assertThat(findings(ward.cell, true)).isEmpty();
    }

    @Test
    void a_mark_that_contradicts_the_roll_call_or_rests_on_nothing_is_pointed_out() {
        List<UUID> people = ward.registered("Mạc Thị Vắng", "Mạc Văn Chưa");
        ward.open();
        met(people.subList(0, 1), List.of());
        for (Picked slip : ward.slips(people)) {
            write(slip, Ward.answers(), "Việc riêng của phiếu " + slip.id());
        }

        assertThat(findings(ward.cell, true))
                .extracting(
                        f -> f.kind() + " " + f.slips().getFirst().fullName(),
                        f -> f.slips().size())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("NOT_ON_RECORD Mạc Văn Chưa", 1),
                        org.assertj.core.groups.Tuple.tuple("AGAINST_ATTENDANCE Mạc Thị Vắng", 1));
    }

    private static QualityReview.Slip slip(
            Map<String, String> answers,
            @Nullable String words,
            int held,
            int present,
            int deciding) {
        return new QualityReview.Slip(
                Ids.next(),
                new UUID(0, 1),
                "Chi bộ Thử",
                "Mạc Thị Phiếu",
                SlipForm.NORMAL,
                "213-qd-tw/1",
                answers,
                words,
                held,
                present,
                0,
                1,
                deciding,
                true);
    }

    private List<QualityReview.QualityKind> kinds(List<QualityReview.Slip> slips) {
        Rulebook book = ward.bean(Rulebooks.class).byReference("213-qd-tw/1").orElseThrow();
        return QualityReview.of(slips, Map.of("213-qd-tw/1", book), List.of())
                .cells()
                .getFirst()
                .findings()
                .stream()
                .map(QualityReview.Finding::kind)
                .toList();
    }

    @Test
    void nothing_but_best_marks_without_words_and_one_person_deciding_are_pointed_out() {
        Map<String, String> best = new HashMap<>();
        ward.bean(Rulebooks.class)
                .byReference("213-qd-tw/1")
                .orElseThrow()
                .criteria(SlipForm.NORMAL)
                .forEach(criterion ->
                        best.put(criterion.key(), criterion.options().getFirst().key()));

        assertThat(kinds(Collections.nCopies(5, slip(best, null, 2, 2, 1))))
                .containsExactly(
                        QualityReview.QualityKind.NO_WORDS,
                        QualityReview.QualityKind.ONLY_BEST,
                        QualityReview.QualityKind.ONE_PERSON);
        assertThat(kinds(List.of(slip(best, "Một việc.", 2, 2, 2)))).isEmpty();
    }

    @Test
    void none_of_two_meetings_and_a_full_part_do_not_go_together_even_when_excused() {
        assertThat(kinds(List.of(slip(Ward.answers(), "Một việc.", 2, 0, 2))))
                .containsExactly(QualityReview.QualityKind.AGAINST_ATTENDANCE);
    }
}
