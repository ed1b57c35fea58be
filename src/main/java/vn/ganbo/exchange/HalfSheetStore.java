package vn.ganbo.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Counts a half-year for each committee on the other side, and keeps what was sent. */
@Component
class HalfSheetStore {
    /** What a residence can say of a half-year, for each committee that introduced somebody. */
    static final Sql OF_RESIDENCE =
            Sql.of(
                    """
                    with entry as (
                        select c.member_id, i.from_no, c.valid, c.exempt
                          from liaison.published_contact c
                          join liaison.published_introduction i on i.id = c.introduction_id
                         where c.unit_no between :low and :high
                           and c.unit_no <@ :scope::int4multirange
                           and c.valid && daterange(:from::date, :to::date, '[]')
                    ), counted as (
                        select e.from_no, count(*) filter (where e.valid @> :day::date) as registered,
                               count(*) filter (where e.valid @> :day::date and e.exempt) as exempt,
                               0 as invited, 0 as present, 0 as excused, 0 as household, 0 as unexcused,
                               0 as told, 0 as owed
                          from entry e
                         group by e.from_no
                        union all
                        select i.from_no, 0, 0, count(*), count(*) filter (where a.mark = 'PRESENT'),
                               count(*) filter (where a.mark = 'EXCUSED_BEFORE' or a.accepted),
                               count(*) filter (where a.mark = 'HOUSEHOLD'),
                               count(*) filter (where a.mark = 'ABSENT' and a.concluded
                                                  and a.accepted is not true),
                               0, 0
                          from meeting.published_attendance a
                          join liaison.published_contact c on c.id = a.contact_id
                          join liaison.published_introduction i on i.id = c.introduction_id
                         where a.unit_no between :low and :high
                           and a.unit_no <@ :scope::int4multirange
                           and a.held_on between :from::date and :to::date
                           and c.unit_no between :low and :high
                           and c.unit_no <@ :scope::int4multirange
                         group by i.from_no
                        union all
                        select e.from_no, 0, 0, 0, 0, 0, 0, 0,
                               count(distinct n.id) filter (where n.from_side = 'RESIDENCE'),
                               count(distinct n.id) filter (where n.from_side = 'WORKPLACE'
                                                              and n.answered_on is null)
                          from exchange.published_notice n
                          join entry e on e.member_id = n.member_id
                         where n.sent_on between :from::date and :to::date
                         group by e.from_no
                    )
                    select x.from_no as partner_no, u.name as partner_name, x.figures::text as figures
                      from (select c.from_no,
                                   jsonb_build_object(
                                       'registered', sum(c.registered), 'exempt', sum(c.exempt),
                                       'invited', sum(c.invited), 'present', sum(c.present),
                                       'excused', sum(c.excused), 'household', sum(c.household),
                                       'unexcused', sum(c.unexcused), 'told', sum(c.told),
                                       'owed', sum(c.owed)) as figures
                              from counted c
                             group by c.from_no) x
                      join organisation.published_unit u on u.no = x.from_no and u.valid @> :today::date
                     order by u.name
                    """);

