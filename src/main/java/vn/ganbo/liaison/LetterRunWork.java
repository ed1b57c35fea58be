package vn.ganbo.liaison;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.access.LongRuns;
import vn.ganbo.access.LongWork;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/** Draws the papers of long runs in the background, as {@link LongWork} does all long work. */
@Component
class LetterRunWork implements LongRuns {
    /** The first paper is there at once; the later ones share a transaction. */
    private static final int FIRST = 1;

    private static final int PART = 8;

    private final LetterRuns runs;
    private final LetterRunStore store;
    private final LongWork background;

    LetterRunWork(LetterRuns runs, LetterRunStore store, LongWork background) {
        this.runs = runs;
        this.store = store;
        this.background = background;
    }

    /** Begins with a run whose act is committed. */
    void start(Viewer viewer, UUID id) {
        background.start(this, viewer, id);
    }

    void resume() {
        background.resume(this);
    }

    @Override
    public boolean work(Viewer viewer, UUID run, boolean first) {
        return runs.work(viewer, run, first ? FIRST : PART);
    }

    @Override
    public void stopped(Scope scope, UUID run, String why) {
        store.fail(scope, run, why);
    }

    @Override
    public List<Interrupted> unfinished(Scope scope) {
        return store.unfinished(scope);
    }

    @Override
    public void resumed(Scope scope, UUID run) {
        store.goOn(scope, run, true);
    }

    @Override
    public String kept() {
        return "Các giấy đã ký giữ nguyên.";
    }
}
