package vn.ganbo.document;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Keeps batches for the printer and their parts. */
@Component
class PrintStore {
    private static final String BATCHES =
            """
            select b.id, b.title, b.layout, b.total, b.made_at, b.made_by,
                   coalesce(sum(p.papers) filter (where p.drawn_at is not null), 0)::int as drawn,
                   coalesce(sum(p.sheets), 0)::int as sheets,
                   coalesce(bool_or(p.failed_at is not null), false) as failed
              from document.print_batch b
              join document.print_part p on p.batch_id = b.id
             where b.unit_no <@ :scope::int4multirange
            """;

    static final Sql ADD =
            Sql.of(
                    """
                    insert into document.print_batch (unit_no, id, title, layout, total, made_at, made_by)
                    values (:unit::int, :id::uuid, :title, :layout, :total::int, :at::timestamptz, :by)
                    """);

    static final Sql ADD_PARTS =
            Sql.of(
                    """
                    insert into document.print_part (unit_no, batch_id, no, papers, sheets, content)
                    select :unit::int, :id::uuid, n.no, n.papers, n.sheets, n.content
                      from unnest(:nos::int[], :papers::int[], :sheets::int[], :contents::text[])
                           as n (no, papers, sheets, content)
                    """);

    static final Sql ONE =
            Sql.of(
                    BATCHES
                            + " and b.id = :id::uuid group by b.id, b.title, b.layout, b.total, b.made_at, b.made_by");

    static final Sql LATEST =
            Sql.of(
                    BATCHES
                            + """
                               and b.unit_no = :unit::int
                             group by b.id, b.title, b.layout, b.total, b.made_at, b.made_by
                             order by b.made_at desc
                             limit 50
                            """);

    /** The next part that nobody is drawing; the row stays locked until the transaction ends. */
    static final Sql NEXT =
            Sql.of(
                    """
                    select p.batch_id, p.no, p.content, b.layout
                      from document.print_part p
                      join document.print_batch b on b.id = p.batch_id
                     where p.drawn_at is null
                       and p.failed_at is null
                       and p.unit_no <@ :scope::int4multirange
                     order by p.batch_id, p.no
                     limit 1
                       for update of p skip locked
                    """);

    static final Sql DRAWN =
            Sql.of(
                    """
                    update document.print_part p
                       set drawn_at = :at::timestamptz,
                           bytes = :bytes::bytea
                     where p.batch_id = :id::uuid
                       and p.no = :no::int
                       and p.drawn_at is null
                       and p.unit_no <@ :scope::int4multirange
                    """);

    static final Sql FAILED =
            Sql.of(
                    """
                    update document.print_part p
                       set failed_at = :at::timestamptz
                     where p.batch_id = :id::uuid
                       and p.no = :no::int
                       and p.unit_no <@ :scope::int4multirange
                    """);

    static final Sql AGAIN =
            Sql.of(
                    """
                    update document.print_part p
                       set failed_at = null
                     where p.batch_id = :id::uuid
                       and p.failed_at is not null
                       and p.unit_no <@ :scope::int4multirange
                    """);

    static final Sql PARTS =
            Sql.of(
                    """
                    select p.no, p.sheets, p.bytes
                      from document.print_part p
                     where p.batch_id = :id::uuid
                       and p.drawn_at is not null
                       and p.no between :from::int and :until::int
                       and p.unit_no <@ :scope::int4multirange
                     order by p.no
                    """);

    static final Sql FORGET =
            Sql.of(
                    """
                    delete from document.print_batch b
                     where b.made_at < :before::timestamptz
                       and b.unit_no <@ :scope::int4multirange
                    """);

    private final Db db;

    PrintStore(Db db) {
        this.db = db;
    }

    /** A part on its way to the press. */
    record Waiting(UUID batchId, int no, String content, PrintLayout layout) {}

    /** A part to be written: papers and sheets in it, and what stands on them. */
    record Fresh(int no, int papers, int sheets, String content) {}

    /** A drawn part. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(int no, int sheets, byte[] bytes) {}

    void add(
            Scope scope,
            int unitNo,
            UUID id,
            String title,
            PrintLayout layout,
            List<Fresh> parts,
            Instant at,
            String by) {
        db.update(
                scope,
                ADD,
                "unit",
                unitNo,
                "id",
                id,
                "title",
                title,
                "layout",
                layout.name(),
                "total",
                parts.stream().mapToInt(Fresh::papers).sum(),
                "at",
                at.atOffset(ZoneOffset.UTC),
                "by",
                by);
        db.update(
                scope,
                ADD_PARTS,
                "unit",
                unitNo,
                "id",
                id,
                "nos",
                parts.stream().map(Fresh::no).toArray(Integer[]::new),
                "papers",
                parts.stream().map(Fresh::papers).toArray(Integer[]::new),
                "sheets",
                parts.stream().map(Fresh::sheets).toArray(Integer[]::new),
                "contents",
                parts.stream().map(Fresh::content).toArray(String[]::new));
    }

    Optional<PrintBatch> one(Scope scope, UUID id) {
        return db.one(scope, ONE, PrintStore::batch, "id", id);
    }

    List<PrintBatch> latest(Scope scope, int unitNo) {
        return db.list(scope, LATEST, PrintStore::batch, "unit", unitNo);
    }

    private static PrintBatch batch(java.sql.ResultSet row) throws java.sql.SQLException {
        return new PrintBatch(
                row.getObject("id", UUID.class),
                row.getString("title"),
                PrintLayout.valueOf(row.getString("layout")),
                row.getInt("total"),
                row.getInt("drawn"),
                row.getInt("sheets"),
                row.getBoolean("failed"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"));
    }

    Optional<Waiting> next(Scope scope) {
        return db.one(
                scope,
                NEXT,
                row ->
                        new Waiting(
                                row.getObject("batch_id", UUID.class),
                                row.getInt("no"),
                                row.getString("content"),
                                PrintLayout.valueOf(row.getString("layout"))));
    }

    void drawn(Scope scope, Waiting part, byte[] bytes, Instant at) {
        db.update(
                scope,
                DRAWN,
                "id",
                part.batchId(),
                "no",
                part.no(),
                "bytes",
                bytes,
                "at",
                at.atOffset(ZoneOffset.UTC));
    }

    void failed(Scope scope, UUID batch, int no, Instant at) {
        db.update(scope, FAILED, "id", batch, "no", no, "at", at.atOffset(ZoneOffset.UTC));
    }

    int again(Scope scope, UUID batch) {
        return db.update(scope, AGAIN, "id", batch);
    }

    List<Part> parts(Scope scope, UUID batch, int from, int until) {
        return db.list(
                scope,
                PARTS,
                row -> new Part(row.getInt("no"), row.getInt("sheets"), row.getBytes("bytes")),
                "id",
                batch,
                "from",
                from,
                "until",
                until);
    }

    int forget(Scope scope, Instant before) {
        return db.update(scope, FORGET, "before", before.atOffset(ZoneOffset.UTC));
    }
}
