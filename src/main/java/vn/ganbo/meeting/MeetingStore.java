package vn.ganbo.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps meetings and who is invited to them; two hundred people are one statement. */
@Component
class MeetingStore {
    static final Sql ONE =
            Sql.of(
                    """
                    select m.id, m.unit_no, coalesce(u.name, '') as unit_name, m.kind, m.title,
                           m.planned_on, m.starts_at, m.place, m.agenda, m.way, m.join_at, m.permission,
                           m.state, m.invited_on,
                           m.held_on, m.cancelled_because, m.rulebook, m.version, m.changed_at,
                           m.changed_by
                      from meeting.meeting m
                      left join organisation.published_unit u
                             on u.no = m.unit_no and u.valid @> m.planned_on
                     where m.id = :id::uuid
                       and (m.unit_no <@ :scope::int4multirange
                            or exists (select from meeting.attendance a
                                        where a.meeting_id = m.id
                                          and (a.unit_no <@ :scope::int4multirange
                                               or a.member_id = :self::uuid)))
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into meeting.meeting
                           (unit_no, id, kind, title, planned_on, starts_at, place, agenda, way, join_at,
                            permission, state, rulebook, changed_at, changed_by)
                    select x.unit_no, :id::uuid, :kind::text, :title::text, :planned_on::date,
                           :starts_at::time, :place::text, :agenda::text, :way::text, :join_at::text,
                           :permission::text, 'PLANNED', :rulebook::text, :at::timestamptz, :who::text
                      from (select :unit::int as unit_no) x
                     where x.unit_no between :low and :high
                       and x.unit_no <@ :scope::int4multirange
                    """);

    static final Sql CHANGE =
            Sql.of(
                    """
                    update meeting.meeting m
                       set kind = :kind,
                           title = :title,
                           planned_on = :planned_on::date,
                           starts_at = :starts_at::time,
                           place = :place,
                           agenda = :agenda,
                           way = :way,
                           join_at = :join_at::text,
                           permission = :permission::text,
                           version = m.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where m.id = :id::uuid
                       and m.version = :version
                       and m.unit_no between :low and :high
                       and m.unit_no <@ :scope::int4multirange
                    """);

    static final Sql ADVANCE =
            Sql.of(
                    """
                    update meeting.meeting m
                       set state = :to,
                           invited_on = case when :to = 'INVITED' then :on::date else m.invited_on end,
                           held_on = case when :to = 'HELD' then m.planned_on end,
                           cancelled_because = :reason::text,
                           version = m.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where m.id = :id::uuid
                       and m.version = :version
                       and m.unit_no between :low and :high
                       and m.unit_no <@ :scope::int4multirange
                    """);

    /**
     * Everyone on the register of the unit on the day, without those exempt from meetings. Who has
     * Party life with a host for a time may come and is never absent, as at home.
     */
    private static final String REGISTERED =
            """
            with contacts as (
                select c.unit_no, c.ward_no, c.work_no, c.id, c.member_id, c.full_name, c.sort_key, c.work_name
                  from liaison.published_contact c
                 where c.unit_no between :low and :high
                   and c.unit_no <@ :scope::int4multirange
                   and (c.ward_no = :unit or c.cell_no = :unit or c.group_no = :unit)
                   and c.valid @> :day::date
                   and not c.exempt
                   and not exists (select from member.published_exemption e
                                    where e.member_id = c.member_id
                                      and e.kind = 'MEETINGS'
                                      and e.valid @> :day::date)),
            hosted as (
                select h.member_id
                  from (select c.ward_no, array_agg(c.member_id) as members
                          from contacts c
                         group by c.ward_no) w
                 cross join lateral member.with_a_host(w.members, w.ward_no, :day::date) as h (member_id))
            """;

    static final Sql INVITE =
            Sql.of(
                    REGISTERED
                            + """
                            insert into meeting.attendance
                                   (unit_no, work_no, meeting_id, member_id, contact_id, full_name,
                                    sort_key, work_name, exempt, stay, invited_on, changed_at, changed_by)
                            select c.unit_no, c.work_no, :meeting::uuid, c.member_id, c.id, c.full_name,
                                   c.sort_key, c.work_name, h.member_id is not null,
                                   case when h.member_id is not null then 'ELSEWHERE' end,
                                   :on::date, :at::timestamptz, :who::text
                              from contacts c
                              left join hosted h on h.member_id = c.member_id
                                on conflict (meeting_id, member_id) do nothing
                            returning member_id
                            """);

