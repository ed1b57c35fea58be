package vn.ganbo.meeting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps the files that are sent ahead of meetings. */
@Component
class DocumentStore {
    /** Those of a meeting that the office sees, by itself or through somebody invited. */
    static final Sql OF_MEETING =
            Sql.of(
                    """
                    select d.meeting_id, d.id, d.name, length(d.bytes) as size
                      from meeting.sent_document d
                     where d.meeting_id = :meeting::uuid
                       and (d.unit_no <@ :scope::int4multirange
                            or exists (select from meeting.attendance a
                                        where a.meeting_id = d.meeting_id
                                          and a.unit_no <@ :scope::int4multirange))
                     order by d.added_at, d.id
                    """);

    /** Those of the member's own invitations. */
    static final Sql MINE =
            Sql.of(
                    """
                    select d.meeting_id, d.id, d.name, length(d.bytes) as size
                      from meeting.attendance a
                      join meeting.meeting m on m.id = a.meeting_id
                      join meeting.sent_document d on d.meeting_id = a.meeting_id
                     where a.member_id = :self::uuid
                       and m.state <> 'CANCELLED'
                     order by d.added_at, d.id
                    """);

    static final Sql ONE =
            Sql.of(
                    """
                    select d.name, d.media_type, d.bytes
                      from meeting.sent_document d
                      join meeting.meeting m on m.id = d.meeting_id
                     where d.id = :id::uuid
                       and d.meeting_id = :meeting::uuid
                       and (d.unit_no <@ :scope::int4multirange
                            or exists (select from meeting.attendance a
                                        where a.meeting_id = d.meeting_id
                                          and (a.unit_no <@ :scope::int4multirange
                                               or (a.member_id = :self::uuid and m.state <> 'CANCELLED'))))
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into meeting.sent_document
                           (unit_no, id, meeting_id, name, media_type, sha256, bytes, added_at, added_by)
                    values (:unit::int, :id::uuid, :meeting::uuid, :name, :type, sha256(:bytes::bytea),
                            :bytes::bytea, :at::timestamptz, :who)
                        on conflict (meeting_id, sha256) do nothing
                    """);

    static final Sql REMOVE =
            Sql.of(
                    """
                    delete from meeting.sent_document d
                     where d.id = :id::uuid
                       and d.meeting_id = :meeting::uuid
                       and d.unit_no between :low and :high
                       and d.unit_no <@ :scope::int4multirange
                    """);

    /** A file without its bytes. */
    record Listed(UUID meetingId, UUID id, String name, int size) {
        /** "1,2 MB" or "85 KB". */
        String weight() {
            return size >= 1_000_000
                    ? Show.number(size / 1_000_000) + "," + size / 100_000 % 10 + " MB"
                    : Show.number(Math.max(1, size / 1000)) + " KB";
        }
    }

    private final Db db;

    DocumentStore(Db db) {
        this.db = db;
    }

    List<Listed> ofMeeting(Scope scope, UUID meeting) {
        return db.list(scope, OF_MEETING, Listed.class, "meeting", meeting);
    }

    List<Listed> mine(Scope scope) {
        return db.list(scope, MINE, Listed.class);
    }

    Optional<DocumentFile> find(Scope scope, UUID meeting, UUID id) {
        return db.one(
                scope,
                ONE,
                row ->
                        new DocumentFile(
                                row.getString("name"),
                                DocumentFile.Kind.ofMediaType(row.getString("media_type")),
                                row.getBytes("bytes")),
                "meeting",
                meeting,
                "id",
                id);
    }

    /** Returns whether it was not there already. */
    boolean add(Scope scope, Meeting meeting, UUID id, DocumentFile file, Stamp stamp) {
        return db.update(
                        scope,
                        ADD,
                        "unit",
                        meeting.unitNo(),
                        "id",
                        id,
                        "meeting",
                        meeting.id(),
                        "name",
                        file.name(),
                        "type",
                        file.kind().mediaType(),
                        "bytes",
                        file.bytes(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    boolean remove(Scope scope, UUID meeting, UUID id) {
        return db.update(scope, REMOVE, "meeting", meeting, "id", id) == 1;
    }
}
