package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;

/** Whatever list is shown can be taken away, as it stands. */
@ProductTest
class ListsLeaveTest {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*[?&;]as=(xlsx|csv|pdf))\"");

    @Autowired ApplicationContext context;
    @Autowired CommentColumn column;
    @LocalServerPort int port;

    private Visitor visitor(Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder("Vi Thị Lấy", role, unit).userName(), Holders.PASSWORD);
        return visitor;
    }

    /** Follows the three links of a page and gives the .csv. */
    private static String taken(Visitor who, String page) {
        Visitor.Page shown = who.get(page);
        assertThat(shown.status()).as(page).isEqualTo(200);
        List<String> forms = new ArrayList<>();
        String csv = "";
        Matcher link = LINK.matcher(shown.text());
        while (link.find()) {
            forms.add(link.group(2));
            byte[] file = who.download(link.group(1).replace("&amp;", "&"));
            String begin = new String(file, 0, 4, StandardCharsets.ISO_8859_1);
            switch (link.group(2)) {
                case "xlsx" -> assertThat(begin).as(page).startsWith("PK");
                case "pdf" -> assertThat(begin).as(page).isEqualTo("%PDF");
                default -> csv = new String(file, StandardCharsets.UTF_8);
            }
        }
        assertThat(forms).as(page).containsExactly("xlsx", "csv", "pdf");
        assertThat(csv).as(page).startsWith("\ufeff").contains("\r\nSTT,");
        return csv;
    }

    @Test
    void a_register_as_of_an_earlier_day_knows_of_no_slip_signed_since() {
        Ward ward = new Ward(context);
        List<UUID> people = ward.registered("Bế Văn Sớm");
        ward.open();
        ward.fill(people);
        ward.meet(people);
        ward.sign(people);
        World.run(
                "update assessment.comment set cell_signed_on = ? where member_id = ?",
                ward.today(),
                people.getFirst());
        LocalDate day = ward.today().minusDays(1);

        assertThat(column.cells(ward.office.scope(), people, ward.today())).hasSize(1);
        assertThat(column.badges(ward.office.scope(), people, ward.today())).hasSize(1);
        assertThat(column.cells(ward.office.scope(), people, day)).isEmpty();
        assertThat(column.badges(ward.office.scope(), people, day)).isEmpty();
    }

    @Test
    void every_list_of_people_leaves_in_three_forms_with_the_people_it_shows() {
        Ward ward = new Ward(context);
        List<UUID> people = ward.registered("Hà Văn Một", "Bế Thị Hai");
        ward.open();
        ward.fill(people);
        ward.meet(people);
        ward.sign(people.subList(0, 1));
        ward.confirm(people.subList(0, 1));
        ward.giveOut(people.subList(0, 1));
        World world = ward.world;
        UUID meeting = Ids.next();
        World.run(
                """
                insert into meeting.meeting (id, unit_no, kind, title, planned_on, starts_at, place, agenda,
                                             state, rulebook, changed_at, changed_by)
                values (?, ?, 'PERIODIC', 'Họp cuối năm', ?, ?, 'Nhà văn hóa', '', 'PLANNED',
                        '213-qd-tw/1', timestamptz '2025-01-01', 'thử')
                """,
                meeting,
                world.cell1,
                ward.today(),
                LocalTime.of(19, 30));

        Visitor office = visitor(Role.RESIDENCE_OFFICE, world.ward);
        assertThat(taken(office, "/register")).contains("Hà Văn Một", "Bế Thị Hai");
        assertThat(taken(office, "/register/sheet?q=hai"))
                .contains("Bế Thị Hai", "Tìm: hai")
                .doesNotContain("Hà Văn Một");
        assertThat(taken(office, "/introductions?tab=placed"))
                .contains("Hà Văn Một", "Bế Thị Hai", "Tình trạng: ");
        assertThat(taken(office, "/introductions?q=mot"))
                .contains("Hà Văn Một", "Tìm: mot")
                .doesNotContain("Bế Thị Hai");
        assertThat(taken(office, "/introductions/board")).contains("Trường Thử Nghiệm");
        assertThat(taken(office, "/comments?tab=returned"))
                .contains("Hà Văn Một")
                .doesNotContain("Bế Thị Hai");
        assertThat(taken(office, "/comments?tab=to-sign"))
                .contains("Bế Thị Hai")
                .doesNotContain("Hà Văn Một");
        assertThat(taken(office, "/meetings")).contains("Họp cuối năm", "19:30");
        assertThat(taken(office, "/meetings/" + meeting + "/attendance")).contains("Điểm danh");

        Visitor work = visitor(Role.WORKPLACE_OFFICE, world.workplace);
        assertThat(taken(work, "/members")).contains("Hà Văn Một", "Bế Thị Hai");
        assertThat(taken(work, "/introductions?tab=acknowledged")).contains("Hà Văn Một");
        assertThat(taken(work, "/introductions/register"))
                .contains("Hà Văn Một", "Nêu gương")
                .contains("Bế Thị Hai");
        assertThat(taken(work, "/returned-comments"))
                .contains("Hà Văn Một")
                .doesNotContain("Bế Thị Hai");
        assertThat(taken(work, "/reconciliation")).contains("Hà Văn Một", "Khớp với hồ sơ");
    }
}
