package vn.ganbo.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A paper as a file for Word, where an office must edit what it says: made of the same page as the
 * PDF, so that both say the same. A draft, never the record.
 */
final class WordFile {
    /** Twentieths of a point in a millimetre. */
    private static final double TWIPS = 1440 / 25.4;

    /** The same in a point. */
    private static final int POINT = 20;

    private static final double PAPER = 210;

    /** Millimetres of the left column of the head and of the signatures. */
    private static final double LEFT = 71;

    /** Of them, for "Kính gửi:". */
    private static final double ADDRESSEE = 40;

    /** Of them, for the numbers before the rows of a table. */
    private static final int NARROW = 8;

    /** Points of the line "về việc …" under the number, and of small print. */
    private static final double ABOUT = 12;

    private static final double SMALL = 11;

    private static final String FONT = "Times New Roman";
    private static final Set<String> BLOCKS = Set.of("div", "p", "table");

    private final XWPFDocument document = new XWPFDocument();
    private final Style.Measures measures;

    private WordFile(Style.Measures measures) {
        this.measures = measures;
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(twips(measures.top()));
        margin.setBottom(twips(measures.bottom()));
        margin.setLeft(twips(measures.left()));
        margin.setRight(twips(measures.right()));
    }

    /** Millimetres between the margins. */
    private double width() {
        return PAPER - measures.left() - measures.right();
    }

