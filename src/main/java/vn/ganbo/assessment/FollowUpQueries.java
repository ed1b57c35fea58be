package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;
import vn.ganbo.regulation.FollowUpKind;

/** Proposals that came with slips: at the workplace to answer, at the residence to read. */
@Component
class FollowUpQueries {
    /**
     * Found from either side by its index: the slips of a residence, and those of the people who
     * work in a place today. Asked with "or", every member of the province is read.
     */
    private static final String SEEN =
            """
              from (select c.id, c.member_id, c.ward_no, c.year, c.full_name,
                           c.sort_key, c.post, c.work_name
                      from assessment.comment c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                     union
                    select c.id, c.member_id, c.ward_no, c.year, c.full_name,
                           c.sort_key, c.post, c.work_name
                      from member.published_standing m
                      join assessment.comment c on c.member_id = m.id
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange) c
              join assessment.follow_up f on f.comment_id = c.id
            """;

    private static final String WITHIN =
            """
             where not exists (select from assessment.comment n
                                where n.replaces = c.id
                                  and n.state = 'RETURNED')
            """;

    static final Sql COUNTS =
            Sql.of(
                    """
                    select count(*) filter (where f.answered_on is null) as waiting,
                           count(*) filter (where f.answered_on is not null) as answered
                    """
                            + SEEN
                            + WITHIN);

    static final Sql LIST =
            Sql.of(
                    """
                    select c.id, c.full_name, c.post, c.year, f.kind, f.opened_on, f.due_on, f.talked_on,
                           f.outcome, f.answered_on, coalesce(w.name, c.work_name) as work_name,
                           t.name as ward_name
                    """
                            + SEEN
                            + """
                              left join lateral (
                                   select w.name
                                     from member.published_standing m
                                     join organisation.published_unit w
                                       on w.no = m.work_no
                                      and (w.valid @> :today::date
                                           or assessment.last_of(w.no, w.valid, :today::date))
                                    where m.id = c.member_id
                                    limit 1) w on true
                              join organisation.published_unit t
                                on t.no = c.ward_no
                               and (t.valid @> :today::date
                                    or assessment.last_of(t.no, t.valid, :today::date))
                            """
                            + WITHIN
                            + """
                               and (f.answered_on is not null) = :answered::boolean
                             order by f.due_on, c.sort_key, c.id
                             limit :size::int
                            offset :skip
                            """);

    /** All that stands beside a returned slip, in one statement; a reply is a row of its own. */
    static final Sql BESIDE =
            Sql.byKey(
                    """
                    select f.kind, f.version, f.due_on, f.talked_on, f.outcome, f.answer, f.answered_on,
                           t.words as talk, r.on_date as replied_on, r.words as reply,
                           (select p.id
                              from document.published_paper p
                             where p.about_id = c.id
                               and p.kind = 'OFFICIAL_LETTER'
                             order by p.made_on desc, p.id desc
                             limit 1) as letter_id
                      from assessment.comment c
                      left join assessment.follow_up f on f.comment_id = c.id
                      left join assessment.follow_up_talk t on t.comment_id = c.id
                      left join assessment.comment_reply r on r.comment_id = c.id
                     where c.id = :id::uuid
                       and c.state = 'RETURNED'
                     order by r.no
                    """);

    record Counts(long waiting, long answered) {}

    /** One proposal. */
    record Line(
            UUID id,
            String fullName,
            @Nullable String post,
            int year,
            FollowUpKind kind,
            LocalDate openedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate talkedOn,
            @Nullable FollowUpOutcome outcome,
            @Nullable LocalDate answeredOn,
            String workName,
            String wardName) {

        String ward() {
            return wardName.replaceFirst("^Đảng bộ ", "Đảng ủy ");
        }

        Tone tone(LocalDate today) {
            return answeredOn == null && dueOn != null && dueOn.isBefore(today)
                    ? Tone.LATE
                    : Tone.REST;
        }
    }

    /**
     * A row of what stands beside a slip; nulls where there is no proposal, talk or reply.
     *
     * @param letterId công văn with the answer, where the slip came on paper
     */
    record Beside(
            @Nullable FollowUpKind kind,
            @Nullable Integer version,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate talkedOn,
            @Nullable FollowUpOutcome outcome,
            @Nullable String answer,
            @Nullable LocalDate answeredOn,
            @Nullable String talk,
            @Nullable LocalDate repliedOn,
            @Nullable String reply,
            @Nullable UUID letterId) {}

    private final Db db;

    FollowUpQueries(Db db) {
        this.db = db;
    }

    Counts counts(Scope scope) {
        return db.one(scope, COUNTS, Counts.class).orElse(new Counts(0, 0));
    }

    List<Line> list(Scope scope, boolean answered, int size, long skip) {
        return db.list(scope, LIST, Line.class, "answered", answered, "size", size, "skip", skip);
    }

    /** All of them, as they come. */
    void each(Scope scope, boolean answered, Consumer<Line> taker) {
        db.each(scope, LIST, Line.class, taker, "answered", answered, "size", null, "skip", 0);
    }

    List<Beside> beside(Scope scope, UUID comment) {
        return db.list(scope, BESIDE, Beside.class, "id", comment);
    }
}
