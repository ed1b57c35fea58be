package vn.ganbo.member;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.OrganisationImport;
import vn.ganbo.spreadsheet.Fault;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.spreadsheet.Table;

/**
 * {@code ./run import [--apply] [--data DIR] FILE…}: the import without a browser, for whoever runs
 * the installation. Standard output carries one JSON object for each file and nothing else; all
 * else goes to standard error. All files are one transaction: organisations first, then members;
 * without {@code --apply} it is rolled back at the end.
 */
public final class ImportCommand {
    private static final int READ = 0;
    private static final int UNREADABLE = 2;
    private static final String USAGE =
            "Cách dùng: ./run import [--apply] [--data THƯ_MỤC] TỆP… (tệp .xlsx, .xls hoặc .csv)";
    private static final List<Layout> LAYOUTS =
            List.of(OrganisationImport.LAYOUT, MemberImport.LAYOUT, MemberImport.REGISTER);

    private ImportCommand() {}

    /** One file as it was named. */
    @SuppressWarnings("ArrayRecordComponent") // the very same bytes
    private record Source(String name, byte[] bytes) {}

    /** What was asked for. */
    private record Options(boolean apply, @Nullable String data, List<String> files) {}

    /** A sentence for standard error. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String sentence) {
            super(sentence);
        }
    }

    /**
     * Runs the command.
     *
     * @param program the class that the program starts from
     * @param args what follows the word import
     * @return 0 when all files could be read, else 2 with a sentence on standard error and nothing
     *     written
     */
    public static int run(Class<?> program, String... args) {
        PrintStream out = System.out;
        System.setOut(System.err);
        try {
            Options options = options(args);
            List<Source> sources = options.files.stream().map(ImportCommand::source).toList();
            sources.forEach(ImportCommand::kind);
            List<String> lines = work(program, options, sources);
            lines.forEach(out::println);
            out.flush();
            return READ;
        } catch (Unreadable e) {
            System.err.println(e.getMessage());
            return UNREADABLE;
        } finally {
            System.setOut(out);
        }
    }

    private static Options options(String... args) {
        boolean apply = false;
        String data = null;
        List<String> files = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--apply")) {
                apply = true;
            } else if (args[i].equals("--data") && i + 1 < args.length) {
                data = from(args[++i]).toString();
            } else if (args[i].startsWith("--")) {
                throw new Unreadable("Không hiểu “" + args[i] + "”. " + USAGE);
            } else {
                files.add(args[i]);
            }
        }
        if (files.isEmpty()) {
            throw new Unreadable("Chưa ghi tệp nào. " + USAGE);
        }
        return new Options(apply, data, files);
    }

    private static Source source(String name) {
        Path path = from(name);
        if (!Files.isRegularFile(path)) {
            throw new Unreadable("Không có tệp " + name + ".");
        }
        try {
            return new Source(name, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new Unreadable("Không mở được tệp " + name + ": kiểm tra quyền đọc tệp.");
        }
    }

    /** Names are those of the folder where ./run was called, which then goes to its own. */
    private static Path from(String name) {
        return Path.of(System.getProperty("ganbo.from", "")).resolve(name);
    }

    /** Looks at the headings before anything is started. */
    private static String kind(Source source) {
        return naming(
                source,
                () -> {
                    try (Table table = Table.open(source.bytes, LAYOUTS)) {
                        return table.headings().layout().kind();
                    }
                });
    }

    private static <T> T naming(Source source, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Problems e) {
            List<String> sentences =
                    e.byField().values().stream().flatMap(List::stream).distinct().toList();
            throw new Unreadable(source.name + ": " + String.join(" ", sentences));
        }
    }

    private static List<String> work(Class<?> program, Options options, List<Source> sources) {
        try (ConfigurableApplicationContext context = start(program, options)) {
            Viewer viewer = Viewer.system("nhập danh sách bằng dòng lệnh");
            TransactionTemplate transactions = context.getBean(TransactionTemplate.class);
            Map<Source, Outcome> outcomes =
                    viewer.call(() ->
                            Objects.requireNonNull(
                                    transactions.execute(status -> {
                                        if (!options.apply) {
                                            status.setRollbackOnly();
                                        }
                                        return all(context, viewer, sources);
                                    })));
            JsonMapper json = context.getBean(JsonMapper.class);
            return sources.stream()
                    .map(source ->
                            json.writeValueAsString(
                                    line(source, Objects.requireNonNull(outcomes.get(source)))))
                    .toList();
        }
    }

    private static ConfigurableApplicationContext start(Class<?> program, Options options) {
        List<String> settings = new ArrayList<>();
        settings.add("--db-scheduler.enabled=false");
        if (options.data != null) {
            settings.add("--ganbo.data=" + options.data);
            settings.add("--ganbo.database.url=");
        }
        try {
            return new SpringApplicationBuilder(program)
                    .web(WebApplicationType.NONE)
                    .lazyInitialization(true)
                    .run(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new Unreadable("Chưa mở được cơ sở dữ liệu: " + cause.getMessage());
        }
    }

    /** Organisations before members, whatever the order of the files. */
    private static Map<Source, Outcome> all(
            ConfigurableApplicationContext context, Viewer viewer, List<Source> sources) {
        Map<Source, Outcome> outcomes = new LinkedHashMap<>();
        for (Layout layout : LAYOUTS) {
            for (Source source : sources) {
                if (kind(source).equals(layout.kind())) {
                    outcomes.put(source, naming(source, () -> one(context, viewer, source)));
                }
            }
        }
        return outcomes;
    }

    private static Outcome one(
            ConfigurableApplicationContext context, Viewer viewer, Source source) {
        try (Table table = Table.open(source.bytes, LAYOUTS)) {
            Outcome outcome =
                    isTree(table)
                            ? context.getBean(OrganisationImport.class)
                                    .apply(viewer, table, Ids.next())
                            : context.getBean(MemberImport.class)
                                    .apply(viewer, table, Ids.next(), 0, _ -> {});
            tell(source, table, outcome);
            return outcome;
        }
    }

    private static boolean isTree(Table table) {
        return table.headings().layout().kind().equals(OrganisationImport.LAYOUT.kind());
    }

    private static void tell(Source source, Table table, Outcome outcome) {
        table.remarks().forEach(System.err::println);
        if (!table.headings().sure()) {
            table.headings()
                    .reasons()
                    .forEach((key, reason) ->
                            System.err.printf(
                                    "%s: đọc cột %s là “%s”. %s%n",
                                    source.name,
                                    Headings.column(table.headings().place(key)),
                                    table.headings().layout().title(key),
                                    reason));
        }
        System.err.printf(
                "%s: %d dòng, nhận %d (mới %d, thay đổi %d, không đổi %d), chưa nhận %d, cần xem lại %d%n",
                source.name,
                outcome.rows(),
                outcome.accepted(),
                outcome.created(),
                outcome.changed(),
                outcome.unchanged(),
                outcome.rejected(),
                outcome.notes().size());
        Stream<Fault> some = outcome.notes().stream().limit(20);
        some.forEach(note ->
                System.err.printf(
                        "  dòng %d, %s: %s%n", note.row(), note.column(), note.message()));
    }

    private static Map<String, Object> line(Source source, Outcome outcome) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", source.name);
        line.put("kind", outcome.kind());
        line.put("rows", outcome.rows());
        line.put("accepted", outcome.accepted());
        line.put("rejected", outcome.rejected());
        line.put("problems", outcome.faults());
        line.put("review", outcome.reviews());
        return line;
    }
}
