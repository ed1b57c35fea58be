package vn.ganbo.exchange;

import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** Which way a notice goes between the two committees of a member; labels under direction.* */
public enum Direction {
    TO_RESIDENCE("WORKPLACE"),
    TO_WORKPLACE("RESIDENCE");

    private final String from;

    Direction(String from) {
        this.from = from;
    }

    /** The side that writes, as the database has it. */
    String from() {
        return from;
    }

    static Direction from(String side) {
        return side.equals(TO_RESIDENCE.from) ? TO_RESIDENCE : TO_WORKPLACE;
    }

    /** The way in which this viewer's office writes; the other one is the way to it. */
    static Direction writtenBy(Viewer viewer) {
        return viewer.is(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY)
                ? TO_RESIDENCE
                : TO_WORKPLACE;
    }

    /** Whether this viewer may write, sign and drop notices that go this way. */
    boolean mayWrite(Viewer viewer) {
        return this == TO_RESIDENCE
                ? viewer.is(Role.WORKPLACE_OFFICE)
                : viewer.is(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY);
    }

    /** Whether this viewer may receive and answer notices that go this way. */
    boolean mayAnswer(Viewer viewer) {
        return this == TO_RESIDENCE
                ? viewer.is(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY)
                : viewer.is(Role.WORKPLACE_OFFICE);
    }
}
