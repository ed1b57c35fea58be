package vn.ganbo.access;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/**
 * Works off {@link LongRuns} in the background, part by part; two runs take turns. What a restart
 * interrupts goes on with the first thing that is not done, for whoever still holds the office.
 */
@Component
public class LongWork {
    private static final Logger LOG = LoggerFactory.getLogger(LongWork.class);

    private final Viewers viewers;
    private final ObjectProvider<LongRuns> all;
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("long-work").factory());

    LongWork(Viewers viewers, ObjectProvider<LongRuns> all) {
        this.viewers = viewers;
        this.all = all;
    }

    /** Begins with a run whose act is committed, or goes on with one. */
    public void start(LongRuns runs, Viewer viewer, UUID run) {
        background.execute(() -> part(runs, viewer, run, true));
    }

    private void part(LongRuns runs, Viewer viewer, UUID run, boolean first) {
        try {
            if (viewer.call(() -> runs.work(viewer, run, first))) {
                background.execute(() -> part(runs, viewer, run, false));
            }
        } catch (RejectedExecutionException e) {
            LOG.info("the run {} goes on after the next start", run);
        } catch (Refusal e) {
            stop(runs, viewer, run, Labels.say("refusal." + e.key(), e.words()));
        } catch (Conflict e) {
            stop(
                    runs,
                    viewer,
                    run,
                    "Có người vừa thay đổi một dòng trong danh sách. "
                            + runs.kept()
                            + " Bấm làm tiếp.");
        } catch (RuntimeException e) {
            if (background.isShutdown()) {
                LOG.info("the run {} goes on after the next start", run);
                return;
            }
            LOG.error("the run {} failed", run, e);
            stop(
                    runs,
                    viewer,
                    run,
                    "Chương trình gặp lỗi. "
                            + runs.kept()
                            + " Bấm làm tiếp; nếu lại dừng, báo quản trị mã "
                            + run
                            + ".");
        }
    }

    private static void stop(LongRuns runs, Viewer viewer, UUID run, String why) {
        viewer.scope().run(() -> runs.stopped(viewer.scope(), run, why));
    }

    @EventListener
    void resume(ApplicationStartedEvent event) {
        if (event.getApplicationContext() instanceof WebApplicationContext) {
            all.orderedStream().forEach(this::resume);
        }
    }

    /** For whoever still holds the office; what stops the program twice waits to be looked at. */
    public void resume(LongRuns runs) {
        Scope scope = Scope.system("runs that a restart interrupted");
        for (LongRuns.Interrupted run : runs.unfinished(scope)) {
            Optional<Viewer> viewer =
                    run.resumed() || run.accountId() == null || run.officeId() == null
                            ? Optional.empty()
                            : viewers.again(run.accountId(), run.officeId());
            if (viewer.isEmpty()) {
                scope.run(() ->
                        runs.stopped(
                                scope,
                                run.id(),
                                "Chương trình đã khởi động lại trong lúc đang làm. "
                                        + runs.kept()
                                        + " Bấm làm tiếp."));
            } else {
                scope.run(() -> runs.resumed(scope, run.id()));
                start(runs, viewer.get(), run.id());
            }
        }
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
