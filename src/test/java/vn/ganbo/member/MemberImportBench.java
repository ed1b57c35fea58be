package vn.ganbo.member;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.ProductTest;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.OrganisationImport;
import vn.ganbo.spreadsheet.Outcome;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;
import vn.ganbo.spreadsheet.TableWriter;

/** Import of a province beside the owner's COPY of the same rows; run by hand with -Dbench=true. */
@ProductTest
@EnabledIfSystemProperty(named = "bench", matches = "true")
class MemberImportBench {
    private static final int ROWS = 73_587;
    private static final Viewer SYSTEM = Viewer.system("measuring the import");
    private static final String[] TABLES = {
        "member.member", "member.workplace_only", "member.placement", "member.exemption"
    };

    @Autowired MemberImport members;
    @Autowired OrganisationImport organisations;
    @Autowired TransactionTemplate transactions;

    private static byte[] sample(String name) {
        try (InputStream in =
                Objects.requireNonNull(
                        MemberImportBench.class.getResourceAsStream("/samples/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample's good rows over and over, each with a card of its own. */
    private static byte[] province() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Table table =
                Table.open(sample("dang-vien-noi-cong-tac.xlsx"), List.of(MemberImport.LAYOUT))) {
            List<SheetRow> rows = new ArrayList<>();
            for (SheetRow row = table.next();
                    row != null && row.number() < 2290;
                    row = table.next()) {
                rows.add(row);
            }
            try (TableWriter writer =
                    new TableWriter(out, "Dang vien", table.headings().titles())) {
                for (int i = 0; i < ROWS; i++) {
                    SheetRow row = rows.get(i % rows.size());
                    List<String> texts = new ArrayList<>();
                    for (int c = 0; c < 16; c++) {
                        texts.add(row.cell(c).shown());
                    }
                    texts.set(0, String.valueOf(i + 1));
                    texts.set(5, "%02d.%06d".formatted(i / 1_000_000, i % 1_000_000));
                    writer.add(texts);
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void measure() throws Exception {
        SYSTEM.scope()
                .run(() -> {
                    try (Table table =
                            Table.open(
                                    sample("to-chuc-dang.xlsx"),
                                    List.of(OrganisationImport.LAYOUT))) {
                        organisations.apply(SYSTEM, table, Ids.next());
                    }
                });
        byte[] file = province();
        System.out.println("file " + file.length / 1024 + " KB");
        for (int round = 0; round < 3; round++) {
            long parse = System.nanoTime();
            int cells = 0;
            try (Table table = Table.open(file, List.of(MemberImport.LAYOUT))) {
                for (SheetRow row = table.next(); row != null; row = table.next()) {
                    cells += row.cells().size();
                }
            }
            parse = System.nanoTime() - parse;
            System.gc();
            Peak peak = new Peak();
            long ours = System.nanoTime();
            try (Table table = Table.open(file, List.of(MemberImport.LAYOUT))) {
                UUID id = Ids.next();
                Outcome outcome = SYSTEM.call(() -> members.apply(SYSTEM, table, id, _ -> {}));
                if (outcome.created() != ROWS) {
                    throw new IllegalStateException(outcome.faults().toString());
                }
            }
            ours = System.nanoTime() - ours;
            long heap = peak.stop();
            long again = System.nanoTime();
            try (Table table = Table.open(file, List.of(MemberImport.LAYOUT))) {
                SYSTEM.call(() -> members.apply(SYSTEM, table, Ids.next(), _ -> {}));
            }
            again = System.nanoTime() - again;
            long copy = copy();
            System.out.printf(
                    "parse %.1f s (%d cells), import %.1f s, again unchanged %.1f s, owner's COPY %.1f s, ratio %.2f, extra heap %d MB%n",
                    parse / 1e9,
                    cells,
                    ours / 1e9,
                    again / 1e9,
                    copy / 1e9,
                    (double) ours / copy,
                    heap >> 20);
        }
    }

    /** Copies the rows out, empties the tables, copies them in again as owner, empties them. */
    private static long copy() throws Exception {
        try (Connection owner = TestDatabase.current().connect("owner");
                Statement statement = owner.createStatement()) {
            List<byte[]> data = new ArrayList<>();
            for (String table : TABLES) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table + ") to stdout", out);
                data.add(out.toByteArray());
            }
            empty(statement);
            for (String table : TABLES) {
                statement.execute("alter table " + table + " no force row level security");
            }
            owner.setAutoCommit(false);
            long start = System.nanoTime();
            for (int i = 0; i < TABLES.length; i++) {
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy " + TABLES[i] + " from stdin",
                                new ByteArrayInputStream(data.get(i)));
            }
            owner.commit();
            long took = System.nanoTime() - start;
            owner.setAutoCommit(true);
            for (String table : TABLES) {
                statement.execute("alter table " + table + " force row level security");
            }
            try (ResultSet count = statement.executeQuery("select count(*) from member.member")) {
                count.next();
                if (count.getInt(1) != ROWS) {
                    throw new IllegalStateException("copied " + count.getInt(1));
                }
            }
            empty(statement);
            return took;
        }
    }

    private static void empty(Statement statement) throws Exception {
        statement.execute("truncate member.member cascade");
        statement.execute("vacuum analyze member.member, member.placement, member.workplace_only");
    }

    /** The greatest heap in use above that at the start, looked at every few milliseconds. */
    private static final class Peak {
        private final long before = used();
        private final AtomicLong most = new AtomicLong();
        private volatile boolean done;
        private final Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            while (!done) {
                                most.accumulateAndGet(used(), Math::max);
                                try {
                                    Thread.sleep(5);
                                } catch (InterruptedException e) {
                                    return;
                                }
                            }
                        });

        long stop() throws InterruptedException {
            done = true;
            thread.join();
            return most.get() - before;
        }

        private static long used() {
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
