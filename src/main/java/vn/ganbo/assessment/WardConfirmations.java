package vn.ganbo.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Picked;

/**
 * Xác nhận cả phường: one act for as many cells as the committee has looked at. Nothing is
 * confirmed that was not on the page: what a cell signed in between sends the act back.
 */
@Service
public class WardConfirmations {
    private final WardConfirmationQueries queries;
    private final Comments comments;

    WardConfirmations(WardConfirmationQueries queries, Comments comments) {
        this.queries = queries;
        this.comments = comments;
    }

    /**
     * What was chosen.
     *
     * @param cells values of {@link WardConfirmation.OfCell}
     * @param slips values of notable slips
     */
    record Chosen(int year, List<String> cells, List<String> slips) {
        Chosen {
            cells = List.copyOf(cells);
            slips = List.copyOf(slips);
        }
    }

    /**
     * Confirms these cells and slips, all or none.
     *
     * @return how many slips
     * @throws Refusal when a cell's slips are no longer those that were seen
     */
    @Transactional
    int confirm(Viewer viewer, Chosen chosen, Signer signer) {
        List<Picked> picked = picked(viewer, chosen);
        comments.confirm(viewer, picked, signer);
        return picked.size();
    }

    /** The slips that these values stand for; refuses as {@link #confirm}. */
    List<Picked> picked(Viewer viewer, Chosen chosen) {
        if (chosen.cells().isEmpty() && chosen.slips().isEmpty()) {
            throw Problems.of("cells", "Cần chọn ít nhất một chi bộ hoặc một phiếu.");
        }
        List<WardConfirmation.OfCell> waiting = queries.of(viewer.scope(), chosen.year()).cells();
        Map<String, WardConfirmation.OfCell> bySight =
                waiting.stream()
                        .filter(cell -> !cell.slips().isEmpty())
                        .collect(
                                Collectors.toMap(
                                        WardConfirmation.OfCell::value, Function.identity()));
        List<Picked> out = new ArrayList<>(Picked.read(chosen.slips()));
        for (String value : chosen.cells()) {
            WardConfirmation.@Nullable OfCell cell = bySight.get(value);
            if (cell == null) {
                throw changed(waiting, value);
            }
            cell.slips().forEach(slip -> out.add(new Picked(slip.id(), slip.version())));
        }
        return out;
    }

    private static Refusal changed(List<WardConfirmation.OfCell> waiting, String value) {
        return waiting.stream()
                .filter(cell -> value.startsWith(cell.id() + "."))
                .findFirst()
                .map(cell ->
                        new Refusal(
                                "assessment.cell-changed",
                                cell.name(),
                                Show.number(cell.slips().size())))
                .orElseGet(() -> new Refusal("assessment.cell-gone"));
    }
}
