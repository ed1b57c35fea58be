package vn.ganbo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ganbo.web.Gallery.draw;
import static vn.ganbo.web.Gallery.html;
import static vn.ganbo.web.Gallery.icon;
import static vn.ganbo.web.Gallery.keep;
import static vn.ganbo.web.Gallery.page;
import static vn.ganbo.web.Gallery.pill;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Tone;

/** Each kind of page of ui/UI.md, drawn into target/gallery with the real controls. */
class GalleryTest {
    private static final List<History.Line> HISTORY =
            List.of(
                    line(
                            "2026-11-23T02:12:00Z",
                            "tự động",
                            "Báo cấp trên: quá hạn 15 ngày làm việc",
                            Tone.LATE),
                    line("2026-11-03T00:00:00Z", "tự động", "Nhắc lần 2", Tone.LATE),
                    line("2026-10-27T00:00:00Z", "tự động", "Nhắc lần 1", Tone.REST),
                    line(
                            "2026-10-06T03:20:00Z",
                            "Văn phòng Đảng ủy Sở Y tế",
                            "Gửi cho phường",
                            Tone.DONE),
                    line("2026-10-06T02:05:00Z", "Phó Bí thư", "Ký, T/M Đảng ủy", Tone.DONE));

    private static History.Line line(String at, String who, String sentence, Tone tone) {
        return new History.Line(Instant.parse(at), who, sentence, tone);
    }

    @Test
    void a_desk_counts_what_waits_and_each_card_is_a_link() {
        String cards =
                card(
                                3,
                                "Giấy giới thiệu quá hạn tiếp nhận",
                                "Lâu nhất: 34 ngày làm việc (hạn 15)",
                                Tone.LATE)
                        + card(
                                6,
                                "Giấy giới thiệu mới đến",
                                "4 từ Đảng ủy Sở Y tế, 2 từ Đảng ủy Kho bạc",
                                Tone.WAIT)
                        + card(
                                11,
                                "Nhận xét chờ Đảng ủy xác nhận",
                                "Chi bộ tổ dân phố 4 và 7 đã họp, đã ký",
                                Tone.WAIT)
                        + card(
                                2,
                                "Thông báo vắng chờ chi ủy quyết",
                                "Đã hỏi, đã quá 5 ngày làm việc",
                                Tone.REST)
                        + card(
                                1,
                                "Thông báo từ nơi công tác chưa đọc",
                                "Điều động, từ 01/12",
                                Tone.REST);
        String body =
                draw(
                                "head",
                                "title",
                                "Bàn làm việc",
                                "lead",
                                "Thứ Hai, 23/11/2026 · còn 18 ngày đến hạn gửi trả nhận xét (11/12)",
                                "actions",
                                html(
                                        "<a class=\"btn btn-act\" href=\"#\">"
                                                + icon("letter")
                                                + "Tiếp nhận giấy giới thiệu</a>"))
                        + "<div class=\"todo\">"
                        + cards
                        + "</div>"
                        + "<div class=\"duo\"><section class=\"sheet\"><header><h2>Đợt nhận xét 2026 theo chi bộ</h2><span class=\"end muted small num\">1.176 / 1.655 phiếu đã xong</span></header>"
                        + "<table class=\"list cards\"><thead><tr><th>Chi bộ</th><th>Tiến độ</th><th>Họp thống nhất</th></tr></thead><tbody>"
                        + progress(
                                "Tổ dân phố 1",
                                142,
                                0,
                                142,
                                "142 / 142 đã trả",
                                pill(Tone.DONE, "Đã họp 12/11"))
                        + progress(
                                "Tổ dân phố 2",
                                104,
                                19,
                                133,
                                "104 đã trả · 19 chờ xác nhận",
                                pill(Tone.DONE, "Đã họp 15/11"))
                        + progress(
                                "Tổ dân phố 3",
                                61,
                                33,
                                151,
                                "61 đã trả · 33 chờ ký",
                                pill(Tone.ACT, "Họp 25/11"))
                        + progress(
                                "Tổ dân phố 5",
                                0,
                                0,
                                151,
                                "0 / 151, chưa họp",
                                pill(Tone.LATE, "Quá hạn 3 ngày"))
                        + "</tbody></table></section>"
                        + draw("history", "lines", HISTORY, "title", "Mới diễn ra")
                        + "</div>";
        keep("desk", page("Bàn làm việc", "/", body));

        assertThat(body).contains("<a class=\"late\" href=\"#\"><b class=\"num\">3</b>");
    }

    private static String card(long count, String title, String hint, Tone tone) {
        return draw(
                "todo", "count", count, "title", title, "hint", hint, "link", "#", "tone", tone);
    }

