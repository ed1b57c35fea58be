package vn.ganbo.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.Option;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.SlipForm;

/** Reads the slips that wait for the commune's confirmation with what is notable of each. */
@Component
class WardConfirmationQueries {
    /** The cell is looked up for each slip, see {@link CommentQueries#LIST}. */
    static final Sql SLIPS =
            Sql.of(
                    """
                    select c.id, c.version, u.id as cell_id, u.name as cell_name, c.full_name, c.work_name,
                           c.form, c.rulebook, c.answers::text as answers, c.shortcomings <> '[]' as lacking,
                           c.met_on, c.votes_for, c.votes_against, c.votes_abstain, c.edition,
                           c.round_id is null as asked,
                           dm.votes_for is not null as apart,
                           coalesce(upper(k.valid) <= :today::date, false) as gone
                      from assessment.comment c
                     cross join lateral (
                           select u.id, u.code, u.name
                             from organisation.published_unit u
                            where u.no = c.cell_no
                              and (u.valid @> :today::date
                                   or assessment.last_of(u.no, u.valid, :today::date))
                            limit 1) u
                      left join assessment.decision_member dm
                             on dm.decision_id = c.decision_id
                            and dm.comment_id = c.id
                      left join liaison.published_contact k on k.id = c.contact_id
                     where c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                       and c.year = :year::int
                       and c.state = 'CELL_SIGNED'
                     order by u.code collate "C", c.sort_key, c.id
                    """);

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final Db db;
    private final QualityQueries quality;
    private final Rulebooks rulebooks;
    private final JsonMapper json;

    WardConfirmationQueries(Db db, QualityQueries quality, Rulebooks rulebooks, JsonMapper json) {
        this.db = db;
        this.quality = quality;
        this.rulebooks = rulebooks;
        this.json = json;
    }

    /** What waits in a year, the notable first. */
    WardConfirmation of(Scope scope, int year) {
        List<WardConfirmation.Slip> slips = db.list(scope, SLIPS, this::slip, "year", year);
        return WardConfirmation.of(
                slips,
                slips.isEmpty() ? QualityReview.NOTHING : quality.review(scope, year, false));
    }

    private WardConfirmation.Slip slip(ResultSet row) throws SQLException {
        return new WardConfirmation.Slip(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("cell_id", UUID.class),
                row.getString("cell_name"),
                row.getString("full_name"),
                row.getString("work_name"),
                row.getObject("met_on", LocalDate.class),
                row.getInt("votes_for"),
                row.getInt("votes_against"),
                row.getInt("votes_abstain"),
                marks(row));
    }

    private List<String> marks(ResultSet row) throws SQLException {
        Rulebook book = rulebooks.byId(row.getString("rulebook")).orElseThrow();
        Map<String, String> answers = json.readValue(row.getString("answers"), ANSWERS);
        List<String> out = new ArrayList<>();
        for (Criterion criterion : book.criteria(SlipForm.valueOf(row.getString("form")))) {
            Option chosen =
                    criterion
                            .option(Objects.requireNonNullElse(answers.get(criterion.key()), ""))
                            .orElse(null);
            if (chosen != null && (chosen.followUp() != null || chosen.shortcoming())) {
                out.add(chosen.label());
            }
        }
        add(out, row.getBoolean("lacking"), "shortcoming");
        add(out, row.getBoolean("apart"), "apart");
        add(
                out,
                !row.getBoolean("apart")
                        && row.getInt("votes_against") + row.getInt("votes_abstain") > 0,
                "not-all");
        add(out, row.getInt("edition") > 1, "correction");
        add(out, row.getBoolean("asked"), "asked");
        add(out, row.getBoolean("gone"), "gone");
        return out;
    }

    private static void add(List<String> out, boolean is, String label) {
        if (is) {
            out.add(Labels.of("notable." + label));
        }
    }
}
