package vn.ganbo.forum;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
import vn.ganbo.liaison.Introductions;
import vn.ganbo.liaison.Introductions.Placement;
import vn.ganbo.organisation.Units;

/** The notice board of a cell: who reads, who writes, what is hidden and from whom. */
@ProductTest
class TopicsTest {
    @Autowired Topics topics;
    @Autowired TopicStore store;
    @Autowired Introductions introductions;
    @Autowired Units units;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Viewer secretary;
    private Viewer asker;
    private Viewer neighbour;
    private Viewer elsewhere;
    private UUID cell;

    @BeforeEach
    void two_neighbours_and_somebody_of_another_cell() {
        world = new World();
        secretary = world.cellSecretary();
        cell = units.require(world.wardOffice().scope(), world.cell1).id();
        asker = world.memberViewer(placed("Chìu Thị Hỏi", world.cell1));
        neighbour = world.memberViewer(placed("Chìu Văn Đáp", world.cell1));
        elsewhere = world.memberViewer(placed("Chìu Thị Xa", world.cell2));
    }

    private UUID placed(String name, int unit) {
        UUID member = world.member(name);
        Viewer work = world.workplaceOffice();
        Viewer ward = world.wardOffice();
        UUID letter =
                work.call(() -> {
                    UUID made = introductions.issue(work, List.of(member)).letters().getFirst();
                    introductions.sign(
                            work, List.of(made), new Introductions.Signer("Lò Văn Ký", "Bí thư"));
                    introductions.send(work, List.of(made));
                    return made;
                });
        UUID place = units.require(ward.scope(), unit).id();
        ward.scope()
                .run(() ->
                        introductions.acknowledge(
                                ward, letter, 3, new Placement(place, null, null)));
        return member;
    }

    private UUID ask(Viewer viewer) {
        return viewer.call(() ->
                topics.post(
                        viewer,
                        cell,
                        new Topics.NewTopic(
                                "QUESTION", "Họp tổ vào tối nào?", "Tôi hay trực ca tối.")));
    }

    private boolean reads(Viewer viewer, UUID topic) {
        return viewer.call(() -> store.one(viewer.scope(), topic)).isPresent();
    }

    @Test
    void who_stands_with_the_cell_reads_and_answers_and_nobody_else_does() {
        UUID topic = ask(asker);

        assertThat(reads(neighbour, topic)).isTrue();
        assertThat(reads(secretary, topic)).isTrue();
        assertThat(reads(elsewhere, topic)).isFalse();
        assertThat(reads(world.workplaceOffice(), topic)).isFalse();
        assertThat(reads(world.otherWardOffice(), topic)).isFalse();

        neighbour.scope().run(() -> topics.answer(neighbour, topic, "Tối thứ năm tuần đầu."));
        assertThat(asker.call(() -> store.answers(asker.scope(), topic)))
                .singleElement()
                .satisfies(answer -> assertThat(answer.authorName()).isEqualTo(neighbour.name()));
        assertThatThrownBy(() -> ask(elsewhere)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> elsewhere.call(() -> topics.answer(elsewhere, topic, "Không.")))
                .isInstanceOf(NotFound.class);
        Viewer work = world.workplaceOffice();
        assertThatThrownBy(() -> ask(work)).isInstanceOf(NotFound.class);
    }

