package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps requests for comments; one or two hundred are the same statement. */
@Component
class RequestStore {
    static final Sql READY =
            Sql.of(
                    """
                    select m.id as member_id, m.full_name, m.sort_key, m.work_no, c.id as contact_id,
                           c.ward_no, c.unit_no,
                           exists (select from assessment.comment_request r
                                    where r.member_id = m.id
                                      and r.year = :year::int
                                      and r.purpose = :purpose
                                      and r.state <> 'ANSWERED') as asked,
                           exists (select from assessment.comment s
                                    where s.member_id = m.id
                                      and s.year = :year::int
                                      and s.round_id is not null
                                      and s.state = 'RETURNED'
                                      and :purpose = 'ASSESSMENT') as answered,
                           case when :purpose = 'ASSESSMENT'
                                then assessment.requests_closed(c.ward_no, :year::int, :from::int,
                                                                :on::date) end as closed_on
                      from member.published_member m
                      join organisation.published_unit w on w.no = m.work_no and w.valid @> :on::date
                      left join liaison.published_contact c
                             on c.member_id = m.id and c.valid @> :on::date
                     where m.id = any (:members::uuid[])
                       and m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                     order by w.code collate "C", m.sort_key, m.id
                    """);

    static final Sql SEND =
            Sql.of(
                    """
                    insert into assessment.comment_request
                           (from_no, work_no, to_no, res_no, id, member_id, contact_id, year, purpose,
                            number, asked_on, due_on, state, portal_file_code, paper_id, full_name,
                            sort_key, rulebook, changed_at, changed_by)
                    select :from_no::int, x.work_no, x.ward_no, x.unit_no, x.id, x.member_id, x.contact,
                           :year::int, :purpose, x.number, :on::date, :due::date, 'SENT',
                           :code::text, x.paper, x.full_name, x.sort_key, :rulebook,
                           :at::timestamptz, :who
                      from unnest(:works::int[], :wards::int[], :units::int[], :ids::uuid[],
                                  :members::uuid[], :contacts::uuid[], :numbers::text[],
                                  :papers::uuid[], :names::text[], :keys::text[])
                        as x (work_no, ward_no, unit_no, id, member_id, contact, number, paper,
                              full_name, sort_key)
                    """);

    /** Why these people: the workplace alone reads it. */
    static final Sql REASON =
            Sql.of(
                    """
                    insert into assessment.request_reason (from_no, work_no, request_id, reason)
                    select r.from_no, r.work_no, r.id, :reason
                      from assessment.comment_request r
                     where r.id = any (:ids::uuid[])
                       and r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                    """);

    /** Requests at the ward about people whom a cell has on its register. */
    static final Sql PLACED =
            Sql.of(
                    """
                    select r.id
                      from assessment.comment_request r
                      join liaison.published_contact k on k.id = r.contact_id
                     where r.state = 'SENT'
                       and k.cell_no is not null
                       and r.res_no between :low and :high
                       and r.res_no <@ :scope::int4multirange
                     order by r.sort_key, r.id
                    """);

    /** Requests at the ward, with the slip of the open round that may answer the yearly ones. */
    static final Sql WAITING =
            Sql.of(
                    """
                    select r.id, r.member_id, r.contact_id, r.number, r.state, r.year, r.rulebook,
                           k.cell_no,
                           k.exempt or exists (select from member.published_exemption e
                                                where e.member_id = r.member_id
                                                  and e.valid @> :today::date) as exempt,
                           (select s.id
                              from assessment.comment s
                             where s.member_id = r.member_id
                               and s.year = r.year
                               and s.request_id is null
                               and s.state <> 'RETURNED'
                               and r.purpose = 'ASSESSMENT'
                               and s.unit_no <@ :scope::int4multirange
                             limit 1) as comment_id
                      from assessment.comment_request r
                      join liaison.published_contact k on k.id = r.contact_id
                     where r.id = any (:ids::uuid[])
                       and r.res_no between :low and :high
                       and r.res_no <@ :scope::int4multirange
                     order by r.sort_key, r.id
                    """);

    static final Sql TAKE_UP =
            Sql.of(
                    """
                    update assessment.comment_request r
                       set state = 'TAKEN_UP',
                           taken_up_on = :on::date,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where r.id = any (:ids::uuid[])
                       and r.state = 'SENT'
                       and r.res_no between :low and :high
                       and r.res_no <@ :scope::int4multirange
                    """);

