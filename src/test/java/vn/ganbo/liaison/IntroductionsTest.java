package vn.ganbo.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions.Placement;
import vn.ganbo.liaison.Introductions.Signer;
import vn.ganbo.member.Members;
import vn.ganbo.organisation.Units;

@ProductTest
class IntroductionsTest {
    @Autowired Introductions introductions;
    @Autowired IntroductionQueries queries;
    @Autowired RegisterQueries register;
    @Autowired Members members;
    @Autowired Units units;
    @Autowired Papers papers;
    @Autowired History history;
    @Autowired java.time.Clock clock;

    private World world;
    private Viewer work;
    private Viewer ward;

    @BeforeEach
    void another() {
        world = new World();
        work = world.workplaceOffice();
        ward = world.wardOffice();
    }

    private UUID issue(UUID... people) {
        return work.call(() -> introductions.issue(work, List.of(people))).letters().getFirst();
    }

    private UUID send(UUID person) {
        UUID letter = issue(person);
        work.call(() -> {
            introductions.sign(work, List.of(letter), new Signer("Lò Văn Ký", "Phó Bí thư"));
            introductions.send(work, List.of(letter));
            return letter;
        });
        return letter;
    }

    private Letter seenBy(Viewer viewer, UUID letter) {
        return queries.one(viewer.scope(), letter).orElseThrow(NotFound::new);
    }

    private UUID unit(int no) {
        return units.require(ward.scope(), no).id();
    }

    private void acknowledge(UUID letter, Placement placement) {
        int version = seenBy(ward, letter).version();
        ward.call(() -> {
            introductions.acknowledge(ward, letter, version, placement);
            return letter;
        });
    }

    @Test
    void the_ward_sees_a_person_only_from_the_moment_the_letter_is_sent() {
        UUID person = world.member("Hà Thị Thử");
        UUID letter = issue(person);

        assertThat(queries.one(ward.scope(), letter)).isEmpty();
        assertThat(members.summary(ward.scope(), person)).isEmpty();

        work.call(() -> {
            introductions.sign(work, List.of(letter), new Signer("Lò Văn Ký", "Bí thư"));
            introductions.send(work, List.of(letter));
            return letter;
        });

        assertThat(seenBy(ward, letter).state()).isEqualTo(LetterState.SENT);
        assertThat(members.summary(ward.scope(), person)).isPresent();
        assertThat(members.file(ward.scope(), person)).isEmpty();
        assertThat(queries.one(world.otherWardOffice().scope(), letter)).isEmpty();
        UUID paper = paperOf(ward, letter);
        assertThat(ward.call(() -> papers.read(ward.scope(), paper)).bytes()).isNotEmpty();
    }

    private UUID paperOf(Viewer viewer, UUID letter) {
        return java.util.Objects.requireNonNull(seenBy(viewer, letter).paperId());
    }

    @Test
    void an_acknowledged_and_placed_member_stands_on_the_register_and_the_workplace_sees_where() {
        UUID person = world.member("Mã Văn Thử");
        UUID secretary =
                world.officer("Vi Thị Phụ Trách", Role.RESIDENCE_CELL_SECRETARY, world.cell1);
        UUID letter = send(person);

        acknowledge(letter, new Placement(unit(world.cell1), unit(world.group1), secretary));

        Letter seen = seenBy(work, letter);
        assertThat(seen.state()).isEqualTo(LetterState.PLACED);
        assertThat(seen.cellName()).isEqualTo("Chi bộ Tổ dân phố 1");
        assertThat(seen.inChargeName()).isEqualTo("Vi Thị Phụ Trách");
        assertThat(seen.acknowledgementPaperId()).isNotNull();
        assertThat(seenBy(world.cellSecretary(), letter).groupName()).isEqualTo("Tổ đảng 1");
        RegisterQueries.Ask ask = ask(LocalDate.now(clock));
        assertThat(register.page(ward.scope(), ask, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.memberId()).isEqualTo(person));
        assertThat(register.totals(ward.scope(), ask))
                .isEqualTo(new RegisterQueries.Totals(0, 1, 0, 1));
        assertThat(history.ofThing(work.scope(), letter)).hasSize(4);
    }

    private RegisterQueries.Ask ask(LocalDate on) {
        return new RegisterQueries.Ask(ward.scope(), on, "ma van", null, "", new UUID(0, 0));
    }

    @Test
    void moving_to_another_cell_of_the_ward_is_neither_arrival_nor_departure() {
        UUID person = world.member("Mã Văn Dời");
        UUID letter = send(person);
        acknowledge(letter, new Placement(unit(world.cell1), null, null));
        World.run(
                "update liaison.contact set valid = daterange(lower(valid) - 40, null) where member_id = ?",
                person);

        int version = seenBy(ward, letter).version();
        ward.call(() -> {
            introductions.place(
                    ward, letter, version, new Placement(unit(world.cell2), null, null));
            return letter;
        });

        RegisterQueries.Totals totals = register.totals(ward.scope(), ask(LocalDate.now(clock)));
        assertThat(totals.opening() + totals.arrivals() - totals.departures())
                .isEqualTo(totals.closing())
                .isEqualTo(1);
        assertThat(totals.departures()).isZero();
        assertThat(queries.one(world.cellSecretary().scope(), letter)).isEmpty();
    }

