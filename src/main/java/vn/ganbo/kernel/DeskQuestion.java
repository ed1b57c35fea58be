package vn.ganbo.kernel;

import java.util.List;

/** A question to the member that one tap on the desk answers, contributed by a capability. */
public interface DeskQuestion {
    /**
     * One question.
     *
     * @param title what it is about, such as the name of a meeting
     * @param text when and where
     * @param action path of the form that takes the answer
     * @param field name of the answer's field
     * @param value the answer of the one tap
     * @param label its words
     * @param elsewhere path where any other answer is given
     * @param otherwise its words
     */
    record Asked(
            String title,
            String text,
            String action,
            String field,
            String value,
            String label,
            String elsewhere,
            String otherwise) {}

    /** What this viewer is asked today, in one statement. */
    List<Asked> of(Viewer viewer);
}
