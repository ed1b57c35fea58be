package vn.ganbo.assessment;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps what the person says to a slip, and makes the draft that corrects it. */
@Component
class ReplyStore {
    static final Sql COUNT =
            Sql.of(
                    """
                    select count(*)
                      from assessment.comment_reply r
                      join assessment.comment c on c.id = r.comment_id
                     where r.comment_id = :id::uuid
                       and c.member_id = :self::uuid
                    """);

    static final Sql REPLY =
            Sql.of(
                    """
                    insert into assessment.comment_reply (comment_id, no, at, on_date, who, words)
                    select c.id,
                           1 + (select count(*)
                                  from assessment.comment_reply r
                                 where r.comment_id = c.id),
                           :at::timestamptz, :on::date, :who, :words
                      from assessment.comment c
                     where c.id = :id::uuid
                       and c.member_id = :self::uuid
                       and c.state = 'RETURNED'
                    """);

    static final Sql RETURNED =
            Sql.of(
                    """
                    select c.member_id, c.year, c.state,
                           (select n.id
                              from assessment.comment n
                             where n.replaces = c.id) as replaced_by
                      from assessment.comment c
                     where c.id = :id::uuid
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql CORRECT =
            Sql.of(
                    """
                    insert into assessment.comment
                           (unit_no, cell_no, ward_no, work_no, id, round_id, request_id, member_id,
                            contact_id, year, form, state, answers, other, complete, full_name, sort_key,
                            post, work_name, edition, replaces, correction_reason, rulebook, changed_at,
                            changed_by)
                    select c.unit_no, c.cell_no, c.ward_no, c.work_no, :new::uuid, c.round_id,
                           c.request_id, c.member_id, c.contact_id, c.year, c.form, 'DRAFT', c.answers,
                           c.other, c.complete, c.full_name, c.sort_key, c.post, c.work_name,
                           c.edition + 1, c.id, :reason, c.rulebook, :at::timestamptz, :who
                      from assessment.comment c
                     where c.id = :id::uuid
                       and c.state = 'RETURNED'
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    /** A slip that may be corrected once it is returned. */
    record Returned(UUID memberId, int year, CommentState state, @Nullable UUID replacedBy) {}

    private final Db db;

    ReplyStore(Db db) {
        this.db = db;
    }

    long count(Scope scope, UUID comment) {
        return db.number(scope, COUNT, "id", comment);
    }

    void reply(Scope scope, UUID comment, String words, Stamp stamp) {
        db.update(
                scope,
                REPLY,
                "id",
                comment,
                "words",
                words,
                "at",
                stamp.at(),
                "on",
                stamp.on(),
                "who",
                stamp.who());
    }

    Optional<Returned> returned(Scope scope, UUID comment) {
        return db.one(scope, RETURNED, Returned.class, "id", comment);
    }

    void correct(Scope scope, UUID comment, UUID id, String reason, Stamp stamp) {
        db.update(
                scope,
                CORRECT,
                "id",
                comment,
                "new",
                id,
                "reason",
                reason,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }
}
