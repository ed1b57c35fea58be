package vn.ganbo.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.member.MemberStatus;
import vn.ganbo.member.Stays;

/** Writes and loads a transfer. */
@Component
class TransferStore {
    /** The office that introduces, or the one it leads to. */
    private static final String SEEN_BY_OFFICES =
            """
             and ((t.from_no between :low and :high and t.from_no <@ :scope::int4multirange)
                  or (t.to_no between :low and :high and t.to_no <@ :scope::int4multirange))
            """;

    static final Sql ONE =
            Sql.of(
                    """
                    select t.from_no, f.name as from_name, f.side as from_side, f.outside as from_outside, t.work_no, w.name as work_name, t.to_no,
                           t.placed_no, p.name as placed_name, t.id, t.member_id, t.full_name, t.kind, t.cause,
                           t.decision_no, t.decision_on, t.to_name, t.since, t.until, t.state, t.opened_on,
                           t.start_due, t.number, t.issued_on, t.hand_in_due, t.dossier, t.paper_id,
                           t.received_on, t.placed_on, t.slip_no, t.closed_on, t.because,
                           t.portal_file_code, t.version
                      from transfer.transfer t
                      join organisation.published_unit f on f.no = t.from_no and f.valid @> :today::date
                      join organisation.published_unit w on w.no = t.work_no and w.valid @> :today::date
                      left join organisation.published_unit p on p.no = t.placed_no and p.valid @> :today::date
                     where t.id = :id::uuid
                    """);

    /** Whoever has Party life in the viewer's cells, with what speaks against a transfer. */
    static final Sql PERSON =
            Sql.of(
                    """
                    select m.work_no, m.id, m.full_name, m.sort_key, m.status, w.name as work_name,
                           exists (select from transfer.transfer t
                                    where t.member_id = m.id
                                      and t.state in ('PROPOSED', 'OPENED', 'ISSUED', 'RECEIVED', 'STAYING')) as running
                      from member.published_member m
                      join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
                     where m.id = :member::uuid
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                    """);

    /** What else the person holds, and would go on holding. */
    static final Sql OFFICES =
            Sql.of(
                    """
                    select o.title || ', ' || u.name as held
                      from member.published_office o
                      join organisation.published_unit u on u.no = o.unit_no and u.valid @> :today::date
                     where o.member_id = :member::uuid
                       and o.role <> 'MEMBER'
                       and o.valid @> :today::date
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                     order by o.title, u.code collate "C"
                    """);

    static final Sql OPEN =
            Sql.of(
                    """
                    insert into transfer.transfer
                           (from_no, work_no, to_no, placed_no, id, member_id, full_name, folded, sort_key, kind, cause,
                            decision_no, decision_on, to_name, since, until, state, opened_on, start_due,
                            rulebook, changed_at, changed_by)
                    values (:from, :work, :to::int, :placed::int, :id::uuid, :member::uuid, :name, :folded, :key, :kind, :cause,
                            :number::text, :decided::date, :to_name, :since::date, :until::date, :state,
                            :on::date, :due::date, :rulebook, :at::timestamptz, :who)
                    """);

    static final Sql ISSUE =
            Sql.of(
                    """
                    update transfer.transfer t
                       set state = 'ISSUED',
                           number = :number,
                           issued_on = :on::date,
                           hand_in_due = :due::date,
                           dossier = :dossier,
                           paper_id = :paper::uuid,
                           version = t.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where t.id = :id::uuid
                       and t.version = :version
                       and t.state in ('PROPOSED', 'OPENED')
                    """
                            + SEEN_BY_OFFICES);

    static final Sql STEP =
            Sql.of(
                    """
                    update transfer.transfer t
                       set state = :to,
                           received_on = coalesce(:received::date, t.received_on),
                           placed_no = coalesce(:placed::int, t.placed_no),
                           placed_on = coalesce(:placed_on::date, t.placed_on),
                           slip_no = coalesce(:slip::text, t.slip_no),
                           closed_on = coalesce(:closed::date, t.closed_on),
                           because = coalesce(:because::text, t.because),
                           version = t.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where t.id = :id::uuid
                       and t.version = :version
                       and t.state = :from
                    """
                            + SEEN_BY_OFFICES);

