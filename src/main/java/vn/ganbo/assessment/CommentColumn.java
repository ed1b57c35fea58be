package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.RegisterColumn;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.Option;
import vn.ganbo.regulation.Rulebooks;

/** The column "Nhận xét" of the register: where the year's slip stands. */
@Component
class CommentColumn implements RegisterColumn {
    private static final int CRITERIA = 6;
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final CommentGlances glances;
    private final Rulebooks rulebooks;
    private final JsonMapper json;
    private final Clock clock;

    CommentColumn(CommentGlances glances, Rulebooks rulebooks, JsonMapper json, Clock clock) {
        this.glances = glances;
        this.rulebooks = rulebooks;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title(int year) {
        return "Nhận xét " + year;
    }

    @Override
    public Map<UUID, List<Badge>> badges(Scope scope, Collection<UUID> members, LocalDate on) {
        Map<UUID, List<Badge>> out = new HashMap<>();
        for (CommentGlances.Glance glance : glances.of(scope, members, on.getYear())) {
            badge(glance, on).ifPresent(b -> out.putIfAbsent(glance.memberId(), List.of(b)));
        }
        return out;
    }

    /** On a day gone by only what had been signed or returned by then is known. */
    private Optional<Badge> badge(CommentGlances.Glance glance, LocalDate on) {
        boolean now = !on.isBefore(LocalDate.now(clock));
        LocalDate signed = glance.cellSignedOn();
        if (now || isBy(glance.returnedOn(), on)) {
            return Optional.of(new Badge(glance.mark(), glance.spoken(), glance.tone(), false));
        }
        return isBy(signed, on)
                ? Optional.of(
                        new Badge(
                                "Ký " + Show.shortDate(signed),
                                Labels.of(CommentState.CELL_SIGNED) + " ngày " + Show.date(signed),
                                CommentTone.of(CommentState.CELL_SIGNED),
                                false))
                : Optional.empty();
    }

    private static boolean isBy(@Nullable LocalDate day, LocalDate on) {
        return day != null && !day.isAfter(on);
    }

    @Override
    public List<Heading> headings(int year) {
        List<Heading> out = new ArrayList<>();
        out.add(new Heading("Ngày nhận xét", 11, true, true));
        for (int i = 1; i <= CRITERIA; i++) {
            out.add(new Heading("Tiêu chí " + i, 18, true, false));
        }
        out.add(new Heading("Tiêu chí 1–" + CRITERIA + ": mức thứ", 9, false, true));
        return out;
    }

    @Override
    public Map<UUID, List<String>> cells(Scope scope, Collection<UUID> members, LocalDate on) {
        Map<UUID, List<String>> out = new HashMap<>();
        for (CommentGlances.Signed slip : glances.signed(scope, members, on.getYear())) {
            if (isBy(slip.cellSignedOn(), on)) {
                out.putIfAbsent(slip.memberId(), cells(slip));
            }
        }
        return out;
    }

    /** The exact words of each answer for files; on paper only which one of them it is. */
    private List<String> cells(CommentGlances.Signed slip) {
        List<Criterion> criteria =
                rulebooks.byId(slip.rulebook()).map(b -> b.criteria(slip.form())).orElse(List.of());
        Map<String, String> answers = json.readValue(slip.answers(), ANSWERS);
        List<String> out = new ArrayList<>();
        List<String> places = new ArrayList<>();
        out.add(Show.date(slip.cellSignedOn()));
        for (int i = 0; i < CRITERIA; i++) {
            Option chosen =
                    i < criteria.size()
                            ? criteria.get(i)
                                    .option(answers.getOrDefault(criteria.get(i).key(), ""))
                                    .orElse(null)
                            : null;
            out.add(chosen == null ? "" : chosen.label());
            places.add(
                    chosen == null
                            ? "–"
                            : Integer.toString(criteria.get(i).options().indexOf(chosen) + 1));
        }
        out.add(String.join(" ", places));
        return out;
    }
}
