package vn.ganbo.organisation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives numbers to new units in pre-order, so that a unit and all below it lie in one range, and
 * leaves gaps for what is founded later: room for groups behind a cell, for cells behind a
 * committee. Numbers are never changed; a unit that finds no room below its parent gets a number at
 * the end, and the parent's scope one more range.
 */
final class OrganisationImportNumbers {
    private final NavigableSet<Integer> taken = new TreeSet<>();

    /**
     * A new unit and the new units below it.
     *
     * @param key the caller's name for it
     */
    record Branch(String key, UnitKind kind, List<Branch> below) {}

    /** Begins with the numbers that are taken. */
    OrganisationImportNumbers(Collection<Integer> taken) {
        this.taken.addAll(taken);
    }

    /**
     * Numbers for these branches below one parent.
     *
     * @param last the greatest number of the parent's present subtree, or null at the root
     */
    Map<String, Integer> below(@Nullable Integer last, List<Branch> branches) {
        Map<String, Integer> out = new HashMap<>();
        Integer before = last;
        for (Branch branch : branches.stream().sorted(Comparator.comparing(Branch::key)).toList()) {
            int start = start(before, size(branch));
            int end = give(branch, start, out);
            before = end;
        }
        taken.addAll(out.values());
        return out;
    }

    private int start(@Nullable Integer last, int size) {
        int end = taken.isEmpty() ? 0 : taken.last();
        if (last == null || last >= end) {
            return Math.max(end, last == null ? 0 : last)
                    + (end == 0 ? 1 : room(UnitKind.CELL) + 1);
        }
        Integer next = taken.higher(last);
        int free = next == null ? Integer.MAX_VALUE : next - last - 1;
        int cell = room(UnitKind.CELL);
        if (free >= size + cell) {
            return last + cell + 1;
        }
        return free >= size ? last + 1 : end + cell + 1;
    }

    /** Numbers the branch from this number on and gives the last number in use. */
    private int give(Branch branch, int start, Map<String, Integer> out) {
        out.put(branch.key, start);
        taken.add(start);
        int next = start + 1;
        int last = start;
        for (Branch child :
                branch.below.stream().sorted(Comparator.comparing(Branch::key)).toList()) {
            last = give(child, next, out);
            next += size(child);
        }
        return last;
    }

    /** How many numbers a branch takes with the room it leaves. */
    private static int size(Branch branch) {
        return 1
                + branch.below.stream().mapToInt(OrganisationImportNumbers::size).sum()
                + room(branch.kind);
    }

    private static int room(UnitKind kind) {
        return switch (kind) {
            case PROVINCE, GROUP -> 0;
            case COMMUNE -> 2_000;
            case GRASSROOTS -> 500;
            case SECTION -> 200;
            case CELL -> 15;
        };
    }
}
