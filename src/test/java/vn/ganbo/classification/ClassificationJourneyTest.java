package vn.ganbo.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.journey.Chromium;
import vn.ganbo.journey.Neighbourhood;
import vn.ganbo.journey.Walker;
import vn.ganbo.kernel.Show;

/**
 * A member reviews the own year, the cell votes, others are heard, the committee decides, a level
 * recorded wrongly is corrected, and the dossier says all of it, in Chromium.
 */
@ProductTest
class ClassificationJourneyTest {
    private static final String NAME = "Vừ Thị Kiểm";
    private static final Map<String, String> POINTS =
            Map.of("p-character", "18", "p-style", "5", "p-residence", "4", "p-results", "60");

    @Autowired ApplicationContext program;
    @Autowired Clock clock;
    @LocalServerPort int port;

    @Test
    void from_the_own_review_to_a_corrected_level_in_the_dossier() throws IOException {
        try (Chromium chromium = Chromium.start();
                Neighbourhood here = new Neighbourhood(program, chromium, port)) {
            UUID person = here.world.member(NAME);
            Walker office = here.office("Vừ Văn Phòng");
            Walker cell = here.workCell("Vừ Thị Chi");
            Walker member = here.member(NAME, person);

            office.open("/classification").press("Mở đợt kiểm điểm").sees("Đang tự kiểm điểm");
            reviewsHerself(member);
            String review = theCellMeetsAndProposes(cell);
            othersAreHeardAndTheCommitteeDecides(office, review);
            member.open("/my-review").sees("Hoàn thành nhiệm vụ: quyết định số 12-QĐ/ĐU");
            theOfficeCorrects(office, review);

            member.open("/notifications").sees("Sửa quyết định xếp loại đã ghi");
            member.open("/my-review")
                    .sees(
                            "Hoàn thành tốt nhiệm vụ: quyết định số 12-QĐ/ĐU",
                            "Trước khi sửa: hoàn thành nhiệm vụ",
                            "Chép nhầm dòng.")
                    .look();
            cell.open("/classification").sees("đã sửa ngày").follow(NAME);
            cell.sees("Chép nhầm dòng.").doesNotSee("Sửa nếu ghi nhầm");
            assertThat(text(cell.paper("Hồ sơ (PDF)")))
                    .contains(
                            "Tôi đã làm xong đề tài.",
                            "7 đảng viên dự",
                            "Công đoàn cơ sở, ngày",
                            "Hoàn thành tốt nhiệm vụ, quyết định số 12-QĐ/ĐU",
                            "Trước khi sửa: hoàn thành nhiệm vụ");
        }
    }

    private static void reviewsHerself(Walker member) {
        member.open("/").sees("Bản tự kiểm điểm chưa gửi");
        member.open("/my-review");
        member.page
                .locator("main textarea[name^='s-']")
                .all()
                .forEach(field -> field.fill("Tôi đã làm xong đề tài."));
        POINTS.forEach(member::type);
        member.press("Gửi chi bộ").sees("Chọn mức tự đề nghị");
        assertThat(member.typed("s-tasks")).isEqualTo("Tôi đã làm xong đề tài.");
        member.answer("level", "Hoàn thành tốt nhiệm vụ")
                .press("Gửi chi bộ")
                .sees("Đã gửi bản tự kiểm điểm", "87/100")
                .look();
    }

    private static String theCellMeetsAndProposes(Walker cell) {
        cell.open("/").sees("Bản tự kiểm điểm chờ chi bộ họp");
        cell.open("/classification").follow(NAME);
        cell.sees("Chưa gửi được đề nghị").doesNotSee("Gửi cấp ủy");
        String review = cell.path().replaceFirst(".*/", "");
        cell.follow("Ghi cuộc họp");
        cell.type("present", "7")
                .type("minutes", "Chi bộ góp ý, đồng chí Kiểm tiếp thu.")
                .type("v-GOOD-" + review, "6")
                .type("v-FULFILLED-" + review, "1")
                .press("Ghi cuộc họp")
                .sees("Đã ghi cuộc họp")
                .follow(NAME);
        cell.sees("7 người dự")
                .answer("level", "Hoàn thành tốt nhiệm vụ")
                .press("Gửi cấp ủy")
                .sees("Đã gửi đề nghị của chi bộ")
                .look();
        return review;
    }

    private void othersAreHeardAndTheCommitteeDecides(Walker office, String review) {
        office.open("/").sees("Đề nghị xếp loại của chi bộ chờ quyết định");
        office.open("/classification").follow(NAME);
        office.unfold("Ghi một ý kiến")
                .type("opinionFrom", "Công đoàn cơ sở")
                .type("opinionOn", Show.date(LocalDate.now(clock)))
                .type("opinionWords", "Đồng ý với chi bộ.")
                .press("Ghi ý kiến")
                .sees("Công đoàn cơ sở", "Đồng ý với chi bộ.");
        office.open("/classification").follow("Ghi quyết định xếp loại");
        office.type("number", "12-QĐ/ĐU")
                .press("Ghi quyết định")
                .sees("Chọn mức cho ít nhất một người");
        office.choose("level-" + review, "Hoàn thành nhiệm vụ")
                .press("Ghi quyết định")
                .sees("Đã ghi quyết định xếp loại cho 1 đảng viên");
    }

    private static void theOfficeCorrects(Walker office, String review) {
        office.follow(NAME).follow("Sửa nếu ghi nhầm");
        office.press("Ghi điều đã sửa").sees("Ghi lý do sửa", "Chưa có gì khác điều đã ghi").look();
        office.choose("level-" + review, "Hoàn thành tốt nhiệm vụ")
                .type("correctedBecause", "Chép nhầm dòng.")
                .press("Ghi điều đã sửa")
                .sees("Đã sửa", "Trước khi sửa: hoàn thành nhiệm vụ, quyết định số 12-QĐ/ĐU")
                .look();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
