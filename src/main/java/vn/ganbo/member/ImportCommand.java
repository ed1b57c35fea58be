package vn.ganbo.member;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.OrganisationImport;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.spreadsheet.Table;

/**
 * {@code ./run import [--apply] [--data DIR] FILE…}: reads lists without the web program and prints
 * one JSON object a file. Without {@code --apply} everything is rolled back at the end, so that
 * later files of one call still see earlier ones.
 */
public final class ImportCommand {
    private static final List<Layout> LAYOUTS =
            List.of(OrganisationImport.LAYOUT, MemberImport.LAYOUT);

    private final Class<?> application;
    private final PrintStream out;
    private boolean apply;
    private String data = "data";
    private final List<String> files = new ArrayList<>();

    private ImportCommand(Class<?> application, PrintStream out) {
        this.application = application;
        this.out = out;
    }

    /**
     * Runs the command.
     *
     * @param application the program's class, which stands above every capability
     * @return 0 when the files could be read, 2 when not; the reason stands on standard error
     */
    public static int run(Class<?> application, String... args) {
        PrintStream out = System.out;
        System.setOut(System.err);
        ImportCommand command = new ImportCommand(application, out);
        try {
            command.parse(args);
            command.work();
            return 0;
        } catch (Problems e) {
            e.byField().values().forEach(said -> said.forEach(System.err::println));
        } catch (IOException e) {
            System.err.println("Không đọc được tệp: " + e.getMessage());
        }
        return 2;
    }

    private void parse(String... args) {
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--apply" -> apply = true;
                case "--data" -> {
                    i++;
                    if (i == args.length) {
                        throw Problems.of("data", "Sau --data cần tên thư mục dữ liệu.");
                    }
                    data = args[i];
                }
                default -> files.add(args[i]);
            }
        }
        if (files.isEmpty()) {
            throw Problems.of(
                    "file", "Cần ít nhất một tệp: ./run import [--apply] [--data DIR] FILE…");
        }
    }

    private void work() throws IOException {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        for (String file : files) {
            byte[] content = Files.readAllBytes(Path.of(file));
            try (Table table = Table.open(content, LAYOUTS)) {
                table.headings();
                bytes.put(file, content);
            } catch (Problems e) {
                throw Problems.of(
                        "file",
                        file
                                + ": "
                                + String.join(" ", e.byField().getOrDefault("file", List.of())));
            }
        }
        try (ConfigurableApplicationContext context =
                new SpringApplicationBuilder(application)
                        .web(WebApplicationType.NONE)
                        .properties("ganbo.data=" + data, "db-scheduler.enabled=false")
                        .run()) {
            Viewer viewer = Viewer.system("import from the command line");
            Map<String, Outcome> outcomes = viewer.call(() -> all(context, viewer, bytes));
            JsonMapper json = context.getBean(JsonMapper.class);
            for (String file : files) {
                out.println(json.writeValueAsString(line(file, outcomes.get(file))));
            }
            out.flush();
        }
    }

    /** Organisations before members, whatever the order of the files; one transaction. */
    private Map<String, Outcome> all(
            ConfigurableApplicationContext context, Viewer viewer, Map<String, byte[]> bytes) {
        TransactionTemplate transaction =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        transaction.executeWithoutResult(status -> {
            for (Layout layout : LAYOUTS) {
                bytes.forEach((file, content) -> {
                    try (Table table = Table.open(content, LAYOUTS)) {
                        if (table.headings().layout().kind().equals(layout.kind())) {
                            outcomes.put(file, one(context, viewer, table));
                        }
                    }
                });
            }
            if (!apply) {
                status.setRollbackOnly();
            }
        });
        return outcomes;
    }

    private static Outcome one(ConfigurableApplicationContext context, Viewer viewer, Table table) {
        boolean members = table.headings().layout().kind().equals(MemberImport.LAYOUT.kind());
        return members
                ? context.getBean(MemberImport.class).apply(viewer, table, Ids.next(), _ -> {})
                : context.getBean(OrganisationImport.class).apply(viewer, table, Ids.next());
    }

    private static Map<String, Object> line(
            String file, @org.jspecify.annotations.Nullable Outcome outcome) {
        if (outcome == null) {
            throw new IllegalStateException("no outcome for " + file);
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file);
        line.put("kind", outcome.kind());
        line.put("rows", outcome.rows());
        line.put("accepted", outcome.accepted());
        line.put("rejected", outcome.rejected());
        line.put("problems", outcome.faults());
        return line;
    }
}
