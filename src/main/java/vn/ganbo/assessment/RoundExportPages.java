package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;

/** The board of a round and the minutes of its meetings as files. */
@Controller
class RoundExportPages {
    private final RoundQueries rounds;
    private final DecisionQueries decisions;
    private final Exports exports;
    private final Clock clock;

    RoundExportPages(RoundQueries rounds, DecisionQueries decisions, Exports exports, Clock clock) {
        this.rounds = rounds;
        this.decisions = decisions;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/rounds/{id}/export")
    void round(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam String as,
            HttpServletResponse answer) {
        RoundQueries.Round round = rounds.round(viewer.scope(), id).orElseThrow(NotFound::new);
        Listing<RoundQueries.Cell> list =
                new Listing<RoundQueries.Cell>(
                                "dot-nhan-xet",
                                "Đợt nhận xét năm " + round.year(),
                                LocalDate.now(clock))
                        .filter("Đảng ủy", Show.committee(round.wardName()))
                        .column("Chi bộ", 30, RoundQueries.Cell::cellName)
                        .column("Trong sổ khi mở đợt", 10, RoundQueries.Cell::registered)
                        .column("Miễn sinh hoạt", 10, RoundQueries.Cell::exempt)
                        .column("Số phiếu", 10, RoundQueries.Cell::total)
                        .column("Ngày họp thống nhất", 14, RoundQueries.Cell::metOn)
                        .column("Chờ ký", 10, RoundQueries.Cell::ready)
                        .column("Chờ xác nhận", 10, RoundQueries.Cell::signed)
                        .column("Chờ gửi trả", 10, RoundQueries.Cell::confirmed)
                        .column("Đã trả", 10, RoundQueries.Cell::returned);
        exports.send(viewer, list.of(rounds.board(viewer.scope(), id)), as, answer);
    }

    @GetMapping("/decisions/export")
    void decisions(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<DecisionQueries.Line> list =
                new Listing<DecisionQueries.Line>(
                                "bien-ban-hop",
                                "Biên bản họp thống nhất nhận xét",
                                LocalDate.now(clock))
                        .column("Chi bộ", 30, DecisionQueries.Line::cellName)
                        .column("Ngày họp", 12, DecisionQueries.Line::metOn)
                        .column("Số đảng viên", 10, DecisionQueries.Line::people)
                        .column("Đã ký phiếu", 10, DecisionQueries.Line::signed)
                        .column(
                                "Tình trạng",
                                18,
                                line -> line.withdrawn() ? "đã rút" : "có hiệu lực");
        exports.send(viewer, list.of(decisions.list(viewer.scope(), null)), as, answer);
    }
}
