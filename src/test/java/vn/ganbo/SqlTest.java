package vn.ganbo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.modulith.ApplicationModule;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.kernel.Sql;

/** What runs is what you read: every statement is a constant that PostgreSQL understands. */
class SqlTest {
    private static final String WHY = Decision.because(3);

    /** Functions through which a capability lets others act or ask, beside its published views. */
    private static final Set<String> OPEN_FUNCTIONS =
            Set.of(
                    "member.move_residence",
                    "member.seats",
                    "member.with_a_host",
                    "member.works_within");

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final Set<String> RUNS_SQL =
            Set.of(
                    "org.springframework.jdbc.core.simple.JdbcClient",
                    "org.springframework.jdbc.core.JdbcTemplate",
                    "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate",
                    "java.sql.Connection",
                    "java.sql.Statement",
                    "java.sql.PreparedStatement",
                    "org.postgresql.copy.CopyManager");

    /** Who connects under another role than the program's. */
    private static final Set<String> OTHER_ROLES = Set.of("vn.ganbo.audit.Sealer");

    /** Where statements are put together of constants that are prepared one by one. */
    private static final Set<String> COMPOSED =
            Set.of(
                    "vn.ganbo.desk.Tallies.together(java.util.List)",
                    "vn.ganbo.member.MemberBlocks.together(java.util.List)",
                    "vn.ganbo.member.MemberTies.together(java.util.List)",
                    "vn.ganbo.member.RetainedKinds.together(java.util.List)");

    private static final Pattern STAGING = Pattern.compile("(?i)^\\s*create\\s+temp");

    private static final Map<String, Pattern> FORBIDDEN = forbidden();

    private static Map<String, Pattern> forbidden() {
        Map<String, Pattern> out = new LinkedHashMap<>();
        out.put(
                "takes the time from the server: it comes from the Clock as a parameter",
                Pattern.compile(
                        "(?i)\\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\\s*\\("
                                + "|\\b(current_date|current_time|current_timestamp|localtime|localtimestamp)\\b"));
        out.put(
                "selects *: name the columns",
                Pattern.compile("(?i)\\b(select|returning|distinct)\\s+\\*|\\b\\w+\\.\\*"));
        out.put(
                "shouts: SQL is written in lower case",
                Pattern.compile("\\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN|WITH|SET)\\b"));
        return out;
    }

    @Test
    void postgresql_understands_every_statement_as_the_programs_role() throws SQLException {
        Map<Class<?>, List<Statement>> byClass = new LinkedHashMap<>();
        for (Statement statement : Statement.all()) {
            byClass.computeIfAbsent(statement.owner(), _ -> new ArrayList<>()).add(statement);
        }

        List<String> faults = new ArrayList<>();
        try (Connection app = TestDatabase.migrated().connect("app")) {
            app.setAutoCommit(false);
            for (List<Statement> statements : byClass.values()) {
                for (Statement statement : statements) {
                    if (STAGING.matcher(statement.sql().text()).find()) {
                        run(app, statement, faults);
                    }
                }
                for (Statement statement : statements) {
                    prepare(app, statement, faults);
                }
                app.rollback();
            }
        }

        assertThat(byClass).as("classes with statements").isNotEmpty();
        assertThat(faults).as(WHY).isEmpty();
    }

    private static void run(Connection app, Statement statement, List<String> faults)
            throws SQLException {
        var before = app.setSavepoint();
        try (java.sql.Statement staging = app.createStatement()) {
            staging.execute(statement.sql().text());
        } catch (SQLException e) {
            app.rollback(before);
            faults.add(statement + ": " + e.getMessage());
        }
    }

    /** Parsed and described by the server with parameters of unknown type, as PREPARE does. */
    private static void prepare(Connection app, Statement statement, List<String> faults)
            throws SQLException {
        String text =
                NamedParameterUtils.substituteNamedParameters(
                        NamedParameterUtils.parseSqlStatement(statement.sql().text()), null);
        var before = app.setSavepoint();
        try (PreparedStatement prepared = app.prepareStatement(text)) {
            prepared.getParameterMetaData();
        } catch (SQLException e) {
            app.rollback(before);
            faults.add(statement + ": " + e.getMessage());
        }
    }

    @Test
    void no_statement_takes_the_servers_time_or_unnamed_columns() {
        List<String> faults = new ArrayList<>();
        for (Statement statement : Statement.all()) {
            FORBIDDEN.forEach((sentence, pattern) -> {
                Matcher found = pattern.matcher(statement.words());
                if (found.find()) {
                    faults.add(statement + " " + sentence + " (" + found.group() + ")");
                }
            });
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    @Test
    void a_statement_names_its_own_schema_and_of_others_only_what_they_publish() {
        List<String> faults = new ArrayList<>();
        for (Statement statement : Statement.all()) {
            Set<String> arrows = arrows(statement.capability());
            for (String name : foreign(statement.words(), statement.capability())) {
                String schema = name.substring(0, name.indexOf('.'));
                if (!name.contains(".published_") && !OPEN_FUNCTIONS.contains(name)) {
                    faults.add(statement + " names " + name + ", which is not published");
                } else if (!arrows.contains(schema)) {
                    faults.add(
                            statement
                                    + " names "
                                    + name
                                    + ", but its package-info allows no arrow to "
                                    + schema);
                }
            }
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    @Test
    void a_migration_names_its_own_schema_and_of_others_only_keys_and_published_views()
            throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
                String capability = file.getParent().getFileName().toString();
                String words =
                        Statement.words(Files.readString(file)).replaceAll("references \\S+", "");
                for (String name : foreign(words, capability)) {
                    if (!name.contains(".published_") && !OPEN_FUNCTIONS.contains(name)) {
                        faults.add(file.getFileName() + " in " + capability + " names " + name);
                    }
                }
            }
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    @Test
    void sql_is_written_in_constants_and_run_by_the_database_capability_alone() {
        List<String> faults = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().importPath("target/classes")) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (access.getTargetOwner().isEquivalentTo(Sql.class)
                        && Set.of("of", "<init>").contains(access.getTarget().getName())
                        && !access.getOrigin().getName().equals("<clinit>")
                        && !COMPOSED.contains(access.getOrigin().getFullName())
                        && !type.isEquivalentTo(Sql.class)) {
                    faults.add(access.getDescription() + ": a statement that no test can find");
                }
                if (RUNS_SQL.contains(access.getTargetOwner().getName())
                        && !type.getPackageName().equals("vn.ganbo.database")
                        && !OTHER_ROLES.contains(type.getName())) {
                    faults.add(access.getDescription() + ": go through Db");
                }
            }
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    /** Names of the form schema.thing where schema is another capability's. */
    private static List<String> foreign(String words, String capability) {
        List<String> out = new ArrayList<>();
        Set<String> schemas = schemas();
        Matcher names = Pattern.compile("\\b([a-z]+)\\.([a-z_]+)\\b").matcher(words);
        while (names.find()) {
            if (!names.group(1).equals(capability) && schemas.contains(names.group(1))) {
                out.add(names.group());
            }
        }
        return out;
    }

    /** The schemas are the migration folders. */
    private static Set<String> schemas() {
        try (Stream<Path> folders = Files.list(MIGRATIONS)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> arrows(String capability) {
        try {
            ApplicationModule card =
                    Class.forName("vn.ganbo." + capability + ".package-info")
                            .getAnnotation(ApplicationModule.class);
            return Set.copyOf(Arrays.asList(card.allowedDependencies()));
        } catch (ClassNotFoundException e) {
            return Set.of();
        }
    }
}
