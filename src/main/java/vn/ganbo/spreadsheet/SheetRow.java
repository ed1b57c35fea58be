package vn.ganbo.spreadsheet;

import java.util.List;

/**
 * One row that is not blank.
 *
 * @param number the sheet's own row number, from 1
 * @param cells from column A on; what lies beyond is empty
 */
public record SheetRow(int number, List<SheetCell> cells) {
    /** The cell of a column, from 0; empty beyond the last and for a column that is not there. */
    public SheetCell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : SheetCell.EMPTY;
    }
}
