package vn.ganbo.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.assessment.Comment.CellSigned;
import vn.ganbo.assessment.Comment.CommuneConfirmed;
import vn.ganbo.assessment.Comment.Covered;
import vn.ganbo.assessment.Comment.Draft;
import vn.ganbo.assessment.Comment.Votes;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.regulation.SlipForm;
import vn.ganbo.web.Picked;

/** Loads comment slips in their states and saves drafts. */
@Component
class CommentStore {
    static final Sql LOAD =
            Sql.byKey(
                    """
                    select c.id, c.version, c.member_id, c.full_name, c.unit_no, c.cell_no, c.ward_no,
                           c.year, c.form, c.state, c.answers, c.other, c.shortcomings, c.rulebook, c.cell_signer,
                           c.cell_post, c.cell_signed_on, c.commune_signer, c.commune_post,
                           c.confirmed_on, c.returned_on, c.paper_id, d.id as covered_by, d.met_on,
                           d.by_committee, d.votes_for, d.votes_against, d.votes_abstain,
                           h.about, h.asked_on, h.due_on as hearing_due, h.words, h.heard_on,
                           h.noted_by
                      from assessment.comment c
                      left join lateral (
                           select d.id, d.met_on, d.by_committee,
                                  coalesce(dm.votes_for, d.votes_for) as votes_for,
                                  coalesce(dm.votes_against, d.votes_against) as votes_against,
                                  coalesce(dm.votes_abstain, d.votes_abstain) as votes_abstain
                             from assessment.decision_member dm
                             join assessment.decision d on d.id = dm.decision_id
                            where dm.comment_id = c.id
                              and d.withdrawn_on is null
                              and (c.decision_id is null or d.id = c.decision_id)
                            order by d.met_on desc, d.id desc
                            limit 1) d on true
                      left join lateral (
                           select h.about, h.asked_on, h.due_on, h.words, h.heard_on, h.noted_by
                             from assessment.hearing h
                            where h.comment_id = c.id
                            order by h.no desc
                            limit 1) h on c.state = 'DRAFT'
                     where c.id = any (:ids::uuid[])
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                     order by c.sort_key, c.id
                    """);

