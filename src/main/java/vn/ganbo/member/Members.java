package vn.ganbo.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/** Đảng viên: finds a member for each side, and changes what may be changed. */
@Service
public class Members {
    private final MemberQueries queries;
    private final MemberStore store;
    private final PersonalIds personalIds;
    private final Facts facts;
    private final History history;
    private final Clock clock;

    Members(
            MemberQueries queries,
            MemberStore store,
            PersonalIds personalIds,
            Facts facts,
            History history,
            Clock clock) {
        this.queries = queries;
        this.store = store;
        this.personalIds = personalIds;
        this.facts = facts;
        this.history = history;
        this.clock = clock;
    }

    /** The whole record, for the workplace and the person; empty for everybody else. */
    public Optional<MemberFile> file(Scope scope, UUID id) {
        return queries.file(scope, id);
    }

    /** The whole records of these that the scope sees, in no order. */
    List<MemberFile> files(Scope scope, Collection<UUID> ids) {
        return queries.files(scope, ids);
    }

    /** What the residence may see, from the moment a letter is sent to it. */
    public Optional<MemberSummary> summary(Scope scope, UUID id) {
        return queries.summary(scope, id);
    }

    /**
     * Corrects the record. Throws {@link Conflict} when it changed meanwhile and {@link Problems}
     * when the card is somebody else's.
     *
     * @param version the record as it was when the form was drawn
     */
    @Transactional
    void change(Viewer viewer, UUID id, int version, RecordChange change) {
        MemberFile file = queries.file(viewer.scope(), id).orElseThrow(NotFound::new);
        List<String> fields = change.differences(file);
        if (file.version() != version) {
            throw changed(viewer, id);
        }
        if (fields.isEmpty()) {
            return;
        }
        if (fields.contains("cardNo")
                && change.cardNo() != null
                && store.cardTaken(viewer.scope(), change.cardNo())) {
            throw Problems.of("cardNo", Labels.of("constraint.member_card_once"));
        }

        if (store.change(viewer.scope(), id, version, change) == 0) {
            throw changed(viewer, id);
        }
        String personalId = change.personalId();
        store.changeWorkplaceOnly(
                viewer.scope(),
                file,
                change,
                personalId == null ? null : personalIds.sealed(id, personalId),
                personalId == null ? null : personalIds.mark(personalId));

        facts.tell(viewer, new MemberFacts.RecordChanged(id, words(fields)));
    }

    private static String words(List<String> fields) {
        return String.join(
                ", ",
                fields.stream()
                        .map(field -> Labels.of("field." + field).toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** Shows the personal ID number in clear; the reason is told to the person and the log. */
    @Transactional
    String revealPersonalId(Viewer viewer, UUID id, RevealReason reason) {
        byte[] sealed = store.personalId(viewer.scope(), id);
        if (sealed.length == 0) {
            throw new NotFound();
        }

        String digits = personalIds.opened(id, sealed);

        facts.tell(viewer, new MemberFacts.PersonalIdRevealed(id, reason));
        return digits;
    }

    /** Who changed the record last, and when: every change of it is told as a fact. */
    Conflict changed(Viewer viewer, UUID id) {
        return history.ofMember(viewer.scope(), id).stream()
                .findFirst()
                .map(line -> new Conflict(line.who(), line.at()))
                .orElseGet(() -> new Conflict("nơi công tác", clock.instant()));
    }

    /**
     * Writes the record of somebody whose workplace is outside this program; called by {@code
     * liaison} inside its act. The database refuses a residence out of the caller's scope.
     *
     * @param workNo an organisation outside the program
     * @param resNo where the person comes to
     * @return the id of the record
     */
    public UUID takeIn(Viewer viewer, int workNo, int resNo, Newcomer person) {
        UUID id = Ids.next();
        store.takeIn(viewer.scope(), id, workNo, resNo, person, LocalDate.now(clock));
        return id;
    }

    /** Somebody of the same name in the caller's cells, as "name, cell". */
    public Optional<String> namesake(Scope scope, Newcomer person) {
        return store.namesake(scope, person);
    }

    /**
     * Writes the record of somebody who comes for good with a letter from outside this program;
     * called by {@code intake} inside its act. The database refuses a cell out of the caller's
     * scope.
     *
     * @param since the first day in the cell
     * @param by the letter
     * @return the id of the record
     */
    public UUID receive(Viewer viewer, int cellNo, Newcomer person, LocalDate since, Decided by) {
        UUID id = Ids.next();
        store.receive(viewer.scope(), id, cellNo, person, since, by);
        return id;
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
