package vn.ganbo.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Writes and reads the book of what arrived. */
@Component
class IncomingStore {
    private static final String LINE =
            """
            select n.id, n.unit_no, n.no, n.kind, n.number, n.made_on, n.issuer, n.about, n.arrived_on,
                   n.paper_id, n.foreign_unit, n.foreign_code, n.trust, n.source,
                   n.file is not null as has_file, n.entered_at, n.entered_by, n.handled_at,
                   n.handled_by, n.case_path
              from document.incoming n
             where (n.unit_no <@ :scope::int4multirange
                    or (n.member_id = :self::uuid and n.kind = 'COMMENT_SLIP'
                        and n.handled_at is not null))
            """;

    static final Sql ENTER =
            Sql.of(
                    """
                    insert into document.incoming
                           (unit_no, term_start, no, id, member_id, kind, number, made_on, issuer, about,
                            arrived_on, paper_id, foreign_paper, foreign_unit, foreign_code, trust, source,
                            data, media_type, sha256, file, entered_at, entered_by)
                    values (:unit::int, :term::date,
                            document.take_numbers(:unit::int, 'INCOMING', :term::date, 1), :id::uuid,
                            :member::uuid, :kind::text, :number::text, :made_on::date, :issuer, :about,
                            :arrived_on::date, :paper::uuid, :foreign_paper::uuid, :foreign_unit::uuid,
                            :foreign_code::text, :trust::text, :source::text, :data::jsonb,
                            :media_type::text, sha256(:file::bytea), :file::bytea, :at::timestamptz, :by)
                    """);

    static final Sql ONE = Sql.of(LINE + "   and n.id = :id::uuid");

    static final Sql THE_SAME =
            Sql.of(
                    LINE
                            + """
                               and n.unit_no = :unit::int
                               and (n.foreign_paper = :foreign_paper::uuid
                                    or n.paper_id = :paper::uuid
                                    or (n.number = :number::text
                                        and n.made_on = :made_on::date
                                        and lower(n.issuer) = lower(:issuer)
                                        and coalesce(n.foreign_unit = :foreign_unit::uuid, true)
                                        and n.kind is not distinct from :kind::text))
                             limit 1
                            """);

    static final Sql BOOK =
            Sql.of(
                    LINE
                            + """
                               and n.unit_no = :unit::int
                               and n.arrived_on between :since::date and :until::date
                             order by n.term_start desc, n.no desc
                             limit :most
                            """);

    static final Sql DATA =
            Sql.of(
                    """
                    select n.data::text as data
                      from document.incoming n
                     where n.id = :id::uuid
                       and n.data is not null
                       and (n.unit_no <@ :scope::int4multirange
                            or (n.member_id = :self::uuid and n.kind = 'COMMENT_SLIP'
                                and n.handled_at is not null))
                    """);

    static final Sql FILE =
            Sql.of(
                    """
                    select n.media_type, n.file
                      from document.incoming n
                     where n.id = :id::uuid
                       and n.file is not null
                       and (n.unit_no <@ :scope::int4multirange
                            or (n.member_id = :self::uuid and n.kind = 'COMMENT_SLIP'
                                and n.handled_at is not null))
                    """);

    static final Sql HANDLED =
            Sql.of(
                    """
                    update document.incoming n
                       set handled_at = :at::timestamptz,
                           handled_by = :by,
                           case_path = :path,
                           about_id = :about::uuid,
                           member_id = :member::uuid
                     where n.id = :id::uuid
                       and n.handled_at is null
                       and n.unit_no <@ :scope::int4multirange
                    """);

    private final Db db;

    IncomingStore(Db db) {
        this.db = db;
    }

