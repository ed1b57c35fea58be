package vn.ganbo.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;

/** Codes of files on the national portal: written, found, out as a list and in again. */
@ProductTest
class PortalTest {
    @Autowired Introductions introductions;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Visitor clerk;
    private List<UUID> letters;

    @BeforeEach
    void two_letters() {
        world = new World();
        Viewer work = world.workplaceOffice();
        UUID first = world.member("Pờ Thị Mã");
        UUID second = world.member("Pờ Văn Số");
        letters = work.call(() -> introductions.issue(work, List.of(first, second)).letters());
        clerk = visitor(Role.WORKPLACE_OFFICE, world.workplace);
    }

    private Visitor visitor(Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder("Pờ Thị Thư", role, unit).userName(), Holders.PASSWORD);
        return visitor;
    }

    private Visitor.Page take(String csv) {
        clerk.get("/portal?procedure=letters");
        return clerk.upload(
                "/portal/import", "file", "ma.csv", csv.getBytes(UTF_8), "procedure", "letters");
    }

    private String list() {
        return new String(clerk.download("/portal/export?procedure=letters&as=csv"), UTF_8);
    }

    private String number(String name) {
        String line = list().lines().filter(l -> l.contains(name)).findFirst().orElseThrow();
        return line.split("[,;]")[1].replace("\"", "");
    }

    private Visitor.Page write(UUID letter, String code) {
        clerk.get("/portal?procedure=letters");
        return clerk.post(
                "/portal/code", "procedure", "letters", "id", letter.toString(), "code", code);
    }

    @Test
    void a_code_written_by_hand_is_shown_and_found() {
        assertThat(write(letters.getFirst(), "G22.99.09-261127-0001").text())
                .contains("Đã ghi mã hồ sơ");
        assertThat(clerk.get("/introductions?q=g22.99.09-261127-0001").text())
                .contains("Pờ Thị Mã")
                .doesNotContain("Pờ Văn Số");
        assertThat(clerk.get("/portal?procedure=letters&q=261127-0001").text())
                .contains("Pờ Thị Mã")
                .doesNotContain("Pờ Văn Số");
        assertThat(clerk.get("/portal?procedure=letters&missing=true").text())
                .contains("Pờ Văn Số")
                .doesNotContain("Pờ Thị Mã");
        assertThat(clerk.get("/introductions/" + letters.getFirst()).text())
                .contains("G22.99.09-261127-0001");
        assertThat(write(letters.getLast(), "G22.99.09-261127-0001").text())
                .contains("Mã này đã ghi cho văn bản số");
        assertThat(write(letters.getLast(), "có dấu cách").status()).isEqualTo(422);
    }

    @Test
    void the_list_comes_back_and_changes_nothing() {
        write(letters.getFirst(), "G22-0002");

        assertThat(take(list()).text())
                .contains("2 dòng", "ghi mới 0", "đã có sẵn 1", "không có mã 1", "không nhận 0");
    }

    @Test
    void a_list_fills_in_what_is_missing_and_leaves_the_rest_alone_with_the_reason() {
        String first = number("Pờ Thị Mã");
        String second = number("Pờ Văn Số");
        write(letters.getFirst(), "G22-0003");

        String page =
                take("Số văn bản,Nơi ban hành,Họ và tên,Mã hồ sơ\n"
                                + (first + ",Đảng ủy Trường Thử Nghiệm,,G22-9999\n")
                                + (second + ",Đảng bộ Trường Thử Nghiệm,Pờ Văn Số,G22-0004\n")
                                + (second + ",Đảng ủy Nơi Khác,,G22-0005\n")
                                + "9999-GGT/ĐU,,,G22-0006\n"
                                + (second + ",,Pờ Thị Khác,G22-0007\n")
                                + ",,Pờ Thị Mã,G22-0003\n")
                        .text();

        assertThat(page)
                .contains("ghi mới 1", "đã có sẵn 1", "không nhận 4")
                .contains("Văn bản này đã có mã G22-0003")
                .contains("Không thấy văn bản nào")
                .contains("Văn bản số này của đồng chí Pờ Văn Số");
        assertThat(list()).contains("G22-0003", "G22-0004").doesNotContain("G22-9999");
    }

    @Test
    void a_row_that_fits_two_letters_is_not_guessed() {
        World.run(
                "update liaison.introduction set number = '77-GGT/ĐU' where from_no = ?",
                world.workplace);

        assertThat(take("Số văn bản,Mã hồ sơ\n77-GGT/ĐU,G22-0008\n").text())
                .contains("ghi mới 0", "Có 2 văn bản khớp với dòng này");
        assertThat(take("Tên,Ghi chú\nA,B\n").status()).isEqualTo(422);
    }

    @Test
    void all_three_procedures_are_there_and_another_office_sees_nothing() {
        assertThat(clerk.get("/portal").text())
                .contains("Lấy ý kiến nhận xét", "Giấy giới thiệu", "Thông báo chuyển công tác");
        assertThat(clerk.get("/portal?procedure=transfers").status()).isEqualTo(200);
        assertThat(clerk.get("/portal?procedure=none").status()).isEqualTo(404);
        Visitor ward = visitor(Role.RESIDENCE_OFFICE, world.ward);
        assertThat(ward.get("/portal?procedure=letters").text()).doesNotContain("Pờ Thị Mã");
        ward.get("/portal?procedure=letters");
        assertThat(
                        ward.post(
                                        "/portal/code",
                                        "procedure",
                                        "letters",
                                        "id",
                                        letters.getFirst().toString(),
                                        "code",
                                        "G22-0009")
                                .status())
                .isEqualTo(404);
    }
}
