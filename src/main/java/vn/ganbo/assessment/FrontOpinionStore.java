package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps and lists what came through the Front's minutes. */
@Component
class FrontOpinionStore {
    static final Sql REGISTER =
            Sql.of(
                    """
                    select c.member_id as id, c.full_name
                      from liaison.published_contact c
                     where c.cell_no = :cell::int
                       and c.valid @> :today::date
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                     order by c.sort_key, c.id
                    """);

    static final Sql RECORD =
            Sql.of(
                    """
                    insert into assessment.front_minutes
                           (unit_no, id, met_on, chaired_by, title, people, at, by_whom)
                    values (:cell::int, :id::uuid, :met::date, :chaired, :title, :people::int,
                            :at::timestamptz, :who)
                    """);

    static final Sql SAID =
            Sql.of(
                    """
                    insert into assessment.front_opinion
                           (unit_no, minutes_id, no, member_id, full_name, summary)
                    select :cell::int, :id::uuid, x.no, x.member, x.name, x.summary
                      from unnest(:members::uuid[], :names::text[], :summaries::text[])
                           with ordinality as x (member, name, summary, no)
                    """);

    static final Sql WITHDRAW =
            Sql.of(
                    """
                    update assessment.front_minutes m
                       set withdrawn_on = :on::date,
                           withdrawn_because = :because
                     where m.id = :id::uuid
                       and m.withdrawn_on is null
                       and m.unit_no between :low and :high
                       and m.unit_no <@ :scope::int4multirange
                    """);

    static final Sql LIST =
            Sql.of(
                    """
                    select m.id, u.name as cell_name, m.met_on, m.chaired_by, m.title, m.people,
                           m.withdrawn_because, o.full_name, o.summary
                      from assessment.front_minutes m
                      join assessment.front_opinion o on o.minutes_id = m.id
                      join organisation.published_unit u
                        on u.no = m.unit_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                     where m.unit_no between :low and :high
                       and m.unit_no <@ :scope::int4multirange
                     order by m.met_on desc, m.id, o.no
                     limit :size::int
                    """);

    record Person(UUID id, String fullName) {}

    /** One opinion with the minutes it stands in. */
    record Line(
            UUID id,
            String cellName,
            LocalDate metOn,
            String chairedBy,
            String title,
            int people,
            @Nullable String withdrawnBecause,
            @Nullable String fullName,
            String summary) {
        String about() {
            return fullName == null ? "Đảng viên nói chung" : fullName;
        }
    }

    private final Db db;

    FrontOpinionStore(Db db) {
        this.db = db;
    }

    List<Person> register(Scope scope, int cell) {
        return db.list(scope, REGISTER, Person.class, "cell", cell);
    }

    void record(
            Scope scope,
            UUID id,
            int cell,
            FrontOpinions.Minutes minutes,
            Map<UUID, String> names,
            Stamp stamp) {
        db.update(
                scope,
                RECORD,
                "cell",
                cell,
                "id",
                id,
                "met",
                minutes.metOn(),
                "chaired",
                minutes.chairedBy(),
                "title",
                minutes.title(),
                "people",
                minutes.people(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
        List<FrontOpinions.Opinion> opinions = minutes.opinions();
        db.update(
                scope,
                SAID,
                "cell",
                cell,
                "id",
                id,
                "members",
                opinions.stream().map(FrontOpinions.Opinion::member).toArray(UUID[]::new),
                "names",
                opinions.stream()
                        .map(o -> o.member() == null ? null : names.get(o.member()))
                        .toArray(String[]::new),
                "summaries",
                opinions.stream().map(FrontOpinions.Opinion::summary).toArray(String[]::new));
    }

    boolean withdraw(Scope scope, UUID id, String because, LocalDate on) {
        return db.update(scope, WITHDRAW, "id", id, "because", because, "on", on) == 1;
    }

    List<Line> list(Scope scope, @Nullable Integer size) {
        return db.list(scope, LIST, Line.class, "size", size);
    }
}
