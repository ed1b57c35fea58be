package vn.ganbo.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Scope;

/**
 * Draws batches for the printer in the background, one part for each press. After a restart, or
 * when another node has stopped, it goes on with the parts that are not drawn.
 */
@Component
class PrintWork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PrintWork.class);
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration LAST_SHEET = Duration.ofSeconds(20);

    private final Prints prints;
    private final PrintBell bell;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    PrintWork(Prints prints, PrintBell bell) {
        this.prints = prints;
        this.bell = bell;
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < Math.max(1, Runtime.getRuntime().availableProcessors() / 2); i++) {
            threads.add(Thread.ofPlatform().daemon().name("print-" + i).start(this::work));
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(LAST_SHEET);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        Scope scope = Scope.system("draw a batch for the printer");
        while (running) {
            try {
                if (!scope.call(() -> prints.drawNext(scope))) {
                    bell.await(LOOK);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.error("a batch could not be drawn", e);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
