package vn.ganbo.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes workbooks for tests, good and bad ones, part by part. */
public final class Books {
    private final Map<String, String> parts = new LinkedHashMap<>();

    public Books() {
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        part(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/>"
                        + "</sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
                        + "</Relationships>");
    }

    /** Sets one part of the archive. */
    public Books part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    /** Sets the rows of the sheet, as XML. */
    public Books rows(String rows) {
        return part(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A workbook of several sheets of texts, by their names. */
    public static byte[] of(Map<String, List<List<String>>> sheets) {
        Books book = new Books();
        StringBuilder names = new StringBuilder();
        StringBuilder targets = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, List<List<String>>> sheet : sheets.entrySet()) {
            number++;
            names.append("<sheet name=\"%s\" r:id=\"r%d\"/>".formatted(sheet.getKey(), number));
            targets.append(
                    "<Relationship Id=\"r%d\" Target=\"s%d.xml\"/>".formatted(number, number));
            book.part(
                    "xl/s" + number + ".xml",
                    "<worksheet><sheetData>" + xml(sheet.getValue()) + "</sheetData></worksheet>");
        }
        return book.part(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"urn:r\"><sheets>" + names + "</sheets></workbook>")
                .part("xl/_rels/workbook.xml.rels", "<R>" + targets + "</R>")
                .bytes();
    }

    /** A workbook of texts of which some cells are merged, such as A2:A5, and some rows hidden. */
    public static byte[] merged(
            List<List<String>> rows, List<String> ranges, List<Integer> hidden) {
        StringBuilder sheet = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            String row = xml(List.of(rows.get(i)));
            sheet.append(hidden.contains(i + 1) ? row.replace("<row>", "<row hidden=\"1\">") : row);
        }
        StringBuilder merged = new StringBuilder();
        ranges.forEach(range -> merged.append("<mergeCell ref=\"").append(range).append("\"/>"));
        return new Books()
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData>"
                                + sheet
                                + "</sheetData><mergeCells>"
                                + merged
                                + "</mergeCells></worksheet>")
                .bytes();
    }

    /** A workbook of texts; a text that begins with = becomes a formula. */
    public static byte[] of(List<List<String>> rows) {
        return new Books().rows(xml(rows)).bytes();
    }

    private static String xml(List<List<String>> rows) {
        StringBuilder xml = new StringBuilder();
        for (List<String> row : rows) {
            xml.append("<row>");
            for (String text : row) {
                xml.append(
                        text.startsWith("=")
                                ? "<c><f>" + escaped(text.substring(1)) + "</f><v>1</v></c>"
                                : "<c t=\"inlineStr\"><is><t>" + escaped(text) + "</t></is></c>");
            }
            xml.append("</row>");
        }
        return xml.toString();
    }

    /** The workbook with one text in the place of another, as somebody would have typed it. */
    public static byte[] with(byte[] book, String from, String to) {
        Books out = new Books();
        out.parts.clear();
        Archive archive = new Archive(book);
        for (String name : archive.names()) {
            try (InputStream part = archive.open(name).orElseThrow()) {
                String xml = new String(part.readAllBytes(), StandardCharsets.UTF_8);
                out.part(name, xml.replace(from, to));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return out.bytes();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
