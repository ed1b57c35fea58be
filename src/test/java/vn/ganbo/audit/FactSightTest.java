package vn.ganbo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.ImportFacts;

/** What each side reads of an act that was about many. */
@ProductTest
class FactSightTest {
    @Autowired Facts facts;
    @Autowired History history;
    @Autowired TransactionTemplate transaction;

    private World world;

    @BeforeEach
    void another() {
        world = new World();
    }

    private void tell(Viewer viewer, Fact fact) {
        viewer.scope().run(() -> transaction.executeWithoutResult(_ -> facts.tell(viewer, fact)));
    }

    /** Forty letters of a workplace. */
    private record Sent(UUID thing, List<UUID> members) implements Fact {
        @Override
        public String key() {
            return "liaison.introductions-sent";
        }

        @Override
        public java.util.Map<String, String> details() {
            return java.util.Map.of("count", String.valueOf(members.size()));
        }
    }

    @Test
    void of_an_act_of_another_office_one_learns_as_many_as_one_sees() {
        UUID here = world.member("Hạng Thị Đây");
        UUID there = world.member("Hạng Thị Kia");
        World.run("update member.member set res_no = ? where id = ?", world.ward, here);
        World.run("update member.member set res_no = ? where id = ?", world.otherWard, there);
        Sent sent = new Sent(UUID.randomUUID(), List.of(here, there));
        tell(world.workplaceOffice(), sent);

        assertThat(says(world.workplaceOffice(), sent))
                .isEqualTo("Gửi 2 giấy giới thiệu về nơi cư trú");
        assertThat(says(world.wardOffice(), sent)).isEqualTo("Gửi giấy giới thiệu về nơi cư trú");
        assertThat(says(world.memberViewer(here), sent))
                .isEqualTo("Gửi giấy giới thiệu về nơi cư trú");
        assertThat(history.ofThing(world.cellSecretary().scope(), sent.thing())).isEmpty();
    }

    @Test
    void what_was_taken_away_as_a_file_or_only_read_is_no_news_of_the_desk() {
        Viewer office = world.wardOffice();
        tell(office, new Kept("liaison.introductions-sent"));
        tell(office, new Kept("spreadsheet.list-exported"));
        tell(office, new Kept("document.paper-read"));

        assertThat(history.latest(office.scope(), 8))
                .extracting(History.Line::sentence)
                .containsExactly("Gửi 2 giấy giới thiệu về nơi cư trú");
    }

    /** One act of the office itself, about nobody. */
    private record Kept(UUID thing, String key) implements Fact {
        Kept(String key) {
            this(UUID.randomUUID(), key);
        }

        @Override
        public List<UUID> members() {
            return List.of();
        }

        @Override
        public java.util.Map<String, String> details() {
            return java.util.Map.of("count", "2");
        }
    }

    private String says(Viewer viewer, Fact fact) {
        return history.ofThing(viewer.scope(), fact.thing()).getFirst().sentence();
    }

    @Test
    void how_long_the_list_of_an_import_was_is_the_importing_offices_own() {
        UUID person = world.member("Hạng Thị Nhập");
        Viewer province =
                world.viewer(
                        vn.ganbo.kernel.Role.ADMINISTRATOR, world.province, world.province + 999);
        ImportFacts.MembersImported imported =
                new ImportFacts.MembersImported(
                        UUID.randomUUID(), List.of(person), 73_587, 73_000, 1);
        tell(province, imported);

        assertThat(
                        history.ofMember(world.memberViewer(person).scope(), person)
                                .getFirst()
                                .sentence())
                .isEqualTo("Có trong danh sách đảng viên nơi công tác nhập vào chương trình");
        assertThat(says(province, imported)).contains("73.587");
    }
}
