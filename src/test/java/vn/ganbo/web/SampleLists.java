package vn.ganbo.web;

import static vn.ganbo.web.Gallery.draw;
import static vn.ganbo.web.Gallery.html;
import static vn.ganbo.web.Gallery.icon;
import static vn.ganbo.web.Gallery.keep;
import static vn.ganbo.web.Gallery.page;
import static vn.ganbo.web.Gallery.pill;

import java.time.Instant;
import java.util.List;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Tone;

/** Sample pages: the desk and a list. */
final class SampleLists {
    private SampleLists() {}

    static final List<History.Line> HISTORY =
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

    static String desk() {
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

        return body;
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

    static String register() {
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
                                                "date",
                                                "label",
                                                "Tính đến ngày",
                                                "name",
                                                "on",
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

        return body;
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
}
