package vn.ganbo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The house stands as drawn: one capability, one name; arrows go down only. */
class HouseTest {
    /** The ranks of the capabilities; kernel lies under everything. */
    static final Map<String, Integer> RANKS =
            Map.ofEntries(
                    Map.entry("web", 0),
                    Map.entry("spreadsheet", 0),
                    Map.entry("database", 0),
                    Map.entry("organisation", 1),
                    Map.entry("access", 2),
                    Map.entry("regulation", 2),
                    Map.entry("document", 2),
                    Map.entry("installation", 1),
                    Map.entry("intake", 6),
                    Map.entry("member", 3),
                    Map.entry("signature", 3),
                    Map.entry("liaison", 4),
                    Map.entry("meeting", 5),
                    Map.entry("forum", 5),
                    Map.entry("transfer", 5),
                    Map.entry("assignment", 5),
                    Map.entry("away", 5),
                    Map.entry("exchange", 6),
                    Map.entry("screening", 6),
                    Map.entry("assessment", 7),
                    Map.entry("classification", 8),
                    Map.entry("desk", 8),
                    Map.entry("statistics", 8),
                    Map.entry("portal", 8),
                    Map.entry("notification", 8),
                    Map.entry("audit", 8),
                    Map.entry("demo", 9));

    private static final String WHY = Decision.because(11);
    private static final Path JAVA = Path.of("src/main/java/vn/ganbo");
    private static final Path TESTS = Path.of("src/test/java/vn/ganbo");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** Folders of no capability: our libraries' tables, and the journeys through all of them. */
    private static final Set<String> OF_NONE = Set.of("__root", "journey");

