package vn.ganbo.meeting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;

/** A file to send ahead: what it is by its content, never by its name. */
final class DocumentFile {
    static final int MOST = 10_000_000;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_PARTS = 2000;
    private static final long MOST_UNPACKED = 100_000_000;
    private static final byte[] PDF_HEAD = "%PDF-".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};

    private final String name;
    private final Kind kind;
    private final byte[] bytes;

    DocumentFile(String name, Kind kind, byte[] bytes) {
        this.name = name;
        this.kind = kind;
        this.bytes = bytes.clone();
    }

    enum Kind {
        PDF("application/pdf", "pdf"),
        WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

        private final String mediaType;
        private final String ending;

        Kind(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        String mediaType() {
            return mediaType;
        }

        static Kind ofMediaType(String mediaType) {
            return mediaType.equals(PDF.mediaType) ? PDF : WORD;
        }
    }

    /** As the invited read it, with the ending of its kind. */
    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Throws {@link Problems} on {@code file} for anything else than a PDF or Word file. */
    static DocumentFile of(String typedName, byte[] bytes) {
        if (bytes.length == 0) {
            throw Problems.of("file", "Chưa chọn tệp. Bấm Chọn tệp rồi gửi lại.");
        }
        if (bytes.length > MOST) {
            throw Problems.of("file", "Tệp lớn hơn 10 MB. Hãy chia nhỏ, hoặc giảm cỡ ảnh.");
        }
        Kind kind;
        if (startsWith(bytes, PDF_HEAD)) {
            kind = Kind.PDF;
        } else if (startsWith(bytes, ZIP_HEAD) && isWord(bytes)) {
            kind = Kind.WORD;
        } else {
            throw Problems.of(
                    "file",
                    "Chỉ gửi được tệp PDF hoặc Word (.docx) không có macro. Tệp này là loại khác.");
        }
        return new DocumentFile(name(typedName, kind), kind, bytes);
    }

    private static String name(String typed, Kind kind) {
        String bare =
                Texts.clean(
                                typed.substring(
                                        Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\'))
                                                + 1))
                        .replaceAll("[\\p{Cntrl}\"<>|:*?]", " ")
                        .replaceFirst("(?i)\\.(pdf|docx?)$", "")
                        .strip();
        String shown = bare.isEmpty() ? "Tài liệu" : bare;
        return shown.substring(0, Math.min(shown.length(), LONGEST_NAME)) + "." + kind.ending;
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        return bytes.length > head.length
                && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }

    /** A Word file has a document and no program; a bomb is not unpacked to its end. */
    private static boolean isWord(byte[] bytes) {
        boolean document = false;
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            byte[] buffer = new byte[8192];
            long unpacked = 0;
            int count = 0;
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().endsWith("vbaProject.bin") || ++count > MOST_PARTS) {
                    return false;
                }
                document |= part.getName().equals("word/document.xml");
                for (int n = parts.read(buffer); n >= 0; n = parts.read(buffer)) {
                    unpacked += n;
                    if (unpacked > MOST_UNPACKED) {
                        return false;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            // a broken archive, or names in no known letters: not a Word file, and the page says so
            return false;
        }
        return document;
    }
}
