package vn.ganbo.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Lịch sử: what happened, newest first, as far as the scope allows. Implemented by audit. */
public interface History {
    /** One line: when, by whom (office and unit), and the sentence. Tone is a pill tone. */
    record Line(Instant at, String who, String sentence, Tone tone) {}

    /** Facts of one case. */
    default List<Line> ofThing(Scope scope, UUID thing) {
        return ofThings(scope, List.of(thing));
    }

    /** Facts of one case and of its papers. */
    List<Line> ofThings(Scope scope, Collection<UUID> things);

    /** Facts about one member, at most 50. */
    default List<Line> ofMember(Scope scope, UUID member) {
        return ofMember(scope, List.of(member));
    }

    /** The same of somebody whose records were put together, each fact once. */
    List<Line> ofMember(Scope scope, Collection<UUID> records);

    /**
     * Facts of one capability about one member, and those of a case and its papers, at most 50: a
     * case's history together with the bulk acts it was part of.
     *
     * @param things the case and its papers
     */
    List<Line> ofMember(Scope scope, UUID member, String capability, Collection<UUID> things);

    /** The latest facts within the scope, at most {@code limit}. */
    List<Line> latest(Scope scope, int limit);
}
