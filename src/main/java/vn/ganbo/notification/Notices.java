package vn.ganbo.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Told;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.notification.Audiences.Audience;

/**
 * Thông báo trong chương trình: written in the transaction of the act, so none is lost and none
 * speaks of an act that was rolled back (docs/decisions/0007).
 */
@Service
class Notices {
    /**
     * One notice for each unit on that side; a ward hears once of forty letters. Who has Party life
     * at a residence is that residence's own: it reads then what a workplace would.
     */
    static final Sql TELL_UNITS =
            Sql.of(
                    """
                    insert into notification.notice
                           (unit_no, id, fact_id, at, audience, key, details, who, link)
                    select x.unit_no, (:ids::uuid[])[x.n], :fact::uuid, :at::timestamptz,
                           case when u.side = 'RESIDENCE' then u.side else :audience end, :key,
                           jsonb_set(:details::jsonb, '{count}', to_jsonb(x.people::text)), :who, :link
                      from (select s.unit_no, count(*) as people, row_number() over (order by s.unit_no) as n
                              from (select case when :audience = 'WORKPLACE' then s.work_no else s.res_no end as unit_no
                                      from member.seats(:members::uuid[]) s) s
                             where s.unit_no is not null
                             group by s.unit_no) x
                      left join organisation.published_unit u
                        on u.no = x.unit_no
                       and u.valid @> :today::date
                    """);

    /** One notice for each unit that the fact names itself. */
    static final Sql TELL_NAMED_UNITS =
            Sql.of(
                    """
                    insert into notification.notice
                           (unit_no, id, fact_id, at, audience, key, details, who, link)
                    select x.unit_no, x.id, :fact::uuid, :at::timestamptz, :audience, :key, :details::jsonb,
                           :who, :link
                      from unnest(:ids::uuid[], :units::int[]) as x (id, unit_no)
                    """);

    /**
     * One notice for each committee above the wards, or grassroots organisations, of these people.
     */
    static final Sql TELL_SUPERIORS =
            Sql.of(
                    """
                    with recursive up as (
                        select s.id, u.kind, u.parent_no
                          from member.seats(:members::uuid[]) s
                          join organisation.published_unit u
                            on u.no = case when :of_workplace then s.work_no else s.res_no end
                           and u.valid @> :today::date
                        union all
                        select p.id, u.kind, u.parent_no
                          from up p
                          join organisation.published_unit u
                            on u.no = p.parent_no and u.valid @> :today::date
                         where p.kind in ('GROUP', 'CELL', 'SECTION')
                    )
                    insert into notification.notice
                           (unit_no, id, fact_id, at, audience, key, details, who, link)
                    select x.unit_no, (:ids::uuid[])[x.n], :fact::uuid, :at::timestamptz, 'SUPERIOR', :key,
                           jsonb_set(:details::jsonb, '{count}', to_jsonb(x.people::text)), :who, :link
                      from (select w.parent_no as unit_no, count(*) as people,
                                   row_number() over (order by w.parent_no) as n
                              from up w
                             where w.kind in ('COMMUNE', 'GRASSROOTS')
                               and w.parent_no is not null
                             group by w.parent_no) x
                    """);

    static final Sql TELL_MEMBERS =
            Sql.of(
                    """
                    insert into notification.notice
                           (member_id, id, fact_id, at, audience, key, details, who, link)
                    select x.member_id, x.id, :fact::uuid, :at::timestamptz, 'MEMBER', :key,
                           jsonb_set(:details::jsonb, '{count}', '"1"'), :who, :link
                      from unnest(:ids::uuid[], :members::uuid[]) as x (id, member_id)
                    """);

    static final Sql LIST =
            Sql.of(
                    """
                    select n.id, n.at, n.key, n.details, n.who, n.link, n.member_id is not null as own,
                           exists (select from notification.reading r
                                    where r.notice_id = n.id and r.office_id = :office::uuid) as seen
                      from notification.notice n
                     where ((n.unit_no between :low and :high and n.unit_no <@ :scope::int4multirange)
                            or n.member_id = :self::uuid)
                       and n.audience = any (:audiences::text[])
                     order by n.at desc, n.id desc
                     limit :size::int
                    """);

    static final Sql ONE =
            Sql.of(
                    """
                    select n.link
                      from notification.notice n
                     where n.id = :id::uuid
                       and ((n.unit_no between :low and :high and n.unit_no <@ :scope::int4multirange)
                            or n.member_id = :self::uuid)
                    """);

    static final Sql READ =
            Sql.of(
                    """
                    insert into notification.reading (notice_id, office_id, at)
                    select n.id, :office::uuid, :at::timestamptz
                      from notification.notice n
                     where (:id::uuid is null or n.id = :id::uuid)
                       and ((n.unit_no between :low and :high and n.unit_no <@ :scope::int4multirange)
                            or n.member_id = :self::uuid)
                       and n.audience = any (:audiences::text[])
                    on conflict do nothing
                    """);

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    /** One line of the list. */
    record Line(UUID id, Instant at, String who, String sentence, String link, boolean seen) {}

    private final Db db;
    private final JsonMapper json;
    private final Facts facts;
    private final Clock clock;

