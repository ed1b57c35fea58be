package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/** Lists requests for comments on either side, and whom a workplace may ask about. */
@Component
class RequestQueries {
    /** More than the largest workplace has in touch; beyond it people are found by name. */
    static final int MOST = 2000;

    /** How many there are, and how many of them a ward can send on to its cells. */
    static final Sql COUNTS =
            Sql.of(
                    """
                    select count(*) filter (where r.state <> 'ANSWERED') as open,
                           count(*) filter (where r.state = 'ANSWERED') as answered,
                           count(*) filter (where r.state = 'SENT' and k.cell_no is not null) as ready
                      from assessment.comment_request r
                      left join liaison.published_contact k on k.id = r.contact_id
                     where ((r.work_no between :low and :high and r.work_no <@ :scope::int4multirange)
                            or (r.res_no between :low and :high and r.res_no <@ :scope::int4multirange))
                    """);

    /** With the newest slip that answers a request, as far as the viewer may read it. */
    static final Sql LIST =
            Sql.of(
                    """
                    select r.id, r.number, r.full_name, r.purpose, r.year, r.asked_on, r.due_on, r.state,
                           r.answered_on, r.paper_id, r.portal_file_code, f.name as from_name,
                           t.name as to_name, p.name as place_name, k.cell_no is not null as placed,
                           c.id as comment_id, y.reason, i.id as paper_answer_id
                      from assessment.comment_request r
                      join organisation.published_unit f
                        on f.no = r.from_no
                       and (f.valid @> :today::date
                            or assessment.last_of(f.no, f.valid, :today::date))
                      join organisation.published_unit t
                        on t.no = r.to_no
                       and (t.valid @> :today::date
                            or assessment.last_of(t.no, t.valid, :today::date))
                      join organisation.published_unit p
                        on p.no = r.res_no
                       and (p.valid @> :today::date
                            or assessment.last_of(p.no, p.valid, :today::date))
                      left join liaison.published_contact k on k.id = r.contact_id
                      left join lateral (
                           select c.id
                             from assessment.comment c
                            where c.request_id = r.id
                            order by c.edition desc
                            limit 1) c on true
                      left join assessment.request_reason y on y.request_id = r.id
                      left join lateral (
                           select i.id
                             from document.published_incoming i
                            where i.about_id = r.id
                              and i.kind = 'COMMENT_SLIP'
                            order by i.arrived_on desc, i.id desc
                            limit 1) i on true
                     where ((r.work_no between :low and :high and r.work_no <@ :scope::int4multirange)
                            or (r.res_no between :low and :high and r.res_no <@ :scope::int4multirange))
                       and (:open::boolean = (r.state <> 'ANSWERED'))
                     order by r.state <> 'SENT', r.due_on, r.sort_key, r.id
                     limit :size::int
                    offset :skip
                    """);

    /** Members of the workplace who stand on a register today. */
    static final Sql PEOPLE =
            Sql.of(
                    """
                    select k.member_id as id, k.full_name, k.birth, k.birth_precision, k.post,
                           w.name as cell_name, t.name as ward_name, k.exempt,
                           exists (select from assessment.comment_request r
                                    where r.member_id = k.member_id
                                      and r.state <> 'ANSWERED') as asked
                      from liaison.published_contact k
                      join organisation.published_unit w
                        on w.no = k.work_no
                       and (w.valid @> :today::date
                            or assessment.last_of(w.no, w.valid, :today::date))
                      join organisation.published_unit t
                        on t.no = k.ward_no
                       and (t.valid @> :today::date
                            or assessment.last_of(t.no, t.valid, :today::date))
                     where k.work_no between :low and :high
                       and k.work_no <@ :scope::int4multirange
                       and k.valid @> :today::date
                       and (:words::text is null
                            or k.folded like :words::text
                            or k.member_id = any (:chosen::uuid[]))
                     order by t.code collate "C", t.no, w.code collate "C", k.sort_key, k.id
                     limit :most::int
                    """);

    record Counts(long open, long answered, long ready) {}

    /** One request as both sides list it; the slip is there once the viewer may read it. */
    record Line(
            UUID id,
            String number,
            String fullName,
            RequestPurpose purpose,
            int year,
            LocalDate askedOn,
            LocalDate dueOn,
            RequestState state,
            @Nullable LocalDate answeredOn,
            @Nullable UUID paperId,
            @Nullable String portalFileCode,
            String fromName,
            String toName,
            String placeName,
            boolean placed,
            @Nullable UUID commentId,
            @Nullable String reason,
            @Nullable UUID paperAnswerId) {

        String from() {
            return fromName.replaceFirst("^Đảng bộ ", "Đảng ủy ");
        }

        String to() {
            return toName.replaceFirst("^Đảng bộ ", "Đảng ủy ");
        }

        boolean late(LocalDate today) {
            return state != RequestState.ANSWERED && today.isAfter(dueOn);
        }

        Tone tone(LocalDate today) {
            return late(today) ? Tone.LATE : CommentTone.of(state);
        }
    }

    record Person(
            UUID id,
            String fullName,
            @Nullable LocalDate birth,
            PartialDate.@Nullable Precision birthPrecision,
            @Nullable String post,
            String cellName,
            String wardName,
            boolean exempt,
            boolean asked) {

        String born() {
            return birth == null
                    ? ""
                    : birthPrecision == null
                            ? Show.date(birth)
                            : new PartialDate(birth, birthPrecision).shown();
        }
    }

    private final Db db;

    RequestQueries(Db db) {
        this.db = db;
    }

    Counts counts(Scope scope) {
        return db.one(scope, COUNTS, Counts.class).orElse(new Counts(0, 0, 0));
    }

    List<Line> list(Scope scope, boolean open, int size, long skip) {
        return db.list(scope, LIST, Line.class, "open", open, "size", size, "skip", skip);
    }

    /** However many there are. */
    List<Line> all(Scope scope, boolean open) {
        return db.list(scope, LIST, Line.class, "open", open, "size", null, "skip", 0);
    }

    /**
     * At most {@link #MOST}, ward by ward.
     *
     * @param words folded and found anywhere in the name; null for everybody
     * @param chosen who is there whatever the words are
     */
    List<Person> people(Scope scope, @Nullable String words, List<UUID> chosen) {
        return db.list(
                scope,
                PEOPLE,
                Person.class,
                "words",
                words,
                "chosen",
                chosen.toArray(UUID[]::new),
                "most",
                MOST);
    }
}
