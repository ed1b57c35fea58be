package vn.ganbo.member;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/** Đảng viên: finds a member for each side, and changes what may be changed. */
@Service
public class Members {
    private final MemberQueries queries;
    private final MemberStore store;
    private final Facts facts;
    private final History history;
    private final Clock clock;

    Members(MemberQueries queries, MemberStore store, Facts facts, History history, Clock clock) {
        this.queries = queries;
        this.store = store;
        this.facts = facts;
        this.history = history;
        this.clock = clock;
    }

    /** What the workplace may correct by hand; null clears a field. */
    public record Contact(
            @Nullable String post,
            @Nullable String phone,
            @Nullable String expertise,
            @Nullable String address) {

        private static final int LONGEST = 200;
        private static final int LONGEST_PHONE = 40;

        /** Throws {@link Problems} naming every field that is too long. */
        void check() {
            Problems.Gatherer problems = new Problems.Gatherer();
            problems.atMost("post", or(post), LONGEST);
            problems.atMost("phone", or(phone), LONGEST_PHONE);
            problems.atMost("expertise", or(expertise), LONGEST);
            problems.atMost("address", or(address), LONGEST);
            problems.check();
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** The whole record, for the workplace and the person; empty for everybody else. */
    public Optional<MemberFile> file(Scope scope, UUID id) {
        return queries.file(scope, id);
    }

    /** What the residence may see, from the moment a letter is sent to it. */
    public Optional<MemberSummary> summary(Scope scope, UUID id) {
        return queries.summary(scope, id);
    }

    /** Changes post and contact. Throws {@link Conflict} when the record changed meanwhile. */
    @Transactional
    public void change(Viewer viewer, UUID id, int version, Contact contact) {
        contact.check();
        MemberFile file = queries.file(viewer.scope(), id).orElseThrow(NotFound::new);

        if (store.change(viewer.scope(), file.id(), version, contact) == 0) {
            throw changed(viewer, id);
        }

        facts.tell(viewer, new MemberFacts.MemberChanged(id));
    }

    /** Who changed the record last, and when: every change of it is told as a fact. */
    private Conflict changed(Viewer viewer, UUID id) {
        return history.ofMember(viewer.scope(), id).stream()
                .findFirst()
                .map(line -> new Conflict(line.who(), line.at()))
                .orElseGet(() -> new Conflict("nơi công tác", clock.instant()));
    }

    /**
     * Moves the projection of where members stand at their residence; called by {@code liaison}
     * inside its act. The database refuses members out of the caller's scope.
     *
     * @param resNo ward, cell or group; null when nobody at the residence may see them any longer
     */
    public void moveResidence(Scope scope, Collection<UUID> members, @Nullable Integer resNo) {
        store.moveResidence(scope, members, resNo);
    }
}
