package vn.ganbo.liaison;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import vn.ganbo.access.Viewers;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/**
 * Draws the papers of long runs in the background, part by part; two runs take turns. What a
 * restart interrupts goes on with the first letter that is not kept.
 */
@Component
class LetterRunWork {
    /** The first paper is there at once; the later ones share a transaction. */
    private static final int FIRST = 1;

    private static final int PART = 8;

    private static final Logger LOG = LoggerFactory.getLogger(LetterRunWork.class);

    private final LetterRuns runs;
    private final LetterRunStore store;
    private final Viewers viewers;
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("letters").factory());

    LetterRunWork(LetterRuns runs, LetterRunStore store, Viewers viewers) {
        this.runs = runs;
        this.store = store;
        this.viewers = viewers;
    }

    /** Begins with a run whose act is committed. */
    void start(Viewer viewer, UUID id) {
        background.execute(() -> part(viewer, id, FIRST));
    }

    private void part(Viewer viewer, UUID id, int size) {
        try {
            if (viewer.call(() -> runs.work(viewer, id, size))) {
                background.execute(() -> part(viewer, id, PART));
            }
        } catch (RejectedExecutionException e) {
            LOG.info("the run {} goes on after the next start", id);
        } catch (Conflict e) {
            stop(
                    viewer,
                    id,
                    "Có người vừa thay đổi một giấy trong danh sách. Các giấy đã ký giữ nguyên. Bấm làm"
                            + " tiếp.");
        } catch (RuntimeException e) {
            if (background.isShutdown()) {
                LOG.info("the run {} goes on after the next start", id);
                return;
            }
            LOG.error("the run {} failed", id, e);
            stop(
                    viewer,
                    id,
                    "Chương trình gặp lỗi. Các giấy đã ký giữ nguyên. Bấm làm tiếp; nếu lại dừng, báo"
                            + " quản trị mã "
                            + id
                            + ".");
        }
    }

    private void stop(Viewer viewer, UUID id, String why) {
        viewer.scope().run(() -> store.fail(viewer.scope(), id, why));
    }

    @EventListener
    void resume(ApplicationStartedEvent event) {
        if (event.getApplicationContext() instanceof WebApplicationContext) {
            resume();
        }
    }

    /** For whoever still holds the office; what stops the program twice waits to be looked at. */
    void resume() {
        Scope scope = Scope.system("letters whose signing a restart interrupted");
        for (LetterRunStore.Interrupted run : store.unfinished(scope)) {
            Optional<Viewer> viewer =
                    run.resumed() || run.accountId() == null || run.officeId() == null
                            ? Optional.empty()
                            : viewers.again(run.accountId(), run.officeId());
            if (viewer.isEmpty()) {
                scope.run(() ->
                        store.fail(
                                scope,
                                run.id(),
                                "Chương trình đã khởi động lại trong lúc đang làm. Các giấy đã ký"
                                        + " giữ nguyên. Bấm làm tiếp."));
            } else {
                scope.run(() -> store.goOn(scope, run.id(), true));
                start(viewer.get(), run.id());
            }
        }
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
