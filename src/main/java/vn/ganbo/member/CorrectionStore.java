package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

/** Keeps what members ask to be put right in their record. */
@Component
class CorrectionStore {
    static final Sql TAKE_BACK =
            Sql.of(
                    """
                    update member.correction c
                       set state = 'WITHDRAWN'
                     where c.member_id = :self::uuid
                       and c.state = 'OPEN'
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into member.correction (id, member_id, state, proposed_at)
                    values (:id::uuid, :self::uuid, 'OPEN', :at)
                    """);

    static final Sql ADD_FIELDS =
            Sql.of(
                    """
                    insert into member.correction_field (correction_id, ordinal, field, before_text, after_text)
                    select :id::uuid, n.ordinal, n.field, n.before_text, n.after_text
                      from unnest(:fields::text[], :befores::text[], :afters::text[])
                           with ordinality as n (field, before_text, after_text, ordinal)
                    """);

    static final Sql OPEN =
            Sql.of(
                    """
                    select c.id, c.member_id, m.full_name, c.state, c.proposed_at,
                           string_agg(f.field, ',' order by f.ordinal) as fields
                      from member.correction c
                      join member.member m on m.id = c.member_id
                      join member.correction_field f on f.correction_id = c.id
                     where c.state = 'OPEN'
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                     group by c.id, m.id
                     order by c.proposed_at, c.id
                     limit :size::int
                    """);

    static final Sql FIND =
            Sql.of(
                    """
                    select c.id, c.member_id, m.full_name, c.state, c.proposed_at, '' as fields
                      from member.correction c
                      join member.member m on m.id = c.member_id
                     where c.id = :id::uuid
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    static final Sql LATEST_OWN =
            Sql.of(
                    """
                    select c.id, c.member_id, '' as full_name, c.state, c.proposed_at, '' as fields
                      from member.correction c
                     where c.member_id = :self::uuid
                       and c.state <> 'WITHDRAWN'
                     order by c.proposed_at desc, c.id desc
                     limit 1
                    """);

    static final Sql FIELDS =
            Sql.of(
                    """
                    select f.field, f.before_text, f.after_text, f.approved, f.reason
                      from member.correction_field f
                     where f.correction_id = :id::uuid
                     order by f.ordinal
                    """);

    /** Only one of two clerks decides. */
    static final Sql DECIDE =
            Sql.of(
                    """
                    update member.correction c
                       set state = 'DECIDED',
                           decided_at = :at
                     where c.id = :id::uuid
                       and c.state = 'OPEN'
                    """);

    static final Sql DECIDE_FIELDS =
            Sql.of(
                    """
                    update member.correction_field f
                       set approved = n.approved,
                           reason = n.reason
                      from unnest(:fields::text[], :approved::boolean[], :reasons::text[])
                           as n (field, approved, reason)
                     where f.correction_id = :id::uuid
                       and f.field = n.field
                    """);

    private final Db db;

    CorrectionStore(Db db) {
        this.db = db;
    }

    /** One proposal; fields are the names of its fields, with commas, where it is listed. */
    record Correction(
            UUID id,
            UUID memberId,
            String fullName,
            String state,
            Instant proposedAt,
            String fields) {
        boolean open() {
            return state.equals("OPEN");
        }
    }

    /** One field of a proposal: what stood there, what is to stand there, and the decision. */
    record Field(
            String field,
            String before,
            String after,
            @Nullable Boolean approved,
            @Nullable String reason) {}

    /** A decision on one field. */
    record Verdict(String field, boolean approved, @Nullable String reason) {}

    /** An earlier one that nobody has decided is taken back. */
    void propose(Scope scope, UUID id, Instant at, List<Field> fields) {
        db.update(scope, TAKE_BACK);
        db.update(scope, ADD, "id", id, "at", moment(at));
        db.update(
                scope,
                ADD_FIELDS,
                "id",
                id,
                "fields",
                fields.stream().map(Field::field).toArray(String[]::new),
                "befores",
                fields.stream().map(Field::before).toArray(String[]::new),
                "afters",
                fields.stream().map(Field::after).toArray(String[]::new));
    }

    /** Those that wait longest, at most so many; all for null. */
    List<Correction> open(Scope scope, @Nullable Integer size) {
        return db.list(scope, OPEN, CorrectionStore::correction, "size", size);
    }

    Optional<Correction> find(Scope scope, UUID id) {
        return db.one(scope, FIND, CorrectionStore::correction, "id", id);
    }

    Optional<Correction> latestOwn(Scope scope) {
        return db.one(scope, LATEST_OWN, CorrectionStore::correction);
    }

    List<Field> fields(Scope scope, UUID correction) {
        return db.list(scope, FIELDS, CorrectionStore::field, "id", correction);
    }

    boolean decide(Scope scope, UUID id, Instant at, List<Verdict> verdicts) {
        if (db.update(scope, DECIDE, "id", id, "at", moment(at)) == 0) {
            return false;
        }
        db.update(
                scope,
                DECIDE_FIELDS,
                "id",
                id,
                "fields",
                verdicts.stream().map(Verdict::field).toArray(String[]::new),
                "approved",
                verdicts.stream().map(Verdict::approved).toArray(Boolean[]::new),
                "reasons",
                verdicts.stream().map(Verdict::reason).toArray(String[]::new));
        return true;
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getObject("id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getString("full_name"),
                row.getString("state"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("fields"));
    }

    private static Field field(ResultSet row) throws SQLException {
        return new Field(
                row.getString("field"),
                row.getString("before_text"),
                row.getString("after_text"),
                row.getObject("approved", Boolean.class),
                row.getString("reason"));
    }
}
