package vn.ganbo.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.organisation.UnitKind;

/** Writes and loads papers and their series. */
@Component
class PaperStore {
    /** Where nothing else is recorded, committees count their terms from here, five years each. */
    private static final LocalDate FIRST_TERM = LocalDate.of(2025, 7, 1);

    private static final int TERM_YEARS = 5;

    /** What document.share says to a caller who does not see the paper. */
    private static final String OUT_OF_SCOPE = "42501";

    static final Sql UNIT_KIND =
            Sql.of(
                    """
                    select u.kind
                      from organisation.published_unit u
                     where u.no = :unit::int
                       and u.valid @> :on::date
                    """);

    static final Sql TERM =
            Sql.of(
                    """
                    select max(t.started_on)
                      from document.committee_term t
                     where t.unit_no between :low and :high
                       and t.unit_no <@ :scope::int4multirange
                       and t.unit_no = :unit::int
                       and t.started_on <= :on::date
                    """);

    static final Sql TAKE =
            Sql.of(
                    """
                    select document.take_numbers(:unit::int, :kind::text, :term::date, :count::int)
                    """);

    static final Sql KEEP =
            Sql.of(
                    """
                    insert into document.paper
                           (unit_no, work_no, res_no, id, member_id, kind, number, term_start,
                            made_on, kept_at, kept_by, rulebook, media_type, sha256, bytes, data,
                            code, mark, about_id, style)
                    select n.unit_no, n.work_no, n.res_no, n.id, n.member_id, n.kind, n.number,
                           n.term_start, n.made_on, :at::timestamptz, :by::text, n.rulebook,
                           n.media_type, n.sha256, n.bytes, n.data::jsonb, n.code,
                           n.mark, n.about_id, n.style::jsonb
                      from unnest(:units::int[], :works::int[], :residences::int[], :ids::uuid[],
                                  :members::uuid[], :kinds::text[], :numbers::text[],
                                  :terms::date[], :days::date[], :rulebooks::text[],
                                                                    :types::text[], :sums::bytea[], :bytes::bytea[], :data::text[],
                                  :codes::text[], :marks::text[], :abouts::uuid[],
                                  :styles::text[])
                           as n (unit_no, work_no, res_no, id, member_id, kind, number, term_start,
                                 made_on, rulebook, media_type, sha256, bytes, data, code,
                                 mark, about_id, style)
                    """);

    static final Sql COUNTERS =
            Sql.of("select nextval('document.paper_code') from generate_series(1, :count::int)");

    static final Sql ISSUERS =
            Sql.of(
                    """
                    select u.no, u.id, u.code
                      from organisation.published_unit u
                     where u.no = any (:units::int[])
                       and u.valid @> :today::date
                    """);

    static final Sql WITH_CODE =
            Sql.of(
                    """
                    select p.id
                      from document.paper p
                     where p.code = :code
                       and (p.unit_no <@ :scope::int4multirange
                            or p.work_no <@ :scope::int4multirange
                            or p.res_no <@ :scope::int4multirange
                            or (p.for_member and p.member_id = :self::uuid))
                    """);

    static final Sql NAMED =
            Sql.of(
                    """
                    select n.paper as id, n.member as member_id
                      from document.named(:paper::uuid, :code::text) as n
                    """);

    static final Sql ABOUT =
            Sql.of(
                    """
                    select p.id
                      from document.paper p
                     where p.about_id = :thing::uuid
                       and p.kind = :kind
                       and (p.unit_no <@ :scope::int4multirange
                            or p.work_no <@ :scope::int4multirange
                            or p.res_no <@ :scope::int4multirange
                            or (p.for_member and p.member_id = :self::uuid))
                     order by p.kept_at desc
                     limit 1
                    """);

    static final Sql GIVEN =
            Sql.of(
                    """
                    insert into document.given_number
                           (unit_no, kind, term_start, n, number, given_on, given_by)
                    select :unit::int, :kind, :term::date, x.n, x.number, :on::date, :by
                      from unnest(:ns::int[], :numbers::text[]) as x (n, number)
                    """);

    static final Sql VERIFY =
            Sql.of(
                    """
                    select v.number, v.made_on, v.issuer, v.in_force
                      from document.verify(:code) as v
                    """);

    static final Sql MAKE_VOID = Sql.of("select document.make_void(:papers::uuid[], :on::date)");

