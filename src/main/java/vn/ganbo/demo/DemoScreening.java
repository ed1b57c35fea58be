package vn.ganbo.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.ganbo.demo.DemoResidents.Resident;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.regulation.ScreeningGround;
import vn.ganbo.screening.LapseKind;
import vn.ganbo.screening.Lapses;
import vn.ganbo.screening.ScreeningOutcome;
import vn.ganbo.screening.Screenings;
import vn.ganbo.screening.TalkKind;

/** What invented cells noted of their members, one who is helped, and one who asked to leave. */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoScreening {
    /** The place on the list of the second cell of who is helped, and on the last of who leaves. */
    private static final int LOOKED_AT = 12;

    private static final String CHARGE = "Chi ủy viên phụ trách";

    private final Lapses lapses;
    private final Screenings screenings;
    private final DemoResidents residents;
    private final DemoClock clock;

    DemoScreening(Lapses lapses, Screenings screenings, DemoResidents residents, DemoClock clock) {
        this.lapses = lapses;
        this.screenings = screenings;
        this.residents = residents;
        this.clock = clock;
    }

    /** A cell's secretary, and the member whom the story is about. */
    private record About(Viewer secretary, Resident person) {}

    private About about(
            DemoOffices held,
            Map<String, Unit> byCode,
            DemoSheets.Committee ward,
            int cell,
            int place) {
        Viewer secretary =
                held.of(Role.RESIDENCE_CELL_SECRETARY, DemoResidents.unit(byCode, ward.cell(cell)));
        return new About(secretary, DemoResidents.at(residents.of(secretary.scope()), place));
    }

    void year(DemoOffices held, Map<String, Unit> byCode) {
        leaves(held, byCode);
        helped(about(held, byCode, DemoSheets.HOA_BAN, 2, LOOKED_AT));
        asked(about(held, byCode, DemoSheets.HOA_BAN, 1, DemoAway.BEHIND));
    }

    /** Three months away without a word, and a cell that first wants to help. */
    private void helped(About of) {
        for (int month = 3; month <= 5; month++) {
            note(
                    of,
                    LapseKind.ABSENCE,
                    month,
                    month == 3
                            ? "Bận việc nhà, lần sau sẽ báo."
                            : "Nói là làm ca tối, không xin nghỉ được.");
        }
        talk(of, TalkKind.REMINDED, day(4, 6), "Nhắc báo trước khi vắng.");
        talk(
                of,
                TalkKind.TALKED,
                day(5, 8),
                "Chi ủy đến nhà. Đồng chí buồn vì mất việc ở xưởng, ngại gặp mọi người.");
        Viewer secretary = of.secretary();
        clock.standAt(day(7, 5).atTime(20, 30));
        UUID id =
                secretary.call(() ->
                        screenings.open(
                                secretary,
                                new Screenings.Opening(
                                        of.person().id(),
                                        ScreeningGround.LAPSES,
                                        "11-NQ/CB",
                                        day(7, 5),
                                        "")));
        clock.standAt(day(7, 12).atTime(20, 0));
        secretary
                .scope()
                .run(() ->
                        screenings.hear(
                                secretary,
                                id,
                                day(7, 12),
                                "Tôi biết mình sai khi không báo. Tôi muốn tiếp tục sinh hoạt, mong chi bộ xếp họp tối Chủ nhật."));
        clock.standAt(day(7, 13).atTime(9, 0));
        secretary
                .scope()
                .run(() ->
                        screenings.plan(
                                secretary,
                                id,
                                1,
                                new Screenings.Plan(
                                        "Chi bộ họp tối Chủ nhật; giới thiệu việc làm gần nhà; đồng chí nhận việc mở tủ sách tối thứ Bảy.",
                                        "Bí thư chi bộ và tổ trưởng tổ đảng 1",
                                        day(7, 15),
                                        LocalDate.of(2027, 1, 15))));
        look(of, id, day(9, 6), "Dự đủ hai buổi họp. Đã có việc ở hợp tác xã, làm ban ngày.");
        look(
                of,
                id,
                day(11, 8),
                "Dự đủ các buổi từ tháng 8, đã nhận việc tủ sách. Tiếp tục đến hết kế hoạch.");
    }

    /** Two months of dues were asked about, and the committee spoke with the person. */
    private void asked(About of) {
        clock.standAt(day(11, 6).atTime(20, 0));
        Viewer secretary = of.secretary();
        secretary
                .scope()
                .run(() ->
                        lapses.note(
                                secretary,
                                of.person().id(),
                                new Lapses.Noted(
                                        LapseKind.DUES,
                                        day(9, 1),
                                        "Chi ủy viên phụ trách, gặp ngày 05/11/2026",
                                        "Gia đình có người nằm viện hai tháng, xin đóng bù trong tháng 12.",
                                        false)));
        talk(
                of,
                TalkKind.TALKED,
                day(11, 6),
                "Hỏi thăm gia đình; hẹn đóng bù trước 20/12. Chi bộ cử hai người trông giúp buổi tối.");
    }

    /** Somebody asks to leave, is heard, and the committee agrees. */
    private void leaves(DemoOffices held, Map<String, Unit> byCode) {
        DemoSheets.Committee committee = DemoSheets.NA_LINH;
        About of = about(held, byCode, committee, committee.cells(), LOOKED_AT);
        Viewer secretary = of.secretary();
        Viewer office =
                held.of(Role.RESIDENCE_OFFICE, DemoResidents.unit(byCode, committee.code()));
        clock.standAt(day(8, 9).atTime(20, 0));
        UUID id =
                secretary.call(() ->
                        screenings.open(
                                secretary,
                                new Screenings.Opening(
                                        of.person().id(),
                                        ScreeningGround.OWN_REQUEST,
                                        "08-NQ/CB",
                                        day(8, 9),
                                        "Đơn xin ra khỏi Đảng ngày 01/8/2026, lý do sang định cư cùng gia đình con.")));
        secretary
                .scope()
                .run(() ->
                        screenings.hear(
                                secretary,
                                id,
                                day(8, 9),
                                "Tôi giữ nguyên đơn; cảm ơn chi bộ đã động viên suy nghĩ lại."));
        clock.standAt(day(8, 16).atTime(20, 0));
        secretary
                .scope()
                .run(() ->
                        screenings.propose(
                                secretary,
                                id,
                                1,
                                new Screenings.Proposal(
                                        ScreeningOutcome.LEAVE,
                                        "Đồng chí giữ nguyên nguyện vọng sau hai lần gặp.",
                                        "09-NQ/CB",
                                        day(8, 16))));
        clock.standAt(day(9, 10).atTime(15, 0));
        office.scope()
                .run(() ->
                        screenings.decide(
                                office,
                                id,
                                2,
                                new Screenings.Paper(
                                        "57-QĐ/ĐU",
                                        day(9, 10),
                                        "Ban Thường vụ Đảng ủy " + committee.name())));
    }

    private void note(About of, LapseKind kind, int month, String answer) {
        Viewer secretary = of.secretary();
        clock.standAt(day(month + 1, 3).atTime(20, 0));
        secretary
                .scope()
                .run(() ->
                        lapses.note(
                                secretary,
                                of.person().id(),
                                new Lapses.Noted(kind, day(month, 1), CHARGE, answer, false)));
    }

    private void talk(About of, TalkKind kind, LocalDate on, String words) {
        Viewer secretary = of.secretary();
        clock.standAt(on.atTime(21, 0));
        secretary.scope().run(() -> lapses.talk(secretary, of.person().id(), kind, on, words));
    }

    private void look(About of, UUID id, LocalDate on, String words) {
        Viewer secretary = of.secretary();
        clock.standAt(on.atTime(20, 0));
        secretary.scope().run(() -> screenings.look(secretary, id, on, words));
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
