package vn.ganbo.forum;

import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.forum.TopicStore.Answer;
import vn.ganbo.forum.TopicStore.Board;
import vn.ganbo.forum.TopicStore.Line;
import vn.ganbo.forum.TopicStore.Topic;
import vn.ganbo.forum.TopicStore.Written;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Exports;
import vn.ganbo.spreadsheet.Listing;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Link;
import vn.ganbo.web.Pager;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Bảng tin chi bộ: the boards, one board, one topic with its answers. */
@Controller
class TopicPages {
    private static final String PATH = "/forum";
    private static final int SIZE = 30;

    /** More boards than stand beside each other as tabs. */
    private static final int AS_TABS = 5;

    private final Topics topics;
    private final TopicStore store;
    private final Exports exports;
    private final Clock clock;

    TopicPages(Topics topics, TopicStore store, Exports exports, Clock clock) {
        this.topics = topics;
        this.store = store;
        this.exports = exports;
        this.clock = clock;
    }

    record BoardsView(List<Board> boards) {}

    record BoardView(
            Board board,
            List<Link> tabs,
            boolean oneOfMany,
            List<Line> lines,
            Pager pager,
            List<Choice> kinds,
            boolean mayWrite,
            boolean mayLink,
            Typed typed) {
        String link() {
            return at(board);
        }
    }

    /** What may be done with a topic or an answer. */
    record Rights(boolean own, boolean mayHide, boolean mayShow) {}

    /** One answer; {@code typed} is for the form under it. */
    record Row(Answer answer, Rights rights) {}

    record TopicView(
            Topic topic, Rights rights, List<Row> answers, boolean mayAnswer, Typed typed) {
        String back() {
            return PATH + "?unit=" + topic.unitId();
        }

        boolean failedAt(UUID written) {
            return typed.failed() && typed.has("at", written.toString());
        }

        boolean failedAnswer() {
            return typed.failed() && typed.get("at") == null;
        }
    }

    private static String at(Board board) {
        return PATH + "?unit=" + board.id();
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return draw(viewer, unit, page, Typed.empty(), model);
    }

    private String draw(Viewer viewer, @Nullable UUID unit, int page, Typed typed, Model model) {
        List<Board> boards = store.boards(viewer.scope());
        boolean many = boards.size() > AS_TABS;
        if (boards.isEmpty() || (many && unit == null)) {
            model.addAttribute("view", new BoardsView(boards));
            return "forum/boards";
        }
        Board board = unit == null ? first(boards) : chosen(boards, unit);
        int asked = Math.max(1, page);
        List<Line> lines = store.list(viewer.scope(), board.no(), SIZE, (long) (asked - 1) * SIZE);
        boolean mayWrite = Topics.mayWrite(viewer);
        model.addAttribute(
                "view",
                new BoardView(
                        board,
                        many
                                ? List.of()
                                : boards.stream()
                                        .map(one -> tab(one, one.no() == board.no()))
                                        .toList(),
                        many,
                        lines,
                        Pager.of(asked, SIZE, lines.isEmpty() ? 0 : lines.getFirst().total()),
                        Arrays.stream(TopicKind.values())
                                .filter(kind -> kind.mayBeWrittenBy(viewer))
                                .map(Choice::of)
                                .toList(),
                        mayWrite,
                        Topics.mayLink(viewer),
                        typed));
        return "forum/board";
    }

    /** A cell's own board comes before those of its groups. */
    private static Board first(List<Board> boards) {
        return boards.stream()
                .filter(board -> board.name().startsWith("Chi bộ"))
                .findFirst()
                .orElse(boards.getFirst());
    }

    /**
     * An empty board has no count: a phone hides what counts nothing, and somebody writes first.
     */
    private static Link tab(Board board, boolean here) {
        if (here) {
            return Link.here(board.name(), board.topics());
        }
        return board.topics() == 0
                ? Link.to(board.name(), at(board))
                : Link.to(board.name(), at(board), board.topics());
    }

