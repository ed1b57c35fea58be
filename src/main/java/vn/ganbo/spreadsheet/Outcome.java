package vn.ganbo.spreadsheet;

import java.util.List;

/**
 * What became of the rows of one table.
 *
 * @param kind of the layout: organisations or members
 * @param rows rows read, faulty ones included
 * @param accepted good rows: new, changed and unchanged
 * @param created what was not known before
 * @param changed known, and different now
 * @param unchanged known, and the same
 * @param dropped rows that must not be kept, of which only this count remains
 * @param faults rows that were not taken; a row may have several
 * @param notes rows that were taken and are worth a look
 */
public record Outcome(
        String kind,
        int rows,
        int accepted,
        int created,
        int changed,
        int unchanged,
        int dropped,
        List<Fault> faults,
        List<Fault> notes) {
    public Outcome {
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }

    /**
     * The notes that ask for another look: what they tell of stands in the database as it was read.
     */
    public List<Fault> reviews() {
        return notes.stream().filter(note -> note.message().startsWith(Fault.REVIEW)).toList();
    }

    public int rejected() {
        return rows - accepted;
    }
}
