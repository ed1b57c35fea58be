package vn.ganbo.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.StandingStore.Span;

/**
 * Tình trạng theo quyết định: being exempt or away for a time, decided where the member has Party
 * life, be it at work or at home. What the member was before goes on afterwards. Called by a
 * capability above inside its act, which tells the fact.
 */
@Service
public class Standings {
    private static final Set<MemberStatus> HERE =
            EnumSet.of(
                    MemberStatus.OFFICIAL,
                    MemberStatus.PROBATIONARY,
                    MemberStatus.EXEMPT,
                    MemberStatus.AWAY);
    private static final Set<MemberStatus> GRANTED =
            EnumSet.of(MemberStatus.EXEMPT, MemberStatus.AWAY);

    private final Members members;
    private final StandingStore store;

    Standings(Members members, StandingStore store) {
        this.members = members;
        this.store = store;
    }

    /** The paper on which a standing rests; each part may be missing. */
    public record Paper(
            @Nullable String number, @Nullable LocalDate date, @Nullable String issuer) {
        static final Paper NONE = new Paper(null, null, null);
    }

    /**
     * The member as the place of Party life sees it; refuses who is suspended or no longer here.
     *
     * @throws NotFound for anybody else than the offices and secretaries of that place
     */
    public MemberFile require(Viewer viewer, UUID member) {
        MemberFile file = own(viewer, member);
        if (!HERE.contains(file.status())) {
            throw new Refusal("member.standing-gone", Labels.of(file.status()));
        }
        return file;
    }

    /**
     * Enters EXEMPT or AWAY for a time; before and after it the member is what the member was.
     *
     * @param since the first day; may be to come
     * @param until the last day, or null while it lasts
     * @throws Problems on {@code since} where another such time lies across it
     */
    @Transactional
    public void grant(
            Viewer viewer,
            UUID member,
            MemberStatus status,
            LocalDate since,
            @Nullable LocalDate until,
            Paper paper) {
        if (!GRANTED.contains(status)) {
            throw new IllegalArgumentException(status + " is not granted for a time");
        }
        MemberFile file = require(viewer, member);
        MemberStatus base = before(file);
        boolean goesOn = false;
        for (Span span : store.spans(viewer.scope(), member)) {
            MemberStatus of = span.status();
            if (!span.meets(since, until)) {
                goesOn |= until != null && !span.beginsBefore(until);
            } else if (span.until() != null || of == null || GRANTED.contains(of)) {
                throw Problems.of(
                        "since",
                        "Thời gian này trùng với một thời gian đã ghi trong quá trình của đồng chí. Xem lại ngày.");
            } else if (span.beginsBefore(since)) {
                base = of;
                store.endBefore(viewer.scope(), span.id(), since);
            } else if (until == null) {
                store.setAside(viewer.scope(), span.id());
            } else {
                store.beginOn(viewer.scope(), span.id(), until.plusDays(1));
                goesOn = true;
            }
        }
        store.add(viewer.scope(), member, status, since, until, paper);
        if (until != null && !goesOn) {
            store.add(viewer.scope(), member, base, until.plusDays(1), null, Paper.NONE);
        }
        store.follow(viewer.scope(), List.of(member));
    }

    /**
     * Ends it before its last day; does nothing where it is over already.
     *
     * @param on the first day on which the member is here again
     * @throws Problems on {@code on} for a day before it began
     */
    @Transactional
    public void end(Viewer viewer, UUID member, MemberStatus status, LocalDate on) {
        MemberFile file = own(viewer, member);
        List<Span> spans = store.spans(viewer.scope(), member);
        Span span =
                spans.stream()
                        .filter(one -> one.status() == status && one.meets(on, null))
                        .findFirst()
                        .orElse(null);
        if (span == null) {
            return;
        }
        if (!span.beginsBefore(on)) {
            throw Problems.of("on", "Ghi một ngày sau ngày bắt đầu.");
        }
        LocalDate last = span.until();
        Span next =
                last == null
                        ? null
                        : spans.stream()
                                .filter(one -> last.plusDays(1).equals(one.since()))
                                .findFirst()
                                .orElse(null);
        if (next != null && GRANTED.contains(next.status())) {
            throw Problems.of(
                    "on",
                    "Đã có quyết định tiếp theo từ %s. Ghi “Đồng chí không đi nữa” ở đơn ấy trước, rồi ghi ngày trở lại."
                            .formatted(Show.date(next.since())));
        }
        store.endBefore(viewer.scope(), span.id(), on);
        if (next != null) {
            store.beginOn(viewer.scope(), next.id(), on);
        } else {
            MemberStatus base = base(file, spans, on);
            store.add(viewer.scope(), member, base, on, null, Paper.NONE);
        }
        store.follow(viewer.scope(), List.of(member));
    }

    /**
     * Does away with a time that has not begun; what the member is goes on.
     *
     * @param since its first day
     */
    @Transactional
    public void cancel(Viewer viewer, UUID member, MemberStatus status, LocalDate since) {
        MemberFile file = own(viewer, member);
        List<Span> spans = store.spans(viewer.scope(), member);
        Span span =
                spans.stream()
                        .filter(one -> one.status() == status && since.equals(one.since()))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        LocalDate last = span.until();
        Span next =
                last == null
                        ? null
                        : spans.stream()
                                .filter(one -> last.plusDays(1).equals(one.since()))
                                .findFirst()
                                .orElse(null);
        store.setAside(viewer.scope(), span.id());
        if (next != null && !GRANTED.contains(next.status())) {
            store.beginOn(viewer.scope(), next.id(), since);
        } else {
            LocalDate until = next == null ? null : last;
            store.add(viewer.scope(), member, base(file, spans, since), since, until, Paper.NONE);
        }
        store.follow(viewer.scope(), List.of(member));
    }

    /** What the member was before that day, where it is recorded; else what the record tells. */
    private static MemberStatus base(MemberFile file, List<Span> spans, LocalDate since) {
        return spans.stream()
                .filter(one -> one.status() != null && !GRANTED.contains(one.status()))
                .filter(one -> one.beginsBefore(since))
                .map(Span::status)
                .reduce((_, later) -> later)
                .orElse(before(file));
    }

    /**
     * Lets the records of these members follow the day, where a time began or ended by itself.
     *
     * @return how many changed
     */
    @Transactional
    public int follow(Viewer viewer, Collection<UUID> people) {
        return people.isEmpty() ? 0 : store.follow(viewer.scope(), people);
    }

    private MemberFile own(Viewer viewer, UUID member) {
        boolean may =
                viewer.role() == null
                        || viewer.is(
                                Role.WORKPLACE_OFFICE,
                                Role.WORKPLACE_CELL_SECRETARY,
                                Role.RESIDENCE_OFFICE,
                                Role.RESIDENCE_CELL_SECRETARY);
        if (!may) {
            throw new NotFound();
        }
        MemberFile file = members.file(viewer.scope(), member).orElseThrow(NotFound::new);
        if (!viewer.scope().sees(file.workNo())) {
            throw new NotFound();
        }
        return file;
    }

    private static MemberStatus before(MemberFile file) {
        if (!GRANTED.contains(file.status())) {
            return file.status();
        }
        return file.official() == null && file.admitted() != null
                ? MemberStatus.PROBATIONARY
                : MemberStatus.OFFICIAL;
    }
}
