package vn.ganbo.liaison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Lists letters for pages. */
@Component
class IntroductionQueries {
    /** Letters that a page lists. */
    private static final int MOST = 400;

    static final Sql ONE =
            Sql.of(
                    """
                    select i.id, i.member_id, i.state, i.number, i.from_no, f.name as from_name,
                           i.to_no, t.name as to_name, i.res_no, w.name as work_cell,
                           m.full_name, m.birth, m.birth_precision, m.sex, m.admitted, m.official,
                           m.post, m.residence_address, m.phone, i.issued_on, i.sent_on,
                           i.acknowledged_on, i.exempt, i.rulebook,
                           (select p.id from document.published_paper p where p.id = i.paper_id)
                             as paper_id,
                           (select p.id from document.published_paper p
                             where p.id = i.acknowledgement_paper_id) as acknowledgement_paper_id,
                           m.residence_wish_code,
                           i.due_on, c.id as contact_id, c.cell_no, cell.name as cell_name,
                           grp.name as group_name, c.in_charge_name, c.in_charge_phone,
                           i.portal_file_code, i.returned_because, i.settled_on, i.settled_why, i.version
                      from liaison.introduction i
                      join member.published_member m on m.id = i.member_id
                      join organisation.published_unit f on f.no = i.from_no and f.valid @> :today::date
                      join organisation.published_unit t on t.no = i.to_no and t.valid @> :today::date
                      join organisation.published_unit w on w.no = i.work_no and w.valid @> :today::date
                      left join liaison.contact c
                             on c.introduction_id = i.id and c.valid @> :today::date
                      left join organisation.published_unit cell
                             on cell.no = c.cell_no and cell.valid @> :today::date
                      left join organisation.published_unit grp
                             on grp.no = c.group_no and grp.valid @> :today::date
                     where i.id = :id::uuid
                       and ((i.from_no between :low and :high and i.from_no <@ :scope::int4multirange)
                            or (i.work_no between :low and :high and i.work_no <@ :scope::int4multirange)
                            or (i.res_no between :low and :high and i.res_no <@ :scope::int4multirange)
                            or i.member_id = :self::uuid)
                    """);

    static final Sql STEPS =
            Sql.of(
                    """
                    select s.no, s.state, s.at, s.on_date, s.who, s.note
                      from liaison.introduction_step s
                      join liaison.introduction i on i.id = s.introduction_id
                     where s.introduction_id = :id::uuid
                       and ((i.from_no between :low and :high and i.from_no <@ :scope::int4multirange)
                            or (i.work_no between :low and :high and i.work_no <@ :scope::int4multirange)
                            or (i.res_no between :low and :high and i.res_no <@ :scope::int4multirange)
                            or i.member_id = :self::uuid)
                     order by s.no
                    """);

    /** Letters of the workplace's side, by state. */
    static final Sql SENT_BY =
            Sql.of(
                    """
                    select i.id, i.state, i.number, m.full_name, w.name as from_name, t.name as to_name,
                           i.issued_on, i.sent_on, i.acknowledged_on, i.due_on, r.name as place_name
                      from liaison.introduction i
                      join member.published_member m on m.id = i.member_id
                      join organisation.published_unit w on w.no = i.work_no and w.valid @> :today::date
                      join organisation.published_unit t on t.no = i.to_no and t.valid @> :today::date
                      join organisation.published_unit r on r.no = i.res_no and r.valid @> :today::date
                     where i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                       and i.state = any (:states::text[])
                       and ((' ' || m.folded) like all (:names::text[])
                            or m.initials = :initials::text or ltrim(i.number, '0') like :number::text
                            or lower(i.portal_file_code) = :code::text)
                     order by i.due_on, i.issued_on desc, w.code collate "C", m.sort_key
                     limit :size::int
                    """);

    /** Letters that came to the residence's side, by state. */
    static final Sql CAME_TO =
            Sql.of(
                    """
                    select i.id, i.state, i.number, m.full_name, f.name as from_name, t.name as to_name,
                           i.issued_on, i.sent_on, i.acknowledged_on, i.due_on, r.name as place_name
                      from liaison.introduction i
                      join member.published_member m on m.id = i.member_id
                      join organisation.published_unit f on f.no = i.from_no and f.valid @> :today::date
                      join organisation.published_unit t on t.no = i.to_no and t.valid @> :today::date
                      join organisation.published_unit r on r.no = i.res_no and r.valid @> :today::date
                     where i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                       and i.state = any (:states::text[])
                       and ((' ' || m.folded) like all (:names::text[])
                            or m.initials = :initials::text or ltrim(i.number, '0') like :number::text
                            or lower(i.portal_file_code) = :code::text)
                     order by i.due_on, i.sent_on, m.sort_key
                     limit :size::int
                    """);

