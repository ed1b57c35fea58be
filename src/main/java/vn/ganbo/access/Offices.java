package vn.ganbo.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/**
 * Chức vụ: who holds which role where, for which period. Offices live in {@code member}, which
 * implements this; {@code access} turns them into rights.
 */
public interface Offices {
    /**
     * One office of one person. Dates are inclusive.
     *
     * @param memberId the member who the person is, or null for somebody who is none
     * @param until last day, or null while no end is known
     */
    record Office(
            UUID id,
            UUID personId,
            String personName,
            @Nullable UUID memberId,
            int unitNo,
            UUID unitId,
            String unitName,
            Role role,
            String title,
            LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * Somebody to whom an office may be given: a person who holds one already, or a member.
     *
     * @param personId null for a member who has held no office yet
     * @param memberId null for somebody who is no member
     * @param hint what tells two of the same name apart, such as the unit
     */
    record Person(@Nullable UUID personId, @Nullable UUID memberId, String fullName, String hint) {}

    /**
     * What is given. Dates are inclusive.
     *
     * @param until last day, or null while no end is known
     */
    record Grant(
            UUID personId,
            Role role,
            int unitNo,
            String title,
            LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * Who asks, read anew on every request.
     *
     * @param stamp of the account today; sessions of an older one have ended
     * @param tree the number of the organisation tree's last change
     * @param offices all that the account's person holds on the day, at least one
     */
    record Held(int stamp, boolean locked, boolean mustChange, long tree, List<Office> offices) {}

    /**
     * The account with its person's offices on that day, in one way to the server. Empty when there
     * is no such account, or no office is held. Not within a transaction.
     */
    Optional<Held> held(Scope scope, UUID account, LocalDate on);

    /** The offices this person holds on that day, in an order that stays the same. */
    List<Office> of(Scope scope, UUID person, LocalDate on);

    /** The office, past, present or to come, if it lies within the scope. */
    Optional<Office> find(Scope scope, UUID office);

    /** All offices of these persons within the scope that have not ended before that day. */
    List<Office> ofPersons(Scope scope, List<UUID> persons, LocalDate on);

    /**
     * Offices within the scope on that day or to come, by the holder's name, then unit.
     *
     * @param words folded words that all stand in the holder's name or in the title; empty for all
     * @param role this role alone, or null for all
     * @param limit at most so many, from {@code offset} on
     */
    List<Office> within(
            Scope scope, LocalDate on, String words, @Nullable Role role, int limit, int offset);

    /** How many {@link #within} finds. */
    long count(Scope scope, LocalDate on, String words, @Nullable Role role);

    /** Persons and members within the scope whose folded name has all these words, at most 20. */
    List<Person> people(Scope scope, String words);

    /** The member who the person is, if the member's Party life lies within the scope. */
    Optional<UUID> memberWithin(Scope scope, UUID person);

    /** The person's name, if the person is seen within the scope. */
    Optional<String> nameOf(Scope scope, UUID person);

    /**
     * The person to whom an office is given: the member's own row (made when there is none yet), or
     * a new person of that name. Refuses a member outside the scope (not found).
     */
    UUID person(Viewer viewer, @Nullable UUID memberId, String fullName);

    /**
     * Keeps a new office and returns its id. The caller has checked that the viewer may give it.
     */
    UUID grant(Viewer viewer, Grant grant);

    /**
     * Ends the office after its last day; an office that would begin after it is taken away.
     * Returns false when there is none within the scope.
     */
    boolean end(Viewer viewer, UUID office, LocalDate lastDay);
}
