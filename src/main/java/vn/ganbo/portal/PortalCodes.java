package vn.ganbo.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PortalFiles;
import vn.ganbo.kernel.PortalFiles.Line;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * Mã hồ sơ trên Cổng: written by hand, or taken from a list. A list fills in codes that are missing
 * and changes nothing else; where a row fits several papers or speaks against what is kept, it is
 * left alone and says why.
 */
@Service
class PortalCodes {
    /** A row that was left alone. */
    record Refused(int row, String number, String fullName, String code, String reason) {}

    /** A paper that got its code. */
    record Kept(int row, Line line, String code) {}

    /**
     * What came of a list.
     *
     * @param unchanged rows whose code was there already
     * @param empty rows without a code
     */
    record Report(List<Kept> kept, int unchanged, int empty, List<Refused> refused) {
        int rows() {
            return kept.size() + unchanged + empty + refused.size();
        }
    }

    static boolean mayWrite(Viewer viewer) {
        return viewer.is(Role.WORKPLACE_OFFICE, Role.RESIDENCE_OFFICE);
    }

    /** Keeps the code of one paper, or takes it away when empty. */
    @Transactional
    public void keep(Viewer viewer, PortalFiles files, UUID id, String typed) {
        if (!mayWrite(viewer)) {
            throw new NotFound();
        }
        String code = Texts.clean(typed);
        String fault = fault(code);
        if (!code.isEmpty() && fault != null) {
            throw Problems.of("code", fault);
        }
        List<Line> others = files.matching(viewer, List.of(), List.of(PortalRow.key(code)));
        for (Line other : others) {
            if (!code.isEmpty() && !other.id().equals(id)) {
                throw Problems.of("code", taken(other));
            }
        }
        Map<UUID, @Nullable String> one = new HashMap<>();
        one.put(id, code.isEmpty() ? null : code);
        files.keep(viewer, one);
    }

    private static @Nullable String fault(String code) {
        if (code.length() > PortalFiles.LONGEST) {
            return "Mã hồ sơ dài quá %d ký tự.".formatted(PortalFiles.LONGEST);
        }
        return code.matches("[\\p{L}\\p{N}./_-]+")
                ? null
                : "Mã hồ sơ chỉ gồm chữ, số và các dấu . - / _, không có khoảng trắng.";
    }

    private static String taken(Line other) {
        return "Mã này đã ghi cho văn bản số %s (%s).".formatted(other.number(), other.fullName());
    }

    /** Takes a list in. Throws {@link Problems} on the field file when it cannot be read. */
    @Transactional
    public Report take(Viewer viewer, PortalFiles files, byte[] file) {
        if (!mayWrite(viewer)) {
            throw new NotFound();
        }
        List<PortalRow> rows = PortalRow.read(file);
        Taking taking = new Taking(lines(viewer, files, rows));
        rows.forEach(taking::take);
        Report report = taking.report();
        Map<UUID, @Nullable String> codes = new LinkedHashMap<>();
        report.kept().forEach(kept -> codes.put(kept.line().id(), kept.code()));
        if (!codes.isEmpty()) {
            files.keep(viewer, codes);
        }
        return report;
    }

    private static List<Line> lines(Viewer viewer, PortalFiles files, List<PortalRow> rows) {
        Set<String> numbers = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (PortalRow row : rows) {
            if (!row.number().isEmpty()) {
                numbers.add(PortalRow.key(row.number()));
            }
            if (!row.code().isEmpty()) {
                codes.add(PortalRow.key(row.code()));
            }
        }
        return files.matching(viewer, numbers, codes);
    }

    /** Decides row by row; what earlier rows decided counts for later ones. */
    private static final class Taking {
        private final Map<String, List<Line>> byNumber = new HashMap<>();
        private final Map<String, List<Line>> byCode = new HashMap<>();
        private final Map<UUID, String> given = new HashMap<>();
        private final Map<String, UUID> owners = new HashMap<>();
        private final List<Kept> kept = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private int unchanged;
        private int empty;

        Taking(List<Line> lines) {
            for (Line line : lines) {
                byNumber.computeIfAbsent(PortalRow.key(line.number()), _ -> new ArrayList<>())
                        .add(line);
                String code = line.code();
                if (code != null) {
                    byCode.computeIfAbsent(PortalRow.key(code), _ -> new ArrayList<>()).add(line);
                }
            }
        }

        Report report() {
            return new Report(kept, unchanged, empty, refused);
        }

        void take(PortalRow row) {
            if (row.code().isEmpty()) {
                empty++;
                return;
            }
            List<Line> found = candidates(row);
            String reason = reason(row, found);
            if (reason != null) {
                refused.add(
                        new Refused(row.row(), row.number(), row.fullName(), row.code(), reason));
                return;
            }
            Line line = found.getFirst();
            if (row.code().equals(line.code()) || row.code().equals(given.get(line.id()))) {
                unchanged++;
                return;
            }
            given.put(line.id(), row.code());
            owners.put(PortalRow.key(row.code()), line.id());
            kept.add(new Kept(row.row(), line, row.code()));
        }

        /** By number, issuer and day as far as the row has them; by the code where it has none. */
        private List<Line> candidates(PortalRow row) {
            if (row.number().isEmpty()) {
                return byCode.getOrDefault(PortalRow.key(row.code()), List.of());
            }
            List<Line> found = byNumber.getOrDefault(PortalRow.key(row.number()), List.of());
            if (!row.issuer().isEmpty()) {
                String issuer = PortalRow.issuerKey(row.issuer());
                found =
                        found.stream()
                                .filter(line -> PortalRow.issuerKey(line.issuer()).equals(issuer))
                                .toList();
            }
            if (row.onDay() != null) {
                found = found.stream().filter(line -> line.onDay().equals(row.onDay())).toList();
            }
            return found;
        }

        /** Why the row is left alone, or null. */
        private @Nullable String reason(PortalRow row, List<Line> found) {
            String fault = fault(row.code());
            if (fault != null) {
                return fault;
            }
            if (found.isEmpty()) {
                return row.number().isEmpty()
                        ? "Dòng không có số văn bản, và chưa văn bản nào mang mã này."
                        : "Không thấy văn bản nào có số, nơi ban hành và ngày như dòng này.";
            }
            if (found.size() > 1) {
                return "Có %s văn bản khớp với dòng này; ghi thêm nơi ban hành và ngày để biết là văn bản nào."
                        .formatted(Show.number(found.size()));
            }
            return against(row, found.getFirst());
        }

        /** What speaks against the one paper that fits. */
        private @Nullable String against(PortalRow row, Line line) {
            if (!row.fullName().isEmpty()
                    && !Texts.folded(row.fullName()).equals(Texts.folded(line.fullName()))) {
                return "Văn bản số này của đồng chí %s.".formatted(line.fullName());
            }
            String present =
                    given.getOrDefault(line.id(), Objects.requireNonNullElse(line.code(), ""));
            if (!present.isEmpty() && !present.equals(row.code())) {
                return "Văn bản này đã có mã %s. Muốn đổi thì sửa ở dòng của văn bản trên trang."
                        .formatted(present);
            }
            String code = PortalRow.key(row.code());
            for (Line other : byCode.getOrDefault(code, List.of())) {
                if (!other.id().equals(line.id())) {
                    return taken(other);
                }
            }
            UUID owner = owners.get(code);
            return owner != null && !owner.equals(line.id())
                    ? "Mã này đã dùng cho một dòng ở trên."
                    : null;
        }
    }
}
