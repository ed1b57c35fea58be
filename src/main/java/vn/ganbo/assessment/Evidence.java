package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Tone;
import vn.ganbo.meeting.AttendanceStatus;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.Duty;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.SlipForm;
import vn.ganbo.web.Choice;

/**
 * Căn cứ: what is known of a member in the year, each with its source. An absence that the member
 * is still being asked about is shown as such and speaks neither for nor against.
 */
record Evidence(List<Line> lines, Attended attended, int opinions, List<Group> groups) {
    Evidence {
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
    }

    /** What a line is, for the rules that place it under a duty and write of it. */
    enum Known {
        PRESENT,
        EXCUSED,
        UNEXCUSED,
        HOUSEHOLD,
        OPEN,
        OPINION,
        PRAISE,
        COMMENDATION,
        CHANGE,
        TASK,
        TASK_BEHIND,
        PEOPLE,
        OTHER_NOTICE
    }

    /** One duty of the regulation with what is known under it; the last one is for the rest. */
    record Group(String label, List<Line> lines) {
        Group {
            lines = List.copyOf(lines);
        }
    }

    /** How often, of the meetings held; asking are absences whose reason is still open. */
    record Attended(
            long held, long present, long excused, long unexcused, long household, long asking) {
        /** Meetings of which it is clear whether the person came; open questions do not count. */
        long concluded() {
            return present + excused + unexcused + household;
        }
    }

    /** Sorted under the duties of the rulebook that the slip was made under. */
    static Evidence of(List<Line> lines, List<AttendanceStatus> marks, Rulebook book) {
        return new Evidence(
                lines,
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
                (int) lines.stream().filter(l -> l.known() == Known.OPINION).count(),
                groups(lines, book));
    }

    private static List<Group> groups(List<Line> lines, Rulebook book) {
        List<Group> out = new ArrayList<>();
        List<Line> rest = new ArrayList<>(lines);
        for (Duty duty : book.duties()) {
            List<Line> here =
                    lines.stream()
                            .filter(line -> dutyOf(line.known(), book) == duty.number())
                            .toList();
            rest.removeAll(here);
            out.add(new Group(duty.number() + ". " + duty.label(), here));
        }
        if (!rest.isEmpty()) {
            out.add(new Group("Thông tin khác", rest));
        }
        return out;
    }

    /**
     * The duty that something speaks to: attendance and opinions where the rulebook asks for them
     * on the slip, praise under the first criterion, a task of the cell under the second, a
     * reported change under the last duty; 0 where no duty is meant.
     */
    static int dutyOf(Known known, Rulebook book) {
        return switch (known) {
            case PRESENT, EXCUSED, UNEXCUSED, HOUSEHOLD, OPEN ->
                    dutyOf(book, c -> "attendance".equals(c.evidence()));
            case OPINION -> dutyOf(book, c -> "opinions".equals(c.evidence()));
            case PRAISE, COMMENDATION -> dutyOf(book, c -> "example".equals(c.key()));
            case TASK, TASK_BEHIND -> dutyOf(book, c -> "civic".equals(c.key()));
            case CHANGE -> book.duties().isEmpty() ? 0 : book.duties().getLast().number();
            case PEOPLE, OTHER_NOTICE -> 0;
        };
    }

    private static int dutyOf(Rulebook book, Predicate<Criterion> which) {
        return book.criteria(SlipForm.NORMAL).stream()
                .filter(which)
                .flatMap(c -> c.duties().stream())
                .findFirst()
                .orElse(0);
    }

    /** What can be written from it; each sentence with its sources. */
    List<DraftText.Sentence> draft() {
        return DraftText.of(lines);
    }

    private static long count(List<AttendanceStatus> marks, AttendanceStatus... of) {
        return marks.stream().filter(List.of(of)::contains).count();
    }

    /** One thing known, newest first; the link opens its source. */
    record Line(
            LocalDate on,
            String kind,
            String text,
            Tone tone,
            @Nullable String link,
            Known known,
            boolean concluded) {
        String day() {
            return Show.date(on) + " · " + kind;
        }
    }

    /** What the program says under a criterion; null where it has nothing to say. */
    @Nullable String hint(Criterion criterion) {
        if ("attendance".equals(criterion.evidence())) {
            return attended.concluded() == 0
                    ? "Chưa có thông tin: năm này sổ chưa có kỳ họp nào đã rõ."
                    : "Sổ ghi: có mặt %d/%d kỳ%s%s%s."
                            .formatted(
                                    attended.present(),
                                    attended.concluded(),
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
