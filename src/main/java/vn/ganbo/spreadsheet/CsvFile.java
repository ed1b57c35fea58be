package vn.ganbo.spreadsheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A .csv file: Unicode where its bytes are that, with a mark or without; else the bytes of one of
 * the old ways of writing Vietnamese, which only the texts can tell.
 */
final class CsvFile implements Source {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final List<Charset> MARKED =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final byte[] file;
    private Charset charset = StandardCharsets.UTF_8;
    private int skip;
    private boolean unicode = true;

    CsvFile(byte[] file) {
        this.file = file;
        for (Charset marked : MARKED) {
            byte[] mark = "\ufeff".getBytes(marked);
            if (Arrays.equals(file, 0, Math.min(mark.length, file.length), mark, 0, mark.length)) {
                charset = marked;
                skip = mark.length;
                return;
            }
        }
        if (FileKind.isWide(file)) {
            charset = StandardCharsets.UTF_16LE;
        } else if (!isUtf8(file)) {
            charset = WESTERN;
            unicode = false;
        }
    }

    @Override
    public int sheets() {
        return 1;
    }

    @Override
    public Sheet sheet(int number) throws IOException {
        return new Sheet("", new CsvRows(file, skip, charset), List.of(), null, !unicode);
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    private static boolean isUtf8(byte[] file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(file);
        CharBuffer out = CharBuffer.allocate(1 << 13);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
    }
}
