package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.regulation.Basis;
import vn.ganbo.regulation.DraftRulebooks;
import vn.ganbo.regulation.Norms;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Verification;

/** Some instead of all: whom a rulebook that allows it chooses, and a trial of it beforehand. */
@ProductTest
class SelectionTest {
    private static final Norms.Targeted RULE =
            new Norms.Targeted(20, 3, new Basis(Verification.OWN, "thử", null));

    @Autowired ApplicationContext context;
    @Autowired RoundStore store;
    @Autowired Rounds rounds;
    @Autowired RoundCoverageQueries coverage;
    @Autowired Requests requests;
    @Autowired RequestQueries requestQueries;
    @Autowired Rulebooks rulebooks;
    @Autowired DraftRulebooks drafts;
    @LocalServerPort int port;

    private static Selection.Candidate somebody(@Nullable Integer lastYear, int since) {
        return new Selection.Candidate(UUID.randomUUID(), false, false, lastYear, since);
    }

    @Test
    void the_lot_is_the_same_for_whoever_draws_it_again_and_not_moved_by_the_order_of_the_list() {
        List<Selection.Candidate> people = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            people.add(somebody(2025, 2020));
        }
        Map<UUID, Chosen> first = Selection.choose(people, 2026, RULE, 4711);
        List<Selection.Candidate> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(first).hasSize(40).containsValue(Chosen.LOT);
        assertThat(Selection.choose(shuffled, 2026, RULE, 4711)).isEqualTo(first);
        assertThat(new HashSet<>(Selection.choose(people, 2026, RULE, 4712).keySet()))
                .isNotEqualTo(first.keySet());
    }

    @Test
    void who_is_asked_for_stood_out_or_waits_too_long_needs_no_lot() {
        Selection.Candidate asked =
                new Selection.Candidate(UUID.randomUUID(), true, true, 2025, 2020);
        Selection.Candidate noted =
                new Selection.Candidate(UUID.randomUUID(), false, true, 2025, 2020);
        Selection.Candidate waiting = somebody(2022, 2020);
        Selection.Candidate old = somebody(null, 2023);
        Selection.Candidate recent = somebody(2023, 2020);

        Map<UUID, Chosen> chosen =
                Selection.choose(
                        List.of(asked, noted, waiting, old, recent),
                        2026,
                        new Norms.Targeted(0, 3, RULE.basis()),
                        1);

        assertThat(chosen)
                .containsExactly(
                        Map.entry(asked.member(), Chosen.ASKED),
                        Map.entry(noted.member(), Chosen.NOTED),
                        Map.entry(waiting.member(), Chosen.OVERDUE),
                        Map.entry(old.member(), Chosen.OVERDUE));
    }

    @Test
    void a_targeted_round_has_slips_of_the_chosen_and_the_cell_adds_whom_it_will() {
        Ward ward = new Ward(context);
        List<UUID> people = ward.registered("Ngần Văn Xin", "Ngần Thị Thăm", "Ngần Văn Thêm");
        Requests.Ask ask =
                new Requests.Ask(
                        RequestPurpose.ASSESSMENT,
                        ward.year(),
                        ward.today().plusDays(9),
                        null,
                        "Chuẩn bị bổ nhiệm.");
        ward.work.call(() -> requests.ask(ward.work, people.subList(0, 1), ask, Ward.SECRETARY));
        UUID round = ward.open();
        World.run("delete from assessment.comment_step where unit_no = ?", ward.world.cell1);
        World.run("delete from assessment.comment where cell_no = ?", ward.world.cell1);
        World.run("update assessment.round set seed = 77 where id = ?", round);

        ward.office
                .scope()
                .run(() -> {
                    RoundStore.NewRound found =
                            store.find(ward.office.scope(), round).orElseThrow();
                    Stamp stamp = Stamp.of(ward.office, ward.bean(java.time.Clock.class));
                    store.draw(
                            ward.office.scope(),
                            found,
                            Rounds.chosen(
                                    store.candidates(
                                            ward.office.scope(),
                                            List.of(found.wardNo()),
                                            found.year(),
                                            stamp),
                                    found,
                                    new Norms.Targeted(0, 3, RULE.basis()),
                                    77),
                            stamp);
                });
        assertThat(ward.slips(people)).hasSize(1);

        ward.cell.scope().run(() -> rounds.add(ward.cell, round, people.get(2)));
        assertThat(ward.slips(people)).hasSize(2);
        assertThatThrownBy(() ->
                        ward.cell.scope().run(() -> rounds.add(ward.cell, round, people.get(2))))
                .isInstanceOf(Refusal.class);

        RoundCoverageQueries.Line all =
                ward.office
                        .call(() ->
                                coverage.coverage(
                                        ward.office.scope(),
                                        store.seen(ward.office.scope(), round).orElseThrow(),
                                        ward.today()))
                        .getFirst();
        assertThat(all.registered()).isEqualTo(3);
        assertThat(all.commented()).isEqualTo(2);
        assertThat(all.asked()).isEqualTo(1);
        assertThat(all.noted()).isEqualTo(1);

        assertThat(ward.work.call(() -> requestQueries.all(ward.work.scope(), true)))
                .singleElement()
                .extracting(RequestQueries.Line::reason)
                .isEqualTo("Chuẩn bị bổ nhiệm.");
        assertThat(ward.office.call(() -> requestQueries.all(ward.office.scope(), true)))
                .singleElement()
                .extracting(RequestQueries.Line::reason)
                .isNull();
    }

    @Test
    void a_trial_under_another_rulebook_says_what_changes_and_for_whom_and_keeps_nothing() {
        Rulebook draft = drafts.all().getFirst();
        assertThat(draft.targeted()).isPresent();
        assertThat(draft.norms().windows()).hasSameSizeAs(rulebooks.on(world()).norms().windows());

        Ward ward = new Ward(context);
        List<UUID> people = ward.registered("Ngần Văn Thử", "Ngần Thị Thử");
        Visitor office = new Visitor(port);
        office.signIn(
                new Holders(context)
                        .holder("Văn Phòng", Role.RESIDENCE_OFFICE, ward.world.ward, null)
                        .userName(),
                Holders.PASSWORD);
        String path = "/rounds/dry-run?book=" + draft.id() + "&seed=5";
        assertThat(office.get(path).text())
                .containsPattern("Ngần (Văn|Thị) Thử")
                .contains("không, chỉ khi được xin")
                .contains("Số kỳ họp định kỳ trong năm");
        assertThat(PageStatements.of(office, path)).hasSizeBetween(1, 5);
        assertThat(office.get("/rounds/dry-run").status()).isEqualTo(200);
        assertThat(ward.slips(List.of())).isEmpty();
        ward.work.call(() ->
                ward.bean(Requests.class)
                        .ask(
                                ward.work,
                                people,
                                new Requests.Ask(
                                        RequestPurpose.ASSESSMENT,
                                        ward.year(),
                                        ward.today().plusDays(20),
                                        null),
                                Ward.SECRETARY));
        assertThat(office.get(path).text())
                .as("who asks for everybody by custom has chosen nobody")
                .contains("không được tính là nơi công tác chọn ai")
                .containsPattern("Ngần (Văn|Thị) Thử")
                .contains("không, chỉ khi được xin");
        UUID round = ward.open();
        String page = "/rounds/" + round + "/coverage";
        assertThat(office.get(page).text())
                .contains("Tất cả", "Trong sổ, không miễn")
                .contains("100 %");
        assertThat(PageStatements.of(office, page)).hasSizeBetween(1, 5);
        assertThat(office.get(page + "/export?as=csv").status()).isEqualTo(200);
    }

    @Test
    void who_looks_at_many_wards_reads_the_trial_by_ward() {
        DryRun run =
                DryRun.of(
                        rulebooks.on(world()),
                        drafts.all().getFirst(),
                        2026,
                        5,
                        List.of(registered(11), registered(12), registered(21)),
                        List.of(
                                new DryRunQueries.Cell(
                                        11, "Chi bộ Một", 10, "Đảng bộ phường Hoa", 2),
                                new DryRunQueries.Cell(
                                        12, "Chi bộ Hai", 10, "Đảng bộ phường Hoa", 1),
                                new DryRunQueries.Cell(21, "Chi bộ Một", 20, "Đảng bộ xã Ban", 3)));

        assertThat(run.byWard()).isTrue();
        assertThat(run.lines())
                .extracting(DryRun.Line::name, DryRun.Line::registered, DryRun.Line::meetings)
                .containsExactly(tuple("phường Hoa", 2L, 1L), tuple("xã Ban", 1L, 3L));
        assertThat(run.people())
                .extracting(DryRun.Change::cell)
                .isNotEmpty()
                .allMatch(
                        cell -> cell.endsWith(", phường Hoa") || cell.equals("Chi bộ Một, xã Ban"));
    }

    private static DryRunQueries.Person registered(int cell) {
        return new DryRunQueries.Person(
                UUID.randomUUID(),
                "Ngần Văn Nhiều",
                cell,
                "Chi bộ Phòng Một",
                null,
                false,
                2020,
                false,
                false,
                2025,
                true);
    }

    private java.time.LocalDate world() {
        return java.time.LocalDate.now(context.getBean(java.time.Clock.class));
    }
}