    /** A condition, with up to two parentheses inside each other, that names a role; raw text. */
    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "\\$unsafe\\{[^}]*\\}"
                            + "|@(if|elseif)\\s*\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\b([Rr]ole|Role\\.\\w+)\\b");

    private static final Set<String> STYLED =
            Set.of(
                    "document/sheet.jte$unsafe{look.css()}",
                    "document/list.jte$unsafe{css}",
                    "document/dossier.jte$unsafe{css}");

    private static final JavaClasses PROGRAM =
            new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void no_capability_reaches_past_its_arrows() {
        ApplicationModules.of(Ganbo.class).verify();
    }

    @Test
    void arrows_go_down_only() {
        List<String> faults = new ArrayList<>();
        for (String capability : capabilities()) {
            if (capability.equals("kernel")) {
                continue;
            }
            Integer rank = RANKS.get(capability);
            if (rank == null) {
                faults.add(capability + " has no rank");
                continue;
            }
            for (String arrow : card(capability).allowedDependencies()) {
                if (RANKS.getOrDefault(arrow, Integer.MAX_VALUE) >= rank) {
                    faults.add(capability + " → " + arrow + " does not go down");
                }
            }
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    @Test
    void the_kernel_uses_no_capability() {
        noClasses()
                .that()
                .resideInAPackage("vn.ganbo.kernel")
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAPackage("vn.ganbo..")
                                .and(
                                        DescribedPredicate.not(
                                                JavaClass.Predicates.resideInAPackage(
                                                        "vn.ganbo.kernel"))))
                .because(WHY)
                .check(PROGRAM);
    }

    @Test
    void every_capability_has_an_identity_card_with_a_vietnamese_name() {
        List<String> faults = new ArrayList<>();
        for (String capability : capabilities()) {
            if (card(capability).displayName().isBlank()) {
                faults.add(capability + " has no Vietnamese name");
            }
            if (!packageInfo(capability).isAnnotationPresent(NullMarked.class)) {
                faults.add(capability + " is not @NullMarked");
            }
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    @Test
    void a_capability_lies_flat_and_its_folders_bear_its_name() {
        Set<String> names = new TreeSet<>(capabilities());
        List<String> faults = new ArrayList<>();
        for (String capability : names) {
            for (String inner : folders(JAVA.resolve(capability))) {
                faults.add(capability + " has a folder inside: " + inner);
            }
        }
        for (Path parent : List.of(TEMPLATES, MIGRATIONS, TESTS)) {
            for (String folder : folders(parent)) {
                if (!names.contains(folder) && !OF_NONE.contains(folder)) {
                    faults.add(parent + " has a folder of no capability: " + folder);
                }
            }
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    @Test
    void pages_are_seen_by_their_own_capability_only() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate()
                .because(WHY)
                .check(PROGRAM);
    }

    @Test
    void statements_forms_and_wiring_are_seen_by_their_own_capability_only() {
        classes()
                .that()
                .haveNameMatching(".*[a-z](Queries|Store|Pages|Form|Config|Menu|Desk)")
                .and()
                .areNotEnums()
                .should()
                .notBePublic()
                .because(WHY)
                .check(PROGRAM);
    }

    @Test
    void time_comes_from_the_clock() {
        Set<String> clocks =
                Set.of(
                        "java.time.LocalDate",
                        "java.time.LocalDateTime",
                        "java.time.LocalTime",
                        "java.time.ZonedDateTime",
                        "java.time.OffsetDateTime",
                        "java.time.Instant",
                        "java.time.Year",
                        "java.time.YearMonth");
        List<String> faults = new ArrayList<>();
        for (JavaClass type : PROGRAM) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                boolean asksTheMachine =
                        clocks.contains(access.getTargetOwner().getName())
                                && access.getTarget().getName().equals("now")
                                && !access.getTarget().getFullName().contains("java.time.Clock");
                if (asksTheMachine) {
                    faults.add(access.getDescription());
                }
            }
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    @Test
    void templates_ask_for_no_role_and_write_no_text_unescaped() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : files(TEMPLATES, ".jte")) {
            String name = TEMPLATES.relativize(file).toString();
            Matcher found = FORBIDDEN.matcher(Files.readString(file));
            while (found.find()) {
                // Papers and lists take their style from files of ours.
                if (!STYLED.contains(name + found.group())) {
                    faults.add(name + ": " + found.group());
                }
            }
        }
        assertThat(faults).as(WHY).isEmpty();
    }

    @Test
    void every_decision_has_a_number_of_its_own_and_says_what_would_notice() throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> numbers = new TreeSet<>();
        Set<String> tests =
                files(TESTS, "Test.java").stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toSet());
        for (Path file : files(Path.of("docs/decisions"), ".md")) {
            String name = file.getFileName().toString();
            if (!name.matches("\\d{4}-[a-z0-9-]+\\.md")) {
                continue;
            }
            if (!numbers.add(name.substring(0, 4))) {
                faults.add(name + " has the number of another one");
            }
            String[] parts =
                    Files.readString(file)
                            .split("(## Confirmation|\\*\\*Confirmation\\.\\*\\*)", 2);
            if (parts.length < 2) {
                faults.add(name + " does not name the test that would notice");
                continue;
            }
            Matcher named = Pattern.compile("\\b[A-Z]\\w+Test\\b").matcher(parts[1]);
            while (named.find()) {
                if (!tests.contains(named.group())) {
                    faults.add(name + " names a test that is not there: " + named.group());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> capabilities() {
        return folders(JAVA);
    }

    private static ApplicationModule card(String capability) {
        ApplicationModule card = packageInfo(capability).getAnnotation(ApplicationModule.class);
        assertThat(card).as("the identity card of " + capability).isNotNull();
        return card;
    }

    private static Class<?> packageInfo(String capability) {
        try {
            return Class.forName("vn.ganbo." + capability + ".package-info");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(capability + " has no package-info", e);
        }
    }

    private static List<String> folders(Path parent) {
        try (Stream<Path> found = Files.list(parent)) {
            return found.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path parent, String end) throws IOException {
        try (Stream<Path> found = Files.walk(parent)) {
            return found.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
