package vn.ganbo.spreadsheet;

import vn.ganbo.kernel.Problems;

/** Why a file cannot be read, in words for the one who sent it. */
final class Trouble {
    static final String MACROS =
            "Tệp có macro. Chương trình không chạy macro, chỉ đọc chữ và số trong các ô.";
    static final String LINKS =
            "Tệp có liên kết đến tệp khác. Chương trình không mở các tệp ấy, chỉ đọc chữ và số trong"
                    + " các ô.";

    private Trouble() {}

    /** The whole file is refused; the field of the form is {@code file}. */
    static Problems with(String sentence) {
        return Problems.of("file", sentence);
    }

    static Problems broken() {
        return with(
                "Tệp bị hỏng hoặc tải lên chưa trọn, không đọc hết được. Mở lại tệp bằng Excel, lưu"
                        + " lại rồi gửi lần nữa.");
    }

    static Problems noVisibleSheet() {
        return with("Tệp không có trang tính nào đang hiện. Bỏ ẩn trang cần nhập rồi gửi lại.");
    }

    static Problems locked() {
        return with(
                "Tệp có đặt mật khẩu nên không đọc được. Mở tệp bằng Excel, bỏ mật khẩu (Tệp ›"
                        + " Thông tin › Bảo vệ sổ làm việc), lưu lại rồi gửi lần nữa.");
    }

    static Problems brokenAfter(int row) {
        return with(
                "Tệp bị hỏng sau dòng "
                        + row
                        + ", không đọc hết được. Mở lại tệp bằng Excel, lưu lại rồi gửi lần nữa.");
    }

    static Problems tooMuch() {
        return with(
                "Tệp này khi mở ra lớn gấp nhiều lần một danh sách bình thường nên không được đọc."
                        + " Chép riêng bảng cần nhập sang một tệp mới rồi gửi lại.");
    }

    static Problems tooManyColumns(int row) {
        return with(
                "Dòng "
                        + row
                        + " có ô ở ngoài cột thứ "
                        + Limits.COLUMNS
                        + ". Xóa các cột thừa bên phải bảng rồi gửi lại.");
    }

    static Problems tooManyRows() {
        return with("Bảng dài hơn 1.048.576 dòng. Chia danh sách thành nhiều tệp rồi gửi lại.");
    }
}
