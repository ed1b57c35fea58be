package vn.ganbo.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ganbo.assessment.QualityReview.QualityKind;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Show;
import vn.ganbo.web.Picked;

/**
 * Phiếu của cả phường chờ xác nhận: what is exceptional stands first, person by person; all others
 * stand by cell, each cell with what the review of quality says of its slips as a whole. A cell is
 * confirmed as it was seen: its {@link OfCell#value} says which slips those were.
 */
record WardConfirmation(List<Notable> notable, List<OfCell> cells) {
    /** What is said of many slips together, not of one; what most slips share is said once too. */
    private static final Set<QualityKind> OF_MANY =
            EnumSet.of(QualityKind.SAME_WORDS, QualityKind.NO_WORDS, QualityKind.ONLY_BEST);

    /**
     * A slip that the cell has signed.
     *
     * @param marks what its own words and votes make notable, in the reader's words
     */
    record Slip(
            UUID id,
            int version,
            UUID cellId,
            String cellName,
            String fullName,
            String workName,
            @Nullable LocalDate metOn,
            int votesFor,
            int votesAgainst,
            int votesAbstain,
            List<String> marks) {
        Slip {
            marks = List.copyOf(marks);
        }

        String value() {
            return new Picked(id, version).value();
        }

        String cell() {
            return cellName.replaceFirst("^Chi bộ ", "");
        }

        String work() {
            return workName.replaceFirst("^Đảng bộ ", "");
        }

        /** "họp 12/11/2026, đều tán thành", or the votes where they were not all for. */
        String meeting() {
            return votesAgainst + votesAbstain == 0
                    ? "họp %s, đều tán thành".formatted(Show.date(metOn))
                    : "họp %s: %d tán thành, %d không tán thành, %d ý kiến khác"
                            .formatted(Show.date(metOn), votesFor, votesAgainst, votesAbstain);
        }
    }

    /** A slip to be read by itself, and why. */
    record Notable(Slip slip, List<String> why) {}

    /** The other slips of a cell; none where each is notable and there is something to say. */
    record OfCell(UUID id, String name, List<Slip> slips, List<String> warnings) {
        OfCell {
            slips = List.copyOf(slips);
            warnings = List.copyOf(warnings);
        }

        /** The cell with exactly these slips: changes as soon as one of them does. */
        String value() {
            return id
                    + "."
                    + UUID.nameUUIDFromBytes(
                            slips.stream()
                                    .map(Slip::value)
                                    .collect(Collectors.joining(","))
                                    .getBytes(UTF_8));
        }

        /** The days on which it met: one, or the first and the last. */
        String met() {
            List<LocalDate> days =
                    slips.stream()
                            .flatMap(slip -> java.util.stream.Stream.ofNullable(slip.metOn()))
                            .sorted()
                            .toList();
            if (days.isEmpty()) {
                return "";
            }
            return days.getFirst().equals(days.getLast())
                    ? Show.date(days.getFirst())
                    : Show.date(days.getFirst()) + " đến " + Show.date(days.getLast());
        }

        String names() {
            return slips.stream().map(Slip::fullName).collect(Collectors.joining(", "));
        }
    }

    /**
     * Puts what must be read first.
     *
     * @param slips that wait for the confirmation, in the order of their cells
     * @param review of the signed slips of the same year
     */
    static WardConfirmation of(List<Slip> slips, QualityReview review) {
        Map<UUID, List<String>> ofOne = new HashMap<>();
        Map<UUID, List<String>> ofCell = new HashMap<>();
        for (QualityReview.OfCell cell : review.cells()) {
            for (QualityReview.Finding finding : cell.findings()) {
                if (OF_MANY.contains(finding.kind()) || finding.slips().size() * 2 > cell.slips()) {
                    ofCell.computeIfAbsent(cell.id(), _ -> new ArrayList<>())
                            .add(
                                    "%s phiếu: %s"
                                            .formatted(
                                                    Show.number(finding.slips().size()),
                                                    small(finding.kind())));
                } else {
                    finding.slips()
                            .forEach(slip ->
                                    ofOne.computeIfAbsent(slip.id(), _ -> new ArrayList<>())
                                            .add(Labels.of(finding.kind())));
                }
            }
        }
        List<Notable> notable = new ArrayList<>();
        Map<UUID, String> names = new LinkedHashMap<>();
        Map<UUID, List<Slip>> others = new HashMap<>();
        for (Slip slip : slips) {
            names.put(slip.cellId(), slip.cellName());
            List<String> why = new ArrayList<>(slip.marks());
            why.addAll(ofOne.getOrDefault(slip.id(), List.of()));
            if (why.isEmpty()) {
                others.computeIfAbsent(slip.cellId(), _ -> new ArrayList<>()).add(slip);
            } else {
                notable.add(new Notable(slip, why));
            }
        }
        List<OfCell> cells = new ArrayList<>();
        names.forEach((id, name) ->
                cells.add(
                        new OfCell(
                                id,
                                name,
                                others.getOrDefault(id, List.of()),
                                ofCell.getOrDefault(id, List.of()))));
        cells.removeIf(cell -> cell.slips().isEmpty() && cell.warnings().isEmpty());
        return new WardConfirmation(notable, cells);
    }

    private static String small(QualityKind kind) {
        return Labels.of(kind).toLowerCase(java.util.Locale.ROOT);
    }

    long all() {
        return notable.size() + cells.stream().mapToLong(cell -> cell.slips().size()).sum();
    }
}
