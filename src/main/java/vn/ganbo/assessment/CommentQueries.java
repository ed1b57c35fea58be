package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.regulation.SlipForm;
import vn.ganbo.web.Picked;

/** Lists and shows comment slips for pages. */
@Component
class CommentQueries {
    static final Sql COUNTS =
            Sql.of(
                    """
                    select count(*) filter (where c.state = 'DRAFT' and not c.complete) as to_fill,
                           count(*) filter (where c.state = 'DRAFT' and c.complete) as to_sign,
                           count(*) filter (where c.state = 'CELL_SIGNED') as signed,
                           count(*) filter (where c.state = 'COMMUNE_CONFIRMED') as confirmed,
                           count(*) filter (where c.state = 'RETURNED') as returned
                      from assessment.comment c
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.year = :year::int
                       and (:cell::int is null or c.cell_no = :cell::int)
                       and not exists (select from assessment.comment n
                                        where n.replaces = c.id
                                          and n.state = 'RETURNED')
                    """);

    /**
     * The cell's name is looked up for each slip (limit 1): joined, the planner, for whom what row
     * security asks outweighs everything else, compares each slip with each unit.
     */
    static final Sql LIST =
            Sql.of(
                    """
                    select c.id, c.version, c.full_name, c.post, c.work_name, u.name as unit_name,
                           c.state, c.form, c.complete, r.purpose, r.due_on,
                           (select count(*) from jsonb_object_keys(c.answers)) as answered,
                           coalesce(c.met_on, (select max(d.met_on)
                                                 from assessment.decision_member dm
                                                 join assessment.decision d on d.id = dm.decision_id
                                                where dm.comment_id = c.id
                                                  and d.withdrawn_on is null)) as met_on,
                           c.cell_signed_on, c.confirmed_on, c.returned_on
                      from assessment.comment c
                     cross join lateral (
                           select u.code, u.name
                             from organisation.published_unit u
                            where u.no = c.cell_no
                              and (u.valid @> :today::date
                                   or assessment.last_of(u.no, u.valid, :today::date))
                            limit 1) u
                      left join assessment.comment_request r on r.id = c.request_id
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.year = :year::int
                       and (:cell::int is null or c.cell_no = :cell::int)
                       and c.state = :state
                       and (:complete::boolean is null or c.complete = :complete::boolean)
                       and not exists (select from assessment.comment n
                                        where n.replaces = c.id
                                          and n.state = 'RETURNED')
                     order by u.code collate "C", c.sort_key, c.id
                     limit :size::int
                    offset :skip
                    """);

    /** How many finished drafts have the same words as two others at least. */
    static final Sql ALIKE =
            Sql.of(
                    """
                    select coalesce(sum(x.slips), 0)::bigint
                      from (select count(*) as slips
                              from assessment.comment c
                             where c.unit_no between :low and :high
                               and c.unit_no <@ :scope::int4multirange
                               and c.year = :year::int
                               and (:cell::int is null or c.cell_no = :cell::int)
                               and c.state = 'DRAFT'
                               and c.complete
                               and c.other is not null
                             group by c.cell_no, lower(regexp_replace(c.other, '\\s+', ' ', 'g'))
                            having count(*) >= 3) x
                    """);