    /** A file as it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(String mediaType, byte[] file) {}

    void enter(
            Scope scope,
            UUID id,
            LocalDate term,
            Arrival arrival,
            @Nullable String data,
            Instant at,
            String by) {
        Arrival.File file = arrival.file();
        Found.Whole whole = file == null ? null : file.whole();
        Found.Marked mark = file == null ? null : file.mark();
        String markCode = mark == null ? null : mark.unitCode();
        String markTrust = mark == null ? null : mark.trust().name();
        String markFrom = mark == null ? null : mark.from();
        db.update(
                scope,
                ENTER,
                "unit",
                arrival.unitNo(),
                "term",
                term,
                "id",
                id,
                "member",
                arrival.memberId(),
                "kind",
                arrival.kind() == null ? null : arrival.kind().name(),
                "number",
                arrival.number(),
                "made_on",
                arrival.madeOn(),
                "issuer",
                arrival.issuer(),
                "about",
                arrival.about(),
                "arrived_on",
                arrival.arrivedOn(),
                "paper",
                arrival.paperId(),
                "foreign_paper",
                whole == null ? null : whole.paper(),
                "foreign_unit",
                whole == null ? null : whole.unit(),
                "foreign_code",
                whole == null ? markCode : whole.unitCode(),
                "trust",
                whole == null ? markTrust : whole.trust().name(),
                "source",
                whole == null ? markFrom : whole.from(),
                "data",
                data,
                "media_type",
                file == null ? null : file.mediaType(),
                "file",
                file == null ? null : file.bytes(),
                "at",
                at.atOffset(ZoneOffset.UTC),
                "by",
                by);
    }

    Optional<Arrived> one(Scope scope, UUID id) {
        return db.one(scope, ONE, IncomingStore::line, "id", id);
    }

    /** What stands in the unit's book already and is the same paper. */
    Optional<Arrived> theSame(Scope scope, Arrival arrival) {
        Arrival.File file = arrival.file();
        Found.Whole whole = file == null ? null : file.whole();
        return db.one(
                scope,
                THE_SAME,
                IncomingStore::line,
                "unit",
                arrival.unitNo(),
                "foreign_paper",
                whole == null ? null : whole.paper(),
                "foreign_unit",
                whole == null ? null : whole.unit(),
                "paper",
                arrival.paperId(),
                "number",
                arrival.number(),
                "made_on",
                arrival.madeOn(),
                "issuer",
                arrival.issuer(),
                "kind",
                arrival.kind() == null ? null : arrival.kind().name());
    }

    List<Arrived> book(Scope scope, int unitNo, LocalDate since, LocalDate until, int most) {
        return db.list(
                scope,
                BOOK,
                IncomingStore::line,
                "unit",
                unitNo,
                "since",
                since,
                "until",
                until,
                "most",
                most);
    }

    Optional<String> data(Scope scope, UUID id) {
        return db.one(scope, DATA, row -> row.getString("data"), "id", id);
    }

    Optional<Kept> file(Scope scope, UUID id) {
        return db.one(
                scope,
                FILE,
                row -> new Kept(row.getString("media_type"), row.getBytes("file")),
                "id",
                id);
    }

    int handled(
            Scope scope,
            UUID id,
            String path,
            @Nullable UUID member,
            @Nullable UUID about,
            Instant at,
            String by) {
        return db.update(
                scope,
                HANDLED,
                "id",
                id,
                "path",
                path,
                "member",
                member,
                "about",
                about,
                "at",
                at.atOffset(ZoneOffset.UTC),
                "by",
                by);
    }

    private static Arrived line(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String trust = row.getString("trust");
        OffsetDateTime handled = row.getObject("handled_at", OffsetDateTime.class);
        return new Arrived(
                row.getObject("id", UUID.class),
                row.getInt("unit_no"),
                row.getInt("no"),
                kind == null ? null : PaperKind.valueOf(kind),
                row.getString("number"),
                row.getObject("made_on", LocalDate.class),
                row.getString("issuer"),
                row.getString("about"),
                row.getObject("arrived_on", LocalDate.class),
                row.getObject("paper_id", UUID.class),
                row.getObject("foreign_unit", UUID.class),
                row.getString("foreign_code"),
                trust == null ? null : Found.Trust.valueOf(trust),
                row.getString("source"),
                row.getBoolean("has_file"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getString("entered_by"),
                handled == null ? null : handled.toInstant(),
                row.getString("handled_by"),
                row.getString("case_path"));
    }
}