    /** What may be changed of one slip, without the meetings that would let it be signed. */
    static final Sql TEXT =
            Sql.byKey(
                    """
                    select c.id, c.version, c.member_id, c.full_name, c.unit_no, c.cell_no, c.ward_no,
                           c.year, c.form, c.state, c.answers, c.other, c.shortcomings, c.rulebook
                      from assessment.comment c
                     where c.id = :id::uuid
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql SAVE =
            Sql.byKey(
                    """
                    update assessment.comment c
                       set answers = :answers::jsonb,
                           other = :other::text,
                           shortcomings = :shortcomings::jsonb,
                           complete = :complete::boolean,
                           version = c.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where c.id = :id::uuid
                       and c.version = :version::int
                       and c.state = :from
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    static final Sql LAST_CHANGE =
            Sql.of(
                    """
                    select c.changed_by, c.changed_at
                      from assessment.comment c
                      join unnest(:ids::uuid[], :versions::int[]) as x (id, version) on x.id = c.id
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                     order by c.version = x.version, c.changed_at desc
                     limit 1
                    """);

    private record Change(String changedBy, Instant changedAt) {}

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final Db db;
    private final JsonMapper json;

    CommentStore(Db db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * The slips in their states, people in order. Throws {@link NotFound} when one of them is none
     * of the viewer's residence, {@link Conflict} when one was changed since it was chosen.
     */
    List<Comment> load(Scope scope, Collection<Picked> picked) {
        List<Comment> found =
                db.list(scope, LOAD, this::comment, "ids", ids(picked.stream().map(Picked::id)));
        if (found.size() != picked.stream().map(Picked::id).distinct().count()) {
            throw new NotFound();
        }
        Map<UUID, Integer> versions = new java.util.HashMap<>();
        picked.forEach(p -> versions.put(p.id(), p.version()));
        for (Comment comment : found) {
            CommentBody body = comment.body();
            if (body.version() != Objects.requireNonNull(versions.get(body.id()))) {
                throw conflict(scope, picked);
            }
        }
        return found;
    }

    /** One slip as it stands. Throws {@link NotFound}. */
    Comment load(Scope scope, UUID id) {
        return db.one(scope, LOAD, this::comment, "ids", new UUID[] {id})
                .orElseThrow(NotFound::new);
    }

    /** What is written on the slip, and its state. */
    record Text(CommentBody body, CommentState state) {}

    /** One slip as it stands, for a change of its text. Throws {@link NotFound}. */
    Text text(Scope scope, UUID id) {
        return db.one(
                        scope,
                        TEXT,
                        row -> new Text(body(row), CommentState.valueOf(row.getString("state"))),
                        "id",
                        id)
                .orElseThrow(NotFound::new);
    }

    void save(Scope scope, CommentBody body, boolean complete, Stamp stamp) {
        int done =
                db.update(
                        scope,
                        SAVE,
                        "id",
                        body.id(),
                        "version",
                        body.version(),
                        "from",
                        CommentLifecycle.SAVE.from().name(),
                        "answers",
                        json.writeValueAsString(new java.util.TreeMap<>(body.answers())),
                        "other",
                        body.other(),
                        "shortcomings",
                        json.writeValueAsString(body.shortcomings()),
                        "complete",
                        complete,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who());
        if (done != 1) {
            throw conflict(scope, List.of(new Picked(body.id(), body.version())));
        }
    }

    Conflict conflict(Scope scope, Collection<Picked> picked) {
        Change last =
                db.one(
                                scope,
                                LAST_CHANGE,
                                Change.class,
                                "ids",
                                ids(picked.stream().map(Picked::id)),
                                "versions",
                                picked.stream().map(Picked::version).toArray(Integer[]::new))
                        .orElseThrow(NotFound::new);
        return new Conflict(last.changedBy(), last.changedAt());
    }

    private static UUID[] ids(java.util.stream.Stream<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private Comment comment(ResultSet row) throws SQLException {
        CommentBody body = body(row);
        @Nullable Covered covered = covered(row);
        CommentState state = CommentState.valueOf(row.getString("state"));
        if (state == CommentState.DRAFT || covered == null) {
            return new Draft(body, covered, hearing(row));
        }
        CellSigned signed =
                new CellSigned(
                        body,
                        covered,
                        new Signer(row.getString("cell_signer"), row.getString("cell_post")),
                        row.getObject("cell_signed_on", LocalDate.class));
        if (state == CommentState.CELL_SIGNED) {
            return signed;
        }
        CommuneConfirmed confirmed =
                signed.confirm(
                        new Signer(row.getString("commune_signer"), row.getString("commune_post")),
                        row.getObject("confirmed_on", LocalDate.class));
        return state == CommentState.COMMUNE_CONFIRMED
                ? confirmed
                : confirmed.giveOut(
                        row.getObject("paper_id", UUID.class),
                        row.getObject("returned_on", LocalDate.class));
    }

    private CommentBody body(ResultSet row) throws SQLException {
        return new CommentBody(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("member_id", UUID.class),
                row.getString("full_name"),
                row.getInt("unit_no"),
                row.getInt("cell_no"),
                row.getInt("ward_no"),
                row.getInt("year"),
                SlipForm.valueOf(row.getString("form")),
                json.readValue(row.getString("answers"), ANSWERS),
                row.getString("other"),
                Shortcoming.read(json, row.getString("shortcomings")),
                row.getString("rulebook"));
    }

    private @Nullable Hearing hearing(ResultSet row) throws SQLException {
        String about = row.getString("about");
        return about == null
                ? null
                : new Hearing(
                        Shortcoming.read(json, about),
                        row.getObject("asked_on", LocalDate.class),
                        row.getObject("hearing_due", LocalDate.class),
                        row.getString("words"),
                        row.getObject("heard_on", LocalDate.class),
                        row.getString("noted_by"));
    }

    private static @Nullable Covered covered(ResultSet row) throws SQLException {
        UUID id = row.getObject("covered_by", UUID.class);
        return id == null
                ? null
                : new Covered(
                        id,
                        row.getObject("met_on", LocalDate.class),
                        new Votes(
                                row.getInt("votes_for"),
                                row.getInt("votes_against"),
                                row.getInt("votes_abstain")),
                        row.getBoolean("by_committee"));
    }
}
