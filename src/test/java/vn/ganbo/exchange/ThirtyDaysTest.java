package vn.ganbo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import vn.ganbo.ProductTest;
import vn.ganbo.access.Holders;
import vn.ganbo.database.Db;
import vn.ganbo.journey.MovingClock;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.liaison.Introductions.Placement;
import vn.ganbo.organisation.Units;

/** Thirty days on the test's clock: nobody does anything, the nights run, and nothing is lost. */
@ProductTest
@TestPropertySource(properties = "ganbo.test=thirty-days")
@Import(ThirtyDaysTest.Time.class)
class ThirtyDaysTest {
    private static final Scope ALL = Scope.system("test");
    private static final LocalDate SENT = LocalDate.of(2026, 11, 2);
    private static final int PROVINCE = 100;
    private static final int WARD = 200;
    private static final int CELL = 210;
    private static final int WORKPLACE = 300;
    private static final int WORK_CELL = 310;

    /** The time of the story. */
    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        MovingClock storyClock() {
            return new MovingClock(SENT.toString());
        }
    }

    @Autowired ApplicationContext context;
    @Autowired Introductions introductions;
    @Autowired Exchanges exchanges;
    @Autowired Units units;
    @Autowired MovingClock clock;
    @Autowired Db db;

    private record Told(LocalDate on, String key) {}

    private static Told told(int month, int day, String key) {
        return new Told(LocalDate.of(2026, month, day), key);
    }

    @Test
    void both_committees_are_reminded_and_then_the_superior_and_it_stands_in_the_ledger() {
        Holders holders = new Holders(context);
        holders.unit(PROVINCE, "Đảng bộ tỉnh Sông Lâu", "PROVINCE", "SUPERIOR", null);
        holders.unit(WARD, "Đảng bộ phường Bến Lâu", "COMMUNE", "RESIDENCE", PROVINCE);
        holders.unit(CELL, "Chi bộ Tổ dân phố Lâu", "CELL", "RESIDENCE", WARD);
        holders.unit(WORKPLACE, "Đảng bộ Trường Chờ Lâu", "GRASSROOTS", "WORKPLACE", PROVINCE);
        holders.unit(WORK_CELL, "Chi bộ Phòng Chờ", "CELL", "WORKPLACE", WORKPLACE);
        holders.holder("Lò Thị Phường", Role.RESIDENCE_OFFICE, WARD);
        db.update(
                ALL,
                Sql.of(
                        "update organisation.unit_period set commune_code = 'L1' where unit_no = 200"));
        Viewer office = office(Role.WORKPLACE_OFFICE, WORKPLACE, WORKPLACE + 99);
        Viewer ward = office(Role.RESIDENCE_OFFICE, WARD, WARD + 99);
        sent(office, holders.member("Cà Thị Chờ Lâu", WORK_CELL));
        UUID other = holders.member("Cà Thị Đã Vào", WORK_CELL);
        UUID letter = sent(office, other);
        UUID cell = units.require(ward.scope(), CELL).id();
        ward.scope()
                .run(() ->
                        introductions.acknowledge(
                                ward, letter, 3, new Placement(cell, null, null)));
        office.scope()
                .run(() -> {
                    UUID notice =
                            exchanges.draft(
                                    office, other, NoticeKind.POST, "Làm trưởng phòng.", false);
                    exchanges.send(
                            office, Map.of(notice, 1), new Signer("Lò Văn Ký", "Bí thư"), null);
                });

        for (int day = 1; day <= 30; day++) {
            clock.moveTo(SENT.plusDays(day).toString());
            night();
        }

        // ten and fifteen working days from Monday 2 November, then five more each
        assertThat(ledger())
                .containsExactly(
                        told(11, 2, "exchange.sent-to-residence"),
                        told(11, 2, "liaison.introductions-sent"),
                        told(11, 2, "liaison.introductions-sent"),
                        told(11, 17, "exchange.overdue-at-residence"),
                        told(11, 24, "exchange.superior-of-residence-told"),
                        told(11, 24, "liaison.acknowledgement-overdue"),
                        told(12, 1, "liaison.superior-told"));
    }

    private static Viewer office(Role role, int low, int high) {
        return new Viewer(
                null,
                null,
                "Văn phòng",
                null,
                role,
                new Viewer.Unit(UUID.randomUUID(), low, "Văn phòng"),
                Scope.of(List.of(new Scope.Range(low, high))));
    }

    private UUID sent(Viewer office, UUID person) {
        db.update(
                ALL,
                Sql.of("update member.member set residence_commune = 'L1' where id = :id::uuid"),
                "id",
                person);
        return office.call(() -> {
            List<UUID> letters = introductions.issue(office, List.of(person)).letters();
            introductions.sign(office, letters, new Introductions.Signer("Lò Văn Ký", "Bí thư"));
            introductions.send(office, letters);
            return letters.getFirst();
        });
    }

    /** What the program does by itself, as its scheduler has it. */
    private void night() {
        for (RecurringTask<?> job : context.getBeansOfType(RecurringTask.class).values()) {
            if (List.of("remind-of-letters", "remind-of-notices").contains(job.getName())) {
                job.executeRecurringly(null, null);
            }
        }
    }

    private List<Told> ledger() {
        return db.list(
                ALL,
                Sql.of(
                        """
                        select (f.at at time zone 'Asia/Ho_Chi_Minh')::date as day, f.key
                          from audit.fact f
                         where f.key similar to '%(-sent|sent-to-residence|overdue%|told)'
                           and f.key similar to '(liaison|exchange).%'
                         order by day, f.key
                        """),
                row -> new Told(row.getObject("day", LocalDate.class), row.getString("key")));
    }
}
