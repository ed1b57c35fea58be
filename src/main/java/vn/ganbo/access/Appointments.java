package vn.ganbo.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
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
                new AccessFacts.OfficeGranted(
                        person, form.member(), form.role(), form.unit().name()));
        return person;
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
