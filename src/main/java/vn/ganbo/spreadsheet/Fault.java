package vn.ganbo.spreadsheet;

/**
 * What is wrong with a row, or worth a look.
 *
 * @param row the sheet's row number
 * @param column heading of the column
 * @param message in Vietnamese: what is wrong and what to do; names no person of a secret post
 */
public record Fault(int row, String column, String message) {
    /** How a note begins whose row was taken and should be looked at again. */
    public static final String REVIEW = "Cần xem lại: ";

    /** So many faults of one list are told; a list with more is another one than was meant. */
    public static final int MOST = 200_000;

    /** Throws {@link vn.ganbo.kernel.Problems} when a list has more faults than are told. */
    public static void refuseTooMany(int faults) {
        if (faults > MOST) {
            throw Trouble.with(
                    "Bảng có hơn 200.000 chỗ phải sửa: có thể chọn nhầm tệp, hoặc các cột bị lệch. Xem"
                            + " lại tệp rồi gửi lại.");
        }
    }
}
