package vn.ganbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;
import vn.ganbo.assessment.CommentLifecycle;
import vn.ganbo.assignment.AssignmentLifecycle;
import vn.ganbo.away.AwayLifecycle;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.liaison.IntroductionLifecycle;
import vn.ganbo.meeting.MeetingLifecycle;
import vn.ganbo.regulation.RulebookDocument;
import vn.ganbo.screening.ScreeningLifecycle;
import vn.ganbo.transfer.TransferLifecycle;

/**
 * docs/generated says what the program is: this test compares it, and writes it again with {@code
 * ./run docs}.
 */
@ProductTest
class DocumentsTest {
    private static final Path FOLDER = Path.of("docs/generated");
    private static final String HINT = "Made by ./run docs; do not edit.\n\n";

    @Test
    void the_list_of_capabilities_is_fresh() throws IOException {
        ApplicationModules modules = ApplicationModules.of(Ganbo.class);
        String rows =
                modules.stream()
                        .sorted(Comparator.comparing(m -> m.getIdentifier().toString()))
                        .map(m -> row(m, modules))
                        .collect(Collectors.joining());
        check(
                "modules.md",
                "# Capabilities\n\n"
                        + HINT
                        + "| Capability | Name | Uses |\n|---|---|---|\n"
                        + rows);
    }

    private static String row(ApplicationModule module, ApplicationModules modules) {
        String uses =
                module.getDirectDependencies(modules, DependencyType.values())
                        .uniqueModules()
                        .map(m -> m.getIdentifier().toString())
                        .filter(name -> !name.equals("kernel"))
                        .sorted()
                        .collect(Collectors.joining(", "));
        return "| "
                + module.getIdentifier()
                + " | "
                + module.getDisplayName()
                + " | "
                + uses
                + " |\n";
    }

    @Test
    void the_lifecycles_are_fresh() throws IOException {
        StringBuilder out = new StringBuilder("# Lifecycles\n\n" + HINT);
        out.append(
                "## Giấy giới thiệu\n\n```mermaid\nstateDiagram-v2\n    [*] --> ISSUED: issue\n");
        for (IntroductionLifecycle step : IntroductionLifecycle.values()) {
            line(out, step.from(), step.to(), step);
        }
        out.append(
                "```\n\n## Cuộc họp\n\n```mermaid\nstateDiagram-v2\n    [*] --> PLANNED: plan\n");
        for (MeetingLifecycle step : MeetingLifecycle.values()) {
            line(out, step.from(), step.to(), step);
        }
        out.append(
                "```\n\n## Phiếu nhận xét\n\n```mermaid\nstateDiagram-v2\n    [*] --> DRAFT: open round\n");
        for (CommentLifecycle step : CommentLifecycle.values()) {
            line(out, step.from(), step.to(), step);
        }
        out.append(
                "```\n\n## Chuyển sinh hoạt đảng\n\n```mermaid\nstateDiagram-v2\n    [*] --> OPENED: open\n");
        for (TransferLifecycle step : TransferLifecycle.values()) {
            line(out, step.from(), step.to(), step);
        }
        out.append(
                "```\n\n## Trường hợp xem xét\n\n```mermaid\nstateDiagram-v2\n    [*] --> OPENED: open\n");
        for (ScreeningLifecycle step : ScreeningLifecycle.values()) {
            line(out, step.from(), step.to(), step);
        }
        out.append(
                "```\n\n## Đơn xin giảm, miễn\n\n```mermaid\nstateDiagram-v2\n    [*] --> SUBMITTED: apply\n");
        for (AwayLifecycle step : AwayLifecycle.values()) {
            line(out, step.from(), step.to(), step);
        }
        out.append(
                "```\n\n## Phân công nhiệm vụ\n\n```mermaid\nstateDiagram-v2\n    [*] --> PROPOSED: propose\n");
        for (AssignmentLifecycle step : AssignmentLifecycle.values()) {
            line(out, step.from(), step.to(), step);
        }
        check("lifecycles.md", out.append("```\n").toString());
    }

    private static void line(StringBuilder out, Enum<?> from, Enum<?> to, Enum<?> act) {
        String words = act.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        out.append("    %s --> %s: %s%n".formatted(from, to, words));
    }

    @Test
    void the_schema_is_fresh() throws Exception {
        Map<String, StringBuilder> tables = new TreeMap<>();
        try (Connection owner = TestDatabase.current().connect("owner");
                Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                select n.nspname || '.' || c.relname as relation,
                                       case when c.relkind = 'v' then 'view'
                                            when c.relrowsecurity and c.relforcerowsecurity then 'row security'
                                            else 'open' end as guard,
                                       string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', '
                                                  order by a.attnum) as columns
                                  from pg_class c
                                  join pg_namespace n on n.oid = c.relnamespace
                                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                 where c.relkind in ('r', 'v')
                                   and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'session', 'jobs')
                                   and n.nspname not like 'pg\\_%'
                                 group by 1, 2
                                """)) {
            while (row.next()) {
                add(tables, row);
            }
        }
        String body =
                tables.entrySet().stream()
                        .map(e ->
                                "## "
                                        + e.getKey()
                                        + "\n\n| Relation | Guard | Columns |\n|---|---|---|\n"
                                        + e.getValue())
                        .collect(Collectors.joining("\n"));
        check("schema.md", "# Schema\n\n" + HINT + body);
    }

    private static void add(Map<String, StringBuilder> tables, ResultSet row) throws SQLException {
        String relation = row.getString("relation");
        StringBuilder lines =
                tables.computeIfAbsent(
                        relation.substring(0, relation.indexOf('.')), _ -> new StringBuilder());
        List<String> sorted = new java.util.ArrayList<>(lines.toString().lines().toList());
        sorted.add(
                "| %s | %s | %s |"
                        .formatted(relation, row.getString("guard"), row.getString("columns")));
        sorted.sort(Comparator.naturalOrder());
        lines.setLength(0);
        lines.append(String.join("\n", sorted)).append('\n');
    }

    @Test
    void the_routes_are_fresh() throws IOException {
        String rights = Files.readString(Path.of("src/main/resources/rights.txt"));
        StringBuilder out = new StringBuilder("# Routes and who may call them\n\n" + HINT);
        for (String line : rights.lines().toList()) {
            if (line.matches("# [a-z]+")) {
                out.append("\n## ")
                        .append(line.substring(2))
                        .append("\n\n| Route | Who |\n|---|---|\n");
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.strip().split("\\s+");
                out.append(
                        "| `%s %s` | %s |%n"
                                .formatted(parts[0], parts[1], parts[2].replace(",", ", ")));
            }
        }
        check("routes.md", out.toString());
    }

    @Test
    void the_rulebook_is_fresh() throws IOException {
        check("rulebook.md", RulebookDocument.markdown());
    }

    private static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("ganbo.docs"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s is stale: ./run docs", file)
                .isEqualTo(text);
    }
}
