package vn.ganbo.assignment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** Đề nghị của khu dân cư: the list with its form, and one request beside who could help. */
@Controller
class NeighbourhoodRequestPages {
    private static final String PATH = AssignmentMenu.REQUESTS;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 1000;

    private final NeighbourhoodRequests acts;
    private final NeighbourhoodRequestStore store;
    private final PeopleQueries people;
    private final Exports exports;
    private final Clock clock;

    NeighbourhoodRequestPages(
            NeighbourhoodRequests acts,
            NeighbourhoodRequestStore store,
            PeopleQueries people,
            Exports exports,
            Clock clock) {
        this.acts = acts;
        this.store = store;
        this.people = people;
        this.exports = exports;
        this.clock = clock;
    }

    record ListView(
            List<NeighbourhoodRequest> lines,
            List<Choice> bodies,
            List<Choice> fields,
            LocalDate today,
            boolean mayWrite,
            Typed typed) {}

    record View(NeighbourhoodRequest request, List<Person> people, boolean mayWrite, Typed typed) {
        List<Person> first() {
            return people.subList(0, TaskPages.shown(people.size()));
        }

        List<Person> others() {
            return people.subList(TaskPages.shown(people.size()), people.size());
        }

        /** Whether it asks for a trade that nobody has named. */
        boolean nobodyMatches() {
            return request.expertise() != null
                    && people.stream().noneMatch(one -> one.matches(request.expertise()) > 0);
        }
    }

    @GetMapping(PATH)
    String list(Viewer viewer, Model model) {
        return list(viewer, Typed.empty(), model);
    }

    private String list(Viewer viewer, Typed typed, Model model) {
        model.addAttribute(
                "view",
                new ListView(
                        store.list(viewer.scope()),
                        Choice.all(AskedBy.values()),
                        Choice.all(TaskField.values()),
                        LocalDate.now(clock),
                        AssignmentMenu.writes(viewer),
                        typed));
        return "assignment/requests";
    }

    @GetMapping(PATH + "/export")
    void export(Viewer viewer, @RequestParam String as, HttpServletResponse answer) {
        Listing<NeighbourhoodRequest> list =
                new Listing<NeighbourhoodRequest>(
                                "de-nghi-cua-khu-dan-cu",
                                "Đề nghị của khu dân cư",
                                LocalDate.now(clock))
                        .column("Chi bộ", 26, NeighbourhoodRequest::unitName)
                        .column("Ngày", 12, NeighbourhoodRequest::askedOn)
                        .column("Nơi đề nghị", 24, one -> Labels.of(one.askedBy()))
                        .column("Lĩnh vực", 22, one -> Labels.of(one.field()))
                        .column("Cần giúp", 36, NeighbourhoodRequest::title)
                        .column("Nội dung", 40, NeighbourhoodRequest::words)
                        .column("Chuyên môn", 24, NeighbourhoodRequest::expertise)
                        .column("Đã thành nhiệm vụ", 12, one -> one.taskId() == null ? "" : "có")
                        .column("Đã rút", 12, NeighbourhoodRequest::withdrawnOn)
                        .column("Lý do rút", 30, NeighbourhoodRequest::withdrawnBecause);
        exports.send(viewer, list.of(store.list(viewer.scope())), as, answer);
    }

    @PostMapping(PATH)
    String add(Viewer viewer, Form form) {
        return form.run(
                () -> {
                    UUID id = acts.add(viewer, read(form.typed()));
                    return form.done(
                            PATH + "/" + id, "Đã ghi đề nghị. Dưới đây là người có thể giúp.");
                },
                typed -> list(viewer, typed, form.model()));
    }

    private static NeighbourhoodRequests.Asked read(Typed typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        AskedBy by =
                Arrays.stream(AskedBy.values())
                        .filter(one -> one.name().equals(typed.or("by", "")))
                        .findFirst()
                        .orElse(AskedBy.OTHER);
        TaskField field =
                Arrays.stream(TaskField.values())
                        .filter(one -> one.name().equals(typed.or("field", "")))
                        .findFirst()
                        .orElse(null);
        if (field == null) {
            problems.add("field", "Chọn lĩnh vực.");
        }
        String title = typed.text("title", "Ghi cần giúp việc gì.", LONGEST_TITLE, problems);
        String words = typed.text("words", "Ghi kết quả mong muốn.", LONGEST, problems);
        String expertise = typed.text("expertise", null, LONGEST_TITLE, problems);
        LocalDate on = typed.day("on", "Ghi ngày đề nghị.", problems);
        Citizens.keepOut(problems, "title", title);
        Citizens.keepOut(problems, "words", words);
        problems.check();
        return new NeighbourhoodRequests.Asked(
                by,
                field == null ? TaskField.OTHER : field,
                title,
                words,
                expertise.isEmpty() ? null : expertise,
                on == null ? LocalDate.EPOCH : on);
    }

    @GetMapping(PATH + "/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return draw(viewer, id, Typed.empty(), model);
    }

    @PostMapping(PATH + "/{id}/task")
    String becomeTask(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable UUID person,
            Form form) {
        return form.run(
                () -> {
                    UUID task = acts.becomeTask(viewer, id, version);
                    return form.done(
                            AssignmentMenu.TASKS
                                    + "/"
                                    + task
                                    + (person == null ? "" : "?person=" + person),
                            "Đã thành nhiệm vụ. Ghi lý do và gửi đề nghị phân công dưới đây.");
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam(defaultValue = "") String because,
            Form form) {
        return form.run(
                () -> {
                    acts.withdraw(viewer, id, version, agreed, because);
                    return form.done(PATH, "Đã rút đề nghị.");
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    private String draw(Viewer viewer, UUID id, Typed typed, Model model) {
        NeighbourhoodRequest request = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        model.addAttribute(
                "view",
                new View(
                        request,
                        request.open()
                                ? people
                                        .beside(
                                                viewer.scope(),
                                                request.unitNo(),
                                                request.expertise(),
                                                request.chore())
                                        .stream()
                                        .filter(one -> one.unavailable() == null)
                                        .toList()
                                : List.of(),
                        request.open() && AssignmentMenu.writes(viewer),
                        typed));
        return "assignment/request";
    }
}
