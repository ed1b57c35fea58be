package vn.ganbo.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/**
 * Quá trình: membership, status, workplace and residence as periods with their decisions. Two of a
 * kind never overlap; one that still lasts ends on the day before the next.
 */
@Service
class Periods {
    private final Members members;
    private final PeriodStore store;
    private final Facts facts;
    private final Clock clock;

    Periods(Members members, PeriodStore store, Facts facts, Clock clock) {
        this.members = members;
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * A period to be entered.
     *
     * @param since its first day
     * @param until its last day, or null while it lasts
     * @param unitNo the cell of Party life, for a workplace alone
     */
    record NewPeriod(
            PeriodKind kind,
            @Nullable MemberStatus status,
            @Nullable String place,
            @Nullable Integer unitNo,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable String paperNo,
            @Nullable LocalDate paperDate,
            @Nullable String paperIssuer) {}

    /** The office where the member has Party life: of a workplace, or of a ward for its own. */
    static boolean mayChange(Viewer viewer) {
        return viewer.is(Role.WORKPLACE_OFFICE, Role.RESIDENCE_OFFICE);
    }

    /** Enters a period. Throws {@link Problems} when it overlaps another of its kind. */
    @Transactional
    void add(Viewer viewer, UUID member, NewPeriod period) {
        MemberFile file = members.file(viewer.scope(), member).orElseThrow(NotFound::new);
        check(viewer, file, period);

        Integer unitNo = period.unitNo();
        if (unitNo != null) {
            store.moveWork(viewer.scope(), member, unitNo, period);
        } else {
            store.add(viewer.scope(), member, period);
        }

        facts.tell(viewer, new MemberFacts.PeriodAdded(member, period.kind(), period.since()));
    }

    private void check(Viewer viewer, MemberFile file, NewPeriod period) {
        if (!mayChange(viewer)) {
            throw new NotFound();
        }
        Problems.Gatherer problems = new Problems.Gatherer();
        LocalDate today = LocalDate.now(clock);
        if (period.since().isAfter(today)) {
            problems.add(
                    "since",
                    "Ngày này chưa đến. Hôm nay là %s; ghi khi quyết định có hiệu lực."
                            .formatted(Show.date(today)));
        }
        LocalDate until = period.until();
        if (until != null && until.isBefore(period.since())) {
            problems.add("until", "Ngày cuối trước ngày đầu. Xem lại hai ngày này.");
        }
        problems.check();
        Integer unitNo = period.unitNo();
        if (unitNo == null) {
            if (store.overlaps(viewer.scope(), file.id(), period)) {
                throw Problems.of(
                        "since",
                        "Thời gian này trùng với một dòng đã có ở dưới. Xem lại ngày, hoặc bỏ dòng ghi nhầm trước.");
            }
            return;
        }
        if (unitNo == file.workNo()) {
            throw Problems.of("unit", "Đồng chí này đang sinh hoạt ở chi bộ ấy.");
        }
        LocalDate last = store.lastPlaced(viewer.scope(), file.id());
        if (!period.since().isAfter(last)) {
            throw Problems.of(
                    "since",
                    "Đồng chí này về chi bộ hiện nay từ %s; ghi một ngày sau đó."
                            .formatted(Show.date(last)));
        }
    }

    /** Takes back a period entered by mistake; what it had ended goes on. */
    @Transactional
    void withdraw(Viewer viewer, UUID member, UUID period) {
        if (members.file(viewer.scope(), member).isEmpty()
                || !store.withdraw(viewer.scope(), member, period)) {
            throw new NotFound();
        }

        facts.tell(viewer, new MemberFacts.PeriodWithdrawn(member));
    }
}