    /** The host's cell of a stay under way. */
    static final Sql LIVE =
            Sql.of(
                    """
                    update transfer.transfer t
                       set placed_no = :cell::int,
                           version = t.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where t.id = :id::uuid
                       and t.version = :version
                       and t.state = 'STAYING'
                    """
                            + SEEN_BY_OFFICES);

    /** Its end is reminded of again. */
    static final Sql EXTEND =
            Sql.of(
                    """
                    update transfer.transfer t
                       set until = :until::date,
                           stay_reminded = null,
                           version = t.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where t.id = :id::uuid
                       and t.version = :version
                       and t.state = 'STAYING'
                    """
                            + SEEN_BY_OFFICES);

    static final Sql ADD_EXTENSION =
            Sql.of(
                    """
                    insert into transfer.extension
                           (from_no, work_no, to_no, id, transfer_id, member_id, until_before, until, decision_no,
                            decision_on, extended_on, paper_id, by_whom)
                    values (:from, :work, :to::int, :id::uuid, :transfer::uuid, :member::uuid, :before::date,
                            :until::date, :number::text, :decided::date, :on::date, :paper::uuid, :who)
                    """);

    static final Sql EXTENSIONS =
            Sql.of(
                    """
                    select e.until_before, e.until, e.decision_no, e.decision_on, e.extended_on, e.paper_id,
                           e.by_whom
                      from transfer.extension e
                     where e.transfer_id = :id::uuid
                     order by e.until
                    """);

    static final Sql COMMENTS =
            Sql.of(
                    """
                    select c.id, c.year, c.asked_on, c.due_on, c.asked_by, c.answer, c.answered_on,
                           c.answered_by, c.paper_id
                      from transfer.stay_comment c
                     where c.transfer_id = :id::uuid
                     order by c.year desc
                    """);

    static final Sql ASK =
            Sql.of(
                    """
                    insert into transfer.stay_comment
                           (from_no, work_no, to_no, id, transfer_id, member_id, year, asked_on, due_on, asked_by)
                    values (:from, :work, :to::int, :id::uuid, :transfer::uuid, :member::uuid, :year,
                            :on::date, :due::date, :who)
                    """);

    static final Sql ANSWER =
            Sql.of(
                    """
                    update transfer.stay_comment c
                       set answer = :answer,
                           answered_on = :on::date,
                           answered_by = :who
                     where c.id = :id::uuid
                       and c.transfer_id = :transfer::uuid
                       and c.answer is null
                    """);

    static final Sql SEND_BACK =
            Sql.of(
                    """
                    update transfer.stay_comment c
                       set paper_id = :paper::uuid
                     where c.id = :id::uuid
                       and c.transfer_id = :transfer::uuid
                       and c.answer is not null
                       and c.paper_id is null
                    """);

    /** The case of this letter, where it came here before. */
    static final Sql CAME_BEFORE =
            Sql.of(
                    """
                    select t.id
                      from transfer.transfer t
                     where t.from_no = :from
                       and t.number = :number
                       and t.issued_on = :on::date
                       and t.to_no between :low and :high
                       and t.to_no <@ :scope::int4multirange
                    """);

    static final Sql RECEIVE =
            Sql.of(
                    """
                    insert into transfer.transfer
                           (from_no, work_no, to_no, placed_no, id, member_id, full_name, folded, sort_key, kind,
                            cause, decision_on, to_name, since, until, state, opened_on, number, issued_on,
                            dossier, received_on, rulebook, changed_at, changed_by)
                    values (:from, :from, :to, :cell::int, :id::uuid, :member::uuid, :name, :folded, :key,
                            'TEMPORARY', :cause, :dated::date, :to_name, :since::date, :until::date, 'STAYING',
                            :on::date, :number, :dated::date, '', :arrived::date, :rulebook,
                            :at::timestamptz, :who)
                    """);

