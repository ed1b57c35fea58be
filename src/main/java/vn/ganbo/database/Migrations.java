package vn.ganbo.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Migrates one folder, one schema and one history table for each capability, in the order of
 * order.txt. Modulith's own order follows the Java dependencies, which say nothing of a foreign
 * key.
 *
 * <p>Asking Flyway about a dozen folders costs half a second of every start. So a fingerprint of
 * all files is kept in the database, and a database that has seen these very files is not asked.
 */
@Component
class Migrations implements FlywayMigrationStrategy {
    private static final String FILES = "db/migration/";

    private final boolean demo;

    Migrations(@Value("${ganbo.demo:false}") boolean demo) {
        this.demo = demo;
    }

    @Override
    public void migrate(Flyway flyway) {
        try (Connection owner = flyway.getConfiguration().getDataSource().getConnection()) {
            Requirements.check(owner);
            Purpose.check(owner, demo);
            Map<String, byte[]> files = files();
            String fingerprint = fingerprint(files);
            if (hasSeen(owner, fingerprint)) {
                return;
            }
            for (String folder : order()) {
                if (files.keySet().stream().anyMatch(name -> name.startsWith(folder + "/"))) {
                    migrate(flyway, folder);
                }
            }
            keep(owner, fingerprint);
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be migrated", e);
        }
    }

    private static void migrate(Flyway flyway, String folder) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations("classpath:" + FILES + folder)
                .table("flyway_schema_history" + (folder.equals("__root") ? "" : "_" + folder))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /** Every migration by folder and name. */
    private static Map<String, byte[]> files() {
        Map<String, byte[]> out = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:" + FILES + "*/*.sql")) {
                String url = file.getURL().toString();
                out.put(
                        url.substring(url.lastIndexOf(FILES) + FILES.length()),
                        file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private static String fingerprint(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join("\n", order()).getBytes(StandardCharsets.UTF_8));
            files.forEach((name, bytes) -> {
                digest.update((name + " " + bytes.length).getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasSeen(Connection owner, String fingerprint) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("set client_min_messages = warning");
            statement.execute(
                    "create table if not exists public.migrated (fingerprint text not null)");
            try (ResultSet found =
                    statement.executeQuery("select m.fingerprint from public.migrated m")) {
                return found.next() && found.getString(1).equals(fingerprint);
            }
        }
    }

    private static void keep(Connection owner, String fingerprint) throws SQLException {
        try (Statement forget = owner.createStatement();
                PreparedStatement keep =
                        owner.prepareStatement(
                                "insert into public.migrated (fingerprint) values (?)")) {
            forget.execute("delete from public.migrated");
            keep.setString(1, fingerprint);
            keep.executeUpdate();
        }
    }

    /** The folders in their order, without comments. */
    static List<String> order() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new ClassPathResource(FILES + "order.txt").getInputStream(),
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
