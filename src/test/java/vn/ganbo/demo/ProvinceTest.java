package vn.ganbo.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import vn.ganbo.access.DemoPeople;
import vn.ganbo.database.Db;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.organisation.Units;

/** About a hundredth of the province, seen through the program. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.level.root=warn",
            "ganbo.demo=true",
            "ganbo.demo.members=0",
            "ganbo.data=target/province-test-data"
        })
@ContextConfiguration(initializers = TestDatabase.class)
class ProvinceTest {
    private static final Province.Size SMALL = new Province.Size(4, 8, 736, 336, 17);
    private static final Scope ALL = Scope.system("counting a made world");

    @Autowired Province province;
    @Autowired Units units;
    @Autowired Db db;
    @Autowired DemoPeople people;
    @LocalServerPort int port;

    private long count(String what) {
        return db.number(ALL, new Sql("select count(*) from " + what));
    }

    @Test
    void a_province_of_a_size_has_the_people_asked_for_and_its_registers_balance()
            throws IOException {
        province.all(SMALL, _ -> {});

        assertThat(count("member.published_member")).isEqualTo(736);
        assertThat(count("liaison.published_introduction where state = 'PLACED'")).isEqualTo(336);
        assertThat(count("liaison.published_contact")).isEqualTo(336);
        assertThat(count("liaison.published_contact where not exempt") * 2)
                .isEqualTo(count("meeting.published_attendance"));
        assertThat(count("organisation.published_unit where kind in ('COMMUNE', 'GRASSROOTS')"))
                .isEqualTo(12);
        Scope ward = units.scopeOf(Scope.system("test"), 2, LocalDate.of(2026, 11, 23));
        assertThat(
                        db.list(
                                ward,
                                RosterBench.PAGE,
                                row -> row.getObject("member_id", UUID.class),
                                "size",
                                100))
                .hasSize(17);

        RosterBench.Browser browser = new RosterBench.Browser(port);
        browser.become(RosterBench.office(people, Role.RESIDENCE_OFFICE, "Hoa Ban"));
        assertThat(browser.register()).contains("Sổ theo dõi").contains("17 đồng chí");

        assertThatThrownBy(() -> province.tree(SMALL, _ -> {})).isInstanceOf(Refusal.class);
    }
}
