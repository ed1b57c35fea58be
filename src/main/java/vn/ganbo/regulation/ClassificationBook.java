package vn.ganbo.regulation;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the yearly self-review and classification (Quy định 366-QĐ/TW, Hướng dẫn
 * 43-HD/BTCTW).
 *
 * @param finishedBefore the day of the year before which all is decided
 * @param monthsAfterAdmission who was admitted for a shorter time does not review
 * @param exemptReview whether members exempt from work and Party life review; an office may choose
 * @param cap how many may be excellent, in percent of those classified as good
 * @param raisedCap the same where the authority raises it
 */
public record ClassificationBook(
        String id,
        int version,
        String code,
        String title,
        String citation,
        LocalDate from,
        Basis basis,
        MonthDay finishedBefore,
        int monthsAfterAdmission,
        boolean exemptReview,
        Basis who,
        int cap,
        int raisedCap,
        Basis capBasis,
        List<LevelRule> levels,
        List<SpecialCase> cases,
        List<SelfReviewPaper> forms,
        CollectivePaper collective) {

    /**
     * One level.
     *
     * @param least points from which it may be given
     * @param conditions what a cell looks at besides; of NOT_FULFILLED any one is enough
     * @param tasks the same in per cent of the tasks, as far as it can be counted
     */
    public record LevelRule(
            ClassificationLevel level,
            int least,
            List<String> conditions,
            List<TaskShare> tasks,
            Basis basis) {
        public LevelRule {
            conditions = List.copyOf(conditions);
            tasks = List.copyOf(tasks);
        }
    }

    /** What holds for some members only: long illness, temporary Party life, a suspension. */
    public record SpecialCase(String text, Basis basis) {}

    /** Which tasks are counted; labels under counted.* */
    public enum Counted {
        IN_TIME,
        EXCEEDED,
        LATE,
        DONE,
        NOT_DONE
    }

    /** Whether a share must be reached or not passed; labels under bound.* */
    public enum Bound {
        AT_LEAST,
        AT_MOST,
        ABOVE
    }

    /** A share of the year's tasks that a level asks for, in whole per cent. */
    public record TaskShare(Counted what, Bound bound, int percent) {
        /** Whether so many of all are what the level asks for; counted, not rounded. */
        public boolean holds(long counted, long all) {
            return switch (bound) {
                case AT_LEAST -> 100 * counted >= percent * all;
                case AT_MOST -> 100 * counted <= percent * all;
                case ABOVE -> 100 * counted > percent * all;
            };
        }
    }

    /** A self-review: its sections in words, and its lines in points. */
    public record SelfReviewPaper(
            ReviewFormKind kind,
            String code,
            String title,
            List<Section> sections,
            List<Line> lines,
            Basis basis) {
        public SelfReviewPaper {
            sections = List.copyOf(sections);
            lines = List.copyOf(lines);
        }

        /** The points of a group, of what was given; lines of another form do not count. */
        public int sum(PointGroup group, Map<String, Integer> given) {
            return lines.stream()
                    .filter(line -> line.group() == group)
                    .mapToInt(line -> given.getOrDefault(line.key(), 0))
                    .sum();
        }
    }

    /** Mẫu 01: the review of a cell or committee as a whole. */
    public record CollectivePaper(String code, String title, List<Section> sections, Basis basis) {
        public CollectivePaper {
            sections = List.copyOf(sections);
        }
    }

    /**
     * A section in words.
     *
     * @param hint shown beside the field, such as how far the words were checked
     */
    public record Section(String key, String label, @Nullable String hint, Basis basis) {}

    /**
     * One line of points.
     *
     * @param most the points it gives at most
     * @param hint shown beside the field, such as how far words and points were checked
     */
    public record Line(
            String key,
            PointGroup group,
            int most,
            String text,
            @Nullable String hint,
            Basis basis) {

        /** "từ 0 đến 20 điểm", with the hint where there is one. */
        public String explained() {
            String points = "Từ 0 đến %d điểm.".formatted(most);
            return hint == null ? points : points + " " + hint;
        }
    }

    public ClassificationBook {
        levels = List.copyOf(levels);
        forms = List.copyOf(forms);
    }

    /** As records made under it name it: "366-qd-tw/1". */
    public String reference() {
        return id + "/" + version;
    }

    /** The form of a kind; every kind has one. */
    public SelfReviewPaper form(ReviewFormKind kind) {
        return forms.stream().filter(f -> f.kind() == kind).findFirst().orElseThrow();
    }

    /** The rule of a level; every level has one. */
    public LevelRule rule(ClassificationLevel level) {
        return levels.stream().filter(r -> r.level() == level).findFirst().orElseThrow();
    }

    /** The points under which a level begins that is better: 101 for the best. */
    public int below(ClassificationLevel level) {
        return Arrays.stream(ClassificationLevel.values())
                .filter(better -> better.compareTo(level) < 0)
                .mapToInt(better -> rule(better).least())
                .min()
                .orElse(101);
    }
}
