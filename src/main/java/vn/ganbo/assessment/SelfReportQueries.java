package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.assessment.Evidence.Known;
import vn.ganbo.assignment.TaskResult;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.regulation.Rulebook;

/** What the program can say for a person's own report; what it does not know it leaves open. */
@Component
class SelfReportQueries {
    static final Sql KNOWN =
            Sql.of(
                    """
                    select a.held_on as on_date, a.title, a.mark = 'PRESENT' as present, null::text as body,
                           null::text as result
                      from meeting.published_attendance a
                     where a.member_id = :self::uuid
                       and a.kind <> 'PARTY_LIFE'
                       and a.held_on between :from::date and :until::date
                       and a.concluded
                    union all
                    select o.heard_on, null, null, o.body, null
                      from meeting.published_opinion o
                     where o.member_id = :self::uuid
                       and o.heard_on between :from::date and :until::date
                    union all
                    select r.reviewed_on, a.title, null, null, r.result
                      from assignment.published_review r
                      join assignment.published_assignment a on a.id = r.assignment_id
                     where r.member_id = :self::uuid
                       and r.result in ('EXCEEDED', 'ON_TIME')
                       and r.reviewed_on between :from::date and :until::date
                     order by 1
                    """);

    private record Row(
            LocalDate onDate,
            @Nullable String title,
            @Nullable Boolean present,
            @Nullable String body,
            @Nullable TaskResult result) {}

    private final Db db;

    SelfReportQueries(Db db) {
        this.db = db;
    }

    /** Words for the duties of which something is on record, by the number of the duty. */
    Map<Integer, String> proposed(Scope scope, int year, Rulebook book) {
        List<Row> rows =
                db.list(
                        scope,
                        KNOWN,
                        Row.class,
                        "from",
                        LocalDate.of(year, 1, 1),
                        "until",
                        LocalDate.of(year, 12, 31));
        Map<Integer, String> out = new TreeMap<>();
        List<Row> meetings =
                rows.stream().filter(row -> row.body() == null && row.result() == null).toList();
        List<String> came =
                meetings.stream()
                        .filter(row -> Boolean.TRUE.equals(row.present()))
                        .map(row -> Show.date(row.onDate()))
                        .toList();
        String said =
                rows.stream()
                        .filter(row -> row.body() != null)
                        .map(row ->
                                "Góp ý kiến ngày %s: %s"
                                        .formatted(
                                                Show.date(row.onDate()),
                                                Objects.requireNonNull(row.body())))
                        .collect(Collectors.joining("\n"));
        if (!meetings.isEmpty()) {
            add(
                    out,
                    Evidence.dutyOf(Known.PRESENT, book),
                    "Dự %d/%d kỳ họp do nơi cư trú triệu tập"
                                    .formatted(came.size(), meetings.size())
                            + (came.isEmpty() ? "." : ": " + String.join(", ", came) + "."));
        }
        if (!said.isEmpty()) {
            add(out, Evidence.dutyOf(Known.OPINION, book), said);
        }
        for (Row row : rows) {
            if (row.result() != null) {
                add(
                        out,
                        Evidence.dutyOf(Known.TASK, book),
                        "Nhiệm vụ chi bộ giao: %s, %s (kiểm điểm ngày %s)."
                                .formatted(
                                        row.title(),
                                        Labels.of(row.result()).toLowerCase(Locale.ROOT),
                                        Show.date(row.onDate())));
            }
        }
        return out;
    }

    private static void add(Map<Integer, String> out, int duty, String words) {
        out.merge(duty, words, (a, b) -> a + "\n" + b);
    }
}
