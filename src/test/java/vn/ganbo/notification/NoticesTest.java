package vn.ganbo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.liaison.Introductions.Signer;

@ProductTest
class NoticesTest {
    @Autowired Notices notices;
    @Autowired Introductions introductions;

    private List<UUID> signed(World world, Viewer office, int people) {
        List<UUID> members =
                java.util.stream.IntStream.range(0, people)
                        .mapToObj(i -> world.member("Chảo Thị Báo " + i))
                        .toList();
        return office.call(() -> {
            List<UUID> letters = introductions.issue(office, members).letters();
            introductions.sign(office, letters, new Signer("Lò Văn Ký", "Bí thư"));
            return letters;
        });
    }

    @Test
    void a_ward_hears_once_of_many_letters_and_other_wards_hear_nothing() {
        World world = new World();
        Viewer office = world.workplaceOffice();
        List<UUID> letters = signed(world, office, 3);

        office.call(() -> {
            introductions.send(office, letters);
            return 0;
        });

        assertThat(notices.list(world.wardOffice(), null))
                .singleElement()
                .satisfies(line -> assertThat(line.sentence()).contains("3 giấy giới thiệu"));
        assertThat(notices.list(world.otherWardOffice(), null)).isEmpty();
    }

    @Test
    void who_a_notice_is_about_reads_it_as_told_to_them() {
        World world = new World();
        Viewer office = world.workplaceOffice();
        UUID letter = signed(world, office, 1).getFirst();
        office.call(() -> {
            introductions.send(office, List.of(letter));
            return 0;
        });
        UUID member =
                UUID.fromString(
                        World.texts(
                                        "select member_id::text from liaison.introduction where id = ?",
                                        letter)
                                .getFirst());

        assertThat(notices.list(world.memberViewer(member), null))
                .extracting(Notices.Line::sentence)
                .contains("Giấy giới thiệu của đồng chí đã gửi về nơi cư trú");
    }

    @Test
    void an_act_that_fails_leaves_no_notice() {
        World world = new World();
        Viewer office = world.workplaceOffice();

        assertThatThrownBy(() ->
                        office.call(() -> {
                            introductions.send(office, List.of());
                            return 0;
                        }))
                .isInstanceOf(Problems.class);

        assertThat(notices.list(world.wardOffice(), null)).isEmpty();
    }

    @Test
    void an_opened_notice_is_read_by_this_office() {
        World world = new World();
        Viewer office = world.workplaceOffice();
        List<UUID> letters = signed(world, office, 1);
        office.call(() -> {
            introductions.send(office, letters);
            return 0;
        });
        Viewer ward = world.wardOffice();
        UUID notice = notices.list(ward, null).getFirst().id();

        String link = ward.call(() -> notices.open(ward, notice));

        assertThat(link).isEqualTo("/introductions?tab=waiting");
        assertThat(notices.list(ward, null).getFirst().seen()).isTrue();
        assertThat(notices.list(world.wardOffice(), null).getFirst().seen()).isFalse();
    }

    @Test
    void every_fact_that_is_told_has_its_sentence() {
        for (String key : Audiences.keys()) {
            assertThat(Labels.of("fact." + key)).isNotBlank();
        }
    }
}
