package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Picked;

/** Who owes the next step of a round is reminded once, and then the superior is told. */
@ProductTest
class CommentClockTest {
    private static final Scope ALL = Scope.system("test");
    private static final Sql TOLD =
            Sql.of(
                    """
                    select f.key
                      from audit.fact f
                     where f.key in ('assessment.requests-overdue', 'assessment.follow-ups-overdue',
                                     'assessment.superior-of-residence-told',
                                     'assessment.superior-of-workplace-told')
                       and exists (select from audit.fact_about a
                                    where a.fact_id = f.id
                                      and a.member_id = :member::uuid)
                     order by f.at, f.id
                    """);

    private static final Sql NOTICED =
            Sql.of(
                    """
                    select n.key
                      from notification.notice n
                     where n.unit_no = :unit::int
                       and n.key like 'assessment.%-overdue'
                    """);

    @Autowired ApplicationContext context;
    @Autowired CommentClock commentClock;
    @Autowired Db db;

    private final Viewer night = Viewer.system("remind of comments whose day has passed");
    private Ward ward;

    @BeforeEach
    void another() {
        ward = new Ward(context);
    }

    private List<String> told(UUID member) {
        return db.list(ALL, TOLD, row -> row.getString(1), "member", member);
    }

    private void look() {
        night.call(() -> commentClock.remind(night));
    }

    @Test
    void a_request_that_waits_too_long_is_reminded_of_once_and_then_told_to_the_superior() {
        UUID person = ward.registered("Lèng Thị Chờ").getFirst();
        ward.work.call(() ->
                ward.bean(Requests.class)
                        .ask(
                                ward.work,
                                List.of(person),
                                new Requests.Ask(
                                        RequestPurpose.REWARD,
                                        ward.year(),
                                        ward.today().plusDays(10),
                                        null),
                                Ward.SECRETARY));
        look();
        assertThat(told(person)).isEmpty();

        overdue("assessment.comment_request", "asked_on", 2, person);
        look();
        look();
        assertThat(told(person)).containsExactly("assessment.requests-overdue");

        overdue("assessment.comment_request", "asked_on", 30, person);
        look();
        look();
        assertThat(told(person))
                .containsExactly(
                        "assessment.requests-overdue", "assessment.superior-of-residence-told");
    }

    private void overdue(String table, String since, int days, UUID person) {
        World.run(
                ("update %s set %s = current_date - 90, due_on = current_date - %d"
                                + " where member_id = ?")
                        .formatted(table, since, days),
                person);
    }

    @Test
    void a_proposal_the_workplace_leaves_lying_is_reminded_of_and_an_answered_one_is_not() {
        List<UUID> people = ward.registered("Lèng Văn Quên", "Lèng Văn Xong");
        ward.open();
        for (Picked slip : ward.slips(people)) {
            var answers = Ward.answers();
            answers.put("proposal", "commend");
            ward.cell.call(() ->
                    ward.bean(Comments.class).saveDraft(ward.cell, slip, answers, "Tích cực."));
        }
        ward.meet(people);
        ward.sign(people);
        ward.confirm(people);
        ward.giveOut(people);
        World.run(
                "update assessment.follow_up set opened_on = current_date - 90, due_on ="
                        + " current_date - 2 where comment_id in (select c.id from"
                        + " assessment.comment c where c.member_id in (?, ?))",
                people.getFirst(),
                people.getLast());
        UUID answered = ward.slips(List.of(people.getLast())).getFirst().id();
        ward.work
                .scope()
                .run(() ->
                        ward.bean(FollowUps.class)
                                .answer(
                                        ward.work,
                                        new Picked(answered, 1),
                                        FollowUpOutcome.COMMENDED,
                                        "Đã biểu dương trước chi bộ."));

        look();
        look();

        assertThat(told(people.getFirst())).containsExactly("assessment.follow-ups-overdue");
        assertThat(told(people.getLast())).isEmpty();
    }

    @Test
    void cells_and_ward_are_reminded_of_each_step_of_their_round_once() {
        List<UUID> people = ward.registered("Lèng Thị Trễ");
        UUID round = ward.open();
        World.run(
                "update assessment.round set meeting_due = current_date - 30, comment_due ="
                        + " current_date - 20, returned_due = current_date - 10 where id = ?",
                round);

        look();
        look();

        assertThat(noticed(ward.world.cell1))
                .containsExactlyInAnyOrder(
                        "assessment.meetings-overdue", "assessment.signatures-overdue");
        assertThat(noticed(ward.world.ward)).containsExactly("assessment.returns-overdue");
        assertThat(ward.slips(people)).hasSize(1);
    }

    private List<String> noticed(int unit) {
        return db.list(ALL, NOTICED, row -> row.getString(1), "unit", unit);
    }
}
