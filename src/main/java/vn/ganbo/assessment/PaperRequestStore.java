package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps requests and answers of which the other side is on paper. */
@Component
class PaperRequestStore {
    /** Those on the ward's register whose workplace is outside of this program. */
    static final Sql REGISTERED =
            Sql.of(
                    """
                    select k.id, k.member_id, k.full_name, k.work_name, p.name as place
                      from liaison.published_contact k
                      join organisation.published_unit w
                        on w.no = k.work_no and w.valid @> :today::date and w.outside
                      join organisation.published_unit p
                        on p.no = k.unit_no and p.valid @> :today::date
                     where k.unit_no between :low and :high
                       and k.unit_no <@ :scope::int4multirange
                       and k.valid @> :today::date
                       and (:folded::text is null or k.folded = :folded::text)
                     order by k.sort_key, k.id
                     limit 500
                    """);

    static final Sql CAME_BEFORE =
            Sql.of(
                    """
                    select r.id, r.number
                      from assessment.comment_request r
                     where r.contact_id = :contact::uuid
                       and r.res_no between :low and :high
                       and r.res_no <@ :scope::int4multirange
                       and ((r.number = :number and r.asked_on = :asked_on::date)
                            or (r.year = :year::int
                                and r.purpose = :purpose
                                and r.state <> 'ANSWERED'))
                     limit 1
                    """);

    static final Sql RECEIVE =
            Sql.of(
                    """
                    insert into assessment.comment_request
                           (from_no, work_no, to_no, res_no, id, member_id, contact_id, year, purpose,
                            number, asked_on, due_on, state, full_name, sort_key, rulebook, changed_at,
                            changed_by)
                    select k.work_no, k.work_no, k.ward_no, k.unit_no, :id::uuid, k.member_id, k.id,
                           :year::int, :purpose, :number, :asked_on::date, :due::date, 'SENT', k.full_name,
                           k.sort_key, :rulebook, :at::timestamptz, :who
                      from liaison.published_contact k
                     where k.id = :contact::uuid
                       and k.unit_no between :low and :high
                       and k.unit_no <@ :scope::int4multirange
                    """);

    /**
     * Requests of the workplace that wait, or the one of that number and day whatever its state.
     */
    static final Sql ASKED =
            Sql.of(
                    """
                    select r.id, r.number, r.asked_on, r.contact_id, r.member_id, r.full_name, r.to_no,
                           t.name as ward, r.year, r.state
                      from assessment.comment_request r
                      join organisation.published_unit t on t.no = r.to_no and t.valid @> :today::date
                     where r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                       and case when :number::text is null then r.state <> 'ANSWERED'
                                else r.number = :number::text and r.asked_on = :asked_on::date end
                     order by r.due_on, r.sort_key, r.id
                     limit 500
                    """);

    /** Members of the workplace who stand on a register, for slips that nobody asked for. */
    static final Sql IN_TOUCH =
            Sql.of(
                    """
                    select k.id, k.member_id, k.full_name, k.ward_no as to_no, t.name as ward
                      from liaison.published_contact k
                      join organisation.published_unit t on t.no = k.ward_no and t.valid @> :today::date
                     where k.work_no between :low and :high
                       and k.work_no <@ :scope::int4multirange
                       and k.valid @> :today::date
                       and (:folded::text is null or k.folded = :folded::text)
                     order by k.sort_key, k.id
                     limit 500
                    """);

    static final Sql ANSWER =
            Sql.of(
                    """
                    update assessment.comment_request r
                       set state = 'ANSWERED',
                           taken_up_on = coalesce(r.taken_up_on, :made_on::date),
                           answered_on = :on::date,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where r.id = :id::uuid
                       and r.state <> 'ANSWERED'
                       and r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                    """);

    /**
     * Somebody on the register.
     *
     * @param id of the entry
     */
    record Registered(UUID id, UUID memberId, String fullName, String workName, String place) {}

    record Before(UUID id, String number) {}

    /** A request of the workplace. */
    record Asked(
            UUID id,
            String number,
            LocalDate askedOn,
            UUID contactId,
            UUID memberId,
            String fullName,
            int toNo,
            String ward,
            int year,
            RequestState state) {}

    /** Somebody on the register of a ward; the id is that of the entry. */
    record InTouch(UUID id, UUID memberId, String fullName, int toNo, String ward) {}

    private final Db db;

    PaperRequestStore(Db db) {
        this.db = db;
    }

    List<Registered> registered(Scope scope, @Nullable String folded) {
        return db.list(scope, REGISTERED, Registered.class, "folded", folded);
    }

    Optional<Before> cameBefore(Scope scope, PaperRequests.Incoming in) {
        return db.one(
                scope,
                CAME_BEFORE,
                Before.class,
                "contact",
                in.contact(),
                "number",
                in.number(),
                "asked_on",
                in.date(),
                "year",
                in.year(),
                "purpose",
                in.purpose().name());
    }

    int receive(Scope scope, UUID id, PaperRequests.Incoming in, String rulebook, Stamp stamp) {
        return db.update(
                scope,
                RECEIVE,
                "id",
                id,
                "contact",
                in.contact(),
                "year",
                in.year(),
                "purpose",
                in.purpose().name(),
                "number",
                in.number(),
                "asked_on",
                in.date(),
                "due",
                in.due(),
                "rulebook",
                rulebook,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    List<Asked> waiting(Scope scope) {
        return db.list(scope, ASKED, Asked.class, "number", null, "asked_on", null);
    }

    Optional<Asked> asked(Scope scope, String number, LocalDate on) {
        return db.one(scope, ASKED, Asked.class, "number", number, "asked_on", on);
    }

    List<InTouch> inTouch(Scope scope, @Nullable String folded) {
        return db.list(scope, IN_TOUCH, InTouch.class, "folded", folded);
    }

    int answer(Scope scope, UUID id, LocalDate madeOn, Stamp stamp) {
        return db.update(
                scope,
                ANSWER,
                "id",
                id,
                "made_on",
                madeOn,
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }
}
