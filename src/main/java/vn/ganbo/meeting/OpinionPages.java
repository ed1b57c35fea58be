package vn.ganbo.meeting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Ý kiến nêu tại cuộc họp, and what happens with each. */
@Controller
class OpinionPages {
    private final Opinions opinions;
    private final OpinionStore store;
    private final MeetingStore meetings;
    private final MeetingQueries queries;

    OpinionPages(
            Opinions opinions, OpinionStore store, MeetingStore meetings, MeetingQueries queries) {
        this.opinions = opinions;
        this.store = store;
        this.meetings = meetings;
        this.queries = queries;
    }

    /** One opinion; typed belongs to it when one of its forms came back. */
    record Line(OpinionStore.Opinion opinion, Typed typed) {}

    record View(
            Meeting meeting,
            boolean mayRecord,
            List<Choice> people,
            List<Line> lines,
            Typed typed) {}

    @GetMapping("/meetings/{id}/opinions")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return draw(viewer, id, null, Typed.empty(), model);
    }

    @PostMapping("/meetings/{id}/opinions")
    String record(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            opinions.record(
                                    viewer, id, new Opinions.Heard(member, topic(topic), body));
                            return Acts.done(
                                    redirect, "/meetings/" + id + "/opinions", "Đã ghi ý kiến.");
                        },
                        typed -> draw(viewer, id, null, typed, model));
    }

    @PostMapping("/meetings/{id}/opinions/{opinion}/passing")
    String passOn(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID opinion,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            opinions.passOn(viewer, opinion, version, to);
                            return Acts.done(
                                    redirect,
                                    "/meetings/" + id + "/opinions",
                                    "Đã ghi nơi chuyển ý kiến.");
                        },
                        typed -> draw(viewer, id, opinion, typed, model));
    }

    @PostMapping("/meetings/{id}/opinions/{opinion}/outcome")
    String settle(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID opinion,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String outcome,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            opinions.settle(viewer, opinion, version, outcome);
                            return Acts.done(
                                    redirect,
                                    "/meetings/" + id + "/opinions",
                                    "Đã ghi kết quả giải quyết.");
                        },
                        typed -> draw(viewer, id, opinion, typed, model));
    }

    private static OpinionTopic topic(String typed) {
        for (OpinionTopic topic : OpinionTopic.values()) {
            if (topic.name().equals(typed)) {
                return topic;
            }
        }
        throw Problems.of("topic", "Cần chọn lĩnh vực của ý kiến.");
    }

    private String draw(Viewer viewer, UUID id, @Nullable UUID about, Typed typed, Model model) {
        Meeting meeting = meetings.find(viewer.scope(), id).orElseThrow(NotFound::new);
        boolean mayRecord = MeetingPages.mayCallRoll(viewer) && meeting.hasRoll();
        List<Choice> people = new ArrayList<>();
        if (mayRecord) {
            queries.roll(viewer.scope(), id, null)
                    .forEach(r ->
                            people.add(
                                    Choice.of(r.memberId(), r.fullName() + " · " + r.workName())));
        }
        List<Line> lines =
                store.ofMeeting(viewer.scope(), id).stream()
                        .map(o -> new Line(o, o.id().equals(about) ? typed : Typed.empty()))
                        .toList();
        model.addAttribute("view", new View(meeting, mayRecord, people, lines, typed));
        return "meeting/opinions";
    }
}