    /** What a workplace can say of a half-year, for each ward where somebody of it stands. */
    static final Sql OF_WORKPLACE =
            Sql.of(
                    """
                    with letter as (
                        select i.id, i.member_id, i.to_no, i.state, i.sent_on
                          from liaison.published_introduction i
                         where i.work_no between :low and :high
                           and i.work_no <@ :scope::int4multirange
                           and i.sent_on is not null
                    ), introduced as materialized (
                        select l.to_no,
                               count(*) filter (where l.state in ('SENT', 'ACKNOWLEDGED', 'PLACED')) as in_force,
                               count(*) filter (where l.sent_on between :from::date and :to::date) as arrived,
                               count(*) filter (where l.state = 'SENT') as waiting
                          from letter l
                         group by l.to_no
                    ), gone as materialized (
                        select l.to_no, count(distinct c.member_id) as ended
                          from liaison.published_contact c
                          join letter l on l.id = c.introduction_id
                         where upper(c.valid) between :from::date and :to::date
                           and not exists (select from liaison.published_contact n where n.continues = c.id)
                         group by l.to_no
                    ), told as materialized (
                        select l.to_no,
                               count(distinct n.id) filter (where n.from_side = 'WORKPLACE') as told,
                               count(distinct n.id) filter (where n.from_side = 'RESIDENCE'
                                                              and n.answered_on is null) as owed
                          from exchange.published_notice n
                          join letter l on l.member_id = n.member_id
                         where n.sent_on between :from::date and :to::date
                         group by l.to_no
                    )
                    select i.to_no as partner_no, u.name as partner_name,
                           jsonb_build_object(
                               'introduced', i.in_force, 'arrived', i.arrived, 'waiting', i.waiting,
                               'ended', coalesce(g.ended, 0), 'told', coalesce(t.told, 0),
                               'owed', coalesce(t.owed, 0))::text as figures
                      from introduced i
                      join organisation.published_unit u on u.no = i.to_no and u.valid @> :today::date
                      left join gone g on g.to_no = i.to_no
                      left join told t on t.to_no = i.to_no
                     where i.in_force > 0 or i.arrived > 0 or g.ended > 0
                     order by u.name
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into exchange.half_sheet
                           (from_side, work_no, ward_no, half, id, figures, body, signed_by, signed_post,
                            sent_on, sent_by)
                    select :side, x.work_no, x.ward_no, :half::date, x.id, x.figures::jsonb, :body, :signer,
                           :post, :on::date, :who
                      from unnest(:ids::uuid[], :works::int[], :wards::int[], :figures::text[])
                        as x (id, work_no, ward_no, figures)
                    """);

    static final Sql OF_HALF =
            Sql.of(
                    """
                    select s.id, s.from_side, s.work_no, w.name as work_name, s.ward_no, r.name as ward_name,
                           s.half, s.figures::text as figures, s.body, s.signed_by, s.signed_post, s.sent_on,
                           s.received_on, s.received_by, s.version
                      from exchange.half_sheet s
                      join organisation.published_unit w on w.no = s.work_no and w.valid @> :today::date
                      join organisation.published_unit r on r.no = s.ward_no and r.valid @> :today::date
                     where (:id::uuid is null or s.id = :id::uuid)
                       and (:half::date is null or s.half = :half::date)
                       and ((s.work_no between :low and :high and s.work_no <@ :scope::int4multirange)
                            or (s.ward_no between :low and :high and s.ward_no <@ :scope::int4multirange))
                     order by w.name, r.name, s.from_side
                    """);

    static final Sql RECEIVE =
            Sql.of(
                    """
                    update exchange.half_sheet s
                       set received_on = :on::date,
                           received_by = :who,
                           version = s.version + 1
                     where s.id = :id::uuid
                       and s.received_on is null
                       and ((s.work_no between :low and :high and s.work_no <@ :scope::int4multirange)
                            or (s.ward_no between :low and :high and s.ward_no <@ :scope::int4multirange))
                    """);

    private static final String NOT_SENT =
            """
            from (select 'WORKPLACE' as from_side, i.from_no as unit_no,
                         count(distinct i.to_no) as committees
                    from liaison.published_introduction i
                   where i.state in ('SENT', 'ACKNOWLEDGED', 'PLACED')
                     and i.sent_on <= :last::date
                     and not exists (select from exchange.half_sheet s
                                      where s.from_side = 'WORKPLACE'
                                        and s.work_no = i.from_no
                                        and s.ward_no = i.to_no
                                        and s.half = :half::date)
                   group by i.from_no
                  union all
                  select 'RESIDENCE', i.to_no, count(distinct i.from_no)
                    from liaison.published_introduction i
                   where i.state in ('ACKNOWLEDGED', 'PLACED')
                     and i.acknowledged_on <= :last::date
                     and not exists (select from exchange.half_sheet s
                                      where s.from_side = 'RESIDENCE'
                                        and s.work_no = i.from_no
                                        and s.ward_no = i.to_no
                                        and s.half = :half::date)
                   group by i.to_no) x
            """;

