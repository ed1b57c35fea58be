package vn.ganbo.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Viewer;

/** What lies below a unit is remembered, and never longer than it is true. */
@ProductTest
class ScopesBelowTest {
    private static final Viewer SYSTEM = Viewer.system("test of what is remembered");

    @Autowired Clock clock;
    @Autowired Units units;
    @Autowired UnitQueries queries;
    @Autowired TransactionTemplate transactions;

    private World world;
    private LocalDate today;

    @BeforeEach
    void another() {
        world = new World();
        today = LocalDate.now(clock);
    }

    private boolean sees(int no) {
        return units.scopeOf(SYSTEM.scope(), world.cell1, today).sees(no);
    }

    /** The group's number, within a transaction that is kept or not. */
    private int group(String name, boolean kept) {
        return SYSTEM.scope()
                .call(() ->
                        java.util.Objects.requireNonNull(
                                transactions.execute(status -> {
                                    int no =
                                            units.addGroup(
                                                            SYSTEM,
                                                            world.cell1,
                                                            name,
                                                            today.minusDays(1))
                                                    .no();
                                    assertThat(sees(no)).as("seen by who made it").isTrue();
                                    if (!kept) {
                                        status.setRollbackOnly();
                                    }
                                    return no;
                                })));
    }

    @Test
    void a_new_group_is_seen_from_the_next_request_on() {
        long before = SYSTEM.scope().call(() -> queries.change(SYSTEM.scope()));
        sees(world.cell1);
        int no = group("Tổ đảng mới", true);

        assertThat(sees(no)).isTrue();
        assertThat(SYSTEM.scope().<Long>call(() -> queries.change(SYSTEM.scope())))
                .isGreaterThan(before);
    }

    /** Numbers of units are given again after a rollback, those of changes are not. */
    @Test
    void a_group_that_was_rolled_back_is_not_remembered_when_another_cell_gets_its_number() {
        int never = group("Tổ đảng không lập", false);
        World.run("insert into organisation.unit (no, id) values (?, ?)", never, Ids.next());
        World.run(
                """
                insert into organisation.unit_period
                       (unit_no, code, name, kind, side, parent_no, commune_code, valid)
                values (?, ?, 'Tổ đảng lập sau', 'GROUP', 'RESIDENCE', ?, ?, '[2020-01-01,)')
                """,
                never,
                "V" + never,
                world.cell2,
                world.commune());

        assertThat(sees(never)).isFalse();
    }
}
