package vn.ganbo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.Clerks;
import vn.ganbo.member.Members;

@ProductTest
class SealerTest {
    @Autowired Members members;
    @Autowired Sealer sealer;
    @Autowired Db db;
    @Autowired TransactionTemplate act;

    private static final Sql UNSEALED =
            Sql.of(
                    """
                    select count(*)
                      from audit.fact f
                      left join audit.seal s on s.fact_id = f.id
                     where s.fact_id is null
                       and f.office_no between :low and :high
                    """);

    @Test
    void a_fact_is_sealed_within_seconds_and_altering_it_breaks_its_chain() throws Exception {
        World world = new World();
        UUID person = world.member("Sùng Thị Sửa");
        Viewer office = world.workplaceOffice();
        Clerks.correctPhone(members, office, person, "0600000001");

        assertSealed(office);
        assertThat(sealer.broken()).doesNotContain(office.unitNo());
        World.run("update audit.fact set who = 'ai khác' where office_no = ?", office.unitNo());
        assertThat(sealer.broken()).contains(office.unitNo());
    }

    @Test
    void a_fact_of_a_long_act_is_sealed_after_those_that_overtook_it() throws Exception {
        World world = new World();
        UUID slow = world.member("Sùng Văn Chậm");
        UUID quick = world.member("Sùng Văn Nhanh");
        Viewer office = world.workplaceOffice();

        office.scope()
                .run(() ->
                        act.executeWithoutResult(_ -> {
                            Clerks.correctPhone(members, office, slow, "0600000002");
                            meanwhile(() ->
                                    Clerks.correctPhone(members, office, quick, "0600000003"));
                            sealer.seal();
                            sealer.seal();
                        }));

        assertSealed(office);
        assertThat(sealer.broken()).doesNotContain(office.unitNo());
    }

    @Test
    void a_fact_that_came_with_a_copy_from_another_server_is_sealed() throws Exception {
        World world = new World();
        UUID person = world.member("Sùng Thị Sao");
        Viewer office = world.workplaceOffice();
        Clerks.correctPhone(members, office, person, "0600000004");
        assertSealed(office);

        World.run(
                """
                insert into audit.fact (id, at, on_date, key, thing, side, office_no, who, details, tx)
                select gen_random_uuid(), f.at, f.on_date, f.key, f.thing, f.side, f.office_no, f.who,
                       f.details, '9000000000000'::xid8
                  from audit.fact f
                 where f.office_no = ?
                """,
                office.unitNo());

        assertThat(db.number(office.scope(), UNSEALED)).isPositive();
        assertSealed(office);
        assertThat(sealer.broken()).doesNotContain(office.unitNo());
    }

    private void assertSealed(Viewer office) throws InterruptedException {
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        while (db.number(office.scope(), UNSEALED) > 0 && Instant.now().isBefore(patience)) {
            Thread.sleep(100);
        }
        assertThat(db.number(office.scope(), UNSEALED)).isZero();
    }

    /** Done by somebody else before this goes on. */
    private static void meanwhile(Runnable work) {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            other.submit(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_program_itself_can_neither_change_nor_delete_a_fact() {
        Viewer office = new World().workplaceOffice();
        for (String sql :
                List.of(
                        "update audit.fact set who = 'x'",
                        "delete from audit.fact",
                        "delete from audit.seal")) {
            assertThatThrownBy(() -> db.update(office.scope(), Sql.of(sql)))
                    .hasStackTraceContaining("permission denied");
        }
    }
}
