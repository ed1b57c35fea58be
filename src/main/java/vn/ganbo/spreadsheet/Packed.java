package vn.ganbo.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as they were read, kept small: what stays of an upload between its check and
 * its application. Holds only the rows that were added, so a row that must not be kept is nowhere
 * in it.
 */
public final class Packed {
    private static final int VERSION = 3;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out;

    /** Begins with the headings under which the rows stand. */
    public Packed(Headings headings) {
        out =
                new DataOutputStream(
                        new DeflaterOutputStream(
                                bytes, new Deflater(Deflater.BEST_SPEED), 1 << 16));
        try {
            out.writeByte(VERSION);
            write(headings.layout().kind());
            out.writeInt(headings.row());
            write(headings.titles());
            out.writeInt(headings.places().size());
            for (Map.Entry<String, Integer> place : headings.places().entrySet()) {
                write(place.getKey());
                out.writeInt(place.getValue());
                write(headings.reasons().getOrDefault(place.getKey(), ""));
            }
            write(headings.letters().stream().map(Letters::name).toList());
            write(headings.above());
            out.writeInt(headings.head().size());
            for (SheetRow row : headings.head()) {
                write(row);
            }
            out.writeBoolean(headings.sure());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(SheetRow row) {
        try {
            write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(SheetRow row) throws IOException {
        out.writeInt(row.number());
        out.writeShort(row.cells().size());
        for (SheetCell cell : row.cells()) {
            out.writeByte(cell.kind().code);
            if (!cell.isEmpty()) {
                write(cell.text());
            }
        }
    }

    /** Ends it and gives the bytes. */
    public byte[] bytes() {
        try {
            out.writeInt(-1);
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Opens what was packed under one of these layouts. */
    public static Table open(byte[] packed, List<Layout> layouts) {
        DataInputStream in =
                new DataInputStream(
                        new java.io.BufferedInputStream(
                                new InflaterInputStream(new ByteArrayInputStream(packed)),
                                1 << 16));
        try {
            if (in.readByte() != VERSION) {
                throw new IllegalStateException("packed by another version of the program");
            }
            Headings headings = headings(in, layouts);
            return Table.of(headings, new PackedRows(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Headings headings(DataInputStream in, List<Layout> layouts) throws IOException {
        String kind = read(in);
        Layout layout =
                layouts.stream().filter(l -> l.kind().equals(kind)).findFirst().orElseThrow();
        int row = in.readInt();
        List<String> titles = texts(in);
        Map<String, Integer> places = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String key = read(in);
            places.put(key, in.readInt());
            reasons.put(key, read(in));
        }
        List<Letters> letters = texts(in).stream().map(Letters::valueOf).toList();
        List<String> above = texts(in);
        List<SheetRow> head = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            head.add(row(in, in.readInt()));
        }
        return new Headings(
                layout, row, titles, places, reasons, letters, above, head, in.readBoolean());
    }

    private static SheetRow row(DataInputStream in, int number) throws IOException {
        int count = in.readUnsignedShort();
        List<SheetCell> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            SheetCell.Kind kind = SheetCell.Kind.of((char) in.readByte());
            cells.add(
                    kind == SheetCell.Kind.EMPTY ? SheetCell.EMPTY : new SheetCell(kind, read(in)));
        }
        return new SheetRow(number, cells);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> out = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            out.add(read(in));
        }
        return out;
    }

    private void write(List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(text);
        }
    }

    private void write(String text) throws IOException {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(letters.length);
        out.write(letters);
    }

    private static String read(DataInputStream in) throws IOException {
        byte[] letters = new byte[in.readInt()];
        in.readFully(letters);
        return new String(letters, StandardCharsets.UTF_8);
    }

    private static final class PackedRows implements Rows {
        private final DataInputStream in;
        private boolean ended;

        PackedRows(DataInputStream in) {
            this.in = in;
        }

        @Override
        public @Nullable SheetRow next() throws IOException {
            int number = ended ? -1 : in.readInt();
            if (number < 0) {
                ended = true;
                return null;
            }
            return row(in, number);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
