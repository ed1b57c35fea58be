package vn.ganbo.kernel;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Giao việc: what reached a capability below tasks becomes a task of the viewer's cell, given to a
 * person, answered, reviewed and ended as any other. Whoever gives it keeps the id, and shows where
 * it stands.
 */
public interface Errands {
    /**
     * Somebody of the viewer's cell who can be given something today.
     *
     * @param words the name, with what speaks for the person
     */
    record Hand(UUID id, String words) {}

    /**
     * What is to be done.
     *
     * @param what responsibility, as the person reads it
     * @param because why it is given
     * @param until last day
     */
    record Wanted(
            String title,
            String what,
            String product,
            String because,
            UUID person,
            LocalDate until) {}

    /**
     * Where a given task stands.
     *
     * @param open whether the person has, or may get it
     * @param words state, last day and what a review found
     */
    record Given(UUID id, String fullName, String link, boolean open, String words, Tone tone) {}

    /** Who can do it, those with the least to do first. One statement. */
    List<Hand> hands(Viewer viewer);

    /**
     * Gives it, beginning today.
     *
     * @throws Refusal when the person cannot do it now
     * @throws NotFound for somebody who is not of the viewer's cell
     */
    Given give(Viewer viewer, Wanted wanted);

    /** Those of them that the scope sees. One statement. */
    List<Given> given(Scope scope, Collection<UUID> ids);
}
