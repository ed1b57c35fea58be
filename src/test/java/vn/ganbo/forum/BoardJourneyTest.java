package vn.ganbo.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.journey.Chromium;
import vn.ganbo.journey.Neighbourhood;
import vn.ganbo.journey.Walker;

/** A cell's notice board on phones: asked, answered, moderated, and its Zalo group. */
@ProductTest
class BoardJourneyTest {
    @Autowired ApplicationContext program;
    @LocalServerPort int port;

    @Test
    void neighbours_ask_and_answer_and_the_committee_hides_with_a_reason_and_shows_again() {
        try (Chromium chromium = Chromium.start();
                Neighbourhood here = new Neighbourhood(program, chromium, port)) {
            UUID asks = here.placed("Chìu Thị Nhờ");
            UUID answers = here.placed("Chìu Văn Giúp");
            Walker asker = here.member("Chìu Thị Nhờ", asks);
            Walker neighbour = here.member("Chìu Văn Giúp", answers);
            Walker secretary = here.cell("Chìu Văn Chủ");

            asker.open("/forum")
                    .sees("Chưa có bài nào", "không nhận bài giấu tên")
                    .unfold("Đăng bài mới");
            asker.press("Đăng lên bảng tin").sees("Ghi nội dung").look();
            asker.type("title", "Ai biết dùng dịch vụ công?")
                    .type("body", "Tôi cần đổi thẻ.\nTối nào cũng được.")
                    .press("Đăng lên bảng tin")
                    .sees("Đã đăng", "Tối nào cũng được.")
                    .look();
            String topic = asker.path();

            neighbour.open("/forum").follow("Ai biết dùng dịch vụ công?");
            neighbour
                    .type("body", "Tối thứ Tư tôi sang giúp.")
                    .press("Gửi trả lời")
                    .sees("Đã gửi trả lời", "Chìu Văn Giúp")
                    .look();
            asker.open("/notifications").sees("Có trả lời cho bài trên bảng tin");
            asker.open(topic).sees("Tối thứ Tư tôi sang giúp.");

            secretary.open("/forum").follow("Ai biết dùng dịch vụ công?");
            secretary.unfold("Ẩn, ghi lý do").press("Ẩn bài").sees("Ghi lý do ẩn").look();
            secretary
                    .type("because", "Có số điện thoại riêng của người khác")
                    .press("Ẩn bài")
                    .sees("Người viết đọc được lý do")
                    .look();
            neighbour.open("/forum").doesNotSee("Ai biết dùng dịch vụ công?");
            asker.open(topic).sees("Có số điện thoại riêng của người khác").look();
            secretary.open(topic).press("Cho hiện lại").sees("Đã cho hiện lại");
            neighbour.open("/forum").sees("Ai biết dùng dịch vụ công?");

            secretary.open("/forum").follow("Tổ đảng 1");
            secretary.sees("Bảng tin Tổ đảng 1", "Chưa có bài nào");
            secretary.open("/forum").unfold("Thêm liên kết nhóm Zalo");
            secretary
                    .type("url", "https://zalo.example.org/g/abc")
                    .press("Lưu liên kết")
                    .sees("bắt đầu bằng https://zalo.me/")
                    .look();
            assertThat(secretary.typed("url")).isEqualTo("https://zalo.example.org/g/abc");
            secretary
                    .type("url", "https://zalo.me/g/abc123")
                    .press("Lưu liên kết")
                    .sees("Đã lưu liên kết nhóm Zalo");
            asker.open("/forum").sees("Mở nhóm Zalo").look();
        }
    }
}
