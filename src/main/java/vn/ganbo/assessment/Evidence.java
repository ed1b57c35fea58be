package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Tone;
import vn.ganbo.meeting.AttendanceStatus;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.web.Choice;

/**
 * Căn cứ: what is known of a member in the year, each with its source. An absence that the member
 * is still being asked about is shown as such and speaks neither for nor against.
 */
record Evidence(List<Line> lines, Attended attended, int opinions) {
    /** How often, of the meetings held; asking are absences whose reason is still open. */
    record Attended(
            long held, long present, long excused, long unexcused, long household, long asking) {}

    static Evidence of(List<Line> lines, List<AttendanceStatus> marks) {
        return new Evidence(
                List.copyOf(lines),
                new Attended(
                        marks.size(),
                        count(marks, AttendanceStatus.PRESENT),
                        count(marks, AttendanceStatus.EXCUSED),
                        count(marks, AttendanceStatus.UNEXCUSED),
                        count(marks, AttendanceStatus.HOUSEHOLD),
                        count(
                                marks,
                                AttendanceStatus.TO_ASK,
                                AttendanceStatus.ASKING,
                                AttendanceStatus.TO_DECIDE)),
                lines.size() - marks.size());
    }

    private static long count(List<AttendanceStatus> marks, AttendanceStatus... of) {
        return marks.stream().filter(List.of(of)::contains).count();
    }

    /** One thing known, newest first; the link opens its source. */
    record Line(LocalDate on, String kind, String text, Tone tone, @Nullable String link) {
        String day() {
            return Show.date(on) + " · " + kind;
        }
    }

    /** What the program says under a criterion; null where it has nothing to say. */
    @Nullable String hint(Criterion criterion) {
        if ("attendance".equals(criterion.evidence())) {
            return attended.held() == 0
                    ? "Chưa có thông tin: năm này sổ chưa ghi kỳ họp nào."
                    : "Sổ ghi: có mặt %d/%d kỳ%s%s%s."
                            .formatted(
                                    attended.present(),
                                    attended.held(),
                                    part(attended.excused(), "vắng có lý do"),
                                    part(attended.unexcused(), "vắng không lý do"),
                                    part(attended.household(), "người nhà họp thay"));
        }
        if ("opinions".equals(criterion.evidence())) {
            return opinions == 0
                    ? "Chưa có thông tin: năm này sổ chưa ghi ý kiến nào."
                    : "Sổ ghi: đã góp %d ý kiến.".formatted(opinions);
        }
        return null;
    }

    private static String part(long count, String words) {
        return count == 0 ? "" : ", " + count + " kỳ " + words;
    }

    /** A sentence in amber when something speaks against an answer or is still open. */
    @Nullable String warning(Criterion criterion) {
        return "attendance".equals(criterion.evidence()) && attended.asking() > 0
                ? "Sổ ghi vắng %d kỳ, lý do đang được hỏi. Chờ trả lời, hoặc ghi căn cứ khác."
                        .formatted(attended.asking())
                : null;
    }

    /** The answers, drawn in amber when chosen against what is on record; best answer first. */
    List<Choice> choices(Criterion criterion) {
        int last = criterion.options().size() - 1;
        return java.util.stream.IntStream.rangeClosed(0, last)
                .mapToObj(i ->
                        Choice.of(
                                        criterion.options().get(i).key(),
                                        criterion.options().get(i).label())
                                .withWarning(speaksAgainst(criterion, i, last)))
                .toList();
    }

    private boolean speaksAgainst(Criterion criterion, int option, int last) {
        if (!"attendance".equals(criterion.evidence()) || attended.held() == 0) {
            return false;
        }
        boolean missed = attended.unexcused() + attended.household() > 0;
        return attended.asking() > 0
                || (option == 0 && missed)
                || (option == last && attended.present() > 0);
    }
}