    private static String progress(
            String cell, long done, long waiting, long all, String words, String pill) {
        String bar =
                draw(
                        "bar",
                        "parts",
                        List.of(Part.of(done, all, Tone.DONE), Part.of(waiting, all, Tone.WAIT)),
                        "words",
                        words);
        return "<tr><td class=\"name\">%s</td><td>%s<span class=\"sub num\">%s</span></td><td>%s</td></tr>"
                .formatted(cell, bar, words, pill);
    }

    @Test
    void a_list_has_its_filters_in_one_row_and_becomes_cards() {
        String filters =
                draw(
                        "filters",
                        "action",
                        "/register",
                        "content",
                        html(
                                draw(
                                                "field",
                                                "label",
                                                "Họ tên, không cần dấu",
                                                "name",
                                                "q",
                                                "type",
                                                "search")
                                        + draw(
                                                "select",
                                                "label",
                                                "Chi bộ",
                                                "name",
                                                "cell",
                                                "none",
                                                "Mọi chi bộ",
                                                "options",
                                                List.of(Choice.of(3, "Chi bộ Tổ dân phố 3")))
                                        + draw(
                                                "select",
                                                "label",
                                                "Tình trạng",
                                                "name",
                                                "state",
                                                "none",
                                                "Mọi tình trạng",
                                                "options",
                                                List.of(Choice.of("x", "Miễn sinh hoạt")))
                                        + draw(
                                                "field",
                                                "label",
                                                "Tính đến ngày",
                                                "name",
                                                "on",
                                                "type",
                                                "date",
                                                "value",
                                                java.time.LocalDate.of(2026, 11, 23))));
        String rows =
                row(
                                "Mã Thị Ánh",
                                "12/04/1988",
                                "Bệnh viện Đa khoa tỉnh",
                                "Điều dưỡng",
                                "87-GGT/ĐU",
                                mark("y", "Có mặt") + mark("y", "Có mặt"),
                                pill(Tone.DONE, "Đã trả 14/11"))
                        + row(
                                "Nguyễn Văn Bình",
                                "1979",
                                "Sở Y tế",
                                "Phó trưởng phòng",
                                "112-GGT/ĐU",
                                mark("y", "Có mặt") + mark("p", "Vắng có lý do"),
                                pill(Tone.WAIT, "Chờ xác nhận"))
                        + row(
                                "Trần Thị Ngọc Dung",
                                "30/09/1991",
                                "Trường THPT Chuyên",
                                "Giáo viên",
                                "45-GGT/ĐU",
                                mark("k", "Vắng không lý do") + mark("y", "Có mặt"),
                                pill(Tone.ACT, "Chi bộ đang họp"))
                        + row(
                                "Giàng A Dình",
                                "05/11/1985",
                                "Chi cục Kiểm lâm",
                                "Kiểm lâm viên",
                                "203-GGT/ĐU",
                                "",
                                pill(Tone.REST, "Miễn sinh hoạt"))
                        + row(
                                "Phạm Quốc Đạt",
                                "17/02/1983",
                                "Công ty Điện lực",
                                "Kỹ sư",
                                "09-GGT/ĐU",
                                mark("y", "Có mặt") + mark("r", "Người nhà họp thay"),
                                pill(Tone.DONE, "Đã trả 12/11"))
                        + row(
                                "Lò Thanh Hương",
                                "08/07/1994",
                                "Kho bạc Nhà nước",
                                "Kế toán",
                                "131-GGT/ĐU",
                                mark("q", "Vắng, đang hỏi lý do")
                                        + mark("q", "Vắng, đang hỏi lý do"),
                                pill(Tone.WAIT, "Đang hỏi lý do"));
        String body =
                draw(
                                "head",
                                "title",
                                "Sổ theo dõi",
                                "lead",
                                "Ngày 23/11/2026: 1.655 đồng chí · đầu năm 1.641 · chuyển đến 52 · chuyển đi 38",
                                "crumbs",
                                List.of(
                                        Link.to("Phường Suối Mơ", "#"),
                                        Link.here("Tất cả 12 chi bộ")),
                                "actions",
                                html(
                                        "<a class=\"btn btn-quiet\" href=\"#\">"
                                                + icon("file")
                                                + "Xuất Excel</a><a class=\"btn btn-quiet\" href=\"#\">"
                                                + icon("print")
                                                + "In sổ</a>"))
                        + draw(
                                "tabs",
                                "label",
                                "Các nhóm",
                                "tabs",
                                List.of(
                                        Link.here("Đang sinh hoạt", 1655),
                                        Link.to("Mới đến", "#", 52),
                                        Link.to("Đã đi", "#", 38)))
                        + "<div class=\"sheet\">"
                        + filters
                        + "<div class=\"scroll\"><table class=\"list cards\"><thead><tr><th>Họ và tên</th><th>Nơi công tác</th><th>Chi bộ nơi cư trú</th><th>Giấy giới thiệu</th><th>Sinh hoạt</th><th>Nhận xét 2026</th></tr></thead><tbody>"
                        + rows
                        + "</tbody></table></div></div>"
                        + "<p class=\"legend\">✓ có mặt · P vắng có lý do · K vắng không lý do · ? đang hỏi lý do · N người nhà họp thay (không tính có mặt)</p>"
                        + draw(
                                "pager",
                                "pager",
                                Pager.of(2, 50, 1655),
                                "link",
                                "/register?cell=3",
                                "order",
                                "xếp theo tên");
        keep("register", page("Sổ theo dõi", "/register", body));

        assertThat(body)
                .contains("51–100 trong 1.655, xếp theo tên")
                .contains("/register?cell=3&amp;page=3");
    }

