package vn.ganbo.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Texts;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.Option;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.SlipForm;

/**
 * Rà soát chất lượng nhận xét: what in the slips of a cell looks like form rather than a comment
 * (seeds S0, S1, S2: general, polite, written alone, signed by the hundred). It points at slips to
 * look at again and decides nothing; cells stand in the order of their codes, nobody is ranked.
 */
record QualityReview(List<OfCell> cells, List<Share> shares) {
    /** Of no slips. */
    static final QualityReview NOTHING = new QualityReview(List.of(), List.of());

    /** From how many slips with the same words on they are pointed out. */
    private static final int SAME = 3;

    /** From how many slips on nothing but best marks is worth a second look. */
    private static final int MANY = 5;

    /** What is found; labels under qualityKind.*, what to do under qualityKind.advice.* */
    enum QualityKind {
        SAME_WORDS,
        NO_WORDS,
        ONLY_BEST,
        NOT_ON_RECORD,
        AGAINST_ATTENDANCE,
        ONE_PERSON
    }

    /**
     * A slip as the review looks at it.
     *
     * @param answers criterion key to option key
     * @param held meetings on record in the year, with a mark
     * @param missed of these, those the person missed without good reason or sent somebody to
     * @param opinions given by the person in the year
     * @param deciding of the cell committee at the meeting that covers it; null before a meeting
     */
    record Slip(
            UUID id,
            UUID cellId,
            String cellName,
            String fullName,
            SlipForm form,
            String rulebook,
            Map<String, String> answers,
            @Nullable String other,
            int held,
            int present,
            int missed,
            int opinions,
            @Nullable Integer deciding,
            boolean byCommittee) {

        Slip {
            answers = Map.copyOf(answers);
        }
    }

    /** Slips that have one thing in common. */
    record Finding(QualityKind kind, List<Slip> slips) {}

    /** A cell with what was found; none is the good news. */
    record OfCell(UUID id, String name, int slips, List<Finding> findings) {}

    /** Of the marks given in a year under a criterion, how many were the best one. */
    record Share(int year, int number, String criterion, long best, long all) {
        long percent() {
            return all == 0 ? 0 : Math.round(100.0 * best / all);
        }
    }

    /**
     * Looks at slips of one year.
     *
     * @param slips in the order of their cells
     * @param books rulebook by reference
     */
    static QualityReview of(List<Slip> slips, Map<String, Rulebook> books, List<Share> shares) {
        Map<UUID, List<Slip>> byCell = new LinkedHashMap<>();
        slips.forEach(
                slip -> byCell.computeIfAbsent(slip.cellId(), _ -> new ArrayList<>()).add(slip));
        return new QualityReview(
                byCell.values().stream()
                        .map(cell ->
                                new OfCell(
                                        cell.getFirst().cellId(),
                                        cell.getFirst().cellName(),
                                        cell.size(),
                                        findings(cell, books)))
                        .toList(),
                List.copyOf(shares));
    }

    private static List<Finding> findings(List<Slip> cell, Map<String, Rulebook> books) {
        List<Finding> out = new ArrayList<>();
        Map<String, List<Slip>> alike = new LinkedHashMap<>();
        for (Slip slip : cell) {
            alike.computeIfAbsent(words(slip), _ -> new ArrayList<>()).add(slip);
        }
        alike.forEach((words, same) -> {
            if (words.isEmpty() ? same.size() >= MANY : same.size() >= SAME) {
                out.add(
                        new Finding(
                                words.isEmpty() ? QualityKind.NO_WORDS : QualityKind.SAME_WORDS,
                                same));
            }
        });
        if (cell.size() >= MANY && cell.stream().allMatch(slip -> onlyBest(slip, books))) {
            out.add(new Finding(QualityKind.ONLY_BEST, cell));
        }
        add(out, QualityKind.NOT_ON_RECORD, cell, slip -> bestWithoutRecord(slip, books));
        add(out, QualityKind.AGAINST_ATTENDANCE, cell, slip -> againstAttendance(slip, books));
        add(
                out,
                QualityKind.ONE_PERSON,
                cell,
                slip ->
                        slip.byCommittee()
                                && slip.deciding() != null
                                && Objects.requireNonNull(slip.deciding()) < 2);
        return out;
    }

    private static void add(
            List<Finding> out, QualityKind kind, List<Slip> cell, Predicate<Slip> is) {
        List<Slip> found = cell.stream().filter(is).toList();
        if (!found.isEmpty()) {
            out.add(new Finding(kind, found));
        }
    }

    /** Spelling of tones, case and spaces make no other words. */
    private static String words(Slip slip) {
        return slip.other() == null ? "" : Texts.folded(slip.other()).strip();
    }

    private static List<Criterion> marks(Slip slip, Map<String, Rulebook> books) {
        return Objects.requireNonNull(books.get(slip.rulebook())).criteria(slip.form()).stream()
                .filter(criterion -> !criterion.proposes())
                .toList();
    }

    private static boolean best(Slip slip, Criterion criterion) {
        return chose(slip, criterion, criterion.options().getFirst());
    }

    private static boolean chose(Slip slip, Criterion criterion, Option option) {
        return option.key().equals(slip.answers().get(criterion.key()));
    }

    private static boolean onlyBest(Slip slip, Map<String, Rulebook> books) {
        List<Criterion> marks = marks(slip, books);
        return !marks.isEmpty() && marks.stream().allMatch(criterion -> best(slip, criterion));
    }

    /** The best mark where the program keeps a record of the matter and has nothing in it. */
    private static boolean bestWithoutRecord(Slip slip, Map<String, Rulebook> books) {
        return marks(slip, books).stream()
                .filter(criterion -> best(slip, criterion))
                .anyMatch(criterion ->
                        ("attendance".equals(criterion.evidence()) && slip.held() == 0)
                                || ("opinions".equals(criterion.evidence())
                                        && slip.opinions() == 0));
    }

    /** Whoever was at none of the meetings did not take part fully, whatever the reasons were. */
    private static boolean againstAttendance(Slip slip, Map<String, Rulebook> books) {
        return marks(slip, books).stream()
                .filter(criterion -> "attendance".equals(criterion.evidence()))
                .anyMatch(criterion ->
                        (best(slip, criterion)
                                        && (slip.missed() > 0
                                                || (slip.held() > 0 && slip.present() == 0)))
                                || (chose(slip, criterion, criterion.options().getLast())
                                        && slip.present() > 0));
    }
}
