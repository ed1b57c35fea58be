package vn.ganbo.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** Giao và thôi giao chức vụ: an administrator gives offices within the own subtree. */
@Service
class Appointments {
    private final Offices offices;
    private final Facts facts;
    private final Clock clock;

    Appointments(Offices offices, Facts facts, Clock clock) {
        this.offices = offices;
        this.facts = facts;
        this.clock = clock;
    }

    /** Gives an office and returns the person. */
    @Transactional
    UUID grant(Viewer viewer, AppointmentForm.Checked form) {
        if (!viewer.scope().sees(form.unit().no())) {
            throw new NotFound();
        }
        UUID known = form.person();
        if (known != null && offices.nameOf(viewer.scope(), known).isEmpty()) {
            throw new NotFound();
        }
        UUID person =
                known != null ? known : offices.person(viewer, form.member(), form.fullName());
        UUID member = offices.memberWithin(viewer.scope(), person).orElse(null);
        refuseForeignMember(form, member);
        refuseTwice(viewer, form, person);

        offices.grant(
                viewer,
                new Offices.Grant(
                        person,
                        form.role(),
                        form.unit().no(),
                        form.title(),
                        form.since(),
                        form.until()));

        facts.tell(
                viewer,
                new AccessFacts.OfficeGranted(person, member, form.role(), form.unit().name()));
        return person;
    }

    /**
     * Whoever has the role of member reads the whole own record: only the workplace's administrator
     * opens that door, or a ward could read through a person of its own what the workplace alone
     * may see (DECISIONS 8).
     */
    private static void refuseForeignMember(
            AppointmentForm.Checked form, @Nullable UUID memberWithin) {
        if (form.role() == Role.MEMBER && memberWithin == null) {
            throw Problems.of(
                    "role",
                    "Vai trò Đảng viên do quản trị của nơi người ấy sinh hoạt đảng giao, cho người có"
                            + " trong danh sách đảng viên của nơi đó.");
        }
    }

    private void refuseTwice(Viewer viewer, AppointmentForm.Checked form, UUID person) {
        boolean held =
                offices.ofPersons(viewer.scope(), List.of(person), form.since()).stream()
                        .anyMatch(o ->
                                o.role() == form.role()
                                        && o.unitNo() == form.unit().no()
                                        && overlaps(o, form));
        if (held) {
            throw Problems.of(
                    "role",
                    "Người này đã giữ vai trò ấy ở đây trong thời gian ấy. Xem lại ở trang của người"
                            + " này; muốn đổi thời gian thì thôi giao trước.");
        }
    }

    private static boolean overlaps(Offices.Office office, AppointmentForm.Checked form) {
        LocalDate until = form.until();
        return (until == null || !office.since().isAfter(until))
                && (office.until() == null || !office.until().isBefore(form.since()));
    }

    /** Ends an office yesterday: from today on it gives no right. Returns the person. */
    @Transactional
    UUID end(Viewer viewer, UUID office) {
        Offices.Office held =
                offices.find(viewer.scope(), office)
                        .filter(o -> viewer.scope().sees(o.unitNo()))
                        .orElseThrow(NotFound::new);
        if (held.id().equals(viewer.office())) {
            throw new Refusal("access.own-office");
        }

        if (!offices.end(viewer, office, LocalDate.now(clock).minusDays(1))) {
            throw new NotFound();
        }

        facts.tell(
                viewer,
                new AccessFacts.OfficeEnded(
                        held.personId(), held.memberId(), held.role(), held.unitName()));
        return held.personId();
    }
}