    static final Sql SHARE =
            Sql.of("select document.share(:papers::uuid[], :side::text, :no::int)");

    static final Sql LOAD =
            Sql.of(
                    """
                    select p.id, p.kind, p.number, p.made_on, p.unit_no, p.member_id,
                           p.data -> 'person' ->> 'name' as about, p.media_type, p.bytes, p.sha256
                      from document.paper p
                     where p.id = :id::uuid
                       and (p.unit_no <@ :scope::int4multirange
                            or p.work_no <@ :scope::int4multirange
                            or p.res_no <@ :scope::int4multirange
                            or (p.for_member and p.member_id = :self::uuid))
                    """);

    static final Sql DATA =
            Sql.of(
                    """
                    select p.id, p.kind, p.member_id, p.data::text as data, p.code, p.mark,
                           p.style::text as style
                      from unnest(:ids::uuid[]) with ordinality as n (id, place)
                      join document.paper p on p.id = n.id
                     where p.unit_no <@ :scope::int4multirange
                        or p.work_no <@ :scope::int4multirange
                        or p.res_no <@ :scope::int4multirange
                        or (p.for_member and p.member_id = :self::uuid)
                     order by n.place
                    """);

    private final Db db;

    PaperStore(Db db) {
        this.db = db;
    }

    /** A paper with the checksum that was kept beside it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(Paper paper, byte[] sha256) {}

    /** What stands on a stored paper. */
    record Data(
            UUID id,
            PaperKind kind,
            @Nullable UUID memberId,
            String data,
            @Nullable String code,
            @Nullable String mark,
            @Nullable String style) {}

    /** Whose paper it is, as other installations may know it. */
    record Issuer(int no, UUID id, String code) {}

    Optional<UnitKind> unitKind(Scope scope, int unitNo, LocalDate on) {
        return db.one(
                scope,
                UNIT_KIND,
                row -> UnitKind.valueOf(row.getString(1)),
                "unit",
                unitNo,
                "on",
                on);
    }

