package vn.ganbo.forum;

import java.time.Instant;
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

/** Keeps topics, their answers and the link to the group outside. */
@Component
class TopicStore {
    /** An office sees the boards below it, a member those of the own cell and group. */
    private static final String SEEN =
            """
             and ((t.unit_no between :low and :high and t.unit_no <@ :scope::int4multirange)
                  or t.author_member = :self::uuid
                  or exists (select from liaison.published_contact c
                              where c.member_id = :self::uuid
                                and upper_inf(c.valid)
                                and t.unit_no in (c.cell_no, c.group_no)))
            """;

    static final Sql BOARDS =
            Sql.of(
                    """
                    select u.no, u.id, u.name, p.name as above, l.url,
                           (select count(*) from forum.topic t where t.unit_no = u.no) as topics,
                           (select max(t.on_day) from forum.topic t where t.unit_no = u.no) as last_on
                      from organisation.published_unit u
                      join organisation.published_unit p on p.no = u.parent_no and p.valid @> :today::date
                      left join forum.group_link l on l.unit_no = u.no
                     where u.valid @> :today::date
                       and u.side = 'RESIDENCE'
                       and u.kind in ('CELL', 'GROUP')
                       and ((u.no between :low and :high and u.no <@ :scope::int4multirange)
                            or exists (select from liaison.published_contact c
                                        where c.member_id = :self::uuid
                                          and upper_inf(c.valid)
                                          and u.no in (c.cell_no, c.group_no)))
                     order by last_on desc nulls last, u.code collate "C", u.no
                     limit 300
                    """);

    /** The newest word first. */
    static final Sql LIST =
            Sql.of(
                    """
                    select t.id, t.kind, t.title, t.body, t.author_name, t.author_post, t.at, t.hidden_on,
                           t.hidden_because, count(a.id) as answers, count(*) over () as total
                      from forum.topic t
                      left join forum.answer a on a.topic_id = t.id and a.hidden_on is null
                     where t.unit_no = :unit
                    """
                            + SEEN
                            + """
                             group by t.id, t.kind, t.title, t.body, t.author_name, t.author_post, t.at,
                                      t.hidden_on, t.hidden_because
                             order by greatest(t.at, max(a.at)) desc, t.id
                             limit :size::int
                            offset :skip
                            """);

    static final Sql ONE =
            Sql.of(
                    """
                    select t.id, t.unit_no, u.id as unit_id, u.name as unit_name, t.kind, t.title, t.body,
                           t.author_member, t.author_office, t.author_name, t.author_post, t.at, t.hidden_on,
                           t.hidden_by, t.hidden_because, t.version
                      from forum.topic t
                      join organisation.published_unit u on u.no = t.unit_no and u.valid @> :today::date
                     where t.id = :id::uuid
                    """
                            + SEEN);

