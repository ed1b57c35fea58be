package vn.ganbo.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.ganbo.spreadsheet.Fault;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;

/** Reads and checks rows in a thread of its own, at most two helpings ahead of the one who asks. */
final class MemberImportParser implements AutoCloseable {
    private static final int HELPING = 4_000;
    private static final long PATIENCE = 100;

    private final Table table;
    private final MemberImportReader reader;
    private final List<Fault> faults;
    private final BlockingQueue<Helping> ready = new ArrayBlockingQueue<>(1);
    private final AtomicInteger rows = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final Thread thread;
    private volatile boolean stopped;

    /** Good rows; none at the end; or why there are no more. */
    private record Helping(List<MemberImportRow> rows, @Nullable Throwable failure) {}

    /** Rows read, and those of them of which nothing may be kept. */
    record Counts(int rows, int dropped) {}

    MemberImportParser(Table table, MemberImportReader reader, List<Fault> faults) {
        this.table = table;
        this.reader = reader;
        this.faults = faults;
        thread = Thread.ofPlatform().daemon().name("import").start(this::work);
    }

    /** The next good rows, or none at the end. Throws what the reading threw. */
    List<MemberImportRow> next() {
        try {
            Helping helping = ready.take();
            if (helping.failure instanceof RuntimeException e) {
                throw e;
            }
            if (helping.failure instanceof Error e) {
                throw e;
            }
            return helping.rows;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading a list", e);
        }
    }

    int rowsSoFar() {
        return rows.get();
    }

    /** Once {@link #next()} has given none. */
    Counts counts() {
        return new Counts(rows.get(), dropped.get());
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            List<MemberImportRow> helping = new ArrayList<>(HELPING);
            for (SheetRow row = table.next(); row != null && !stopped; row = table.next()) {
                rows.incrementAndGet();
                read(row).ifPresent(helping::add);
                if (helping.size() == HELPING) {
                    give(new Helping(helping, null));
                    helping = new ArrayList<>(HELPING);
                }
            }
            if (!helping.isEmpty()) {
                give(new Helping(helping, null));
            }
            give(new Helping(List.of(), null));
        } catch (RuntimeException | Error e) {
            give(new Helping(List.of(), e));
        }
    }

    private Optional<MemberImportRow> read(SheetRow row) {
        Optional<String> refusal = MemberImportSecret.refusal(table.headings(), row);
        if (refusal.isPresent()) {
            dropped.incrementAndGet();
            faults.add(new Fault(row.number(), table.headings().title("exempt"), refusal.get()));
            return Optional.empty();
        }
        return reader.read(row);
    }

    private void give(Helping helping) {
        try {
            boolean given = false;
            while (!given && !stopped) {
                given = ready.offer(helping, PATIENCE, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
