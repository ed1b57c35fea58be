package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Of those on the register, who is commented on in a round, and is the choice fair. */
@Component
class RoundCoverageQueries {
    /**
     * One line for all, one for each cell and one for each sex. Years include the round's own. The
     * slip is looked up for each person, see {@link CommentQueries#LIST}.
     */
    static final Sql COVERAGE =
            Sql.of(
                    """
                    select case when grouping(c.cell_no) = 0 then 'CELL'
                                when grouping(c.sex) = 0 then 'SEX' else 'ALL' end as of_what,
                           case when grouping(c.cell_no) = 0 then max(u.name) end as cell_name, c.sex,
                           count(*) as registered, count(s.id) as commented,
                           count(*) filter (where s.chosen = 'ASKED') as asked,
                           count(*) filter (where s.chosen in ('NOTED', 'ADDED')) as noted,
                           count(*) filter (where s.chosen = 'OVERDUE') as overdue,
                           count(*) filter (where s.chosen = 'LOT') as lot,
                           coalesce(max(x.unasked) filter (where s.id is null), 0) as longest
                      from liaison.published_contact c
                      join organisation.published_unit u on u.no = c.cell_no and u.valid @> :on::date
                      left join lateral (
                           select s.id, s.chosen
                             from assessment.comment s
                            where s.round_id = :id::uuid
                              and s.member_id = c.member_id
                              and s.edition = 1
                            limit 1) s on true
                     cross join lateral (
                           select :year::int
                                  - coalesce(max(k.year), extract(year from lower(c.valid))::int - 1)
                                  as unasked
                             from assessment.comment k
                            where k.member_id = c.member_id
                              and k.year < :year::int
                              and k.state = 'RETURNED') x
                     where c.ward_no = :ward::int
                       and c.cell_no is not null
                       and c.valid @> :on::date
                       and not c.exempt
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                     group by grouping sets ((c.cell_no), (c.sex), ())
                     order by 1, max(u.code) collate "C", c.sex
                    """);

    /** Those without a slip whom the cell may add, longest without a comment first. */
    static final Sql UNCHOSEN =
            Sql.of(
                    """
                    select c.member_id, c.full_name, c.work_name, x.last_year
                      from liaison.published_contact c
                      left join lateral (
                           select max(k.year) as last_year
                             from assessment.comment k
                            where k.member_id = c.member_id
                              and k.state = 'RETURNED') x on true
                     where c.ward_no = :ward::int
                       and c.cell_no is not null
                       and c.valid @> :on::date
                       and not c.exempt
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and not exists (select from assessment.comment s
                                        where s.round_id = :id::uuid
                                          and s.member_id = c.member_id)
                     order by x.last_year nulls first, c.sort_key, c.id
                     limit 200
                    """);

    /**
     * @param longest years without a comment of those who have none this time
     */
    record Line(
            String ofWhat,
            @Nullable String cellName,
            @Nullable String sex,
            long registered,
            long commented,
            long asked,
            long noted,
            long overdue,
            long lot,
            int longest) {
        String name() {
            return switch (ofWhat) {
                case "CELL" -> cellName == null ? "" : cellName;
                case "SEX" -> "FEMALE".equals(sex) ? "Nữ" : "MALE".equals(sex) ? "Nam" : "Chưa ghi";
                default -> "Tất cả";
            };
        }

        String share() {
            return registered == 0
                    ? "–"
                    : "%d %%".formatted(Math.round(100.0 * commented / registered));
        }
    }

    record Person(UUID memberId, String fullName, String workName, @Nullable Integer lastYear) {}

    private final Db db;

    RoundCoverageQueries(Db db) {
        this.db = db;
    }

    List<Line> coverage(Scope scope, RoundStore.NewRound round, LocalDate on) {
        return db.list(
                scope,
                COVERAGE,
                Line.class,
                "id",
                round.id(),
                "ward",
                round.wardNo(),
                "year",
                round.year(),
                "on",
                on);
    }

    List<Person> unchosen(Scope scope, RoundStore.NewRound round, LocalDate on) {
        return db.list(
                scope, UNCHOSEN, Person.class, "id", round.id(), "ward", round.wardNo(), "on", on);
    }
}
