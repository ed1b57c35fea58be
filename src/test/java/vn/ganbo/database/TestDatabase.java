package vn.ganbo.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One PostgreSQL for the whole test run, with the real roles; every application context gets an
 * empty database in it. With GANBO_TEST_POSTGRES (host:port) and GANBO_TEST_POSTGRES_PASSWORD that
 * server, whose superuser is postgres, is used instead of the embedded one.
 */
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Address and passwords of one fresh database. */
    public record Fresh(String url, String superuserPassword, String password) {
        /** Connects as one of the roles: postgres, owner, app, sealer. */
        public Connection connect(String role) throws SQLException {
            return DriverManager.getConnection(
                    url, role, role.equals("postgres") ? superuserPassword : password);
        }
    }

    private static volatile Fresh last = new Fresh("", "", "");

    /** Contexts with properties of their own (the demonstration, ganbo.test) are nobody else's. */
    private static boolean isShared(ConfigurableApplicationContext context) {
        return context.getEnvironment().getProperty("ganbo.test") == null
                && !"true".equals(context.getEnvironment().getProperty("ganbo.demo"));
    }

    /** The database of the context that the product's tests share. */
    public static Fresh current() {
        return last;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Fresh fresh = fresh();
        if (isShared(context)) {
            last = fresh;
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test database",
                                Map.of(
                                        "ganbo.database.url",
                                        fresh.url(),
                                        "ganbo.database.user",
                                        "app",
                                        "ganbo.database.password",
                                        fresh.password(),
                                        "ganbo.database.owner.user",
                                        "owner",
                                        "ganbo.database.owner.password",
                                        fresh.password(),
                                        "ganbo.database.sealer.user",
                                        "sealer",
                                        "ganbo.database.sealer.password",
                                        fresh.password())));
    }

    /** One database with all migrations and without a program, for tests of the SQL alone. */
    public static Fresh migrated() {
        return Migrated.ONE;
    }

    /** A database of one's own with all migrations. */
    public static Fresh freshAndMigrated() {
        Fresh fresh = fresh();
        new Migrations(false)
                .migrate(
                        Flyway.configure()
                                .dataSource(fresh.url(), "owner", fresh.password())
                                .load());
        return fresh;
    }

    private static final class Migrated {
        static final Fresh ONE = freshAndMigrated();
    }

    /** Makes an empty database that belongs to owner. */
    public static Fresh fresh() {
        String name = "test" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        String password = "invented-for-tests";
        try (Connection superuser = Server.connect("postgres")) {
            Roles.prepare(superuser, _ -> password);
            try (Statement statement = superuser.createStatement()) {
                statement.execute("create database " + name + " owner owner");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try (Connection superuser = Server.connect(name)) {
            Roles.closeDatabase(superuser);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Fresh(Server.url(name), Server.PASSWORD, password);
    }

    private static final class Server {
        static final String ADDRESS;
        static final String PASSWORD;

        static {
            String external = System.getenv("GANBO_TEST_POSTGRES");
            if (external != null && !external.isEmpty()) {
                ADDRESS = external;
                PASSWORD = String.valueOf(System.getenv("GANBO_TEST_POSTGRES_PASSWORD"));
            } else {
                EmbeddedServer server = embedded();
                ADDRESS = server.url().replaceFirst("^jdbc:postgresql://([^/]+)/.*$", "$1");
                PASSWORD = server.password("postgres");
            }
        }

        /**
         * Kept from run to run, without care for durability; a second run takes a second folder.
         */
        private static EmbeddedServer embedded() {
            for (int i = 1; ; i++) {
                Path folder = Path.of("target", "test-database-" + i);
                try {
                    EmbeddedServer server =
                            EmbeddedServer.start(
                                    folder, Map.of("fsync", "off", "shared_buffers", "64MB"));
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                    dropOld(server);
                    return server;
                } catch (StartRefused e) {
                    if (i == 9) {
                        throw e;
                    }
                }
            }
        }

        private static void dropOld(EmbeddedServer server) {
            try (Connection superuser = server.connect("postgres", "postgres");
                    Statement statement = superuser.createStatement()) {
                List<String> old = new ArrayList<>();
                try (ResultSet found =
                        statement.executeQuery(
                                "select datname from pg_database where datname like 'test%'")) {
                    while (found.next()) {
                        old.add(found.getString(1));
                    }
                }
                for (String name : old) {
                    statement.execute("drop database " + name + " with (force)");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void close(EmbeddedServer server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String url(String database) {
            return "jdbc:postgresql://" + ADDRESS + "/" + database;
        }

        static Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(url(database), "postgres", PASSWORD);
        }
    }
}
