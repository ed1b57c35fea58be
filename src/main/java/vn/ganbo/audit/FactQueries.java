package vn.ganbo.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;

/**
 * Lịch sử: reads facts; the sentence is made when it is read. Of a bulk act of another office one
 * learns as many as one sees, not how many there were.
 */
@Component
class FactQueries implements History {
    static final Sql OF_THING =
            Sql.of(
                    """
                    select f.at, f.who, f.key,
                           coalesce(f.office_no <@ :scope::int4multirange, false) as own,
                           case when f.details ->> 'count' is not null
                                 and f.details ->> 'present' is null
                                 and not coalesce(f.office_no <@ :scope::int4multirange, false)
                                then jsonb_set(f.details, '{count}', to_jsonb((
                                       select count(*)::text
                                         from audit.fact_about b
                                        where b.fact_id = f.id
                                          and (b.work_no <@ :scope::int4multirange
                                               or b.res_no <@ :scope::int4multirange
                                               or (b.for_member and b.member_id = :self::uuid)))))
                                else f.details
                           end as details
                      from audit.fact f
                     where f.thing = any (:things::uuid[])
                       and (f.office_no between :low and :high and f.office_no <@ :scope::int4multirange
                            or exists (select from audit.fact_about a
                                        where a.fact_id = f.id
                                          and (a.work_no <@ :scope::int4multirange
                                               or a.res_no <@ :scope::int4multirange
                                               or (a.for_member and a.member_id = :self::uuid))))
                     order by f.at desc, f.id desc
                     limit 100
                    """);

    static final Sql OF_MEMBER =
            Sql.of(
                    """
                    select f.at, f.who, f.key,
                           coalesce(f.office_no <@ :scope::int4multirange, false) as own,
                           case when f.details ->> 'count' is not null
                                 and f.details ->> 'present' is null
                                 and not coalesce(f.office_no <@ :scope::int4multirange, false)
                                then jsonb_set(f.details, '{count}', to_jsonb((
                                       select count(*)::text
                                         from audit.fact_about b
                                        where b.fact_id = f.id
                                          and (b.work_no <@ :scope::int4multirange
                                               or b.res_no <@ :scope::int4multirange
                                               or (b.for_member and b.member_id = :self::uuid)))))
                                else f.details
                           end as details
                      from (select a.fact_id
                              from audit.fact_about a
                             where a.member_id = any (:members::uuid[])
                               and (a.work_no <@ :scope::int4multirange
                                    or a.res_no <@ :scope::int4multirange
                                    or (a.for_member and a.member_id = :self::uuid))
                            union
                            select o.id
                              from audit.fact o
                             where o.thing = any (:things::uuid[])
                               and o.office_no <@ :scope::int4multirange) x
                      join audit.fact f on f.id = x.fact_id
                     where f.key <> 'member.read'
                       and (:capability::text is null
                            or split_part(f.key, '.', 1) = :capability::text
                            or f.thing = any (:things::uuid[]))
                     order by f.at desc, f.id desc
                     limit 50
                    """);

    static final Sql LATEST =
            Sql.of(
                    """
                    select f.at, f.who, f.key, true as own, f.details
                      from audit.fact f
                     where f.office_no between :low and :high
                       and f.office_no <@ :scope::int4multirange
                       and f.key not in ('member.read', 'notification.read', 'access.signed-in',
                                         'access.office-chosen', 'document.paper-read',
                                         'signature.copy-read', 'spreadsheet.list-exported')
                     order by f.at desc, f.id desc
                     limit :size
                    """);

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final Db db;
    private final JsonMapper json;

    FactQueries(Db db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public List<Line> ofThings(Scope scope, Collection<UUID> things) {
        return db.list(scope, OF_THING, this::lineOfThing, "things", things.toArray(UUID[]::new));
    }

    @Override
    public List<Line> ofMember(Scope scope, Collection<UUID> records) {
        return ofMember(scope, records, null, List.of());
    }

    @Override
    public List<Line> ofMember(
            Scope scope, UUID member, String capability, Collection<UUID> things) {
        return ofMember(scope, List.of(member), capability, things);
    }

    private List<Line> ofMember(
            Scope scope,
            Collection<UUID> records,
            @Nullable String capability,
            Collection<UUID> things) {
        return db.list(
                scope,
                OF_MEMBER,
                this::lineOfOne,
                "members",
                records.toArray(UUID[]::new),
                "capability",
                capability,
                "things",
                things.toArray(UUID[]::new));
    }

    @Override
    public List<Line> latest(Scope scope, int limit) {
        return db.list(scope, LATEST, this::line, "size", limit);
    }

    /** In one person's history a bulk act is told as the one thing that it was for the person. */
    private Line lineOfOne(ResultSet row) throws SQLException {
        String one = "fact." + row.getString("key") + ".one";
        Line line = line(row);
        if (!Labels.keys().contains(one)) {
            return line;
        }
        Map<String, String> words = json.readValue(row.getString("details"), WORDS);
        return new Line(line.at(), line.who(), Labels.say(one, words), line.tone());
    }

    /** A case of one person is told as that of one, whatever the act can do for many. */
    private Line lineOfThing(ResultSet row) throws SQLException {
        Map<String, String> words = json.readValue(row.getString("details"), WORDS);
        return "1".equals(words.get("count")) ? lineOfOne(row) : line(row);
    }

    private Line line(ResultSet row) throws SQLException {
        String key = row.getString("key");
        Map<String, String> words = json.readValue(row.getString("details"), WORDS);
        return new Line(
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                Labels.say(sentence(key, row.getBoolean("own")), words),
                tone(key));
    }

    /** Some sentences hold figures that are the telling office's own. */
    private static String sentence(String key, boolean own) {
        String elsewhere = "fact." + key + ".elsewhere";
        return own || !Labels.keys().contains(elsewhere) ? "fact." + key : elsewhere;
    }

    /** Refused and returned things stand out; the rest is quiet. */
    private static Tone tone(String key) {
        if (key.endsWith("returned-to-workplace")
                || key.endsWith("confirmed")
                || key.endsWith("placed")) {
            return Tone.DONE;
        }
        if (key.endsWith("-returned")
                || key.endsWith("-refused")
                || key.endsWith(".refused")
                || key.endsWith("withdrawn")
                || key.endsWith("cancelled")) {
            return Tone.LATE;
        }
        return key.endsWith("sent") || key.endsWith("acknowledged") || key.endsWith("signed")
                ? Tone.ACT
                : Tone.REST;
    }
}