    @Test
    void a_returned_letter_takes_the_person_out_of_sight_and_can_be_issued_again() {
        UUID person = world.member("Lù Thị Trả");
        UUID letter = send(person);

        int version = seenBy(ward, letter).version();
        ward.call(() -> {
            introductions.giveBack(
                    ward, letter, version, ReturnReason.OTHER, "Không cư trú ở phường");
            return letter;
        });

        assertThat(queries.one(ward.scope(), letter)).isEmpty();
        assertThat(members.summary(ward.scope(), person)).isEmpty();
        assertThat(seenBy(work, letter).state()).isEqualTo(LetterState.RETURNED);
        assertThat(queries.steps(work.scope(), letter).getLast().note())
                .isEqualTo("Không cư trú ở phường");
        UUID again = send(person);
        assertThat(seenBy(ward, again).number()).isNotEqualTo(seenBy(work, letter).number());
    }

    @Test
    void an_acknowledgement_sent_twice_is_a_conflict_that_says_who_was_faster() {
        UUID letter = send(world.member("Tẩn Thị Hai"));
        int version = seenBy(ward, letter).version();
        ward.call(() -> {
            introductions.acknowledge(ward, letter, version, Placement.later());
            return letter;
        });

        assertThatThrownBy(() ->
                        ward.call(() -> {
                            introductions.acknowledge(ward, letter, version, Placement.later());
                            return letter;
                        }))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        other -> {
                            assertThat(other.who()).isEqualTo("Người Thử, đơn vị thử");
                            assertThat(other.at()).isNotNull();
                        });
        assertThat(
                        register.totals(
                                        ward.scope(),
                                        new RegisterQueries.Ask(
                                                ward.scope(),
                                                LocalDate.now(clock),
                                                "",
                                                null,
                                                "",
                                                new UUID(0, 0)))
                                .closing())
                .isEqualTo(1);
    }

    @Test
    void an_act_of_another_step_is_refused_even_on_a_fresh_page() {
        UUID letter = send(world.member("Tẩn Thị Bước"));
        Placement cell = new Placement(unit(world.cell1), null, null);
        assertThatThrownBy(() -> place(letter, cell)).isInstanceOf(Refusal.class);
        acknowledge(letter, Placement.later());

        assertThatThrownBy(() -> acknowledge(letter, cell)).isInstanceOf(Refusal.class);

        place(letter, cell);
        assertThatThrownBy(() -> acknowledge(letter, cell)).isInstanceOf(Refusal.class);
        assertThat(seenBy(ward, letter).state()).isEqualTo(LetterState.PLACED);
    }

    private void place(UUID letter, Placement placement) {
        int version = seenBy(ward, letter).version();
        ward.call(() -> {
            introductions.place(ward, letter, version, placement);
            return letter;
        });
    }

    @Test
    void of_two_browsers_that_acknowledge_at_the_same_moment_one_is_told_who_was_faster()
            throws Exception {
        UUID letter = send(world.member("Tẩn Thị Cùng Lúc"));
        int version = seenBy(ward, letter).version();
        List<Throwable> refused = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                two.execute(() -> {
                    try {
                        ward.scope()
                                .run(() ->
                                        introductions.acknowledge(
                                                ward, letter, version, Placement.later()));
                    } catch (RuntimeException e) {
                        refused.add(e);
                    }
                });
            }
        }

        assertThat(refused).singleElement().isInstanceOf(Conflict.class);
        assertThat(queries.steps(ward.scope(), letter))
                .filteredOn(step -> step.state() == LetterState.ACKNOWLEDGED)
                .hasSize(1);
    }

    @Test
    void a_reason_or_a_name_without_end_is_refused_by_its_field() {
        UUID letter = send(world.member("Tẩn Thị Dài"));
        int version = seenBy(ward, letter).version();

        assertThatThrownBy(() ->
                        ward.scope()
                                .run(() ->
                                        introductions.giveBack(
                                                ward,
                                                letter,
                                                version,
                                                ReturnReason.OTHER,
                                                "x".repeat(1001))))
                .isInstanceOfSatisfying(
                        Problems.class,
                        e ->
                                assertThat(String.valueOf(e.byField().get("reason")))
                                        .contains("1.001"));
        assertThat(seenBy(ward, letter).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void somebody_with_a_letter_in_force_is_left_out_and_named() {
        UUID first = world.member("Giàng A Một");
        UUID second = world.member("Giàng A Hai");
        issue(first);

        Introductions.Issued issued =
                work.call(() -> introductions.issue(work, List.of(first, second)));

        assertThat(issued.letters()).hasSize(1);
        assertThat(issued.skipped())
                .extracting(Introductions.Skipped::fullName)
                .containsExactly("Giàng A Một");
    }

    @Test
    void an_ended_contact_leaves_the_register_of_today_but_not_of_that_time() {
        UUID person = world.member("Nông Thị Đi");
        UUID letter = send(person);
        acknowledge(letter, new Placement(unit(world.cell1), null, null));
        World.run(
                "update liaison.contact set valid = daterange(lower(valid) - 40, null) where member_id = ?",
                person);
        int version = seenBy(ward, letter).version();

        ward.call(() -> {
            introductions.end(ward, letter, version, LocalDate.now(clock), "chuyển đi nơi khác");
            return letter;
        });

        RegisterQueries.Ask today =
                new RegisterQueries.Ask(
                        ward.scope(), LocalDate.now(clock), "", null, "", new UUID(0, 0));
        RegisterQueries.Ask then =
                new RegisterQueries.Ask(
                        ward.scope(),
                        LocalDate.now(clock).minusDays(9),
                        "",
                        null,
                        "",
                        new UUID(0, 0));
        assertThat(register.page(ward.scope(), today, 10)).isEmpty();
        assertThat(register.page(ward.scope(), then, 10)).hasSize(1);
        assertThat(members.summary(ward.scope(), person)).isEmpty();
    }
}
