package vn.ganbo.signature;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.document.PaperKind;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps signed copies and scans of papers; who may read the paper may read them. */
@Component
class CopyStore {
    private static final String SEEN =
            """
            (p.unit_no <@ :scope::int4multirange
             or p.work_no <@ :scope::int4multirange
             or p.res_no <@ :scope::int4multirange
             or (p.for_member and p.member_id = :self::uuid))
            """;

    static final Sql PAPER =
            Sql.of(
                    """
                    select p.id, p.kind, p.number, p.made_on, p.member_id, p.unit_no, p.work_no,
                           p.res_no, p.for_member
                      from document.published_paper p
                     where p.id = :paper::uuid
                       and
                    """
                            + SEEN);

    static final Sql OF_PAPER =
            Sql.of(
                    """
                    select c.id, c.kind, c.media_type, length(c.bytes) as size, c.signers::text as signers,
                           c.added_at, c.added_by
                      from document.published_paper p
                      join signature.copy c on c.paper_id = p.id
                     where p.id = :paper::uuid
                       and
                    """
                            + SEEN
                            + """
                             order by c.added_at desc, c.id desc
                             limit 50
                            """);

    static final Sql BYTES =
            Sql.of(
                    """
                    select c.kind, c.media_type, c.bytes, c.sha256
                      from document.published_paper p
                      join signature.copy c on c.paper_id = p.id
                     where p.id = :paper::uuid
                       and c.id = :id::uuid
                       and
                    """
                            + SEEN);

    static final Sql KEEP =
            Sql.of(
                    """
                    insert into signature.copy
                           (unit_no, id, paper_id, kind, media_type, sha256, bytes, signers, added_at,
                            added_by)
                    values (:unit::int, :id::uuid, :paper::uuid, :kind, :type, :sum::bytea,
                            :bytes::bytea, :signers::jsonb, :at::timestamptz, :who)
                    on conflict (paper_id, sha256) do nothing
                    """);

    /** What is known of a paper without opening it. */
    record Head(
            UUID id,
            PaperKind kind,
            @Nullable String number,
            LocalDate madeOn,
            @Nullable UUID memberId,
            int unitNo,
            @Nullable Integer workNo,
            @Nullable Integer resNo,
            boolean forMember) {
        /** "Giấy giới thiệu số 09-GGT/ĐU". */
        String title() {
            return number == null ? kind.label() : kind.label() + " số " + number;
        }
    }

    /** What a copy is. */
    enum Kind {
        /** Signed with certificates, and checked. */
        SIGNED,
        /** A scan or photo of the paper signed by hand. */
        SCAN
    }

    /** A copy in the list; its signers as JSON. */
    record Listed(
            UUID id,
            Kind kind,
            String mediaType,
            int size,
            String signers,
            OffsetDateTime addedAt,
            String addedBy) {}

    /** A copy as it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, passed on to the response
    record Copy(Kind kind, String mediaType, byte[] bytes, byte[] sha256) {}

    /** A copy on its way into the table. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(
            UUID id,
            UUID paperId,
            Kind kind,
            String mediaType,
            byte[] sha256,
            byte[] bytes,
            String signers) {}

    private final Db db;

    CopyStore(Db db) {
        this.db = db;
    }

    Optional<Head> paper(Scope scope, UUID paperId) {
        return db.one(scope, PAPER, Head.class, "paper", paperId);
    }

    List<Listed> ofPaper(Scope scope, UUID paperId) {
        return db.list(scope, OF_PAPER, Listed.class, "paper", paperId);
    }

    Optional<Copy> copy(Scope scope, UUID paperId, UUID id) {
        return db.one(
                scope,
                BYTES,
                row ->
                        new Copy(
                                Kind.valueOf(row.getString("kind")),
                                row.getString("media_type"),
                                row.getBytes("bytes"),
                                row.getBytes("sha256")),
                "paper",
                paperId,
                "id",
                id);
    }

    /** False where the paper has this very file already. */
    boolean keep(Scope scope, int unitNo, Kept copy, Stamp stamp) {
        return db.update(
                        scope,
                        KEEP,
                        "unit",
                        unitNo,
                        "id",
                        copy.id(),
                        "paper",
                        copy.paperId(),
                        "kind",
                        copy.kind().name(),
                        "type",
                        copy.mediaType(),
                        "sum",
                        copy.sha256(),
                        "bytes",
                        copy.bytes(),
                        "signers",
                        copy.signers(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }
}
