package vn.ganbo.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Problems;

/** What a file is, told from its first bytes and not from its name. */
enum FileKind {
    XLSX,
    XLS,
    TEXT;

    /** Throws {@link vn.ganbo.kernel.Problems} with a sentence for every file that is no table. */
    static FileKind of(byte[] file) {
        if (file.length == 0) {
            throw Trouble.with("Tệp rỗng, không có dòng nào. Chọn lại tệp cần nhập.");
        }
        if (starts(file, 'P', 'K')) {
            return XLSX;
        }
        if (starts(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            Problems refused = otherThanExcel(file);
            if (refused != null) {
                throw refused;
            }
            return XLS;
        }
        String refused = knownOther(file);
        if (refused != null) {
            throw Trouble.with(refused);
        }
        boolean marked = starts(file, 0xFF, 0xFE) || starts(file, 0xFE, 0xFF);
        if (!marked && !isWide(file) && hasZero(file)) {
            throw Trouble.with(
                    "Không nhận ra loại tệp này. Chương trình đọc bảng tính Excel (.xlsx, .xls) hoặc"
                            + " .csv.");
        }
        return TEXT;
    }

    private static @Nullable Problems otherThanExcel(byte[] file) {
        if (holds(file, "EncryptedPackage")) {
            return Trouble.locked();
        }
        if (holds(file, "WordDocument")) {
            return Trouble.with(
                    "Đây là tệp Word, không phải bảng tính. Chép bảng sang Excel, lưu thành .xlsx rồi"
                            + " gửi lại.");
        }
        return null;
    }

    private static @Nullable String knownOther(byte[] file) {
        String head =
                new String(file, 0, Math.min(file.length, 512), StandardCharsets.ISO_8859_1)
                        .replace("\u00ef\u00bb\u00bf", "")
                        .stripLeading()
                        .toLowerCase(Locale.ROOT);
        if (head.startsWith("%pdf")) {
            return "Đây là tệp PDF, không phải bảng tính. Gửi tệp Excel (.xlsx) mà từ đó PDF này được"
                    + " in ra.";
        }
        if (starts(file, 0x89, 'P', 'N', 'G')
                || starts(file, 0xFF, 0xD8, 0xFF)
                || head.startsWith("gif8")) {
            return "Đây là tệp ảnh, không phải bảng tính. Gửi tệp Excel (.xlsx) hoặc .csv.";
        }
        if (head.startsWith("<!doctype html")
                || head.startsWith("<html")
                || head.startsWith("<table")) {
            return "Tệp này là trang web được đặt đuôi bảng tính. Mở tệp bằng Excel, chọn Lưu thành,"
                    + " kiểu Sổ làm việc Excel (.xlsx), rồi gửi tệp mới.";
        }
        if (head.startsWith("<?xml") || head.startsWith("{\\rtf")) {
            return "Tệp này không phải bảng tính .xlsx hoặc .csv. Mở tệp bằng Excel, chọn Lưu thành,"
                    + " kiểu Sổ làm việc Excel (.xlsx), rồi gửi tệp mới.";
        }
        return null;
    }

    private static boolean starts(byte[] file, int... head) {
        if (file.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((file[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether this looks like UTF-16 without its mark: many second bytes are zero, no first one.
     */
    static boolean isWide(byte[] file) {
        int length = Math.min(file.length, 4_096) / 2 * 2;
        int zeros = 0;
        for (int i = 0; i < length; i += 2) {
            if (file[i] == 0) {
                return false;
            }
            zeros += file[i + 1] == 0 ? 1 : 0;
        }
        return length >= 16 && zeros * 4 > length / 2;
    }

    private static boolean hasZero(byte[] file) {
        for (byte b : file) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the file's directory names this stream (names are UTF-16 there). */
    private static boolean holds(byte[] file, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i + wanted.length <= file.length; i++) {
            if (file[i] == wanted[0]
                    && java.util.Arrays.equals(
                            file, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
