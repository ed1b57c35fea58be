package vn.ganbo.database;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Migrates one folder, one schema and one history table for each capability, in the order of
 * order.txt. Modulith's own order follows the Java dependencies, which say nothing of a foreign
 * key.
 */
@Component
class Migrations implements FlywayMigrationStrategy {
    @Override
    public void migrate(Flyway flyway) {
        check(flyway.getConfiguration().getDataSource());
        for (String folder : order()) {
            if (isEmpty(folder)) {
                continue;
            }
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:db/migration/" + folder)
                    .table("flyway_schema_history" + (folder.equals("__root") ? "" : "_" + folder))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }

    private static boolean isEmpty(String folder) {
        try {
            return new PathMatchingResourcePatternResolver()
                            .getResources("classpath:db/migration/" + folder + "/*.sql")
                            .length
                    == 0;
        } catch (FileNotFoundException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(DataSource owner) {
        try (Connection connection = owner.getConnection()) {
            Requirements.check(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be examined", e);
        }
    }

    /** The folders in their order, without comments. */
    static List<String> order() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new ClassPathResource("db/migration/order.txt").getInputStream(),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
