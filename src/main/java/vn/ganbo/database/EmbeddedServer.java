package vn.ganbo.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL inside the program, made durable and closed: every write is on disk before it is
 * acknowledged, nobody connects without a password, and what a {@code kill -9} left behind is put
 * in order at the next start. The library's defaults do neither (docs/decisions/0002).
 *
 * <p>Layout of the data folder: lock, secret, bin/, data-18/.
 */
final class EmbeddedServer implements AutoCloseable {
    /** The major version of the bundled binaries; it stands in the folder's name. */
    static final int MAJOR = 18;

    private static final String DATABASE = "ganbo";
    private static final String SUPERUSER = "postgres";

    /** Stands in the data folder once its first start came to the end. */
    private static final String FINISHED = "ganbo-finished";

    private final Path home;
    private final Path data;
    private final Secrets secrets;
    private final FileChannel lock;
    private final EmbeddedPostgres postgres;

    /**
     * Starts the server, waiting until it takes connections. Throws IllegalStateException with a
     * sentence.
     */
    static EmbeddedServer start(Path home) {
        return start(home, Map.of());
    }

    /**
     * The same with settings of the caller's own over ours: tests that make and forget a database
     * switch the durability off.
     */
    static EmbeddedServer start(Path home, Map<String, String> settings) {
        try {
            return new EmbeddedServer(home.toAbsolutePath(), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database could not be prepared", e);
        }
    }

    private EmbeddedServer(Path home, Map<String, String> settings)
            throws IOException, SQLException {
        this.home = home;
        this.data = home.resolve("data-" + MAJOR);
        Files.createDirectories(home, PrivateFile.only("rwx------"));
        refuseOthersRights();
        this.lock = lock(home);
        @Nullable EmbeddedPostgres started = null;
        try {
            refuseOtherVersions();
            refuseRootWithoutNamespaces();
            this.secrets = Secrets.in(home);
            new Orphans(home, data).clear();
            started = launch(settings);
            this.postgres = started;
            roles();
            Files.writeString(data.resolve(FINISHED), "");
        } catch (IOException | SQLException | RuntimeException e) {
            if (started != null) {
                started.close();
            }
            lock.close();
            throw e;
        }
    }

    /** Whoever may write beside the data could put another program in the place of PostgreSQL. */
    private void refuseOthersRights() throws IOException {
        PosixFileAttributeView posix =
                Files.getFileAttributeView(home, PosixFileAttributeView.class);
        if (posix == null) {
            return;
        }
        Set<PosixFilePermission> rights = posix.readAttributes().permissions();
        if (rights.contains(PosixFilePermission.GROUP_WRITE)
                || rights.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new StartRefused(
                    "Others than the program's user may write in the data folder " + home + ".",
                    "Take that right away: chmod go-w " + home);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock taken = null;
        try {
            taken = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // held by this very program: said below
        }
        if (taken == null) {
            channel.close();
            throw new StartRefused(
                    "The data folder " + home + " is in use by another running program.",
                    "Stop that one first, or give this one a folder of its own: GANBO_DATA=folder.");
        }
        return channel;
    }

    private void refuseOtherVersions() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            List<String> others =
                    files.map(p -> p.getFileName().toString())
                            .filter(n -> n.startsWith("data-") && !n.equals("data-" + MAJOR))
                            .toList();
            if (!others.isEmpty() && !Files.exists(data)) {
                throw new StartRefused(
                        home
                                + " holds "
                                + others
                                + ", but this program carries PostgreSQL "
                                + MAJOR
                                + ".",
                        "Restore a backup into a new data folder, or run the version that made this one.");
            }
        }
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals("" + MAJOR)) {
            throw new StartRefused(
                    data
                            + " was made by PostgreSQL "
                            + Files.readString(version).strip()
                            + "; this program carries "
                            + MAJOR
                            + ".",
                    "Restore a backup into a new data folder, or run the version that made this one.");
        }
        if (Files.exists(data) && !Files.exists(data.resolve(FINISHED))) {
            throw new StartRefused(
                    data + " was only half made by a first start that was cut off.",
                    "Nothing has been kept in it yet: remove it and start again.");
        }
    }

    /** PostgreSQL does not run as root; the library then hides root in a user namespace. */
    private static void refuseRootWithoutNamespaces() throws IOException {
        if (!isRoot()) {
            return;
        }
        try {
            if (new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        throw new StartRefused(
                "PostgreSQL does not run as root, and this machine gives root no user namespace.",
                "Start the program as a normal user, or set GANBO_DATABASE_URL to a server of your own.");
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private EmbeddedPostgres launch(Map<String, String> settings) throws IOException {
        Path passwordFile = home.resolve("password.new");
        boolean first = !Files.exists(data.resolve("PG_VERSION"));
        if (first) {
            PrivateFile.write(passwordFile, secrets.of(SUPERUSER) + "\n");
        }
        try {
            EmbeddedPostgres.Builder builder =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("unix_socket_directories", "")
                            .setServerConfig("password_encryption", "scram-sha-256")
                            .setServerConfig("log_min_error_statement", "panic")
                            .setServerConfig("log_error_verbosity", "terse")
                            .setServerConfig("log_parameter_max_length_on_error", "0")
                            .setServerConfig("jit", "off")
                            .setServerConfig("shared_buffers", "256MB")
                            .setServerConfig("timezone", "UTC")
                            .setConnectConfig("password", secrets.of(SUPERUSER))
                            // Printed as --key=value for initdb after the library's own -A trust:
                            // the last
                            // wins.
                            .setLocaleConfig("auth", "scram-sha-256")
                            .setLocaleConfig("pwfile", passwordFile.toString())
                            .setLocaleConfig("locale", "C.UTF-8")
                            .setLocaleConfig("locale-provider", "icu")
                            .setLocaleConfig("icu-locale", "vi");
            settings.forEach(builder::setServerConfig);
            return builder.start();
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void roles() throws SQLException {
        try (Connection superuser = connect(SUPERUSER, "postgres")) {
            Roles.prepare(superuser, secrets::of);
            try (Statement statement = superuser.createStatement();
                    ResultSet found =
                            statement.executeQuery(
                                    "select 1 from pg_database where datname = '"
                                            + DATABASE
                                            + "'")) {
                if (!found.next()) {
                    try (Statement create = superuser.createStatement()) {
                        create.execute("create database " + DATABASE + " owner owner");
                    }
                }
            }
        }
        try (Connection superuser = connect(SUPERUSER, DATABASE)) {
            Roles.closeDatabase(superuser);
        }
    }

    Connection connect(String role, String database) throws SQLException {
        return DriverManager.getConnection(url(database), role, secrets.of(role));
    }

    String url() {
        return url(DATABASE) + "?logServerErrorDetail=false";
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    String password(String role) {
        return secrets.of(role);
    }

    /** The process of the server, for the tests that kill it. */
    long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }

    @Override
    public void close() throws IOException {
        try {
            postgres.close();
        } finally {
            lock.close();
        }
    }
}
