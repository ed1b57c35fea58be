package vn.ganbo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * What was acknowledged is still there after the program or the database was killed, and nobody
 * gets in without a password (docs/decisions/0002-embedded-postgresql-made-durable.md).
 */
class DurabilityTest {
    private static Path home;

    @BeforeAll
    static void make_a_database_as_the_first_start_does() throws IOException {
        home =
                Files.createTempDirectory(
                        Files.createDirectories(Path.of("target").toAbsolutePath()), "durability");
        Files.delete(home);
        EmbeddedServer.start(home).close();
    }

    @AfterAll
    static void remove_it() throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }

    @Test
    void every_acknowledged_write_is_on_disk() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(home);
                Connection superuser = server.connect("postgres", "ganbo")) {
            for (String setting :
                    List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(
                                text(
                                        superuser,
                                        "select setting from pg_settings where name = '"
                                                + setting
                                                + "'"))
                        .as(setting)
                        .isEqualTo("on");
            }
        }
    }

    @Test
    void only_this_machine_connects_and_only_with_a_password() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(home);
                Connection superuser = server.connect("postgres", "ganbo")) {
            assertThat(text(superuser, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(superuser, "show unix_socket_directories")).isEmpty();
            assertThat(
                            text(
                                    superuser,
                                    "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(
                            text(
                                    superuser,
                                    "select count(*) from pg_authid"
                                            + " where rolcanlogin and rolpassword not like 'SCRAM-SHA-256$%'"))
                    .isEqualTo("0");
            for (String wrong : List.of("", "postgres")) {
                assertThatThrownBy(() ->
                                DriverManager.getConnection(server.url(), "postgres", wrong)
                                        .close())
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(rights(home)).isEqualTo("rwx------");
        assertThat(rights(home.resolve("data-18"))).isEqualTo("rwx------");
        assertThat(rights(home.resolve("secret"))).isEqualTo("rw-------");
        assertThat(home.resolve("password.new")).doesNotExist();
    }

    @Test
    void a_folder_in_which_others_may_write_is_refused() throws IOException {
        Path open = Files.createTempDirectory(home.getParent(), "durability");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> EmbeddedServer.start(open).close())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("chmod go-w");
        FileSystemUtils.deleteRecursively(open);
    }

    @Test
    void no_password_stands_in_a_list_of_processes_in_an_environment_or_in_a_log()
            throws Exception {
        java.io.PrintStream out = System.out;
        java.io.PrintStream err = System.err;
        java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
        System.setOut(new java.io.PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new java.io.PrintStream(said, true, StandardCharsets.UTF_8));
        Path fresh = Files.createTempDirectory(home.getParent(), "durability");
        Files.delete(fresh);
        StringBuilder seen = new StringBuilder();
        List<String> passwords = new java.util.ArrayList<>();
        try (Watcher watcher = new Watcher(seen);
                EmbeddedServer server = EmbeddedServer.start(fresh)) {
            watcher.look();
            for (String role : List.of("postgres", "owner", "app", "sealer")) {
                passwords.add(server.password(role));
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        try (java.util.stream.Stream<Path> files = Files.walk(fresh)) {
            for (Path log : files.filter(f -> f.toString().endsWith(".log")).toList()) {
                said.writeBytes(Files.readAllBytes(log));
            }
        }
        FileSystemUtils.deleteRecursively(fresh);

        assertThat(seen).contains("postgres", "initdb");
        assertThat(passwords)
                .hasSize(4)
                .allSatisfy(password -> {
                    assertThat(seen).doesNotContain(password);
                    assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain(password);
                });
    }

    /** Notes commands and environments of all processes, again and again. */
    private static final class Watcher implements AutoCloseable {
        private final StringBuilder seen;
        private final Thread thread;
        private volatile boolean over;

        Watcher(StringBuilder seen) {
            this.seen = seen;
            thread =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> {
                                while (!over) {
                                    look();
                                }
                            });
        }

        synchronized void look() {
            ProcessHandle.current()
                    .descendants()
                    .forEach(process -> {
                        for (String what : List.of("cmdline", "environ")) {
                            try {
                                seen.append(
                                                Files.readString(
                                                        Path.of("/proc/" + process.pid(), what),
                                                        StandardCharsets.ISO_8859_1))
                                        .append('\n');
                            } catch (IOException | UncheckedIOException e) {
                                // ended meanwhile
                            }
                        }
                    });
        }

        @Override
        public void close() {
            over = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void the_log_of_the_server_repeats_no_personal_data() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(home);
                Connection superuser = server.connect("postgres", "ganbo")) {
            assertThat(text(superuser, "show log_min_error_statement")).isEqualTo("panic");
            assertThat(text(superuser, "show log_error_verbosity")).isEqualTo("terse");
            assertThat(text(superuser, "show log_parameter_max_length_on_error")).isEqualTo("0");
            assertThat(text(superuser, "show log_statement")).isEqualTo("none");
        }
    }

    @Test
    void the_roles_have_no_rights_beyond_their_work() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(home);
                Connection superuser = server.connect("postgres", "ganbo")) {
            assertThat(
                            text(
                                    superuser,
                                    """
                                    select string_agg(rolname || ' ' || rolcanlogin || ' ' || rolbypassrls, ', ' order by rolname)
                                      from pg_roles
                                     where rolname in ('owner', 'app', 'sealer', 'finder')
                                       and not (rolsuper or rolcreaterole or rolcreatedb or rolreplication)
                                    """))
                    .isEqualTo(
                            "app true false, finder false true, owner true false, sealer true false");
            try (Connection app = server.connect("app", "ganbo")) {
                Guard.check(app);
                assertThatThrownBy(() -> run(app, "create table public.x (no int)"))
                        .isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(() -> Guard.check(superuser))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is a superuser");
        }
    }

    @Test
    void a_write_acknowledged_before_the_program_was_killed_is_there_after_the_restart()
            throws Exception {
        try (Child child = Child.start(home)) {
            String kept = child.write();
            child.kill();

            assertThat(ProcessHandle.of(child.postmaster())).as("the orphan").isPresent();
            assertThat(read(kept)).isEqualTo(1);
        }
    }

    @Test
    void a_write_acknowledged_before_the_database_was_killed_is_there_after_the_restart()
            throws Exception {
        try (Child child = Child.start(home)) {
            String kept = child.write();
            List<ProcessHandle> workers =
                    ProcessHandle.of(child.postmaster()).stream()
                            .flatMap(ProcessHandle::descendants)
                            .toList();
            ProcessHandle.of(child.postmaster()).ifPresent(ProcessHandle::destroyForcibly);
            workers.forEach(ProcessHandle::destroyForcibly);
            child.kill();

            assertThat(home.resolve("data-18/postmaster.pid")).exists();
            assertThat(read(kept)).isEqualTo(1);
        }
    }

    @Test
    void a_second_program_on_the_same_folder_is_refused() throws Exception {
        try (Child child = Child.start(home)) {
            assertThatThrownBy(() -> EmbeddedServer.start(home).close())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("is in use by another running program");
            child.kill();
        }
        try (EmbeddedServer first = EmbeddedServer.start(home)) {
            assertThat(first.url()).contains("127.0.0.1");
            assertThatThrownBy(() -> EmbeddedServer.start(home).close())
                    .as("the same program")
                    .isInstanceOf(StartRefused.class);
        }
    }

    @Test
    void a_folder_of_another_major_version_is_refused() throws IOException {
        Path other = Files.createTempDirectory(home.getParent(), "durability");
        Files.createDirectories(other.resolve("data-17"));
        assertThatThrownBy(() -> EmbeddedServer.start(other).close())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("data-17");

        Files.move(other.resolve("data-17"), other.resolve("data-18"));
        Files.writeString(other.resolve("data-18/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedServer.start(other).close())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("made by PostgreSQL 17");
        FileSystemUtils.deleteRecursively(other);
    }

    @Test
    void a_first_start_that_was_cut_off_is_told_apart_from_a_database() throws IOException {
        Path cut = Files.createTempDirectory(home.getParent(), "durability");
        Files.createDirectories(cut.resolve("data-18/global"));
        Files.writeString(cut.resolve("data-18/PG_VERSION"), "18\n");
        Files.writeString(cut.resolve("data-18/global/pg_control"), "");
        assertThatThrownBy(() -> EmbeddedServer.start(cut).close())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("only half made");
        FileSystemUtils.deleteRecursively(cut);
    }

    @Test
    void a_pid_file_that_names_a_foreign_process_does_not_matter() throws Exception {
        Files.write(
                home.resolve("data-18/postmaster.pid"),
                List.of(
                        "" + ProcessHandle.current().pid(),
                        home.resolve("data-18").toString(),
                        "1",
                        "5432",
                        "",
                        "127.0.0.1"));
        try (EmbeddedServer server = EmbeddedServer.start(home);
                Connection app = server.connect("app", "ganbo")) {
            assertThat(text(app, "select 1")).isEqualTo("1");
        }
    }

    private static int read(String kept) throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(home);
                Connection app = server.connect("app", "ganbo")) {
            return Integer.parseInt(
                    text(app, "select count(*) from kept.word where word = '" + kept + "'"));
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return Optional.ofNullable(found.getString(1)).orElse("");
        }
    }

    /** Another program on the folder: {@link KeepsWords} in a JVM of its own. */
    private record Child(Process process, BufferedReader says, long postmaster)
            implements AutoCloseable {
        static Child start(Path home) throws IOException {
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    KeepsWords.class.getName(),
                                    home.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            BufferedReader says =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            return new Child(process, says, Long.parseLong(answer(says, "READY ")));
        }

        /** Has a word written and waits for the acknowledgement. */
        String write() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            return answer(says, "KEPT ");
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        private static String answer(BufferedReader says, String word) throws IOException {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                if (line.startsWith(word)) {
                    return line.substring(word.length());
                }
            }
            throw new IllegalStateException("the other program ended without " + word);
        }

        @Override
        public void close() {
            try {
                kill();
                says.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
