package vn.ganbo.meeting;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;

/**
 * Tài liệu gửi trước: files that the invited read before the meeting, also those who are away.
 * Nobody notes who has opened one.
 */
@Service
public class MeetingDocuments {
    private static final int MOST = 10;

    private final DocumentStore store;
    private final MeetingStore meetings;
    private final Facts facts;
    private final Clock clock;

    MeetingDocuments(DocumentStore store, MeetingStore meetings, Facts facts, Clock clock) {
        this.store = store;
        this.meetings = meetings;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Puts a file beside a meeting that has not been held.
     *
     * @param name of the file as it was chosen
     * @throws Problems for a file that is no PDF or Word file, too large, there already, or one too
     *     many
     */
    @Transactional
    public UUID add(Viewer viewer, UUID meeting, String name, byte[] bytes) {
        DocumentFile file = DocumentFile.of(name, bytes);
        Meeting of = own(viewer, meeting);
        if (store.ofMeeting(viewer.scope(), meeting).size() >= MOST) {
            throw Problems.of(
                    "file", "Mỗi cuộc họp gửi được 10 tệp. Bỏ bớt một tệp rồi gửi tệp này.");
        }

        UUID id = Ids.next();
        if (!store.add(viewer.scope(), of, id, file, Stamp.of(viewer, clock))) {
            throw Problems.of("file", "Tệp này đã có ở cuộc họp.");
        }

        List<UUID> invited =
                meetings.invited(viewer.scope(), meeting).stream()
                        .map(MeetingStore.Invited::memberId)
                        .toList();
        facts.tell(
                viewer,
                new MeetingFacts.DocumentSent(meeting, of.kind().side(), of.plannedOn(), invited));
        return id;
    }

    /** Takes a file away again, before the meeting. */
    @Transactional
    public void remove(Viewer viewer, UUID meeting, UUID document) {
        Meeting of = own(viewer, meeting);

        if (!store.remove(viewer.scope(), meeting, document)) {
            throw new NotFound();
        }

        facts.tell(viewer, new MeetingFacts.DocumentRemoved(meeting, of.kind().side()));
    }

    private Meeting own(Viewer viewer, UUID id) {
        Meeting meeting = meetings.find(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!viewer.scope().sees(meeting.unitNo())) {
            throw new NotFound();
        }
        if (!MeetingLifecycle.allows(meeting.state(), MeetingState.CANCELLED)) {
            throw new Refusal("meeting.wrong-state", Labels.of(meeting.state()));
        }
        return meeting;
    }
}
