package vn.ganbo.installation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Keeps the keys of other installations. They name no person: every office may know them. */
@Component
class InstallationStore {
    static final Sql KNOWN =
            Sql.of(
                    """
                    select k.id, k.key_id, k.name, k.public_key, k.known_since, k.known_by
                      from installation.known k
                     where k.dropped_at is null
                     order by k.name collate "C", k.id
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into installation.known (id, key_id, name, public_key, known_since, known_by)
                    values (:id::uuid, :key_id, :name, :key::bytea, :at::timestamptz, :by)
                    """);

    static final Sql DROP =
            Sql.of(
                    """
                    update installation.known k
                       set dropped_at = :at::timestamptz,
                           dropped_by = :by
                     where k.id = :id::uuid
                       and k.dropped_at is null
                    """);

    private final Db db;

    InstallationStore(Db db) {
        this.db = db;
    }

    List<Known> known(Scope scope) {
        return db.list(
                scope,
                KNOWN,
                row ->
                        new Known(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                new PublicKey(row.getBytes("public_key")),
                                row.getTimestamp("known_since").toInstant(),
                                row.getString("known_by")));
    }

    void add(Scope scope, UUID id, String name, PublicKey key, Instant at, String by) {
        db.update(
                scope,
                ADD,
                "id",
                id,
                "key_id",
                key.id(),
                "name",
                name,
                "key",
                key.bytes(),
                "at",
                at.atOffset(ZoneOffset.UTC),
                "by",
                by);
    }

    int drop(Scope scope, UUID id, Instant at, String by) {
        return db.update(scope, DROP, "id", id, "at", at.atOffset(ZoneOffset.UTC), "by", by);
    }
}
