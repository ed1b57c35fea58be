package vn.ganbo.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Looks on from a connection of the owner while work is done: how long transactions that write keep
 * their rows, whether anybody waits for a lock, and which whole tables are locked against others.
 */
@Component
public class LockWatch {
    private static final int EVERY_MILLIS = 50;

    /** Transactions but for those of vacuum and analyze, which nobody waits for. */
    private static final String LOOK =
            """
            select l.virtualtransaction as transaction,
                   bool_or(l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted) as writes,
                   bool_or(not l.granted) as waits,
                   coalesce(string_agg(distinct l.mode || ' ' || l.relation::regclass, ', ')
                                filter (where l.locktype = 'relation'
                                          and l.mode not in ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock')),
                            '') as tables
              from pg_locks l
             where l.pid <> pg_backend_pid()
               and l.virtualtransaction is not null
             group by l.virtualtransaction
            having not bool_or(l.mode = 'ShareUpdateExclusiveLock')
            """;

    private final OwnerScripts owner;

    LockWatch(OwnerScripts owner) {
        this.owner = owner;
    }

    /**
     * What was seen.
     *
     * @param writing seconds that the longest transaction kept rows it had written
     * @param waiting seconds that the longest transaction waited for a lock of another
     * @param tables whole tables that were locked against others, or an empty text
     */
    public record Seen(double writing, double waiting, String tables) {}

    /** Does the work, and looks on every 50 ms until it is done. */
    public Seen during(Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean ready = new AtomicBoolean();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Seen> seen =
                    other.submit(
                            () -> owner.withOwner(connection -> look(connection, ready, done)));
            try {
                while (!ready.get() && !seen.isDone()) {
                    Thread.sleep(1);
                }
                work.run();
            } finally {
                done.set(true);
            }
            return seen.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Seen look(Connection connection, AtomicBoolean ready, AtomicBoolean done)
            throws SQLException {
        Map<String, Long> writing = new HashMap<>();
        Map<String, Long> waiting = new HashMap<>();
        TreeSet<String> tables = new TreeSet<>();
        long longestWriting = 0;
        long longestWaiting = 0;
        try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
            while (!done.get()) {
                try (ResultSet row = statement.executeQuery()) {
                    long at = System.nanoTime();
                    while (row.next()) {
                        String transaction = row.getString("transaction");
                        if (row.getBoolean("writes")) {
                            longestWriting =
                                    Math.max(longestWriting, since(writing, transaction, at));
                        }
                        if (row.getBoolean("waits")) {
                            longestWaiting =
                                    Math.max(longestWaiting, since(waiting, transaction, at));
                        } else {
                            waiting.remove(transaction);
                        }
                        tables.add(row.getString("tables"));
                    }
                }
                ready.set(true);
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tables.remove("");
        return new Seen(longestWriting / 1e9, longestWaiting / 1e9, String.join("; ", tables));
    }

    private static long since(Map<String, Long> first, String transaction, long at) {
        return at - first.computeIfAbsent(transaction, _ -> at);
    }
}
