package vn.ganbo.web;

import static vn.ganbo.web.Gallery.draw;
import static vn.ganbo.web.Gallery.html;
import static vn.ganbo.web.Gallery.icon;
import static vn.ganbo.web.Gallery.keep;
import static vn.ganbo.web.Gallery.page;

import java.util.List;
import vn.ganbo.kernel.Tone;

/** Sample pages: steps, and an act done with a thumb. */
final class SampleActs {
    private SampleActs() {}

    static String imported() {
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
        return body;
    }

    static String roll() {
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
        return body;
    }
}