    /** Who was invited from the register and has no mark yet, as they stand now. */
    static final Sql RENEW =
            Sql.of(
                    REGISTERED
                            + """
                            update meeting.attendance a
                               set exempt = h.member_id is not null,
                                   stay = case when h.member_id is not null then 'ELSEWHERE' end
                              from contacts c
                              left join hosted h on h.member_id = c.member_id
                             where a.meeting_id = :meeting::uuid
                               and a.member_id = c.member_id
                               and a.unit_no between :low and :high
                               and a.unit_no <@ :scope::int4multirange
                               and a.mark is null
                               and a.exempt <> (h.member_id is not null)
                            """);

    /**
     * Who has Party life in the unit on the day: its own members, and those who stay there for a
     * time. Who is exempt is of them only where one joins from afar; who is with a host may come,
     * for at home the rights stay whole (Quy định 294-QĐ/TW, 6.3.2).
     */
    private static final String PEOPLE =
            """
            with people as (
                select m.work_no as unit_no, m.work_no, m.id as member_id, m.full_name, m.sort_key,
                       u.name as work_name, m.status = 'EXEMPT' or hosted.host_name is not null as exempt,
                       case when hosted.host_name is not null then 'ELSEWHERE' end as stay
                  from member.published_member m
                  join organisation.published_unit u on u.no = m.work_no and u.valid @> :day::date
                  left join lateral (select s.host_name
                                       from member.published_stay s
                                      where s.member_id = m.id
                                        and s.valid @> :day::date
                                      limit 1) hosted on true
                 where m.work_no between :low and :high
                   and m.work_no <@ :scope::int4multirange
                   and (u.no = :unit or (u.parent_no = :unit and u.kind = 'GROUP'))
                   and (m.status in ('OFFICIAL', 'PROBATIONARY', 'AWAY')
                        or (:afar::boolean and m.status = 'EXEMPT'))
                union all
                select s.host_no, s.home_no, s.member_id, s.full_name, s.sort_key, s.home_name, false, 'HERE'
                  from member.published_stay s
                 where s.host_no = :unit
                   and s.host_no between :low and :high
                   and s.host_no <@ :scope::int4multirange
                   and s.valid @> :day::date)
            """;

    static final Sql INVITE_OWN =
            Sql.of(
                    PEOPLE
                            + """
                            insert into meeting.attendance
                                   (unit_no, work_no, meeting_id, member_id, full_name, sort_key, work_name,
                                    exempt, stay, invited_on, changed_at, changed_by)
                            select p.unit_no, p.work_no, :meeting::uuid, p.member_id, p.full_name, p.sort_key,
                                   p.work_name, p.exempt, p.stay, :on::date, :at::timestamptz, :who::text
                              from people p
                                on conflict (meeting_id, member_id) do nothing
                            returning member_id
                            """);

    /**
     * Who was invited and has no mark yet, as they stand now: a stay may have begun or ended
     * meanwhile.
     */
    static final Sql RENEW_OWN =
            Sql.of(
                    PEOPLE
                            + """
                            update meeting.attendance a
                               set exempt = p.exempt,
                                   stay = p.stay
                              from people p
                             where a.meeting_id = :meeting::uuid
                               and a.member_id = p.member_id
                               and a.unit_no between :low and :high
                               and a.unit_no <@ :scope::int4multirange
                               and a.mark is null
                               and (a.exempt, a.stay) is distinct from (p.exempt, p.stay)
                            """);

    /** Who was invited to the cell's Party life and is of it no more, and has no mark yet. */
    static final Sql DROP_OWN =
            Sql.of(
                    """
                    delete from meeting.attendance a
                     where a.meeting_id = :meeting::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.mark is null
                       and not exists (
                           select from member.published_member m
                             join organisation.published_unit u on u.no = m.work_no and u.valid @> :day::date
                            where m.id = a.member_id
                              and (u.no = :unit or (u.parent_no = :unit and u.kind = 'GROUP'))
                              and m.status in ('OFFICIAL', 'PROBATIONARY', 'AWAY', 'EXEMPT'))
                       and not exists (
                           select from member.published_stay s
                            where s.member_id = a.member_id
                              and s.host_no = :unit
                              and s.valid @> :day::date)
                    """);