    static final Sql COUNT_SENT_BY =
            Sql.of(
                    """
                    select i.state, count(*) as n
                      from liaison.introduction i
                     where i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                     group by i.state
                    """);

    static final Sql COUNT_CAME_TO =
            Sql.of(
                    """
                    select i.state, count(*) as n
                      from liaison.introduction i
                     where i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                     group by i.state
                    """);

    /** Of a member m: somebody to be introduced, for whom no letter is on its way or in force. */
    static final String NOBODY_INTRODUCED =
            """
               and m.status in ('OFFICIAL', 'PROBATIONARY')
               and m.residence_commune is not null
               and not exists (select from liaison.introduction i
                                where i.member_id = m.id
                                  and (i.state in ('ISSUED', 'SIGNED', 'SENT', 'ACKNOWLEDGED', 'PLACED')
                                       or i.settled_on is not null
                                          and not exists (select from liaison.introduction later
                                                           where later.member_id = i.member_id
                                                             and later.id > i.id)))
               and not exists (select from member.published_exemption e
                                where e.member_id = m.id
                                  and e.kind = 'INTRODUCTION'
                                  and e.valid @> :today::date)
            """;

    /** Members of the workplace for whom no letter is on its way or in force. */
    static final Sql WITHOUT =
            Sql.of(
                    """
                    select m.id, m.full_name, m.birth, m.birth_precision, m.post, m.work_no,
                           w.name as cell_name, m.residence_address, t.no as to_no, t.name as to_name,
                           exists (select from member.published_exemption e
                                    where e.member_id = m.id and e.kind = 'MEETINGS'
                                      and e.valid @> :today::date) as exempt,
                           (select i.state from liaison.introduction i
                             where i.member_id = m.id
                             order by i.id desc limit 1) as last_state
                      from member.published_member m
                      join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
                      left join organisation.published_unit t
                             on t.commune_code = m.residence_commune and t.kind = 'COMMUNE'
                            and t.valid @> :today::date
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and (:cell::int is null or m.work_no = :cell::int)
                    """
                            + NOBODY_INTRODUCED
                            + """
                             order by w.code collate "C", m.sort_key
                             limit 600
                            """);

    static final Sql WITHOUT_BY_CELL =
            Sql.of(
                    """
                    select m.work_no as no, w.name, count(*) as n
                      from member.published_member m
                      join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """
                            + NOBODY_INTRODUCED
                            + """
                             group by m.work_no, w.name, w.code
                             order by w.code collate "C"
                            """);

    /** Offices held at a cell whose people may take charge of a contact. */
    static final Sql IN_CHARGE =
            Sql.of(
                    """
                    select distinct on (o.person_id) o.person_id as id, o.full_name as name, o.title
                      from member.published_office o
                     where o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                       and o.unit_no = any (:units::int[])
                       and o.role in ('RESIDENCE_CELL_SECRETARY', 'COMMITTEE_MEMBER_IN_CHARGE')
                       and o.valid @> :today::date
                     order by o.person_id, o.role desc
                    """);

    record Line(
            UUID id,
            LetterState state,
            @Nullable String number,
            String fullName,
            String fromName,
            String toName,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate acknowledgedOn,
            @Nullable LocalDate dueOn,
            String placeName) {}

    record Without(
            UUID id,
            String fullName,
            @Nullable LocalDate birth,
            @Nullable String birthPrecision,
            @Nullable String post,
            int workNo,
            String cellName,
            @Nullable String residenceAddress,
            @Nullable Integer toNo,
            @Nullable String toName,
            boolean exempt,
            @Nullable LetterState lastState) {}

    record Count(String state, long n) {}

    record CellCount(int no, String name, long n) {}

    record Step(
            int no,
            LetterState state,
            Instant at,
            LocalDate onDate,
            String who,
            @Nullable String note) {}

    record Person(UUID id, String name, String title) {}

    private final Db db;

    IntroductionQueries(Db db) {
        this.db = db;
    }

    Optional<Letter> one(Scope scope, UUID id) {
        return db.one(scope, ONE, IntroductionQueries::letter, "id", id);
    }

