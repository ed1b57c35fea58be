package vn.ganbo.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * Cây tổ chức: the tree of Party organisations. Units are no persons: every office may look up any
 * unit, so the scope says who asks and hides nothing; acts check that the unit lies within it.
 */
@Service
public class Units {
    private final UnitQueries queries;
    private final UnitStore store;
    private final ScopesBelow scopes;
    private final Facts facts;
    private final Clock clock;

    Units(UnitQueries queries, UnitStore store, ScopesBelow scopes, Facts facts, Clock clock) {
        this.queries = queries;
        this.store = store;
        this.scopes = scopes;
        this.facts = facts;
        this.clock = clock;
    }

    /** The unit as it is today, or empty when there is none of that number. */
    public Optional<Unit> find(Scope scope, int no) {
        return queries.byNo(scope, List.of(no), today()).stream().findFirst();
    }

    /** The unit of that id as it is today. */
    public Optional<Unit> find(Scope scope, UUID id) {
        return queries.byId(scope, id, today());
    }

    /** The units of these numbers as they are today, in no order. */
    public List<Unit> find(Scope scope, Collection<Integer> nos) {
        return queries.byNo(scope, nos, today());
    }

    /** The unit as it is today. Throws {@link NotFound}. */
    public Unit require(Scope scope, int no) {
        return find(scope, no).orElseThrow(NotFound::new);
    }

    /** The unit that had this code on that day. */
    public Optional<Unit> byCode(Scope scope, String code, LocalDate on) {
        return queries.byCode(scope, code, on);
    }

    /** The units directly below, by code. */
    public List<Unit> children(Scope scope, int no) {
        return queries.children(scope, no, today());
    }

    /** The unit and all below it, depth first, by code. */
    public List<Unit> subtree(Scope scope, int no) {
        return queries.subtree(scope, no, today());
    }

    /** The unit and all above it, nearest first. */
    public List<Unit> above(Scope scope, int no) {
        return queries.above(scope, no, today());
    }

    /**
     * The same of the unit that does its work today, where it was merged into another.
     *
     * @throws NotFound when it was closed and nobody took it over
     */
    public List<Unit> aboveHeir(Scope scope, int no) {
        int heir = queries.heir(scope, no, today()).orElseThrow(NotFound::new);
        return queries.above(scope, heir, today());
    }

    /** All residence committees of communes, by name: where a letter may be addressed to. */
    public List<Unit> wards(Scope scope) {
        return queries.wards(scope, today());
    }

    /** The tops of the tree; empty in a new installation. */
    public List<Unit> roots(Scope scope) {
        return queries.roots(scope, today());
    }

    /** What an office held at this unit may see on that day: its subtree and their predecessors. */
    public Scope scopeOf(Scope asker, int no, LocalDate on) {
        return scopes.of(asker, no, on);
    }

    /**
     * The same for who asks often.
     *
     * @param tree the number of the tree's last change, read before
     */
    public Scope scopeOf(Scope asker, int no, LocalDate on, long tree) {
        return scopes.of(asker, no, on, tree);
    }

    /**
     * Makes the first unit of a new installation. Refuses when there is one already.
     *
     * @param since first day of the unit
     */
    @Transactional
    public Unit found(Viewer viewer, String code, String name, LocalDate since) {
        if (!queries.roots(viewer.scope(), since).isEmpty()) {
            throw new Refusal("organisation.root-exists");
        }
        return add(
                viewer,
                new NewUnit(code, name, UnitKind.PROVINCE, UnitSide.SUPERIOR, null, null),
                since);
    }

    /**
     * Makes a party group (tổ đảng) below a cell. Refuses under anything but a cell of the viewer's
     * scope.
     */
    @Transactional
    public Unit addGroup(Viewer viewer, int cellNo, String name, LocalDate since) {
        Unit cell = require(viewer.scope(), cellNo);
        if (!viewer.scope().sees(cellNo)) {
            throw new NotFound();
        }
        if (cell.kind() != UnitKind.CELL) {
            throw new Refusal("organisation.group-needs-cell");
        }
        String clean = Texts.clean(name);
        if (clean.isEmpty()) {
            throw Problems.of("name", "Cần ghi tên tổ đảng, ví dụ: Tổ đảng 1.");
        }
        int ordinal = queries.children(viewer.scope(), cellNo, since).size() + 1;
        String code = cell.code() + ".T" + ordinal;
        return add(
                viewer,
                new NewUnit(code, clean, UnitKind.GROUP, cell.side(), cellNo, cell.communeCode()),
                since);
    }

    /**
     * Tổ chức đảng ngoài chương trình: the unit under which members of an organisation stand that
     * works with another installation or with paper; made where it is not known. Its fact is that
     * of the act it belongs to.
     *
     * @param id in its own installation, or null
     * @param code in its own installation, or null
     * @param committee as its letters say, "Đảng ủy Trường Đại học Sông Ngàn" or "Chi bộ …"
     */
    @Transactional
    public int outside(Viewer viewer, @Nullable UUID id, @Nullable String code, String committee) {
        boolean cell = committee.startsWith("Chi bộ ");
        return store.outside(
                viewer.scope(),
                id,
                Ids.next(),
                code,
                committee.replaceFirst("^Đảng ủy ", "Đảng bộ "),
                cell ? UnitKind.CELL : UnitKind.GRASSROOTS,
                today());
    }

    private Unit add(Viewer viewer, NewUnit unit, LocalDate since) {
        UUID id = store.add(viewer.scope(), unit, since);

        facts.tell(viewer, new OrganisationFacts.UnitAdded(id, unit.name()));
        return queries.byCode(viewer.scope(), unit.code(), since).orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What a new unit is. */
    record NewUnit(
            String code,
            String name,
            UnitKind kind,
            UnitSide side,
            @Nullable Integer parentNo,
            @Nullable String communeCode) {}
}
