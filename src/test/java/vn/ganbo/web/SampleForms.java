package vn.ganbo.web;

import static vn.ganbo.web.Gallery.draw;
import static vn.ganbo.web.Gallery.html;
import static vn.ganbo.web.Gallery.icon;
import static vn.ganbo.web.Gallery.keep;
import static vn.ganbo.web.Gallery.page;
import static vn.ganbo.web.Gallery.pill;

import java.util.List;
import java.util.Map;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Tone;

/** Sample pages: a case, a form, the bare form before sign-in. */
final class SampleForms {
    private SampleForms() {}

    static String letter() {
        String body =
                draw(
                                "head",
                                "title",
                                "Giới thiệu đồng chí Bùi Phương Nga",
                                "lead",
                                "Đảng ủy Sở Y tế → Đảng ủy phường Suối Mơ · chuyển nơi ở",
                                "crumbs",
                                List.of(Link.to("Giấy giới thiệu", "#"), Link.here("118-GGT/ĐU")),
                                "actions",
                                html(pill(Tone.LATE, "Quá hạn tiếp nhận 19 ngày làm việc")))
                        + "<div class=\"sheet\">"
                        + draw(
                                "steps",
                                "steps",
                                List.of(
                                        Step.done("Soạn", "05/10 · tự lập khi đổi địa chỉ"),
                                        Step.done("Ký", "06/10 · Phó Bí thư"),
                                        Step.done("Gửi", "06/10 · bản điện tử, bản giấy"),
                                        Step.now("Tiếp nhận", "hạn 27/10"),
                                        Step.later(
                                                "Phân về chi bộ",
                                                "chi bộ, tổ đảng, người phụ trách")))
                        + "</div><div class=\"duo\"><section class=\"sheet\"><header><h2>Tiếp nhận</h2></header><form class=\"body\" method=\"post\" action=\"#\">"
                        + draw("csrf", "shell", Gallery.shell("/", 3))
                        + draw(
                                "select",
                                "label",
                                "Chi bộ tiếp nhận",
                                "name",
                                "cell",
                                "hint",
                                "Địa chỉ “số 14 ngõ 12 đường 20-8” thuộc tổ dân phố 3.",
                                "options",
                                List.of(Choice.of(3, "Chi bộ Tổ dân phố 3")),
                                "value",
                                3)
                        + "<div class=\"fields\">"
                        + draw(
                                "select",
                                "label",
                                "Tổ đảng",
                                "name",
                                "group",
                                "options",
                                List.of(Choice.of(2, "Tổ đảng 2 (tổ trưởng Đinh Văn Quý)")),
                                "value",
                                2)
                        + draw(
                                "select",
                                "label",
                                "Chi ủy viên phụ trách",
                                "name",
                                "charge",
                                "options",
                                List.of(Choice.of(1, "Trần Đức Bình (đang phụ trách 31)")),
                                "value",
                                1)
                        + "</div><div class=\"acts\"><button class=\"btn btn-act\">Tiếp nhận, báo lại nơi công tác</button><button class=\"btn btn-quiet\">Trả lại, ghi lý do…</button></div></form></section>"
                        + draw("history", "lines", SampleLists.HISTORY)
                        + "</div>";
        keep("letter", page("Giấy giới thiệu", "/introductions", body));

        return body;
    }

