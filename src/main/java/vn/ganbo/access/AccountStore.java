package vn.ganbo.access;

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

/** Keeps accounts. */
@Component
class AccountStore {
    private static final Sql BY_NAME =
            Sql.of(
                    """
                    select a.unit_no, a.id, a.person_id, a.user_name, a.password_hash,
                           a.password_hash is not null as has_password, a.must_change,
                           a.one_time_until, a.stamp, a.last_office, a.last_signed_in,
                           a.locked_since, a.changed_at, a.version
                      from access.account a
                     where a.unit_no between :low and :high
                       and a.folded = :folded
                    """);

    private static final Sql BY_ID =
            Sql.byKey(
                    """
                    select a.unit_no, a.id, a.person_id, a.user_name,
                           a.password_hash is not null as has_password, a.must_change,
                           a.one_time_until, a.stamp, a.last_office, a.last_signed_in,
                           a.locked_since, a.changed_at, a.version
                      from access.account a
                     where a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.id = :id::uuid
                    """);

    private static final Sql OF_PERSONS =
            Sql.of(
                    """
                    select a.unit_no, a.id, a.person_id, a.user_name,
                           a.password_hash is not null as has_password, a.must_change,
                           a.one_time_until, a.stamp, a.last_office, a.last_signed_in,
                           a.locked_since, a.changed_at, a.version
                      from access.account a
                     where a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.person_id = any (:persons::uuid[])
                    """);

    private static final Sql HASH =
            Sql.of(
                    """
                    select a.password_hash
                      from access.account a
                     where a.unit_no between :low and :high
                       and a.id = :id::uuid
                    """);

    private static final Sql ANY =
            Sql.of(
                    """
                    select count(*)
                      from (select from access.account a
                             where a.unit_no between :low and :high
                             limit 1) one
                    """);

    private static final Sql ONE_AT_A_TIME =
            Sql.of("select 1 from pg_advisory_xact_lock(hashtext('access.first-administrator'))");

    private static final Sql ADD =
            Sql.of(
                    """
                    insert into access.account
                           (unit_no, id, person_id, user_name, folded, password_hash, must_change,
                            one_time_until, changed_at)
                    values (:unit, :id::uuid, :person::uuid, :name, :folded, :hash::text, :must,
                            :until::timestamptz, :now::timestamptz)
                    on conflict do nothing
                    """);

    private static final Sql SET_PASSWORD =
            Sql.of(
                    """
                    update access.account
                       set password_hash = :hash,
                           must_change = :must,
                           one_time_until = :until::timestamptz,
                           stamp = stamp + 1,
                           changed_at = :now::timestamptz,
                           version = version + 1
                     where unit_no <@ :scope::int4multirange
                       and id = :id::uuid
                       and version = :version
                    """);

    private static final Sql SET_LOCK =
            Sql.of(
                    """
                    update access.account
                       set locked_since = :since::timestamptz,
                           stamp = stamp + 1,
                           changed_at = :now::timestamptz,
                           version = version + 1
                     where unit_no <@ :scope::int4multirange
                       and id = :id::uuid
                       and version = :version
                    """);

    private static final Sql SIGNED_IN =
            Sql.of(
                    """
                    update access.account
                       set last_signed_in = :now::timestamptz,
                           last_office = :office::uuid
                     where unit_no between :low and :high
                       and id = :id::uuid
                    """);

    private final Db db;

    AccountStore(Db db) {
        this.db = db;
    }

    /** An account and its hash, for sign-in alone. */
    record Secret(Account account, @Nullable String hash) {}

    Optional<Secret> byName(Scope scope, String folded) {
        return db.one(
                scope,
                BY_NAME,
                row -> new Secret(Account.of(row), row.getString("password_hash")),
                "folded",
                folded);
    }

    Optional<Account> byId(Scope scope, UUID id) {
        return db.one(scope, BY_ID, Account::of, "id", id);
    }

    Optional<Account> ofPerson(Scope scope, UUID person) {
        return ofPersons(scope, List.of(person)).stream().findFirst();
    }

    List<Account> ofPersons(Scope scope, List<UUID> persons) {
        return db.list(scope, OF_PERSONS, Account::of, "persons", persons.toArray(UUID[]::new));
    }

    Optional<String> hash(Scope scope, UUID id) {
        return db.one(scope, HASH, row -> Optional.ofNullable(row.getString(1)), "id", id)
                .flatMap(h -> h);
    }

    boolean isEmpty(Scope scope) {
        return db.number(scope, ANY) == 0;
    }

    /** Lets one transaction at a time found the first account. */
    void oneAtATime(Scope scope) {
        db.number(scope, ONE_AT_A_TIME);
    }

    /** What a new account is; a null hash is one without password. */
    record NewAccount(
            UUID id,
            UUID person,
            int unitNo,
            String userName,
            @Nullable String hash,
            boolean mustChange,
            @Nullable Instant oneTimeUntil) {}

    /** False when the person has an account or the user name is taken, seen or unseen. */
    boolean add(Scope scope, NewAccount account, Instant now) {
        return db.update(
                        scope,
                        ADD,
                        "unit",
                        account.unitNo(),
                        "id",
                        account.id(),
                        "person",
                        account.person(),
                        "name",
                        account.userName(),
                        "folded",
                        SignIn.folded(account.userName()),
                        "hash",
                        account.hash(),
                        "must",
                        account.mustChange(),
                        "until",
                        at(account.oneTimeUntil()),
                        "now",
                        at(now))
                == 1;
    }

    boolean setPassword(
            Scope scope,
            Account account,
            String hash,
            @Nullable Instant oneTimeUntil,
            Instant now) {
        return db.update(
                        scope,
                        SET_PASSWORD,
                        "id",
                        account.id(),
                        "version",
                        account.version(),
                        "hash",
                        hash,
                        "must",
                        oneTimeUntil != null,
                        "until",
                        at(oneTimeUntil),
                        "now",
                        at(now))
                == 1;
    }

    /** Locks since an instant, or opens with null. */
    boolean setLock(Scope scope, Account account, @Nullable Instant since, Instant now) {
        return db.update(
                        scope,
                        SET_LOCK,
                        "id",
                        account.id(),
                        "version",
                        account.version(),
                        "since",
                        at(since),
                        "now",
                        at(now))
                == 1;
    }

    void signedIn(Scope scope, UUID account, UUID office, Instant now) {
        db.update(scope, SIGNED_IN, "id", account, "office", office, "now", at(now));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
