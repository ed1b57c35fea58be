package vn.ganbo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import vn.ganbo.access.Offices;
import vn.ganbo.database.Db;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.journey.Chromium;
import vn.ganbo.journey.Walker;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Units;

/**
 * A whole ward is commented on in Chromium, from the request to the dossier and the answer: five
 * people at their screens play one slip and one cell, all others go through the same acts. The ward
 * has 1,655 people with {@code -Dganbo.round.people=1655}, in every check some fewer.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.level.root=warn",
            "ganbo.demo=true",
            "ganbo.demo.members=0",
            "ganbo.data=target/round-journey-data"
        })
@ContextConfiguration(initializers = TestDatabase.class)
class WholeRoundJourneyTest {
    private static final int PEOPLE = Integer.getInteger("ganbo.round.people", 600);

    /** The first of the cell of Tổ dân phố 1 whose workplace stands on the page of offices. */
    private static final String CARD = "99.000084";

    private static final String FACT = "Vắng buổi dọn vệ sinh ngõ 12 ngày 4/10, không báo";
    private static final String SAID = "Hôm đó tôi trực đêm, lần sau sẽ báo trước.";
    private static final Scope ALL = Scope.system("counting a made world");

    private record Person(UUID id, String fullName, int workNo) {}

    @Autowired ApplicationContext context;
    @Autowired DemoWard ward;
    @Autowired Offices offices;
    @Autowired Units units;
    @Autowired Db db;
    @LocalServerPort int port;

    private final List<Walker> walkers = new ArrayList<>();
    private Chromium chromium;
    private WardRound others;
    private Person member;

    @BeforeEach
    void makeTheWorld() {
        chromium = Chromium.start();
        ward.make(PEOPLE, _ -> {});
        others = new WardRound(context, DemoWard.NO, DemoWard.TODAY);
        member = member();
    }

    @AfterEach
    void close() {
        walkers.forEach(Walker::close);
        chromium.close();
    }

    /** The member gets an account; the made world has none for members. */
    private Person member() {
        Person person =
                db.one(
                                ALL,
                                new Sql(
                                        "select m.id, m.full_name, m.work_no from member.published_member m where m.card_no = :card"),
                                Person.class,
                                "card",
                                CARD)
                        .orElseThrow();
        new DemoOffices(offices, units, new DemoNames(1), Viewer.system("a member's account"))
                .member(person.id(), person.fullName(), units.require(ALL, person.workNo()));
        return person;
    }

    private Walker enter(String words, boolean phone) {
        Walker walker = phone ? Walker.onPhone(chromium, port) : Walker.atDesk(chromium, port);
        walkers.add(walker);
        return walker.go("/sign-in").press(words);
    }

    @Test
    void a_ward_goes_from_the_request_to_the_dossier_and_the_answer() throws IOException {
        Walker analyst = enter("Chuyên viên Ban Tổ chức", false);
        Walker office = enter("Văn phòng Đảng ủy Đảng bộ Cơ quan 3", false);
        Walker ward = enter("Văn phòng Đảng ủy Đảng bộ phường Hoa Ban", false);
        Walker cell = enter("Bí thư Chi bộ Tổ dân phố 1", true);
        Walker self = enter(member.fullName(), true);

        theProvinceOpensAndTheWorkplaceAsks(analyst, office, ward);
        theMemberReportsAndIsHeard(self, cell);
        String slip = theCellMeetsAndSigns(cell);
        theWardConfirmsAndReturns(ward);
        theWorkplaceReceivesAndTheMemberAnswers(office, self, slip);
        everybodyElse(ward);
        theFiguresAgree(analyst, ward);
    }

    private void theProvinceOpensAndTheWorkplaceAsks(Walker analyst, Walker office, Walker ward) {
        analyst.open("/rounds/wards").sees("1 nơi chưa mở").follow("Mở đợt cho 1 xã, phường");
        analyst.press("Mở đợt nhận xét").sees("ở 1 xã, phường: " + Show.number(PEOPLE) + " phiếu");
        analyst.look().sees("0 / " + Show.number(PEOPLE) + " phiếu đã trả");

        office.open("/comment-requests/new")
                .type("q", member.fullName())
                .answer("members", "Chọn " + member.fullName())
                .choose("purpose", "Đánh giá")
                .type("signer", "Nông Văn Trường")
                .press("Cấp số và gửi")
                .sees(member.fullName())
                .look();
        ward.open("/comment-requests").sees(member.fullName(), "Cơ quan 3");
        ward.press("Chuyển các phiếu đã chọn về chi bộ").look();
        assertThat(others.ask()).isEqualTo(PEOPLE - 1);
    }

    private void theMemberReportsAndIsHeard(Walker self, Walker cell) throws IOException {
        self.open("/my-report").sees("Điền sẵn từ sổ của nơi cư trú");
        self.type("duty-2", "Vận động hai hộ trong ngõ phân loại rác.");
        self.press("Gửi chi ủy nơi cư trú").sees("Rút về để sửa").look();
        assertThat(text(self.paper("In ra giấy")))
                .contains("BẢN TỰ BÁO CÁO NĂM 2026", member.fullName(), "phân loại rác", "kỳ họp")
                .contains("ĐẢNG BỘ PHƯỜNG HOA BAN", "CHI BỘ TỔ DÂN PHỐ 1");

        cell.open("/comments").follow(member.fullName());
        cell.sees("phân loại rác", "Căn cứ theo nhiệm vụ", "Chưa ký được").look();
        cell.answer("example", "Nêu gương tốt")
                .answer("civic", "Gương mẫu đi đầu")
                .answer("meetings", "Tham gia đầy đủ")
                .answer("contact", "Chưa thường xuyên")
                .answer("voice", "Rất tích cực")
                .answer("proposal", "Không đề nghị")
                .unfold("Hạn chế cần khắc phục")
                .type("fact-0", FACT)
                .type("suggestion-0", "Báo tổ trưởng trước khi vắng")
                .type("due-0", "31/03/2027")
                .press("Thêm vào Nhận xét khác")
                .sees("chưa được nêu với đảng viên");
        assertThat(cell.typed("other")).contains("kỳ họp");
        cell.press("Gửi đảng viên nêu ý kiến").sees("Đảng viên chưa trả lời").look();

        self.open("/").open("/my-comments").follow("nêu ý kiến");
        self.sees("Chi bộ Tổ dân phố 1", FACT, "Báo tổ trưởng trước khi vắng")
                .doesNotSee("Rất tích cực")
                .look();
        self.type("words", SAID).press("Gửi ý kiến").sees("Đã gửi").look();
    }

    private String theCellMeetsAndSigns(Walker cell) {
        others.fillHonestly(others.cells().getFirst(), n -> "Việc thứ " + n + " ở tổ dân phố 1.");
        cell.open("/comments?tab=to-sign").follow(member.fullName());
        String slip = cell.path();
        cell.sees(SAID, "Chưa ký được").follow("Ghi cuộc họp");
        cell.tickAll("committee")
                .type("place", "Nhà văn hóa tổ dân phố 1")
                .type("front-name-0", "Hoàng Thị Bình")
                .type("front-title-0", "Trưởng ban công tác Mặt trận")
                .type("votesFor", "3")
                .type("conclusion", "Thống nhất nhận xét các đảng viên có tên.")
                .press("Ghi biên bản họp")
                .sees("Hoàng Thị Bình");

        cell.unfold("Rút biên bản")
                .type("reason", "Ghi thiếu ý kiến của Mặt trận")
                .press("Rút biên bản")
                .look();
        cell.open(slip).sees("Chưa ký được", "chưa ghi cuộc họp").follow("Ghi cuộc họp");
        cell.tickAll("committee")
                .type("place", "Nhà văn hóa tổ dân phố 1")
                .type("front-name-0", "Hoàng Thị Bình")
                .type("front-title-0", "Trưởng ban công tác Mặt trận")
                .type("votesFor", "3")
                .press("Ghi biên bản họp");
        cell.open("/comments?tab=to-sign&all=true")
                .press("Ký các phiếu đã chọn")
                .sees("Chi bộ đã ký")
                .look();
        return slip;
    }

    private void theWardConfirmsAndReturns(Walker ward) {
        ward.open("/").open("/comments?tab=signed&all=true").look();
        ward.type("signer", "Cầm Thị Duyên")
                .choose("post", "Trưởng Ban Xây dựng Đảng (T/L BAN THƯỜNG VỤ)")
                .press("Xác nhận các phiếu đã chọn")
                .sees("Đã xác nhận");
        ward.open("/comments?tab=confirmed&all=true")
                .press("Gửi trả nơi công tác")
                .sees("Đã gửi trả")
                .look();
    }

    private void theWorkplaceReceivesAndTheMemberAnswers(Walker office, Walker self, String slip)
            throws IOException {
        office.open("/").open("/returned-comments").follow(member.fullName());
        assertThat(office.path()).isEqualTo(slip);
        assertThat(text(office.paper("Mở phiếu")))
                .contains("PHIẾU NHẬN XÉT", member.fullName(), FACT)
                .contains("T/L BAN THƯỜNG VỤ TRƯỞNG BAN XÂY DỰNG ĐẢNG")
                .contains("T/M CHI BỘ BÍ THƯ");
        office.sees(SAID).press("Ghi đã nhận phiếu").look();
        office.open("/members?q=" + member.fullName().replace(' ', '+'))
                .follow(member.fullName())
                .sees("Nhận xét của nơi cư trú");
        office.open("/comment-board").look();

        self.open("/").open("/my-comments").follow("Nhận xét năm 2026");
        self.sees("Chưa thường xuyên", FACT).doesNotSee("Hoàng Thị Bình");
        self.type("reply", "Tôi đã đọc, sẽ khắc phục.")
                .press("Gửi ý kiến")
                .sees("sẽ khắc phục")
                .look();
        office.open(slip).sees("Tôi đã đọc, sẽ khắc phục.");
    }

    /**
     * The other cells; the second one writes the same words for forty-five. The ward confirms all
     * of them on one page and returns them in one act.
     */
    private void everybodyElse(Walker ward) {
        DemoWard.cells(others, 1);
        ward.open("/comments?tab=signed")
                .follow(
                        "Xác nhận cả "
                                + Show.number(others.slips("CELL_SIGNED").size())
                                + " phiếu");
        ward.sees("Cần đọc trước", "Biểu dương", "45 phiếu: cùng một lời nhận xét", "Nên đọc lại");
        ward.follow("chi bộ không có cảnh báo").look();
        ward.tickAll("comments")
                .type("signer", "Triệu Thu Phượng")
                .press("Xác nhận những phiếu đã chọn")
                .sees("Đã xác nhận");
        int waiting = others.slips("CELL_SIGNED").size();
        assertThat(waiting).as("the cell with a warning is not confirmed unseen").isPositive();
        ward.open("/comments/ward-confirmation")
                .tickAll("cells")
                .type("signer", "Triệu Thu Phượng")
                .press("Xác nhận những phiếu đã chọn");
        assertThat(others.slips("CELL_SIGNED")).isEmpty();
        int confirmed = others.slips("COMMUNE_CONFIRMED").size();
        ward.open("/comments?tab=confirmed")
                .press("Gửi trả cả " + Show.number(confirmed) + " phiếu")
                .sees("/ " + Show.number(confirmed) + " phiếu", "rời trang rồi quay lại")
                .look();
        String all = "Đã gửi trả " + Show.number(confirmed) + " / " + Show.number(confirmed);
        ward.awaits("Đã xong").sees(all, "Theo nơi công tác");
        ward.open("/comments?tab=returned").follow(all + " phiếu").sees("Đã xong").look();
        assertThat(others.receive()).isEqualTo(PEOPLE - 1);
    }

    private long count(String what) {
        return db.number(
                ALL,
                new Sql(
                        "select count("
                                + what
                                + ") from assessment.published_comment c where c.ward_no = 2 and c.year = 2026 and c.state = 'RETURNED'"));
    }

    private void theFiguresAgree(Walker analyst, Walker ward) {
        assertThat(count("*")).isEqualTo(PEOPLE);
        assertThat(count("distinct c.member_id")).isEqualTo(PEOPLE);
        assertThat(count("distinct c.paper_id")).isEqualTo(PEOPLE);
        assertThat(
                        db.number(
                                ALL,
                                new Sql(
                                        "select count(*) from assessment.published_comment c where c.ward_no = 2 and c.year = 2026")))
                .isEqualTo(PEOPLE);
        assertThat(
                        db.number(
                                ALL,
                                new Sql(
                                        "select count(*) from assessment.published_comment c join assessment.comment_request r on r.id = c.request_id where c.ward_no = 2 and r.state = 'ANSWERED'")))
                .isEqualTo(PEOPLE);
        String all = Show.number(PEOPLE) + " / " + Show.number(PEOPLE);
        analyst.open("/rounds/wards").sees(all + " phiếu đã trả").look();
        analyst.follow("phường Hoa Ban").sees(all + " phiếu đã xong").look();
        ward.open("/comments/quality").sees("45 phiếu: cùng một lời nhận xét").look();
        assertThat(ward.times("cùng một lời nhận xét")).isEqualTo(1);
        assertThat(ward.times("Không có điểm cần xem lại")).isEqualTo(others.cells().size() - 2);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
