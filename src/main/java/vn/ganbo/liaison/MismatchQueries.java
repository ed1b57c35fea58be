package vn.ganbo.liaison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;

/**
 * Đối chiếu hai bên: where lists of the workplace and registers of the residence disagree today. A
 * residence never learns of people who were not introduced to it.
 */
@Component
class MismatchQueries {
    private static final String COLUMNS =
            """
            select x.kind, x.member_id, x.letter_id, x.full_name, x.birth, x.birth_precision,
                   x.work_name, x.res_name, x.since, x.status, x.note
              from (
            """;

    private static final String IN_ORDER =
            """
                   ) x
             where x.kind = :kind
             order by x.sort_key, x.member_id
             limit :size::int
            """;

    private static final String OF_WORKPLACE =
            """
            select 'NEVER_INTRODUCED' as kind, m.id as member_id, null::uuid as letter_id, m.full_name,
                   m.birth, m.birth_precision, w.name as work_name, coalesce(t.name, '') as res_name,
                   null::date as since, m.status,
                   case when m.residence_commune is null then 'NO_COMMUNE'
                        when t.no is null then 'NO_COMMITTEE' end as note, m.sort_key
              from member.published_member m
              join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
              left join organisation.published_unit t
                     on t.commune_code = m.residence_commune and t.kind = 'COMMUNE'
                    and t.valid @> :today::date
             where m.work_no between :low and :high
               and m.work_no <@ :scope::int4multirange
               and m.status in ('OFFICIAL', 'PROBATIONARY')
               and not exists (select from member.published_exemption e
                                where e.member_id = m.id
                                  and e.kind = 'INTRODUCTION'
                                  and e.valid @> :today::date)
               and not exists (select from liaison.introduction i
                                where i.member_id = m.id
                                  and (i.state in ('DRAFT', 'ISSUED', 'SIGNED', 'SENT', 'ACKNOWLEDGED', 'PLACED')
                                       or i.state = 'RETURNED'
                                          and not exists (select from liaison.introduction n
                                                           where n.member_id = i.member_id
                                                             and n.id > i.id)))
            union all
            select 'NEVER_RECEIVED', i.member_id, i.id, m.full_name, m.birth, m.birth_precision, w.name,
                   t.name, i.sent_on, m.status, i.state, m.sort_key
              from liaison.introduction i
              join member.published_member m on m.id = i.member_id
              join organisation.published_unit w on w.no = i.work_no and w.valid @> :today::date
              join organisation.published_unit t on t.no = i.to_no and t.valid @> :today::date
             where i.work_no between :low and :high
               and i.work_no <@ :scope::int4multirange
               and (i.state = 'SENT'
                    or i.state = 'RETURNED'
                       and not exists (select from liaison.introduction n
                                        where n.member_id = i.member_id and n.id > i.id))
            union all
            select 'LISTED_TWICE', c.member_id, c.introduction_id, c.full_name, c.birth,
                   c.birth_precision, c.work_name, r.name, lower(c.valid), null, null, c.sort_key
              from liaison.contact c
              join organisation.published_unit r on r.no = c.unit_no and r.valid @> :today::date
             where c.work_no between :low and :high
               and c.work_no <@ :scope::int4multirange
               and c.valid @> :today::date
               and c.birth is not null
               and exists (select from liaison.contact o
                            where o.folded = c.folded and o.birth = c.birth and o.id <> c.id
                              and o.work_no <@ :scope::int4multirange
                              and o.valid @> :today::date)
            union all
            select 'GONE_BUT_LISTED', c.member_id, c.introduction_id, c.full_name, c.birth,
                   c.birth_precision, c.work_name, r.name, lower(c.valid), m.status,
                   case when m.status in ('OFFICIAL', 'PROBATIONARY') then 'ELSEWHERE' end, c.sort_key
              from liaison.contact c
              join member.published_member m on m.id = c.member_id
              join organisation.published_unit r on r.no = c.unit_no and r.valid @> :today::date
              join organisation.published_unit t on t.no = c.ward_no and t.valid @> :today::date
             where c.work_no between :low and :high
               and c.work_no <@ :scope::int4multirange
               and c.valid @> :today::date
               and (m.status in ('TRANSFERRED', 'STRUCK_OFF', 'EXPELLED', 'LEFT', 'DECEASED')
                    or m.residence_commune <> t.commune_code)
            """;

