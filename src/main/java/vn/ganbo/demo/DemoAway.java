package vn.ganbo.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.ganbo.assignment.Assignments;
import vn.ganbo.away.AwayApplications;
import vn.ganbo.away.AwayContacts;
import vn.ganbo.away.ContactRhythm;
import vn.ganbo.away.DueMark;
import vn.ganbo.away.Dues;
import vn.ganbo.away.RequestWay;
import vn.ganbo.away.StayRequests;
import vn.ganbo.demo.DemoResidents.Resident;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.regulation.LeaveExtent;

/** Who of the invented wards is away or excused, how the cells hear of them, and the dues. */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoAway {
    private static final int YEAR = 2026;

    /** The place of somebody on the list of the first cell who is away and writes each month. */
    static final int REGULAR = 12;

    /** The place of somebody on the list of the first cell who has not paid for two months. */
    static final int BEHIND = 7;

    private static final int GOES = 13;
    private static final int HELPS = 9;

    private final AwayApplications applications;
    private final AwayContacts contacts;
    private final Assignments assignments;
    private final StayRequests requests;
    private final Dues dues;
    private final DemoResidents residents;
    private final DemoClock clock;

    DemoAway(
            AwayApplications applications,
            AwayContacts contacts,
            Assignments assignments,
            StayRequests requests,
            Dues dues,
            DemoResidents residents,
            DemoClock clock) {
        this.applications = applications;
        this.contacts = contacts;
        this.assignments = assignments;
        this.requests = requests;
        this.dues = dues;
        this.residents = residents;
        this.clock = clock;
    }

    /** A cell, who speaks for it, and its members, the eldest first. */
    private record Cell(Unit unit, Viewer secretary, Viewer ward, List<Resident> own) {
        Resident at(int place) {
            return DemoResidents.at(own, place);
        }

        Viewer self(int place) {
            return at(place).self(unit);
        }
    }

    private Cell cell(
            DemoOffices held, Map<String, Unit> byCode, DemoSheets.Committee committee, int n) {
        Unit unit = DemoResidents.unit(byCode, committee.cell(n));
        Viewer secretary = held.of(Role.RESIDENCE_CELL_SECRETARY, unit);
        Viewer ward = held.of(Role.RESIDENCE_OFFICE, DemoResidents.unit(byCode, committee.code()));
        return new Cell(unit, secretary, ward, residents.of(secretary.scope()));
    }

    /** From January to July: who was granted what, and where they went. */
    void firstHalf(DemoOffices held, Map<String, Unit> byCode) {
        for (DemoSheets.Committee ward : DemoSheets.WARDS) {
            Cell first = cell(held, byCode, ward, 1);
            Cell second = cell(held, byCode, ward, 2);
            Cell third = cell(held, byCode, ward, 3);
            decided(
                    third,
                    12,
                    day(1, 5),
                    wish(
                            "abroad",
                            "Nhật Bản",
                            "Chăm cháu, ở cùng gia đình con",
                            day(1, 15),
                            day(12, 14)));
            excused(first, 0, "age", LeaveExtent.FULL, day(2, 10));
            excused(second, 1, "health", LeaveExtent.REDUCED, day(3, 3));
            UUID silent =
                    decided(
                            second,
                            GOES,
                            day(4, 2),
                            wish(
                                    "remote-work",
                                    "xã Sông Đà",
                                    "Công trình thủy điện",
                                    day(4, 15),
                                    LocalDate.of(YEAR + 1, 4, 14)));
            arrange(second, silent, ContactRhythm.MONTH);
            well(second, GOES, day(6, 10));
            UUID regular =
                    decided(
                            first,
                            REGULAR,
                            day(5, 19),
                            wish(
                                    "mobile-work",
                                    "phường Bến Cảng",
                                    "Lái xe tải đường dài",
                                    day(6, 1),
                                    LocalDate.of(YEAR + 1, 4, 30)));
            arrange(first, regular, ContactRhythm.MONTH);
            decided(
                    third,
                    GOES,
                    day(6, 18),
                    wish(
                            "mobile-work",
                            "khu công nghiệp Đồng Vàng",
                            "Công nhân lắp ráp",
                            day(7, 1),
                            LocalDate.of(YEAR + 1, 5, 31)));
        }
    }

    /** From July to November: who was heard of, what was asked, and what waits. */
    void secondHalf(DemoOffices held, Map<String, Unit> byCode) {
        for (DemoSheets.Committee ward : DemoSheets.WARDS) {
            Cell first = cell(held, byCode, ward, 1);
            Cell second = cell(held, byCode, ward, 2);
            Cell third = cell(held, byCode, ward, 3);
            for (int month = 7; month <= 11; month++) {
                well(first, REGULAR, day(month, 3));
            }
            well(second, GOES, day(8, 5));
            well(third, 12, day(9, 20));
            UUID answered =
                    ask(
                            third,
                            GOES,
                            "Đảng ủy khu công nghiệp Đồng Vàng",
                            "Đề nghị cho biết đồng chí có thể sinh hoạt tạm thời ở chi bộ nào gần nơi làm.",
                            day(8, 5),
                            day(9, 5));
            clock.standAt(day(8, 28).atTime(10, 0));
            third.secretary()
                    .scope()
                    .run(() ->
                            requests.answer(
                                    third.secretary(),
                                    answered,
                                    1,
                                    new StayRequests.Answer(
                                            day(8, 28),
                                            "Tạ Văn Kiên, Phó Bí thư",
                                            "Chi bộ Phân xưởng 2 nhận đồng chí đến dự sinh hoạt mở rộng mỗi quý.")));
            ask(
                    first,
                    REGULAR,
                    "Đảng ủy phường Bến Cảng",
                    "Đề nghị cho biết tình hình chấp hành quy định nơi tạm trú của đồng chí.",
                    day(11, 4),
                    day(12, 4));
            clock.standAt(day(11, 17).atTime(20, 30));
            Viewer helped = third.self(GOES);
            UUID request =
                    helped.call(() ->
                            contacts.report(
                                    helped,
                                    "Nhờ chi bộ chỉ giúp cách đổi bảo hiểm y tế sang nơi đang ở.",
                                    "Công việc ổn định, tháng 12 tăng ca nhiều.",
                                    null));
            if (ward.equals(DemoSheets.HOA_BAN) && request != null) {
                help(third, request);
            }
            wait(first, second);
            decided(
                    first,
                    GOES,
                    day(11, 8),
                    new AwayApplications.Wish(
                            "abroad",
                            LeaveExtent.REDUCED,
                            "Hàn Quốc",
                            "Học nghề theo hợp đồng",
                            "",
                            "",
                            day(11, 18),
                            LocalDate.of(YEAR + 1, 6, 30),
                            null));
        }
        night();
    }

    /** Somebody of the cell helps who is away. */
    private void help(Cell cell, UUID request) {
        clock.standAt(day(11, 18).atTime(9, 0));
        UUID task =
                cell.secretary()
                        .call(() ->
                                contacts.giveAsTask(
                                        cell.secretary(),
                                        request,
                                        1,
                                        new AwayContacts.Giving(
                                                cell.at(HELPS).id(),
                                                "Giúp đồng chí %s đổi bảo hiểm y tế"
                                                        .formatted(cell.at(GOES).fullName()),
                                                "Hỏi bảo hiểm xã hội phường cần giấy gì, gọi báo cho đồng chí.",
                                                day(11, 30))));
        clock.standAt(day(11, 18).atTime(19, 30));
        Viewer helper = cell.self(HELPS);
        helper.scope().run(() -> assignments.answer(helper, task, 1, true, "Sáng mai tôi hỏi."));
    }

    /** One for the cell committee, one for the resolution. */
    private void wait(Cell first, Cell second) {
        clock.standAt(day(11, 18).atTime(20, 0));
        Viewer applicant = first.self(10);
        applicant.call(() ->
                applications.apply(
                        applicant,
                        wish(
                                "remote-work",
                                "xã Nậm Pung",
                                "Kỹ thuật viên trạm viễn thông",
                                LocalDate.of(YEAR, 12, 1),
                                LocalDate.of(YEAR + 1, 10, 31))));
        clock.standAt(day(11, 9).atTime(9, 0));
        UUID treated =
                second.secretary()
                        .call(() ->
                                applications.note(
                                        second.secretary(),
                                        second.at(11).id(),
                                        false,
                                        day(11, 9),
                                        wish(
                                                "treatment",
                                                "Thành phố Hà Nội",
                                                "",
                                                day(11, 25),
                                                LocalDate.of(YEAR + 1, 3, 31))));
        clock.standAt(day(11, 14).atTime(20, 0));
        second.secretary()
                .scope()
                .run(() -> applications.support(second.secretary(), treated, 1, day(11, 14)));
    }

    /** Applied, supported, resolved and decided within nine days. */
    private UUID decided(Cell cell, int place, LocalDate on, AwayApplications.Wish wish) {
        clock.standAt(on.atTime(20, 0));
        Viewer self = cell.self(place);
        UUID id = self.call(() -> applications.apply(self, wish));
        resolved(cell, id, on);
        clock.standAt(on.plusDays(9).atTime(15, 0));
        cell.ward().scope().run(() -> applications.decide(cell.ward(), id, 3, "", on.plusDays(9)));
        return id;
    }

    /** What the cell decides itself and reports. */
    private void excused(Cell cell, int place, String ground, LeaveExtent extent, LocalDate on) {
        clock.standAt(on.atTime(9, 0));
        UUID id =
                cell.secretary()
                        .call(() ->
                                applications.note(
                                        cell.secretary(),
                                        cell.at(place).id(),
                                        true,
                                        on,
                                        new AwayApplications.Wish(
                                                ground,
                                                extent,
                                                "Tại nhà",
                                                "",
                                                "",
                                                "",
                                                on.plusDays(6),
                                                null,
                                                null)));
        resolved(cell, id, on);
        clock.standAt(on.plusDays(8).atTime(9, 0));
        cell.secretary()
                .scope()
                .run(() -> applications.report(cell.secretary(), id, 3, on.plusDays(8)));
    }

    private void resolved(Cell cell, UUID id, LocalDate on) {
        Viewer secretary = cell.secretary();
        clock.standAt(on.plusDays(2).atTime(20, 0));
        secretary.scope().run(() -> applications.support(secretary, id, 1, on.plusDays(2)));
        clock.standAt(on.plusDays(6).atTime(21, 0));
        secretary
                .scope()
                .run(() ->
                        applications.resolve(
                                secretary,
                                id,
                                2,
                                new AwayApplications.Resolution(
                                        "%02d-NQ/CB".formatted(on.getMonthValue() + 3),
                                        on.plusDays(6),
                                        11,
                                        0)));
    }

    private void arrange(Cell cell, UUID id, ContactRhythm rhythm) {
        cell.secretary()
                .scope()
                .run(() ->
                        contacts.arrange(
                                cell.secretary(),
                                id,
                                4,
                                new AwayContacts.Arrangement(
                                        rhythm,
                                        "Đảng ủy phường Bến Cảng",
                                        "Chuyên viên Văn phòng Đảng ủy",
                                        "0600000042")));
    }

    private void well(Cell cell, int place, LocalDate on) {
        clock.standAt(on.atTime(19, 0));
        Viewer self = cell.self(place);
        self.scope().run(() -> contacts.allIsWell(self));
    }

    private UUID ask(Cell cell, int place, String whom, String what, LocalDate on, LocalDate due) {
        clock.standAt(on.atTime(9, 0));
        return cell.secretary()
                .call(() ->
                        requests.ask(
                                cell.secretary(),
                                cell.at(place).id(),
                                new StayRequests.Question(
                                        whom, what, "", RequestWay.POST, on, due)));
    }

    private void night() {
        clock.standAt(day(11, 20).atTime(4, 40));
        Viewer viewer = Viewer.system("remind of times of exemption that end soon");
        viewer.scope().run(() -> applications.settle(viewer));
        viewer.scope().run(() -> applications.remind(viewer));
        for (int rung = 3; rung >= 1; rung--) {
            int of = rung;
            viewer.scope().run(() -> contacts.climb(viewer, of));
        }
    }

    /** The first cell's year: one pays less, one is two months behind, November is not done. */
    void dues(DemoOffices held, Map<String, Unit> byCode) {
        Cell cell = cell(held, byCode, DemoSheets.HOA_BAN, 1);
        Viewer secretary = cell.secretary();
        for (int month = 1; month <= 10; month++) {
            clock.standAt(day(month, 26).atTime(16, 0));
            YearMonth of = YearMonth.of(YEAR, month);
            mark(cell, 1, of, DueMark.REDUCED);
            if (month >= 9) {
                mark(cell, BEHIND, of, DueMark.UNPAID);
            }
            secretary.call(() -> dues.restHasPaid(secretary, cell.unit().no(), of));
        }
        clock.standAt(day(11, 20).atTime(16, 0));
        for (int place = 2; place < 9; place++) {
            if (place != BEHIND) {
                mark(cell, place, YearMonth.of(YEAR, 11), DueMark.PAID);
            }
        }
    }

    private void mark(Cell cell, int place, YearMonth month, DueMark mark) {
        cell.secretary()
                .scope()
                .run(() -> dues.mark(cell.secretary(), cell.at(place).id(), month, mark));
    }

    private static AwayApplications.Wish wish(
            String ground, String place, String work, LocalDate since, @Nullable LocalDate until) {
        return new AwayApplications.Wish(
                ground, LeaveExtent.FULL, place, work, "0600000077", "", since, until, null);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(YEAR, month, day);
    }
}
