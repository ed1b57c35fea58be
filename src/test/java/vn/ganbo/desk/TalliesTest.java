package vn.ganbo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.liaison.Introductions.Signer;

@ProductTest
class TalliesTest {
    @Autowired Tallies tallies;
    @Autowired Introductions introductions;

    @Test
    void counts_follow_every_act_on_both_sides() {
        World world = new World();
        Viewer office = world.workplaceOffice();
        Viewer ward = world.wardOffice();
        List<UUID> people = List.of(world.member("Vàng Thị Đếm"), world.member("Vàng A Đếm"));
        assertThat(count(office, "liaison.without")).isEqualTo(2);
        assertThat(count(ward, "liaison.waiting")).isZero();

        office.call(() -> {
            List<UUID> letters = introductions.issue(office, people).letters();
            introductions.sign(office, letters, new Signer("Lò Văn Ký", "Bí thư"));
            introductions.send(office, letters);
            return 0;
        });

        assertThat(count(office, "liaison.without")).isZero();
        assertThat(count(ward, "liaison.waiting")).isEqualTo(2);
        assertThat(ward.call(() -> tallies.of(ward))).containsEntry("/introductions", 2L);
    }

    private long count(Viewer viewer, String sheet) {
        return viewer.call(() -> tallies.sheetsOf(viewer)).stream()
                .filter(counted -> counted.sheet().key().equals(sheet))
                .mapToLong(Tallies.Counted::n)
                .sum();
    }
}
