package vn.ganbo.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.World;
import vn.ganbo.journey.Chromium;
import vn.ganbo.journey.Neighbourhood;
import vn.ganbo.journey.Walker;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** A letter goes to the office's own signing tool and comes back, in Chromium. */
@ProductTest
class SignatureJourneyTest {
    private static final String PERSON = "Lò Thị Ấn";

    @Autowired ApplicationContext program;
    @Autowired TrustedCertificates certificates;
    @Autowired Clock clock;
    @LocalServerPort int port;

    @Test
    void a_signed_letter_is_taken_and_one_that_was_changed_is_not_and_says_why()
            throws GeneralSecurityException {
        Instant now = clock.instant();
        try (Chromium chromium = Chromium.start();
                Neighbourhood here = new Neighbourhood(program, chromium, port)) {
            World world = here.world;
            TrialAuthority authority = new TrialAuthority("Chứng thực " + world.base, now);
            Viewer province =
                    world.viewer(Role.ADMINISTRATOR, world.province, world.province + 999);
            byte[] issuer = authority.certificate().getEncoded();
            byte[] list = authority.list(30).getEncoded();
            province.call(() -> certificates.add(province, issuer));
            province.call(() -> certificates.add(province, list));
            UUID letter = here.sent(world.member("Lừu Thị Thư"), PERSON);
            Walker office = here.office("Lừu Văn Phòng");

            office.open("/introductions/" + letter);
            byte[] stored = office.paper("Mở giấy giới thiệu");
            byte[] signed = authority.holder(PERSON).sign(stored, now);
            office.follow("Giấy giới thiệu đã ký");
            office.sees("Chưa có bản ký nào", "Chỉ nhận khi nội dung giữ nguyên");

            office.attach(
                            "anh.pdf",
                            "application/pdf",
                            "không phải PDF".getBytes(StandardCharsets.UTF_8))
                    .press("Gửi tệp đã ký")
                    .sees("Chưa nhận tệp này. Giấy và hồ sơ vẫn như trước.")
                    .look();
            office.attach("sua.pdf", "application/pdf", Sheets.withText(signed))
                    .press("Gửi tệp đã ký")
                    .sees("thêm vào sau khi ký", PERSON, "Chưa có bản ký nào")
                    .look();
            office.attach(
                            "la.pdf",
                            "application/pdf",
                            new TrialAuthority("Chứng thực lạ", now)
                                    .holder(PERSON)
                                    .sign(stored, now))
                    .press("Gửi tệp đã ký")
                    .sees("Chưa nhận tệp này", PERSON);
            office.attach("da-ky.pdf", "application/pdf", signed)
                    .press("Gửi tệp đã ký")
                    .sees("Đã nhận bản ký số", "Chữ ký hợp lệ khi nhận", PERSON)
                    .look();

            Walker ward = here.ward("Lừu Thị Phường");
            ward.open("/introductions/" + letter).follow("Giấy giới thiệu đã ký");
            ward.sees("Chữ ký hợp lệ khi nhận", PERSON).look();
        }
    }
}