    List<Step> steps(Scope scope, UUID id) {
        return db.list(
                scope,
                STEPS,
                row ->
                        new Step(
                                row.getInt("no"),
                                LetterState.valueOf(row.getString("state")),
                                row.getTimestamp("at").toInstant(),
                                row.getObject("on_date", LocalDate.class),
                                row.getString("who"),
                                row.getString("note")),
                "id",
                id);
    }

    List<Line> sentBy(Scope scope, Collection<LetterState> states, LetterSearch search) {
        return listed(scope, SENT_BY, states, search);
    }

    List<Line> cameTo(Scope scope, Collection<LetterState> states, LetterSearch search) {
        return listed(scope, CAME_TO, states, search);
    }

    private List<Line> listed(
            Scope scope, Sql which, Collection<LetterState> states, LetterSearch search) {
        return db.list(scope, which, Line.class, asked(states, search, MOST));
    }

    /** All of them, as they come. */
    void each(
            Scope scope,
            boolean workplace,
            Collection<LetterState> states,
            LetterSearch search,
            Consumer<Line> taker) {
        db.each(
                scope,
                workplace ? SENT_BY : CAME_TO,
                Line.class,
                taker,
                asked(states, search, null));
    }

    /** How many {@link #each} gives. */
    long count(
            Scope scope, boolean workplace, Collection<LetterState> states, LetterSearch search) {
        if (search.asked()) {
            AtomicLong found = new AtomicLong();
            each(scope, workplace, states, search, _ -> found.incrementAndGet());
            return found.get();
        }
        return (workplace ? countSentBy(scope) : countCameTo(scope))
                .stream()
                        .filter(count -> states.contains(LetterState.valueOf(count.state())))
                        .mapToLong(Count::n)
                        .sum();
    }

    private static @Nullable Object[] asked(
            Collection<LetterState> states, LetterSearch search, @Nullable Integer size) {
        return new @Nullable Object[] {
            "states",
            names(states),
            "names",
            search.names(),
            "initials",
            search.initials(),
            "number",
            search.number(),
            "code",
            search.code(),
            "size",
            size
        };
    }

    List<Count> countSentBy(Scope scope) {
        return db.list(scope, COUNT_SENT_BY, Count.class);
    }

    List<Count> countCameTo(Scope scope) {
        return db.list(scope, COUNT_CAME_TO, Count.class);
    }

    List<Without> without(Scope scope, @Nullable Integer cell) {
        return db.list(scope, WITHOUT, Without.class, "cell", cell);
    }

    List<CellCount> withoutByCell(Scope scope) {
        return db.list(scope, WITHOUT_BY_CELL, CellCount.class);
    }

    List<Person> inCharge(Scope scope, Collection<Integer> units) {
        return db.list(scope, IN_CHARGE, Person.class, "units", units.toArray(Integer[]::new));
    }

    private static String[] names(Collection<LetterState> states) {
        return states.stream().map(Enum::name).toArray(String[]::new);
    }

    private static Letter letter(ResultSet row) throws SQLException {
        LocalDate birth = row.getObject("birth", LocalDate.class);
        String precision = row.getString("birth_precision");
        String because = row.getString("returned_because");
        return new Letter(
                row.getObject("id", UUID.class),
                row.getObject("member_id", UUID.class),
                LetterState.valueOf(row.getString("state")),
                row.getString("number"),
                row.getInt("from_no"),
                row.getString("from_name"),
                row.getInt("to_no"),
                row.getString("to_name"),
                row.getInt("res_no"),
                row.getString("work_cell"),
                row.getString("full_name"),
                birth == null
                        ? null
                        : new PartialDate(birth, PartialDate.Precision.valueOf(precision)).shown(),
                row.getString("sex"),
                row.getObject("admitted", LocalDate.class),
                row.getObject("official", LocalDate.class),
                row.getString("post"),
                row.getString("residence_address"),
                row.getString("phone"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("acknowledged_on", LocalDate.class),
                row.getBoolean("exempt"),
                row.getString("rulebook"),
                row.getObject("paper_id", UUID.class),
                row.getObject("acknowledgement_paper_id", UUID.class),
                row.getString("residence_wish_code"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("contact_id", UUID.class),
                row.getObject("cell_no", Integer.class),
                row.getString("cell_name"),
                row.getString("group_name"),
                row.getString("in_charge_name"),
                row.getString("in_charge_phone"),
                row.getString("portal_file_code"),
                because == null ? null : ReturnReason.valueOf(because),
                row.getObject("settled_on", LocalDate.class),
                row.getString("settled_why"),
                row.getInt("version"));
    }
}