    /** Who was invited but will not be on the register on the day, and has no mark yet. */
    static final Sql DROP_THOSE_WHO_LEFT =
            Sql.of(
                    """
                    delete from meeting.attendance a
                     where a.meeting_id = :meeting::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.mark is null
                       and not exists (select from liaison.published_contact c
                                        where c.member_id = a.member_id
                                          and (c.ward_no = :unit or c.cell_no = :unit or c.group_no = :unit)
                                          and c.valid @> :day::date)
                    """);

    static final Sql INVITED =
            Sql.of(
                    """
                    select a.member_id, a.mark, a.stay
                      from meeting.attendance a
                     where a.meeting_id = :meeting::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                     order by a.member_id
                    """);

    private final Db db;

    MeetingStore(Db db) {
        this.db = db;
    }

    /** Someone invited, and the mark so far. */
    record Invited(UUID memberId, @Nullable Mark mark, @Nullable Stay stay) {
        /** Counted in the convening cell, not elsewhere. */
        boolean own() {
            return stay != Stay.HERE;
        }

        boolean present() {
            return mark == Mark.PRESENT || mark == Mark.FROM_AFAR;
        }
    }

    Optional<Meeting> find(Scope scope, UUID id) {
        return db.one(scope, ONE, Meeting.class, "id", id);
    }

    /** Returns whether the convening unit lies within the scope. */
    boolean add(Scope scope, UUID id, MeetingPlan plan, String rulebook, Stamp stamp) {
        return db.update(
                        scope,
                        ADD,
                        "unit",
                        plan.unitNo(),
                        "id",
                        id,
                        "kind",
                        plan.kind().name(),
                        "title",
                        plan.title(),
                        "planned_on",
                        plan.plannedOn(),
                        "starts_at",
                        plan.startsAt(),
                        "place",
                        plan.place(),
                        "agenda",
                        plan.agenda(),
                        "way",
                        plan.way().name(),
                        "join_at",
                        orNull(plan.joinAt()),
                        "permission",
                        orNull(plan.permission()),
                        "rulebook",
                        rulebook,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    boolean change(Scope scope, UUID id, int version, MeetingPlan plan, Stamp stamp) {
        return db.update(
                        scope,
                        CHANGE,
                        "id",
                        id,
                        "version",
                        version,
                        "kind",
                        plan.kind().name(),
                        "title",
                        plan.title(),
                        "planned_on",
                        plan.plannedOn(),
                        "starts_at",
                        plan.startsAt(),
                        "place",
                        plan.place(),
                        "agenda",
                        plan.agenda(),
                        "way",
                        plan.way().name(),
                        "join_at",
                        orNull(plan.joinAt()),
                        "permission",
                        orNull(plan.permission()),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    boolean advance(
            Scope scope, Meeting meeting, MeetingState to, @Nullable String reason, Stamp stamp) {
        return db.update(
                        scope,
                        ADVANCE,
                        "id",
                        meeting.id(),
                        "version",
                        meeting.version(),
                        "to",
                        to.name(),
                        "reason",
                        reason,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    /** Returns the people newly invited. */
    List<UUID> invite(Scope scope, Meeting meeting, Stamp stamp) {
        return db.list(
                scope,
                meeting.kind() == MeetingKind.PARTY_LIFE ? INVITE_OWN : INVITE,
                row -> row.getObject("member_id", UUID.class),
                "afar",
                meeting.way().fromAfar(),
                "meeting",
                meeting.id(),
                "unit",
                meeting.unitNo(),
                "day",
                meeting.plannedOn(),
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    /** Who is with a host now, or here for a time. */
    void renew(Scope scope, Meeting meeting) {
        db.update(
                scope,
                meeting.kind() == MeetingKind.PARTY_LIFE ? RENEW_OWN : RENEW,
                "afar",
                meeting.way().fromAfar(),
                "meeting",
                meeting.id(),
                "unit",
                meeting.unitNo(),
                "day",
                meeting.plannedOn());
    }

    int dropThoseWhoLeft(Scope scope, Meeting meeting) {
        return db.update(
                scope,
                meeting.kind() == MeetingKind.PARTY_LIFE ? DROP_OWN : DROP_THOSE_WHO_LEFT,
                "meeting",
                meeting.id(),
                "unit",
                meeting.unitNo(),
                "day",
                meeting.plannedOn());
    }

    List<Invited> invited(Scope scope, UUID meeting) {
        return db.list(scope, INVITED, Invited.class, "meeting", meeting);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
