package vn.ganbo.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.OrganisationImportNumbers.Branch;
import vn.ganbo.organisation.OrganisationImportStore.Form;
import vn.ganbo.spreadsheet.Fault;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;

/**
 * Nhập cây tổ chức đảng: writes a list of organisations into the tree. New units are numbered in
 * pre-order; a changed one gets a new form from today on; an equal one is left alone.
 */
@Service
public class OrganisationImport {
    /** The columns of the list. */
    public static final Layout LAYOUT = OrganisationImportRow.LAYOUT;

    private final OrganisationImportStore store;
    private final Facts facts;
    private final Clock clock;

    OrganisationImport(OrganisationImportStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /** What would become of each row; writes nothing. */
    @Transactional
    public Outcome check(Viewer viewer, Table table) {
        return read(viewer, table).outcome();
    }

    /**
     * Writes the good rows and leaves one fact. A row outside the viewer's scope is a fault.
     *
     * @param importId kept with every new unit
     */
    @Transactional
    public Outcome apply(Viewer viewer, Table table, UUID importId) {
        store.alone(viewer.scope());
        Plan plan = read(viewer, table);

        store.add(viewer.scope(), importId, plan.added);
        store.change(viewer.scope(), plan.changed, LocalDate.now(clock));

        facts.tell(
                viewer,
                new OrganisationImportFacts.UnitsImported(
                        importId,
                        plan.outcome.accepted(),
                        plan.outcome.created(),
                        plan.outcome.changed()));
        return plan.outcome;
    }

    private record Plan(Outcome outcome, List<Form> added, List<Form> changed) {}

    private Plan read(Viewer viewer, Table table) {
        List<Form> present = store.tree(viewer.scope());
        OrganisationImportTree tree = new OrganisationImportTree(viewer.scope(), present);
        List<Fault> faults = new ArrayList<>();
        int rows = 0;
        for (SheetRow row = table.next(); row != null; row = table.next()) {
            rows++;
            read(table, row, tree, faults);
        }
        Collection<OrganisationImportRow> placed = tree.placed();

        Map<String, Integer> numbers = numbers(viewer, present, tree, placed);
        List<Form> added = new ArrayList<>();
        List<Form> changed = new ArrayList<>();
        int unchanged = 0;
        for (OrganisationImportRow row : placed) {
            Form known = tree.present(row.code());
            Form wanted = form(row, tree, numbers, known);
            if (known == null) {
                added.add(wanted);
            } else if (known.equals(wanted)) {
                unchanged++;
            } else if (tree.mayChange(row, known, wanted)) {
                changed.add(wanted);
            }
        }
        faults.addAll(tree.faults());
        faults.sort(Comparator.comparingInt(Fault::row));
        Outcome outcome =
                new Outcome(
                        LAYOUT.kind(),
                        rows,
                        added.size() + changed.size() + unchanged,
                        added.size(),
                        changed.size(),
                        unchanged,
                        0,
                        faults,
                        notes(viewer, placed));
        return new Plan(outcome, added, changed);
    }

    private static void read(
            Table table, SheetRow row, OrganisationImportTree tree, List<Fault> faults) {
        Fault.refuseTooMany(faults.size());
        Optional<OrganisationImportRow> read =
                OrganisationImportRow.read(
                        table.headings(),
                        row,
                        (column, sentence) ->
                                faults.add(
                                        new Fault(row.number(), LAYOUT.title(column), sentence)));
        if (read.isPresent()) {
            tree.add(read.get());
        } else {
            String code = row.cell(table.headings().place("code")).text();
            tree.refuse(code, row.number());
        }
    }

    private static Form form(
            OrganisationImportRow row,
            OrganisationImportTree tree,
            Map<String, Integer> numbers,
            @Nullable Form known) {
        String parent = row.parent();
        Form above = parent == null ? null : tree.present(parent);
        Integer parentNo =
                above != null
                        ? Integer.valueOf(above.no())
                        : parent == null ? null : numbers.get(OrganisationImportRow.bare(parent));
        if (known == null) {
            int no = Objects.requireNonNull(numbers.get(OrganisationImportRow.bare(row.code())));
            return new Form(
                    no,
                    row.code(),
                    row.name(),
                    row.kind(),
                    tree.side(row),
                    parentNo,
                    row.commune(),
                    null);
        }
        return new Form(
                known.no(),
                known.code(),
                row.name(),
                row.kind(),
                row.side() == null ? known.side() : tree.side(row),
                parentNo,
                row.commune() == null ? known.commune() : row.commune(),
                known.until());
    }

    /** Numbers of the new units, by bare code. */
    private Map<String, Integer> numbers(
            Viewer viewer,
            List<Form> present,
            OrganisationImportTree tree,
            Collection<OrganisationImportRow> placed) {
        Map<String, List<OrganisationImportRow>> below = new HashMap<>();
        Map<Integer, List<OrganisationImportRow>> tops = new LinkedHashMap<>();
        for (OrganisationImportRow row : placed) {
            if (tree.present(row.code()) == null) {
                Form above = row.parent() == null ? null : tree.present(row.parent());
                if (row.parent() != null && above == null) {
                    below.computeIfAbsent(
                                    OrganisationImportRow.bare(row.parent()),
                                    _ -> new ArrayList<>())
                            .add(row);
                } else {
                    tops.computeIfAbsent(above == null ? 0 : above.no(), _ -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        Map<String, Integer> out = new HashMap<>();
        if (tops.isEmpty()) {
            return out;
        }
        OrganisationImportNumbers numbers =
                new OrganisationImportNumbers(store.taken(viewer.scope()));
        Map<Integer, List<Integer>> children = new HashMap<>();
        for (Form unit : present) {
            children.computeIfAbsent(
                            Objects.requireNonNullElse(unit.parentNo(), 0), _ -> new ArrayList<>())
                    .add(unit.no());
        }
        tops.forEach((parent, rows) ->
                out.putAll(
                        numbers.below(
                                parent == 0 ? null : last(parent, children),
                                rows.stream().map(row -> branch(row, below)).toList())));
        return out;
    }

    private static Branch branch(
            OrganisationImportRow row, Map<String, List<OrganisationImportRow>> below) {
        String key = OrganisationImportRow.bare(row.code());
        return new Branch(
                key,
                row.kind(),
                below.getOrDefault(key, List.of()).stream()
                        .map(child -> branch(child, below))
                        .toList());
    }

    private static int last(int unit, Map<Integer, List<Integer>> children) {
        int last = unit;
        for (int child : children.getOrDefault(unit, List.of())) {
            last = Math.max(last, last(child, children));
        }
        return last;
    }

    /** One note for each commune that the program does not know: taken all the same. */
    private List<Fault> notes(Viewer viewer, Collection<OrganisationImportRow> placed) {
        Map<String, Integer> firstRows = new LinkedHashMap<>();
        for (OrganisationImportRow row : placed) {
            if (row.commune() != null) {
                firstRows.putIfAbsent(row.commune(), row.row());
            }
        }
        Set<String> known =
                new HashSet<>(store.knownCommunes(viewer.scope(), List.copyOf(firstRows.keySet())));
        List<Fault> notes = new ArrayList<>();
        firstRows.forEach((code, row) -> {
            if (!known.contains(code)) {
                notes.add(
                        new Fault(
                                row,
                                LAYOUT.title("commune"),
                                "Mã xã/phường " + code + " chưa có trong danh mục; vẫn nhận."));
            }
        });
        return notes;
    }
}