    static final Sql ANSWERS =
            Sql.of(
                    """
                    select t.id, t.body, t.author_member, t.author_office, t.author_name, t.author_post, t.at,
                           t.hidden_on, t.hidden_by, t.hidden_because, t.version
                      from forum.answer t
                     where t.topic_id = :topic::uuid
                    """
                            + SEEN
                            + """
                             order by t.at, t.id
                            """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into forum.topic
                           (unit_no, id, kind, title, body, author_member, author_office, author_name,
                            author_post, at, on_day)
                    values (:unit, :id::uuid, :kind, :title, :body, :member::uuid, :office::uuid, :name,
                            :post::text, :at::timestamptz, :on::date)
                    """);

    static final Sql ANSWER =
            Sql.of(
                    """
                    insert into forum.answer
                           (unit_no, id, topic_id, body, author_member, author_office, author_name,
                            author_post, at)
                    values (:unit, :id::uuid, :topic::uuid, :body, :member::uuid, :office::uuid, :name,
                            :post::text, :at::timestamptz)
                    """);

    static final Sql HIDE_TOPIC =
            Sql.of(
                    """
                    update forum.topic t
                       set hidden_on = :on::date,
                           hidden_by = :who::text,
                           hidden_because = :because::text,
                           version = t.version + 1
                     where t.id = :id::uuid
                       and t.version = :version
                    """
                            + SEEN);

    static final Sql HIDE_ANSWER =
            Sql.of(
                    """
                    update forum.answer t
                       set hidden_on = :on::date,
                           hidden_by = :who::text,
                           hidden_because = :because::text,
                           version = t.version + 1
                     where t.id = :id::uuid
                       and t.version = :version
                    """
                            + SEEN);

    static final Sql KEEP_LINK =
            Sql.of(
                    """
                    insert into forum.group_link (unit_no, url, set_on, set_by)
                    values (:unit, :url::text, :on::date, :who)
                    on conflict (unit_no) do update
                       set url = excluded.url, set_on = excluded.set_on, set_by = excluded.set_by
                    """);

    /**
     * The board of a cell or a group.
     *
     * @param above the cell of a group, the ward of a cell
     * @param url of the group outside the program, or null
     */
    record Board(
            int no,
            UUID id,
            String name,
            String above,
            @Nullable String url,
            long topics,
            @Nullable LocalDate lastOn) {}

    /** One topic in the list. */
    record Line(
            UUID id,
            TopicKind kind,
            String title,
            String body,
            String authorName,
            @Nullable String authorPost,
            Instant at,
            @Nullable LocalDate hiddenOn,
            @Nullable String hiddenBecause,
            long answers,
            long total) {}

    /** Who wrote, and whether it is still read by all: a topic or an answer. */
    interface Written {
        UUID id();

        @Nullable UUID authorMember();

        @Nullable UUID authorOffice();

        @Nullable LocalDate hiddenOn();

        @Nullable String hiddenBecause();

        int version();
    }

    /** One topic. */
    record Topic(
            UUID id,
            int unitNo,
            UUID unitId,
            String unitName,
            TopicKind kind,
            String title,
            String body,
            @Nullable UUID authorMember,
            @Nullable UUID authorOffice,
            String authorName,
            @Nullable String authorPost,
            Instant at,
            @Nullable LocalDate hiddenOn,
            @Nullable String hiddenBy,
            @Nullable String hiddenBecause,
            int version)
            implements Written {}

    /** One answer. */
    record Answer(
            UUID id,
            String body,
            @Nullable UUID authorMember,
            @Nullable UUID authorOffice,
            String authorName,
            @Nullable String authorPost,
            Instant at,
            @Nullable LocalDate hiddenOn,
            @Nullable String hiddenBy,
            @Nullable String hiddenBecause,
            int version)
            implements Written {}

    /** By whom it is written: a member, or an office in the name of which the person writes. */
    record Author(
            @Nullable UUID member, @Nullable UUID office, String name, @Nullable String post) {}

    private final Db db;

    TopicStore(Db db) {
        this.db = db;
    }

    List<Board> boards(Scope scope) {
        return db.list(scope, BOARDS, Board.class);
    }

    List<Line> list(Scope scope, int unit, @Nullable Integer size, long skip) {
        return db.list(scope, LIST, Line.class, "unit", unit, "size", size, "skip", skip);
    }

    Optional<Topic> one(Scope scope, UUID id) {
        return db.one(scope, ONE, Topic.class, "id", id);
    }

    List<Answer> answers(Scope scope, UUID topic) {
        return db.list(scope, ANSWERS, Answer.class, "topic", topic);
    }

    void add(
            Scope scope,
            int unit,
            UUID id,
            Topics.NewTopic topic,
            TopicKind kind,
            Author author,
            Stamp stamp) {
        db.update(
                scope,
                ADD,
                "unit",
                unit,
                "id",
                id,
                "kind",
                kind.name(),
                "title",
                topic.title(),
                "body",
                topic.body(),
                "member",
                author.member(),
                "office",
                author.office(),
                "name",
                author.name(),
                "post",
                author.post(),
                "at",
                stamp.at(),
                "on",
                stamp.on());
    }

    void answer(Scope scope, Topic topic, UUID id, String body, Author author, Stamp stamp) {
        db.update(
                scope,
                ANSWER,
                "unit",
                topic.unitNo(),
                "id",
                id,
                "topic",
                topic.id(),
                "body",
                body,
                "member",
                author.member(),
                "office",
                author.office(),
                "name",
                author.name(),
                "post",
                author.post(),
                "at",
                stamp.at());
    }

    /**
     * Hides a topic or an answer, or shows it again.
     *
     * @param because null where the author took it back
     * @param stamp null to show it again
     */
    boolean hide(Scope scope, Written written, @Nullable String because, @Nullable Stamp stamp) {
        return db.update(
                        scope,
                        written instanceof Topic ? HIDE_TOPIC : HIDE_ANSWER,
                        "id",
                        written.id(),
                        "version",
                        written.version(),
                        "because",
                        because,
                        "on",
                        stamp == null ? null : stamp.on(),
                        "who",
                        stamp == null ? null : stamp.who())
                > 0;
    }

    void keepLink(Scope scope, int unit, @Nullable String url, Stamp stamp) {
        db.update(scope, KEEP_LINK, "unit", unit, "url", url, "on", stamp.on(), "who", stamp.who());
    }
}
