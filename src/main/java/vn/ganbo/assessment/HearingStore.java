package vn.ganbo.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps what was put to a person about a slip, and what they said. */
@Component
class HearingStore {
    static final Sql ASK =
            Sql.of(
                    """
                    insert into assessment.hearing
                           (unit_no, comment_id, no, member_id, about, asked_on, due_on, asked_by)
                    select c.unit_no, c.id,
                           1 + (select coalesce(max(h.no), 0)
                                  from assessment.hearing h
                                 where h.comment_id = c.id),
                           c.member_id, :about::jsonb, :on::date, :due::date, :who
                      from assessment.comment c
                     where c.id = :id::uuid
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    /** Only what was asked last is answered; the first answer stands. */
    static final Sql SAY =
            Sql.of(
                    """
                    update assessment.hearing h
                       set words = :words,
                           heard_on = :on::date,
                           noted_by = :noted::text
                     where h.comment_id = :id::uuid
                       and h.words is null
                       and h.no = (select max(n.no)
                                     from assessment.hearing n
                                    where n.comment_id = h.comment_id)
                       and (h.unit_no between :low and :high and h.unit_no <@ :scope::int4multirange
                            or h.member_id = :self::uuid)
                    """);

    /** Until the slip is returned: then the person answers the slip itself. */
    static final Sql MINE =
            Sql.of(
                    """
                    select h.comment_id, h.member_id, extract(year from h.asked_on)::int as year,
                           h.about::text as about, h.due_on, coalesce(p.name, u.name) as unit_name
                      from assessment.hearing h
                      join organisation.published_unit u
                        on u.no = h.unit_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                      left join organisation.published_unit p
                             on p.no = u.parent_no
                            and u.kind = 'GROUP'
                            and p.valid @> :today::date
                     where h.member_id = :self::uuid
                       and h.words is null
                       and not exists (select from assessment.hearing n
                                        where n.comment_id = h.comment_id
                                          and n.no > h.no)
                       and not exists (select from assessment.comment c
                                        where c.id = h.comment_id
                                          and c.state = 'RETURNED')
                     order by h.due_on, h.comment_id
                    """);

    /** What waits for the person's words. */
    record Open(
            UUID commentId,
            UUID memberId,
            int year,
            List<Shortcoming> about,
            LocalDate dueOn,
            String unitName) {
        Open {
            about = List.copyOf(about);
        }
    }

    private final Db db;
    private final JsonMapper json;

    HearingStore(Db db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void ask(Scope scope, CommentBody body, LocalDate due, Stamp stamp) {
        db.update(
                scope,
                ASK,
                "id",
                body.id(),
                "about",
                json.writeValueAsString(body.shortcomings()),
                "on",
                stamp.on(),
                "due",
                due,
                "who",
                stamp.who());
    }

    /** False when nothing waits for words. */
    boolean say(Scope scope, UUID comment, String words, LocalDate on, @Nullable String notedBy) {
        return db.update(scope, SAY, "id", comment, "words", words, "on", on, "noted", notedBy)
                == 1;
    }

    List<Open> mine(Scope scope) {
        return db.list(scope, MINE, this::open);
    }

    private Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getObject("comment_id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getInt("year"),
                Shortcoming.read(json, row.getString("about")),
                row.getObject("due_on", LocalDate.class),
                row.getString("unit_name"));
    }
}
