package vn.ganbo.liaison;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Export;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/** Lists of letters as files: those of a tab or a search, and the board. */
@Controller
class LetterExportPages {
    private final IntroductionPages letters;
    private final IntroductionQueries queries;
    private final BoardPages board;
    private final Exports exports;
    private final Clock clock;

    LetterExportPages(
            IntroductionPages letters,
            IntroductionQueries queries,
            BoardPages board,
            Exports exports,
            Clock clock) {
        this.letters = letters;
        this.queries = queries;
        this.board = board;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/introductions/export")
    void letters(
            Viewer viewer,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam String as,
            HttpServletResponse answer) {
        LetterSearch search = new LetterSearch(q);
        boolean workplace = IntroductionPages.isWorkplace(viewer);
        String chosen = letters.chosen(viewer, tab, search);
        Set<LetterState> states = IntroductionPages.states(chosen, search);
        Listing<IntroductionQueries.Line> list =
                new Listing<IntroductionQueries.Line>(
                                "giay-gioi-thieu", "Giấy giới thiệu", LocalDate.now(clock))
                        .filter(
                                "Tình trạng",
                                search.asked() ? "" : Labels.of("letterTab." + chosen))
                        .typed("Tìm", q)
                        .column("Họ và tên", 24, IntroductionQueries.Line::fullName)
                        .column("Số giấy", 14, IntroductionQueries.Line::number)
                        .column("Ngày lập", 12, IntroductionQueries.Line::issuedOn)
                        .column(
                                workplace ? "Chi bộ" : "Nơi công tác",
                                26,
                                IntroductionQueries.Line::fromName)
                        .column("Gửi đến", 26, line -> Show.committee(line.toName()))
                        .column("Ngày gửi", 12, IntroductionQueries.Line::sentOn)
                        .column("Ngày tiếp nhận", 12, IntroductionQueries.Line::acknowledgedOn)
                        .column("Phân về", 24, LetterExportPages::place)
                        .column("Hạn", 12, IntroductionQueries.Line::dueOn)
                        .column("Trạng thái", 18, line -> Labels.of(line.state()));
        Export export =
                list.of(
                        queries.count(viewer.scope(), workplace, states, search),
                        taker -> queries.each(viewer.scope(), workplace, states, search, taker));
        exports.send(viewer, export, as, answer);
    }

    private static String place(IntroductionQueries.Line line) {
        return line.placeName().equals(line.toName()) ? "" : line.placeName();
    }

    @GetMapping("/introductions/board/export")
    void board(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam String as,
            HttpServletResponse answer) {
        BoardPages.View view = board.view(viewer, year);
        Listing<BoardQueries.Line> list =
                new Listing<BoardQueries.Line>(
                                "bang-theo-doi-giay-gioi-thieu",
                                "Bảng theo dõi giấy giới thiệu",
                                LocalDate.now(clock))
                        .filter("Năm gửi giấy", Integer.toString(view.year()))
                        .column(view.heading(), 32, line -> Show.committee(line.name()))
                        .column("Đã gửi", 10, BoardQueries.Line::sent)
                        .column("Chờ tiếp nhận", 10, BoardQueries.Line::waiting)
                        .column("Chờ phân chi bộ", 10, BoardQueries.Line::toPlace)
                        .column("Đã phân", 10, BoardQueries.Line::placed)
                        .column("Trả lại", 10, BoardQueries.Line::returned)
                        .column("Quá hạn", 10, BoardQueries.Line::late)
                        .column("Số ngày tiếp nhận", 12, BoardQueries.Line::average);
        exports.send(viewer, list.of(view.lines()), as, answer);
    }
}
