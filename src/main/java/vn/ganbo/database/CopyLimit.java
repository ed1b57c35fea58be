package vn.ganbo.database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/**
 * What the disk allows: the owner's COPY of rows that already lie in tables back into the same
 * tables, with all their indexes and constraints. The limit against which the import is measured.
 */
@Component
public class CopyLimit {
    private final OwnerScripts owner;

    CopyLimit(OwnerScripts owner) {
        this.owner = owner;
    }

    /**
     * Copies the rows of these tables out, empties them, and measures copying them in again.
     *
     * @param tables schema.table, in an order that foreign keys allow
     * @return the time from the first row to the commit
     */
    public Duration measure(List<String> tables) {
        return owner.withOwner(connection -> measure(connection, tables));
    }

    /** Empties tables and everything that hangs on them. */
    public void empty(List<String> tables) {
        owner.withOwner(connection -> empty(connection, tables));
    }

    private static Duration measure(Connection owner, List<String> tables)
            throws SQLException, IOException {
        List<byte[]> rows = new ArrayList<>();
        for (String table : tables) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select t.* from " + table + " t) to stdout", out);
            rows.add(out.toByteArray());
        }
        empty(owner, tables);
        force(owner, tables, "no force");
        try {
            owner.setAutoCommit(false);
            long start = System.nanoTime();
            for (int i = 0; i < tables.size(); i++) {
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy " + tables.get(i) + " from stdin",
                                new ByteArrayInputStream(rows.get(i)));
            }
            owner.commit();
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            owner.rollback();
            owner.setAutoCommit(true);
            force(owner, tables, "force");
        }
    }

    /** COPY does not work where row security binds the owner, too. */
    private static void force(Connection owner, List<String> tables, String force)
            throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String table : tables) {
                statement.execute("alter table " + table + " " + force + " row level security");
            }
        }
    }

    private static int empty(Connection owner, List<String> tables) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("truncate " + String.join(", ", tables) + " cascade");
            statement.execute("vacuum analyze " + String.join(", ", tables));
        }
        return tables.size();
    }
}
