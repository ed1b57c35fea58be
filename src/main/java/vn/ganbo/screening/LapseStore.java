package vn.ganbo.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.member.MemberStatus;

/** Keeps what a cell notes of its members, and what it did about it. */
@Component
class LapseStore {
    static final Sql PERSON =
            Sql.of(
                    """
                    select m.work_no, m.id, m.full_name, m.sort_key, m.status, w.name as work_name,
                           (select c.id from screening.case_file c
                             where c.member_id = m.id and c.state <> 'DECIDED') as running,
                           (select t.to_name from transfer.published_under_way t
                             where t.member_id = m.id and t.kind = 'OFFICIAL' and t.introduced) as leaving_for
                      from member.published_member m
                      join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
                     where m.id = :member::uuid
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    static final Sql OF =
            Sql.of(
                    """
                    select l.id, l.kind, l.month, l.asked_by, l.answer, l.good_reason, l.withdrawn, l.noted_on,
                           l.by_whom
                      from screening.lapse l
                     where l.member_id in (select s.id from member.published_standing s where s.kept_id = :member::uuid)
                     order by l.month desc, l.kind, l.id
                    """);

    static final Sql TALKS =
            Sql.of(
                    """
                    select t.kind, t.on_day, t.words, t.by_whom
                      from screening.talk t
                     where t.member_id in (select s.id from member.published_standing s
                                            where s.kept_id = :member::uuid)
                     order by t.on_day desc, t.id desc
                    """);

    /**
     * Months with an unexcused absence at the residence; told apart, they count for nothing here.
     */
    static final Sql AT_RESIDENCE =
            Sql.of(
                    """
                    select distinct date_trunc('month', a.held_on)::date as month
                      from meeting.published_attendance a
                     where a.member_id = :member::uuid
                       and a.kind <> 'PARTY_LIFE'
                       and a.mark = 'ABSENT'
                       and a.concluded
                       and a.accepted is not true
                       and a.held_on >= :from::date
                     order by 1
                    """);

    /** Months that the book of dues has as not paid, and of which nobody has asked yet. */
    static final Sql NOT_ASKED =
            Sql.of(
                    """
                    select distinct d.month
                      from member.published_standing s
                      join away.published_dues d on d.member_id = s.id
                     where s.kept_id = :member::uuid
                       and d.mark = 'UNPAID'
                       and d.month >= :from::date
                       and d.month < date_trunc('month', :today::date)
                       and not exists (select from screening.lapse l
                                        where l.member_id = d.member_id
                                          and l.kind = 'DUES'
                                          and l.month = d.month
                                          and not l.withdrawn)
                     order by 1
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into screening.lapse
                           (work_no, id, member_id, kind, month, asked_by, answer, good_reason, noted_on, at,
                            by_whom)
                    values (:work, :id::uuid, :member::uuid, :kind, :month::date, :asked::text, :answer::text,
                            :good::boolean, :on::date, :at::timestamptz, :who)
                    """);

    static final Sql THERE =
            Sql.of(
                    """
                    select count(*)
                      from screening.lapse l
                     where l.member_id in (select s.id from member.published_standing s where s.kept_id = :member::uuid)
                       and l.kind = :kind
                       and l.month = :month::date
                       and not l.withdrawn
                    """);

    /** Exempt since that month or before, or staying with a host: nobody was waited for at home. */
    static final Sql NOT_EXPECTED =
            Sql.of(
                    """
                    select count(*)
                      from member.published_member m
                     where m.id = :member::uuid
                       and ((m.status = 'EXEMPT'
                             and coalesce((select max(s.since) from member.published_status s
                                            where s.member_id = m.id and s.status = 'EXEMPT'),
                                          :month::date) < :month::date + interval '1 month')
                            or exists (select from transfer.published_stay t
                                        where t.member_id = m.id
                                          and t.since < :month::date + interval '1 month'
                                          and coalesce(t.closed_on, t.until) >= :month::date))
                    """);

    static final Sql WITHDRAW =
            Sql.of(
                    """
                    update screening.lapse l
                       set withdrawn = true
                     where l.id = :id::uuid
                       and l.member_id in (select s.id from member.published_standing s where s.kept_id = :member::uuid)
                       and not l.withdrawn
                       and l.work_no between :low and :high
                       and l.work_no <@ :scope::int4multirange
                    """);

    static final Sql TALK =
            Sql.of(
                    """
                    insert into screening.talk (work_no, id, member_id, kind, on_day, words, at, by_whom)
                    values (:work, :id::uuid, :member::uuid, :kind, :on::date, :words, :at::timestamptz, :who)
                    """);

    record Person(
            int workNo,
            UUID id,
            String fullName,
            String sortKey,
            MemberStatus status,
            String workName,
            @Nullable UUID running,
            @Nullable String leavingFor) {}

    /**
     * One month, or one year.
     *
     * @param month its first day; for a year the first of January
     */
    record Lapse(
            UUID id,
            LapseKind kind,
            LocalDate month,
            @Nullable String askedBy,
            @Nullable String answer,
            boolean goodReason,
            boolean withdrawn,
            LocalDate notedOn,
            String byWhom) {

        boolean counts() {
            return !withdrawn && !goodReason;
        }

        /** "tháng 3/2026" or "năm 2025". */
        String when() {
            return kind == LapseKind.NOT_FULFILLED
                    ? "năm " + month.getYear()
                    : "tháng %d/%d".formatted(month.getMonthValue(), month.getYear());
        }
    }

    record Talk(TalkKind kind, LocalDate onDay, String words, String byWhom) {}

    private final Db db;

    LapseStore(Db db) {
        this.db = db;
    }

    Optional<Person> person(Scope scope, UUID member) {
        return db.one(scope, PERSON, Person.class, "member", member);
    }

    List<Lapse> of(Scope scope, UUID member) {
        return db.list(scope, OF, Lapse.class, "member", member);
    }

    List<Talk> talks(Scope scope, UUID member) {
        return db.list(scope, TALKS, Talk.class, "member", member);
    }

    List<LocalDate> atResidence(Scope scope, UUID member, LocalDate from) {
        return db.list(
                scope,
                AT_RESIDENCE,
                row -> row.getObject("month", LocalDate.class),
                "member",
                member,
                "from",
                from);
    }

    List<LocalDate> notAsked(Scope scope, UUID member, LocalDate from) {
        return db.list(
                scope,
                NOT_ASKED,
                row -> row.getObject("month", LocalDate.class),
                "member",
                member,
                "from",
                from);
    }

    boolean there(Scope scope, UUID member, LapseKind kind, LocalDate month) {
        return db.number(scope, THERE, "member", member, "kind", kind.name(), "month", month) > 0;
    }

    boolean notExpected(Scope scope, UUID member, LocalDate month) {
        return db.number(scope, NOT_EXPECTED, "member", member, "month", month) > 0;
    }

    void add(Scope scope, Person person, Lapses.Noted noted, Stamp stamp) {
        db.update(
                scope,
                ADD,
                "work",
                person.workNo(),
                "id",
                Ids.next(),
                "member",
                person.id(),
                "kind",
                noted.kind().name(),
                "month",
                noted.month(),
                "asked",
                noted.askedBy(),
                "answer",
                noted.answer(),
                "good",
                noted.goodReason(),
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    boolean withdraw(Scope scope, UUID member, UUID id) {
        return db.update(scope, WITHDRAW, "id", id, "member", member) > 0;
    }

    void talk(Scope scope, Person person, TalkKind kind, LocalDate on, String words, Stamp stamp) {
        db.update(
                scope,
                TALK,
                "work",
                person.workNo(),
                "id",
                Ids.next(),
                "member",
                person.id(),
                "kind",
                kind.name(),
                "on",
                on,
                "words",
                words,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }
}
