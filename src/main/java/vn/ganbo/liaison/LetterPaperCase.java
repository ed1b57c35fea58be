package vn.ganbo.liaison;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.PaperCase;
import vn.ganbo.kernel.Viewer;

/** A letter's papers belong to its case. */
@Component
class LetterPaperCase implements PaperCase {
    private final PaperLetterStore store;

    LetterPaperCase(PaperLetterStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> path(Viewer viewer, UUID paper) {
        return store.ofPaper(viewer.scope(), paper).map(id -> "/introductions/" + id);
    }
}
