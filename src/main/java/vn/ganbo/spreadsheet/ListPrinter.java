package vn.ganbo.spreadsheet;

import java.util.List;

/** Draws a list on paper; {@code document} does it, where the presses are. */
public interface ListPrinter {
    /**
     * A PDF, landscape A4, the headings again on each page.
     *
     * @param above the lines above the headings: committee, title, and what was filtered
     */
    byte[] print(Export export, List<String> above);
}
