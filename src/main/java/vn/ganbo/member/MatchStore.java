package vn.ganbo.member;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** Keeps which member is meant by a row that fits several, so that it is asked once. */
@Component
class MatchStore {
    /** The answer that none of those is meant. */
    static final String NEW = "new";

    static final Sql QUESTIONS =
            Sql.of(
                    """
                    select t.row_no, t.question, a.value
                      from member.import_fault t
                     cross join lateral (select e ->> 'value' as value
                                           from jsonb_array_elements(t.answers) e) a
                     where t.import_id = :id::uuid
                       and t.row_no = any (:rows::int[])
                       and t.question <> ''
                       and t.unit_no between :low and :high
                       and t.unit_no <@ :scope::int4multirange
                    """);

    static final Sql DECIDE =
            Sql.of(
                    """
                    insert into member.match_decision as d (unit_no, question, member_id, decided_at, decided_by)
                    select :unit_no::int, n.question, nullif(n.answer, 'new')::uuid, :at::timestamptz, :who
                      from unnest(:questions::text[], :answers::text[]) as n (question, answer)
                        on conflict (unit_no, question) do update
                       set member_id = excluded.member_id,
                           decided_at = excluded.decided_at,
                           decided_by = excluded.decided_by
                    """);

    static final Sql DECIDED =
            Sql.of(
                    """
                    select d.question, coalesce(d.member_id::text, 'new') as answer
                      from member.match_decision d
                     where d.question = any (:questions::text[])
                       and d.unit_no between :low and :high
                       and d.unit_no <@ :scope::int4multirange
                     order by d.decided_at
                    """);

    private final Db db;

    MatchStore(Db db) {
        this.db = db;
    }

    /**
     * Keeps the answers that fit what was asked of these rows.
     *
     * @param said row number to the chosen answer
     * @return how many were kept
     */
    int decide(Viewer viewer, UUID list, Map<Integer, String> said, Instant at) {
        Map<String, String> answers = new HashMap<>();
        db.list(
                viewer.scope(),
                QUESTIONS,
                row -> {
                    String chosen = said.getOrDefault(row.getInt("row_no"), "");
                    if (chosen.equals(row.getString("value"))) {
                        answers.put(row.getString("question"), chosen);
                    }
                    return chosen;
                },
                "id",
                list,
                "rows",
                said.keySet().toArray(Integer[]::new));
        return answers.isEmpty()
                ? 0
                : db.update(
                        viewer.scope(),
                        DECIDE,
                        "unit_no",
                        viewer.unitNo(),
                        "questions",
                        answers.keySet().toArray(String[]::new),
                        "answers",
                        answers.values().toArray(String[]::new),
                        "at",
                        at.atOffset(ZoneOffset.UTC),
                        "who",
                        viewer.name());
    }

    /** Question to the answer: who is meant, or {@link #NEW}. */
    Map<String, String> decided(Scope scope, Collection<String> questions) {
        Map<String, String> out = new HashMap<>();
        db.list(
                        scope,
                        DECIDED,
                        row -> Map.entry(row.getString("question"), row.getString("answer")),
                        "questions",
                        questions.toArray(String[]::new))
                .forEach(entry -> out.put(entry.getKey(), entry.getValue()));
        return out;
    }
}
