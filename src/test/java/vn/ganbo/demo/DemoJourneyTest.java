package vn.ganbo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ganbo.journey.Chromium;
import vn.ganbo.journey.Walker;

/** Whoever tries the demonstration finds something on every page of every role. */
@DemoTest
class DemoJourneyTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Văn phòng Đảng ủy Kho bạc",
                "Văn phòng Đảng ủy phường Hoa Ban",
                "Bí thư Chi bộ Tổ dân phố 1",
                "Chi ủy viên",
                "Tổ trưởng",
                "Chuyên viên",
                "Quản trị hệ thống",
                "Ủy ban Kiểm tra",
                "Đảng viên"
            })
    void every_page_of_the_menu_opens_and_says_that_this_is_a_demonstration(String title) {
        try (Walker walker = Walker.atDesk(chromium, port)) {
            walker.open("/sign-in").press(title).sees("trình diễn").look();
            List<String> pages = walker.menu();
            assertThat(pages).contains("/").hasSizeGreaterThan(2);
            for (String link : pages) {
                walker.open(link).sees("trình diễn");
            }
        }
    }
}