    private static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS));
    }

    /** The .docx of a page that {@link Press#html} has made, in the measures of its office. */
    static byte[] of(String html, Style.Measures measures) {
        WordFile word = new WordFile(measures);
        try (XWPFDocument document = word.document) {
            for (Element block : children(body(html))) {
                word.block(block);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element body(String html) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(
                    "http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            String xml = html.replaceFirst("<!DOCTYPE html>", "").strip();
            return (Element)
                    factory.newDocumentBuilder()
                            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                            .getElementsByTagName("body")
                            .item(0);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("our own page is not well-formed", e);
        }
    }

    private static List<Element> children(Element of) {
        List<Element> out = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                out.add(element);
            }
        }
        return out;
    }

    private static boolean is(Element element, String one) {
        return Arrays.asList(element.getAttribute("class").split(" ")).contains(one);
    }

    private void block(Element element) {
        switch (element.getTagName()) {
            case "table" -> table(element);
            case "div" -> {
                if (!is(element, "corner") && !is(element, "tear")) {
                    XWPFParagraph line = document.createParagraph();
                    line.setPageBreak(is(element, "annex"));
                    paragraph(line, element, shape(element));
                }
            }
            default -> paragraph(document.createParagraph(), element, shape(element));
        }
    }

    /**
     * How a block looks.
     *
     * @param indent of the first line, in millimetres
     * @param before in points
     * @param leading in points, or 0 for what the letters need
     */
    private record Shape(
            ParagraphAlignment alignment,
            double size,
            boolean bold,
            boolean italic,
            double indent,
            double before,
            double leading) {
        /** A line of a table or of the head. */
        static Shape line(ParagraphAlignment alignment, double size, boolean bold, boolean italic) {
            return new Shape(alignment, size, bold, italic, 0, 0, 0);
        }

        Shape with(double other, boolean inBold, boolean inItalics) {
            return line(alignment, other, inBold, inItalics);
        }
    }

    /** How a block looks, by its class. */
    private Shape shape(Element element) {
        ParagraphAlignment centre = ParagraphAlignment.CENTER;
        if (is(element, "title")) {
            return Shape.line(centre, measures.title(), true, false);
        }
        if (is(element, "annexed")) {
            return Shape.line(centre, measures.body(), false, true);
        }
        if (is(element, "sub") || is(element, "c")) {
            return Shape.line(centre, measures.body(), true, false);
        }
        if (is(element, "dash")) {
            return Shape.line(centre, measures.body(), false, false);
        }
        return new Shape(
                ParagraphAlignment.BOTH,
                measures.body(),
                false,
                false,
                is(element, "plain") ? 0 : measures.indent(),
                measures.before(),
                measures.leading());
    }

    /** How the lines of a cell look, by its class and that of its table. */
    private Shape shape(Element table, Element cell, ParagraphAlignment side) {
        if (is(table, "about")) {
            return Shape.line(side, ABOUT, false, true);
        }
        if (is(table, "sign")) {
            return Shape.line(side, measures.signature(), false, false);
        }
        if (!is(table, "head")) {
            return Shape.line(side, measures.body(), false, false);
        }
        if (is(cell, "party")) {
            return Shape.line(side, measures.party(), true, false);
        }
        if (is(cell, "issuer")) {
            return Shape.line(side, measures.issuer(), true, false);
        }
        if (is(cell, "of") || is(cell, "date")) {
            return Shape.line(side, measures.number(), false, is(cell, "date"));
        }
        return Shape.line(side, measures.superior(), false, false);
    }

    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : children(table)) {
            if (child.getTagName().equals("tr")) {
                rows.add(child);
            } else if (child.getTagName().equals("tbody") || child.getTagName().equals("thead")) {
                rows.addAll(children(child));
            }
        }
        return rows;
    }

    /** A table with lines, as many columns as it has headings; the first is narrow. */
    private void lined(Element table) {
        List<Element> rows = rows(table);
        int columns = children(rows.getFirst()).size();
        XWPFTable out = document.createTable(rows.size(), columns);
        out.setWidth(twips(width()).intValueExact());
        out.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        for (int i = 0; i < rows.size(); i++) {
            List<Element> cells = children(rows.get(i));
            for (int j = 0; j < columns; j++) {
                XWPFTableCell cell = out.getRow(i).getCell(j);
                double width = j == 0 ? NARROW : (width() - NARROW) / (columns - 1);
                cell.setWidth(twips(width).toString());
                boolean head = cells.get(j).getTagName().equals("th");
                paragraph(
                        cell.getParagraphs().getFirst(),
                        cells.get(j),
                        Shape.line(
                                head ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT,
                                SMALL,
                                head,
                                false));
            }
        }
        document.createParagraph().setSpacingAfter(0);
    }

    private void table(Element table) {
        if (is(table, "rows")) {
            lined(table);
            return;
        }
        boolean addressees = is(table, "to");
        List<Element> rows = rows(table);
        XWPFTable out = document.createTable(rows.size(), 2);
        out.setWidth(twips(width()).intValueExact());
        out.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        withoutBorders(out);
        double left = addressees ? ADDRESSEE : LEFT;
        for (int i = 0; i < rows.size(); i++) {
            XWPFTableRow row = out.getRow(i);
            List<Element> cells = children(rows.get(i));
            for (int j = 0; j < 2; j++) {
                XWPFTableCell cell = row.getCell(j);
                cell.setWidth(twips(j == 0 ? left : width() - left).toString());
                if (j < cells.size()) {
                    cell(cell, cells.get(j), table);
                }
            }
        }
        document.createParagraph().setSpacingAfter(0);
    }

    private static void withoutBorders(XWPFTable table) {
        table.setTopBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setBottomBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideHBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "auto");
    }

    private void cell(XWPFTableCell cell, Element of, Element table) {
        ParagraphAlignment side = ParagraphAlignment.CENTER;
        if (is(table, "to")) {
            side = is(of, "k") ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT;
        }
        Shape look = shape(table, of, side);
        XWPFParagraph first = cell.getParagraphs().getFirst();
        boolean used = false;
        for (Element part : flat(of)) {
            XWPFParagraph paragraph = used ? cell.addParagraph() : first;
            used = true;
            paragraph(paragraph, part, line(part, look));
            if (is(part, "gap")) {
                for (int i = 0; i < 3; i++) {
                    cell.addParagraph().setSpacingAfter(0);
                }
            }
        }
        if (!used) {
            paragraph(first, of, look);
        }
    }

    /** The lines of a cell: its divs, those of its lists of recipients among them. */
    private static List<Element> flat(Element cell) {
        List<Element> out = new ArrayList<>();
        for (Element part : children(cell)) {
            if (is(part, "recipients") || is(part, "ack")) {
                out.addAll(children(part));
            } else if (BLOCKS.contains(part.getTagName())) {
                out.add(part);
            }
        }
        return out;
    }

    private Shape line(Element part, Shape cell) {
        Element parent = (Element) part.getParentNode();
        boolean bold = cell.bold() || is(part, "t") || is(part, "name");
        boolean italic = cell.italic() || is(part, "small") || is(part, "date");
        if (is(parent, "recipients")) {
            double size = is(part, "h") ? cell.size() : measures.recipients();
            return Shape.line(ParagraphAlignment.LEFT, size, bold, italic);
        }
        return cell.with(is(part, "small") ? SMALL : cell.size(), bold, italic);
    }

    private static void paragraph(XWPFParagraph paragraph, Element of, Shape look) {
        paragraph.setAlignment(look.alignment());
        paragraph.setSpacingAfter(0);
        if (look.before() > 0) {
            paragraph.setSpacingBefore((int) Math.round(look.before() * POINT));
        }
        if (look.leading() > 0) {
            paragraph.setSpacingBetween(look.leading(), LineSpacingRule.EXACT);
        }
        if (look.indent() > 0) {
            paragraph.setIndentationFirstLine(twips(look.indent()).intValueExact());
        }
        runs(paragraph, of, look, false);
    }

    private static void runs(XWPFParagraph paragraph, Node of, Shape look, boolean underlined) {
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (element.getTagName().equals("br")) {
                    paragraph.createRun().addBreak();
                    continue;
                }
                runs(
                        paragraph,
                        element,
                        look.with(
                                look.size(),
                                look.bold() || element.getTagName().equals("b"),
                                look.italic() || element.getTagName().equals("i")),
                        underlined
                                || element.getTagName().equals("u")
                                || (of instanceof Element parent && is(parent, "party")));
            } else if (node.getNodeType() == Node.TEXT_NODE) {
                String words = node.getNodeValue().replaceAll("\\s*\\n\\s*", " ");
                if (!words.isBlank() || words.contains("\u00a0")) {
                    XWPFRun run = paragraph.createRun();
                    run.setText(words);
                    run.setFontFamily(FONT);
                    run.setFontSize(look.size());
                    run.setBold(look.bold());
                    run.setItalic(look.italic());
                    if (underlined) {
                        run.setUnderline(UnderlinePatterns.SINGLE);
                    }
                }
            }
        }
    }
}
