package vn.ganbo.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Form;
import vn.ganbo.web.Typed;

/** Giấy tờ: the decision on what was accepted, the minutes on what was reviewed. */
@Controller
class TaskPaperPages {
    private static final String PATH = AssignmentMenu.ASSIGNMENTS + "/papers";
    private static final int MOST_PRESENT = 1000;

    private final TaskPapers acts;
    private final TaskPaperStore store;
    private final Clock clock;

    TaskPaperPages(TaskPapers acts, TaskPaperStore store, Clock clock) {
        this.acts = acts;
        this.store = store;
        this.clock = clock;
    }

    record View(
            List<TaskPaperStore.ToDecide> undecided, long unwritten, LocalDate today, Typed typed) {

        /** One assignment of each task of which not all six are written down. */
        List<TaskPaperStore.ToDecide> unclear() {
            Map<UUID, TaskPaperStore.ToDecide> byTask = new LinkedHashMap<>();
            undecided.stream()
                    .filter(one -> !one.unclear().isEmpty())
                    .forEach(one -> byTask.putIfAbsent(one.taskId(), one));
            return List.copyOf(byTask.values());
        }
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        return draw(viewer, Typed.empty(), model);
    }

    @PostMapping(PATH + "/decision")
    String decide(Viewer viewer, Form form) {
        return form.run(
                () -> "redirect:/papers/" + acts.decide(viewer),
                again -> draw(viewer, again, form.model()));
    }

    @PostMapping(PATH + "/minutes")
    String minutes(Viewer viewer, Form form) {
        Typed typed = form.typed();
        return form.run(
                () -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    LocalDate metOn = typed.day("metOn", "Ghi ngày họp.", problems);
                    Integer present = TaskPages.count(typed, "present", MOST_PRESENT, problems);
                    problems.check();
                    UUID paper =
                            acts.minutes(
                                    viewer,
                                    new TaskPapers.Meeting(
                                            metOn == null ? LocalDate.now(clock) : metOn,
                                            typed.or("place", ""),
                                            present == null ? 0 : present,
                                            typed.or("conclusion", "")));
                    return "redirect:/papers/" + paper;
                },
                again -> draw(viewer, again, form.model()));
    }

    private String draw(Viewer viewer, Typed typed, Model model) {
        model.addAttribute(
                "view",
                new View(
                        store.toDecide(viewer.scope(), viewer.unitNo()),
                        store.unwritten(viewer.scope(), viewer.unitNo()),
                        LocalDate.now(clock),
                        typed));
        return "assignment/papers";
    }
}
