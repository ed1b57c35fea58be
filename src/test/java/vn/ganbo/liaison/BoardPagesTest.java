package vn.ganbo.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions.Signer;

@ProductTest
class BoardPagesTest {
    @Autowired BoardQueries board;
    @Autowired Introductions introductions;
    @Autowired Clock clock;

    private World world;
    private Viewer office;
    private int year;

    @BeforeEach
    void two_letters_of_which_one_is_taken_in_and_one_is_late() {
        world = new World();
        office = world.workplaceOffice();
        year = LocalDate.now(clock).getYear();
        List<UUID> people = List.of(world.member("Hà Thị Một"), world.member("Mã Văn Hai"));
        List<UUID> letters =
                office.call(() -> {
                    List<UUID> issued = introductions.issue(office, people).letters();
                    introductions.sign(office, issued, new Signer("Lò Văn Ký", "Bí thư"));
                    introductions.send(office, issued);
                    return issued;
                });
        Viewer ward = world.wardOffice();
        ward.call(() -> {
            introductions.acknowledge(ward, letters.get(0), 3, Introductions.Placement.later());
            return 0;
        });
        World.run(
                "update liaison.introduction set due_on = date '2026-01-05' where id = ?",
                letters.get(1));
    }

    @Test
    void the_workplace_sees_which_ward_is_late() {
        assertThat(board.sentBy(office.scope(), year))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.name()).isEqualTo("Đảng bộ phường Bến Thử");
                    assertThat(line.sent()).isEqualTo(2);
                    assertThat(line.waiting()).isEqualTo(1);
                    assertThat(line.late()).isEqualTo(1);
                    assertThat(line.toPlace()).isEqualTo(1);
                });
    }

    @Test
    void the_ward_and_its_superior_see_the_same_figures() {
        Viewer superior = world.viewer(Role.ANALYST, world.province, world.base + 999);

        assertThat(board.cameFrom(world.wardOffice().scope(), year))
                .singleElement()
                .satisfies(line -> assertThat(line.late()).isEqualTo(1));
        assertThat(board.cameTo(superior.scope(), year))
                .singleElement()
                .satisfies(line -> assertThat(line.late()).isEqualTo(1));
        assertThat(board.cameFrom(world.otherWardOffice().scope(), year)).isEmpty();
        assertThat(board.sentBy(office.scope(), year - 1)).isEmpty();
    }
}
