package vn.ganbo.member;

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

/** Keeps which records were put together, and which look alike and are two people. */
@Component
class MergeStore {
    static final Sql SET_ASIDE =
            Sql.of(
                    """
                    select member.set_aside(:id::uuid, :kept::uuid, :gone::uuid, :version::int,
                                            :took::boolean, :unit, :reason, :at::timestamptz, :who)
                    """);

    static final Sql GIVE_BACK =
            Sql.of("select member.give_back(:id::uuid, :at::timestamptz, :who)");

    static final Sql ADD_FIELDS =
            Sql.of(
                    """
                    insert into member.merge_field (merge_id, ordinal, field, kept_text, gone_text, after_text)
                    select :id::uuid, n.ordinal, n.field, n.kept_text, n.gone_text, n.after_text
                      from unnest(:fields::text[], :kept::text[], :gone::text[], :after::text[])
                           with ordinality as n (field, kept_text, gone_text, after_text, ordinal)
                    """);

    static final Sql TELL_APART =
            Sql.of(
                    """
                    insert into member.told_apart (first_id, second_id, told_at, told_by)
                    values (least(:one::uuid, :other::uuid), greatest(:one::uuid, :other::uuid), :at, :who)
                        on conflict do nothing
                    """);

    static final Sql FIND =
            Sql.of(
                    """
                    select g.id, g.kept_id, m.full_name as kept_name, g.gone_id, g.gone_name, g.gone_unit,
                           g.took_personal_id, g.reason, g.merged_at, g.merged_by, g.undone_at, g.undone_by
                      from member.merge g
                      join member.member m on m.id = g.kept_id
                     where g.id = :id::uuid
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    static final Sql FIELDS =
            Sql.of(
                    """
                    select f.field, f.kept_text, f.gone_text, f.after_text
                      from member.merge_field f
                      join member.merge g on g.id = f.merge_id
                      join member.member m on m.id = g.kept_id
                     where f.merge_id = :id::uuid
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                     order by f.ordinal
                    """);

    static final Sql INTO =
            Sql.of(
                    """
                    select g.id, g.gone_id, g.gone_name
                      from member.merge g
                      join member.member m on m.id = g.kept_id
                     where g.kept_id = :member::uuid
                       and g.undone_at is null
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                     order by g.merged_at, g.id
                    """);

    static final Sql INSTEAD =
            Sql.of(
                    """
                    select g.kept_id
                      from member.merge g
                      join member.member m on m.id = g.kept_id
                     where g.gone_id = :member::uuid
                       and g.undone_at is null
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    private final Db db;

    MergeStore(Db db) {
        this.db = db;
    }

    /** One field of both records: as it stood in each, and in the one that goes on since. */
    record Field(String field, String keptText, String goneText, String afterText) {}

    /** Two records that were put together. */
    record Merge(
            UUID id,
            UUID keptId,
            String keptName,
            UUID goneId,
            String goneName,
            String goneUnit,
            boolean tookPersonalId,
            String reason,
            Instant mergedAt,
            String mergedBy,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy) {}

    /** A record that was put into another. */
    record Aside(UUID id, UUID goneId, String goneName) {}

    /** False where the record changed meanwhile, or stands on a register. */
    boolean setAside(
            Scope scope,
            UUID id,
            MemberFile kept,
            MemberFile gone,
            boolean tookPersonalId,
            String unit,
            String reason,
            Instant at,
            String who) {
        return db.number(
                        scope,
                        SET_ASIDE,
                        "id",
                        id,
                        "kept",
                        kept.id(),
                        "gone",
                        gone.id(),
                        "version",
                        gone.version(),
                        "took",
                        tookPersonalId,
                        "unit",
                        unit,
                        "reason",
                        reason,
                        "at",
                        utc(at),
                        "who",
                        who)
                > 0;
    }

    void addFields(Scope scope, UUID id, List<Field> fields) {
        db.update(
                scope,
                ADD_FIELDS,
                "id",
                id,
                "fields",
                fields.stream().map(Field::field).toArray(String[]::new),
                "kept",
                fields.stream().map(Field::keptText).toArray(String[]::new),
                "gone",
                fields.stream().map(Field::goneText).toArray(String[]::new),
                "after",
                fields.stream().map(Field::afterText).toArray(String[]::new));
    }

    /** False where it has been given back already. */
    boolean giveBack(Scope scope, UUID id, Instant at, String who) {
        return db.number(scope, GIVE_BACK, "id", id, "at", utc(at), "who", who) > 0;
    }

    void tellApart(Scope scope, UUID one, UUID other, Instant at, String who) {
        db.update(scope, TELL_APART, "one", one, "other", other, "at", utc(at), "who", who);
    }

    Optional<Merge> find(Scope scope, UUID id) {
        return db.one(scope, FIND, Merge.class, "id", id);
    }

    List<Field> fields(Scope scope, UUID id) {
        return db.list(scope, FIELDS, Field.class, "id", id);
    }

    /** What was put into this record and is still in it. */
    List<Aside> into(Scope scope, UUID member) {
        return db.list(scope, INTO, Aside.class, "member", member);
    }

    /** The record that goes on in place of one that was set aside. */
    Optional<UUID> instead(Scope scope, UUID member) {
        return db.one(
                scope, INSTEAD, row -> row.getObject("kept_id", UUID.class), "member", member);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