    /** The first day of the term in which a day lies. */
    LocalDate termStart(Scope scope, int unitNo, LocalDate on) {
        return db.<Optional<LocalDate>>one(
                        scope,
                        TERM,
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)),
                        "unit",
                        unitNo,
                        "on",
                        on)
                .flatMap(Function.identity())
                .orElseGet(() -> usualTermStart(on));
    }

    static LocalDate usualTermStart(LocalDate on) {
        LocalDate start = FIRST_TERM;
        while (on.isBefore(start)) {
            start = start.minusYears(TERM_YEARS);
        }
        while (!on.isBefore(start.plusYears(TERM_YEARS))) {
            start = start.plusYears(TERM_YEARS);
        }
        return start;
    }

    int takeNumbers(Scope scope, int unitNo, PaperKind kind, LocalDate term, int count) {
        return Math.toIntExact(
                db.number(
                        scope,
                        TAKE,
                        "unit",
                        unitNo,
                        "kind",
                        kind.name(),
                        "term",
                        term,
                        "count",
                        count));
    }

    /** So many numbers that nobody has had. */
    List<Long> counters(Scope scope, int count) {
        return db.list(scope, COUNTERS, row -> row.getLong(1), "count", count);
    }

    /** The units by their number. */
    Map<Integer, Issuer> issuers(Scope scope, List<Integer> units) {
        return db
                .list(scope, ISSUERS, Issuer.class, "units", units.toArray(Integer[]::new))
                .stream()
                .collect(Collectors.toMap(Issuer::no, Function.identity()));
    }

    void keep(Scope scope, List<KeptPaper> papers, String by, Instant at) {
        db.update(
                scope,
                KEEP,
                "units",
                papers.stream().map(p -> p.paper().unitNo()).toArray(Integer[]::new),
                "works",
                papers.stream().map(p -> p.paper().workNo()).toArray(Integer[]::new),
                "residences",
                papers.stream().map(p -> p.paper().resNo()).toArray(Integer[]::new),
                "ids",
                papers.stream().map(KeptPaper::id).toArray(UUID[]::new),
                "members",
                papers.stream().map(p -> p.paper().memberId()).toArray(UUID[]::new),
                "kinds",
                papers.stream().map(p -> p.paper().text().kind().name()).toArray(String[]::new),
                "numbers",
                papers.stream().map(p -> p.paper().text().number()).toArray(String[]::new),
                "terms",
                papers.stream().map(PaperStore::term).toArray(String[]::new),
                "days",
                papers.stream().map(p -> p.paper().text().date().toString()).toArray(String[]::new),
                "rulebooks",
                papers.stream().map(p -> p.paper().rulebook()).toArray(String[]::new),
                "types",
                papers.stream().map(KeptPaper::mediaType).toArray(String[]::new),
                "sums",
                papers.stream().map(KeptPaper::sha256).toArray(byte[][]::new),
                "bytes",
                papers.stream().map(KeptPaper::bytes).toArray(byte[][]::new),
                "data",
                papers.stream().map(KeptPaper::data).toArray(String[]::new),
                "codes",
                papers.stream().map(KeptPaper::code).toArray(String[]::new),
                "marks",
                papers.stream().map(KeptPaper::mark).toArray(String[]::new),
                "styles",
                papers.stream().map(KeptPaper::style).toArray(String[]::new),
                "abouts",
                papers.stream().map(p -> p.paper().aboutId()).toArray(UUID[]::new),
                "by",
                by,
                "at",
                at.atOffset(ZoneOffset.UTC));
    }

    private static @Nullable String term(KeptPaper paper) {
        return paper.term() == null ? null : paper.term().toString();
    }

    /**
     * Sets where a side stands that may read these papers; null takes its sight away.
     *
     * @throws NotFound when one of them does not exist for this scope
     */
    void share(Scope scope, Collection<UUID> papers, String side, @Nullable Integer no) {
        if (papers.isEmpty()) {
            return;
        }
        UUID[] ids = papers.stream().distinct().toArray(UUID[]::new);
        try {
            db.number(scope, SHARE, "papers", ids, "side", side, "no", no);
        } catch (BadSqlGrammarException e) {
            if (e.getRootCause() instanceof SQLException cause
                    && OUT_OF_SCOPE.equals(cause.getSQLState())) {
                throw new NotFound();
            }
            throw e;
        }
    }

    Optional<UUID> withCode(Scope scope, String code) {
        return db.one(scope, WITH_CODE, row -> row.getObject("id", UUID.class), "code", code);
    }

    /** The paper of this id or code, seen or not. */
    Optional<Papers.Named> named(Scope scope, @Nullable UUID paper, @Nullable String code) {
        return db.one(scope, NAMED, Papers.Named.class, "paper", paper, "code", code);
    }

    Optional<UUID> about(Scope scope, UUID thing, PaperKind kind) {
        return db.one(
                scope,
                ABOUT,
                row -> row.getObject("id", UUID.class),
                "thing",
                thing,
                "kind",
                kind.name());
    }

    /** Enters numbers in the book as they are given. */
    void given(
            Scope scope,
            int unitNo,
            PaperKind kind,
            LocalDate term,
            int first,
            List<String> numbers,
            LocalDate on,
            String by) {
        db.update(
                scope,
                GIVEN,
                "unit",
                unitNo,
                "kind",
                kind.name(),
                "term",
                term,
                "ns",
                IntStream.range(first, first + numbers.size()).boxed().toArray(Integer[]::new),
                "numbers",
                numbers.toArray(String[]::new),
                "on",
                on,
                "by",
                by);
    }

    Optional<Verified> verify(Scope scope, String code) {
        return db.one(scope, VERIFY, Verified.class, "code", code);
    }

    void makeVoid(Scope scope, Collection<UUID> papers, LocalDate on) {
        db.number(
                scope,
                MAKE_VOID,
                "papers",
                papers.stream().distinct().toArray(UUID[]::new),
                "on",
                on);
    }

    /** The data of these papers, in this order; those out of scope are missing. */
    List<Data> data(Scope scope, List<UUID> ids) {
        return db.list(scope, DATA, Data.class, "ids", ids.toArray(UUID[]::new));
    }

    Optional<Stored> load(Scope scope, UUID id) {
        return db.one(scope, LOAD, PaperStore::stored, "id", id);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new Paper(
                        row.getObject("id", UUID.class),
                        PaperKind.valueOf(row.getString("kind")),
                        row.getString("number"),
                        row.getObject("made_on", LocalDate.class),
                        row.getInt("unit_no"),
                        row.getObject("member_id", UUID.class),
                        Objects.requireNonNullElse(row.getString("about"), ""),
                        row.getString("media_type"),
                        row.getBytes("bytes")),
                row.getBytes("sha256"));
    }
}
