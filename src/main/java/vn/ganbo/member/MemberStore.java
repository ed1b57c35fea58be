package vn.ganbo.member;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Keeps what the workplace changes of a member. */
@Component
class MemberStore {
    static final Sql MOVE = Sql.of("select member.move_residence(:members::uuid[], :res_no::int)");

    static final Sql CHANGE =
            Sql.of(
                    """
                    update member.member m
                       set post = :post,
                           phone = :phone,
                           expertise = :expertise,
                           residence_address = :address,
                           version = m.version + 1
                     where m.id = :id::uuid
                       and m.version = :version
                       and (m.work_no between :low and :high and m.work_no <@ :scope::int4multirange)
                    """);

    private final Db db;

    MemberStore(Db db) {
        this.db = db;
    }

    void moveResidence(Scope scope, Collection<UUID> members, @Nullable Integer resNo) {
        db.number(scope, MOVE, "members", members.toArray(UUID[]::new), "res_no", resNo);
    }

    int change(Scope scope, UUID id, int version, Members.Contact contact) {
        return db.update(
                scope,
                CHANGE,
                "id",
                id,
                "version",
                version,
                "post",
                contact.post(),
                "phone",
                contact.phone(),
                "expertise",
                contact.expertise(),
                "address",
                contact.address());
    }
}
