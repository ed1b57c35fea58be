package vn.ganbo.document;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Typed;

/** Tập in: how far a batch is, and its sheets for the printer. */
@Controller
class PrintPages {
    private final Prints prints;

    PrintPages(Prints prints) {
        this.prints = prints;
    }

    record View(PrintBatch batch, Typed typed) {
        String progressWords() {
            return "Đã xong %s trên %s giấy"
                    .formatted(
                            vn.ganbo.kernel.Show.number(batch.drawn()),
                            vn.ganbo.kernel.Show.number(batch.total()));
        }
    }

    record ListView(List<PrintBatch> batches) {}

    @GetMapping("/prints")
    String list(Viewer viewer, Model model) {
        model.addAttribute("view", new ListView(prints.latest(viewer)));
        return "document/prints";
    }

    @GetMapping("/prints/{id}")
    String show(Viewer viewer, @PathVariable UUID id, HttpServletResponse response, Model model) {
        PrintBatch batch = find(viewer, id);
        if (!batch.ready() && !batch.failed()) {
            response.setHeader("Refresh", "2");
        }
        return draw(batch, Typed.empty(), model);
    }

    private static String draw(PrintBatch batch, Typed typed, Model model) {
        model.addAttribute("view", new View(batch, typed));
        return "document/print";
    }

    private PrintBatch find(Viewer viewer, UUID id) {
        return prints.find(viewer.scope(), id).orElseThrow(NotFound::new);
    }

    /** All sheets, or those from where the printer stopped. */
    @GetMapping("/prints/{id}/file")
    ResponseEntity<byte[]> file(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer until) {
        PrintBatch batch = find(viewer, id);
        int first = from == null ? 1 : from;
        int last = until == null ? batch.sheets() : until;
        return PdfAnswer.of(
                prints.pdf(viewer.scope(), batch, first, last),
                "%s - tờ %s đến %s.pdf".formatted(batch.title(), first, last));
    }

    @PostMapping("/prints/{id}/again")
    String again(Viewer viewer, @PathVariable UUID id) {
        prints.again(viewer, id);
        return "redirect:/prints/" + id;
    }
}