    Notices(Db db, JsonMapper json, Facts facts, Clock clock) {
        this.facts = facts;
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void tell(Told told) {
        Fact fact = told.fact();
        Audiences.Rule rule = Audiences.of(fact.key());
        rule.links()
                .forEach((audience, link) -> {
                    if (!fact.members().isEmpty()
                            && !rule.namedOnly()
                            && throughPeople(audience, fact)) {
                        tell(told, audience, link, statement(audience));
                    }
                    if (!named(audience, fact).isEmpty()) {
                        tell(told, audience, link, TELL_NAMED_UNITS);
                    }
                });
    }

    /** What is the workplace's alone reaches a residence only where the fact names it. */
    private static boolean throughPeople(Audience audience, Fact fact) {
        return audience != Audience.RESIDENCE || fact.side() != Fact.Side.WORKPLACE;
    }

    /** Units that the fact names itself. */
    private static Collection<Integer> named(Audience audience, Fact fact) {
        return switch (audience) {
            case WORKPLACE, RESIDENCE -> fact.units();
            case SUPERIOR -> fact.superiors();
            case WORKPLACE_SUPERIOR, MEMBER -> List.of();
        };
    }

    private static Sql statement(Audience audience) {
        return switch (audience) {
            case MEMBER -> TELL_MEMBERS;
            case SUPERIOR, WORKPLACE_SUPERIOR -> TELL_SUPERIORS;
            case WORKPLACE, RESIDENCE -> TELL_UNITS;
        };
    }

    private void tell(Told told, Audience audience, String link, Sql statement) {
        Fact fact = told.fact();
        Collection<Integer> units = named(audience, fact);
        boolean named = statement.equals(TELL_NAMED_UNITS);
        UUID[] ids = new UUID[named ? units.size() : fact.members().size()];
        java.util.Arrays.setAll(ids, _ -> Ids.next());
        db.update(
                told.viewer().scope(),
                statement,
                "ids",
                ids,
                "members",
                fact.members().toArray(UUID[]::new),
                "units",
                units.toArray(Integer[]::new),
                "fact",
                told.id(),
                "at",
                told.at().atOffset(ZoneOffset.UTC),
                "audience",
                audience.name(),
                "of_workplace",
                audience == Audience.WORKPLACE_SUPERIOR,
                "key",
                fact.key(),
                "details",
                json.writeValueAsString(fact.noticed()),
                "who",
                told.viewer().unit() == null
                        ? told.viewer().name()
                        : Show.committee(told.viewer().unit().name()),
                "link",
                link.replace("{thing}", fact.thing().toString()));
    }

    /** The newest, at most so many; all for null. */
    List<Line> list(Viewer viewer, @Nullable Integer size) {
        return db.list(
                viewer.scope(),
                LIST,
                this::line,
                "office",
                viewer.office(),
                "audiences",
                audiences(viewer),
                "size",
                size);
    }

    /** Marks one notice as read by this office and says where it leads. */
    @Transactional
    public String open(Viewer viewer, UUID id) {
        String link =
                db.one(viewer.scope(), ONE, row -> row.getString("link"), "id", id)
                        .orElseThrow(NotFound::new);
        read(viewer, id);
        return link;
    }

    /** Marks all as read by this office. */
    @Transactional
    public void readAll(Viewer viewer) {
        read(viewer, null);
    }

    private void read(Viewer viewer, @Nullable UUID id) {
        Scope scope = viewer.scope();
        db.update(
                scope,
                READ,
                "id",
                id,
                "office",
                viewer.office(),
                "at",
                clock.instant().atOffset(ZoneOffset.UTC),
                "audiences",
                audiences(viewer));

        facts.tell(
                viewer, new NotificationFacts.NoticesRead(Objects.requireNonNull(viewer.office())));
    }

    /** An office hears what is told to its side; a member what is told to the person. */
    static String[] audiences(Viewer viewer) {
        if (viewer.role() == null) {
            return new String[0];
        }
        return switch (viewer.role()) {
            case WORKPLACE_OFFICE, WORKPLACE_CELL_SECRETARY -> new String[] {"WORKPLACE"};
            case RESIDENCE_OFFICE, RESIDENCE_CELL_SECRETARY -> new String[] {"RESIDENCE"};
            case MEMBER -> new String[] {"MEMBER"};
            case ANALYST -> new String[] {"SUPERIOR"};
            case COMMITTEE_MEMBER_IN_CHARGE, GROUP_LEADER, ADMINISTRATOR, AUDITOR -> new String[0];
        };
    }

    /** The key in the words that fit best to somebody whom it is about: to them, of one, of any. */
    private static String own(String key) {
        return Stream.of(key + ".mine", key + ".one")
                .filter(Labels.keys()::contains)
                .findFirst()
                .orElse(key);
    }

    private Line line(ResultSet row) throws SQLException {
        Map<String, String> words = json.readValue(row.getString("details"), WORDS);
        String key = "fact." + row.getString("key");
        return new Line(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                Labels.say(row.getBoolean("own") ? own(key) : key, words),
                row.getString("link"),
                row.getBoolean("seen"));
    }
}
