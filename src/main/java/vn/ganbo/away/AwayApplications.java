package vn.ganbo.away;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.away.AwayFacts.ApplicationStep;
import vn.ganbo.away.AwayFacts.TimeGranted;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberFile;
import vn.ganbo.member.MemberStatus;
import vn.ganbo.member.Members;
import vn.ganbo.member.Standings;
import vn.ganbo.regulation.AwayBook;
import vn.ganbo.regulation.AwayRules;
import vn.ganbo.regulation.LeaveDecider;
import vn.ganbo.regulation.LeaveExtent;

/**
 * Giảm, miễn công tác và sinh hoạt đảng: the member applies, the cell committee supports, the cell
 * resolves, and it is reported to or decided by the committee above (Hướng dẫn 12-HD/BTCTW, IV.1).
 * Going away to work is legitimate; nothing here is a reproach.
 */
@Service
public class AwayApplications {
    private static final int LONGEST = 200;
    private static final int LONGEST_REASON = 500;
    static final int LONGEST_NUMBER = 40;
    static final String SAY_NUMBER = "Ghi số nghị quyết của chi bộ.";

    private final AwayApplicationStore store;
    private final AwayPaper paper;
    private final AwayRules rules;
    private final Members members;
    private final Standings standings;
    private final Facts facts;
    private final Clock clock;

