package vn.ganbo.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/** Thirty days on the test's clock: nobody does anything, and nothing is lost. */
@ProductTest
@TestPropertySource(properties = "ganbo.test=thirty-days")
@Import(ThirtyDaysTest.Time.class)
class ThirtyDaysTest {
    private static final Scope ALL = Scope.system("test");
    private static final LocalDate SENT = LocalDate.of(2026, 11, 2);

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
    @Autowired LetterClock letterClock;
    @Autowired MovingClock clock;
    @Autowired Db db;

    private record Told(LocalDate on, String key) {}

    @Test
    void both_committees_are_reminded_and_then_the_superior_and_it_stands_in_the_ledger() {
        Holders holders = new Holders(context);
        holders.unit(100, "Đảng bộ tỉnh Sông Lâu", "PROVINCE", "SUPERIOR", null);
        holders.unit(200, "Đảng bộ phường Bến Lâu", "COMMUNE", "RESIDENCE", 100);
        holders.unit(300, "Đảng bộ Trường Chờ Lâu", "GRASSROOTS", "WORKPLACE", 100);
        holders.unit(310, "Chi bộ Phòng Chờ", "CELL", "WORKPLACE", 300);
        holders.holder("Lò Thị Phường", Role.RESIDENCE_OFFICE, 200);
        UUID person = holders.member("Cà Thị Chờ Lâu", 310);
        db.update(
                ALL,
                Sql.of(
                        "update organisation.unit_period set commune_code = 'L1' where unit_no = 200"));
        db.update(
                ALL,
                Sql.of("update member.member set residence_commune = 'L1' where id = :id::uuid"),
                "id",
                person);
        Viewer office =
                new Viewer(
                        null,
                        null,
                        "Văn phòng Chờ",
                        null,
                        Role.WORKPLACE_OFFICE,
                        new Viewer.Unit(UUID.randomUUID(), 300, "Trường Chờ Lâu"),
                        Scope.of(List.of(new Scope.Range(300, 399))));
        office.call(() -> {
            List<UUID> letters = introductions.issue(office, List.of(person)).letters();
            introductions.sign(office, letters, new Introductions.Signer("Lò Văn Ký", "Bí thư"));
            introductions.send(office, letters);
            return letters;
        });

        Viewer night = Viewer.system("remind of letters whose day has passed");
        List<LocalDate> reminded = new ArrayList<>();
        List<LocalDate> escalated = new ArrayList<>();
        for (int day = 1; day <= 30; day++) {
            LocalDate today = SENT.plusDays(day);
            clock.moveTo(today.toString());
            LetterClock.Told told = night.call(() -> letterClock.remind(night));
            if (told.reminded() > 0) {
                reminded.add(today);
            }
            if (told.escalated() > 0) {
                escalated.add(today);
            }
        }

        assertThat(reminded).hasSize(1);
        assertThat(escalated).hasSize(1);
        // fifteen working days from Monday 2 November end on Monday the 23rd
        assertThat(reminded.getFirst()).isEqualTo(LocalDate.of(2026, 11, 24));
        // and five more on Monday the 30th
        assertThat(escalated.getFirst()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(ledger())
                .containsSubsequence(
                        new Told(SENT, "liaison.introductions-sent"),
                        new Told(reminded.getFirst(), "liaison.acknowledgement-overdue"),
                        new Told(escalated.getFirst(), "liaison.superior-told"));
    }

    private List<Told> ledger() {
        return db.list(
                ALL,
                Sql.of(
                        """
                        select (f.at at time zone 'Asia/Ho_Chi_Minh')::date as day, f.key
                          from audit.fact f
                         where f.key like 'liaison.%'
                         order by f.at, f.id
                        """),
                row -> new Told(row.getObject("day", LocalDate.class), row.getString("key")));
    }
}
