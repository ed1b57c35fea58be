package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Lists members for pages, each side its own columns. */
@Component
class MemberQueries {
    static final Sql FILE =
            Sql.of(
                    """
                    select m.id, m.work_no, concat_ws(', ', u.name, v.name) as work_name, m.res_no,
                           m.full_name, m.other_name, m.birth,
                           m.birth_precision, m.sex, w.ethnicity, m.card_no, w.file_no, w.personal_id,
                           m.admitted, m.official, m.status, m.occupation, m.post, m.phone, w.email,
                           m.expertise, m.ready_to_help, m.residence_address, m.residence_commune,
                           c.name as commune_name, w.permanent_address, m.needs_review, e.ground,
                           g.gaps, m.version
                      from member.member m
                      left join organisation.published_unit u
                             on u.no = m.work_no and u.valid @> :today::date
                      left join organisation.published_unit v
                             on v.no = u.parent_no and v.valid @> :today::date
                      left join member.completeness g on g.member_id = m.id
                      left join organisation.published_commune c on c.code = m.residence_commune
                      left join member.workplace_only w on w.member_id = m.id
                      left join member.exemption e
                             on e.member_id = m.id and e.valid @> :today::date and not e.withdrawn
                     where m.id = any (:ids::uuid[])
                       and (m.work_no between :low and :high and m.work_no <@ :scope::int4multirange
                            or m.id = :self::uuid)
                    """);

    static final Sql SUMMARY =
            Sql.of(
                    """
                    select m.id, m.work_no, concat_ws(', ', u.name, v.name) as work_name, m.res_no,
                           m.full_name, m.birth, m.birth_precision, m.sex, m.admitted, m.official, m.occupation, m.post, m.phone, m.expertise,
                           m.ready_to_help, m.residence_address, e.id is not null as exempt,
                           array(select o.full_name
                                   from member.household_link h
                                   join member.household_link k on k.household_id = h.household_id
                                   join member.member o on o.id = k.member_id
                                  where h.member_id = m.id
                                    and h.valid @> :today::date
                                    and k.valid @> :today::date
                                    and o.id <> m.id
                                    and o.res_no <@ :scope::int4multirange
                                  order by o.sort_key, o.id) as household
                      from member.member m
                      left join organisation.published_unit u
                             on u.no = m.work_no and u.valid @> :today::date
                      left join organisation.published_unit v
                             on v.no = u.parent_no and v.valid @> :today::date
                      left join member.exemption e
                             on e.member_id = m.id and e.valid @> :today::date and not e.withdrawn
                     where m.id = :id::uuid
                       and m.res_no between :low and :high
                       and m.res_no <@ :scope::int4multirange
                    """);

    /** Whom the search finds, which is everybody where nothing was typed. */
    static final Sql LIST =
            Sql.of(
                    """
                    select m.id, m.full_name, m.birth, m.birth_precision, m.post, m.status, m.card_no,
                           m.residence_address, p.name as cell_name, m.res_no is not null as introduced,
                           m.needs_review
                      from member.found(:patterns::text[], :initials, :card, :phone, :units::int[], :cell::int,
                                        :after_key, :after_id::uuid,
                                        case when :missing::text is null then :size::int end) f
                      join member.member m on m.id = f.id
                      join organisation.published_unit p on p.no = m.work_no and p.valid @> :today::date
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and (:missing::text is null
                            or exists (select from member.completeness g
                                        where g.member_id = m.id
                                          and (:missing::text = any (g.gaps)
                                               or :missing::text = 'ANY' and g.gaps <> '{}')))
                     order by m.sort_key, m.id
                     limit :size
                    """);

    static final Sql COUNT =
            Sql.of(
                    """
                    select count(*)
                      from (select
                              from member.member m
                             where m.work_no between :low and :high
                               and m.work_no <@ :scope::int4multirange
                               and (:cell::int is null or m.work_no = :cell::int)
                               and (not :asked
                                    or m.id in (select f.id
                                                  from member.found(:patterns::text[], :initials, :card, :phone,
                                                                    :units::int[], :cell::int, null, null,
                                                                    null) f))
                               and (:missing::text is null
                                    or exists (select from member.completeness g
                                                where g.member_id = m.id
                                                  and (:missing::text = any (g.gaps)
                                                       or :missing::text = 'ANY' and g.gaps <> '{}')))
                             limit :most::int) as found
                    """);

    /**
     * The function looks at the scope by itself; hits are only counted, so no row of theirs is
     * read.
     */
    static final Sql COUNT_FOUND =
            Sql.of(
                    """
                    select count(*)
                      from member.found(:patterns::text[], :initials, :card, :phone, :units::int[], :cell::int,
                                        null, null, :most::int) f
                     where f.work_no between :low and :high
                       and f.work_no <@ :scope::int4multirange
                    """);

