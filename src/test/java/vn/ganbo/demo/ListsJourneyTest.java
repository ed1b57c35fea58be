package vn.ganbo.demo;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ganbo.journey.Chromium;
import vn.ganbo.journey.Walker;

/** Lists as offices have them go in through the browser, and come out again. */
@DemoTest
class ListsJourneyTest {
    private static Chromium chromium;

    @LocalServerPort int port;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_list_in_old_letters_is_mapped_checked_written_and_taken_back() throws IOException {
        try (Walker administrator = Walker.atDesk(chromium, port)) {
            administrator.go("/sign-in").press("Quản trị hệ thống");
            administrator.open("/imports");
            administrator.attach("danh-sach-cu-vntime.xls").press("Gửi và kiểm tra");
            administrator.awaits("Dương Trung Sính").sees("Chữ viết bằng phông cũ").look();
            administrator.press("Ghép như trên và kiểm tra");
            administrator.awaits("120 dòng tốt").sees("0 dòng cần sửa").look();
            administrator.press("Ghi 120 dòng").awaits("Đã ghi 120 đảng viên").look();
            administrator.press("Hoàn tác lần nhập này");
            administrator.awaits("120 người trở lại như trước khi nhập").look();
        }
    }

    @Test
    void a_ward_takes_over_its_hand_kept_register_with_its_contradictions_marked()
            throws IOException {
        try (Walker ward = Walker.atDesk(chromium, port)) {
            ward.go("/sign-in").press("Quản trị hệ thống");
            ward.open("/imports");
            ward.attach("so-theo-doi-phuong.xlsx").press("Gửi và kiểm tra");
            ward.awaits("1.655").look();
        }
    }
}
