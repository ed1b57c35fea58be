package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;

/**
 * All regulations by date. A corrected text is a higher version of the same id: dates are answered
 * with the highest, references with the version they name.
 */
public final class Rulebooks {
    private final List<Rulebook> all;
    private final List<Rulebook> current;
    private final @Nullable GuidanceStore guidance;

    private Rulebooks(List<Rulebook> all, @Nullable GuidanceStore guidance) {
        this.guidance = guidance;
        this.all =
                all.stream()
                        .sorted(
                                Comparator.comparing(Rulebook::from)
                                        .thenComparingInt(Rulebook::version))
                        .toList();
        Map<String, Rulebook> highest = new LinkedHashMap<>();
        this.all.forEach(
                r -> highest.merge(r.id(), r, (a, b) -> a.version() > b.version() ? a : b));
        this.current =
                highest.values().stream().sorted(Comparator.comparing(Rulebook::from)).toList();
    }

    /**
     * Reads the files, name to text. Throws {@link RulebookFaults} with every fault: misspelt or
     * doubled keys, dates that do not exist, a version that stands there twice, and periods that
     * leave a gap or overlap.
     */
    static Rulebooks read(Map<String, String> files) {
        RulebookFaults.Gatherer faults = new RulebookFaults.Gatherer();
        Map<String, String> references = new LinkedHashMap<>();
        List<Rulebook> read = new ArrayList<>();
        files.forEach((name, text) ->
                RulebookReader.read(name, text, faults)
                        .ifPresent(r -> {
                            String other = references.put(r.reference(), name);
                            if (other != null) {
                                faults.add(
                                        name
                                                + ":1 id: "
                                                + r.reference()
                                                + " stands in "
                                                + other
                                                + " too");
                            }
                            read.add(r);
                        }));
        if (files.isEmpty()) {
            faults.add("regulations: there is no file");
        }
        faults.check();
        Rulebooks rulebooks = new Rulebooks(read, null);
        rulebooks.checkPeriods(references, faults);
        faults.check();
        return rulebooks;
    }

    /**
     * The regulation that holds on a day, without local guidance. Throws {@link Refusal} for a day
     * before the first one.
     */
    public Rulebook on(LocalDate date) {
        return find(date).orElseThrow(() -> new Refusal("no-rulebook-on-date", Show.date(date)));
    }

    /**
     * The regulation that holds on a day, with the guidance of a unit and of those above it laid
     * over it; the nearest wins. One statement: ask once per unit, not once per person.
     *
     * @param unitNo the unit for which the answer is wanted, usually the viewer's; 0 for none
     */
    public Rulebook on(Scope scope, LocalDate date, int unitNo) {
        return local(scope, on(date), date, unitNo);
    }

    /** The same for the rulebook that a record was made under, on the day that matters for it. */
    public Rulebook local(Scope scope, Rulebook rulebook, LocalDate date, int unitNo) {
        return guidance == null || unitNo <= 0
                ? rulebook
                : Overlay.apply(rulebook, guidance.inForce(scope, unitNo, rulebook.id(), date));
    }

    /** The same rulebooks, with local guidance from the database. */
    Rulebooks with(GuidanceStore store) {
        return new Rulebooks(all, store);
    }

    /** As {@link #on(LocalDate)}, empty for a day before the first regulation. */
    public Optional<Rulebook> find(LocalDate date) {
        return current.stream().filter(r -> r.about().holdsOn(date)).findFirst();
    }

    /** The highest version of this id, or of exactly this reference ("213-qd-tw/1"). */
    public Optional<Rulebook> byId(String id) {
        return id.contains("/")
                ? byReference(id)
                : current.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** Exactly the version a record was made under: {@link Rulebook#reference()}. */
    public Optional<Rulebook> byReference(String reference) {
        return all.stream().filter(r -> r.reference().equals(reference)).findFirst();
    }

    /** The highest version of every regulation, the oldest first. */
    public List<Rulebook> all() {
        return current;
    }

    private void checkPeriods(Map<String, String> names, RulebookFaults.Gatherer faults) {
        for (int i = 0; i < current.size(); i++) {
            Rulebook r = current.get(i);
            String file = Objects.requireNonNull(names.get(r.reference()));
            String replaces = r.about().replaces();
            if (replaces != null && byId(replaces).isEmpty()) {
                faults.add(file + ":1 replaces: there is no " + replaces);
            }
            if (i == 0) {
                continue;
            }
            Rulebook before = current.get(i - 1);
            Optional<LocalDate> last = before.until();
            if (last.isEmpty() || !last.get().isBefore(r.from())) {
                faults.add(
                        "%s:1 effective.from: %s overlaps %s, which holds until %s"
                                .formatted(
                                        file,
                                        r.from(),
                                        before.reference(),
                                        last.map(LocalDate::toString).orElse("further notice")));
            } else if (!last.get().plusDays(1).equals(r.from())) {
                faults.add(
                        "%s:1 effective.from: no regulation holds from %s to %s"
                                .formatted(file, last.get().plusDays(1), r.from().minusDays(1)));
            }
        }
    }
}