    @Test
    void what_the_cell_committee_hides_is_read_by_its_author_alone_with_the_reason() {
        UUID topic = ask(asker);
        assertThatThrownBy(() ->
                        secretary.scope().run(() -> topics.hide(secretary, topic, null, 1, " ")))
                .isInstanceOf(Problems.class);
        assertThatThrownBy(() ->
                        neighbour.scope().run(() -> topics.hide(neighbour, topic, null, 1, "Vì.")))
                .isInstanceOf(NotFound.class);

        secretary.scope().run(() -> topics.hide(secretary, topic, null, 1, "Có tên người khác."));

        assertThat(reads(neighbour, topic)).isFalse();
        assertThat(asker.call(() -> store.one(asker.scope(), topic)).orElseThrow().hiddenBecause())
                .isEqualTo("Có tên người khác.");
        assertThatThrownBy(() -> asker.call(() -> topics.answer(asker, topic, "Vì sao?")))
                .isInstanceOf(Refusal.class);

        secretary.scope().run(() -> topics.show(secretary, topic, null, 2));
        assertThat(reads(neighbour, topic)).isTrue();

        asker.scope().run(() -> topics.withdraw(asker, topic, null, 3));
        assertThat(reads(neighbour, topic)).isFalse();
        assertThatThrownBy(
                        () -> secretary.scope().run(() -> topics.show(secretary, topic, null, 4)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void one_answer_is_hidden_without_the_rest() {
        UUID topic = ask(asker);
        UUID good = neighbour.call(() -> topics.answer(neighbour, topic, "Tối thứ năm."));
        UUID bad = neighbour.call(() -> topics.answer(neighbour, topic, "Bà nọ không đi."));

        secretary.scope().run(() -> topics.hide(secretary, topic, bad, 1, "Việc riêng."));

        assertThat(asker.call(() -> store.answers(asker.scope(), topic)))
                .extracting(TopicStore.Answer::id)
                .containsExactly(good);
        assertThat(neighbour.call(() -> store.answers(neighbour.scope(), topic))).hasSize(2);
    }

    @Test
    void a_row_without_an_author_cannot_be_kept() {
        assertThatThrownBy(() ->
                        World.run(
                                """
                                insert into forum.topic (unit_no, id, kind, title, body, author_name, at, on_day)
                                values (?, ?, 'QUESTION', 'x', 'x', '', now(), '2026-11-27')
                                """,
                                world.cell1,
                                UUID.randomUUID()))
                .hasMessageContaining("written_by_somebody");
    }

    @Test
    void the_group_outside_is_an_https_address_of_zalo_and_nothing_else() {
        assertThat(Topics.isGroupLink("https://zalo.me/g/abcdef123")).isTrue();
        for (String bad :
                List.of(
                        "http://zalo.me/g/a",
                        "https://zalo.me.example.net/g/a",
                        "https://zalo.me@example.net/a",
                        "https://example.net/zalo.me",
                        "javascript:alert(1)",
                        "https://zalo.me:8443/g/a")) {
            assertThat(Topics.isGroupLink(bad)).as(bad).isFalse();
        }
        secretary.scope().run(() -> topics.link(secretary, cell, "https://zalo.me/g/abcdef123"));
        assertThat(asker.call(() -> store.boards(asker.scope())))
                .singleElement()
                .satisfies(
                        board -> assertThat(board.url()).isEqualTo("https://zalo.me/g/abcdef123"));
        assertThatThrownBy(() -> asker.scope().run(() -> topics.link(asker, cell, "")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_has_been_silent_for_long_goes_when_two_have_approved() {
        UUID old = ask(asker);
        neighbour.scope().run(() -> topics.answer(neighbour, old, "Lâu rồi."));
        UUID revived = ask(asker);
        neighbour.scope().run(() -> topics.answer(neighbour, revived, "Mới đây."));
        ask(asker);
        World.run("update forum.topic set on_day = on_day - 800 where id in (?, ?)", old, revived);
        World.run("update forum.answer set at = at - interval '790 days' where topic_id = ?", old);
        Visitor first = administrator("Chìu Văn Một");
        Visitor second = administrator("Chìu Văn Hai");

        first.get("/disposals");
        assertThat(first.post("/disposals", "kind", "topics").text()).contains("1 bản ghi");
        String page = second.get("/disposals").text();
        String path = page.substring(page.indexOf("/disposals/"), page.indexOf("/approval"));
        assertThat(second.post(path + "/approval").text()).contains("Đã làm xong với 1 bản ghi");

        assertThat(reads(asker, old)).isFalse();
        assertThat(reads(asker, revived)).isTrue();
    }

    private Visitor administrator(String name) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder(name, Role.ADMINISTRATOR, world.province).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    @Test
    void the_pages_say_whose_board_it_is_and_where_a_denunciation_goes() {
        Holders holders = new Holders(context);
        Visitor self = new Visitor(port);
        UUID member = asker.scope().self();
        self.signIn(
                holders.holder("Chìu Thị Hỏi", Role.MEMBER, world.workCell, member).userName(),
                Holders.PASSWORD);
        assertThat(self.get("/forum").text())
                .contains("Bảng tin Chi bộ Tổ dân phố 1", "Chưa có bài nào", "ủy ban kiểm tra");
        assertThat(
                        self.post("/forum", "unit", cell.toString(), "kind", "NEWS", "title", "A")
                                .text())
                .contains("Ghi nội dung", "Chọn: hỏi, hay chia sẻ");
        Visitor.Page posted =
                self.post(
                        "/forum",
                        "unit",
                        cell.toString(),
                        "kind",
                        "EXPERIENCE",
                        "title",
                        "Cách nhớ lịch họp",
                        "body",
                        "Ghi lên tờ lịch ở bếp.");
        assertThat(posted.text()).contains("Cách nhớ lịch họp", "Chìu Thị Hỏi", "Rút lại");

        Visitor moderator = new Visitor(port);
        moderator.signIn(
                holders.holder("Chìu Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1)
                        .userName(),
                Holders.PASSWORD);
        assertThat(moderator.get(posted.path()).text()).contains("Ẩn, ghi lý do");
        assertThat(moderator.post(posted.path() + "/hiding", "version", "1").status())
                .isEqualTo(422);
        moderator.post(posted.path() + "/answers", "body", "Cảm ơn đồng chí.");
        moderator.post(posted.path() + "/hiding", "version", "1", "because", "Đăng nhầm chỗ.");
        assertThat(self.get(posted.path()).text()).contains("Đăng nhầm chỗ.", "Cảm ơn đồng chí");
        assertThat(self.get("/notifications").text()).contains("Chi ủy ẩn bài trên bảng tin");
        Visitor office = new Visitor(port);
        office.signIn(
                holders.holder("Chìu Thị Phường", Role.RESIDENCE_OFFICE, world.ward).userName(),
                Holders.PASSWORD);
        assertThat(office.get("/forum").text()).contains("Chi bộ Tổ dân phố 2");
        for (String list :
                List.of(posted.path() + "/export?as=", "/forum/export?unit=" + cell + "&as=")) {
            assertThat(new String(office.download(list + "csv"), UTF_8))
                    .contains(list.contains("unit") ? "Cách nhớ lịch họp" : "Cảm ơn đồng chí.");
            assertThat(office.download(list + "xlsx")).startsWith('P', 'K');
            assertThat(new String(office.download(list + "pdf"), UTF_8)).startsWith("%PDF");
        }
    }
}
