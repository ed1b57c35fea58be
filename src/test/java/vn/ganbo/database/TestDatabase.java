package vn.ganbo.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** The database of the context that was made last. */
    public static Fresh current() {
        return last;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Fresh fresh = fresh();
        last = fresh;
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test database",
                                Map.of(
                                        "ganbo.database.url",
                                        fresh.url() + "?logServerErrorDetail=false",
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

        private static EmbeddedServer embedded() {
            try {
                Path folder = Files.createTempDirectory("ganbo-test");
                EmbeddedServer server = EmbeddedServer.start(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
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
