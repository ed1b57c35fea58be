package vn.ganbo.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Runs a script of the program as the owner of the tables, who is not bound by row security: for
 * invented worlds of a size and for measurements beside them (docs/decisions/0013). Nothing that
 * serves a request comes here.
 */
@Component
public class OwnerScripts {
    private final ObjectProvider<FlywayConnectionDetails> login;

    OwnerScripts(ObjectProvider<FlywayConnectionDetails> login) {
        this.login = login;
    }

    /** Work on a connection of the owner. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection owner) throws SQLException, IOException;
    }

    /**
     * Runs all statements of a script in one transaction: all or nothing.
     *
     * @param script a resource such as worlds/tree.sql; statements end with a semicolon at the end
     *     of a line, and a comment before one says what is being made
     * @param values named parameters; lists of texts and truths as arrays
     * @param progress is told each such comment
     */
    public void run(String script, Map<String, ?> values, Consumer<String> progress) {
        List<Part> parts = parts(read(script));
        withOwner(owner -> {
            owner.setAutoCommit(false);
            NamedParameterJdbcTemplate statements =
                    new NamedParameterJdbcTemplate(new SingleConnectionDataSource(owner, true));
            for (Part part : parts) {
                if (!part.title.isEmpty()) {
                    progress.accept(part.title);
                }
                statements.execute(part.text, values, statement -> statement.execute());
            }
            owner.commit();
            return parts.size();
        });
    }

    /**
     * Runs the one query of a script again and again as the owner and reads all its rows.
     *
     * @return milliseconds of each time
     */
    public double[] times(String script, Map<String, ?> values, int times) {
        String query = parts(read(script)).getFirst().text;
        return withOwner(owner -> {
            NamedParameterJdbcTemplate statements =
                    new NamedParameterJdbcTemplate(new SingleConnectionDataSource(owner, true));
            double[] took = new double[times];
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                statements.queryForList(query, values);
                took[i] = (System.nanoTime() - start) / 1e6;
            }
            return took;
        });
    }

    <T> T withOwner(Work<T> work) {
        FlywayConnectionDetails details = login.getObject();
        DriverManagerDataSource source =
                new DriverManagerDataSource(
                        Objects.requireNonNull(details.getJdbcUrl()),
                        Objects.requireNonNull(details.getUsername()),
                        Objects.requireNonNull(details.getPassword()));
        try (Connection owner = source.getConnection()) {
            return work.on(owner);
        } catch (SQLException e) {
            throw new IllegalStateException("the owner's statements could not be run", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Part(String title, String text) {}

    private static List<Part> parts(String script) {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String title = "";
        for (String line : script.lines().toList()) {
            if (line.startsWith("--")) {
                title = line.substring(2).strip();
                continue;
            }
            text.append(line).append('\n');
            if (line.endsWith(";")) {
                parts.add(new Part(title, text.substring(0, text.lastIndexOf(";"))));
                text.setLength(0);
                title = "";
            }
        }
        if (!text.toString().isBlank()) {
            throw new IllegalStateException("a statement without a semicolon: " + text);
        }
        return parts;
    }

    private static String read(String script) {
        try (InputStream in = OwnerScripts.class.getResourceAsStream("/" + script)) {
            if (in == null) {
                throw new IllegalStateException("there is no script " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