    record Person(
            int workNo,
            UUID id,
            String fullName,
            String sortKey,
            MemberStatus status,
            String workName,
            boolean running) {}

    /** A comment of the host; without an answer while it is waited for. */
    record Comment(
            UUID id,
            int year,
            LocalDate askedOn,
            LocalDate dueOn,
            String askedBy,
            @Nullable String answer,
            @Nullable LocalDate answeredOn,
            @Nullable String answeredBy,
            @Nullable UUID paperId) {}

    /** That a stay was made longer: from which last day, to which one, by what paper. */
    record Extension(
            LocalDate untilBefore,
            LocalDate until,
            @Nullable String decisionNo,
            LocalDate decisionOn,
            LocalDate extendedOn,
            @Nullable UUID paperId,
            String byWhom) {}

    /** What a step adds to the transfer; null leaves what is there. */
    record Added(
            @Nullable LocalDate received,
            @Nullable Integer placedNo,
            @Nullable LocalDate placedOn,
            @Nullable String slipNo,
            @Nullable LocalDate closed,
            @Nullable String because) {
        static Added received(LocalDate on) {
            return received(on, null);
        }

        static Added received(LocalDate on, @Nullable Integer placedNo) {
            return new Added(on, placedNo, null, null, null, null);
        }

        static Added closed(LocalDate on, @Nullable String because) {
            return new Added(null, null, null, null, on, because);
        }
    }

    private final Db db;

    TransferStore(Db db) {
        this.db = db;
    }

    Optional<Transfer> one(Scope scope, UUID id) {
        return db.one(scope, ONE, Transfer.class, "id", id);
    }

    List<String> offices(Scope scope, UUID member) {
        return db.list(scope, OFFICES, row -> row.getString("held"), "member", member);
    }

    Optional<Person> person(Scope scope, UUID member) {
        return db.one(scope, PERSON, Person.class, "member", member);
    }