    /**
     * One slip for whoever may read it: its residence, or after the return the other two. Where the
     * person works is looked up (limit 1): joined, every member of the province is read.
     */
    static final Sql ONE =
            Sql.byKey(
                    """
                    select c.id, c.version, c.member_id, c.full_name, c.post, c.work_name, c.year,
                           c.state, c.form, c.answers::text as answers, c.other,
                           c.shortcomings::text as shortcomings, c.rulebook, h.about::text as about,
                           h.asked_on, h.due_on as hearing_due, h.words, h.heard_on, h.noted_by,
                           c.round_id, c.decision_id, c.met_on, c.votes_for, c.votes_against,
                           c.votes_abstain, c.returned_on, c.paper_id, c.incoming_id, c.edition,
                           c.correction_reason, c.replaces,
                           (select n.id
                              from assessment.comment n
                             where n.replaces = c.id) as replaced_by, cell.id as cell_id,
                           cell.name as cell_name, ward.name as ward_name, lower(k.valid) as since,
                           case when upper(k.valid) <= :today::date then upper(k.valid) end as left_on,
                           case when upper(ward.valid) <= :today::date
                                then upper(ward.valid) end as ward_closed_on,
                           sr.sent_on as self_sent_on,
                           sr.duties::text as self_duties, sr.difficulty as self_difficulty,
                           r.number as request_number, r.purpose, r.due_on, r.portal_file_code,
                           w.on_date as received_on, s.on_date as read_on,
                           (select o.comment_due
                              from assessment.round o
                             where o.id = c.round_id
                               and c.replaces is null
                               and o.comment_due < :today::date
                               and not exists (select from assessment.window_exception e
                                                where e.unit_no between :low and :high
                                                  and e.unit_no <@ :scope::int4multirange
                                                  and e.year = o.year
                                                  and e.window_kind = 'COMMENT'
                                                  and e.until >= :today::date)) as closed_on,
                           (select count(*)
                              from assessment.comment o
                             where o.round_id = c.round_id
                               and o.cell_no = c.cell_no
                               and o.edition = 1
                               and (o.sort_key, o.id) <= (c.sort_key, c.id)) as place,
                           (select count(*)
                              from assessment.comment o
                             where o.round_id = c.round_id
                               and o.cell_no = c.cell_no
                               and o.edition = 1) as of_all,
                           (select o.id
                              from assessment.comment o
                             where o.round_id = c.round_id
                               and o.cell_no = c.cell_no
                               and (o.sort_key, o.id) > (c.sort_key, c.id)
                             order by o.sort_key, o.id
                             limit 1) as next_id
                      from assessment.comment c
                      join organisation.published_unit cell
                        on cell.no = c.cell_no
                       and (cell.valid @> :today::date
                            or assessment.last_of(cell.no, cell.valid, :today::date))
                      join organisation.published_unit ward
                        on ward.no = c.ward_no
                       and (ward.valid @> :today::date
                            or assessment.last_of(ward.no, ward.valid, :today::date))
                      left join liaison.published_contact k on k.id = c.contact_id
                      left join assessment.comment_request r on r.id = c.request_id
                      left join lateral (
                           select sr.sent_on, sr.duties, sr.difficulty
                             from assessment.self_report sr
                            where sr.member_id = any (assessment.records_of(c.member_id))
                              and sr.year = c.year
                              and sr.state = 'SENT'
                            order by sr.member_id = c.member_id desc, sr.sent_on desc
                            limit 1) sr on true
                      left join assessment.comment_receipt w
                             on w.comment_id = c.id and w.side = 'WORKPLACE'
                      left join assessment.comment_receipt s
                             on s.comment_id = c.id and s.side = 'MEMBER'
                      left join lateral (
                           select m.work_no
                             from member.published_standing m
                            where m.id = c.member_id
                            limit 1) m on true
                      left join lateral (
                           select h.about, h.asked_on, h.due_on, h.words, h.heard_on, h.noted_by
                             from assessment.hearing h
                            where h.comment_id = c.id
                            order by h.no desc
                            limit 1) h on true
                     where c.id = :id::uuid
                       and (c.unit_no between :low and :high and c.unit_no <@ :scope::int4multirange
                            or c.state = 'RETURNED'
                               and (m.work_no between :low and :high
                                      and m.work_no <@ :scope::int4multirange
                                    or c.member_id = :self::uuid))
                    """);

    static final Sql STEPS =
            Sql.byKey(
                    """
                    select s.state, s.on_date, s.who, s.signer, s.post, s.note
                      from assessment.comment_step s
                     where s.comment_id = :id::uuid
                       and exists (select from assessment.comment c where c.id = s.comment_id)
                     order by s.no
                    """);

    /** Slips by what has to be done next. */
    record Counts(long toFill, long toSign, long signed, long confirmed, long returned) {
        long of(CommentTab tab) {
            return switch (tab) {
                case TO_FILL -> toFill;
                case TO_SIGN -> toSign;
                case SIGNED -> signed;
                case CONFIRMED -> confirmed;
                case RETURNED -> returned;
            };
        }
    }

    /** The views of the list; labels under commentTab.* */
    enum CommentTab {
        TO_FILL(CommentState.DRAFT, false),
        TO_SIGN(CommentState.DRAFT, true),
        SIGNED(CommentState.CELL_SIGNED, null),
        CONFIRMED(CommentState.COMMUNE_CONFIRMED, null),
        RETURNED(CommentState.RETURNED, null);

        private final CommentState state;
        private final @Nullable Boolean complete;

        CommentTab(CommentState state, @Nullable Boolean complete) {
            this.state = state;
            this.complete = complete;
        }

        /** As in an address: to-fill. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The tab of that key, if there is one. */
        static Optional<CommentTab> of(String key) {
            return java.util.Arrays.stream(values()).filter(t -> t.key().equals(key)).findFirst();
        }
    }

    /** Which slips are asked for; a null cell is all of the scope. */
    record Ask(int year, @Nullable Integer cellNo) {}