    static final Sql JOIN_ROUND =
            Sql.of(
                    """
                    update assessment.comment c
                       set request_id = x.request
                      from unnest(:comments::uuid[], :requests::uuid[]) as x (comment, request)
                     where c.id = x.comment
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql DRAW =
            Sql.of(
                    """
                    insert into assessment.comment
                           (unit_no, cell_no, ward_no, work_no, id, request_id, member_id, contact_id,
                            year, form, state, full_name, sort_key, post, work_name, rulebook,
                            changed_at, changed_by)
                    select c.unit_no, c.cell_no, c.ward_no, c.work_no, x.id, x.request, c.member_id,
                           c.id, x.year, x.form, 'DRAFT', c.full_name, c.sort_key, c.post,
                           c.work_name, x.rulebook, :at::timestamptz, :who
                      from unnest(:ids::uuid[], :requests::uuid[], :contacts::uuid[], :years::int[],
                                  :forms::text[], :rulebooks::text[])
                        as x (id, request, contact, year, form, rulebook)
                      join liaison.published_contact c on c.id = x.contact
                    """);

    static final Sql ANSWER =
            Sql.of(
                    """
                    update assessment.comment_request r
                       set state = 'ANSWERED',
                           answered_on = :on::date,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                      from assessment.comment c
                     where c.request_id = r.id
                       and c.id = any (:comments::uuid[])
                       and r.state = 'TAKEN_UP'
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    /** A member of the workplace; contact, ward and place are null while on no register. */
    record Ready(
            UUID memberId,
            String fullName,
            String sortKey,
            int workNo,
            @Nullable UUID contactId,
            @Nullable Integer wardNo,
            @Nullable Integer unitNo,
            boolean asked,
            boolean answered,
            @Nullable LocalDate closedOn) {}

    record NewRequest(UUID id, Ready person, String number) {}

    /** What the requests of one act have in common. */
    record Batch(int fromNo, Requests.Ask ask, String rulebook) {}

    /** A request as the ward takes it up; commentId is the round's slip that answers it, if any. */
    record Waiting(
            UUID id,
            UUID memberId,
            UUID contactId,
            String number,
            RequestState state,
            int year,
            String rulebook,
            @Nullable Integer cellNo,
            boolean exempt,
            @Nullable UUID commentId) {}

    private final Db db;
    private final CommentSteps steps;

    RequestStore(Db db, CommentSteps steps) {
        this.db = db;
        this.steps = steps;
    }

    List<Ready> ready(
            Scope scope, Collection<UUID> members, int from, Requests.Ask ask, LocalDate on) {
        return db.list(
                scope,
                READY,
                Ready.class,
                "members",
                members.toArray(UUID[]::new),
                "from",
                from,
                "year",
                ask.year(),
                "purpose",
                ask.purpose().name(),
                "on",
                on);
    }

    void send(Scope scope, Batch batch, List<NewRequest> asked, List<UUID> papers, Stamp stamp) {
        db.update(
                scope,
                SEND,
                "from_no",
                batch.fromNo(),
                "year",
                batch.ask().year(),
                "purpose",
                batch.ask().purpose().name(),
                "due",
                batch.ask().due(),
                "code",
                batch.ask().portalFileCode(),
                "rulebook",
                batch.rulebook(),
                "works",
                asked.stream().map(r -> r.person().workNo()).toArray(Integer[]::new),
                "wards",
                asked.stream().map(r -> r.person().wardNo()).toArray(Integer[]::new),
                "units",
                asked.stream().map(r -> r.person().unitNo()).toArray(Integer[]::new),
                "ids",
                asked.stream().map(NewRequest::id).toArray(UUID[]::new),
                "members",
                asked.stream().map(r -> r.person().memberId()).toArray(UUID[]::new),
                "contacts",
                asked.stream().map(r -> r.person().contactId()).toArray(UUID[]::new),
                "numbers",
                asked.stream().map(NewRequest::number).toArray(String[]::new),
                "papers",
                papers.toArray(UUID[]::new),
                "names",
                asked.stream().map(r -> r.person().fullName()).toArray(String[]::new),
                "keys",
                asked.stream().map(r -> r.person().sortKey()).toArray(String[]::new),
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
        if (batch.ask().reason() != null) {
            db.update(
                    scope,
                    REASON,
                    "ids",
                    asked.stream().map(NewRequest::id).toArray(UUID[]::new),
                    "reason",
                    batch.ask().reason());
        }
    }

    List<UUID> placed(Scope scope) {
        return db.list(scope, PLACED, row -> row.getObject("id", UUID.class));
    }

    List<Waiting> waiting(Scope scope, Collection<UUID> requests) {
        return db.list(scope, WAITING, Waiting.class, "ids", requests.toArray(UUID[]::new));
    }

    /** Joins yearly requests to the round's slips and makes drafts for the others. */
    void takeUp(Scope scope, List<Waiting> requests, Stamp stamp) {
        db.update(
                scope,
                TAKE_UP,
                "ids",
                requests.stream().map(Waiting::id).toArray(UUID[]::new),
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
        List<Waiting> answered = requests.stream().filter(r -> r.commentId() != null).toList();
        if (!answered.isEmpty()) {
            db.update(
                    scope,
                    JOIN_ROUND,
                    "comments",
                    answered.stream().map(Waiting::commentId).toArray(UUID[]::new),
                    "requests",
                    answered.stream().map(Waiting::id).toArray(UUID[]::new));
        }
        List<Waiting> apart = requests.stream().filter(r -> r.commentId() == null).toList();
        if (!apart.isEmpty()) {
            draw(scope, apart, stamp);
        }
    }

    private void draw(Scope scope, List<Waiting> requests, Stamp stamp) {
        List<UUID> ids = new ArrayList<>();
        requests.forEach(_ -> ids.add(Ids.next()));
        db.update(
                scope,
                DRAW,
                "ids",
                ids.toArray(UUID[]::new),
                "requests",
                requests.stream().map(Waiting::id).toArray(UUID[]::new),
                "contacts",
                requests.stream().map(Waiting::contactId).toArray(UUID[]::new),
                "years",
                requests.stream().map(Waiting::year).toArray(Integer[]::new),
                "forms",
                requests.stream().map(r -> r.exempt() ? "EXEMPT" : "NORMAL").toArray(String[]::new),
                "rulebooks",
                requests.stream().map(Waiting::rulebook).toArray(String[]::new),
                "at",
                stamp.at(),
                "who",
                stamp.who());
        steps.step(scope, ids, CommentState.DRAFT, stamp, null, null);
    }

    /** The requests that these slips answer are answered. */
    void answer(Scope scope, Collection<UUID> comments, Stamp stamp) {
        db.update(
                scope,
                ANSWER,
                "comments",
                comments.toArray(UUID[]::new),
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }
}