    void open(
            Scope scope,
            UUID id,
            Person person,
            Transfers.Opening opening,
            Transfers.Terms terms,
            Stamp stamp) {
        db.update(
                scope,
                OPEN,
                "from",
                terms.fromNo(),
                "work",
                person.workNo(),
                "to",
                terms.toNo(),
                "placed",
                terms.placedNo(),
                "id",
                id,
                "member",
                person.id(),
                "name",
                person.fullName(),
                "folded",
                Texts.folded(person.fullName()),
                "key",
                person.sortKey(),
                "kind",
                opening.cause().kind().name(),
                "cause",
                opening.cause().name(),
                "number",
                opening.decisionNo(),
                "decided",
                opening.decisionOn(),
                "to_name",
                terms.toName(),
                "since",
                opening.since(),
                "until",
                opening.until(),
                "state",
                terms.state().name(),
                "on",
                stamp.on(),
                "due",
                terms.startDue(),
                "rulebook",
                terms.rulebook(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    void issue(Scope scope, Transfer transfer, int version, Transfers.Issued issued, Stamp stamp) {
        done(
                db.update(
                        scope,
                        ISSUE,
                        "id",
                        transfer.id(),
                        "version",
                        version,
                        "number",
                        issued.number(),
                        "on",
                        stamp.on(),
                        "due",
                        issued.handInDue(),
                        "dossier",
                        issued.dossier(),
                        "paper",
                        issued.paper(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who()));
    }

    void step(
            Scope scope,
            Transfer transfer,
            int version,
            TransferState to,
            Added added,
            Stamp stamp) {
        done(
                db.update(
                        scope,
                        STEP,
                        "id",
                        transfer.id(),
                        "version",
                        version,
                        "from",
                        transfer.state().name(),
                        "to",
                        to.name(),
                        "received",
                        added.received(),
                        "placed",
                        added.placedNo(),
                        "placed_on",
                        added.placedOn(),
                        "slip",
                        added.slipNo(),
                        "closed",
                        added.closed(),
                        "because",
                        added.because(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who()));
    }

    void live(Scope scope, Transfer transfer, int version, int cellNo, Stamp stamp) {
        done(
                db.update(
                        scope,
                        LIVE,
                        "id",
                        transfer.id(),
                        "version",
                        version,
                        "cell",
                        cellNo,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who()));
    }

    void extend(
            Scope scope,
            Transfer transfer,
            int version,
            HostStays.Longer longer,
            @Nullable UUID paper,
            Stamp stamp) {
        done(
                db.update(
                        scope,
                        EXTEND,
                        "id",
                        transfer.id(),
                        "version",
                        version,
                        "until",
                        longer.until(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who()));
        db.update(
                scope,
                ADD_EXTENSION,
                "from",
                transfer.fromNo(),
                "work",
                transfer.workNo(),
                "to",
                transfer.toNo(),
                "id",
                Ids.next(),
                "transfer",
                transfer.id(),
                "member",
                transfer.memberId(),
                "before",
                transfer.until(),
                "until",
                longer.until(),
                "number",
                longer.decisionNo(),
                "decided",
                longer.decisionOn(),
                "on",
                stamp.on(),
                "paper",
                paper,
                "who",
                stamp.who());
    }

    List<Extension> extensions(Scope scope, UUID transfer) {
        return db.list(scope, EXTENSIONS, Extension.class, "id", transfer);
    }

    private static void done(int changed) {
        if (changed == 0) {
            throw new Refusal("transfer.changed");
        }
    }

    Optional<UUID> cameBefore(Scope scope, int fromNo, String number, LocalDate on) {
        return db.one(
                scope,
                CAME_BEFORE,
                row -> row.getObject("id", UUID.class),
                "from",
                fromNo,
                "number",
                number,
                "on",
                on);
    }

    void receive(
            Scope scope,
            Stays.Guest guest,
            UUID member,
            PaperStays.Arrived arrived,
            String rulebook,
            Stamp stamp) {
        db.update(
                scope,
                RECEIVE,
                "from",
                guest.workNo(),
                "to",
                guest.officeNo(),
                "cell",
                guest.hostNo(),
                "id",
                guest.id(),
                "member",
                member,
                "name",
                guest.fullName(),
                "folded",
                Texts.folded(guest.fullName()),
                "key",
                Texts.sortKey(guest.fullName()),
                "cause",
                arrived.cause().name(),
                "dated",
                arrived.dated(),
                "to_name",
                guest.hostName(),
                "since",
                arrived.since(),
                "until",
                arrived.until(),
                "on",
                stamp.on(),
                "number",
                arrived.number(),
                "arrived",
                arrived.arrivedOn(),
                "rulebook",
                rulebook,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    void sendBack(Scope scope, UUID transfer, UUID comment, UUID paper) {
        done(db.update(scope, SEND_BACK, "id", comment, "transfer", transfer, "paper", paper));
    }

    List<Comment> comments(Scope scope, UUID transfer) {
        return db.list(scope, COMMENTS, Comment.class, "id", transfer);
    }

    void ask(Scope scope, Transfer transfer, UUID id, int year, LocalDate due, Stamp stamp) {
        db.update(
                scope,
                ASK,
                "from",
                transfer.fromNo(),
                "work",
                transfer.workNo(),
                "to",
                transfer.toNo(),
                "id",
                id,
                "transfer",
                transfer.id(),
                "member",
                transfer.memberId(),
                "year",
                year,
                "on",
                stamp.on(),
                "due",
                due,
                "who",
                stamp.who());
    }

    void answer(Scope scope, Transfer transfer, UUID comment, String words, Stamp stamp) {
        done(
                db.update(
                        scope,
                        ANSWER,
                        "id",
                        comment,
                        "transfer",
                        transfer.id(),
                        "answer",
                        words,
                        "on",
                        stamp.on(),
                        "who",
                        stamp.who()));
    }
}
