package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.regulation.FollowUpKind;

/** Returned slips, for the workplace where the person is now and for the person. */
@Component
class ReturnedQueries {
    static final Sql COUNTS =
            Sql.of(
                    """
                    select count(*) filter (where r.comment_id is null) as unread,
                           count(*) filter (where r.comment_id is not null) as received
                      from assessment.comment c
                      join member.published_standing m on m.id = c.member_id
                      left join assessment.comment_receipt r
                             on r.comment_id = c.id and r.side = 'WORKPLACE'
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and c.state = 'RETURNED'
                       and not exists (select from assessment.comment n
                                        where n.replaces = c.id
                                          and n.state = 'RETURNED')
                    """);

    static final Sql LIST =
            Sql.of(
                    """
                    select c.id, c.full_name, c.post, u.name as work_cell, t.name as ward_name, c.year,
                           c.returned_on, c.paper_id, c.incoming_id, f.kind as proposal,
                           q.number as request_number, r.on_date as received_on,
                           k.full_name as kept_name
                      from assessment.comment c
                      join member.published_standing m on m.id = c.member_id
                      join organisation.published_unit u
                        on u.no = m.work_no
                       and (u.valid @> :today::date
                            or assessment.last_of(u.no, u.valid, :today::date))
                      join organisation.published_unit t
                        on t.no = c.ward_no
                       and (t.valid @> :today::date
                            or assessment.last_of(t.no, t.valid, :today::date))
                      left join member.published_member k
                             on k.id = m.kept_id and m.kept_id <> c.member_id
                      left join assessment.comment_request q on q.id = c.request_id
                      left join assessment.comment_receipt r
                             on r.comment_id = c.id and r.side = 'WORKPLACE'
                      left join assessment.follow_up f on f.comment_id = c.id
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and c.state = 'RETURNED'
                       and (r.comment_id is not null) = :received::boolean
                       and not exists (select from assessment.comment n
                                        where n.replaces = c.id
                                          and n.state = 'RETURNED')
                     order by c.returned_on desc, u.code collate "C", c.sort_key, c.id
                     limit :size::int
                    offset :skip
                    """);

    static final Sql PAPERS =
            Sql.of(
                    """
                    select c.paper_id
                      from assessment.comment c
                     cross join lateral (
                           select m.work_no
                             from member.published_standing m
                            where m.id = c.member_id
                            limit 1) m
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and c.state = 'RETURNED'
                       and c.paper_id is not null
                       and c.id = any (:ids::uuid[])
                     order by c.sort_key, c.id
                    """);

    static final Sql MINE =
            Sql.of(
                    """
                    select c.id, c.full_name, c.post, cell.name as work_cell, t.name as ward_name, c.year,
                           c.returned_on, c.paper_id, c.incoming_id, f.kind as proposal,
                           null::text as request_number, r.on_date as received_on,
                           null::text as kept_name
                      from assessment.comment c
                      join organisation.published_unit cell
                        on cell.no = c.cell_no
                       and (cell.valid @> :today::date
                            or assessment.last_of(cell.no, cell.valid, :today::date))
                      join organisation.published_unit t
                        on t.no = c.ward_no
                       and (t.valid @> :today::date
                            or assessment.last_of(t.no, t.valid, :today::date))
                      left join assessment.comment_receipt r
                             on r.comment_id = c.id and r.side = 'MEMBER'
                      left join assessment.follow_up f on f.comment_id = c.id
                     where c.member_id = :self::uuid
                       and c.state = 'RETURNED'
                       and not exists (select from assessment.comment n
                                        where n.replaces = c.id
                                          and n.state = 'RETURNED')
                     order by c.returned_on desc, c.id desc
                     limit 100
                    """);

    record Counts(long unread, long received) {}

    /**
     * One returned slip.
     *
     * @param paperId as it is stored here, or null where it came on paper
     * @param incomingId its line in the book of what arrived, or null
     * @param receivedOn when this side said it has it
     * @param keptName whose record goes on where the slip's own was put into another, else null
     */
    record Line(
            UUID id,
            String fullName,
            @Nullable String post,
            String workCell,
            String wardName,
            int year,
            LocalDate returnedOn,
            @Nullable UUID paperId,
            @Nullable UUID incomingId,
            @Nullable FollowUpKind proposal,
            @Nullable String requestNumber,
            @Nullable LocalDate receivedOn,
            @Nullable String keptName) {

        String ward() {
            return wardName.replaceFirst("^Đảng bộ ", "Đảng ủy ");
        }
    }

    private final Db db;

    ReturnedQueries(Db db) {
        this.db = db;
    }

    Counts counts(Scope scope) {
        return db.one(scope, COUNTS, Counts.class).orElse(new Counts(0, 0));
    }

    List<Line> list(Scope scope, boolean received, int size, long skip) {
        return db.list(scope, LIST, Line.class, "received", received, "size", size, "skip", skip);
    }

    /** All of them, as they come. */
    void each(Scope scope, boolean received, Consumer<Line> taker) {
        db.each(scope, LIST, Line.class, taker, "received", received, "size", null, "skip", 0);
    }

    /**
     * The stored papers of these slips, people in order; slips of other workplaces are left out.
     */
    List<UUID> papers(Scope scope, Collection<UUID> comments) {
        return db.list(
                scope,
                PAPERS,
                row -> row.getObject(1, UUID.class),
                "ids",
                comments.toArray(UUID[]::new));
    }

    List<Line> mine(Scope scope) {
        return db.list(scope, MINE, Line.class);
    }
}
