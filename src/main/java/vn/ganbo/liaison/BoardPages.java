package vn.ganbo.liaison;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/**
 * Bảng theo dõi giấy giới thiệu: how each committee on the other side takes letters in, in a year.
 */
@Controller
class BoardPages {
    private static final int FIRST_YEAR = 2020;

    private final BoardQueries queries;
    private final Clock clock;

    BoardPages(BoardQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    record View(
            String heading,
            int year,
            int thisYear,
            List<BoardQueries.Line> lines,
            BoardQueries.Line total) {}

    @GetMapping("/introductions/board")
    String board(
            Viewer viewer, @RequestParam(required = false) @Nullable Integer year, Model model) {
        model.addAttribute("view", view(viewer, year));
        return "liaison/board";
    }

    View view(Viewer viewer, @Nullable Integer year) {
        int thisYear = LocalDate.now(clock).getYear();
        int chosen =
                year == null || year < FIRST_YEAR || year > thisYear ? thisYear : year.intValue();
        boolean superior = viewer.is(Role.ANALYST, Role.AUDITOR);
        boolean workplace = viewer.is(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY);
        List<BoardQueries.Line> lines =
                workplace
                        ? queries.sentBy(viewer.scope(), chosen)
                        : superior
                                ? queries.cameTo(viewer.scope(), chosen)
                                : queries.cameFrom(viewer.scope(), chosen);
        return new View(
                workplace || superior ? "Nơi cư trú" : "Nơi công tác",
                chosen,
                thisYear,
                lines,
                BoardQueries.Line.total(lines));
    }
}
