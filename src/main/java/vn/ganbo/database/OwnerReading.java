package vn.ganbo.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Sql;

/**
 * What the server allows: the same question in plain SQL by the owner, whom no row security binds.
 * The limit against which reading is measured.
 */
@Component
public class OwnerReading {
    private final OwnerScripts owner;

    OwnerReading(OwnerScripts owner) {
        this.owner = owner;
    }

    /** Statements that answer one question, with the named parameters of all of them. */
    public record Question(List<Sql> statements, Map<String, ?> values) {}

    /**
     * Asks one question after another on one connection.
     *
     * @return milliseconds of each question, until all rows are here
     */
    public double[] measure(List<Question> questions) {
        return owner.withOwner(connection -> {
            // as the program does: each time a plan for what is asked
            connection.unwrap(PGConnection.class).setPrepareThreshold(0);
            NamedParameterJdbcTemplate jdbc =
                    new NamedParameterJdbcTemplate(
                            new SingleConnectionDataSource(connection, true));
            double[] took = new double[questions.size()];
            for (int i = 0; i < took.length; i++) {
                Question question = questions.get(i);
                long start = System.nanoTime();
                for (Sql statement : question.statements) {
                    jdbc.queryForList(statement.text(), question.values);
                }
                took[i] = (System.nanoTime() - start) / 1e6;
            }
            return took;
        });
    }

    /**
     * Statistics and the map of what all may see, for every table, as the server makes them by
     * itself some minutes after many rows were written.
     */
    public void settle() {
        owner.withOwner(OwnerReading::settle);
    }

    private static boolean settle(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            return statement.execute("vacuum analyze");
        }
    }
}
