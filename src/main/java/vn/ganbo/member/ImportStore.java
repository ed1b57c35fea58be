package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.Outcome;

/** Keeps uploaded lists on their way. */
@Component
class ImportStore {
    private static final String LISTED =
            """
            select f.id, f.version, f.file_name, f.kind, f.state, f.work, f.heading_row,
                   f.titles, f.name_place, f.columns_found, f.columns_unknown, f.columns_missing, f.rows, f.seen,
                   f.accepted, f.created, f.changed, f.unchanged, f.dropped, f.failure,
                   f.uploaded_at, f.applied_at, f.list_unit, f.remarks, f.copies_deleted
              from member.import_file f
            """;

    static final Sql ADD =
            Sql.of(
                    """
                    insert into member.import_file
                           (unit_no, id, office_id, account_id, file_name, kind, state, work, content,
                            heading_row, titles, name_place, columns_found, columns_unknown, columns_missing, rows, dropped,
                            uploaded_at, remarks, list_unit, fingerprint)
                    values (:unit_no::int, :id::uuid, :office::uuid, :account::uuid, :file_name, :kind,
                            :state, :work::text, :content::bytea, :heading_row::int, :titles::text[], :name_place::int,
                            :found::int, :unknown::text[], :missing::text[], :rows::int, :dropped::int,
                            :at::timestamptz, :remarks::text[], :list_unit::int, :fingerprint)
                    """);

