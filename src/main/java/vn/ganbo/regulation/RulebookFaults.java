package vn.ganbo.regulation;

import java.util.ArrayList;
import java.util.List;

/**
 * All faults of the yaml files at once, each with file, line and key; the program does not start.
 */
public final class RulebookFaults extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    RulebookFaults(List<String> faults) {
        super("The regulations cannot be read:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line a fault: "213-qd-tw.yaml:41 duties[5].text: …". */
    public List<String> faults() {
        return faults;
    }

    /** Gathers faults while files are read. */
    static final class Gatherer {
        private final List<String> found = new ArrayList<>();

        void add(String fault) {
            found.add(fault);
        }

        void check() {
            if (!found.isEmpty()) {
                throw new RulebookFaults(found);
            }
        }
    }
}
