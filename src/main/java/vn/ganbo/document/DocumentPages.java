package vn.ganbo.document;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

    /** A draft for Word; the PDF stays the record. */
    @GetMapping("/papers/{id}/docx")
    ResponseEntity<byte[]> word(Viewer viewer, @PathVariable UUID id) {
        Papers.Word word = papers.word(viewer, id);
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(word.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(word.file());
    }
}
