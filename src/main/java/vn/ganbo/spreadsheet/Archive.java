package vn.ganbo.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of an .xlsx file (a ZIP archive) held in memory, never on disk: a list may name people
 * who must not be kept anywhere. Counts what is inflated and stops at the limits.
 */
final class Archive {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;

    private final ByteBuffer file;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private long inflated;

    private record Part(int flags, int method, int packed, int size, int offset) {}

    /** Throws {@link vn.ganbo.kernel.Problems} when the archive cannot be read. */
    Archive(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            list();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw Trouble.broken();
        }
    }

    /** Names of the parts, lower case, without a leading slash. */
    Set<String> names() {
        return parts.keySet();
    }

    /** One part inflated as it is read; empty when there is none of that name. */
    Optional<InputStream> open(String name) {
        Part part = parts.get(plain(name));
        if (part == null) {
            return Optional.empty();
        }
        if ((part.flags & 1) != 0) {
            throw Trouble.locked();
        }
        try {
            return Optional.of(new Counted(stream(part)));
        } catch (IndexOutOfBoundsException e) {
            throw Trouble.broken();
        }
    }

    /**
     * A part that says it is small, to be read besides; it ends after so many bytes, whatever it
     * said. Empty for others.
     */
    Optional<InputStream> glance(String name, int most) {
        Part part = parts.get(plain(name));
        return part == null || part.size < 0 || part.size > most
                ? Optional.empty()
                : Optional.of(new ShortStream(stream(part), most));
    }

    private InputStream stream(Part part) {
        if (file.getInt(part.offset) != LOCAL) {
            throw Trouble.broken();
        }
        int start =
                part.offset
                        + LOCAL_SIZE
                        + Short.toUnsignedInt(file.getShort(part.offset + 26))
                        + Short.toUnsignedInt(file.getShort(part.offset + 28));
        int length = Math.min(part.packed, file.limit() - start);
        if (length < 0) {
            throw Trouble.broken();
        }
        InputStream packed = new ByteArrayInputStream(file.array(), start, length);
        return switch (part.method) {
            case 0 -> packed;
            case 8 -> new InflaterInputStream(packed, new Inflater(true), 1 << 16);
            default -> throw Trouble.broken();
        };
    }

    private void list() {
        int end = end();
        int count = Short.toUnsignedInt(file.getShort(end + 10));
        if (count > Limits.PARTS) {
            throw Trouble.tooMuch();
        }
        int at = file.getInt(end + 16);
        for (int i = 0; i < count; i++) {
            if (file.getInt(at) != ENTRY) {
                throw Trouble.broken();
            }
            int name = Short.toUnsignedInt(file.getShort(at + 28));
            byte[] letters = new byte[name];
            file.get(at + ENTRY_SIZE, letters);
            parts.putIfAbsent(
                    plain(new String(letters, StandardCharsets.UTF_8)),
                    new Part(
                            Short.toUnsignedInt(file.getShort(at + 8)),
                            Short.toUnsignedInt(file.getShort(at + 10)),
                            Math.max(file.getInt(at + 20), -1) < 0
                                    ? Integer.MAX_VALUE
                                    : file.getInt(at + 20),
                            file.getInt(at + 24),
                            file.getInt(at + 42)));
            at +=
                    ENTRY_SIZE
                            + name
                            + Short.toUnsignedInt(file.getShort(at + 30))
                            + Short.toUnsignedInt(file.getShort(at + 32));
        }
    }

    private int end() {
        int lowest = Math.max(0, file.limit() - END_SIZE - 0xFFFF);
        for (int at = file.limit() - END_SIZE; at >= lowest; at--) {
            if (file.getInt(at) == END) {
                return at;
            }
        }
        throw Trouble.broken();
    }

    private static String plain(String name) {
        String forward = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return forward.startsWith("/") ? forward.substring(1) : forward;
    }

    private static final class ShortStream extends FilterInputStream {
        private int left;

        ShortStream(InputStream in, int most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int got = left <= 0 ? -1 : super.read(to, from, Math.min(length, left));
            left -= Math.max(got, 0);
            return got;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int got = super.read(to, from, length);
            if (got > 0) {
                inflated += got;
                boolean odd = inflated > Limits.INNOCENT && inflated / Limits.RATIO > file.limit();
                if (inflated > Limits.INFLATED || odd) {
                    throw Trouble.tooMuch();
                }
            }
            return got;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
