package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.SlipForm;
import vn.ganbo.web.Picked;

@ProductTest
class CommentsTest {
    @Autowired ApplicationContext context;
    @Autowired Comments comments;
    @Autowired Rounds rounds;
    @Autowired CollectiveDecisions decisions;
    @Autowired CommentQueries queries;
    @Autowired RoundQueries board;

    private Ward ward;

    @BeforeEach
    void another() {
        ward = new Ward(context);
    }

    private static String sentence(Refusal refusal) {
        return Labels.say("refusal." + refusal.key(), refusal.words());
    }

    @Test
    void a_round_gives_one_draft_to_everyone_registered_who_is_not_exempt_and_leaves_one_fact() {
        List<UUID> people = ward.registered("Hà Thị Một", "Hà Thị Hai", "Hà Thị Miễn");
        World.run("update liaison.contact set exempt = true where member_id = ?", people.get(2));

        UUID round = ward.open();

        assertThat(ward.slips(people)).hasSize(2);
        assertThat(ward.slips(List.of(people.get(2)))).isEmpty();
        assertThat(ward.facts("assessment.round-opened", ward.world.ward)).isEqualTo(1);
        assertThat(board.board(ward.office.scope(), round))
                .filteredOn(cell -> cell.total() > 0)
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.registered()).isEqualTo(3);
                    assertThat(cell.exempt()).isEqualTo(1);
                    assertThat(cell.total()).isEqualTo(2);
                });
        assertThatThrownBy(ward::open).isInstanceOf(Refusal.class);
    }

    @Test
    void whoever_comes_onto_the_register_later_is_added_once() {
        ward.registered("Hà Thị Trước");
        UUID round = ward.open();
        List<UUID> late = ward.registered("Hà Thị Sau");

        int added = ward.office.call(() -> rounds.supplement(ward.office, round));
        int again = ward.office.call(() -> rounds.supplement(ward.office, round));

        assertThat(added).isEqualTo(1);
        assertThat(again).isZero();
        assertThat(ward.slips(late)).hasSize(1);
    }

    @Test
    void the_cell_cannot_sign_before_the_meeting_with_the_front_is_on_record() {
        List<UUID> people = ward.registered("Mã Văn Ký");
        ward.open();
        ward.fill(people);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ward.sign(people));

        assertThat(sentence(refusal))
                .contains("Chi ủy chưa ghi cuộc họp với Ban công tác Mặt trận")
                .contains("khoản 4 Điều 4");
        UUID decision = ward.meet(people);
        ward.cell
                .scope()
                .run(() -> decisions.withdraw(ward.cell, decision, 1, "Ghi nhầm người dự"));
        assertThatThrownBy(() -> ward.sign(people)).isInstanceOf(Refusal.class);

        ward.meet(people);
        ward.sign(people);

        assertThat(ward.comment(ward.slips(people).getFirst().id()))
                .isInstanceOf(Comment.CellSigned.class);
        assertThatThrownBy(() ->
                        ward.cell
                                .scope()
                                .run(() -> decisions.withdraw(ward.cell, decision, 2, "Lần nữa")))
                .isInstanceOf(vn.ganbo.kernel.NotFound.class);
    }

    @Test
    void the_database_itself_refuses_a_signature_that_no_record_covers() {
        List<UUID> people = ward.registered("Mã Văn Họp", "Mã Văn Thẳng");
        ward.open();
        ward.fill(people);
        UUID decision = ward.meet(people.subList(0, 1));
        UUID slip = ward.slips(people.subList(1, 2)).getFirst().id();

        assertThatThrownBy(() ->
                        World.run(
                                "update assessment.comment set state = 'CELL_SIGNED' where id = ?",
                                slip))
                .hasMessageContaining("no_signature_without_a_decision");
        assertThatThrownBy(() ->
                        World.run(
                                """
                                update assessment.comment
                                   set state = 'CELL_SIGNED', decision_id = ?,
                                       met_on = date '2026-11-01', cell_signed_on = date '2026-11-02'
                                 where id = ?
                                """,
                                decision,
                                slip))
                .hasMessageContaining("decision_covers_this_slip");
    }

    @Test
    void an_unfinished_slip_or_a_vote_against_it_is_not_signed() {
        List<UUID> people = ward.registered("Lù Thị Dở", "Lù Thị Chống");
        ward.open();
        List<Picked> slips = ward.slips(people);
        ward.fill(people.subList(1, 2));
        UUID against = ward.slips(people.subList(1, 2)).getFirst().id();
        CollectiveDecisions.Meeting plain = ward.meeting(people);
        ward.meet(
                new CollectiveDecisions.Meeting(
                        plain.metOn(),
                        plain.place(),
                        plain.committee(),
                        plain.front(),
                        plain.votes(),
                        plain.conclusion(),
                        plain.comments(),
                        List.of(
                                new CollectiveDecisions.Dissent(
                                        against,
                                        new CollectiveDecisions.Votes(1, 2, 0),
                                        "chưa đủ căn cứ"))));

        Refusal unfinished =
                catchThrowableOfType(Refusal.class, () -> ward.sign(people.subList(0, 1)));
        Refusal voted = catchThrowableOfType(Refusal.class, () -> ward.sign(people.subList(1, 2)));
        Refusal both = catchThrowableOfType(Refusal.class, () -> ward.sign(people));

        assertThat(sentence(unfinished)).contains("1, 2, 3, 4, 5, 6");
        assertThat(sentence(voted)).contains("1 tán thành, 2 không tán thành");
        assertThat(sentence(both)).contains("2 trong 2 phiếu");
        assertThat(slips).hasSize(2);
    }

    @Test
    void a_comment_is_collective_one_person_alone_or_counted_twice_does_not_decide() {
        List<UUID> people = ward.registered("Tẩn Thị Chung");
        ward.open();
        CollectiveDecisions.Meeting good = ward.meeting(people);

        assertProblem(with(good, List.of(ward.secretary), good.front()), "committee", "tập thể");
        assertProblem(with(good, good.committee(), List.of()), "front-name-0", "Mặt trận");
        assertProblem(
                with(
                        good,
                        good.committee(),
                        List.of(
                                new CollectiveDecisions.FrontPerson(
                                        "Vi Thị Bí Thư", "Trưởng ban"))),
                "front-name-0",
                "đã được tính một lần");
        assertProblem(
                new CollectiveDecisions.Meeting(
                        ward.today().plusDays(1),
                        good.place(),
                        good.committee(),
                        good.front(),
                        new CollectiveDecisions.Votes(9, 0, 0),
                        good.conclusion(),
                        good.comments(),
                        List.of()),
                "metOn",
                "chưa tới");
    }

    private static CollectiveDecisions.Meeting with(
            CollectiveDecisions.Meeting m,
            List<UUID> committee,
            List<CollectiveDecisions.FrontPerson> front) {
        return new CollectiveDecisions.Meeting(
                m.metOn(),
                m.place(),
                committee,
                front,
                new CollectiveDecisions.Votes(1, 0, 0),
                m.conclusion(),
                m.comments(),
                m.dissents());
    }

    private void assertProblem(CollectiveDecisions.Meeting meeting, String field, String words) {
        Problems problems = catchThrowableOfType(Problems.class, () -> ward.meet(meeting));
        assertThat(String.join(" ", problems.byField().get(field))).contains(words);
    }

    @Test
    void two_clerks_on_one_draft_the_second_learns_who_and_when_and_nothing_is_overwritten() {
        List<UUID> people = ward.registered("Nông Thị Đôi");
        ward.open();
        Picked seen = ward.slips(people).getFirst();
        Viewer other =
                ward.world.viewer(
                        vn.ganbo.kernel.Role.COMMITTEE_MEMBER_IN_CHARGE,
                        ward.world.cell1,
                        ward.world.cell1 + 9);
        other.call(() -> comments.saveDraft(other, seen, Ward.answers(), "Bản của người trước"));

        Conflict conflict =
                catchThrowableOfType(
                        Conflict.class,
                        () ->
                                ward.cell.call(() ->
                                        comments.saveDraft(ward.cell, seen, Map.of(), "Bản sau")));

        assertThat(conflict.who()).contains("Người Thử");
        assertThat(ward.comment(seen.id()).body().other()).isEqualTo("Bản của người trước");
        assertThatThrownBy(() ->
                        ward.cell
                                .scope()
                                .run(() -> comments.sign(ward.cell, List.of(seen), Ward.SECRETARY)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void one_meeting_is_put_on_record_once_and_may_be_recorded_again_after_its_withdrawal() {
        List<UUID> people = ward.registered("Nông Thị Biên Bản");
        ward.open();
        UUID record = ward.meet(people);

        assertThatThrownBy(() -> ward.meet(people))
                .isInstanceOf(Refusal.class)
                .hasMessage("assessment.decision-recorded");

        ward.cell
                .scope()
                .run(() ->
                        ward.bean(CollectiveDecisions.class)
                                .withdraw(ward.cell, record, 1, "Ghi nhầm số phiếu"));
        assertThat(ward.meet(people)).isNotEqualTo(record);
    }

    @Test
    void an_answer_that_the_form_does_not_have_is_named_by_its_criterion() {
        List<UUID> people = ward.registered("Giàng A Chọn");
        ward.open();
        Picked slip = ward.slips(people).getFirst();

        Problems problems =
                catchThrowableOfType(
                        Problems.class,
                        () ->
                                ward.cell.call(() ->
                                        comments.saveDraft(
                                                ward.cell,
                                                slip,
                                                Map.of("civic", "well", "example", "yes"),
                                                "")));

        assertThat(problems.byField()).containsOnlyKeys("civic");
    }

    @Test
    void signing_confirming_and_returning_many_slips_leave_one_fact_each() {
        List<UUID> people = ward.registered("Hoàng Văn Một", "Hoàng Văn Hai", "Hoàng Văn Ba");

        ward.wholeWay(people);

        assertThat(ward.facts("assessment.comments-signed", ward.world.cell1)).isEqualTo(1);
        assertThat(ward.facts("assessment.comments-confirmed", ward.world.ward)).isEqualTo(1);
        assertThat(ward.facts("assessment.comments-returned-to-workplace", ward.world.ward))
                .isEqualTo(1);
        for (Picked slip : ward.slips(people)) {
            assertThat(ward.comment(slip.id())).isInstanceOf(Comment.Returned.class);
            assertThat(queries.steps(ward.office.scope(), slip.id()))
                    .extracting(CommentQueries.StepTaken::state)
                    .containsExactly(CommentState.values());
        }
    }

    @Test
    void who_signs_for_another_signs_in_the_own_post_and_by_whose_order_stands_above() {
        List<UUID> people = ward.registered("Hoàng Thị Thừa Lệnh");
        ward.open();
        ward.fill(people);
        ward.meet(people);
        Signer deputy = new Signer("Lò Văn Phó", "phó bí thư");
        Signer byOrder = new Signer("Bế Thị Ban", "trưởng ban xây dựng đảng");
        Signer stranger = new Signer("Ai Đó", "Chủ tịch");
        assertThatThrownBy(() -> sign(people, stranger)).isInstanceOf(Problems.class);
        assertThatThrownBy(() -> sign(people, byOrder)).isInstanceOf(Problems.class);
        sign(people, deputy);
        List<Picked> signed = ward.slips(people);
        Problems wrong =
                catchThrowableOfType(
                        Problems.class,
                        () ->
                                ward.office
                                        .scope()
                                        .run(() ->
                                                comments.confirm(ward.office, signed, stranger)));
        assertThat(String.join(" ", wrong.byField().get("post")))
                .contains("Bí thư hoặc Phó Bí thư hoặc Trưởng Ban Xây dựng Đảng");

        ward.office.scope().run(() -> comments.confirm(ward.office, signed, byOrder));
        ward.giveOut(people);

        Comment.Returned returned =
                (Comment.Returned) ward.comment(ward.slips(people).getFirst().id());
        assertThat(returned.confirmed().signed().signer().post()).isEqualTo("Phó Bí thư");
        byte[] paper =
                ward.work.call(() ->
                        ward.bean(vn.ganbo.document.Prints.class)
                                .draw(
                                        ward.bean(vn.ganbo.document.Papers.class)
                                                .stored(ward.work, List.of(returned.paper())),
                                        vn.ganbo.document.PrintLayout.A4));
        assertThat(text(paper))
                .contains("T/M CHI BỘ PHÓ BÍ THƯ Lò Văn Phó")
                .contains("T/L BAN THƯỜNG VỤ TRƯỞNG BAN XÂY DỰNG ĐẢNG Bế Thị Ban");
    }

    private void sign(List<UUID> people, Signer signer) {
        List<Picked> slips = ward.slips(people);
        ward.cell.scope().run(() -> comments.sign(ward.cell, slips, signer));
    }

    private static String text(byte[] pdf) {
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            return new org.apache.pdfbox.text.PDFTextStripper()
                    .getText(document)
                    .replaceAll("\\s+", " ");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void the_ward_gives_a_slip_back_and_the_reason_stays_at_the_residence() {
        List<UUID> people = ward.registered("Lường Thị Sửa");
        ward.open();
        ward.fill(people);
        ward.meet(people);
        ward.sign(people);
        List<Picked> signed = ward.slips(people);
        UUID slip = signed.getFirst().id();

        ward.office.scope().run(() -> comments.giveBack(ward.office, signed, "Thiếu việc cụ thể"));

        assertThat(ward.comment(slip)).isInstanceOf(Comment.Draft.class);
        assertThat(queries.steps(ward.cell.scope(), slip).getLast().note())
                .isEqualTo("Thiếu việc cụ thể");
        ward.sign(people);
        ward.confirm(people);
        ward.giveOut(people);
        assertThat(queries.steps(ward.work.scope(), slip))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.note()).isNull());
    }

    @Test
    void a_slip_of_an_exempt_member_is_asked_for_and_has_the_three_criteria_of_its_form() {
        List<UUID> people = ward.registered("Vàng A Miễn");
        World.run(
                "update liaison.contact set exempt = true where member_id = ?", people.getFirst());
        Requests requests = ward.bean(Requests.class);
        Requests.Asked asked =
                ward.work.call(() ->
                        requests.ask(
                                ward.work,
                                people,
                                new Requests.Ask(
                                        RequestPurpose.PERSONNEL,
                                        ward.year(),
                                        ward.today().plusDays(20),
                                        "H99.01"),
                                Ward.SECRETARY));

        ward.office.call(() -> requests.takeUp(ward.office, asked.requests()));

        Picked slip = ward.slips(people).getFirst();
        assertThat(ward.comment(slip.id()).body().form()).isEqualTo(SlipForm.EXEMPT);
        assertThat(comments.criteria(ward.comment(slip.id()).body())).hasSize(3);
        assertThatThrownBy(() ->
                        ward.cell.call(() ->
                                comments.saveDraft(
                                        ward.cell, slip, Map.of("civic", "leading"), "")))
                .isInstanceOf(Problems.class);
        ward.cell.call(() ->
                comments.saveDraft(
                        ward.cell,
                        slip,
                        Map.of("example", "good", "civic", "well", "voice", "yes"),
                        ""));
        ward.meet(people);
        ward.sign(people);
        ward.confirm(people);
        ward.giveOut(people);
        assertThat(ward.bean(RequestQueries.class).all(ward.work.scope(), false))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo(RequestState.ANSWERED);
                    assertThat(line.commentId()).isEqualTo(slip.id());
                    assertThat(line.number()).contains("PXYK");
                });

        UUID corrected =
                ward.office.call(() ->
                        ward.bean(CommentReplies.class)
                                .correct(ward.office, slip.id(), "Chọn nhầm một mức."));
        assertThat(ward.bean(RequestQueries.class).all(ward.office.scope(), false))
                .singleElement()
                .extracting(RequestQueries.Line::commentId)
                .isEqualTo(corrected);
    }

    @Test
    void all_requests_go_to_the_cells_at_once_and_who_is_in_no_cell_yet_waits_for_it() {
        List<UUID> people = ward.registered("Lịch Thị Đủ", "Lịch Văn Cả", "Lịch Thị Chưa Phân");
        Requests requests = ward.bean(Requests.class);
        ward.work.call(() ->
                requests.ask(
                        ward.work,
                        people,
                        new Requests.Ask(
                                RequestPurpose.REWARD,
                                ward.year(),
                                ward.today().plusDays(20),
                                null),
                        Ward.SECRETARY));
        World.run(
                "update liaison.contact set cell_no = null where member_id = ?", people.getLast());

        int taken = ward.office.call(() -> requests.takeUpAll(ward.office));

        assertThat(taken).isEqualTo(2);
        assertThat(ward.bean(RequestQueries.class).all(ward.office.scope(), true))
                .filteredOn(line -> line.state() == RequestState.SENT)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.fullName()).isEqualTo("Lịch Thị Chưa Phân");
                    assertThat(line.placed()).isFalse();
                });
        assertThatThrownBy(() -> ward.office.call(() -> requests.takeUpAll(ward.office)))
                .isInstanceOf(Problems.class);
    }

    @Test
    void a_yearly_request_is_answered_by_the_slip_of_the_round() {
        List<UUID> people = ward.registered("Lý Thị Chung");
        ward.open();
        Requests requests = ward.bean(Requests.class);
        Requests.Ask yearly =
                new Requests.Ask(
                        RequestPurpose.ASSESSMENT, ward.year(), ward.today().plusDays(20), null);
        List<UUID> asked =
                ward.work
                        .call(() -> requests.ask(ward.work, people, yearly, Ward.SECRETARY))
                        .requests();

        ward.office.call(() -> requests.takeUp(ward.office, asked));

        assertThat(ward.slips(people)).hasSize(1);
        assertThatThrownBy(() ->
                        ward.work.call(
                                () -> requests.ask(ward.work, people, yearly, Ward.SECRETARY)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ward.office.call(() -> requests.takeUp(ward.office, asked)))
                .isInstanceOf(Refusal.class);
    }
}