    private static Board chosen(List<Board> boards, UUID unit) {
        return boards.stream()
                .filter(board -> board.id().equals(unit))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @GetMapping(PATH + "/export")
    void export(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam String as,
            HttpServletResponse answer) {
        List<Board> boards = store.boards(viewer.scope());
        LocalDate today = LocalDate.now(clock);
        if (unit == null) {
            Listing<Board> list =
                    new Listing<Board>("bang-tin", "Bảng tin chi bộ", today)
                            .column("Chi bộ, tổ đảng", 34, Board::name)
                            .column("Thuộc", 34, Board::above)
                            .column("Số bài", 10, Board::topics)
                            .column("Bài mới nhất", 12, Board::lastOn)
                            .column("Nhóm Zalo", 34, Board::url);
            exports.send(viewer, list.of(boards), as, answer);
            return;
        }
        Board board = chosen(boards, unit);
        Listing<Line> list =
                new Listing<Line>("bang-tin-chi-bo", "Bảng tin " + board.name(), today)
                        .filter("Chi bộ, tổ đảng", board.name())
                        .column("Loại", 18, line -> Labels.of(line.kind()))
                        .column("Tóm tắt", 36, Line::title)
                        .column("Nội dung", 60, Line::body)
                        .column("Người viết", 26, Line::authorName)
                        .column("Chức vụ", 26, Line::authorPost)
                        .column("Lúc", 18, line -> Show.moment(line.at()))
                        .column("Số trả lời", 10, Line::answers)
                        .column("Đã ẩn", 12, Line::hiddenOn);
        exports.send(viewer, list.of(store.list(viewer.scope(), board.no(), null, 0)), as, answer);
    }

    @PostMapping(PATH)
    String post(
            Viewer viewer,
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            UUID id =
                                    topics.post(
                                            viewer, unit, new Topics.NewTopic(kind, title, body));
                            return Acts.done(
                                    redirect,
                                    PATH + "/" + id,
                                    "Đã đăng. Đảng viên của chi bộ đọc được và trả lời ngay dưới bài.");
                        },
                        typed -> draw(viewer, unit, 1, typed, model));
    }

    @PostMapping(PATH + "/link")
    String link(
            Viewer viewer,
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "") String url,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            topics.link(viewer, unit, url);
                            return Acts.done(
                                    redirect,
                                    PATH + "?unit=" + unit,
                                    url.isBlank()
                                            ? "Đã bỏ liên kết nhóm Zalo."
                                            : "Đã lưu liên kết nhóm Zalo.");
                        },
                        typed -> draw(viewer, unit, 1, typed, model));
    }

    @GetMapping(PATH + "/{id}")
    String topic(Viewer viewer, @PathVariable UUID id, Model model) {
        return topic(viewer, id, Typed.empty(), model);
    }

    private String topic(Viewer viewer, UUID id, Typed typed, Model model) {
        Topic topic = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        model.addAttribute(
                "view",
                new TopicView(
                        topic,
                        rights(viewer, topic),
                        store.answers(viewer.scope(), id).stream()
                                .map(one -> new Row(one, rights(viewer, one)))
                                .toList(),
                        Topics.mayWrite(viewer) && topic.hiddenOn() == null,
                        typed));
        return "forum/topic";
    }

    private static Rights rights(Viewer viewer, Written written) {
        boolean hidden = written.hiddenOn() != null;
        boolean own = Topics.isOwn(viewer, written);
        boolean moderates = Topics.mayModerate(viewer);
        return new Rights(
                own && !hidden,
                moderates && !own && !hidden,
                moderates && hidden && written.hiddenBecause() != null);
    }

    @GetMapping(PATH + "/{id}/export")
    void answers(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam String as,
            HttpServletResponse answer) {
        Topic topic = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        Listing<Answer> list =
                new Listing<Answer>("tra-loi", "Trả lời: " + topic.title(), LocalDate.now(clock))
                        .filter("Chi bộ, tổ đảng", topic.unitName())
                        .column("Người viết", 26, Answer::authorName)
                        .column("Chức vụ", 26, Answer::authorPost)
                        .column("Lúc", 18, one -> Show.moment(one.at()))
                        .column("Trả lời", 70, Answer::body)
                        .column("Đã ẩn", 12, Answer::hiddenOn);
        exports.send(viewer, list.of(store.answers(viewer.scope(), id)), as, answer);
    }

    @PostMapping(PATH + "/{id}/answers")
    String answer(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return again(
                request,
                response,
                viewer,
                id,
                model,
                () -> {
                    topics.answer(viewer, id, body);
                    return Acts.done(redirect, PATH + "/" + id, "Đã gửi trả lời.");
                });
    }

    @PostMapping(PATH + "/{id}/hiding")
    String hide(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID answer,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String because,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return again(
                request,
                response,
                viewer,
                id,
                model,
                () -> {
                    topics.hide(viewer, id, answer, version, because);
                    return Acts.done(
                            redirect, PATH + "/" + id, "Đã ẩn. Người viết đọc được lý do.");
                });
    }

    @PostMapping(PATH + "/{id}/showing")
    String showAgain(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID answer,
            @RequestParam int version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return again(
                request,
                response,
                viewer,
                id,
                model,
                () -> {
                    topics.show(viewer, id, answer, version);
                    return Acts.done(redirect, PATH + "/" + id, "Đã cho hiện lại.");
                });
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    String withdraw(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID answer,
            @RequestParam int version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return again(
                request,
                response,
                viewer,
                id,
                model,
                () -> {
                    topics.withdraw(viewer, id, answer, version);
                    return Acts.done(redirect, PATH + "/" + id, "Đã rút lại.");
                });
    }

    private String again(
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            UUID id,
            Model model,
            java.util.function.Supplier<String> act) {
        return new Redraw(request, response).run(act, typed -> topic(viewer, id, typed, model));
    }
}
