package vn.ganbo.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.ganbo.demo.DemoResidents.Resident;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.transfer.HostStays;
import vn.ganbo.transfer.TransferCause;
import vn.ganbo.transfer.Transfers;

/** Who of the invented people goes on elsewhere. */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoTransfers {
    private static final List<String> DOSSIER = List.of("review", "card", "decision");

    private final Transfers transfers;
    private final HostStays stays;
    private final DemoResidents residents;
    private final DemoClock clock;

    DemoTransfers(Transfers transfers, HostStays stays, DemoResidents residents, DemoClock clock) {
        this.transfers = transfers;
        this.stays = stays;
        this.residents = residents;
        this.clock = clock;
    }

    /**
     * Somebody is with a cell of a host since September; that cell was asked for its comment, and
     * the stay, which was to end with November, lasts until the end of February.
     */
    void autumn(DemoOffices held, Map<String, Unit> byCode) {
        Viewer hospital = office(held, byCode, 1);
        Viewer health = office(held, byCode, 0);
        clock.standAt(day(8, 20).atTime(9, 0));
        UUID stay =
                issued(
                        hospital,
                        8,
                        TransferCause.POSTING,
                        workplace(byCode, 0),
                        day(8, 18),
                        day(9, 1),
                        day(11, 30));
        clock.standAt(day(9, 3).atTime(9, 0));
        int cell = DemoResidents.unit(byCode, DemoSheets.WORKPLACES.getFirst().cell(1)).no();
        health.scope().run(() -> stays.begin(health, stay, 2, day(9, 3), cell));
        clock.standAt(day(11, 12).atTime(9, 0));
        hospital.scope().run(() -> stays.ask(hospital, stay));
        clock.standAt(day(11, 13).atTime(15, 0));
        hospital.scope()
                .run(() ->
                        stays.extend(
                                hospital,
                                stay,
                                3,
                                new HostStays.Longer(
                                        LocalDate.of(2027, 2, 28), "57-CV/ĐU", day(11, 12))));
    }

    /** One letter is on its way, one case was opened and waits for its letter. */
    void november(DemoOffices held, Map<String, Unit> byCode) {
        clock.standAt(day(11, 16).atTime(10, 0));
        issued(
                office(held, byCode, 2),
                9,
                TransferCause.JOB,
                workplace(byCode, 0),
                day(11, 9),
                null,
                null);
        clock.standAt(day(11, 19).atTime(10, 0));
        opened(
                office(held, byCode, 1),
                0,
                TransferCause.RETIREMENT,
                DemoResidents.unit(byCode, DemoSheets.SUOI_MO.code()),
                day(11, 16),
                null,
                null);
    }

    private UUID issued(
            Viewer office,
            int place,
            TransferCause cause,
            Unit to,
            LocalDate decidedOn,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        UUID id = opened(office, place, cause, to, decidedOn, since, until);
        office.scope()
                .run(() ->
                        transfers.issue(
                                office,
                                id,
                                1,
                                DOSSIER,
                                true,
                                new Transfers.Signer("Nông Văn Trường", "Phó Bí thư")));
        return id;
    }

    private UUID opened(
            Viewer office,
            int place,
            TransferCause cause,
            Unit to,
            LocalDate decidedOn,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        List<Resident> own = residents.of(office.scope());
        return office.call(() ->
                transfers.open(
                        office,
                        new Transfers.Opening(
                                own.get(place % own.size()).id(),
                                cause,
                                false,
                                "%d/QĐ-TCCB".formatted(200 + place * 7),
                                decidedOn,
                                to.id(),
                                "",
                                since,
                                until)));
    }

    private static Viewer office(DemoOffices held, Map<String, Unit> byCode, int n) {
        return held.of(Role.WORKPLACE_OFFICE, workplace(byCode, n));
    }

    private static Unit workplace(Map<String, Unit> byCode, int n) {
        return DemoResidents.unit(byCode, DemoSheets.WORKPLACES.get(n).code());
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
