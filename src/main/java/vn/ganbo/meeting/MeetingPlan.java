package vn.ganbo.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;

/**
 * What a meeting is to be: checked input of planning and changing.
 *
 * @param unitNo the ward, cell or group that convenes
 * @param agenda one item a line
 * @param joinAt link, or places of the groups; empty where everybody comes in person
 * @param permission the paper of the committee above that allows it; empty likewise
 */
public record MeetingPlan(
        int unitNo,
        MeetingKind kind,
        String title,
        LocalDate plannedOn,
        LocalTime startsAt,
        String place,
        String agenda,
        MeetingWay way,
        String joinAt,
        String permission) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_AGENDA = 4000;
    private static final int LONGEST_JOIN = 500;

    /** Everybody comes to the place. */
    public MeetingPlan(
            int unitNo,
            MeetingKind kind,
            String title,
            LocalDate plannedOn,
            LocalTime startsAt,
            String place,
            String agenda) {
        this(unitNo, kind, title, plannedOn, startsAt, place, agenda, MeetingWay.IN_PERSON, "", "");
    }

    /** Cleans the texts. Throws {@link Problems} naming every field that cannot be taken. */
    public MeetingPlan {
        title = Texts.clean(title);
        place = Texts.clean(place);
        joinAt = way.fromAfar() ? Texts.clean(joinAt) : "";
        permission = way.fromAfar() ? Texts.clean(permission) : "";
        agenda =
                agenda.lines()
                        .map(Texts::clean)
                        .filter(l -> !l.isEmpty())
                        .reduce("", MeetingPlan::join);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (title.isEmpty()) {
            problems.add("title", "Cần ghi tên cuộc họp, ví dụ: Sinh hoạt 6 tháng cuối năm.");
        } else if (title.length() > LONGEST_TITLE) {
            problems.add(
                    "title",
                    "Tên cuộc họp dài quá 200 chữ. Hãy viết ngắn lại, chi tiết ghi vào nội dung.");
        }
        if (place.isEmpty()) {
            problems.add("place", "Cần ghi nơi họp để người được mời biết đường đến.");
        } else if (place.length() > LONGEST_TITLE) {
            problems.add("place", "Nơi họp dài quá 200 chữ. Hãy viết ngắn lại.");
        }
        if (agenda.isEmpty()) {
            problems.add("agenda", "Cần ghi nội dung: thông báo tình hình gì, xin ý kiến việc gì.");
        } else if (agenda.length() > LONGEST_AGENDA) {
            problems.add("agenda", "Nội dung dài quá 4.000 chữ. Hãy viết gọn, mỗi việc một dòng.");
        }
        if (way.fromAfar() && joinAt.isEmpty()) {
            problems.add(
                    "joinAt", "Ghi đường dẫn, hoặc nơi họp của từng nhóm, để người ở xa tham gia.");
        }
        problems.atMost("joinAt", joinAt, LONGEST_JOIN);
        problems.atMost("permission", permission, LONGEST_TITLE);
        problems.check();
    }

    private static String join(String above, String line) {
        return above.isEmpty() ? line : above + "\n" + line;
    }
}
