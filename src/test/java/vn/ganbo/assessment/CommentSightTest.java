package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/** Who sees a comment when: asked of PostgreSQL itself, without the program's own walls. */
@ProductTest
class CommentSightTest {
    private static final List<String> TABLES =
            List.of(
                    "round",
                    "round_cell",
                    "comment_request",
                    "decision",
                    "decision_attendee",
                    "decision_member",
                    "comment",
                    "comment_step",
                    "comment_receipt");

    @Autowired ApplicationContext context;
    @Autowired Comments comments;
    @Autowired CommentQueries queries;
    @Autowired ReturnedQueries returned;
    @Autowired History history;

    private Ward ward;
    private List<UUID> people;

    @BeforeEach
    void another() {
        ward = new Ward(context);
        people = ward.registered("Hà Thị Thấy");
    }

    /** Rows of a table under a scope, or without any when it is null, with no condition of ours. */
    private static long rows(String table, @Nullable Scope scope) {
        try (Connection app = TestDatabase.current().connect("app");
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            if (scope != null) {
                try (PreparedStatement set =
                        app.prepareStatement(
                                "select set_config('app.scope', ?, true), set_config('app.self', ?, true)")) {
                    set.setString(1, scope.multirange());
                    set.setString(2, scope.self() == null ? "" : scope.self().toString());
                    set.execute();
                }
            }
            try (ResultSet found =
                    statement.executeQuery("select count(*) from assessment." + table)) {
                found.next();
                return found.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_workplace_and_the_member_see_nothing_until_the_slip_is_returned() {
        Viewer self = ward.world.memberViewer(people.getFirst());
        ward.open();
        ward.fill(people);
        ward.meet(people);
        nothingFor(ward.work, self);
        ward.sign(people);
        nothingFor(ward.work, self);
        ward.confirm(people);
        nothingFor(ward.work, self);
        assertThat(rows("comment", ward.cell.scope())).isEqualTo(1);

        ward.giveOut(people);

        assertThat(rows("comment", ward.work.scope())).isEqualTo(1);
        assertThat(rows("comment", self.scope())).isEqualTo(1);
        assertThat(rows("comment", ward.world.otherWardOffice().scope())).isZero();
        assertThat(rows("decision", ward.work.scope())).isZero();
        assertThat(rows("decision_attendee", self.scope())).isZero();
        assertThat(rows("decision_member", self.scope())).isZero();
    }

    @Test
    void the_member_is_not_told_what_the_residence_drafts() {
        Viewer self = ward.world.memberViewer(people.getFirst());
        long before = history.ofMember(self.scope(), people.getFirst()).size();
        ward.open();
        ward.fill(people);
        ward.meet(people);
        ward.sign(people);

        assertThat(history.ofMember(self.scope(), people.getFirst()))
                .as("what the member reads of the own person")
                .hasSize((int) before)
                .noneMatch(line -> line.sentence().contains("nhận xét"));
        assertThat(history.ofMember(ward.cell.scope(), people.getFirst()))
                .anyMatch(line -> line.sentence().contains("Chi bộ ký"));

        ward.confirm(people);
        ward.giveOut(people);
        assertThat(history.ofMember(self.scope(), people.getFirst()))
                .filteredOn(line -> line.sentence().contains("nhận xét"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.sentence()).startsWith("Gửi trả phiếu nhận xét"));
    }

    private static void nothingFor(Viewer... viewers) {
        for (Viewer viewer : viewers) {
            for (String table : TABLES) {
                assertThat(rows(table, viewer.scope())).as(table).isZero();
            }
        }
    }

    @Test
    void without_a_scope_no_table_shows_a_row() {
        ward.wholeWay(people);

        for (String table : TABLES) {
            assertThat(rows(table, null)).as(table).isZero();
            assertThat(rows(table, Scope.of(List.of()))).as(table).isZero();
        }
    }

    @Test
    void neither_the_workplace_nor_the_member_can_change_a_returned_slip() {
        ward.wholeWay(people);
        UUID slip = ward.slips(people).getFirst().id();

        assertThat(changed(ward.work.scope(), slip)).isZero();
        assertThat(changed(ward.world.memberViewer(people.getFirst()).scope(), slip)).isZero();
    }

    private static int changed(Scope scope, UUID slip) {
        try (Connection app = TestDatabase.current().connect("app");
                PreparedStatement set =
                        app.prepareStatement(
                                "select set_config('app.scope', ?, true), set_config('app.self', ?, true)");
                PreparedStatement change =
                        app.prepareStatement(
                                "update assessment.comment set other = 'khác' where id = ?")) {
            app.setAutoCommit(false);
            set.setString(1, scope.multirange());
            set.setString(2, scope.self() == null ? "" : scope.self().toString());
            set.execute();
            change.setObject(1, slip);
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_past_comment_follows_the_person_to_the_present_workplace() {
        ward.wholeWay(people);
        int other = ward.world.province + 900;
        World.run("insert into organisation.unit (no, id) values (?, ?)", other, UUID.randomUUID());
        World.run("update member.member set work_no = ? where id = ?", other, people.getFirst());
        Scope there = Scope.of(List.of(new Scope.Range(other, other)));

        assertThat(rows("comment", there)).isEqualTo(1);
        assertThat(rows("comment", ward.work.scope())).isZero();
        assertThat(rows("comment", ward.cell.scope())).isEqualTo(1);
    }

    @Test
    void the_workplace_receives_the_stored_paper_and_the_member_reads_it_once() {
        ward.wholeWay(people);
        UUID slip = ward.slips(people).getFirst().id();
        Viewer self = ward.world.memberViewer(people.getFirst());

        int received = ward.work.call(() -> comments.receive(ward.work, List.of(slip)));
        int again = ward.work.call(() -> comments.receive(ward.work, List.of(slip)));
        self.scope().run(() -> comments.read(self, slip));
        self.scope().run(() -> comments.read(self, slip));

        assertThat(received).isEqualTo(1);
        assertThat(again).isZero();
        assertThat(ward.facts("assessment.comments-received", ward.world.workplace)).isEqualTo(1);
        assertThat(ward.facts("assessment.comment-read-by-member", ward.world.workCell))
                .isEqualTo(1);
        UUID paper =
                java.util.Objects.requireNonNull(
                        returned.list(ward.work.scope(), true, 10, 0).getFirst().paperId());
        Papers papers = ward.bean(Papers.class);
        assertThat(ward.work.call(() -> papers.read(ward.work.scope(), paper)).bytes())
                .isNotEmpty();
        assertThat(self.call(() -> papers.read(self.scope(), paper)).bytes()).isNotEmpty();
        assertThat(queries.one(self.scope(), slip).orElseThrow().votesFor()).isEqualTo(3);
    }

    @Test
    void a_slip_that_is_not_returned_does_not_exist_for_the_other_side() {
        ward.open();
        UUID slip = ward.slips(people).getFirst().id();
        Viewer self = ward.world.memberViewer(people.getFirst());

        assertThat(queries.one(ward.work.scope(), slip)).isEmpty();
        assertThatThrownBy(() -> ward.work.scope().run(() -> comments.read(ward.work, slip)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> self.scope().run(() -> comments.read(self, slip)))
                .isInstanceOf(NotFound.class);
    }
}