    private static String mark(String kind, String words) {
        return draw("mark", "kind", kind, "words", words);
    }

    private static String row(
            String name,
            String born,
            String work,
            String post,
            String letter,
            String marks,
            String pill) {
        return """
        <tr><td><a class="name" href="#">%s</a><span class="sub num">%s</span></td>\
        <td data-label="Nơi công tác">%s<span class="sub">%s</span></td>\
        <td data-label="Chi bộ">Tổ dân phố 4<span class="sub">Tổ đảng 2</span></td>\
        <td data-label="Giấy giới thiệu" class="num">%s<span class="sub num">tiếp nhận 03/02/2024</span></td>\
        <td data-label="Sinh hoạt"><span class="att">%s</span></td>\
        <td data-label="Nhận xét 2026">%s</td></tr>
        """
                .formatted(name, born, work, post, letter, marks, pill);
    }

    @Test
    void a_case_shows_steps_act_and_history() {
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
                        + draw("history", "lines", HISTORY)
                        + "</div>";
        keep("letter", page("Giấy giới thiệu", "/introductions", body));

        assertThat(body)
                .contains("aria-current=\"step\"")
                .contains("Tiếp nhận<span class=\"visually-hidden\"> (đang ở bước này)");
    }

    @Test
    void a_form_has_answers_as_big_buttons_and_says_why_an_act_is_not_possible() {
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
                                "field",
                                "label",
                                "Ngày họp",
                                "name",
                                "met",
                                "type",
                                "date",
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
                        + draw("history", "lines", HISTORY, "title", "Căn cứ trong năm")
                        + draw(
                                "note",
                                "tone",
                                Tone.WAIT,
                                "content",
                                html(
                                        "Từ 15/3 đến 15/6 đồng chí đi học: kỳ 14/6 có thể là vắng có lý do. <a href=\"#\">Hỏi nơi công tác</a>"))
                        + "</div></div>";
        keep("comment", page("Nhận xét", "/rounds", body));

        assertThat(body)
                .contains("<a href=\"#f-c4\">Chọn một mức cho tiêu chí 4.</a>")
                .contains("value=\"b\" checked");
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

    @Test
    void steps_say_how_far_and_faults_are_mended_in_place() {
        StringBuilder rows = new StringBuilder();
        String[][] faults = {
            {
                "18",
                "Nguyễn Thị Thảo",
                "Ngày sinh",
                "31/02/1980",
                "Tháng 2 không có ngày 31. Ghi lại ngày, hoặc chỉ ghi năm."
            },
            {
                "47",
                "Vàng Văn Nam",
                "Số thẻ đảng viên",
                "62.004871",
                "Trùng số thẻ với dòng 11 (Vàng Đình Nam, 1984)."
            },
            {"203", "(trống)", "Họ và tên", "", "Thiếu họ tên."},
            {
                "611",
                "Lục Hồng Yến",
                "Mã chi bộ",
                "99.999.001.000.001",
                "Không có tổ chức này. Gần giống: 99.509.001.000.001 Chi bộ 1 Chi cục Kiểm lâm."
            }
        };
        for (String[] f : faults) {
            rows.append(
                    "<tr class=\"wrong\"><td data-label=\"Dòng\" class=\"num\">%s</td><td data-label=\"Họ và tên\" class=\"name\">%s</td><td data-label=\"Cột\">%s</td><td data-label=\"Giá trị\"><input class=\"form-control\" value=\"%s\" aria-label=\"Sửa %s dòng %s\"></td><td data-label=\"Vì sao\">%s</td></tr>"
                            .formatted(f[0], f[1], f[2], f[3], f[2], f[0], f[4]));
        }
        String body =
                draw(
                                "head",
                                "title",
                                "Kiểm tra trước khi ghi",
                                "lead",
                                "2.107 dòng · 2.099 dòng tốt · 8 dòng cần sửa",
                                "crumbs",
                                List.of(
                                        Link.to("Nhập từ Excel", "#"),
                                        Link.here("danh-sach-don-vi.xlsx")))
                        + "<div class=\"sheet\">"
                        + draw(
                                "steps",
                                "steps",
                                List.of(
                                        Step.done("1 Chọn tệp", "Tiêu đề ở dòng 4"),
                                        Step.done("2 Ghép cột", "16 / 16 cột nhận ra"),
                                        Step.now("3 Kiểm tra, sửa", "8 dòng"),
                                        Step.later("4 Ghi vào sổ", "Có thể hoàn tác")))
                        + "</div>"
                        + draw(
                                "note",
                                "tone",
                                Tone.WAIT,
                                "content",
                                html(
                                        "Cột “Họ và tên” dùng phông cũ .VnTime: đã đổi sang Unicode. <a href=\"#\">Không phải, giữ nguyên</a>"))
                        + "<section class=\"sheet\"><header><h2>Tám dòng cần sửa</h2><a class=\"btn btn-quiet btn-sm end\" href=\"#\">"
                        + icon("file")
                        + "Tải tệp có ô đỏ</a></header><table class=\"list cards\"><thead><tr><th>Dòng</th><th>Họ và tên</th><th>Cột</th><th>Giá trị, sửa tại chỗ</th><th>Vì sao</th></tr></thead><tbody>"
                        + rows
                        + "</tbody></table></section>"
                        + "<div class=\"acts\"><button class=\"btn btn-act\">Ghi 2.099 dòng tốt</button><button class=\"btn btn-quiet\">Kiểm tra lại 8 dòng</button><span class=\"muted small\">8 dòng còn lại được giữ, không mất.</span></div>";
        keep("import", page("Kiểm tra trước khi ghi", "/imports", body));
        assertThat(body).contains("1 Chọn tệp<span class=\"visually-hidden\"> (xong)");
    }

    @Test
    void a_roll_call_is_done_with_a_thumb() {
        StringBuilder people = new StringBuilder();
        String[] names = {
            "Mã Thị Ánh",
            "Nguyễn Văn Bình",
            "Giàng A Chứ",
            "Trần Thị Ngọc Dung",
            "Phạm Quốc Đạt",
            "Lò Thanh Hương",
            "Hoàng Minh Khánh"
        };
        for (int i = 0; i < names.length; i++) {
            people.append("<li data-name=\"")
                    .append(vn.ganbo.kernel.Texts.folded(names[i]))
                    .append("\"><div class=\"nm\">")
                    .append(names[i])
                    .append(
                            "<small>Bệnh viện</small></div><fieldset class=\"taps\"><legend class=\"visually-hidden\">")
                    .append(names[i])
                    .append("</legend>");
            String[][] taps = {
                {"y", "Có mặt"}, {"p", "Xin vắng"}, {"k", "Vắng"}, {"r", "Người nhà"}
            };
            for (int t = 0; t < 4; t++) {
                people.append(
                        "<label class=\"%s\"><input type=\"radio\" name=\"mark-%d\" value=\"%s\"%s>%s</label>"
                                .formatted(
                                        taps[t][0],
                                        i,
                                        taps[t][0],
                                        i % 5 == t ? " checked" : "",
                                        taps[t][1]));
            }
            people.append("</fieldset></li>");
        }
        String body =
                draw(
                                "head",
                                "title",
                                "Điểm danh",
                                "lead",
                                "Nhà văn hóa tổ dân phố 3 · 142 người được mời",
                                "crumbs",
                                List.of(
                                        Link.to("Sinh hoạt cuối năm", "#"),
                                        Link.here("08/11/2026")))
                        + "<form method=\"post\" action=\"#\" data-roll>"
                        + draw(
                                "field",
                                "label",
                                "Tìm tên, không cần dấu",
                                "name",
                                "find",
                                "type",
                                "search")
                        + "<div class=\"sheet\"><ul class=\"roll\">"
                        + people
                        + "</ul></div>"
                        + "<div class=\"dock\"><div class=\"num\" role=\"status\"><b data-count=\"y\">2</b> có mặt · <b data-count=\"p\">2</b> xin · <b data-count=\"k\">1</b> vắng · <b data-count=\"r\">1</b> nhà</div><button class=\"btn btn-act\">Xong</button></div></form>";
        keep("roll", page("Điểm danh", "/meetings", body));
        assertThat(body).contains("dock");
    }

    @Test
    void before_sign_in_the_page_is_the_bare_form() {
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
        assertThat(page)
                .doesNotContain("class=\"side\"")
                .doesNotContain("/sign-out")
                .contains("bản trình diễn");
    }
}
