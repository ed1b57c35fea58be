package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Texts;
import vn.ganbo.organisation.UnitKind;

/**
 * Writes many members at once: each statement takes arrays of some thousand rows, under the
 * policies of the tables (COPY is refused there, and a staging table would be one pass more).
 */
@Component
class MemberImportStore {
    /** One import at a time, so that two clerks with the same list do not meet half-way. */
    static final Sql ALONE = Sql.of("select 1 from (select pg_advisory_xact_lock(21302)) as alone");

    static final Sql UNITS =
            Sql.of(
                    """
                    select u.no, u.code, u.name, u.kind, u.parent_no
                      from organisation.published_unit u
                     where u.valid @> :today::date
                    """);

    static final Sql COMMUNES = Sql.of("select c.code from organisation.published_commune c");

    /** A join, not "any": the planner trusts it to the index on the card number. */
    static final Sql KNOWN =
            Sql.of(
                    """
                    select m.work_no, m.id, m.version, m.full_name, m.birth, m.birth_precision, m.sex,
                           m.card_no, m.admitted, m.official, m.status, m.occupation, m.post, m.phone, m.expertise,
                           m.residence_address, m.residence_commune, m.residence_wish_code,
                           m.needs_review, w.ethnicity, w.file_no,
                           exists (select from member.exemption e
                                    where e.member_id = m.id
                                      and e.kind = 'MEETINGS'
                                      and not e.withdrawn
                                      and e.valid @> :today::date) as exempt
                      from unnest(:cards::text[]) as c (card_no)
                      join member.member m on m.card_no = c.card_no
                      left join member.workplace_only w on w.member_id = m.id
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    /** A register names no card, nor do some lists: the name leads to who may be meant. */
    static final Sql KNOWN_BY_NAME =
            Sql.of(
                    """
                    select m.work_no, m.id, m.version, m.full_name, m.birth, m.birth_precision, m.sex,
                           m.card_no, m.admitted, m.official, m.status, m.occupation, m.post, m.phone, m.expertise,
                           m.residence_address, m.residence_commune, m.residence_wish_code,
                           m.needs_review, w.ethnicity, w.file_no,
                           exists (select from member.exemption e
                                    where e.member_id = m.id
                                      and e.kind = 'MEETINGS'
                                      and not e.withdrawn
                                      and e.valid @> :today::date) as exempt
                      from (select distinct n.folded from unnest(:folded::text[]) as n (folded)) as n
                      join member.member m on m.folded = n.folded
                      left join member.workplace_only w on w.member_id = m.id
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    static final Sql ELSEWHERE =
            Sql.of("select t.card_no from member.cards_taken(:cards::text[]) as t (card_no)");

    static final Sql ADD =
            Sql.of(
                    """
                    insert into member.member
                           (work_no, id, full_name, folded, initials, sort_key, birth, birth_precision, sex,
                            card_no, admitted, official, status, occupation, post, phone, expertise,
                            residence_address, residence_commune, residence_wish_code, needs_review,
                            import_id)
                    select n.work_no, n.id, n.full_name, n.folded, n.initials, n.sort_key, n.birth,
                           n.birth_precision, n.sex, n.card_no, n.admitted, n.official, n.status,
                           n.occupation, n.post, n.phone, n.expertise, n.address, n.commune, n.wish, n.review, :import_id::uuid
                      from unnest(:work_nos::int[], :ids::uuid[], :names::text[], :folded::text[],
                                  :initials::text[], :sort_keys::text[], :births::date[],
                                  :precisions::text[], :sexes::text[], :cards::text[], :admitted::date[],
                                  :official::date[], :statuses::text[], :occupations::text[], :posts::text[], :phones::text[],
                                  :expertises::text[], :addresses::text[], :communes::text[],
                                  :wishes::text[], :reviews::text[])
                           as n (work_no, id, full_name, folded, initials, sort_key, birth,
                                 birth_precision, sex, card_no, admitted, official, status, occupation, post, phone,
                                 expertise, address, commune, wish, review)
                    """);

    static final Sql CHANGE =
            Sql.of(
                    """
                    update member.member m
                       set full_name = n.full_name,
                           folded = n.folded,
                           initials = n.initials,
                           sort_key = n.sort_key,
                           birth = n.birth,
                           birth_precision = n.birth_precision,
                           sex = n.sex,
                           admitted = n.admitted,
                           official = n.official,
                           status = n.status,
                           occupation = n.occupation,
                           post = n.post,
                           phone = n.phone,
                           expertise = n.expertise,
                           residence_address = n.address,
                           residence_commune = n.commune,
                           residence_wish_code = n.wish,
                           needs_review = n.review,
                           version = m.version + 1
                      from unnest(:ids::uuid[], :versions::int[], :names::text[], :folded::text[],
                                  :initials::text[], :sort_keys::text[], :births::date[],
                                  :precisions::text[], :sexes::text[], :admitted::date[],
                                  :official::date[], :statuses::text[], :occupations::text[], :posts::text[], :phones::text[],
                                  :expertises::text[], :addresses::text[], :communes::text[],
                                  :wishes::text[], :reviews::text[])
                           as n (id, version, full_name, folded, initials, sort_key, birth,
                                 birth_precision, sex, admitted, official, status, occupation, post, phone,
                                 expertise, address, commune, wish, review)
                     where m.id = n.id
                       and m.version = n.version
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    static final Sql ADD_WORKPLACE_ONLY =
            Sql.of(
                    """
                    insert into member.workplace_only (work_no, member_id, ethnicity, file_no)
                    select n.work_no, n.id, n.ethnicity, n.file_no
                      from unnest(:work_nos::int[], :ids::uuid[], :ethnicities::text[], :file_nos::text[])
                           as n (work_no, id, ethnicity, file_no)
                        on conflict (member_id) do update
                           set ethnicity = excluded.ethnicity, file_no = excluded.file_no
                    """);

    static final Sql ADD_PLACEMENTS =
            Sql.of(
                    """
                    insert into member.placement (id, member_id, unit_no, valid, import_id)
                    select n.id, n.member_id, n.unit_no, daterange(:today::date, null), :import_id::uuid
                      from unnest(:ids::uuid[], :members::uuid[], :unit_nos::int[])
                           as n (id, member_id, unit_no)
                    """);

    static final Sql ADD_EXEMPTIONS =
            Sql.of(
                    """
                    insert into member.exemption (id, member_id, kind, ground, valid, rulebook, import_id)
                    select n.id, n.member_id, 'MEETINGS', n.ground,
                           daterange(:today::date, (select min(lower(e.valid))
                                                      from member.exemption e
                                                     where e.member_id = n.member_id
                                                       and e.kind = 'MEETINGS'
                                                       and not e.withdrawn
                                                       and lower(e.valid) > :today::date)),
                           :rulebook, :import_id::uuid
                      from unnest(:ids::uuid[], :members::uuid[], :grounds::text[])
                           as n (id, member_id, ground)
                    """);

    static final Sql KEEP_BEFORE =
            Sql.of(
                    """
                    insert into member.import_before (work_no, import_id, member_id, before, kept_on)
                    select m.work_no, :import_id::uuid, m.id,
                           to_jsonb(m) || jsonb_build_object('ethnicity', w.ethnicity, 'file_no', w.file_no),
                           :today::date
                      from unnest(:ids::uuid[]) as n (id)
                      join member.member m on m.id = n.id
                      left join member.workplace_only w on w.member_id = m.id
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    static final Sql TAKE_BACK =
            Sql.of("select member.take_back_import(:import_id::uuid, :moved::uuid[])");

    static final Sql TAKE_BACK_NEWCOMERS =
            Sql.of("select member.take_back_newcomers(:import_id::uuid, :most::int)");

    private final Db db;

    MemberImportStore(Db db) {
        this.db = db;
    }

    /** A member as the database has it, with what of the workplace's side a list may bring. */
    record Known(UUID id, int version, MemberImportRow row, String status, boolean exempt) {}

    /** A member to be written. */
    record Wanted(UUID id, int version, MemberImportRow row, String status) {}

    void alone(Scope scope) {
        db.number(scope, ALONE);
    }

    MemberImportUnits units(Scope scope) {
        List<MemberImportUnits.Unit> units =
                db.list(
                        scope,
                        UNITS,
                        row ->
                                new MemberImportUnits.Unit(
                                        row.getInt("no"),
                                        row.getString("code"),
                                        row.getString("name"),
                                        UnitKind.valueOf(row.getString("kind")),
                                        row.getObject("parent_no", Integer.class)));
        return new MemberImportUnits(
                scope, units, db.list(scope, COMMUNES, row -> row.getString("code")));
    }

    /** Members of the scope with one of these cards. */
    List<Known> known(Scope scope, Collection<String> cards) {
        return db.list(
                scope, KNOWN, MemberImportStore::known, "cards", cards.toArray(String[]::new));
    }

    /** Members of the scope who have the name of one of these rows. */
    List<Known> knownByName(Scope scope, Collection<MemberImportRow> rows) {
        return db.list(
                scope,
                KNOWN_BY_NAME,
                MemberImportStore::known,
                "folded",
                rows.stream().map(row -> Texts.folded(row.fullName())).toArray(String[]::new));
    }

    /** Those of these cards that any member has, within the scope or not. */
    List<String> taken(Scope scope, Collection<String> cards) {
        return db.list(
                scope,
                ELSEWHERE,
                row -> row.getString("card_no"),
                "cards",
                cards.toArray(String[]::new));
    }

    void add(Scope scope, UUID importId, List<Wanted> members) {
        if (members.isEmpty()) {
            return;
        }
        db.update(
                scope,
                ADD,
                columns(
                        members,
                        "import_id",
                        importId,
                        "work_nos",
                        members.stream().map(m -> m.row().unitNo()).toArray(Integer[]::new),
                        "cards",
                        texts(members, m -> m.row().cardNo())));
    }

    /** Changes members, and keeps them as they were for as long as the import can be undone. */
    void change(Scope scope, UUID importId, List<Wanted> members) {
        if (members.isEmpty()) {
            return;
        }
        db.update(scope, KEEP_BEFORE, "import_id", importId, "ids", ids(members));
        db.update(
                scope,
                CHANGE,
                columns(
                        members,
                        "versions",
                        members.stream().map(Wanted::version).toArray(Integer[]::new)));
    }

    /** Everything as before the import; throws when something has been built on it. */
    int takeBack(Scope scope, UUID importId, List<UUID> moved) {
        return (int)
                db.number(
                        scope,
                        TAKE_BACK,
                        "import_id",
                        importId,
                        "moved",
                        moved.toArray(UUID[]::new));
    }

    /** Takes out some of those whom the list brought; 0 once there are none. */
    int takeBackNewcomers(Scope scope, UUID importId, int most) {
        return (int) db.number(scope, TAKE_BACK_NEWCOMERS, "import_id", importId, "most", most);
    }

    /** What only the workplace keeps. */
    void atWork(Scope scope, List<Wanted> members) {
        List<Wanted> some =
                members.stream()
                        .filter(m -> m.row().ethnicity() != null || m.row().fileNo() != null)
                        .toList();
        if (!some.isEmpty()) {
            db.update(
                    scope,
                    ADD_WORKPLACE_ONLY,
                    "work_nos",
                    some.stream().map(m -> m.row().unitNo()).toArray(Integer[]::new),
                    "ids",
                    ids(some),
                    "ethnicities",
                    texts(some, m -> m.row().ethnicity()),
                    "file_nos",
                    texts(some, m -> m.row().fileNo()));
        }
    }

    void place(Scope scope, UUID importId, UUID[] members, Integer[] unitNos) {
        db.update(
                scope,
                ADD_PLACEMENTS,
                "import_id",
                importId,
                "ids",
                fresh(members.length),
                "members",
                members,
                "unit_nos",
                unitNos);
    }

    void exempt(
            Scope scope, UUID importId, String rulebook, List<UUID> members, List<String> grounds) {
        if (!members.isEmpty()) {
            db.update(
                    scope,
                    ADD_EXEMPTIONS,
                    "import_id",
                    importId,
                    "rulebook",
                    rulebook,
                    "ids",
                    fresh(members.size()),
                    "members",
                    members.toArray(UUID[]::new),
                    "grounds",
                    grounds.toArray(String[]::new));
        }
    }

    private static @Nullable Object[] columns(List<Wanted> members, Object... more) {
        @Nullable Object[] columns = {
            "ids", ids(members),
            "names", texts(members, m -> m.row().fullName()),
            "folded", texts(members, m -> Texts.folded(m.row().fullName())),
            "initials", texts(members, m -> Texts.initials(m.row().fullName())),
            "sort_keys", texts(members, m -> Texts.sortKey(m.row().fullName())),
            "births", texts(members, m -> iso(m.row().birth())),
            "precisions", texts(members, m -> precision(m.row().birth())),
            "sexes", texts(members, m -> name(m.row().sex())),
            "admitted", texts(members, m -> iso(m.row().admitted())),
            "official", texts(members, m -> iso(m.row().official())),
            "statuses", texts(members, Wanted::status),
            "occupations", texts(members, m -> m.row().occupation()),
            "posts", texts(members, m -> m.row().post()),
            "phones", texts(members, m -> m.row().phone()),
            "expertises", texts(members, m -> m.row().expertise()),
            "addresses", texts(members, m -> m.row().address()),
            "communes", texts(members, m -> m.row().commune()),
            "wishes", texts(members, m -> m.row().wishCode()),
            "reviews", texts(members, m -> m.row().review())
        };
        @Nullable Object[] all = java.util.Arrays.copyOf(columns, columns.length + more.length);
        System.arraycopy(more, 0, all, columns.length, more.length);
        return all;
    }

    private static @Nullable String iso(@Nullable PartialDate date) {
        return date == null ? null : date.date().toString();
    }

    private static @Nullable String iso(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable String precision(@Nullable PartialDate date) {
        return date == null ? null : date.precision().name();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static UUID[] ids(List<Wanted> members) {
        return members.stream().map(Wanted::id).toArray(UUID[]::new);
    }

    private static UUID[] fresh(int count) {
        UUID[] ids = new UUID[count];
        java.util.Arrays.setAll(ids, _ -> Ids.next());
        return ids;
    }

    private static @Nullable String[] texts(
            List<Wanted> members, Function<Wanted, @Nullable String> part) {
        @Nullable String[] out = new @Nullable String[members.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = part.apply(members.get(i));
        }
        return out;
    }

    private static Known known(ResultSet row) throws SQLException {
        LocalDate birth = row.getObject("birth", LocalDate.class);
        String precision = row.getString("birth_precision");
        String sex = row.getString("sex");
        MemberImportRow known =
                new MemberImportRow(
                        0,
                        row.getString("full_name"),
                        birth == null
                                ? null
                                : new PartialDate(
                                        birth,
                                        precision == null
                                                ? PartialDate.Precision.DAY
                                                : PartialDate.Precision.valueOf(precision)),
                        sex == null ? null : Sex.valueOf(sex),
                        row.getString("ethnicity"),
                        row.getString("card_no"),
                        row.getString("file_no"),
                        row.getObject("admitted", LocalDate.class),
                        row.getObject("official", LocalDate.class),
                        row.getString("occupation"),
                        row.getString("post"),
                        row.getInt("work_no"),
                        row.getString("residence_address"),
                        row.getString("residence_commune"),
                        row.getString("residence_wish_code"),
                        row.getString("phone"),
                        row.getString("expertise"),
                        null,
                        row.getString("needs_review"),
                        null);
        return new Known(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                known,
                row.getString("status"),
                row.getBoolean("exempt"));
    }
}
