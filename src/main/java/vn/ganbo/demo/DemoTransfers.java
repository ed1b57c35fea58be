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
import vn.ganbo.screening.LapseKind;
import vn.ganbo.screening.Lapses;
import vn.ganbo.screening.TalkKind;
import vn.ganbo.transfer.HostStays;
import vn.ganbo.transfer.TransferCause;
import vn.ganbo.transfer.Transfers;

/** Who of the invented people goes on elsewhere, and the little that was noted of a cell. */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoTransfers {
    private static final List<String> DOSSIER = List.of("review", "card", "decision");

    private final Transfers transfers;
    private final HostStays stays;
    private final Lapses lapses;
    private final DemoResidents residents;
    private final DemoClock clock;

    DemoTransfers(
            Transfers transfers,
            HostStays stays,
            Lapses lapses,
            DemoResidents residents,
            DemoClock clock) {
        this.transfers = transfers;
        this.stays = stays;
        this.lapses = lapses;
        this.residents = residents;
        this.clock = clock;
    }

    /** Somebody is with a host since September; the host was asked for its comment. */
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
                        LocalDate.of(2027, 2, 28));
        clock.standAt(day(9, 3).atTime(9, 0));
        health.scope().run(() -> stays.begin(health, stay, 2, day(9, 3)));
        clock.standAt(day(11, 12).atTime(9, 0));
        hospital.scope().run(() -> stays.ask(hospital, stay));
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

    /** Two months of dues were asked about, and the committee spoke with the person. */
    void noted(DemoOffices held, Map<String, Unit> byCode) {
        Viewer secretary =
                held.of(
                        Role.RESIDENCE_CELL_SECRETARY,
                        DemoResidents.unit(byCode, DemoSheets.HOA_BAN.cell(1)));
        UUID member = residents.of(secretary.scope()).get(DemoAway.BEHIND).id();
        clock.standAt(day(11, 6).atTime(20, 0));
        secretary
                .scope()
                .run(() ->
                        lapses.note(
                                secretary,
                                member,
                                new Lapses.Noted(
                                        LapseKind.DUES,
                                        day(9, 1),
                                        "Chi ủy viên phụ trách, gặp ngày 05/11/2026",
                                        "Gia đình có người nằm viện hai tháng, xin đóng bù trong tháng 12.",
                                        false)));
        secretary
                .scope()
                .run(() ->
                        lapses.talk(
                                secretary,
                                member,
                                TalkKind.TALKED,
                                day(11, 6),
                                "Hỏi thăm gia đình; hẹn đóng bù trước 20/12. Chi bộ cử hai người trông giúp buổi tối."));
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
