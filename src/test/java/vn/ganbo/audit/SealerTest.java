package vn.ganbo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        while (db.number(office.scope(), UNSEALED) > 0 && Instant.now().isBefore(patience)) {
            Thread.sleep(100);
        }

        assertThat(db.number(office.scope(), UNSEALED)).isZero();
        assertThat(sealer.broken()).doesNotContain(office.unitNo());
        World.run("update audit.fact set who = 'ai khác' where office_no = ?", office.unitNo());
        assertThat(sealer.broken()).contains(office.unitNo());
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
