package vn.ganbo.meeting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ganbo.kernel.Show;
import vn.ganbo.web.Part;

/**
 * Kết quả điểm danh: how many of the invited came, asked leave, are being asked.
 *
 * @param invited everyone within the viewer's scope
 * @param coming who said before that they would come
 * @param leave who asked leave before
 * @param exempt who is exempt from Party life or with a host, and may come
 * @param own of the cell's own members, who is counted and who of them came
 * @param guests of those who stay here for a time, the same; they are counted apart
 * @param fromAfar of those present, who took part from afar
 * @param byStatus people by how their attendance stands today
 * @param places places on the register with their invited and their unmarked people
 */
record Result(
        long invited,
        long coming,
        long leave,
        long exempt,
        long fromAfar,
        Share own,
        Share guests,
        Map<AttendanceStatus, Long> byStatus,
        List<Place> places) {

    /**
     * How many of those counted came: who is exempt or with a host is counted only where present
     * (Quy định 294-QĐ/TW, 9.3.2).
     */
    record Share(long counted, long present) {
        static final Share NONE = new Share(0, 0);

        Share with(MeetingQueries.Count count) {
            boolean came = count.mark() == Mark.PRESENT || count.mark() == Mark.FROM_AFAR;
            return new Share(
                    counted + (came || !count.exempt() ? count.people() : 0),
                    present + (came ? count.people() : 0));
        }
    }

    /** One cell or group. */
    record Place(int unitNo, String name, long invited, long unmarked) {}

    static Result of(List<MeetingQueries.Count> counts, LocalDate today) {
        long invited = 0;
        long coming = 0;
        long leave = 0;
        long exempt = 0;
        long fromAfar = 0;
        Share own = Share.NONE;
        Share guests = Share.NONE;
        Map<AttendanceStatus, Long> byStatus = new EnumMap<>(AttendanceStatus.class);
        Map<Integer, Place> places = new LinkedHashMap<>();
        for (MeetingQueries.Count count : counts) {
            invited += count.people();
            coming += count.reply() == Reply.COMING ? count.people() : 0;
            leave += count.reply() == Reply.LEAVE ? count.people() : 0;
            exempt += count.exempt() ? count.people() : 0;
            fromAfar += count.mark() == Mark.FROM_AFAR ? count.people() : 0;
            if (count.stay() == Stay.HERE) {
                guests = guests.with(count);
            } else {
                own = own.with(count);
            }
            byStatus.merge(count.status(today), count.people(), Long::sum);
            places.merge(
                    count.unitNo(),
                    new Place(
                            count.unitNo(),
                            count.unitName(),
                            count.people(),
                            count.mark() == null && !count.exempt() ? count.people() : 0),
                    (a, b) ->
                            new Place(
                                    a.unitNo(),
                                    a.name(),
                                    a.invited() + b.invited(),
                                    a.unmarked() + b.unmarked()));
        }
        return new Result(
                invited,
                coming,
                leave,
                exempt,
                fromAfar,
                own,
                guests,
                byStatus,
                List.copyOf(places.values()));
    }

    long of(AttendanceStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }

    /** Who still needs a mark; of who is exempt none is needed. */
    long unmarked() {
        return places.stream().mapToLong(Place::unmarked).sum();
    }

    /** Absent, and nobody knows yet whether with a good reason. */
    long open() {
        return of(AttendanceStatus.TO_ASK)
                + of(AttendanceStatus.ASKING)
                + of(AttendanceStatus.TO_DECIDE);
    }

    List<Part> bar() {
        return List.of(
                part(AttendanceStatus.PRESENT),
                part(AttendanceStatus.EXCUSED),
                part(AttendanceStatus.HOUSEHOLD),
                part(AttendanceStatus.UNEXCUSED));
    }

    private Part part(AttendanceStatus status) {
        return Part.of(of(status), invited, status.tone());
    }

    /** The bar in words. */
    String words() {
        return "%s có mặt, %s vắng có phép, %s người nhà họp thay, %s đang hỏi lý do, %s vắng không phép, trong %s người được mời"
                .formatted(
                        Show.number(of(AttendanceStatus.PRESENT)),
                        Show.number(of(AttendanceStatus.EXCUSED)),
                        Show.number(of(AttendanceStatus.HOUSEHOLD)),
                        Show.number(open()),
                        Show.number(of(AttendanceStatus.UNEXCUSED)),
                        Show.number(invited));
    }
}
