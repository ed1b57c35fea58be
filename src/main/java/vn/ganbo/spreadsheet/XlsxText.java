package vn.ganbo.spreadsheet;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads text of an element without ever holding more than a cell may have. */
final class XlsxText {
    private XlsxText() {}

    /**
     * The text in the {@code t} elements up to the end of the named element, without phonetic
     * readings; one letter longer than {@link SheetCell#LONGEST} when there is more.
     */
    static String until(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inText = xml.getLocalName().equals("t");
                    phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals(end)) {
                        return text.toString();
                    }
                    inText = false;
                    phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (inText && phonetic == 0) {
                        add(text, xml);
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    /** The text directly in the element where the reader stands, up to its end. */
    static String plain(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(text, xml);
                default -> {}
            }
        }
        return text.toString();
    }

    private static void add(StringBuilder text, XMLStreamReader xml) {
        int room = SheetCell.LONGEST + 1 - text.length();
        int length = Math.min(room, xml.getTextLength());
        if (length > 0) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), length);
        }
    }
}
