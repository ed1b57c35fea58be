package vn.ganbo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.liaison.Introductions.Signer;
import vn.ganbo.liaison.LetterClock;

/** What the offices hear of letters whose day has passed. */
@ProductTest
class OverdueLettersTest {
    @Autowired Notices notices;
    @Autowired Introductions introductions;
    @Autowired LetterClock letterClock;

    private World world;
    private Viewer office;
    private Viewer superior;

    @BeforeEach
    void another() {
        world = new World();
        office = world.workplaceOffice();
        superior = world.viewer(Role.ANALYST, world.province, world.base + 999);
    }

    private UUID sent() {
        List<UUID> people = List.of(world.member("Hà Thị Chờ"));
        return office.call(() -> {
            List<UUID> letters = introductions.issue(office, people).letters();
            introductions.sign(office, letters, new Signer("Lò Văn Ký", "Bí thư"));
            introductions.send(office, letters);
            return letters.getFirst();
        });
    }

    /** Days pass: the same as if the letter had been sent so much earlier. */
    private void pass(UUID letter, int days) {
        World.run(
                "update liaison.introduction set due_on = due_on - ?::int, reminded_on = reminded_on - ?::int where id = ?",
                days,
                days,
                letter);
    }

    private LetterClock.Told nightly() {
        return superior.call(() -> letterClock.remind(superior));
    }

    private List<String> heardBy(Viewer viewer) {
        return notices.list(viewer, null).stream().map(Notices.Line::sentence).toList();
    }

    @Test
    void a_letter_within_its_working_days_is_not_reminded_of() {
        sent();

        assertThat(nightly()).isEqualTo(new LetterClock.Told(0, 0));
    }

    @Test
    void both_committees_are_reminded_once_of_a_letter_whose_day_has_passed() {
        UUID letter = sent();
        pass(letter, 24);

        LetterClock.Told first = nightly();
        LetterClock.Told again = nightly();

        assertThat(first).isEqualTo(new LetterClock.Told(1, 0));
        assertThat(again).isEqualTo(new LetterClock.Told(0, 0));
        assertThat(heardBy(world.wardOffice()))
                .filteredOn(s -> s.equals("Quá hạn tiếp nhận 1 giấy giới thiệu"))
                .hasSize(1);
        assertThat(heardBy(office))
                .filteredOn(s -> s.equals("Quá hạn tiếp nhận 1 giấy giới thiệu"))
                .hasSize(1);
        assertThat(heardBy(world.otherWardOffice())).isEmpty();
        assertThat(heardBy(superior)).isEmpty();
    }

    @Test
    void the_superior_hears_of_a_letter_that_stays_late_and_only_once() {
        UUID letter = sent();
        pass(letter, 24);
        nightly();
        pass(letter, 30);

        LetterClock.Told second = nightly();

        assertThat(second).isEqualTo(new LetterClock.Told(0, 1));
        assertThat(nightly()).isEqualTo(new LetterClock.Told(0, 0));
        assertThat(heardBy(superior))
                .containsExactly("Báo cấp ủy cấp trên 1 giấy giới thiệu còn quá hạn");
    }

    @Test
    void an_acknowledged_letter_waits_for_its_cell_with_a_clock_of_its_own() {
        UUID letter = sent();
        pass(letter, 30);
        Viewer ward = world.wardOffice();
        ward.call(() -> {
            introductions.acknowledge(ward, letter, 3, Introductions.Placement.later());
            return letter;
        });

        assertThat(nightly()).isEqualTo(new LetterClock.Told(0, 0));

        pass(letter, 30);
        nightly();
        assertThat(heardBy(ward)).contains("Quá hạn phân về chi bộ 1 đồng chí đã tiếp nhận");
    }
}
