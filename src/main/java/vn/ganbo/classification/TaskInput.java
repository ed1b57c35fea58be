package vn.ganbo.classification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.assignment.TaskResult;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.regulation.ClassificationBook.Counted;

/** What the cell said of a member's tasks in a year, and what the member had planned. */
@Component
class TaskInput {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Periods that ended in the year and were reviewed; put up between periods says no result. */
    static final Sql DONE =
            Sql.of(
                    """
                    select a.title, r.from_day, r.to_day, r.result, r.words, r.reviewed_on
                      from assignment.published_review r
                      join assignment.published_assignment a on a.id = r.assignment_id
                     where r.member_id = :member::uuid
                       and ((r.unit_no between :low and :high and r.unit_no <@ :scope::int4multirange)
                            or r.member_id = :self::uuid)
                       and r.result is not null
                       and r.reviewed_on is not null
                       and r.to_day between make_date(:year::int, 1, 1) and make_date(:year::int, 12, 31)
                     order by a.title, r.to_day, r.id
                     limit 300
                    """);

    static final Sql PLAN =
            Sql.of(
                    """
                    select p.targets, p.measures, p.study, p.half_words, p.half_on, p.sent_at
                      from assignment.published_plan p
                     where p.member_id = :self::uuid
                       and p.year = :year::int
                    """);

    /** One reviewed period of a task. */
    record Done(
            String title,
            LocalDate fromDay,
            LocalDate toDay,
            TaskResult result,
            @Nullable String words,
            LocalDate reviewedOn) {
        /** 01/08/2026 – 31/08/2026. */
        String period() {
            return Show.date(fromDay) + " – " + Show.date(toDay);
        }
    }

    /** The member's own plan of the year. */
    record Planned(
            String targets,
            String measures,
            String study,
            @Nullable String halfWords,
            @Nullable LocalDate halfOn,
            @Nullable Instant sentAt) {
        @Nullable LocalDate sentOn() {
            return sentAt == null ? null : LocalDate.ofInstant(sentAt, HERE);
        }
    }

    /** How many reviewed periods had which result. */
    record Count(TaskResult result, long periods, long percent) {}

    private final Db db;

    TaskInput(Db db) {
        this.db = db;
    }

    /** Only of cells that the viewer sees; of the member's own all. */
    List<Done> done(Scope scope, UUID member, int year) {
        return db.list(scope, DONE, Done.class, "member", member, "year", year);
    }

    /** The viewer's own plan. */
    Optional<Planned> plan(Scope scope, int year) {
        return db.one(scope, PLAN, Planned.class, "year", year);
    }

    /** One line for each result, also of those nobody had; per cent of all, whole. */
    static List<Count> counts(List<Done> all) {
        return Arrays.stream(TaskResult.values())
                .map(result -> {
                    long periods = all.stream().filter(one -> one.result() == result).count();
                    return new Count(result, periods, Math.round(100.0 * periods / all.size()));
                })
                .toList();
    }

    /** How many of the reviewed periods are counted so. */
    static long count(Counted what, List<Done> all) {
        return all.stream()
                .map(Done::result)
                .filter(result ->
                        switch (what) {
                            case IN_TIME -> result.done();
                            case EXCEEDED -> result == TaskResult.EXCEEDED;
                            case LATE -> result == TaskResult.LATE;
                            case DONE -> result != TaskResult.NOT_DONE;
                            case NOT_DONE -> result == TaskResult.NOT_DONE;
                        })
                .count();
    }

    /** "2 vượt yêu cầu, 1 chậm": results that occurred, in words. */
    static String words(List<Done> all) {
        return counts(all).stream()
                .filter(count -> count.periods() > 0)
                .map(count ->
                        Show.number(count.periods())
                                + " "
                                + Labels.of(count.result()).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
