package vn.ganbo.transfer;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.TransferBook;
import vn.ganbo.regulation.TransferRules;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** Rà soát giấy giới thiệu: letters of more than three months that nobody has handed in. */
@Controller
class SlipCheckPages {
    private static final String PATH = TransferPages.PATH + "/check";

    private final TransferClock transferClock;
    private final TransferQueries queries;
    private final TransferRules rules;
    private final Exports exports;
    private final Clock clock;

    SlipCheckPages(
            TransferClock transferClock,
            TransferQueries queries,
            TransferRules rules,
            Exports exports,
            Clock clock) {
        this.transferClock = transferClock;
        this.queries = queries;
        this.rules = rules;
        this.exports = exports;
        this.clock = clock;
    }

    record View(
            List<TransferQueries.Line> lines,
            List<TransferQueries.Check> checks,
            TransferBook book,
            LocalDate today,
            boolean mayCheck,
            Typed typed) {
        /** The last look is older than the months of the rule, or there was none. */
        boolean due() {
            return checks.isEmpty()
                    || checks.getFirst()
                            .checkedOn()
                            .isBefore(today.minusMonths(book.checkMonths()));
        }
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        return draw(viewer, Typed.empty(), model);
    }

    private String draw(Viewer viewer, Typed typed, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "view",
                new View(
                        queries.notHandedIn(viewer.scope(), transferClock.before(today)),
                        queries.lastChecks(viewer.scope()),
                        rules.on(today),
                        today,
                        Transfers.mayOpen(viewer),
                        typed));
        return "transfer/check";
    }

    @GetMapping(PATH + "/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        LocalDate today = LocalDate.now(clock);
        exports.send(
                viewer,
                TransferPages.listing(
                                "giay-gioi-thieu-chua-nop",
                                "Giấy giới thiệu sinh hoạt đảng chưa nộp",
                                today)
                        .of(queries.notHandedIn(viewer.scope(), transferClock.before(today))),
                as,
                answer);
    }

    @PostMapping(PATH)
    String check(Viewer viewer, Form form) {
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    String remark =
                            form.typed().text("remark", null, Transfers.LONGEST_REASON, problems);
                    problems.check();
                    transferClock.check(viewer, remark);
                    return form.done(PATH, "Đã ghi lần rà soát này.");
                },
                typed -> draw(viewer, typed, form.model()));
    }
}
