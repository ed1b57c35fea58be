package vn.ganbo.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions.Signer;

/** Many letters in one act: how far it has come is seen, and no stop loses or doubles a letter. */
@ProductTest
class LetterRunsTest {
    private static final Signer SIGNER = new Signer("Lò Văn Ký", "Bí thư");

    @Autowired LetterRuns runs;
    @Autowired LetterRunStore store;
    @Autowired LetterRunWork work;
    @Autowired Introductions introductions;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Viewer office;
    private List<UUID> people;

    @BeforeEach
    void thirty_people() {
        world = new World();
        office = world.workplaceOffice();
        people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            people.add(world.member("Thào Thị Loạt " + (char) ('A' + i % 26) + i));
        }
    }

    private LetterRunStore.Run run(UUID id) {
        return store.one(office.scope(), id).orElseThrow();
    }

    private LetterRunStore.Run finished(UUID id) throws InterruptedException {
        for (int i = 0; i < 600 && run(id).running(); i++) {
            Thread.sleep(50);
        }
        return run(id);
    }

    private long count(String what) {
        return context.getBean(Db.class)
                .number(
                        Scope.system("test"),
                        Sql.of(
                                switch (what) {
                                    case "papers" ->
                                            "select count(*) from document.paper p where p.unit_no = :no and p.id = any (select i.paper_id from liaison.introduction i)";
                                    case "all papers" ->
                                            "select count(*) from document.paper p where p.unit_no = :no";
                                    case "facts" ->
                                            "select count(*) from audit.fact f where f.key = 'liaison.introductions-signed' and f.office_no = :no";
                                    default -> throw new IllegalArgumentException(what);
                                }),
                        "no",
                        world.workplace);
    }

    private void all_are_signed_once(LetterRunStore.Run run) {
        assertThat(run.failed()).isNull();
        assertThat(run.finishedAt()).isNotNull();
        assertThat(run.done()).isEqualTo(30);
        assertThat(run.toSend()).isEqualTo(30);
        assertThat(count("papers")).isEqualTo(30);
        assertThat(count("all papers")).isEqualTo(30);
        assertThat(count("facts")).isEqualTo(1);
        assertThat(store.signed(office.scope(), run.id())).doesNotHaveDuplicates().hasSize(30);
    }

    @Test
    void numbers_papers_and_progress_come_from_one_act() throws InterruptedException {
        Visitor clerk = new Visitor(port);
        clerk.signIn(
                new Holders(context)
                        .holder("Thào Thị Thư", Role.WORKPLACE_OFFICE, world.workplace)
                        .userName(),
                Holders.PASSWORD);
        clerk.get("/introductions/new");
        Visitor.Page begun =
                clerk.post(
                        "/introductions",
                        Stream.concat(
                                        people.stream()
                                                .flatMap(id -> Stream.of("members", id.toString())),
                                        Stream.of("signer", "Lò Văn Ký", "post", "Bí thư"))
                                .toArray(String[]::new));
        assertThat(begun.text()).contains("Đã lập và cấp số 30 giấy giới thiệu", "/ 30 giấy");
        UUID id = UUID.fromString(begun.path().replaceFirst(".*/", ""));

        all_are_signed_once(finished(id));

        assertThat(clerk.get("/introductions").text()).contains("Đã ký xong: 30 / 30 giấy");
        assertThat(clerk.get(begun.path()).text())
                .contains("Gửi 30 giấy về nơi cư trú", "Chi bộ Phòng Một", "30 / 30", "/papers/");
        Visitor other = new Visitor(port);
        other.signIn(
                new Holders(context)
                        .holder("Thào Thị Khác", Role.WORKPLACE_OFFICE, world.otherWard)
                        .userName(),
                Holders.PASSWORD);
        assertThat(other.get(begun.path()).status()).isEqualTo(404);
    }

    @Test
    void what_a_restart_interrupts_goes_on_with_the_first_letter_that_is_not_kept()
            throws InterruptedException {
        Holders.Holder holder =
                new Holders(context)
                        .holder("Thào Thị Tiếp", Role.WORKPLACE_OFFICE, world.workplace);
        UUID id = office.call(() -> runs.issue(office, people, SIGNER)).run();
        World.run(
                "update liaison.letter_run set account_id = ?, office_id = ? where id = ?",
                holder.account(),
                holder.office(),
                id);
        office.call(() -> runs.work(office, id, 7));
        assertThat(run(id).done()).isEqualTo(7);

        work.resume();

        all_are_signed_once(finished(id));
        assertThat(run(id).finishedAt()).isNotNull();
    }

    @Test
    void what_stops_a_second_time_waits_for_somebody_and_then_goes_on()
            throws InterruptedException {
        UUID id = office.call(() -> runs.issue(office, people, SIGNER)).run();
        office.call(() -> runs.work(office, id, 1));

        work.resume();

        assertThat(run(id).failed()).contains("khởi động lại");
        office.scope().run(() -> runs.goOn(office, id));
        work.start(office, id);
        all_are_signed_once(finished(id));
    }

    @Test
    void a_signer_who_may_not_sign_gives_no_numbers() {
        assertThatThrownBy(() ->
                        office.call(() ->
                                runs.issue(office, people, new Signer("Lò Văn Ký", "Thủ quỹ"))))
                .isInstanceOf(Problems.class);
        assertThat(office.call(() -> introductions.issue(office, people.subList(0, 1))).letters())
                .hasSize(1);
    }

    @Test
    void a_letter_withdrawn_meanwhile_is_left_out() throws InterruptedException {
        LetterRuns.Begun begun = office.call(() -> runs.issue(office, people, SIGNER));
        UUID last = begun.issued().letters().getLast();
        office.scope().run(() -> introductions.withdraw(office, last, 1, "Lập nhầm."));

        work.start(office, begun.run());

        LetterRunStore.Run run = finished(begun.run());
        assertThat(run.failed()).isNull();
        assertThat(run.toSend()).isEqualTo(29);
        assertThat(count("papers")).isEqualTo(29);
    }
}
