package vn.ganbo.spreadsheet;

import java.util.List;
import vn.ganbo.kernel.Viewer;

/** Draws a list on paper; {@code document} does it, where the presses are. */
public interface ListPrinter {
    /**
     * A PDF of A4, upright where the list is narrow, the headings again on each page, in the style
     * of the viewer's office.
     *
     * @param above the lines above the headings: committee, title, and what was filtered
     */
    byte[] print(Viewer viewer, Export export, List<String> above);
}