    record Line(
            UUID id,
            int version,
            String fullName,
            @Nullable String post,
            String workName,
            String unitName,
            CommentState state,
            SlipForm form,
            boolean complete,
            @Nullable RequestPurpose purpose,
            @Nullable LocalDate dueOn,
            int answered,
            @Nullable LocalDate metOn,
            @Nullable LocalDate cellSignedOn,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate returnedOn) {

        String picked() {
            return new Picked(id, version).value();
        }

        String cell() {
            return unitName.replaceFirst("^Chi bộ ", "");
        }

        String work() {
            return workName.replaceFirst("^Đảng bộ ", "");
        }

        /** What happened last, or is missing. */
        String note() {
            return switch (state) {
                case DRAFT -> metOn == null ? "chưa có biên bản họp" : "đã họp " + Show.date(metOn);
                case CELL_SIGNED -> "chi bộ ký " + Show.date(cellSignedOn);
                case COMMUNE_CONFIRMED -> "xác nhận " + Show.date(confirmedOn);
                case RETURNED -> "gửi trả " + Show.date(returnedOn);
            };
        }
    }

    /** One slip with what stands around it. */
    record Shown(
            UUID id,
            int version,
            UUID memberId,
            String fullName,
            @Nullable String post,
            String workName,
            int year,
            CommentState state,
            SlipForm form,
            String answers,
            @Nullable String other,
            String shortcomings,
            String rulebook,
            @Nullable String about,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate hearingDue,
            @Nullable String words,
            @Nullable LocalDate heardOn,
            @Nullable String notedBy,
            @Nullable UUID roundId,
            @Nullable UUID decisionId,
            @Nullable LocalDate metOn,
            @Nullable Integer votesFor,
            @Nullable Integer votesAgainst,
            @Nullable Integer votesAbstain,
            @Nullable LocalDate returnedOn,
            @Nullable UUID paperId,
            @Nullable UUID incomingId,
            int edition,
            @Nullable String correctionReason,
            @Nullable UUID replaces,
            @Nullable UUID replacedBy,
            UUID cellId,
            String cellName,
            String wardName,
            @Nullable LocalDate since,
            @Nullable LocalDate leftOn,
            @Nullable LocalDate wardClosedOn,
            @Nullable LocalDate selfSentOn,
            @Nullable String selfDuties,
            @Nullable String selfDifficulty,
            @Nullable String requestNumber,
            @Nullable RequestPurpose purpose,
            @Nullable LocalDate dueOn,
            @Nullable String portalFileCode,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate readOn,
            @Nullable LocalDate closedOn,
            long place,
            long ofAll,
            @Nullable UUID nextId) {

        String picked() {
            return new Picked(id, version).value();
        }

        /** Where the person works and lives, in one line. */
        String lead() {
            String work = workName.replaceFirst("^Đảng bộ ", "");
            String who = post == null || post.isBlank() ? work : post + ", " + work;
            return since == null
                    ? who + " · " + cellName
                    : who
                            + " · trong sổ của "
                            + cellName
                            + " từ "
                            + Show.date(since)
                            + (leftOn == null ? "" : " đến " + Show.date(leftOn.minusDays(1)));
        }
    }

    /** A step that was taken. */
    record StepTaken(
            CommentState state,
            LocalDate onDate,
            String who,
            @Nullable String signer,
            @Nullable String post,
            @Nullable String note) {}

    private final Db db;

    CommentQueries(Db db) {
        this.db = db;
    }

    Counts counts(Scope scope, Ask ask) {
        return db.one(scope, COUNTS, Counts.class, "year", ask.year(), "cell", ask.cellNo())
                .orElse(new Counts(0, 0, 0, 0, 0));
    }

    List<Line> list(Scope scope, Ask ask, CommentTab tab, int size, long skip) {
        return db.list(
                scope,
                LIST,
                Line.class,
                "year",
                ask.year(),
                "cell",
                ask.cellNo(),
                "state",
                tab.state.name(),
                "complete",
                tab.complete,
                "size",
                size,
                "skip",
                skip);
    }

    /** All slips of a tab, as they come. */
    void each(Scope scope, Ask ask, CommentTab tab, Consumer<Line> taker) {
        db.each(
                scope,
                LIST,
                Line.class,
                taker,
                "year",
                ask.year(),
                "cell",
                ask.cellNo(),
                "state",
                tab.state.name(),
                "complete",
                tab.complete,
                "size",
                null,
                "skip",
                0);
    }

    /** Finished drafts whose words stand on at least three slips of their cell. */
    long alike(Scope scope, Ask ask) {
        return db.number(scope, ALIKE, "year", ask.year(), "cell", ask.cellNo());
    }

    Optional<Shown> one(Scope scope, UUID id) {
        return db.one(scope, ONE, Shown.class, "id", id);
    }

    List<StepTaken> steps(Scope scope, UUID id) {
        return db.list(scope, STEPS, StepTaken.class, "id", id);
    }
}
