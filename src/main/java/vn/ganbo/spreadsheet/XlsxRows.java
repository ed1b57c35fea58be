package vn.ganbo.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Rows of one sheet of a workbook, as the XML goes by. */
final class XlsxRows implements Rows {
    /** Excel keeps fifteen digits; what lies behind is dust of the binary fraction. */
    private static final MathContext EXCEL = new MathContext(15);

    private static final int MOST_MERGED = 20_000;
    private static final Pattern RANGE =
            Pattern.compile("([A-Z]{1,3})(\\d{1,7}):[A-Z]{1,3}(\\d{1,7})");

    private final XlsxBook book;
    private final XMLStreamReader xml;
    private int row;
    private int hidden;
    private int width = 16;

    XlsxRows(XlsxBook book, XMLStreamReader xml) {
        this.book = book;
        this.xml = xml;
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    List<SheetCell> cells = cells();
                    if (!cells.isEmpty()) {
                        return new SheetRow(row, cells);
                    }
                }
            }
            return null;
        } catch (XMLStreamException | NumberFormatException e) {
            throw Trouble.brokenAfter(row);
        }
    }

    @Override
    public int hidden() {
        return hidden;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private List<SheetCell> cells() throws XMLStreamException {
        String number = xml.getAttributeValue(null, "r");
        int here = number == null ? row + 1 : Integer.parseInt(number);
        if (here <= row) {
            throw Trouble.brokenAfter(row);
        }
        row = here;
        if (row > Limits.ROWS) {
            throw Trouble.tooManyRows();
        }
        boolean unseen = isTrue(xml.getAttributeValue(null, "hidden"));
        List<SheetCell> cells = new ArrayList<>(width);
        int column = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                String address = xml.getAttributeValue(null, "r");
                column = address == null ? column : column(address);
                put(cells, column++, cell());
            }
        }
        width = Math.max(width, cells.size());
        hidden += unseen && !cells.isEmpty() ? 1 : 0;
        return cells;
    }

    private static boolean isTrue(@Nullable String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }

    /** The ranges of several rows that a sheet merges; what is broken is told when it is read. */
    static List<Merged.Span> merged(XMLStreamReader sheet) {
        List<Merged.Span> out = new ArrayList<>();
        try {
            while (sheet.hasNext() && out.size() < MOST_MERGED) {
                if (sheet.next() == XMLStreamConstants.START_ELEMENT
                        && sheet.getLocalName().equals("mergeCell")) {
                    String range = sheet.getAttributeValue(null, "ref");
                    Matcher two = RANGE.matcher(range == null ? "" : range);
                    if (two.matches() && !two.group(2).equals(two.group(3))) {
                        out.add(
                                new Merged.Span(
                                        column(two.group(1)),
                                        Integer.parseInt(two.group(2)),
                                        Integer.parseInt(two.group(3))));
                    }
                }
            }
        } catch (XMLStreamException e) {
            out.clear();
        }
        return out;
    }

    private void put(List<SheetCell> cells, int column, SheetCell cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (column >= Limits.COLUMNS) {
            throw Trouble.tooManyColumns(row);
        }
        while (cells.size() < column) {
            cells.add(SheetCell.EMPTY);
        }
        if (cells.size() == column) {
            cells.add(cell);
        } else {
            cells.set(column, cell);
        }
    }

    /** Column from 0 of an address such as AB12; far beyond the limit it only grows no more. */
    private static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length(); i++) {
            int letter = Character.toUpperCase(address.charAt(i)) - 'A';
            if (letter < 0 || letter > 25) {
                break;
            }
            column = Math.min(column * 26 + letter + 1, 1 << 20);
        }
        return column - 1 < 0 ? Limits.COLUMNS : column - 1;
    }

    private SheetCell cell() throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String styleText = xml.getAttributeValue(null, "s");
        String value = "";
        String formula = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = XlsxText.plain(xml);
                    case "is" -> value = XlsxText.until(xml, "is");
                    case "f" -> formula = XlsxText.plain(xml);
                    default -> XlsxText.plain(xml);
                }
            }
        }
        if (formula != null) {
            return formula.length() > SheetCell.LONGEST
                    ? SheetCell.text(formula)
                    : new SheetCell(SheetCell.Kind.FORMULA, formula);
        }
        return cell(type == null ? "n" : type, value, styleText);
    }

    private SheetCell cell(String type, String value, @Nullable String style) {
        if (value.isEmpty()) {
            return SheetCell.EMPTY;
        }
        return switch (type) {
            case "s" -> {
                String text = book.sharedString(Integer.parseInt(value));
                yield text == null ? SheetCell.EMPTY : SheetCell.text(text);
            }
            case "n" -> number(value, style);
            case "b" -> new SheetCell(SheetCell.Kind.BOOLEAN, value.equals("1") ? "TRUE" : "FALSE");
            case "e" -> new SheetCell(SheetCell.Kind.ERROR, value);
            case "d" -> iso(value);
            default -> SheetCell.text(value);
        };
    }

    private SheetCell number(String value, @Nullable String style) {
        BigDecimal number = new BigDecimal(value.strip()).round(EXCEL).stripTrailingZeros();
        if (number.scale() > 40 || number.scale() < -40) {
            return SheetCell.text(value);
        }
        if (style != null && book.isDate(Integer.parseInt(style))) {
            LocalDate day = SheetCell.dayOf(number.doubleValue() + book.dayShift());
            if (day != null) {
                return SheetCell.date(day);
            }
        }
        return new SheetCell(SheetCell.Kind.NUMBER, number.toPlainString());
    }

    private static SheetCell iso(String value) {
        try {
            return SheetCell.date(
                    LocalDate.parse(value.substring(0, Math.min(10, value.length()))));
        } catch (DateTimeException e) {
            return SheetCell.text(value);
        }
    }
}
