package vn.ganbo.away;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.away.StayRequests.Answer;
import vn.ganbo.away.StayRequests.Question;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Tone;

/** What the place of stay was asked, and what it answered. */
@Component
class StayRequestStore {
    private static final String COLUMNS =
            """
            select r.id, r.member_id, m.full_name, u.name as cell_name, r.to_whom, r.what, r.letter_no,
                   (select p.id from document.published_paper p where p.about_id = r.id limit 1) as paper, r.way,
                   r.sent_on, r.due_on, r.answered_on, r.signed_by, r.answer, r.version, r.changed_at, r.changed_by
              from away.stay_request r
              join member.published_member m on m.id = r.member_id
              join organisation.published_unit u on u.no = r.work_no and u.valid @> :today::date
            """;

    private static final String SHOWN =
            """
             where r.work_no between :low and :high
               and r.work_no <@ :scope::int4multirange
               and (:part::text is null
                    or :part = case when r.answered_on is not null then 'ANSWERED'
                                    when r.due_on < :today::date then 'LATE'
                                    else 'WAITING' end)
            """;

    static final Sql LIST =
            Sql.of(
                    COLUMNS
                            + SHOWN
                            + """
                             order by r.answered_on is not null, r.due_on, m.sort_key, r.id
                             limit :size::int
                            offset :skip
                            """);

    static final Sql COUNT =
            Sql.of(
                    """
                    select count(*)
                      from away.stay_request r
                    """
                            + SHOWN);

    static final Sql ONE =
            Sql.of(
                    COLUMNS
                            + """
                             where r.id = :id::uuid
                               and r.work_no between :low and :high
                               and r.work_no <@ :scope::int4multirange
                            """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into away.stay_request
                           (work_no, id, member_id, to_whom, what, letter_no, way, sent_on, due_on, changed_at,
                            changed_by)
                    values (:work_no::int, :id::uuid, :member::uuid, :to_whom, :what, :letter_no, :way,
                            :sent_on::date, :due_on::date, :at::timestamptz, :who)
                    """);

    static final Sql ANSWER =
            Sql.of(
                    """
                    update away.stay_request r
                       set answered_on = :on::date,
                           signed_by = :signed_by,
                           answer = :answer,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where r.id = :id::uuid
                       and r.version = :version::int
                       and r.answered_on is null
                       and r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                    """);

    static final Sql REMIND =
            Sql.of(
                    """
                    update away.stay_request r
                       set reminded_on = :today::date
                     where r.work_no between :low and :high
                       and r.work_no <@ :scope::int4multirange
                       and r.answered_on is null
                       and r.reminded_on is null
                       and r.due_on < :today::date
                    returning r.member_id
                    """);

    record Line(
            UUID id,
            UUID memberId,
            String fullName,
            String cellName,
            String toWhom,
            String what,
            @Nullable String letterNo,
            @Nullable UUID paper,
            RequestWay way,
            LocalDate sentOn,
            LocalDate dueOn,
            @Nullable LocalDate answeredOn,
            @Nullable String signedBy,
            @Nullable String answer,
            int version,
            OffsetDateTime changedAt,
            String changedBy) {

        Tone tone(LocalDate today) {
            if (answeredOn != null) {
                return Tone.DONE;
            }
            return dueOn.isBefore(today) ? Tone.LATE : Tone.WAIT;
        }

        String standing(LocalDate today) {
            if (answeredOn != null) {
                return "Đã trả lời";
            }
            return dueOn.isBefore(today) ? "Quá hạn trả lời" : "Chờ trả lời";
        }
    }

    private final Db db;

    StayRequestStore(Db db) {
        this.db = db;
    }

    List<Line> list(Scope scope, @Nullable String part, @Nullable Integer size, long skip) {
        return db.list(scope, LIST, Line.class, "part", part, "size", size, "skip", skip);
    }

    long count(Scope scope, @Nullable String part) {
        return db.number(scope, COUNT, "part", part);
    }

    Optional<Line> find(Scope scope, UUID id) {
        return db.one(scope, ONE, Line.class, "id", id);
    }

    void add(
            Scope scope,
            UUID id,
            UUID member,
            int workNo,
            Question of,
            String number,
            Stamp stamp) {
        db.update(
                scope,
                ADD,
                "work_no",
                workNo,
                "id",
                id,
                "member",
                member,
                "to_whom",
                of.toWhom(),
                "what",
                of.what(),
                "letter_no",
                number,
                "way",
                of.way().name(),
                "sent_on",
                of.sentOn(),
                "due_on",
                of.dueOn(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    boolean answer(Scope scope, Line of, Answer how, Stamp stamp) {
        return db.update(
                        scope,
                        ANSWER,
                        "id",
                        of.id(),
                        "version",
                        of.version(),
                        "on",
                        how.on(),
                        "signed_by",
                        how.signedBy(),
                        "answer",
                        how.text(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                > 0;
    }

    List<UUID> remind(Scope scope) {
        return db.list(scope, REMIND, row -> row.getObject("member_id", UUID.class));
    }
}
