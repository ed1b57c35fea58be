package vn.ganbo.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/**
 * Runs the statements of the house, always in a transaction and under a scope. Besides the given
 * parameters a statement may use {@code :low}, {@code :high} (the hull of the scope's unit numbers,
 * for the index), {@code :scope} (the exact multirange as text), {@code :self} and {@code :today}.
 */
@Component
@DependsOnDatabaseInitialization
public class Db {
    private static final Logger LOG = LoggerFactory.getLogger(Db.class);

    /**
     * insufficient_privilege: a policy's check, a grant, or a function that looked at the scope.
     */
    private static final String OUT_OF_SCOPE = "42501";

    /** Rows that a cursor brings at once. */
    private static final int FETCHED = 400;

    /** Never kept by name: planned each time. */
    private static final int NEVER = 0;

    /** Kept by name from the second time on; the server settles on one plan after the fifth. */
    private static final int SECOND = 2;

    private final JdbcClient asked;
    private final JdbcClient byKey;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Db(DataSource dataSource, PlatformTransactionManager manager, Clock clock) {
        this.asked = JdbcClient.create(new Kept(dataSource, NEVER));
        this.byKey = JdbcClient.create(new Kept(dataSource, SECOND));
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** Makes one value of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * All rows as records: columns are matched to the record's components by name, snake_case to
     * camelCase.
     *
     * @param pairs name, value, name, value …
     */
    public <T> List<T> list(Scope scope, Sql sql, Class<T> type, @Nullable Object... pairs) {
        return under(
                scope,
                () -> {
                    List<T> out = new ArrayList<>();
                    for (@Nullable T row : statement(scope, sql, pairs).query(type).list()) {
                        if (row != null) {
                            out.add(row);
                        }
                    }
                    return out;
                });
    }

    /** All rows through a mapper, for columns that are arrays or composed types. */
    public <T> List<T> list(Scope scope, Sql sql, Row<T> mapper, @Nullable Object... pairs) {
        return under(scope, () -> rows(statement(scope, sql, pairs), mapper));
    }

    private static <T> List<T> rows(JdbcClient.StatementSpec statement, Row<T> mapper) {
        List<T> out = new ArrayList<>();
        statement.query(row -> {
            out.add(mapper.of(row));
        });
        return out;
    }

    /**
     * Gives each row as it comes from the server's cursor, for lists that no memory should hold. In
     * between, other statements may run in the same transaction.
     */
    public void each(Scope scope, Sql sql, RowCallbackHandler taker, @Nullable Object... pairs) {
        under(
                scope,
                () -> {
                    statement(scope, sql, pairs).withFetchSize(FETCHED).query(taker);
                    return true;
                });
    }

    /** The same as records; see {@link #list(Scope, Sql, Class, Object...)}. */
    public <T> void each(
            Scope scope, Sql sql, Class<T> type, Consumer<T> taker, @Nullable Object... pairs) {
        under(
                scope,
                () -> {
                    try (Stream<@Nullable T> rows =
                            statement(scope, sql, pairs)
                                    .withFetchSize(FETCHED)
                                    .query(type)
                                    .stream()) {
                        rows.filter(Objects::nonNull).forEach(taker);
                    }
                    return true;
                });
    }

    /**
     * All rows of a function that binds the scope itself, for itself alone: one way to the server
     * instead of the three of a transaction. A statement that binds nothing sees no row here.
     */
    public <T> List<T> alone(Scope scope, Sql sql, Row<T> mapper, @Nullable Object... pairs) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction is open");
        }
        return guarded(() -> rows(statement(scope, sql, pairs), mapper));
    }

    /** The first row, if there is any. */
    public <T> Optional<T> one(Scope scope, Sql sql, Class<T> type, @Nullable Object... pairs) {
        return list(scope, sql, type, pairs).stream().findFirst();
    }

    /** The first row through a mapper, if there is any. */
    public <T> Optional<T> one(Scope scope, Sql sql, Row<T> mapper, @Nullable Object... pairs) {
        return list(scope, sql, mapper, pairs).stream().findFirst();
    }

    /** One number, such as a count; 0 when there is no row or it is null. */
    public long number(Scope scope, Sql sql, @Nullable Object... pairs) {
        return one(scope, sql, row -> row.getLong(1), pairs).orElse(0L);
    }

    /** Changes rows and returns how many. */
    public int update(Scope scope, Sql sql, @Nullable Object... pairs) {
        return under(scope, () -> statement(scope, sql, pairs).update());
    }

    private <T> T under(Scope scope, Supplier<T> work) {
        Scope bound = Scope.current();
        if (bound != null && bound.equals(scope)) {
            return run(work);
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a transaction is open under another scope, or under none");
        }
        return scope.call(() -> run(work));
    }

    private <T> T run(Supplier<T> work) {
        @Nullable T result = transaction.execute(_ -> guarded(work));
        if (result == null) {
            throw new IllegalStateException("a statement gave nothing back");
        }
        return result;
    }

    /** What may not be written does not exist either (law 3). */
    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (BadSqlGrammarException e) {
            if (!(e.getCause() instanceof SQLException cause)
                    || !OUT_OF_SCOPE.equals(cause.getSQLState())) {
                throw e;
            }
            LOG.warn("Row security or a missing grant refused: {}", cause.getMessage());
            NotFound notFound = new NotFound();
            notFound.addSuppressed(e);
            throw notFound;
        }
    }

    private JdbcClient.StatementSpec statement(Scope scope, Sql sql, @Nullable Object... pairs) {
        JdbcClient.StatementSpec statement =
                (sql.byKey() ? byKey : asked)
                        .sql(sql.text())
                        .param("low", scope.low())
                        .param("high", scope.high())
                        .param("scope", scope.multirange())
                        .param("self", scope.self())
                        .param("today", LocalDate.now(clock));
        for (int i = 0; i < pairs.length; i += 2) {
            statement = statement.param(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return statement;
    }

    /** Tells the driver from which time on the server keeps a statement by name. */
    private static final class Kept extends JdbcTemplate {
        private final int from;

        Kept(DataSource dataSource, int from) {
            super(dataSource);
            this.from = from;
        }

        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            super.applyStatementSettings(statement);
            statement.unwrap(PGStatement.class).setPrepareThreshold(from);
        }
    }
}