    /**
     * Committees that have not sent all their sheets of a half-year and were not reminded of it.
     */
    static final Sql OWING =
            Sql.of(
                    "select x.from_side, x.unit_no, null::int as parent_no, x.committees\n"
                            + NOT_SENT
                            + """
                             where x.unit_no between :low and :high
                               and x.unit_no <@ :scope::int4multirange
                               and not exists (select from exchange.half_sheet_reminder r
                                                where r.unit_no = x.unit_no
                                                  and r.from_side = x.from_side
                                                  and r.half = :half::date)
                             order by x.from_side, x.unit_no
                            """);

    /** Those that were reminded, still owe sheets, and whose superior has not been told. */
    static final Sql STILL_OWING =
            Sql.of(
                    "select x.from_side, x.unit_no, u.parent_no, x.committees\n"
                            + NOT_SENT
                            + """
                              join exchange.half_sheet_reminder r
                                on r.unit_no = x.unit_no
                               and r.from_side = x.from_side
                               and r.half = :half::date
                               and r.superior_told_on is null
                              join organisation.published_unit u
                                on u.no = x.unit_no and u.valid @> :today::date
                             where x.unit_no between :low and :high
                               and x.unit_no <@ :scope::int4multirange
                               and u.parent_no is not null
                             order by x.from_side, u.parent_no, x.unit_no
                            """);

    static final Sql SUPERIOR_TOLD =
            Sql.of(
                    """
                    update exchange.half_sheet_reminder r
                       set superior_told_on = :on::date
                      from unnest(:units::int[], :sides::text[]) as x (unit_no, side)
                     where r.unit_no = x.unit_no
                       and r.from_side = x.side
                       and r.half = :half::date
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                    """);

    /** The sheets of a half-year that a superior sees, the latest first. */
    static final Sql SEEN =
            Sql.of(
                    """
                    select s.id, s.from_side, w.name as work_name, r.name as ward_name, s.sent_on,
                           s.received_on
                      from exchange.half_sheet s
                      join organisation.published_unit w on w.no = s.work_no and w.valid @> :today::date
                      join organisation.published_unit r on r.no = s.ward_no and r.valid @> :today::date
                     where s.half = :half::date
                       and ((s.work_no between :low and :high and s.work_no <@ :scope::int4multirange)
                            or (s.ward_no between :low and :high and s.ward_no <@ :scope::int4multirange))
                     order by s.sent_on desc, s.id desc
                     limit :size::int
                    offset :skip
                    """);

    static final Sql SEEN_COUNT =
            Sql.of(
                    """
                    select count(*)
                      from exchange.half_sheet s
                     where s.half = :half::date
                       and ((s.work_no between :low and :high and s.work_no <@ :scope::int4multirange)
                            or (s.ward_no between :low and :high and s.ward_no <@ :scope::int4multirange))
                    """);

    static final Sql REMINDED =
            Sql.of(
                    """
                    insert into exchange.half_sheet_reminder (unit_no, from_side, half, reminded_on)
                    select x.unit_no, x.side, :half::date, :on::date
                      from unnest(:units::int[], :sides::text[]) as x (unit_no, side)
                    """);

    /**
     * A committee that owes its sheet to so many others.
     *
     * @param parentNo the committee above it, where that one is to be told, or null
     */
    record Owing(String fromSide, int unitNo, @Nullable Integer parentNo, long committees) {}

    /** A sheet that a superior sees. */
    record Seen(
            UUID id,
            String fromSide,
            String workName,
            String wardName,
            LocalDate sentOn,
            @Nullable LocalDate receivedOn) {

        /** Who wrote. */
        String from() {
            return toResidence() ? workName : wardName;
        }

        /** Who was written to. */
        String to() {
            return toResidence() ? wardName : workName;
        }

        private boolean toResidence() {
            return Direction.from(fromSide) == Direction.TO_RESIDENCE;
        }
    }

    /** A committee on the other side, with what can be said to it. */
    record Partner(int partnerNo, String partnerName, String figures) {}

