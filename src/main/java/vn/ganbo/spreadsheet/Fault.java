package vn.ganbo.spreadsheet;

import java.util.List;

/**
 * What is wrong with a row, or worth a look.
 *
 * @param row the sheet's row number
 * @param column heading of the column
 * @param message in Vietnamese: what is wrong and what to do; names no person of a secret post
 * @param question by which an answer to it is remembered; empty where nothing is asked
 * @param answers from which a person chooses
 */
public record Fault(int row, String column, String message, String question, List<Answer> answers) {
    /** One of several answers: what it stands for, and how it reads. */
    public record Answer(String value, String label) {}

    public Fault {
        answers = List.copyOf(answers);
    }

    /** A fault that asks nothing. */
    public Fault(int row, String column, String message) {
        this(row, column, message, "", List.of());
    }

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
