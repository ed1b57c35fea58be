package vn.ganbo.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.exchange.AgreementStore.Agreement;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;

/**
 * Quy chế phối hợp: what two committees signed on how they work together. One records it, the other
 * confirms; then it sets the days for an answer.
 */
@Service
class Agreements {
    private final AgreementStore store;
    private final Facts facts;
    private final Clock clock;

    Agreements(AgreementStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What both signed.
     *
     * @param since its first day
     * @param until its last day, or null while none is set
     * @param answerDays working days to answer a notice, from 1 to 60; null leaves the rulebook's
     */
    record NewAgreement(
            int workNo,
            int wardNo,
            LocalDate since,
            @Nullable LocalDate until,
            String paperNo,
            LocalDate signedOn,
            String body,
            String workContact,
            String wardContact,
            @Nullable Integer answerDays) {}

    /** Whether this office may record and confirm. */
    static boolean mayWrite(Viewer viewer) {
        return viewer.is(Role.WORKPLACE_OFFICE, Role.RESIDENCE_OFFICE);
    }

    /** Records it. Throws {@link Problems} when it overlaps another of the same two committees. */
    @Transactional
    UUID record(Viewer viewer, NewAgreement agreement) {
        if (!mayWrite(viewer)) {
            throw new NotFound();
        }
        Direction writes = Direction.writtenBy(viewer);
        int own = writes == Direction.TO_RESIDENCE ? agreement.workNo() : agreement.wardNo();
        if (!viewer.scope().sees(own)) {
            throw new NotFound();
        }
        Stamp stamp = Stamp.of(viewer, clock);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (agreement.signedOn().isAfter(stamp.on())) {
            problems.add("signedOn", "Ngày ký chưa đến. Xem lại ngày.");
        }
        LocalDate until = agreement.until();
        if (until != null && until.isBefore(agreement.since())) {
            problems.add("until", "Ngày cuối trước ngày đầu. Xem lại hai ngày này.");
        }
        problems.check();
        if (store.overlaps(viewer.scope(), agreement)) {
            throw Problems.of(
                    "since",
                    "Hai cấp ủy đã có quy chế phối hợp trong thời gian này. Kết thúc quy chế ấy trước, hoặc xem lại ngày.");
        }

        UUID id = Ids.next();
        store.add(viewer.scope(), id, agreement, writes, stamp);

        facts.tell(viewer, new ExchangeFacts.AgreementStep(id, "recorded"));
        return id;
    }

    /** The other side confirms; from now on it sets the days. */
    @Transactional
    void confirm(Viewer viewer, UUID id, int version) {
        Agreement agreement = fresh(viewer, id, version);
        if (agreement.recordedBySide().equals(Direction.writtenBy(viewer).from())) {
            throw new Refusal("exchange.confirmed-by-the-other");
        }
        if (!store.confirm(viewer.scope(), id, version, Stamp.of(viewer, clock))) {
            throw changed(agreement);
        }

        facts.tell(viewer, new ExchangeFacts.AgreementStep(id, "confirmed"));
    }

    /** Ends it today. */
    @Transactional
    void end(Viewer viewer, UUID id, int version) {
        Agreement agreement = fresh(viewer, id, version);
        LocalDate until = agreement.until();
        if (until != null && until.isBefore(LocalDate.now(clock))) {
            throw new Refusal("exchange.agreement-over", Show.date(until));
        }
        if (!store.end(viewer.scope(), id, version, Stamp.of(viewer, clock))) {
            throw changed(agreement);
        }

        facts.tell(viewer, new ExchangeFacts.AgreementStep(id, "ended"));
    }

    private Agreement fresh(Viewer viewer, UUID id, int version) {
        if (!mayWrite(viewer)) {
            throw new NotFound();
        }
        Agreement agreement = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        if (agreement.version() != version) {
            throw changed(agreement);
        }
        return agreement;
    }

    private static Conflict changed(Agreement agreement) {
        return new Conflict(agreement.changedBy(), agreement.changedAt().toInstant());
    }

    OptionalInt answerDays(Scope scope, int workNo, int resNo, LocalDate on) {
        return store.answerDays(scope, workNo, resNo, on);
    }
}