    /** One line of the workplace's list. */
    record Line(
            UUID id,
            String fullName,
            @Nullable LocalDate birth,
            @Nullable String birthPrecision,
            @Nullable String post,
            String status,
            @Nullable String cardNo,
            @Nullable String residenceAddress,
            String cellName,
            boolean introduced,
            @Nullable String needsReview) {

        String shownBirth() {
            PartialDate date = partial(birth, birthPrecision);
            return date == null ? "" : date.shown();
        }
    }

    private final Db db;
    private final PersonalIds personalIds;

    MemberQueries(Db db, PersonalIds personalIds) {
        this.db = db;
        this.personalIds = personalIds;
    }

    Optional<MemberFile> file(Scope scope, UUID id) {
        return files(scope, List.of(id)).stream().findFirst();
    }

    /** The records of these that the scope sees, in no order. */
    List<MemberFile> files(Scope scope, Collection<UUID> ids) {
        return db.list(scope, FILE, this::file, "ids", ids.toArray(UUID[]::new));
    }

    Optional<MemberSummary> summary(Scope scope, UUID id) {
        return db.one(scope, SUMMARY, MemberQueries::summary, "id", id);
    }

    /**
     * A page of the list, by given name in Vietnamese order.
     *
     * @param units numbers of units whose name is what was typed
     */
    List<Line> list(Scope scope, Search search, Integer[] units, int size) {
        return db.list(scope, LIST, Line.class, asked(search, units, "size", size));
    }

    /** How many there are; counting ends at {@code most} where that is given. */
    long count(Scope scope, Search search, Integer[] units, @Nullable Integer most) {
        boolean namesAlone = search.asked() && search.missing() == null;
        return db.number(
                scope, namesAlone ? COUNT_FOUND : COUNT, asked(search, units, "most", most));
    }

    static @Nullable Object[] asked(Search search, Integer[] units, @Nullable Object... more) {
        @Nullable Object[] asked = {
            "asked", search.asked(),
            "patterns", search.sought().patterns(),
            "initials", search.sought().initials(),
            "card", search.sought().card(),
            "phone", search.sought().phone(),
            "units", units,
            "cell", search.cell(),
            "missing", search.missing(),
            "after_key", search.afterKey(),
            "after_id", search.afterId()
        };
        @Nullable Object[] all = Arrays.copyOf(asked, asked.length + more.length);
        System.arraycopy(more, 0, all, asked.length, more.length);
        return all;
    }

    static @Nullable PartialDate partial(@Nullable LocalDate date, @Nullable String precision) {
        return date == null || precision == null
                ? null
                : new PartialDate(date, PartialDate.Precision.valueOf(precision));
    }

    private static @Nullable PartialDate birth(ResultSet row) throws SQLException {
        return partial(row.getObject("birth", LocalDate.class), row.getString("birth_precision"));
    }

    private static @Nullable Sex sex(ResultSet row) throws SQLException {
        String sex = row.getString("sex");
        return sex == null ? null : Sex.valueOf(sex);
    }

    private static @Nullable Integer resNo(ResultSet row) throws SQLException {
        return row.getObject("res_no", Integer.class);
    }

    private MemberFile file(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte @Nullable [] sealed = row.getBytes("personal_id");
        return new MemberFile(
                id,
                row.getInt("work_no"),
                row.getString("work_name"),
                resNo(row),
                row.getString("full_name"),
                row.getString("other_name"),
                birth(row),
                sex(row),
                row.getString("ethnicity"),
                row.getString("card_no"),
                row.getString("file_no"),
                sealed == null ? null : personalIds.masked(id, sealed),
                row.getObject("admitted", LocalDate.class),
                row.getObject("official", LocalDate.class),
                MemberStatus.valueOf(row.getString("status")),
                row.getString("occupation"),
                row.getString("post"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("expertise"),
                row.getString("ready_to_help"),
                row.getString("residence_address"),
                row.getString("residence_commune"),
                row.getString("commune_name"),
                row.getString("permanent_address"),
                row.getString("needs_review"),
                row.getString("ground"),
                CompletenessQueries.gaps(row),
                row.getInt("version"));
    }

    private static MemberSummary summary(ResultSet row) throws SQLException {
        return new MemberSummary(
                row.getObject("id", UUID.class),
                row.getInt("work_no"),
                row.getString("work_name"),
                resNo(row),
                row.getString("full_name"),
                birth(row),
                sex(row),
                row.getObject("admitted", LocalDate.class),
                row.getObject("official", LocalDate.class),
                row.getString("occupation"),
                row.getString("post"),
                row.getString("phone"),
                row.getString("expertise"),
                row.getString("ready_to_help"),
                row.getString("residence_address"),
                row.getBoolean("exempt"),
                List.of((String[]) row.getArray("household").getArray()));
    }
}