    /** A sheet as it was sent. */
    record Sheet(
            UUID id,
            String fromSide,
            int workNo,
            String workName,
            int wardNo,
            String wardName,
            LocalDate half,
            String figures,
            String body,
            String signedBy,
            String signedPost,
            LocalDate sentOn,
            @Nullable LocalDate receivedOn,
            @Nullable String receivedBy,
            int version) {

        boolean toResidence() {
            return Direction.from(fromSide) == Direction.TO_RESIDENCE;
        }
    }

    /** A sheet about to be kept. */
    record NewSheet(UUID id, int workNo, int wardNo, String figures) {}

    private final Db db;

    HalfSheetStore(Db db) {
        this.db = db;
    }

    List<Partner> partners(Scope scope, Direction writes, HalfYear half, LocalDate today) {
        return db.list(
                scope,
                writes == Direction.TO_RESIDENCE ? OF_WORKPLACE : OF_RESIDENCE,
                Partner.class,
                "from",
                half.first(),
                "to",
                half.last(),
                "day",
                today.isBefore(half.last()) ? today : half.last());
    }

    void add(
            Scope scope,
            Direction writes,
            HalfYear half,
            List<NewSheet> sheets,
            String body,
            Signer signer,
            Stamp stamp) {
        db.update(
                scope,
                ADD,
                "side",
                writes.from(),
                "half",
                half.first(),
                "body",
                body,
                "signer",
                signer.name(),
                "post",
                signer.post(),
                "on",
                stamp.on(),
                "who",
                stamp.who(),
                "ids",
                sheets.stream().map(NewSheet::id).toArray(UUID[]::new),
                "works",
                sheets.stream().map(NewSheet::workNo).toArray(Integer[]::new),
                "wards",
                sheets.stream().map(NewSheet::wardNo).toArray(Integer[]::new),
                "figures",
                sheets.stream().map(NewSheet::figures).toArray(String[]::new));
    }

    List<Sheet> of(Scope scope, HalfYear half) {
        return db.list(scope, OF_HALF, Sheet.class, "id", null, "half", half.first());
    }

    Optional<Sheet> one(Scope scope, UUID id) {
        return db.one(scope, OF_HALF, Sheet.class, "id", id, "half", null);
    }

    boolean receive(Scope scope, UUID id, Stamp stamp) {
        return db.update(scope, RECEIVE, "id", id, "on", stamp.on(), "who", stamp.who()) > 0;
    }

    List<Owing> owing(Scope scope, HalfYear half) {
        return db.list(scope, OWING, Owing.class, "half", half.first(), "last", half.last());
    }

    List<Owing> stillOwing(Scope scope, HalfYear half) {
        return db.list(scope, STILL_OWING, Owing.class, "half", half.first(), "last", half.last());
    }

    long seen(Scope scope, HalfYear half) {
        return db.number(scope, SEEN_COUNT, "half", half.first());
    }

    List<Seen> seen(Scope scope, HalfYear half, int size, long skip) {
        return db.list(scope, SEEN, Seen.class, "half", half.first(), "size", size, "skip", skip);
    }

    /** All of them, as they come. */
    void eachSeen(Scope scope, HalfYear half, Consumer<Seen> taker) {
        db.each(scope, SEEN, Seen.class, taker, "half", half.first(), "size", null, "skip", 0);
    }

    void superiorTold(Scope scope, List<Owing> owing, HalfYear half, LocalDate on) {
        mark(scope, SUPERIOR_TOLD, owing, half, on);
    }

    void reminded(Scope scope, List<Owing> owing, HalfYear half, LocalDate on) {
        mark(scope, REMINDED, owing, half, on);
    }

    private void mark(Scope scope, Sql statement, List<Owing> owing, HalfYear half, LocalDate on) {
        db.update(
                scope,
                statement,
                "units",
                owing.stream().map(Owing::unitNo).toArray(Integer[]::new),
                "sides",
                owing.stream().map(Owing::fromSide).toArray(String[]::new),
                "half",
                half.first(),
                "on",
                on);
    }
}
