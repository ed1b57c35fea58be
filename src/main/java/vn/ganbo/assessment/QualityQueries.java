package vn.ganbo.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.SlipForm;

/** Reads the slips of a year with what is on record of each person, in two statements. */
@Component
class QualityQueries {
    /**
     * Drafts are looked at once they are filled in; :drafts says whether by this viewer at all.
     * What is on record, and the cell, is looked up for each slip by its index: counted for all and
     * joined, the planner would count again for each slip. Of meetings there are few.
     */
    static final Sql SLIPS =
            Sql.of(
                    """
                    with d as materialized (
                        select e.id, e.by_committee,
                               (select (count(*) filter (where t.body = 'COMMITTEE'))::int
                                  from assessment.decision_attendee t
                                 where t.decision_id = e.id) as deciding
                          from assessment.decision e
                         where e.unit_no between :low and :high
                           and e.unit_no <@ :scope::int4multirange
                           and e.met_on >= make_date(:year::int, 1, 1))
                    select c.id, u.id as cell_id, u.name as cell_name, c.full_name, c.form, c.rulebook,
                           c.answers::text as answers, c.other, coalesce(a.held, 0) as held,
                           coalesce(a.present, 0) as present, coalesce(a.missed, 0) as missed,
                           coalesce(o.opinions, 0) as opinions, d.deciding,
                           coalesce(d.by_committee, false) as by_committee
                      from assessment.comment c
                     cross join lateral (
                           select u.id, u.code, u.name
                             from organisation.published_unit u
                            where u.no = c.cell_no
                              and (u.valid @> :today::date
                                   or assessment.last_of(u.no, u.valid, :today::date))
                            limit 1) u
                      left join lateral (
                           select count(*) as held,
                                  count(*) filter (where t.mark in ('PRESENT', 'FROM_AFAR')) as present,
                                  count(*) filter (where t.mark = 'HOUSEHOLD'
                                                      or t.mark = 'ABSENT' and t.concluded
                                                         and t.accepted is distinct from true) as missed
                             from meeting.published_attendance t
                            where t.member_id = c.member_id
                              and t.held_on between make_date(:year::int, 1, 1) and make_date(:year::int, 12, 31)
                              and t.unit_no between :low and :high
                              and t.unit_no <@ :scope::int4multirange) a on true
                      left join lateral (
                           select count(*) as opinions
                             from meeting.published_opinion p
                            where p.member_id = c.member_id
                              and p.heard_on between make_date(:year::int, 1, 1) and make_date(:year::int, 12, 31)
                              and p.unit_no between :low and :high
                              and p.unit_no <@ :scope::int4multirange) o on true
                      left join d on d.id = c.decision_id
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.year = :year::int
                       and (c.state <> 'DRAFT' or c.complete and :drafts::boolean)
                       and not exists (select from assessment.comment n
                                        where n.replaces = c.id
                                          and n.state = 'RETURNED')
                     order by u.code collate "C", c.sort_key, c.id
                    """);

    /** Slips with the same answers are counted first: there are few ways to answer. */
    static final Sql MARKS =
            Sql.of(
                    """
                    select g.year, g.rulebook, g.form, m.key, m.value, sum(g.slips)::bigint as slips
                      from (select c.year, c.rulebook, c.form, c.answers, count(*) as slips
                              from assessment.comment c
                             where c.unit_no between :low and :high
                               and c.unit_no <@ :scope::int4multirange
                               and c.year between :year::int - 2 and :year::int
                               and c.state <> 'DRAFT'
                               and not exists (select from assessment.comment n
                                                where n.replaces = c.id
                                                  and n.state = 'RETURNED')
                             group by c.year, c.rulebook, c.form, c.answers) g
                     cross join lateral jsonb_each_text(g.answers) m
                     group by g.year, g.rulebook, g.form, m.key, m.value
                     order by g.year
                    """);

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private record Marked(
            int year, String rulebook, SlipForm form, String key, String value, long slips) {}

    private record Under(int year, int number, String text) {}

    private final Db db;
    private final Rulebooks rulebooks;
    private final JsonMapper json;

    QualityQueries(Db db, Rulebooks rulebooks, JsonMapper json) {
        this.db = db;
        this.rulebooks = rulebooks;
        this.json = json;
    }

    /**
     * The review of a year's slips in the scope.
     *
     * @param drafts whether filled-in drafts are looked at, too: the cell sees its own first
     */
    QualityReview review(Scope scope, int year, boolean drafts) {
        List<QualityReview.Slip> slips =
                db.list(scope, SLIPS, this::slip, "year", year, "drafts", drafts);
        List<Marked> marks = db.list(scope, MARKS, Marked.class, "year", year);
        Map<String, Rulebook> books = new HashMap<>();
        slips.forEach(slip -> books.computeIfAbsent(slip.rulebook(), this::book));
        marks.forEach(mark -> books.computeIfAbsent(mark.rulebook(), this::book));
        return QualityReview.of(slips, books, shares(marks, books));
    }

    private Rulebook book(String id) {
        return rulebooks.byId(id).orElseThrow(() -> new IllegalStateException("no rulebook " + id));
    }

    /** Of the form for members who meet; the short form has other criteria and is rare. */
    private static List<QualityReview.Share> shares(
            List<Marked> marks, Map<String, Rulebook> books) {
        Map<Under, List<Long>> counts =
                new java.util.TreeMap<>(
                        java.util.Comparator.comparingInt(Under::number)
                                .thenComparing(Under::text)
                                .thenComparingInt(Under::year));
        for (Marked mark : marks) {
            if (mark.form() != SlipForm.NORMAL) {
                continue;
            }
            for (Criterion criterion :
                    java.util.Objects.requireNonNull(books.get(mark.rulebook()))
                            .criteria(mark.form())) {
                if (criterion.key().equals(mark.key()) && !criterion.proposes()) {
                    long best =
                            criterion.options().getFirst().key().equals(mark.value())
                                    ? mark.slips()
                                    : 0;
                    counts.merge(
                            new Under(mark.year(), criterion.number(), criterion.text()),
                            List.of(best, mark.slips()),
                            (a, b) ->
                                    List.of(
                                            a.getFirst() + b.getFirst(),
                                            a.getLast() + b.getLast()));
                }
            }
        }
        List<QualityReview.Share> out = new ArrayList<>();
        counts.forEach((under, n) ->
                out.add(
                        new QualityReview.Share(
                                under.year(),
                                under.number(),
                                under.text(),
                                n.getFirst(),
                                n.getLast())));
        return out;
    }

    private QualityReview.Slip slip(ResultSet row) throws SQLException {
        @Nullable Integer deciding = row.getObject("deciding", Integer.class);
        return new QualityReview.Slip(
                row.getObject("id", UUID.class),
                row.getObject("cell_id", UUID.class),
                row.getString("cell_name"),
                row.getString("full_name"),
                SlipForm.valueOf(row.getString("form")),
                row.getString("rulebook"),
                json.readValue(row.getString("answers"), ANSWERS),
                row.getString("other"),
                row.getInt("held"),
                row.getInt("present"),
                row.getInt("missed"),
                row.getInt("opinions"),
                deciding,
                row.getBoolean("by_committee"));
    }
}