    private static final String OF_RESIDENCE =
            """
            select 'NEVER_RECEIVED' as kind, i.member_id, i.id as letter_id, m.full_name, m.birth,
                   m.birth_precision, f.name as work_name, t.name as res_name, i.sent_on as since,
                   m.status, i.state as note, m.sort_key
              from liaison.introduction i
              join member.published_member m on m.id = i.member_id
              join organisation.published_unit f on f.no = i.from_no and f.valid @> :today::date
              join organisation.published_unit t on t.no = i.to_no and t.valid @> :today::date
             where i.res_no between :low and :high
               and i.res_no <@ :scope::int4multirange
               and i.state = 'SENT'
            union all
            select 'LISTED_TWICE', c.member_id, c.introduction_id, c.full_name, c.birth,
                   c.birth_precision, c.work_name, r.name, lower(c.valid), null, null, c.sort_key
              from liaison.contact c
              join organisation.published_unit r on r.no = c.unit_no and r.valid @> :today::date
             where c.unit_no between :low and :high
               and c.unit_no <@ :scope::int4multirange
               and c.valid @> :today::date
               and c.birth is not null
               and exists (select from liaison.contact o
                            where o.folded = c.folded and o.birth = c.birth and o.id <> c.id
                              and o.unit_no <@ :scope::int4multirange
                              and o.valid @> :today::date)
            union all
            select 'LISTED_TWICE', c.member_id, c.introduction_id, c.full_name, c.birth,
                   c.birth_precision, c.work_name, r.name, lower(c.valid), null, a.ward_name, c.sort_key
              from liaison.also_registered() a
              join liaison.contact c on c.id = a.contact_id
              join organisation.published_unit r on r.no = c.unit_no and r.valid @> :today::date
             where c.unit_no between :low and :high
               and c.unit_no <@ :scope::int4multirange
            union all
            select 'GONE_BUT_LISTED', c.member_id, c.introduction_id, c.full_name, c.birth,
                   c.birth_precision, c.work_name, r.name, lower(c.valid), m.status,
                   case when m.status in ('OFFICIAL', 'PROBATIONARY') then 'ELSEWHERE' end, c.sort_key
              from liaison.contact c
              join member.published_member m on m.id = c.member_id
              join organisation.published_unit r on r.no = c.unit_no and r.valid @> :today::date
              join organisation.published_unit t on t.no = c.ward_no and t.valid @> :today::date
             where c.unit_no between :low and :high
               and c.unit_no <@ :scope::int4multirange
               and c.valid @> :today::date
               and (m.status in ('TRANSFERRED', 'STRUCK_OFF', 'EXPELLED', 'LEFT', 'DECEASED')
                    or m.residence_commune <> t.commune_code)
            """;

    static final Sql LIST_OF_WORKPLACE = Sql.of(COLUMNS + OF_WORKPLACE + IN_ORDER);
    static final Sql LIST_OF_RESIDENCE = Sql.of(COLUMNS + OF_RESIDENCE + IN_ORDER);
    static final Sql COUNT_OF_WORKPLACE =
            Sql.of(
                    "select x.kind, count(*) as n from (\n"
                            + OF_WORKPLACE
                            + ") x group by x.kind order by x.kind");
    static final Sql COUNT_OF_RESIDENCE =
            Sql.of(
                    "select x.kind, count(*) as n from (\n"
                            + OF_RESIDENCE
                            + ") x group by x.kind order by x.kind");

    /** One person on whom the two sides do not agree. */
    record Line(
            Mismatch kind,
            UUID memberId,
            @Nullable UUID letterId,
            String fullName,
            @Nullable LocalDate birth,
            @Nullable String birthPrecision,
            String workName,
            String resName,
            @Nullable LocalDate since,
            @Nullable String status,
            @Nullable String note) {

        String shownBirth() {
            return birth == null || birthPrecision == null
                    ? ""
                    : new PartialDate(birth, PartialDate.Precision.valueOf(birthPrecision)).shown();
        }

        /** Why, in words. */
        String why() {
            return switch (kind) {
                case NEVER_INTRODUCED ->
                        note == null ? "" : Labels.of("mismatch.NEVER_INTRODUCED." + note);
                case NEVER_RECEIVED -> Labels.of("mismatch.NEVER_RECEIVED." + note);
                case LISTED_TWICE ->
                        note == null
                                ? Labels.of("mismatch.LISTED_TWICE.why")
                                : Labels.say(
                                        "mismatch.LISTED_TWICE.elsewhere", Show.committee(note));
                case GONE_BUT_LISTED ->
                        note != null
                                ? Labels.of("mismatch.GONE_BUT_LISTED." + note)
                                : Labels.of("memberStatus." + status);
            };
        }
    }

    private record Count(Mismatch kind, long n) {}

    private final Db db;

    MismatchQueries(Db db) {
        this.db = db;
    }

    Map<Mismatch, Long> counts(Scope scope, boolean workplace) {
        Map<Mismatch, Long> out = new EnumMap<>(Mismatch.class);
        db.list(scope, workplace ? COUNT_OF_WORKPLACE : COUNT_OF_RESIDENCE, Count.class)
                .forEach(count -> out.put(count.kind(), count.n()));
        return out;
    }

    List<Line> list(Scope scope, boolean workplace, Mismatch kind, int size) {
        return db.list(
                scope,
                workplace ? LIST_OF_WORKPLACE : LIST_OF_RESIDENCE,
                MismatchQueries::line,
                "kind",
                kind.name(),
                "size",
                size);
    }

    /** All of them, as they come. */
    void each(Scope scope, boolean workplace, Mismatch kind, RowCallbackHandler taker) {
        db.each(
                scope,
                workplace ? LIST_OF_WORKPLACE : LIST_OF_RESIDENCE,
                taker,
                "kind",
                kind.name(),
                "size",
                null);
    }

    static Line line(ResultSet row) throws SQLException {
        return new Line(
                Mismatch.valueOf(row.getString("kind")),
                row.getObject("member_id", UUID.class),
                row.getObject("letter_id", UUID.class),
                row.getString("full_name"),
                row.getObject("birth", LocalDate.class),
                row.getString("birth_precision"),
                row.getString("work_name"),
                row.getString("res_name"),
                row.getObject("since", LocalDate.class),
                row.getString("status"),
                row.getString("note"));
    }
}
