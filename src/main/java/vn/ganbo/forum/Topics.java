package vn.ganbo.forum;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.forum.TopicStore.Answer;
import vn.ganbo.forum.TopicStore.Author;
import vn.ganbo.forum.TopicStore.Board;
import vn.ganbo.forum.TopicStore.Topic;
import vn.ganbo.forum.TopicStore.Written;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * Bảng tin chi bộ: who lives with a cell asks, shares, answers, each under the own name; the cell
 * committee hides what does not belong there and says why to whoever wrote it.
 */
@Service
public class Topics {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 3000;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_LINK = 200;

    private final TopicStore store;
    private final Facts facts;
    private final Clock clock;

    Topics(TopicStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /** What is to be written; the kind by its name. */
    public record NewTopic(String kind, String title, String body) {}

    static boolean mayWrite(Viewer viewer) {
        return viewer.is(
                Role.RESIDENCE_OFFICE,
                Role.RESIDENCE_CELL_SECRETARY,
                Role.COMMITTEE_MEMBER_IN_CHARGE,
                Role.GROUP_LEADER,
                Role.MEMBER);
    }

    /** The cell committee looks after its own board. */
    static boolean mayModerate(Viewer viewer) {
        return viewer.is(Role.RESIDENCE_CELL_SECRETARY, Role.COMMITTEE_MEMBER_IN_CHARGE);
    }

    static boolean mayLink(Viewer viewer) {
        return viewer.is(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY);
    }

    /** Whether the viewer wrote it, in the office held now. */
    static boolean isOwn(Viewer viewer, Written written) {
        UUID member = written.authorMember();
        return member == null
                ? viewer.office() != null && viewer.office().equals(written.authorOffice())
                : member.equals(viewer.scope().self());
    }

    /** Puts a topic on the board of a cell or a group. Throws {@link Problems} by field. */
    @Transactional
    public UUID post(Viewer viewer, UUID unit, NewTopic typed) {
        Board board = board(viewer, unit);
        Problems.Gatherer problems = new Problems.Gatherer();
        NewTopic topic =
                new NewTopic(
                        typed.kind(), Texts.clean(typed.title()), Texts.paragraphs(typed.body()));
        if (topic.title().isEmpty()) {
            problems.add("title", "Ghi một dòng tóm tắt để người khác biết nội dung.");
        }
        problems.atMost("title", topic.title(), LONGEST_TITLE);
        @Nullable TopicKind kind = kind(viewer, topic.kind());
        if (kind == null) {
            problems.add("kind", "Chọn: hỏi, hay chia sẻ kinh nghiệm.");
        }
        words("body", topic.body(), problems);
        problems.check();

        UUID id = Ids.next();
        store.add(
                viewer.scope(),
                board.no(),
                id,
                topic,
                kind == null ? TopicKind.QUESTION : kind,
                author(viewer),
                Stamp.of(viewer, clock));

        facts.tell(viewer, new ForumFacts.TopicStep(id, "posted", own(viewer)));
        return id;
    }

    /** Answers under a topic that all can read. */
    @Transactional
    public UUID answer(Viewer viewer, UUID id, String typed) {
        Topic topic = require(viewer, id);
        if (!mayWrite(viewer)) {
            throw new NotFound();
        }
        String body = Texts.paragraphs(typed);
        Problems.Gatherer problems = new Problems.Gatherer();
        words("body", body, problems);
        problems.check();
        if (topic.hiddenOn() != null) {
            throw new Refusal("forum.hidden");
        }

        UUID answer = Ids.next();
        store.answer(viewer.scope(), topic, answer, body, author(viewer), Stamp.of(viewer, clock));

        facts.tell(
                viewer,
                isOwn(viewer, topic)
                        ? new ForumFacts.TopicStep(id, "answered-own", own(viewer))
                        : new ForumFacts.TopicStep(id, "answered", author(topic)));
        return answer;
    }

    /**
     * Hides a topic, or one answer, from all but its author, who reads the reason.
     *
     * @param answer null for the topic itself
     */
    @Transactional
    void hide(Viewer viewer, UUID id, @Nullable UUID answer, int version, String typed) {
        Written written = moderated(viewer, id, answer, version);
        String because = Texts.clean(typed);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (because.isEmpty()) {
            problems.add("because", "Ghi lý do ẩn; người viết đọc được lý do này.");
        }
        problems.atMost("because", because, LONGEST_REASON);
        problems.check();
        if (written.hiddenOn() != null) {
            throw new Refusal("forum.hidden");
        }

        change(viewer, written, because, Stamp.of(viewer, clock));

        facts.tell(viewer, new ForumFacts.TopicStep(id, "hidden", author(written)));
    }

    /** Shows again what was hidden; what the author took back stays away. */
    @Transactional
    void show(Viewer viewer, UUID id, @Nullable UUID answer, int version) {
        Written written = moderated(viewer, id, answer, version);
        if (written.hiddenBecause() == null) {
            throw new Refusal("forum.not-hidden");
        }

        change(viewer, written, null, null);

        facts.tell(viewer, new ForumFacts.TopicStep(id, "shown-again", author(written)));
    }

    /** The author takes the own words back. */
    @Transactional
    void withdraw(Viewer viewer, UUID id, @Nullable UUID answer, int version) {
        Written written = written(viewer, id, answer, version);
        if (!isOwn(viewer, written)) {
            throw new NotFound();
        }
        if (written.hiddenOn() != null) {
            throw new Refusal("forum.hidden");
        }

        change(viewer, written, null, Stamp.of(viewer, clock));

        facts.tell(viewer, new ForumFacts.TopicStep(id, "withdrawn", own(viewer)));
    }

    /** Keeps the link to the group's room outside the program, or takes it away when empty. */
    @Transactional
    void link(Viewer viewer, UUID unit, String typed) {
        if (!mayLink(viewer)) {
            throw new NotFound();
        }
        Board board = board(viewer, unit);
        String url = typed.strip();
        if (!url.isEmpty() && !isGroupLink(url)) {
            throw Problems.of(
                    "url",
                    "Ghi liên kết của nhóm Zalo, bắt đầu bằng https://zalo.me/ (mở nhóm, chọn Liên kết"
                            + " tham gia nhóm rồi chép vào đây).");
        }

        store.keepLink(
                viewer.scope(), board.no(), url.isEmpty() ? null : url, Stamp.of(viewer, clock));

        facts.tell(viewer, new ForumFacts.LinkSet(unit, !url.isEmpty()));
    }

    /** Members follow it in trust: https, of Zalo, and nothing that hides where it leads. */
    static boolean isGroupLink(String typed) {
        try {
            URI uri = new URI(typed);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            return "https".equals(uri.getScheme())
                    && (host.equals("zalo.me") || host.endsWith(".zalo.me"))
                    && uri.getUserInfo() == null
                    && uri.getPort() == -1
                    && typed.length() <= LONGEST_LINK;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void change(
            Viewer viewer, Written written, @Nullable String because, @Nullable Stamp stamp) {
        if (!store.hide(viewer.scope(), written, because, stamp)) {
            throw new Refusal("forum.changed");
        }
    }

    private Written moderated(Viewer viewer, UUID id, @Nullable UUID answer, int version) {
        if (!mayModerate(viewer)) {
            throw new NotFound();
        }
        return written(viewer, id, answer, version);
    }

    private Written written(Viewer viewer, UUID id, @Nullable UUID answer, int version) {
        Topic topic = require(viewer, id);
        Written written = topic;
        if (answer != null) {
            written =
                    store.answers(viewer.scope(), id).stream()
                            .filter((Answer one) -> one.id().equals(answer))
                            .findFirst()
                            .orElseThrow(NotFound::new);
        }
        if (written.version() != version) {
            throw new Refusal("forum.changed");
        }
        return written;
    }

    private Topic require(Viewer viewer, UUID id) {
        return store.one(viewer.scope(), id).orElseThrow(NotFound::new);
    }

    private Board board(Viewer viewer, UUID unit) {
        if (!mayWrite(viewer)) {
            throw new NotFound();
        }
        return store.boards(viewer.scope()).stream()
                .filter(board -> board.id().equals(unit))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static @Nullable TopicKind kind(Viewer viewer, String typed) {
        for (TopicKind kind : TopicKind.values()) {
            if (kind.name().equals(typed) && kind.mayBeWrittenBy(viewer)) {
                return kind;
            }
        }
        return null;
    }

    private static void words(String field, String words, Problems.Gatherer problems) {
        if (words.isEmpty()) {
            problems.add(field, "Ghi nội dung.");
        }
        problems.atMost(field, words, LONGEST);
    }

    /** Nobody types a name here: it is that of whoever is signed in. */
    private static Author author(Viewer viewer) {
        UUID self = viewer.scope().self();
        Role role = viewer.role();
        Viewer.Unit unit = viewer.unit();
        return viewer.is(Role.MEMBER) || role == null
                ? new Author(self, null, viewer.name(), null)
                : new Author(
                        null,
                        viewer.office(),
                        viewer.name(),
                        unit == null ? Labels.of(role) : Labels.of(role) + ", " + unit.name());
    }

    private static List<UUID> own(Viewer viewer) {
        UUID self = viewer.scope().self();
        return self == null ? List.of() : List.of(self);
    }

    private static List<UUID> author(Written written) {
        UUID member = written.authorMember();
        return member == null ? List.of() : List.of(member);
    }
}
