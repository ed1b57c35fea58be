package vn.ganbo.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a list in a thread of its own while the caller's, which has the transaction, reads on, at
 * most two helpings ahead: the database works while the file is packed.
 */
final class Ahead {
    private static final int HELPING = 200;
    private static final int PATIENCE = 100;

    private final BlockingQueue<List<@Nullable Object[]>> ready = new ArrayBlockingQueue<>(1);
    private final FutureTask<Boolean> writer;
    private List<@Nullable Object[]> helping = new ArrayList<>(HELPING);

    private Ahead(Export export, Consumer<Export> writing) {
        writer =
                new FutureTask<>(() -> {
                    writing.accept(export.withRows(this::handOut));
                    return true;
                });
    }

    /** Throws what the reading or the writing threw. */
    static void write(Export export, Consumer<Export> writing) {
        Ahead ahead = new Ahead(export, writing);
        Thread thread = Thread.ofPlatform().daemon().name("export").start(ahead.writer);
        try {
            export.rows().each(ahead::add);
            if (!ahead.helping.isEmpty()) {
                ahead.give();
            }
            ahead.helping = List.of();
            ahead.give();
            ahead.finished();
        } finally {
            thread.interrupt();
            join(thread);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(@Nullable Object[] cells) {
        helping.add(cells);
        if (helping.size() == HELPING) {
            give();
            helping = new ArrayList<>(HELPING);
        }
    }

    private void give() {
        try {
            while (!ready.offer(helping, PATIENCE, TimeUnit.MILLISECONDS)) {
                if (writer.isDone()) {
                    finished();
                    throw new IllegalStateException("the list was written before it was read");
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void finished() {
        try {
            writer.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** An empty helping is the end. */
    private void handOut(Consumer<@Nullable Object[]> taker) {
        try {
            for (var some = ready.take(); !some.isEmpty(); some = ready.take()) {
                some.forEach(taker);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while writing a list", e);
    }
}
