package vn.ganbo.document;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.ganbo.kernel.Viewer;

/** Gives back stored papers. */
@Controller
class DocumentPages {
    private final Papers papers;

    DocumentPages(Papers papers) {
        this.papers = papers;
    }

    @GetMapping("/papers/{id}")
    ResponseEntity<byte[]> show(Viewer viewer, @PathVariable UUID id) {
        Paper paper = papers.open(viewer, id);
        return PdfAnswer.of(
                paper.bytes(), paper.fileName(), MediaType.parseMediaType(paper.mediaType()));
    }
}
