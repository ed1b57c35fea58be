package vn.ganbo.regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Regulations that are not in force: drafts and illustrations, to try a round under them. No record
 * is ever made under one.
 */
public final class DraftRulebooks {
    private final List<Rulebook> all;

    private DraftRulebooks(List<Rulebook> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads the files, name to text; what a draft does not say is as in the regulation it is based
     * on. Throws {@link RulebookFaults} with every fault.
     */
    static DraftRulebooks read(Map<String, String> files, Rulebooks rulebooks) {
        RulebookFaults.Gatherer faults = new RulebookFaults.Gatherer();
        List<Rulebook> read = new ArrayList<>();
        files.forEach((name, text) ->
                RulebookReader.draft(name, text, rulebooks, faults).ifPresent(read::add));
        faults.check();
        return new DraftRulebooks(read);
    }

    /** In the order of their files. */
    public List<Rulebook> all() {
        return all;
    }

    /** The draft with this id. */
    public Optional<Rulebook> byId(String id) {
        return all.stream().filter(draft -> draft.id().equals(id)).findFirst();
    }
}
