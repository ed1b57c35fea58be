package vn.ganbo.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.document.DossierPress;
import vn.ganbo.document.DossierText;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.meeting.Mark;
import vn.ganbo.meeting.MeetingDocuments;
import vn.ganbo.meeting.MeetingKind;
import vn.ganbo.meeting.MeetingPlan;
import vn.ganbo.meeting.MeetingWay;
import vn.ganbo.meeting.Meetings;
import vn.ganbo.organisation.Unit;

/** A cell's own Party life, some of it from afar: one meeting was held, one is called. */
@Component
@ConditionalOnProperty(name = "ganbo.demo", havingValue = "true")
class DemoCellMeetings {
    private static final String PERMISSION =
            "Công văn số 18-CV/ĐU, ngày 09/3/2026 của Đảng ủy phường";

    private static final Sql INVITED =
            Sql.of(
                    """
                    select a.member_id, coalesce(m.status = 'AWAY', false) as away,
                           coalesce(m.status = 'EXEMPT', false) as exempt
                      from meeting.published_attendance a
                      left join member.published_member m on m.id = a.member_id
                     where a.meeting_id = :meeting::uuid
                     order by m.sort_key, a.member_id
                    """);

    private final Meetings meetings;
    private final MeetingDocuments documents;
    private final DossierPress press;
    private final Db db;
    private final DemoClock clock;

    DemoCellMeetings(
            Meetings meetings,
            MeetingDocuments documents,
            DossierPress press,
            Db db,
            DemoClock clock) {
        this.meetings = meetings;
        this.documents = documents;
        this.press = press;
        this.db = db;
        this.clock = clock;
    }

    private record Invited(UUID memberId, boolean away, boolean exempt) {}

    /** Where a cell comes together, and where one joins from afar. */
    private record Where(String place, String link) {}

    void november(DemoOffices held, Map<String, Unit> byCode) {
        Unit cell = DemoResidents.unit(byCode, DemoSheets.HOA_BAN.cell(1));
        Viewer secretary = held.of(Role.RESIDENCE_CELL_SECRETARY, cell);
        Where house = new Where("Nhà văn hóa tổ dân phố 1", "https://hop.example.vn/chi-bo-to-1");
        hold(secretary, LocalDate.of(2026, 11, 5), house);
        Viewer atWork =
                held.of(
                        Role.WORKPLACE_CELL_SECRETARY,
                        DemoResidents.unit(byCode, DemoSheets.WORKPLACES.getFirst().cell(1)));
        hold(
                atWork,
                LocalDate.of(2026, 11, 4),
                new Where("Phòng họp tầng 2", "https://hop.example.vn/van-phong"));
        clock.standAt(LocalDate.of(2026, 11, 22).atTime(9, 0));
        UUID next = call(secretary, LocalDate.of(2026, 12, 5), 12, house);
        byte[] draft = draft(secretary);
        secretary.call(
                () -> documents.add(secretary, next, "Dự thảo nghị quyết tháng 12.pdf", draft));
    }

    private void hold(Viewer secretary, LocalDate on, Where where) {
        clock.standAt(on.minusDays(7).atTime(9, 0));
        UUID id = call(secretary, on, on.getMonthValue(), where);
        clock.standAt(on.atTime(20, 0));
        List<Meetings.Marking> marks =
                db.list(secretary.scope(), INVITED, Invited.class, "meeting", id).stream()
                        .filter(one -> !one.exempt())
                        .map(one ->
                                new Meetings.Marking(
                                        one.memberId(),
                                        null,
                                        one.away() ? Mark.FROM_AFAR : Mark.PRESENT))
                        .toList();
        secretary.call(() -> meetings.saveRollCall(secretary, id, marks));
        clock.standAt(on.atTime(21, 30));
        secretary.scope().run(() -> meetings.hold(secretary, id, 2, false));
    }

    private UUID call(Viewer secretary, LocalDate on, int month, Where where) {
        UUID id =
                secretary.call(() ->
                        meetings.plan(
                                secretary,
                                new MeetingPlan(
                                        secretary.unitNo(),
                                        MeetingKind.PARTY_LIFE,
                                        "Sinh hoạt chi bộ tháng " + month,
                                        on,
                                        LocalTime.of(20, 0),
                                        where.place(),
                                        "Đánh giá việc tháng trước\nBàn việc tháng tới, thông qua nghị quyết",
                                        MeetingWay.MIXED,
                                        where.link(),
                                        PERMISSION)));
        secretary.call(() -> meetings.invite(secretary, id, 1));
        return id;
    }

    private byte[] draft(Viewer secretary) {
        return press.draw(
                secretary.scope(),
                secretary.unitNo(),
                List.of(
                        new DossierText(
                                "ĐẢNG BỘ PHƯỜNG HOA BAN",
                                "CHI BỘ TỔ DÂN PHỐ 1",
                                "DỰ THẢO NGHỊ QUYẾT",
                                "Sinh hoạt chi bộ tháng 12 năm 2026",
                                List.of(
                                        new DossierText.Part(
                                                "Việc đã làm trong tháng 11",
                                                List.of(
                                                        new DossierText.Line(
                                                                null,
                                                                "Mười một việc được phân công đều có người báo cáo; một việc chậm vì mưa kéo dài."))),
                                        new DossierText.Part(
                                                "Việc tháng 12",
                                                List.of(
                                                        new DossierText.Line(
                                                                null,
                                                                "Kiểm điểm cuối năm xong trước ngày 20. Thăm hộ cần giúp trước Tết.")))))));
    }
}
