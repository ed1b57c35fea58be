package vn.ganbo.spreadsheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Opens XML of an .xlsx part: no document types, no entities from elsewhere, no tag that would fill
 * the memory.
 */
final class Markup {
    private static final XMLInputFactory FACTORY = factory();

    private Markup() {}

    static XMLStreamReader open(InputStream part) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(new ShortTags(part), "UTF-8");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Refuses a tag longer than {@link Limits#TAG}: the parser would hold it as a whole. */
    private static final class ShortTags extends FilterInputStream {
        private boolean inTag;
        private int quote;
        private int length;

        ShortTags(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int wanted) throws IOException {
            int got = super.read(to, from, wanted);
            for (int i = from; i < from + got; i++) {
                watch(to[i]);
            }
            return got;
        }

        private void watch(int letter) {
            if (!inTag) {
                inTag = letter == '<';
                length = 0;
                return;
            }
            if (++length > Limits.TAG) {
                throw Trouble.tooMuch();
            }
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '>') {
                inTag = false;
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
