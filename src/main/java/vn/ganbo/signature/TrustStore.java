package vn.ganbo.signature;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
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
import vn.ganbo.kernel.Stamp;

/** Keeps the certificates and revocation lists of units; those of a unit hold below it too. */
@Component
class TrustStore {
    /** A unit and all above it today. */
    private static final String PATH =
            """
            with recursive path (no, depth) as (
                select :unit::int, 0
                union all
                select u.parent_no, p.depth + 1
                  from path p
                  join organisation.published_unit u on u.no = p.no
                 where u.valid @> :today::date
                   and u.parent_no is not null
                   and p.depth < 20
            )
            """;

    static final Sql ANCHORS =
            Sql.of(
                    PATH
                            + """
                            select a.id, a.unit_no, coalesce(u.name, '') as unit_name, a.subject, a.issuer,
                                   a.not_before, a.not_after, a.fingerprint, a.added_at, a.added_by,
                                   a.version, a.unit_no <@ :scope::int4multirange as own
                              from signature.anchor a
                              left join organisation.published_unit u on u.no = a.unit_no and u.valid @> :today::date
                             where a.ended_at is null
                               and (a.unit_no in (select p.no from path p)
                                    or a.unit_no <@ :scope::int4multirange)
                             order by a.subject, a.not_after desc, a.id
                            """);

    static final Sql LISTS =
            Sql.of(
                    PATH
                            + """
                            select l.id, l.unit_no, coalesce(u.name, '') as unit_name, l.issuer, l.this_update,
                                   l.next_update, l.revoked, l.fingerprint, l.added_at, l.added_by
                              from signature.revocation_list l
                              left join organisation.published_unit u on u.no = l.unit_no and u.valid @> :today::date
                             where l.unit_no in (select p.no from path p)
                                or l.unit_no <@ :scope::int4multirange
                             order by l.issuer, l.unit_no
                            """);

    static final Sql ONE =
            Sql.of(
                    """
                    select a.id, a.unit_no, '' as unit_name, a.subject, a.issuer, a.not_before, a.not_after,
                           a.fingerprint, a.added_at, a.added_by, a.version, true as own
                      from signature.anchor a
                     where a.id = :id::uuid
                       and a.ended_at is null
                       and a.unit_no <@ :scope::int4multirange
                    """);

    static final Sql TRUSTED =
            Sql.of(
                    PATH
                            + """
                            select a.der
                              from signature.anchor a
                              join path p on p.no = a.unit_no
                             where a.ended_at is null
                               and :at::timestamptz between a.not_before and a.not_after
                             order by a.id
                            """);

