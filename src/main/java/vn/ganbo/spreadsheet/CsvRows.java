package vn.ganbo.spreadsheet;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a .csv file, separated by semicolon, comma or tab; cells in quotes may hold separators
 * and line ends. Row numbers are those that Excel shows, so a cell with line ends is still in one
 * row.
 */
final class CsvRows implements Rows {
    private static final int END = -1;
    private static final int PEEK = 1 << 16;

    private final Reader in;
    private final char separator;
    private int row;

    CsvRows(byte[] file, int skip, Charset charset) throws IOException {
        in = reader(file, skip, charset);
        separator = separator();
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            while (true) {
                List<SheetCell> cells = record();
                if (cells == null) {
                    return null;
                }
                row++;
                if (row > Limits.ROWS) {
                    throw Trouble.tooManyRows();
                }
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    return new SheetRow(row, cells);
                }
            }
        } catch (CharacterCodingException e) {
            throw notUnicode(row);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private @Nullable List<SheetCell> record() throws IOException {
        int letter = in.read();
        if (letter == END) {
            return null;
        }
        List<SheetCell> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        while (true) {
            if (letter == '"' && cell.isEmpty()) {
                letter = quoted(cell);
            } else if (letter == separator || letter == '\n' || letter == '\r' || letter == END) {
                add(cells, cell);
                if (letter != separator) {
                    skipNewLine(letter);
                    return cells;
                }
                letter = in.read();
            } else {
                append(cell, letter);
                letter = in.read();
            }
        }
    }

    /** Reads up to the closing quote and gives back what follows it. */
    private int quoted(StringBuilder cell) throws IOException {
        while (true) {
            int letter = in.read();
            if (letter == END) {
                throw Trouble.with(
                        "Dòng "
                                + (row + 1)
                                + " mở dấu nháy kép mà không đóng, nên không biết ô kết thúc ở đâu."
                                + " Sửa dòng này rồi gửi lại.");
            }
            if (letter == '"') {
                letter = in.read();
                if (letter != '"') {
                    return letter;
                }
            }
            append(cell, letter);
        }
    }

    private static void append(StringBuilder cell, int letter) {
        if (letter != 0 && cell.length() <= SheetCell.LONGEST) {
            cell.append((char) letter);
        }
    }

    private void add(List<SheetCell> cells, StringBuilder text) {
        SheetCell cell =
                text.length() > 1 && text.charAt(0) == '='
                        ? new SheetCell(SheetCell.Kind.FORMULA, text.substring(1))
                        : SheetCell.text(text.isEmpty() ? "" : CsvText.asTyped(text.toString()));
        text.setLength(0);
        if (cells.size() < Limits.COLUMNS) {
            cells.add(cell);
        } else if (!cell.isEmpty()) {
            throw Trouble.tooManyColumns(row + 1);
        }
    }

    private void skipNewLine(int letter) throws IOException {
        if (letter == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
        }
    }

    /**
     * The separator that the first line with any has most of: above it may stand titles. A first
     * line "sep=;" says it.
     */
    private char separator() throws IOException {
        in.mark(PEEK);
        char[] head = new char[PEEK - 1];
        int length = 0;
        try {
            int got = in.read(head, 0, head.length);
            while (got > 0 && length + got < head.length) {
                length += got;
                got = in.read(head, length, head.length - length);
            }
            length += Math.max(got, 0);
        } catch (CharacterCodingException e) {
            throw notUnicode(0);
        }
        in.reset();
        String text = new String(head, 0, length);
        int start = 0;
        while (start < text.length()
                && (text.charAt(start) == '\n' || text.charAt(start) == '\r')) {
            start++;
        }
        if (text.startsWith("sep=", start) && text.length() > start + 4) {
            char said = text.charAt(start + 4);
            record();
            row++;
            return said;
        }
        return most(text, start);
    }

    private static char most(String text, int start) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char letter = text.charAt(i);
            quoted ^= letter == '"';
            if (!quoted && letter == '\n' && counts[0] + counts[1] + counts[2] > 0) {
                break;
            }
            int which = quoted ? -1 : ";,\t".indexOf(letter);
            if (which >= 0) {
                counts[which]++;
            }
        }
        int best = counts[1] > counts[0] ? 1 : 0;
        best = counts[2] > counts[best] ? 2 : best;
        return ";,\t".charAt(best);
    }

    private static Reader reader(byte[] file, int skip, Charset charset) {
        CodingErrorAction odd =
                charset.name().startsWith("UTF")
                        ? CodingErrorAction.REPORT
                        : CodingErrorAction.REPLACE;
        return new BufferedReader(
                new InputStreamReader(
                        new ByteArrayInputStream(file, skip, file.length - skip),
                        charset.newDecoder().onMalformedInput(odd).onUnmappableCharacter(odd)),
                PEEK);
    }

    private static RuntimeException notUnicode(int row) {
        return Trouble.with(
                "Chữ trong tệp (từ dòng "
                        + (row + 1)
                        + " trở đi) không phải Unicode trọn vẹn. Mở danh sách bằng Excel, chọn Lưu thành,"
                        + " kiểu CSV UTF-8 hoặc .xlsx, rồi gửi lại.");
    }
}