    AwayApplications(
            AwayApplicationStore store,
            AwayPaper paper,
            AwayRules rules,
            Members members,
            Standings standings,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.paper = paper;
        this.rules = rules;
        this.members = members;
        this.standings = standings;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param ground a key of the rules
     * @param place commune or country
     * @param until the last day, or null
     * @param follows the application that this renews, or null
     */
    public record Wish(
            String ground,
            LeaveExtent extent,
            String place,
            String work,
            String phone,
            String email,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable UUID follows) {}

    /** Nghị quyết of the cell. */
    public record Resolution(String number, LocalDate on, int votesFor, int votesAgainst) {}

    /**
     * The member applies.
     *
     * @throws Problems by field
     * @throws Refusal for who is no longer in the Party, or a time that lies across another
     */
    @Transactional
    public UUID apply(Viewer viewer, Wish wish) {
        UUID self = viewer.scope().self();
        if (self == null) {
            throw new NotFound();
        }
        MemberFile file = members.file(viewer.scope(), self).orElseThrow(NotFound::new);
        return add(viewer, file, AwayWay.PHONE, LocalDate.now(clock), wish);
    }

    /**
     * The secretary notes what came on paper or was said to the cell.
     *
     * @param oral whether it was said, not written
     * @param givenOn the day on which it was handed in or said
     */
    @Transactional
    public UUID note(Viewer viewer, UUID member, boolean oral, LocalDate givenOn, Wish wish) {
        secretary(viewer);
        MemberFile file = standings.require(viewer, member);
        return add(viewer, file, oral ? AwayWay.ORAL : AwayWay.PAPER, givenOn, wish);
    }

    private UUID add(Viewer viewer, MemberFile file, AwayWay way, LocalDate givenOn, Wish wish) {
        if (!mayApply(file.status())) {
            throw new Refusal("away.gone", Labels.of(file.status()));
        }
        Stamp stamp = Stamp.of(viewer, clock);
        AwayBook book = rules.on(stamp.on());
        Optional<AwayBook.Ground> ground = book.ground(wish.ground());
        check(ground, givenOn, stamp.on(), wish);
        UUID follows = wish.follows();
        if (follows != null
                && store.find(viewer.scope(), follows)
                        .filter(old -> old.memberId().equals(file.id()))
                        .isEmpty()) {
            throw new NotFound();
        }
        if (store.overlaps(viewer.scope(), file.id(), wish.since(), wish.until())) {
            throw new Refusal("away.overlaps");
        }

        UUID id = Ids.next();
        store.add(
                viewer.scope(),
                id,
                file.id(),
                file.workNo(),
                wish,
                ground.orElseThrow(),
                book.reference(),
                way,
                givenOn,
                stamp);

        facts.tell(
                viewer,
                new ApplicationStep(
                        id,
                        way == AwayWay.PHONE ? ApplicationStep.APPLIED : ApplicationStep.NOTED,
                        file.id()));
        return id;
    }

    private static boolean mayApply(MemberStatus status) {
        return switch (status) {
            case OFFICIAL, PROBATIONARY, EXEMPT, AWAY -> true;
            case SUSPENDED, TRANSFERRED, STRUCK_OFF, EXPELLED, LEFT, DECEASED -> false;
        };
    }

    private static void check(
            Optional<AwayBook.Ground> ground, LocalDate givenOn, LocalDate today, Wish wish) {
        Problems.Gatherer problems = new Problems.Gatherer();
        if (givenOn.isAfter(today)) {
            problems.add(
                    "givenOn",
                    "Ngày %s chưa đến. Ghi ngày đã nhận đơn hoặc đã nghe báo cáo."
                            .formatted(Show.date(givenOn)));
        }
        look(ground, wish, problems);
        ground.ifPresent(known -> limits(known, wish, problems));
        problems.check();
    }

    /** What is wrong with a wish whatever its ground. */
    static void look(Optional<AwayBook.Ground> ground, Wish wish, Problems.Gatherer problems) {
        if (ground.isEmpty()) {
            problems.add("ground", "Chọn lý do.");
        }
        if (wish.place().isEmpty()) {
            problems.add("place", "Ghi xã, phường hoặc nước đến; không đi đâu thì ghi “Tại nhà”.");
        }
        problems.atMost("place", wish.place(), LONGEST);
        problems.atMost("work", wish.work(), LONGEST);
        problems.atMost("phone", wish.phone(), LONGEST_NUMBER);
        if (!wish.phone().isEmpty() && !callable(wish.phone())) {
            problems.add(
                    "phone",
                    "Ghi đủ số để chi bộ gọi được, như 0912 345 678; ở nước ngoài thì có mã nước.");
        }
        problems.atMost("email", wish.email(), LONGEST);
        LocalDate until = wish.until();
        if (until != null && until.isBefore(wish.since())) {
            problems.add("until", "Ngày cuối trước ngày đầu. Xem lại hai ngày này.");
        }
    }

    /** Whether it can be called: figures as people write them, and enough of them. */
    private static boolean callable(String phone) {
        return phone.matches("[+0-9 .()-]+") && phone.replaceAll("[^0-9]", "").length() >= 8;
    }

    /** What a ground does not allow. */
    static void limits(AwayBook.Ground ground, Wish wish, Problems.Gatherer problems) {
        LocalDate until = wish.until();
        LocalDate latest = ground.latest(wish.since());
        if (latest != null && until == null) {
            problems.add("until", "Ghi ngày cuối, không quá %s.".formatted(Show.date(latest)));
        } else if (latest != null && until != null && until.isAfter(latest)) {
            problems.add(
                    "until",
                    "Mỗi lần không quá %d tháng: đến hết %s. Còn đi tiếp thì gửi đơn gia hạn."
                            .formatted(ground.longestMonths(), Show.date(latest)));
        }
        if (!ground.extents().contains(wish.extent())) {
            problems.add("extent", "Lý do này không có mức ấy. Chọn mức khác.");
        }
    }

    /** The cell committee supports it. Throws {@link Problems} for a day before the application. */
    @Transactional
    public void support(Viewer viewer, UUID id, int version, LocalDate on) {
        secretary(viewer);
        AwayApplication of = find(viewer, id, version, AwayState.SUPPORTED);
        day("on", on, of.givenOn(), "đơn");

        done(viewer, of, store.support(viewer.scope(), of, on, Stamp.of(viewer, clock)));

        facts.tell(viewer, new ApplicationStep(id, ApplicationStep.SUPPORTED, of.memberId()));
    }

    /**
     * The cell resolves. Where the cell decides itself the time is in force from here on.
     *
     * @throws Problems by field: number, on, votesFor
     */
    @Transactional
    public void resolve(Viewer viewer, UUID id, int version, Resolution how) {
        secretary(viewer);
        AwayApplication of = find(viewer, id, version, AwayState.RESOLVED);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (how.number().isEmpty()) {
            problems.add("number", SAY_NUMBER);
        }
        problems.atMost("number", how.number(), LONGEST_NUMBER);
        if (how.votesFor() <= how.votesAgainst()) {
            problems.add(
                    "votesFor",
                    "Số tán thành phải nhiều hơn số không tán thành. Chi bộ không đồng ý thì bấm “Không đồng ý” và ghi lý do.");
        }
        problems.check();
        LocalDate supported = of.supportedOn();
        day("on", how.on(), supported == null ? of.givenOn() : supported, "ý kiến chi ủy");

        done(viewer, of, store.resolve(viewer.scope(), of, how, Stamp.of(viewer, clock)));
        boolean granted = of.decidedBy() == LeaveDecider.CELL;
        if (granted) {
            grant(viewer, of, new Standings.Paper(how.number(), how.on(), of.cellName()));
        }

        facts.tell(
                viewer,
                granted
                        ? new TimeGranted(id, ApplicationStep.RESOLVED, of.memberId())
                        : new ApplicationStep(id, ApplicationStep.RESOLVED, of.memberId()));
    }

    /** The cell reports its own decision to the committee above; the notice is made here. */
    @Transactional
    public void report(Viewer viewer, UUID id, int version, LocalDate on) {
        secretary(viewer);
        AwayApplication of = find(viewer, id, version, AwayState.REPORTED);
        if (of.decidedBy() != LeaveDecider.CELL) {
            throw new Refusal("away.committee-decides");
        }
        LocalDate resolved = of.resolvedOn();
        day("on", on, resolved == null ? of.givenOn() : resolved, "nghị quyết");

        done(viewer, of, store.report(viewer.scope(), of, on, Stamp.of(viewer, clock)));
        paper.notice(viewer, of, rules.under(of.rulebook()), on);

        facts.tell(viewer, new ApplicationStep(id, ApplicationStep.REPORTED, of.memberId()));
    }

    /**
     * The committee decides.
     *
     * @param number of a decision on paper, or an empty text: then it is numbered and drawn here
     */
    @Transactional
    public void decide(Viewer viewer, UUID id, int version, String number, LocalDate on) {
        office(viewer);
        AwayApplication of = find(viewer, id, version, AwayState.DECIDED);
        if (of.decidedBy() != LeaveDecider.COMMITTEE) {
            throw new Refusal("away.cell-decides");
        }
        if (number.length() > LONGEST_NUMBER) {
            throw Problems.of("number", "Số quyết định dài quá %d chữ.".formatted(LONGEST_NUMBER));
        }
        LocalDate resolved = of.resolvedOn();
        day("on", on, resolved == null ? of.givenOn() : resolved, "nghị quyết của chi bộ");

        AwayPaper.Cited cited =
                number.isEmpty()
                        ? paper.decision(viewer, of, rules.under(of.rulebook()), on)
                        : new AwayPaper.Cited(number, paper.issuer(viewer));
        done(
                viewer,
                of,
                store.decide(
                        viewer.scope(),
                        of,
                        cited.number(),
                        cited.issuer(),
                        on,
                        Stamp.of(viewer, clock)));
        grant(viewer, of, new Standings.Paper(cited.number(), on, cited.issuer()));

        facts.tell(viewer, new TimeGranted(id, ApplicationStep.DECIDED, of.memberId()));
    }

    private void grant(Viewer viewer, AwayApplication of, Standings.Paper on) {
        MemberStatus standing = of.standing();
        if (standing == null) {
            standings.require(viewer, of.memberId());
            return;
        }
        standings.grant(viewer, of.memberId(), standing, of.since(), of.until(), on);
    }

    /** Cell or committee do not agree; the member reads the reason. */
    @Transactional
    public void refuse(Viewer viewer, UUID id, int version, String reason) {
        AwayApplication of = find(viewer, id, version, AwayState.REFUSED);
        if (of.state() == AwayState.RESOLVED) {
            office(viewer);
            if (of.granted()) {
                throw new Refusal("away.cell-decides");
            }
        } else {
            secretary(viewer);
        }
        String because = Texts.clean(reason);
        if (because.isEmpty()) {
            throw Problems.of("because", "Ghi lý do; đảng viên đọc được lý do này.");
        }
        if (because.length() > LONGEST_REASON) {
            throw Problems.of("because", "Lý do dài quá 500 chữ. Viết gọn lại.");
        }

        done(viewer, of, store.refuse(viewer.scope(), of, because, Stamp.of(viewer, clock)));

        facts.tell(viewer, new ApplicationStep(id, ApplicationStep.REFUSED, of.memberId()));
    }

    /** The member, or the secretary for the member, takes it back before the cell has resolved. */
    @Transactional
    public void withdraw(Viewer viewer, UUID id, int version) {
        AwayApplication of = find(viewer, id, version, AwayState.WITHDRAWN);
        if (!of.memberId().equals(viewer.scope().self())) {
            secretary(viewer);
        }

        done(viewer, of, store.withdraw(viewer.scope(), of, Stamp.of(viewer, clock)));

        facts.tell(viewer, new ApplicationStep(id, ApplicationStep.WITHDRAWN, of.memberId()));
    }

    /**
     * The member is back before the last day.
     *
     * @param on the first day on which the member takes part again
     */
    @Transactional
    public void back(Viewer viewer, UUID id, int version, LocalDate on) {
        secretary(viewer);
        AwayApplication of = find(viewer, id, version);
        LocalDate today = LocalDate.now(clock);
        if (!of.inForce(today)) {
            throw new Refusal("away.not-in-force");
        }
        LocalDate until = of.until();
        if (on.isAfter(today) || !on.isAfter(of.since()) || (until != null && on.isAfter(until))) {
            throw Problems.of(
                    "backOn",
                    "Ghi một ngày sau ngày bắt đầu, không muộn hơn hôm nay và ngày cuối.");
        }

        done(viewer, of, store.back(viewer.scope(), of, on, Stamp.of(viewer, clock)));
        MemberStatus standing = of.standing();
        if (standing != null) {
            standings.end(viewer, of.memberId(), standing, on);
        }

        facts.tell(viewer, new ApplicationStep(id, ApplicationStep.RETURNED, of.memberId()));
    }

    /**
     * The member does not go after all: what was granted and has not begun is done away with.
     *
     * @throws Refusal where it has begun
     */
    @Transactional
    public void lapse(Viewer viewer, UUID id, int version) {
        secretary(viewer);
        AwayApplication of = find(viewer, id, version, AwayState.LAPSED);
        if (!of.mayLapse(LocalDate.now(clock))) {
            throw new Refusal("away.has-begun");
        }

        done(viewer, of, store.lapse(viewer.scope(), of, Stamp.of(viewer, clock)));
        MemberStatus standing = of.standing();
        if (standing != null) {
            standings.cancel(viewer, of.memberId(), standing, of.since());
        }

        facts.tell(viewer, new ApplicationStep(id, ApplicationStep.LAPSED, of.memberId()));
    }

    /**
     * Lets records follow the day where a time began or ended by itself. Done every night; a missed
     * night is made up by the next.
     *
     * @return how many applications
     */
    @Transactional
    public int settle(Viewer viewer) {
        List<UUID> people = store.settle(viewer.scope());
        if (!people.isEmpty()) {
            standings.follow(viewer, new HashSet<>(people));
            facts.tell(viewer, new AwayFacts.TimesPassed(Ids.next(), people));
        }
        return people.size();
    }

    /**
     * Reminds once at each of the rulebook's days before the end.
     *
     * @return how many applications
     */
    @Transactional
    public int remind(Viewer viewer) {
        List<UUID> ending =
                store.remind(viewer.scope(), rules.on(LocalDate.now(clock)).reminders());
        if (!ending.isEmpty()) {
            facts.tell(viewer, new AwayFacts.TimesEnding(Ids.next(), ending));
        }
        return ending.size();
    }

    private AwayApplication find(Viewer viewer, UUID id, int version, AwayState to) {
        AwayApplication of = find(viewer, id, version);
        AwayLifecycle.require(of.state(), to);
        return of;
    }

    private AwayApplication find(Viewer viewer, UUID id, int version) {
        AwayApplication of = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        if (of.version() != version) {
            throw new Conflict(of.changedBy(), of.changedAt().toInstant());
        }
        return of;
    }

    /** Somebody was quicker between loading and writing. */
    private void done(Viewer viewer, AwayApplication of, boolean written) {
        if (!written) {
            AwayApplication now = store.find(viewer.scope(), of.id()).orElseThrow(NotFound::new);
            throw new Conflict(now.changedBy(), now.changedAt().toInstant());
        }
    }

    private void day(String field, LocalDate on, LocalDate earliest, String after) {
        LocalDate today = LocalDate.now(clock);
        if (on.isBefore(earliest)) {
            throw Problems.of(
                    field,
                    "Ngày %s trước ngày của %s (%s). Xem lại ngày."
                            .formatted(Show.date(on), after, Show.date(earliest)));
        }
        if (on.isAfter(today)) {
            throw Problems.of(
                    field, "Ngày %s chưa đến. Ghi sau khi đã làm.".formatted(Show.date(on)));
        }
    }

    static void secretary(Viewer viewer) {
        if (!viewer.is(Role.RESIDENCE_CELL_SECRETARY, Role.WORKPLACE_CELL_SECRETARY)) {
            throw new NotFound();
        }
    }

    private static void office(Viewer viewer) {
        if (!viewer.is(Role.RESIDENCE_OFFICE, Role.WORKPLACE_OFFICE)) {
            throw new NotFound();
        }
    }
}
