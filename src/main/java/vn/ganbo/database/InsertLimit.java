package vn.ganbo.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/**
 * What the disk allows an act: transactions of three inserts, each committed, by some connections
 * at once. The limit against which acts through the whole program are measured.
 */
@Component
public class InsertLimit {
    private static final String FIRST =
            "insert into limit_of_inserts.slip (id, answers) values (?, '{\"a\":\"b\"}')";
    private static final String SECOND =
            "insert into limit_of_inserts.step (id, slip_id, note) values (?, ?, 'bước')";
    private static final String THIRD =
            "insert into limit_of_inserts.fact (id, slip_id, words) values (?, ?, 'việc')";

    private final OwnerScripts owner;

    InsertLimit(OwnerScripts owner) {
        this.owner = owner;
    }

    /**
     * Makes the tables, measures, and removes them.
     *
     * @param connections that write at once, from 1
     * @param each transactions of each connection
     * @return the time from the first to the last commit
     */
    public Duration measure(int connections, int each) {
        owner.withOwner(connection -> prepare(connection));
        try (ExecutorService writers = Executors.newFixedThreadPool(connections)) {
            long start = System.nanoTime();
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(
                        writers.submit(
                                () -> owner.withOwner(connection -> write(connection, each))));
            }
            for (Future<Integer> one : running) {
                one.get();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            owner.withOwner(InsertLimit::remove);
        }
    }

    private static int prepare(Connection connection) throws SQLException {
        remove(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema limit_of_inserts");
            statement.execute(
                    "create table limit_of_inserts.slip (id uuid primary key, answers jsonb not null)");
            statement.execute(
                    "create table limit_of_inserts.step (id uuid primary key, slip_id uuid not null"
                            + " references limit_of_inserts.slip, note text not null)");
            statement.execute(
                    "create table limit_of_inserts.fact (id uuid primary key, slip_id uuid not null"
                            + " references limit_of_inserts.slip, words text not null)");
        }
        return 0;
    }

    private static int remove(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists limit_of_inserts cascade");
        }
        return 0;
    }

    private static int write(Connection connection, int transactions) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement first = connection.prepareStatement(FIRST);
                PreparedStatement second = connection.prepareStatement(SECOND);
                PreparedStatement third = connection.prepareStatement(THIRD)) {
            for (int i = 0; i < transactions; i++) {
                UUID slip = UUID.randomUUID();
                first.setObject(1, slip);
                first.executeUpdate();
                for (PreparedStatement more : List.of(second, third)) {
                    more.setObject(1, UUID.randomUUID());
                    more.setObject(2, slip);
                    more.executeUpdate();
                }
                connection.commit();
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return transactions;
    }
}
