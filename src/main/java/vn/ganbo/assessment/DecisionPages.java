package vn.ganbo.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Days;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** The record of the meeting that a comment is decided in. */
@Controller
class DecisionPages {
    static final int FRONT_ROWS = 4;
    static final int DISSENT_ROWS = 3;

    private static final int SHOWN = 200;

    private final CollectiveDecisions decisions;
    private final DecisionStore store;
    private final DecisionQueries queries;
    private final Units units;
    private final Rulebooks rulebooks;
    private final Clock clock;

    DecisionPages(
            CollectiveDecisions decisions,
            DecisionStore store,
            DecisionQueries queries,
            Units units,
            Rulebooks rulebooks,
            Clock clock) {
        this.decisions = decisions;
        this.store = store;
        this.queries = queries;
        this.units = units;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    record FormView(
            UUID cellId,
            String cellName,
            String clause,
            String place,
            LocalDate today,
            List<DecisionStore.Officer> officers,
            List<CollectiveDecisions.FrontPerson> frontBefore,
            List<DecisionQueries.Open> people,
            List<Choice> names,
            String conclusion,
            Typed typed) {

        int frontRows() {
            return FRONT_ROWS;
        }

        int dissentRows() {
            return DISSENT_ROWS;
        }

        boolean covers(DecisionQueries.Open person) {
            return typed.values().isEmpty() || typed.has("comments", person.id().toString());
        }

        boolean attended(DecisionStore.Officer officer) {
            return typed.has("committee", officer.personId().toString());
        }
    }

    record ListView(List<DecisionQueries.Line> lines, String clause, boolean mayRecord) {}

    record View(
            DecisionQueries.Shown decision,
            List<DecisionStore.Attendee> committee,
            List<DecisionStore.Attendee> front,
            List<DecisionQueries.Person> people,
            boolean mayWithdraw,
            boolean maySign,
            Typed typed) {}

    @GetMapping("/decisions")
    String list(Viewer viewer, Model model) {
        model.addAttribute(
                "view",
                new ListView(
                        queries.list(viewer.scope(), SHOWN),
                        clause(),
                        viewer.is(Role.RESIDENCE_CELL_SECRETARY)));
        return "assessment/decisions";
    }

    @GetMapping("/decisions/new")
    String form(Viewer viewer, @RequestParam(required = false) @Nullable UUID cell, Model model) {
        return draw(viewer, cell(viewer, cell), Typed.empty(), model);
    }

    @PostMapping("/decisions")
    String record(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        Unit cell = cell(viewer, FormFields.id(typed.getFirst("cell")));
        return new Redraw(request, response)
                .run(
                        () -> {
                            CollectiveDecisions.Meeting meeting =
                                    meeting(
                                            new FormFields(typed),
                                            queries.frontBefore(viewer.scope(), cell.no()));
                            UUID id = decisions.record(viewer, cell.no(), meeting);
                            return Acts.done(
                                    redirect,
                                    "/decisions/" + id,
                                    "Đã ghi biên bản họp. Những phiếu đã đủ tiêu chí ký được ngay.");
                        },
                        again -> draw(viewer, cell, again, model));
    }

    @GetMapping("/decisions/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return show(viewer, id, Typed.empty(), model);
    }

    @PostMapping("/decisions/{id}/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            decisions.withdraw(viewer, id, version, reason);
                            return Acts.done(
                                    redirect,
                                    "/decisions/" + id,
                                    "Đã rút biên bản. Các phiếu trong biên bản không ký được cho"
                                            + " đến khi có biên bản khác.");
                        },
                        again -> show(viewer, id, again, model));
    }

    /** " (khoản 4 Điều 4)" of the rulebook of today, or nothing where it is not known. */
    private String clause() {
        return rulebooks
                .find(LocalDate.now(clock))
                .flatMap(Rulebook::commentsArticle)
                .map(article -> " (" + article.cited() + ")")
                .orElse("");
    }

    private static CollectiveDecisions.Meeting meeting(
            FormFields fields, List<CollectiveDecisions.FrontPerson> before) {
        List<CollectiveDecisions.FrontPerson> front = new ArrayList<>();
        for (int i = 0; i < FRONT_ROWS; i++) {
            front.add(
                    titled(
                            fields.text("front-name-" + i),
                            fields.text("front-title-" + i),
                            before));
        }
        List<CollectiveDecisions.Dissent> dissents = new ArrayList<>();
        for (int i = 0; i < DISSENT_ROWS; i++) {
            UUID comment = FormFields.id(fields.text("dissent-who-" + i));
            if (comment != null) {
                dissents.add(
                        new CollectiveDecisions.Dissent(
                                comment,
                                new CollectiveDecisions.Votes(
                                        fields.count("dissent-for-" + i, "số phiếu"),
                                        fields.count("dissent-against-" + i, "số phiếu"),
                                        fields.count("dissent-abstain-" + i, "số phiếu")),
                                fields.text("dissent-note-" + i)));
            }
        }
        CollectiveDecisions.Meeting meeting =
                new CollectiveDecisions.Meeting(
                        fields.day("metOn", "ngày họp"),
                        fields.text("place"),
                        fields.ids("committee"),
                        front,
                        new CollectiveDecisions.Votes(
                                fields.count("votesFor", "số phiếu"),
                                fields.count("votesAgainst", "số phiếu"),
                                fields.count("votesAbstain", "số phiếu")),
                        fields.text("conclusion"),
                        fields.ids("comments"),
                        dissents);
        fields.check();
        return meeting;
    }

    /** Somebody of the Front; without a title, with the one of the last meeting. */
    private static CollectiveDecisions.FrontPerson titled(
            String name, String title, List<CollectiveDecisions.FrontPerson> before) {
        return new CollectiveDecisions.FrontPerson(
                name,
                title.isEmpty()
                        ? before.stream()
                                .filter(one -> one.name().equals(name))
                                .findFirst()
                                .map(CollectiveDecisions.FrontPerson::title)
                                .orElse("")
                        : title);
    }

    /** The cell asked for, or the viewer's own. */
    private Unit cell(Viewer viewer, @Nullable UUID id) {
        Unit cell =
                id == null
                        ? units.require(viewer.scope(), viewer.unitNo())
                        : units.find(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!viewer.scope().sees(cell.no()) || cell.kind() != UnitKind.CELL) {
            throw new NotFound();
        }
        return cell;
    }

    private String draw(Viewer viewer, Unit cell, Typed typed, Model model) {
        LocalDate today = LocalDate.now(clock);
        List<DecisionQueries.Open> people = queries.open(viewer.scope(), cell.no());
        model.addAttribute(
                "view",
                new FormView(
                        cell.id(),
                        cell.name(),
                        clause(),
                        "Nhà văn hóa " + cell.shortName(),
                        today,
                        store.officers(viewer.scope(), cell.no(), day(typed, today)),
                        queries.frontBefore(viewer.scope(), cell.no()),
                        people,
                        people.stream().map(p -> Choice.of(p.id(), p.fullName())).toList(),
                        "Thống nhất nội dung nhận xét %s đảng viên có tên trong biên bản."
                                .formatted(Show.number(people.size())),
                        typed));
        return "assessment/decisionform";
    }

    /** The committee of the day that was typed; of today before that. */
    private static LocalDate day(Typed typed, LocalDate today) {
        return Days.read(typed.or("metOn", today)).orElse(today);
    }

    private String show(Viewer viewer, UUID id, Typed typed, Model model) {
        DecisionQueries.Shown decision = queries.one(viewer.scope(), id).orElseThrow(NotFound::new);
        List<DecisionStore.Attendee> attendees = queries.attendees(viewer.scope(), id);
        boolean secretary = viewer.is(Role.RESIDENCE_CELL_SECRETARY);
        model.addAttribute(
                "view",
                new View(
                        decision,
                        side(attendees, DecisionStore.Body.COMMITTEE),
                        side(attendees, DecisionStore.Body.FRONT),
                        queries.covered(viewer.scope(), id),
                        secretary && decision.withdrawnOn() == null && decision.signed() == 0,
                        secretary && decision.withdrawnOn() == null,
                        typed));
        return "assessment/decision";
    }

    private static List<DecisionStore.Attendee> side(
            List<DecisionStore.Attendee> all, DecisionStore.Body body) {
        return all.stream().filter(a -> a.body() == body).toList();
    }
}