    static final Sql LOADED =
            Sql.of(
                    PATH
                            + """
                            select l.der
                              from signature.revocation_list l
                              join path p on p.no = l.unit_no
                             where :at::timestamptz between l.this_update and l.next_update
                             order by l.id
                            """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into signature.anchor
                           (unit_no, id, subject, issuer, not_before, not_after, fingerprint, der,
                            added_at, added_by)
                    values (:unit::int, :id::uuid, :subject, :issuer, :from::timestamptz,
                            :to::timestamptz, :fingerprint, :der::bytea, :at::timestamptz, :who)
                    on conflict (unit_no, fingerprint) where ended_at is null do nothing
                    """);

    static final Sql END =
            Sql.of(
                    """
                    update signature.anchor a
                       set ended_at = :at::timestamptz,
                           ended_by = :who,
                           version = a.version + 1
                     where a.id = :id::uuid
                       and a.version = :version
                       and a.ended_at is null
                       and a.unit_no <@ :scope::int4multirange
                    """);

    /** A newer list takes the place of the one before; an older one changes nothing. */
    static final Sql LOAD =
            Sql.of(
                    """
                    insert into signature.revocation_list as l
                           (unit_no, id, issuer, this_update, next_update, revoked, fingerprint, der,
                            added_at, added_by)
                    values (:unit::int, :id::uuid, :issuer, :from::timestamptz, :to::timestamptz,
                            :revoked::int, :fingerprint, :der::bytea, :at::timestamptz, :who)
                    on conflict (unit_no, issuer) do update
                       set this_update = excluded.this_update,
                           next_update = excluded.next_update,
                           revoked = excluded.revoked,
                           fingerprint = excluded.fingerprint,
                           der = excluded.der,
                           added_at = excluded.added_at,
                           added_by = excluded.added_by
                     where l.this_update < excluded.this_update
                    """);

    /** A certificate that is trusted. */
    record Anchor(
            UUID id,
            int unitNo,
            String unitName,
            String subject,
            String issuer,
            OffsetDateTime notBefore,
            OffsetDateTime notAfter,
            String fingerprint,
            OffsetDateTime addedAt,
            String addedBy,
            int version,
            boolean own) {}

    /** A revocation list that was loaded. */
    record Loaded(
            UUID id,
            int unitNo,
            String unitName,
            String issuer,
            OffsetDateTime thisUpdate,
            OffsetDateTime nextUpdate,
            int revoked,
            String fingerprint,
            OffsetDateTime addedAt,
            String addedBy) {}

    /** A certificate or list on its way into the table. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(
            UUID id,
            String subject,
            String issuer,
            Instant from,
            Instant to,
            int revoked,
            byte[] der) {}

    private final Db db;

    TrustStore(Db db) {
        this.db = db;
    }

    /** Those that hold in a unit, and those of the units that the viewer looks after. */
    List<Anchor> anchors(Scope scope, int unitNo) {
        return db.list(scope, ANCHORS, Anchor.class, "unit", unitNo);
    }

    List<Loaded> lists(Scope scope, int unitNo) {
        return db.list(scope, LISTS, Loaded.class, "unit", unitNo);
    }

    Optional<Anchor> anchor(Scope scope, UUID id) {
        return db.one(scope, ONE, Anchor.class, "id", id);
    }

    /** What holds in a unit at a moment. */
    Trust trust(Scope scope, int unitNo, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        List<X509Certificate> anchors =
                db.list(
                        scope,
                        TRUSTED,
                        row -> Certificates.certificate(row.getBytes(1)),
                        "unit",
                        unitNo,
                        "at",
                        at);
        List<X509CRL> lists =
                db.list(
                        scope,
                        LOADED,
                        row -> Certificates.read(row.getBytes(1)).lists().getFirst(),
                        "unit",
                        unitNo,
                        "at",
                        at);
        return Trust.at(now, anchors, lists);
    }

    /** False where the unit trusts it already. */
    boolean add(Scope scope, int unitNo, Kept kept, Stamp stamp) {
        return db.update(
                        scope,
                        ADD,
                        "unit",
                        unitNo,
                        "id",
                        kept.id(),
                        "subject",
                        kept.subject(),
                        "issuer",
                        kept.issuer(),
                        "from",
                        kept.from().atOffset(ZoneOffset.UTC),
                        "to",
                        kept.to().atOffset(ZoneOffset.UTC),
                        "fingerprint",
                        Certificates.fingerprint(kept.der()),
                        "der",
                        kept.der(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }

    boolean end(Scope scope, UUID id, int version, Stamp stamp) {
        return db.update(
                        scope,
                        END,
                        "id",
                        id,
                        "version",
                        version,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }

    /** False where the unit has this list or a newer one of the issuer. */
    boolean load(Scope scope, int unitNo, Kept kept, Stamp stamp) {
        return db.update(
                        scope,
                        LOAD,
                        "unit",
                        unitNo,
                        "id",
                        kept.id(),
                        "issuer",
                        kept.issuer(),
                        "from",
                        kept.from().atOffset(ZoneOffset.UTC),
                        "to",
                        kept.to().atOffset(ZoneOffset.UTC),
                        "revoked",
                        kept.revoked(),
                        "fingerprint",
                        Certificates.fingerprint(kept.der()),
                        "der",
                        kept.der(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }
}
