package vn.ganbo.classification;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.document.PdfAnswer;
import vn.ganbo.kernel.Viewer;

/** Dossiers as files: of one member, and of a whole cell in one. */
@Controller
class DossierPages {
    private final Dossiers dossiers;

    DossierPages(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @GetMapping(ClassificationMenu.BOARD + "/reviews/{id}/dossier")
    ResponseEntity<byte[]> one(Viewer viewer, @PathVariable UUID id) {
        return answer(dossiers.one(viewer, id));
    }

    /** Without a cell, the viewer's own. */
    @GetMapping(ClassificationMenu.BOARD + "/{year}/dossiers")
    ResponseEntity<byte[]> cell(
            Viewer viewer, @PathVariable UUID year, @RequestParam(defaultValue = "0") int cell) {
        return answer(dossiers.cell(viewer, year, cell == 0 ? viewer.unitNo() : cell));
    }

    private static ResponseEntity<byte[]> answer(Dossiers.Drawn drawn) {
        return PdfAnswer.of(drawn.pdf(), drawn.name());
    }
}