    static String comment() {
        Typed typed =
                Typed.of(
                                Map.of(
                                        "c1",
                                        new String[] {"b"},
                                        "c2",
                                        new String[] {"b"},
                                        "c3",
                                        new String[] {"a"},
                                        "other",
                                        new String[] {
                                            "Đồng chí góp 1 ý kiến về chiếu sáng ngõ 12."
                                        }))
                        .with(
                                new Problems(
                                        Map.of(
                                                "c4",
                                                List.of("Chọn một mức cho tiêu chí 4."),
                                                "",
                                                List.of(
                                                        "Chưa ký được: còn tiêu chí chưa có mức."))));
        String body =
                draw(
                                "head",
                                "title",
                                "Lò Thanh Hương",
                                "lead",
                                "Kế toán, Kho bạc Nhà nước khu vực · cư trú tổ dân phố 3 từ 02/06/2024",
                                "crumbs",
                                List.of(
                                        Link.to("Đợt nhận xét 2026", "#"),
                                        Link.to("Chi bộ tổ dân phố 3", "#"),
                                        Link.here("34 / 151")),
                                "actions",
                                html(pill(Tone.ACT, "Dự thảo của chi ủy")))
                        + draw("errors", "typed", typed)
                        + "<div class=\"duo\"><form class=\"sheet body\" method=\"post\" action=\"#\"><h2 class=\"mb-3\">Phiếu nhận xét</h2>"
                        + criterion(
                                "c1",
                                "1. Nêu gương về phẩm chất chính trị, đạo đức, lối sống",
                                typed,
                                null,
                                "Nêu gương tốt",
                                "Nêu gương",
                                "Chưa nêu gương")
                        + criterion(
                                "c2",
                                "2. Nghĩa vụ công dân, vận động gia đình và Nhân dân",
                                typed,
                                null,
                                "Gương mẫu đi đầu",
                                "Gương mẫu",
                                "Chưa gương mẫu")
                        + criterion(
                                "c3",
                                "3. Tham gia sinh hoạt, cuộc họp do nơi cư trú triệu tập",
                                typed,
                                "Sổ ghi vắng 2 kỳ, lý do đang được hỏi. Chờ trả lời, hoặc ghi căn cứ khác.",
                                "Tham gia đầy đủ",
                                "Tham gia chưa đầy đủ",
                                "Không tham gia")
                        + criterion(
                                "c4",
                                "4. Liên hệ với chi ủy, tổ trưởng, Ban công tác Mặt trận",
                                typed,
                                null,
                                "Thường xuyên, tích cực",
                                "Thường xuyên",
                                "Chưa thường xuyên")
                        + draw(
                                "textarea",
                                "label",
                                "Nhận xét khác",
                                "name",
                                "other",
                                "hint",
                                "Soạn từ căn cứ bên phải; mỗi câu giữ đường dẫn về nguồn.",
                                "typed",
                                typed)
                        + draw(
                                "date",
                                "label",
                                "Ngày họp",
                                "name",
                                "met",
                                "required",
                                true,
                                "typed",
                                typed)
                        + draw(
                                "checkbox",
                                "label",
                                "Đã hỏi ý kiến tổ trưởng dân phố",
                                "name",
                                "asked",
                                "hint",
                                "Không bắt buộc.",
                                "typed",
                                typed)
                        + draw(
                                "note",
                                "tone",
                                Tone.LATE,
                                "content",
                                html(
                                        "<b>Chưa ký được.</b> Chi ủy chưa ghi cuộc họp với Ban công tác Mặt trận (khoản 4 Điều 4, Quy định 213-QĐ/TW). <a href=\"#\">Ghi cuộc họp ngày 25/11</a>"))
                        + "<div class=\"acts\"><button class=\"btn btn-act\" disabled>"
                        + icon("pen")
                        + "Ký phiếu</button><button class=\"btn btn-quiet\">Lưu dự thảo</button><a class=\"btn btn-quiet end\" href=\"#\">Người tiếp theo"
                        + icon("arrow")
                        + "</a></div></form><div>"
                        + draw("history", "lines", SampleLists.HISTORY, "title", "Căn cứ trong năm")
                        + draw(
                                "note",
                                "tone",
                                Tone.WAIT,
                                "content",
                                html(
                                        "Từ 15/3 đến 15/6 đồng chí đi học: kỳ 14/6 có thể là vắng có lý do. <a href=\"#\">Hỏi nơi công tác</a>"))
                        + "</div></div>";
        keep("comment", page("Nhận xét", "/rounds", body));

        return body;
    }

    private static String criterion(
            String name,
            String label,
            Typed typed,
            @org.jspecify.annotations.Nullable String warning,
            String... words) {
        List<Choice> options =
                List.of(
                        Choice.of("a", words[0]).withWarning(warning != null),
                        Choice.of("b", words[1]),
                        Choice.of("c", words[2]));
        return draw(
                "choices", "label", label, "name", name, "options", options, "typed", typed,
                "warning", warning);
    }

    static String signIn() {
        String body =
                draw("head", "title", "Đăng nhập")
                        + "<form class=\"sheet body\" method=\"post\">"
                        + draw(
                                "field",
                                "label",
                                "Tên đăng nhập",
                                "name",
                                "user",
                                "autocomplete",
                                "username",
                                "required",
                                true)
                        + draw(
                                "field",
                                "label",
                                "Mật khẩu",
                                "name",
                                "password",
                                "type",
                                "password",
                                "autocomplete",
                                "current-password",
                                "required",
                                true)
                        + "<div class=\"acts\"><button class=\"btn btn-act\">Đăng nhập</button></div></form>"
                        + draw(
                                "empty",
                                "text",
                                "Chưa có ai.",
                                "link",
                                "/x",
                                "linkText",
                                "Thêm người");
        String page =
                draw(
                        "layout",
                        "shell",
                        Gallery.outside(),
                        "title",
                        "Đăng nhập",
                        "content",
                        html(body));
        keep("sign-in", page);
        return page;
    }

    static String failure() {
        Failure failure =
                new Failure(
                        org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT,
                        "Chưa lưu được",
                        "Có chỗ cần sửa. Quay lại, sửa rồi gửi lần nữa; chưa có gì thay đổi.",
                        List.of("Tháng 2 không có ngày 31. Ghi lại ngày."),
                        List.of(
                                new Failure.Kept("Lý do", "Nghỉ ốm"),
                                new Failure.Kept(null, "Đồng chí góp một ý kiến dài. ".repeat(5))),
                        "/introductions",
                        "L12AB34CD");
        String page = draw("failure", "shell", Gallery.shell("/", 3), "failure", failure);
        keep("failure", page);
        return page;
    }
}
