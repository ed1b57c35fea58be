package vn.ganbo.exchange;

import java.time.LocalDate;
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

/** Keeps notices; one notice or two hundred are the same statement. */
@Component
class NoticeStore {
    private static final String SEEN =
            """
               and ((n.work_no between :low and :high and n.work_no <@ :scope::int4multirange)
                    or (n.res_no between :low and :high and n.res_no <@ :scope::int4multirange)
                    or n.member_id = :self::uuid)
            """;

    static final Sql ONE =
            Sql.of(
                    """
                    select n.id, n.member_id, n.full_name, n.from_side, n.from_no, f.name as from_name,
                           n.work_no, w.name as work_name, n.res_no,
                           concat_ws(', ', r.name, g.name) as res_name, n.kind, n.urgent,
                           n.body, n.by_program, n.state, n.hear_until, n.heard, n.heard_on, n.session_on,
                           n.session_present, n.session_agreed, n.number, n.signed_by, n.signed_post,
                           n.sent_on, n.due_on, n.received_on, n.received_by, n.answer, n.answered_on,
                           n.answered_by, n.member_says, n.said_on, n.paper_id,
                           n.portal_file_code, n.rulebook, n.version,
                           n.changed_at, n.changed_by
                      from exchange.notice n
                      join organisation.published_unit f on f.no = n.from_no and f.valid @> :today::date
                      join organisation.published_unit w on w.no = n.work_no and w.valid @> :today::date
                      join organisation.published_unit r on r.no = n.res_no and r.valid @> :today::date
                      left join organisation.published_unit g
                             on r.kind = 'GROUP' and g.no = r.parent_no and g.valid @> :today::date
                     where n.id = any (:ids::uuid[])
                    """
                            + SEEN
                            + """
                             order by w.code collate "C", n.sort_key, n.id
                            """);

