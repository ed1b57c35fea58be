package vn.ganbo.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.meeting.AttendanceStore.Marked;
import vn.ganbo.meeting.MeetingStore.Invited;
import vn.ganbo.regulation.MeetingBook;
import vn.ganbo.regulation.MeetingRules;
import vn.ganbo.regulation.Rulebooks;

/**
 * Họp định kỳ nơi cư trú: a ward, a cell or a group calls those on its register together and notes
 * who came (Regulation 213, Art. 4.3; Art. 2.3); a cell calls its own members too. Inviting and the
 * roll-call are one act and one fact for two hundred people.
 */
@Service
public class Meetings {
    private static final int LONGEST_REASON = 1000;

    private final MeetingStore store;
    private final AttendanceStore attendance;
    private final Rulebooks rulebooks;
    private final MeetingRules rules;
    private final Facts facts;
    private final Clock clock;

    Meetings(
            MeetingStore store,
            AttendanceStore attendance,
            Rulebooks rulebooks,
            MeetingRules rules,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.attendance = attendance;
        this.rulebooks = rulebooks;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * One mark of the roll-call.
     *
     * @param before the mark that was shown when it was changed, or null for none
     * @param now the mark it shall have
     */
    public record Marking(UUID member, @Nullable Mark before, Mark now) {}

    /**
     * What came of inviting.
     *
     * @param added people invited now
     * @param dropped people invited earlier who will not be on the register on the day
     */
    public record Invitations(int added, int dropped) {}

    /**
     * Plans a meeting.
     *
     * @throws NotFound when the convening unit is out of scope
     * @throws Problems for a meeting from afar where the rules do not have it, or nobody allowed it
     */
    @Transactional
    public UUID plan(Viewer viewer, MeetingPlan plan) {
        requireAllowed(plan);
        UUID id = Ids.next();
        String rulebook = rulebooks.on(plan.plannedOn()).reference();

        if (!store.add(viewer.scope(), id, plan, rulebook, Stamp.of(viewer, clock))) {
            throw new NotFound();
        }

        facts.tell(
                viewer, new MeetingFacts.MeetingPlanned(id, plan.kind().side(), plan.plannedOn()));
        return id;
    }

    /**
     * Changes date, place or agenda before the meeting; the convening unit stays, and once people
     * are invited so does the kind, for it says who they are. Refuses once it is held or cancelled.
     */
    @Transactional
    public void change(Viewer viewer, UUID id, int version, MeetingPlan plan) {
        requireAllowed(plan);
        Meeting meeting = own(viewer.scope(), id, version);
        if (!MeetingLifecycle.allows(meeting.state(), MeetingState.CANCELLED)) {
            throw new Refusal("meeting.wrong-state", Labels.of(meeting.state()));
        }
        if (meeting.state() == MeetingState.INVITED
                && (meeting.kind() == MeetingKind.PARTY_LIFE)
                        != (plan.kind() == MeetingKind.PARTY_LIFE)) {
            throw Problems.of(
                    "kind",
                    "Đã gửi giấy mời nên không đổi được người họp. Hủy cuộc họp này rồi lập cuộc họp khác.");
        }

        if (!store.change(viewer.scope(), id, version, plan, Stamp.of(viewer, clock))) {
            throw lost(viewer.scope(), id);
        }

        facts.tell(
                viewer,
                new MeetingFacts.MeetingChanged(
                        id, plan.kind().side(), plan.plannedOn(), invited(viewer, id)));
    }

    /** Cancels a meeting with a reason that the invited read. */
    @Transactional
    public void cancel(Viewer viewer, UUID id, int version, String reason) {
        String why = reason(reason, "Cần ghi lý do hủy để báo cho người đã được mời.");
        Meeting meeting = own(viewer.scope(), id, version);

        advance(viewer, meeting, MeetingState.CANCELLED, why);

        facts.tell(
                viewer,
                new MeetingFacts.MeetingCancelled(
                        id, meeting.kind().side(), meeting.plannedOn(), invited(viewer, id)));
    }

    /**
     * Invites everyone who is on the unit's register on the day, except those exempt from meetings
     * (Guidance 33, 1.1); to the cell's Party life its own members, those away too, who stays there
     * for a time, and who is exempt where one can take part from afar. May be repeated: newcomers
     * are added, those who leave before the day are taken out. Refuses when there is nobody to
     * invite.
     */
    @Transactional
    public Invitations invite(Viewer viewer, UUID id, int version) {
        Meeting meeting = own(viewer.scope(), id, version);

        advance(viewer, meeting, MeetingState.INVITED, null);
        int dropped = store.dropThoseWhoLeft(viewer.scope(), meeting);
        store.renew(viewer.scope(), meeting);
        List<UUID> added = store.invite(viewer.scope(), meeting, Stamp.of(viewer, clock));
        if (meeting.state() == MeetingState.PLANNED && added.isEmpty()) {
            throw meeting.kind() == MeetingKind.PARTY_LIFE
                    ? new Refusal("meeting.no-own-members")
                    : new Refusal("meeting.nobody-to-invite", Show.date(meeting.plannedOn()));
        }

        facts.tell(
                viewer,
                new MeetingFacts.MembersInvited(
                        id, meeting.kind().side(), meeting.plannedOn(), added));
        return new Invitations(added.size(), dropped);
    }

    /**
     * The member says whether to come; asking leave needs a reason. May be changed until the day
     * has passed. Throws {@link NotFound} for someone who is not invited.
     */
    @Transactional
    public void reply(Viewer viewer, UUID id, Reply reply, String reason) {
        @Nullable UUID self = viewer.scope().self();
        if (self == null) {
            throw new NotFound();
        }
        @Nullable String why =
                reply == Reply.LEAVE
                        ? reason(reason, "Xin vắng cần ghi lý do để chi bộ biết.")
                        : null;
        Meeting meeting = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        LocalDate today = LocalDate.now(clock);
        if (meeting.state() != MeetingState.INVITED || today.isAfter(meeting.plannedOn())) {
            throw new Refusal("meeting.reply-too-late", Show.date(meeting.plannedOn()));
        }

        if (!attendance.replyOfMember(viewer.scope(), id, reply, why, today)) {
            throw new NotFound();
        }

        facts.tell(viewer, new MeetingFacts.MemberReplied(id, meeting.kind().side(), self, reply));
    }

    /**
     * Writes marks of the roll-call: all of them or none. Before the day only "leave asked" can be
     * noted; after closing only the convening office corrects.
     *
     * @return how many marks changed
     * @throws Conflict when somebody else has meanwhile marked one of these people differently
     */
    @Transactional
    public int saveRollCall(Viewer viewer, UUID id, List<Marking> markings) {
        Meeting meeting = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        requireRoll(viewer, meeting, markings);
        if (markings.isEmpty()) {
            return 0;
        }
        Stamp stamp = Stamp.of(viewer, clock);

        List<Marking> changes = changes(viewer.scope(), id, markings);
        if (changes.isEmpty()) {
            return 0;
        }
        attendance.mark(
                viewer.scope(),
                id,
                changes.stream().map(Marking::member).toList(),
                changes.stream().map(Marking::now).toList(),
                stamp);

        facts.tell(
                viewer,
                new MeetingFacts.RollSaved(
                        id, meeting.kind().side(), changes.stream().map(Marking::member).toList()));
        return changes.size();
    }

    /**
     * Closes the roll-call: the meeting was held.
     *
     * @param restAbsent whether those without a mark are absent; otherwise their number is refused
     */
    @Transactional
    public void hold(Viewer viewer, UUID id, int version, boolean restAbsent) {
        Meeting meeting = own(viewer.scope(), id, version);
        MeetingLifecycle.require(meeting.state(), MeetingState.HELD);
        if (LocalDate.now(clock).isBefore(meeting.plannedOn())) {
            throw new Refusal("meeting.not-yet", Show.date(meeting.plannedOn()));
        }
        store.renew(viewer.scope(), meeting);
        long unmarked = attendance.unmarked(viewer.scope(), id);
        if (unmarked > 0 && !restAbsent) {
            throw new Refusal("meeting.unmarked", Show.number(unmarked));
        }

        advance(viewer, meeting, MeetingState.HELD, null);
        attendance.close(viewer.scope(), meeting, Stamp.of(viewer, clock));

        List<Invited> all = store.invited(viewer.scope(), id);
        List<Invited> own = all.stream().filter(Invited::own).toList();
        facts.tell(
                viewer,
                new MeetingFacts.MeetingHeld(
                        id,
                        meeting.kind().side(),
                        all.stream().map(Invited::memberId).toList(),
                        own.size(),
                        own.stream().filter(Invited::present).count()));
    }

    private void requireAllowed(MeetingPlan plan) {
        if (!plan.way().fromAfar()) {
            return;
        }
        Optional<MeetingBook> book = rules.on(plan.plannedOn()).filter(MeetingBook::counts);
        if (book.isEmpty()) {
            throw Problems.of(
                    "way", "Quy định đang áp dụng chưa có họp từ xa. Hãy chọn họp tại chỗ.");
        }
        if (book.get().permission() && plan.permission().isEmpty()) {
            throw Problems.of(
                    "permission",
                    "Ghi số, ngày văn bản của cấp ủy cấp trên cho phép họp từ xa (%s)."
                            .formatted(book.get().code()));
        }
    }

    private void requireRoll(Viewer viewer, Meeting meeting, List<Marking> markings) {
        if (!meeting.hasRoll()) {
            throw new Refusal("meeting.no-roll-yet", Labels.of(meeting.state()));
        }
        if (meeting.state() == MeetingState.HELD && !viewer.scope().sees(meeting.unitNo())) {
            throw new Refusal("meeting.roll-closed");
        }
        if (!meeting.way().fromAfar()
                && markings.stream().anyMatch(m -> m.now() == Mark.FROM_AFAR)) {
            throw new Refusal("meeting.not-from-afar");
        }
        if (LocalDate.now(clock).isBefore(meeting.plannedOn())
                && markings.stream().anyMatch(m -> m.now() != Mark.EXCUSED_BEFORE)) {
            throw new Refusal("meeting.roll-too-early", Show.date(meeting.plannedOn()));
        }
    }

    private List<Marking> changes(Scope scope, UUID id, List<Marking> markings) {
        List<UUID> members = markings.stream().map(Marking::member).toList();
        Map<UUID, Marked> stored =
                attendance.lock(scope, id, members).stream()
                        .collect(Collectors.toMap(Marked::memberId, m -> m));
        for (Marking marking : markings) {
            Marked now = stored.get(marking.member());
            if (now == null) {
                throw new NotFound();
            }
            if (now.mark() != marking.before() && now.mark() != marking.now()) {
                throw new Conflict(now.changedBy(), now.changedAt().toInstant());
            }
        }
        return markings.stream()
                .filter(m -> Objects.requireNonNull(stored.get(m.member())).mark() != m.now())
                .toList();
    }

    /** A meeting that the viewer's office may conduct, as it was when the page was drawn. */
    private Meeting own(Scope scope, UUID id, int version) {
        Meeting meeting = store.find(scope, id).orElseThrow(NotFound::new);
        if (!scope.sees(meeting.unitNo())) {
            throw new NotFound();
        }
        if (meeting.version() != version) {
            throw new Conflict(meeting.changedBy(), meeting.changedAt().toInstant());
        }
        return meeting;
    }

    private void advance(Viewer viewer, Meeting meeting, MeetingState to, @Nullable String why) {
        MeetingLifecycle.require(meeting.state(), to);
        if (!store.advance(viewer.scope(), meeting, to, why, Stamp.of(viewer, clock))) {
            throw lost(viewer.scope(), meeting.id());
        }
    }

    private Conflict lost(Scope scope, UUID id) {
        Meeting now = store.find(scope, id).orElseThrow(NotFound::new);
        return new Conflict(now.changedBy(), now.changedAt().toInstant());
    }

    private List<UUID> invited(Viewer viewer, UUID id) {
        return store.invited(viewer.scope(), id).stream().map(Invited::memberId).toList();
    }

    private static String reason(String typed, String missing) {
        String why = Texts.clean(typed);
        if (why.isEmpty()) {
            throw Problems.of("reason", missing);
        }
        if (why.length() > LONGEST_REASON) {
            throw Problems.of("reason", "Lý do dài quá 1.000 chữ. Hãy viết ngắn lại.");
        }
        return why;
    }
}
