package vn.ganbo.document;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A PDF as an answer over the web: opened in the browser, kept by no cache. */
public final class PdfAnswer {
    private PdfAnswer() {}

    /**
     * A PDF under this name.
     *
     * @param name of the file where somebody saves it, ending in .pdf
     */
    public static ResponseEntity<byte[]> of(byte[] pdf, String name) {
        return of(pdf, name, MediaType.APPLICATION_PDF);
    }

    static ResponseEntity<byte[]> of(byte[] bytes, String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(bytes);
    }
}
