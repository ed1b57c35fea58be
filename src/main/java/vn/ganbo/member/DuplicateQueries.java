package vn.ganbo.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Records that may be of one person, in one statement over everybody in the scope. */
@Component
class DuplicateQueries {
    /**
     * Pairs by personal ID number (its keyed mark), by the digits of the card, and by the name
     * without diacritics with the birth or the day of admission. Two numbers that are known and
     * differ are two people, as are those whom somebody has told apart.
     */
    static final Sql PAIRS =
            Sql.of(
                    """
                    with seen as materialized (
                        select m.id, m.folded, m.sort_key, m.birth, m.birth_precision, m.admitted,
                               nullif(ltrim(regexp_replace(m.card_no, '[^0-9]', '', 'g'), '0'), '') as card,
                               w.personal_id_mark as mark
                          from member.member m
                          left join member.workplace_only w on w.member_id = m.id
                         where m.work_no between :low and :high
                           and m.work_no <@ :scope::int4multirange
                    ),
                    pairs as (
                        select a.id as first_id, b.id as second_id, 'PERSONAL_ID' as reason
                          from seen a
                          join seen b on b.mark = a.mark and b.id > a.id
                        union all
                        select a.id, b.id, 'CARD'
                          from seen a
                          join seen b on b.card = a.card and b.id > a.id
                        union all
                        select a.id, b.id, 'BIRTH'
                          from seen a
                          join seen b on b.folded = a.folded
                                     and extract(year from b.birth) = extract(year from a.birth)
                                     and b.id > a.id
                         where (b.birth = a.birth
                                or 'YEAR' in (a.birth_precision, b.birth_precision)
                                or 'MONTH' in (a.birth_precision, b.birth_precision)
                                   and extract(month from b.birth) = extract(month from a.birth))
                           and (a.mark = b.mark) is not false
                        union all
                        select a.id, b.id, 'ADMITTED'
                          from seen a
                          join seen b on b.folded = a.folded and b.admitted = a.admitted and b.id > a.id
                         where (a.birth is null or b.birth is null)
                           and (a.mark = b.mark) is not false
                    ),
                    found as (
                        select p.first_id, p.second_id, array_agg(p.reason order by p.reason) as reasons
                          from pairs p
                         where not exists (select from member.told_apart t
                                            where t.first_id = p.first_id and t.second_id = p.second_id)
                         group by p.first_id, p.second_id
                    )
                    select f.first_id, f.second_id, f.reasons, count(*) over () as total,
                           a.full_name as first_name, a.birth as first_birth,
                           a.birth_precision as first_precision, a.card_no as first_card,
                           u.name as first_unit,
                           b.full_name as second_name, b.birth as second_birth,
                           b.birth_precision as second_precision, b.card_no as second_card,
                           v.name as second_unit
                      from found f
                      join member.member a on a.id = f.first_id
                      join member.member b on b.id = f.second_id
                      left join organisation.published_unit u on u.no = a.work_no and u.valid @> :today::date
                      left join organisation.published_unit v on v.no = b.work_no and v.valid @> :today::date
                     order by a.sort_key, f.first_id, f.second_id
                     limit :size
                    offset :skip
                    """);

    private final Db db;

    DuplicateQueries(Db db) {
        this.db = db;
    }

    /** One of the two, as far as it is told apart in a list. */
    record Side(UUID id, String name, String birth, String card, String unit) {}

    /** Two records, why they may be of one person, and how many pairs there are in all. */
    record Pair(Side first, Side second, List<Likeness> reasons, long total) {}

    List<Pair> pairs(Scope scope, int size, long skip) {
        return db.list(
                scope,
                PAIRS,
                row ->
                        new Pair(
                                side(row, "first"),
                                side(row, "second"),
                                Arrays.stream((String[]) row.getArray("reasons").getArray())
                                        .map(Likeness::valueOf)
                                        .toList(),
                                row.getLong("total")),
                "size",
                size,
                "skip",
                skip);
    }

    private static Side side(ResultSet row, String which) throws SQLException {
        LocalDate birth = row.getObject(which + "_birth", LocalDate.class);
        String card = row.getString(which + "_card");
        String unit = row.getString(which + "_unit");
        return new Side(
                row.getObject(which + "_id", UUID.class),
                row.getString(which + "_name"),
                birth == null
                        ? ""
                        : new PartialDate(
                                        birth,
                                        PartialDate.Precision.valueOf(
                                                row.getString(which + "_precision")))
                                .shown(),
                card == null ? "" : card,
                unit == null ? "" : unit);
    }
}
