package vn.ganbo.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.ganbo.kernel.Scope;

/**
 * Tells PostgreSQL, at the begin of each transaction and for it alone, what may be seen. Without a
 * scope nothing is told and the policies show no row; a failure closes the connection.
 */
class ScopedTransactionManager extends JdbcTransactionManager {
    private static final long serialVersionUID = 1;

    ScopedTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Scope scope = Scope.current();
        if (scope == null) {
            return;
        }
        Connection connection = connection();
        try {
            apply(connection, scope);
        } catch (SQLException | RuntimeException e) {
            giveUp(transaction, connection, e);
            throw new CannotCreateTransactionException("the scope could not be set", e);
        }
    }

    private Connection connection() {
        @Nullable Object holder = TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder instanceof ConnectionHolder held) {
            return held.getConnection();
        }
        throw new IllegalStateException("no connection bound to the transaction");
    }

    private void giveUp(Object transaction, Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        doCleanupAfterCompletion(transaction);
    }

    private static void apply(Connection connection, Scope scope) throws SQLException {
        try (PreparedStatement set =
                connection.prepareStatement(
                        "select set_config('app.scope', ?, true), set_config('app.self', ?, true)")) {
            set.setString(1, scope.multirange());
            set.setString(2, scope.self() == null ? "" : scope.self().toString());
            set.execute();
        }
    }
}
