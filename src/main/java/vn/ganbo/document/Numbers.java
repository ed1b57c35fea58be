package vn.ganbo.document;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.document.PaperText.Organ;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/**
 * Số của văn bản: from 01 for each unit, kind and committee term, without gaps and never used twice
 * (DOMAIN.md §6, DECISIONS.md 9).
 */
@Component
public class Numbers {
    private final PaperStore store;

    Numbers(PaperStore store) {
        this.store = store;
    }

    /**
     * The next number, such as "09-GGT/ĐU"; given for good when the act's transaction ends well.
     * Other acts of the same series wait until then.
     *
     * @param on the date of the paper: it decides the term
     * @throws NotFound when the unit is not the viewer's or did not exist on that day
     * @throws IllegalStateException for a kind whose form has no "Số"
     */
    @Transactional
    public String next(Viewer viewer, int unitNo, PaperKind kind, LocalDate on) {
        return next(viewer, unitNo, kind, on, 1).getFirst();
    }

    /** The next {@code count} numbers, in order; otherwise as for one. */
    @Transactional
    public List<String> next(Viewer viewer, int unitNo, PaperKind kind, LocalDate on, int count) {
        String symbol = kind.symbol();
        if (count == 0) {
            return List.of();
        }
        Organ organ = organ(viewer.scope(), unitNo, on);
        LocalDate term = store.termStart(viewer.scope(), unitNo, on);

        int first = store.takeNumbers(viewer.scope(), unitNo, kind, term, count);
        List<String> given =
                IntStream.range(first, first + count)
                        .mapToObj(n -> written(n, symbol, organ))
                        .toList();
        store.given(viewer.scope(), unitNo, kind, term, first, given, on, viewer.name());
        return given;
    }

    /**
     * On whose behalf a unit signs: its committee, or for a cell or group the cell.
     *
     * @throws NotFound when the unit is not the viewer's or did not exist on that day
     */
    private Organ organ(Scope scope, int unitNo, LocalDate on) {
        if (!scope.sees(unitNo)) {
            throw new NotFound();
        }
        return Organ.of(store.unitKind(scope, unitNo, on).orElseThrow(NotFound::new));
    }

    /**
     * "09-GGT/ĐU": a leading zero below ten, a hyphen before the kind, a slash before the organ.
     */
    static String written(int number, String symbol, Organ organ) {
        return "%02d-%s/%s".formatted(number, symbol, organ.symbol());
    }
}
