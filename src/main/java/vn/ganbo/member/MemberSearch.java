package vn.ganbo.member;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Scope;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.Units;

/**
 * Tìm đảng viên: by words of the name, initials, card, phone or the name of a cell, within what one
 * may see (docs/decisions/0019).
 */
@Component
public class MemberSearch {
    /** Hits of a search are counted so far; whoever has more of them types another letter. */
    static final int MOST_COUNTED = 10_000;

    private final MemberQueries queries;
    private final Units units;

    MemberSearch(MemberQueries queries, Units units) {
        this.queries = queries;
        this.units = units;
    }

    /**
     * A page of lines, and how many there are on all pages; of a search one more than is counted at
     * most.
     */
    record Found(List<MemberQueries.Line> lines, long count) {}

    /**
     * What one page of hits tells whoever is not the page.
     *
     * @param members in the list's order
     * @param count all hits, at most one more than 10,000
     */
    public record Hits(List<UUID> members, long count) {}

    /**
     * The first page for what is typed, without other filters, asked as the page asks it.
     *
     * @param unitNo the viewer's unit
     * @param size lines of a page
     */
    public Hits find(Scope scope, int unitNo, String typed, int size) {
        List<Unit> cells = MemberPages.cells(units.subtree(scope, unitNo));
        Found found = find(scope, new Search(typed, null, null, "", Search.FIRST), cells, size);
        return new Hits(found.lines.stream().map(MemberQueries.Line::id).toList(), found.count);
    }

    /**
     * A page of whom the search finds.
     *
     * @param cells all that the viewer may choose from
     */
    Found find(Scope scope, Search search, Collection<Unit> cells, int size) {
        Integer[] named = search.units(cells);
        List<MemberQueries.Line> lines = queries.list(scope, search, named, size);
        boolean all = search.fromTheBeginning() && lines.size() < size;
        @Nullable Integer most = search.asked() ? MOST_COUNTED + 1 : null;
        return new Found(lines, all ? lines.size() : queries.count(scope, search, named, most));
    }
}
