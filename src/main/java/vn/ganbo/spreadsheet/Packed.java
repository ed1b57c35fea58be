package vn.ganbo.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    private static final int VERSION = 1;

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
            out.writeInt(headings.titles().size());
            for (String title : headings.titles()) {
                write(title);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(SheetRow row) {
        try {
            out.writeInt(row.number());
            out.writeShort(row.cells().size());
            for (SheetCell cell : row.cells()) {
                out.writeByte(cell.kind().code);
                if (!cell.isEmpty()) {
                    write(cell.text());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
            String kind = read(in);
            int row = in.readInt();
            int count = in.readInt();
            List<SheetCell> titles = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                titles.add(SheetCell.text(read(in)));
            }
            Layout layout =
                    layouts.stream().filter(l -> l.kind().equals(kind)).findFirst().orElseThrow();
            Headings headings =
                    Headings.of(new SheetRow(row, titles), List.of(layout)).orElseThrow();
            return Table.of(headings, new PackedRows(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
            int count = in.readUnsignedShort();
            List<SheetCell> cells = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                SheetCell.Kind kind = SheetCell.Kind.of((char) in.readByte());
                cells.add(
                        kind == SheetCell.Kind.EMPTY
                                ? SheetCell.EMPTY
                                : new SheetCell(kind, read(in)));
            }
            return new SheetRow(number, cells);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
