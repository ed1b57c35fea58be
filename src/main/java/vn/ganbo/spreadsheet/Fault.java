package vn.ganbo.spreadsheet;

/**
 * What is wrong with a row, or worth a look.
 *
 * @param row the sheet's row number
 * @param column heading of the column
 * @param message in Vietnamese: what is wrong and what to do; names no person of a secret post
 */
public record Fault(int row, String column, String message) {}
