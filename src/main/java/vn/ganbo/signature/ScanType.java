package vn.ganbo.signature;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a scan or photo of a signed paper may be; told by its first bytes, never by its name. */
enum ScanType {
    PDF("255044462d", "application/pdf", "pdf"),
    JPEG("ffd8ff", "image/jpeg", "jpg"),
    PNG("89504e470d0a1a0a", "image/png", "png"),
    WEBP("52494646", "image/webp", "webp");

    private static final byte[] WEBP_MARK = HexFormat.of().parseHex("57454250");
    private static final int WEBP_PLACE = 8;

    private final String head;
    private final String mediaType;
    private final String ending;

    ScanType(String head, String mediaType, String ending) {
        this.head = head;
        this.mediaType = mediaType;
        this.ending = ending;
    }

    String mediaType() {
        return mediaType;
    }

    /** How the file's name ends. */
    String ending() {
        return ending;
    }

    static Optional<ScanType> of(byte[] file) {
        return Arrays.stream(values()).filter(type -> type.begins(file)).findFirst();
    }

    static ScanType ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElse(PDF);
    }

    private boolean begins(byte[] file) {
        return has(file, HexFormat.of().parseHex(head), 0)
                && (this != WEBP || has(file, WEBP_MARK, WEBP_PLACE));
    }

    private static boolean has(byte[] file, byte[] mark, int place) {
        return file.length >= place + mark.length
                && Arrays.equals(file, place, place + mark.length, mark, 0, mark.length);
    }
}