    /** The columns as somebody has said; the check follows. */
    static final Sql MAP =
            Sql.of(
                    """
                    update member.import_file f
                       set kind = :kind,
                           state = 'UPLOADED',
                           work = 'CHECK',
                           seen = 0,
                           failure = null,
                           content = :content::bytea,
                           name_place = :name_place::int,
                           columns_found = :found::int,
                           columns_unknown = :unknown::text[],
                           columns_missing = :missing::text[],
                           list_unit = :list_unit::int,
                           rows = f.rows - :lost::int - :left_out::int,
                           dropped = f.dropped + :lost::int,
                           version = f.version + 1
                     where f.id = :id::uuid
                       and f.version = :version
                       and f.work is null
                       and f.content is not null
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    /** The same file, sent before by the same office. */
    static final Sql BEFORE =
            Sql.of(
                    LISTED
                            + """
                             where f.fingerprint = :fingerprint
                               and f.office_id = :office::uuid
                               and f.unit_no between :low and :high
                               and f.unit_no <@ :scope::int4multirange
                             order by f.uploaded_at desc
                             limit 1
                            """);

    static final Sql ONE =
            Sql.of(
                    LISTED
                            + """
                             where f.id = :id::uuid
                               and f.office_id = :office::uuid
                               and f.unit_no between :low and :high
                               and f.unit_no <@ :scope::int4multirange
                            """);

    static final Sql LATEST =
            Sql.of(
                    LISTED
                            + """
                             where f.office_id = :office::uuid
                               and f.unit_no between :low and :high
                               and f.unit_no <@ :scope::int4multirange
                             order by f.uploaded_at desc, f.id desc
                             limit :size::int
                            """);

    static final Sql CONTENT =
            Sql.of(
                    """
                    select f.content
                      from member.import_file f
                     where f.id = :id::uuid
                       and f.office_id = :office::uuid
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    /** Whoever comes first works on it; anybody else finds another version. */
    static final Sql CLAIM =
            Sql.of(
                    """
                    update member.import_file f
                       set work = :work,
                           resumed = false,
                           seen = 0,
                           failure = null,
                           content = coalesce(:content::bytea, f.content),
                           rows = f.rows - :lost::int,
                           dropped = f.dropped + :lost::int,
                           version = f.version + 1
                     where f.id = :id::uuid
                       and f.version = :version
                       and f.work is null
                       and f.content is not null
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    static final Sql SEEN =
            Sql.of(
                    """
                    update member.import_file f
                       set seen = :seen::int
                     where f.id = :id::uuid
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    static final Sql FINISH =
            Sql.of(
                    """
                    update member.import_file f
                       set state = :state,
                           work = null,
                           content = case when :state = 'APPLIED' then null else f.content end,
                           accepted = :accepted::int,
                           created = :created::int,
                           changed = :changed::int,
                           unchanged = :unchanged::int,
                           applied_at = :applied_at::timestamptz,
                           version = f.version + 1
                     where f.id = :id::uuid
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    static final Sql FAIL =
            Sql.of(
                    """
                    update member.import_file f
                       set state = case when f.state = 'UPLOADED' then 'FAILED' else f.state end,
                           work = null,
                           failure = :failure,
                           version = f.version + 1
                     where f.id = :id::uuid
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    /** After a restart nobody works on anything; what was not finished was rolled back. */
    static final Sql INTERRUPTED =
            Sql.of(
                    """
                    select f.id, f.office_id, f.account_id, f.work, f.resumed
                      from member.import_file f
                     where f.work is not null
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                     order by f.uploaded_at, f.id
                    """);

    static final Sql RESUME =
            Sql.of(
                    """
                    update member.import_file f
                       set resumed = true,
                           seen = 0
                     where f.id = :id::uuid
                       and f.work is not null
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    static final Sql GIVE_UP =
            Sql.of(
                    """
                    update member.import_file f
                       set state = case when f.state = 'UPLOADED' then 'FAILED' else f.state end,
                           work = null,
                           failure = :failure,
                           version = f.version + 1
                     where f.id = :id::uuid
                       and f.work is not null
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    static final Sql CLAIM_UNDOING =
            Sql.of(
                    """
                    update member.import_file f
                       set work = 'UNDO',
                           resumed = false,
                           seen = 0,
                           failure = null,
                           version = f.version + 1
                     where f.id = :id::uuid
                       and f.version = :version
                       and f.state = 'APPLIED'
                       and f.work is null
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    static final Sql TAKEN_BACK =
            Sql.of(
                    """
                    update member.import_file f
                       set state = 'TAKEN_BACK',
                           work = null,
                           version = f.version + 1
                     where f.id = :id::uuid
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    static final Sql REMOVE =
            Sql.of(
                    """
                    delete from member.import_file f
                     where f.id = :id::uuid
                       and f.office_id = :office::uuid
                       and f.work is null
                       and f.state not in ('APPLIED', 'TAKEN_BACK')
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    static final Sql FORGET_OLD =
            Sql.of(
                    """
                    delete from member.import_file f
                     where f.uploaded_at < :before::timestamptz
                       and f.work is null
                       and f.state not in ('APPLIED', 'TAKEN_BACK')
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    """);

    static final Sql FORGET_OLD_ROWS =
            Sql.of(
                    """
                    delete from member.import_row r
                     where r.import_id in (select f.id
                                             from member.import_file f
                                            where f.uploaded_at < :before::timestamptz)
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                    """);

    private final Db db;

    ImportStore(Db db) {
        this.db = db;
    }

    /** Work that a restart interrupted: whose it was, and whether it had been resumed before. */
    record Interrupted(
            UUID id, UUID officeId, @Nullable UUID accountId, String work, boolean resumed) {}

    /** A list on its way. */
    record Listed(
            UUID id,
            int version,
            String fileName,
            String kind,
            ImportState state,
            @Nullable String work,
            int headingRow,
            List<String> titles,
            int namePlace,
            int columnsFound,
            List<String> columnsUnknown,
            List<String> columnsMissing,
            int rows,
            int seen,
            int accepted,
            int created,
            int changed,
            int unchanged,
            int dropped,
            @Nullable String failure,
            Instant uploadedAt,
            @Nullable Instant appliedAt,
            int listUnit,
            List<String> remarks,
            boolean copiesDeleted) {

        /** Whether it can be undone: what was there before is still known. */
        boolean mayGoBack() {
            return state == ImportState.APPLIED
                    && work == null
                    && !ofOrganisations()
                    && !copiesDeleted;
        }

        /** What the list is of, in words. */
        String what() {
            return ofMembers()
                    ? "Danh sách đảng viên"
                    : ofARegister() ? "Sổ theo dõi nơi cư trú" : "Danh sách tổ chức đảng";
        }

        /** How it stands, in words. */
        String stands() {
            return work != null ? "Đang làm" : Labels.of(state);
        }

        boolean ofMembers() {
            return kind.equals(MemberImport.LAYOUT.kind());
        }

        boolean ofARegister() {
            return kind.equals(MemberImport.REGISTER.kind());
        }

        boolean ofOrganisations() {
            return !ofMembers() && !ofARegister();
        }

        int rejected() {
            return rows - accepted;
        }
    }

    /** What is kept of an upload. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Upload(
            UUID id,
            String fileName,
            Headings headings,
            byte[] content,
            int rows,
            int dropped,
            boolean doubtful,
            List<String> remarks,
            int listUnit,
            String fingerprint) {}

    void add(Viewer viewer, Upload upload, Instant at) {
        Headings headings = upload.headings();
        db.update(
                viewer.scope(),
                ADD,
                "unit_no",
                viewer.unitNo(),
                "id",
                upload.id(),
                "office",
                viewer.office(),
                "account",
                viewer.account(),
                "file_name",
                upload.fileName(),
                "kind",
                headings.layout().kind(),
                "content",
                upload.content(),
                "heading_row",
                headings.row(),
                "titles",
                headings.titles().toArray(String[]::new),
                "name_place",
                headings.place("name"),
                "found",
                headings.places().size(),
                "unknown",
                headings.unknown().toArray(String[]::new),
                "missing",
                headings.missing().toArray(String[]::new),
                "rows",
                upload.rows(),
                "dropped",
                upload.dropped(),
                "at",
                at.atOffset(ZoneOffset.UTC),
                "state",
                (upload.doubtful() ? ImportState.MAPPING : ImportState.UPLOADED).name(),
                "work",
                upload.doubtful() ? null : "CHECK",
                "remarks",
                upload.remarks().toArray(String[]::new),
                "list_unit",
                upload.listUnit(),
                "fingerprint",
                upload.fingerprint());
    }

    /** Keeps the columns as somebody has said; false when the list changed meanwhile. */
    boolean map(
            Scope scope,
            Listed file,
            int version,
            Headings headings,
            byte[] content,
            int lost,
            int leftOut,
            int listUnit) {
        return db.update(
                        scope,
                        MAP,
                        "id",
                        file.id(),
                        "version",
                        version,
                        "kind",
                        headings.layout().kind(),
                        "content",
                        content,
                        "name_place",
                        headings.place("name"),
                        "found",
                        headings.places().size(),
                        "unknown",
                        headings.unknown().toArray(String[]::new),
                        "missing",
                        headings.missing().toArray(String[]::new),
                        "list_unit",
                        listUnit,
                        "lost",
                        lost,
                        "left_out",
                        leftOut)
                == 1;
    }

    Optional<Listed> before(Viewer viewer, String fingerprint) {
        return db.one(
                viewer.scope(),
                BEFORE,
                ImportStore::listed,
                "fingerprint",
                fingerprint,
                "office",
                viewer.office());
    }

    Optional<Listed> one(Viewer viewer, UUID id) {
        return db.one(
                viewer.scope(), ONE, ImportStore::listed, "id", id, "office", viewer.office());
    }

    /** The office's newest, at most so many; all for null. */
    List<Listed> latest(Viewer viewer, @Nullable Integer size) {
        return db.list(
                viewer.scope(),
                LATEST,
                ImportStore::listed,
                "office",
                viewer.office(),
                "size",
                size);
    }

    Optional<byte[]> content(Viewer viewer, UUID id) {
        return db
                .list(
                        viewer.scope(),
                        CONTENT,
                        row -> Optional.ofNullable(row.getBytes("content")),
                        "id",
                        id,
                        "office",
                        viewer.office())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Takes the list in hand; false when somebody else has it or it changed. */
    boolean claim(
            Scope scope, UUID id, int version, String work, byte @Nullable [] content, int lost) {
        return db.update(
                        scope, CLAIM, "id", id, "version", version, "work", work, "content",
                        content, "lost", lost)
                == 1;
    }

    void seen(Scope scope, UUID id, int seen) {
        db.update(scope, SEEN, "id", id, "seen", seen);
    }

    void finish(Scope scope, UUID id, Outcome outcome, @Nullable Instant applied) {
        db.update(
                scope,
                FINISH,
                "id",
                id,
                "state",
                applied == null ? ImportState.CHECKED.name() : ImportState.APPLIED.name(),
                "accepted",
                outcome.accepted(),
                "created",
                outcome.created(),
                "changed",
                outcome.changed(),
                "unchanged",
                outcome.unchanged(),
                "applied_at",
                applied == null ? null : applied.atOffset(ZoneOffset.UTC));
    }

    void fail(Scope scope, UUID id, String failure) {
        db.update(scope, FAIL, "id", id, "failure", failure);
    }

    /** What was under way when the program stopped. */
    List<Interrupted> interrupted(Scope scope) {
        return db.list(scope, INTERRUPTED, Interrupted.class);
    }

    void resume(Scope scope, UUID id) {
        db.update(scope, RESUME, "id", id);
    }

    void giveUp(Scope scope, UUID id, String failure) {
        db.update(scope, GIVE_UP, "id", id, "failure", failure);
    }

    /** Takes an applied list in hand; false when somebody else has it or it changed. */
    boolean claimUndoing(Scope scope, UUID id, int version) {
        return db.update(scope, CLAIM_UNDOING, "id", id, "version", version) == 1;
    }

    void takenBack(Scope scope, UUID id) {
        db.update(scope, TAKEN_BACK, "id", id);
    }

    int remove(Viewer viewer, UUID id) {
        return db.update(viewer.scope(), REMOVE, "id", id, "office", viewer.office());
    }

    void forgetOld(Scope scope, Instant before) {
        db.update(scope, FORGET_OLD_ROWS, "before", before.atOffset(ZoneOffset.UTC));
        db.update(scope, FORGET_OLD, "before", before.atOffset(ZoneOffset.UTC));
    }

    private static Listed listed(ResultSet row) throws SQLException {
        Timestamp applied = row.getTimestamp("applied_at");
        return new Listed(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("file_name"),
                row.getString("kind"),
                ImportState.valueOf(row.getString("state")),
                row.getString("work"),
                row.getInt("heading_row"),
                texts(row, "titles"),
                row.getInt("name_place"),
                row.getInt("columns_found"),
                texts(row, "columns_unknown"),
                texts(row, "columns_missing"),
                row.getInt("rows"),
                row.getInt("seen"),
                row.getInt("accepted"),
                row.getInt("created"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("dropped"),
                row.getString("failure"),
                row.getTimestamp("uploaded_at").toInstant(),
                applied == null ? null : applied.toInstant(),
                row.getInt("list_unit"),
                texts(row, "remarks"),
                row.getBoolean("copies_deleted"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        java.sql.@Nullable Array array = row.getArray(column);
        List<String> out = new ArrayList<>();
        if (array != null) {
            for (Object text : (Object[]) array.getArray()) {
                out.add(String.valueOf(text));
            }
        }
        return out;
    }
}
