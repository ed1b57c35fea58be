package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openhtmltopdf.css.extend.StylesheetFactory;
import com.openhtmltopdf.css.parser.CSSParser;
import com.openhtmltopdf.css.sheet.Stylesheet;
import com.openhtmltopdf.css.sheet.StylesheetInfo;
import com.openhtmltopdf.simple.extend.XhtmlNamespaceHandler;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** A sheet of styles that is parsed once and not anew for each page that is drawn with it. */
final class ParsedStyles extends XhtmlNamespaceHandler {
    private static final String ADDRESS = "about:blank";

    /** Instead of the library's own sheet, which knows of forms and much else. */
    private static final String BASE = new String(Type.resource("/paper/base.css"), UTF_8);

    private final Stylesheet sheet;

    /**
     * Parses the sheet.
     *
     * @throws IllegalStateException for what is no style: a mistake of ours
     */
    ParsedStyles(String css) {
        CSSParser parser =
                new CSSParser((_, mistake) -> {
                    throw new IllegalStateException(mistake);
                });
        try {
            sheet =
                    parser.parseStylesheet(
                            ADDRESS, StylesheetInfo.AUTHOR, new StringReader(BASE + css));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable StylesheetInfo getDefaultStylesheet(StylesheetFactory factory) {
        return null;
    }

    @Override
    public StylesheetInfo[] getStylesheets(Document page) {
        StylesheetInfo parsed = new StylesheetInfo();
        parsed.setUri(ADDRESS);
        parsed.setMedia("all");
        parsed.setType("text/css");
        parsed.setOrigin(StylesheetInfo.AUTHOR);
        parsed.setStylesheet(sheet);
        return new StylesheetInfo[] {parsed};
    }
}