    /** Who can be written about: somebody on a register today, seen from the side that writes. */
    static final Sql PERSON =
            Sql.of(
                    """
                    select c.member_id, c.full_name, c.sort_key, m.work_no, c.unit_no as res_no, m.post,
                           w.name as work_name, concat_ws(', ', r.name, g.name) as res_name
                      from liaison.published_contact c
                      join member.published_member m on m.id = c.member_id
                      join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
                      join organisation.published_unit r on r.no = c.unit_no and r.valid @> :today::date
                      left join organisation.published_unit g
                             on r.kind = 'GROUP' and g.no = r.parent_no and g.valid @> :today::date
                     where c.member_id = any (:members::uuid[])
                       and c.valid @> :today::date
                       and ((m.work_no between :low and :high and m.work_no <@ :scope::int4multirange)
                            or (c.unit_no between :low and :high and c.unit_no <@ :scope::int4multirange))
                     order by w.code collate "C", c.sort_key, c.member_id
                    """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into exchange.notice
                           (from_side, from_no, work_no, res_no, id, member_id, full_name, sort_key, kind,
                            urgent, body, by_program, prepared, state, rulebook, changed_at, changed_by)
                    select :from_side, :from_no::int, x.work_no, x.res_no, x.id, x.member_id, x.full_name,
                           x.sort_key, :kind, :urgent, x.body, :by_program,
                           case when :by_program then x.body end, 'DRAFT', :rulebook,
                           :at::timestamptz, :who
                      from unnest(:ids::uuid[], :members::uuid[], :names::text[], :sort_keys::text[],
                                  :works::int[], :residences::int[], :bodies::text[])
                        as x (id, member_id, full_name, sort_key, work_no, res_no, body)
                    """);

    static final Sql REWRITE =
            Sql.of(
                    """
                    update exchange.notice n
                       set body = :body,
                           urgent = :urgent,
                           version = n.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where n.id = :id::uuid
                       and n.version = :version
                       and n.state = 'DRAFT'
                    """
                            + SEEN);

    /**
     * Brings the open draft of this kind up to date: the newer words take the place of those that
     * the program wrote before, or stand below what people have written. The version moves on, so
     * that nobody sends words unread.
     */
    static final Sql RENEW =
            Sql.of(
                    """
                    update exchange.notice n
                       set body = case when position(n.prepared in n.body) > 0
                                       then replace(n.body, n.prepared, :body::text)
                                       else concat_ws(E'\\n', n.body, :body::text) end,
                           prepared = :body::text,
                           version = n.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where n.id = (select d.id
                                     from exchange.notice d
                                    where d.member_id = :member::uuid
                                      and d.kind = :kind
                                      and d.state = 'DRAFT'
                                    order by d.id desc
                                    limit 1)
                       and n.state = 'DRAFT'
                    """
                            + SEEN
                            + """
                             returning n.id
                            """);

    /** Null leaves what stands there. */
    static final Sql ADVANCE =
            Sql.of(
                    """
                    update exchange.notice n
                       set state = :to,
                           hear_until = coalesce(:hear_until::date, n.hear_until),
                           session_on = coalesce(:session_on::date, n.session_on),
                           session_present = coalesce(:present::int, n.session_present),
                           session_agreed = coalesce(:agreed::int, n.session_agreed),
                           signed_by = coalesce(:signer::text, n.signed_by),
                           signed_post = coalesce(:post::text, n.signed_post),
                           number = coalesce(x.number, n.number),
                           sent_on = case when :to = 'SENT' then :on::date else n.sent_on end,
                           due_on = coalesce(x.due_on, n.due_on),
                           received_on = case when :to in ('RECEIVED', 'ANSWERED')
                                              then coalesce(n.received_on, :on::date) end,
                           received_by = case when :to in ('RECEIVED', 'ANSWERED')
                                              then coalesce(n.received_by, :who) end,
                           answer = :answer::text,
                           answered_on = case when :to = 'ANSWERED' then :on::date end,
                           answered_by = case when :to = 'ANSWERED' then :who end,
                           version = n.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                      from unnest(:ids::uuid[], :numbers::text[], :dues::date[], :versions::int[])
                        as x (id, number, due_on, version)
                     where n.id = x.id
                       and n.version = x.version
                    """
                            + SEEN);

    static final Sql SAY =
            Sql.of(
                    "select exchange.say(:id::uuid, :version, :words, :on::date, :at::timestamptz, :who)");

    /** The residence writes down what the person said by word of mouth. */
    static final Sql WRITE_DOWN =
            Sql.of(
                    """
                    update exchange.notice n
                       set heard = :words,
                           heard_on = :on::date,
                           version = n.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where n.id = :id::uuid
                       and n.version = :version
                       and n.state = 'HEARING'
                    """
                            + SEEN);

    static final Sql KEEP_PAPERS =
            Sql.of(
                    """
                    update exchange.notice n
                       set paper_id = x.paper
                      from unnest(:ids::uuid[], :papers::uuid[]) as x (id, paper)
                     where n.id = x.id
                    """
                            + SEEN);

    static final Sql REMIND =
            Sql.of(
                    """
                    update exchange.notice n
                       set reminded_on = :on::date
                     where n.due_on < :on::date
                       and n.reminded_on is null
                       and n.state in ('SENT', 'RECEIVED')
                    """
                            + SEEN
                            + """
                             returning n.member_id, n.from_side
                            """);

    static final Sql ESCALATE =
            Sql.of(
                    """
                    update exchange.notice n
                       set escalated_on = :on::date
                     where n.due_on < :cutoff::date
                       and n.reminded_on is not null
                       and n.escalated_on is null
                       and n.state in ('SENT', 'RECEIVED')
                    """
                            + SEEN
                            + """
                             returning n.member_id, n.from_side
                            """);

    /** Somebody who can be written about, and where the person stands on both sides. */
    record Person(
            UUID memberId,
            String fullName,
            String sortKey,
            int workNo,
            int resNo,
            @Nullable String post,
            String workName,
            String resName) {}

    /** A draft about to be written. */
    record NewNotice(UUID id, Person person, String body) {}

    /** What a step adds; null leaves what stands there. */
    record Step(
            @Nullable LocalDate hearUntil,
            @Nullable Session session,
            @Nullable Signer signer,
            @Nullable String answer) {
        static final Step BARE = new Step(null, null, null, null);

        static Step hearing(LocalDate until) {
            return new Step(until, null, null, null);
        }

        static Step sending(@Nullable Session session, Signer signer) {
            return new Step(null, session, signer, null);
        }

        static Step answering(String words) {
            return new Step(null, null, null, words);
        }
    }

    /** One notice in a step, as it was when it was read. */
    record Target(UUID id, int version, @Nullable String number, @Nullable LocalDate dueOn) {
        static Target of(Notice notice) {
            return new Target(notice.id(), notice.version(), null, null);
        }
    }

    /** A notice whose day has passed. */
    record Overdue(UUID memberId, String fromSide) {}

    private final Db db;

    NoticeStore(Db db) {
        this.db = db;
    }

    Optional<Notice> one(Scope scope, UUID id) {
        return all(scope, List.of(id)).stream().findFirst();
    }

    /** In the order in which numbers are given: by cell at work, then given name. */
    List<Notice> all(Scope scope, Collection<UUID> ids) {
        return db.list(scope, ONE, Notice.class, "ids", ids.toArray(UUID[]::new));
    }

    List<Person> people(Scope scope, Collection<UUID> members) {
        return db.list(scope, PERSON, Person.class, "members", members.toArray(UUID[]::new));
    }

    void add(
            Scope scope,
            int fromNo,
            NoticeKind kind,
            boolean urgent,
            boolean byProgram,
            List<NewNotice> notices,
            String rulebook,
            Stamp stamp) {
        db.update(
                scope,
                ADD,
                "from_side",
                kind.direction().from(),
                "from_no",
                fromNo,
                "kind",
                kind.name(),
                "urgent",
                urgent,
                "by_program",
                byProgram,
                "rulebook",
                rulebook,
                "at",
                stamp.at(),
                "who",
                stamp.who(),
                "ids",
                notices.stream().map(NewNotice::id).toArray(UUID[]::new),
                "members",
                notices.stream().map(n -> n.person().memberId()).toArray(UUID[]::new),
                "names",
                notices.stream().map(n -> n.person().fullName()).toArray(String[]::new),
                "sort_keys",
                notices.stream().map(n -> n.person().sortKey()).toArray(String[]::new),
                "works",
                notices.stream().map(n -> n.person().workNo()).toArray(Integer[]::new),
                "residences",
                notices.stream().map(n -> n.person().resNo()).toArray(Integer[]::new),
                "bodies",
                notices.stream().map(NewNotice::body).toArray(String[]::new));
    }

    boolean rewrite(Scope scope, UUID id, int version, String body, boolean urgent, Stamp stamp) {
        return db.update(
                        scope,
                        REWRITE,
                        "id",
                        id,
                        "version",
                        version,
                        "body",
                        body,
                        "urgent",
                        urgent,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }

    /** The open draft of this kind, which now says this too; empty where there is none. */
    Optional<UUID> renew(Scope scope, UUID member, NoticeKind kind, String body, Stamp stamp) {
        return db.one(
                scope,
                RENEW,
                row -> row.getObject("id", UUID.class),
                "member",
                member,
                "kind",
                kind.name(),
                "body",
                body,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    /** Returns how many took the step; fewer than asked means that somebody was faster. */
    int advance(Scope scope, List<Target> targets, NoticeState to, Step step, Stamp stamp) {
        Session session = step.session();
        Signer signer = step.signer();
        return db.update(
                scope,
                ADVANCE,
                "to",
                to.name(),
                "hear_until",
                step.hearUntil(),
                "session_on",
                session == null ? null : session.on(),
                "present",
                session == null ? null : session.present(),
                "agreed",
                session == null ? null : session.agreed(),
                "signer",
                signer == null ? null : signer.name(),
                "post",
                signer == null ? null : signer.post(),
                "answer",
                step.answer(),
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who(),
                "ids",
                targets.stream().map(Target::id).toArray(UUID[]::new),
                "numbers",
                targets.stream().map(Target::number).toArray(String[]::new),
                "dues",
                targets.stream()
                        .map(t -> t.dueOn() == null ? null : t.dueOn().toString())
                        .toArray(String[]::new),
                "versions",
                targets.stream().map(Target::version).toArray(Integer[]::new));
    }

    boolean say(Scope scope, UUID id, int version, String words, Stamp stamp) {
        return db.number(
                        scope,
                        SAY,
                        "id",
                        id,
                        "version",
                        version,
                        "words",
                        words,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }

    boolean writeDown(Scope scope, UUID id, int version, String words, Stamp stamp) {
        return db.update(
                        scope,
                        WRITE_DOWN,
                        "id",
                        id,
                        "version",
                        version,
                        "words",
                        words,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }

    void keepPapers(Scope scope, List<UUID> ids, List<UUID> papers) {
        db.update(
                scope,
                KEEP_PAPERS,
                "ids",
                ids.toArray(UUID[]::new),
                "papers",
                papers.toArray(UUID[]::new));
    }

    List<Overdue> remind(Scope scope, LocalDate today) {
        return db.list(scope, REMIND, Overdue.class, "on", today);
    }

    List<Overdue> escalate(Scope scope, LocalDate today, LocalDate cutoff) {
        return db.list(scope, ESCALATE, Overdue.class, "on", today, "cutoff", cutoff);
    }
}
