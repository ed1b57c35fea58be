package vn.ganbo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.journey.Chromium;
import vn.ganbo.journey.Neighbourhood;
import vn.ganbo.journey.Walker;
import vn.ganbo.kernel.Show;

/** Two committees and a member tell one another what is new, in Chromium. */
@ProductTest
class ExchangeJourneyTest {
    private static final String NAME = "Quàng Thị Tin";
    private static Chromium chromium;

    @Autowired ApplicationContext program;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private Neighbourhood here;
    private UUID person;
    private Walker office;
    private Walker ward;
    private Walker cell;
    private Walker member;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void shut() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void somebody_on_a_register_and_four_screens() {
        here = new Neighbourhood(program, chromium, port);
        person = here.placed(NAME);
        office = here.office("Cà Văn Phòng");
        ward = here.ward("Cà Thị Phường");
        cell = here.cell("Cà Văn Chi");
        member = here.member(NAME, person);
    }

    @AfterEach
    void close() {
        here.close();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private void draft(Walker writer, String kind, String body) {
        writer.open("/exchange/new").type("q", "quang thi tin").press("Tìm").follow(NAME);
        writer.answer("kind", kind).press("Lưu bản nháp").sees("Ghi nội dung thông báo").look();
        writer.type("body", body).press("Lưu bản nháp").sees("Đã lưu bản nháp").look();
    }

    @Test
    void the_workplace_tells_the_residence_receives_and_answers_and_the_member_adds_own_words()
            throws IOException {
        office.open("/exchange").sees("Đơn tố cáo gửi ủy ban kiểm tra");
        draft(office, "Khen thưởng", "Chiến sĩ thi đua năm 2026.\nQuyết định số 12.");
        cell.open("/exchange").doesNotSee(NAME);
        member.open("/exchange/mine").doesNotSee("Khen thưởng");

        office.press("Cấp số, lưu công văn và gửi").sees("Cần ghi họ và tên người ký");
        office.type("signer", "Lò Văn Ký")
                .press("Cấp số, lưu công văn và gửi")
                .sees("Bên kia và đảng viên thấy ngay", "Quyết định số 12.")
                .look();
        assertThat(text(office.paper("Mở công văn")))
                .contains("Lò Văn Ký", NAME, "Chiến sĩ thi đua năm 2026.", "ý kiến trả lời");

        cell.open("/").sees("Nơi công tác chờ trả lời");
        cell.open("/exchange?tab=CAME").follow(NAME);
        cell.press("Ghi đã nhận, trả lời sau").sees("Đã ghi là đã nhận");
        cell.press("Gửi trả lời").sees("Ghi câu trả lời").look();
        cell.type("answer", "Đã biểu dương trước chi bộ.")
                .press("Gửi trả lời")
                .sees("Đã trả lời", "Đã biểu dương trước chi bộ.")
                .look();
        office.open("/notifications").sees("Nơi cư trú trả lời: khen thưởng");
        office.open("/exchange?tab=ANSWERED_TO_US").follow(NAME);
        office.sees("Đã biểu dương trước chi bộ.");

        member.open("/exchange/mine").follow("Khen thưởng");
        member.sees("Đã biểu dương trước chi bộ.")
                .type("words", "Tôi cảm ơn hai nơi.")
                .press("Gửi ý kiến")
                .sees("Đã ghi ý kiến của đồng chí")
                .look();
        cell.open("/notifications").sees("Đảng viên ghi ý kiến");
        cell.open("/exchange?tab=ANSWERED_BY_US").follow(NAME);
        cell.sees("Tôi cảm ơn hai nơi.");
        ward.open("/exchange/board").sees("Đảng ủy Trường Thử Nghiệm", "100");
    }

    @Test
    void a_shortcoming_is_heard_decided_signed_and_answered() throws IOException {
        draft(cell, "Khuyết điểm cần góp ý", "Hai lần vắng họp không báo.");
        cell.doesNotSee("Cấp số, lưu công văn và gửi")
                .press("Mời đảng viên trình bày")
                .sees("Đã mời đảng viên trình bày", "Chi ủy kết luận sau khi nghe")
                .look();
        office.open("/exchange?tab=CAME").doesNotSee(NAME);

        member.open("/").sees("Chi ủy mời đồng chí trình bày");
        member.open("/exchange/mine").follow("Khuyết điểm cần góp ý");
        member.sees("Hai lần vắng họp không báo.")
                .type("words", "Hai tối ấy tôi trực ở cơ quan.")
                .press("Gửi ý kiến")
                .sees("Đã ghi ý kiến")
                .look();

        cell.open("/").sees("Bản nháp chờ ký và gửi");
        cell.open("/exchange?tab=DRAFTS").follow(NAME);
        cell.sees("Hai tối ấy tôi trực ở cơ quan.")
                .type("sessionOn", Show.date(LocalDate.now(clock)))
                .type("present", "3")
                .type("agreed", "4")
                .type("signer", "Cà Văn Chi")
                .press("Cấp số, lưu công văn và gửi")
                .sees("Số người tán thành từ 1 đến số người có mặt")
                .look();
        assertThat(cell.typed("signer")).isEqualTo("Cà Văn Chi");
        cell.type("agreed", "3")
                .press("Cấp số, lưu công văn và gửi")
                .sees("Bên kia và đảng viên thấy ngay");
        assertThat(text(cell.paper("Mở công văn")))
                .contains("Hai tối ấy tôi trực ở cơ quan.", "có mặt 3, tán thành 3");

        office.open("/").sees("Nơi cư trú chờ trả lời");
        office.open("/exchange?tab=CAME").follow(NAME);
        office.sees("Hai tối ấy tôi trực ở cơ quan.")
                .type("answer", "Đã trao đổi; lịch trực được đổi từ tháng sau.")
                .press("Gửi trả lời")
                .sees("Đã trả lời")
                .look();
        member.open("/exchange/mine").follow("Khuyết điểm cần góp ý");
        member.sees("lịch trực được đổi từ tháng sau");
    }

    @Test
    void a_bulletin_is_sent_read_by_members_and_acknowledged() {
        ward.open("/bulletins")
                .press("Gửi các nơi công tác")
                .sees("Ghi tiêu đề bản tin", "Ghi nội dung bản tin");
        ward.type("title", "Tháng vì môi trường")
                .type("body", "Sáng thứ Bảy dọn ngõ.\nCác chi bộ cử người cùng làm.")
                .type("signer", "Lò Thị Ban")
                .press("Gửi các nơi công tác")
                .sees("Tháng vì môi trường", "Chưa xác nhận")
                .look();

        office.open("/").sees("Bản tin nơi cư trú chờ xác nhận");
        office.open("/bulletins").follow("Tháng vì môi trường");
        office.sees("Các chi bộ cử người cùng làm.").press("Xác nhận đã nhận").look();
        ward.open("/bulletins").sees("Đã xác nhận");
        member.open("/bulletins/mine").sees("Tháng vì môi trường");
    }

    @Test
    void rules_of_working_together_are_recorded_confirmed_and_set_the_days() {
        String today = Show.date(LocalDate.now(clock));
        office.open("/agreements")
                .choose("partner", "Đảng ủy phường Bến Thử")
                .type("paperNo", "01-QC/ĐU")
                .type("signedOn", today)
                .type("since", today)
                .type("workContact", "Văn phòng, 0601 111 222")
                .type("wardContact", "Văn phòng, 0601 333 444")
                .type("answerDays", "90")
                .type("body", "Báo nhau khi có thay đổi.\nHọp chung mỗi năm một lần.")
                .press("Ghi quy chế")
                .sees("từ 1 đến 60");
        assertThat(office.typed("paperNo")).isEqualTo("01-QC/ĐU");
        office.type("answerDays", "3")
                .press("Ghi quy chế")
                .sees("Chờ bên kia xác nhận", "Họp chung mỗi năm một lần.")
                .look();
        ward.open("/").sees("Quy chế phối hợp chờ xác nhận");
        ward.open("/agreements").press("Xác nhận đã ký").sees("Đang áp dụng", "3 ngày làm việc");
        ward.look().open("/").doesNotSee("Quy chế phối hợp chờ xác nhận");
        office.open("/agreements").press("Kết thúc từ hôm nay").look();
    }

    @Test
    void a_half_years_sheet_goes_each_way_and_who_is_late_is_seen_by_both() {
        LocalDate began = HalfYear.of(LocalDate.now(clock)).before().first();
        World.run(
                "update liaison.introduction set sent_on = ?, acknowledged_on = ? where member_id = ?",
                java.sql.Date.valueOf(began),
                java.sql.Date.valueOf(began),
                person);
        World.run(
                "update liaison.contact set valid = daterange(?, null) where member_id = ?",
                java.sql.Date.valueOf(began),
                person);
        office.open("/").sees("Phiếu trao đổi 6 tháng chưa gửi");
        office.open("/half-sheets")
                .type("body", "Đề nghị báo sớm lịch họp.")
                .press("Ký và gửi")
                .sees("Cần ghi họ và tên người ký");
        assertThat(office.typed("body")).isEqualTo("Đề nghị báo sớm lịch họp.");
        office.type("signer", "Lò Văn Ký")
                .press("Ký và gửi")
                .sees("Đã ký và gửi 1 phiếu trao đổi")
                .look();

        ward.open("/half-sheets").sees("Đảng ủy Trường Thử Nghiệm", "chờ mình ghi nhận");
        ward.follow(Show.date(LocalDate.now(clock)))
                .sees("Đề nghị báo sớm lịch họp.")
                .press("Ghi là đã nhận")
                .sees("Đã ghi là đã nhận")
                .look();
        ward.open("/half-sheets")
                .type("signer", "Lò Thị Ban")
                .press("Ký và gửi")
                .sees("Đã ký và gửi 1 phiếu trao đổi");
        office.open("/half-sheets").sees("đã nhận").look();
        for (Walker side : new Walker[] {office, ward}) {
            side.open("/exchange/board?year=" + began.getYear())
                    .sees("Phiếu trao đổi 6 tháng", "Đảng ủy phường Bến Thử");
        }
        ward.look();
    }
}
