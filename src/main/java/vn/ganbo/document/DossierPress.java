package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.output.StringOutput;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;

/** Draws dossiers, one after the other in the given order, as one PDF/A-2b. Never a record. */
@Component
public class DossierPress {
    private static final String CSS =
            new String(Type.resource("/paper/paper.css"), UTF_8)
                    + new String(Type.resource("/paper/dossier.css"), UTF_8);

    private final Press press;
    private final Styles styles;

    DossierPress(Press press, Styles styles) {
        this.press = press;
        this.styles = styles;
    }

    /**
     * All dossiers in one file, each from a page of its own.
     *
     * @param unitNo whose style of papers is used
     * @param dossiers at least one
     */
    public byte[] draw(Scope scope, int unitNo, List<DossierText> dossiers) {
        return draw(press, dossiers, styles.of(scope, unitNo));
    }

    static byte[] draw(Press press, List<DossierText> dossiers, Style style) {
        return press.print(
                Ids.next(),
                html(dossiers, style),
                CSS + style.measures().css(),
                Press.Conformance.A2B);
    }

    private static String html(List<DossierText> dossiers, Style style) {
        StringOutput out = new StringOutput(64_000);
        Press.TEMPLATES.render("document/dossier.jte", Map.of("dossiers", dossiers), out);
        return style.tone().write(Normalizer.normalize(out.toString(), Normalizer.Form.NFC));
    }
}
