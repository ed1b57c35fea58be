package vn.ganbo.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Texts;
import vn.ganbo.organisation.UnitKind;

/** The tree as the rows of a list ask for it: by code, within what the viewer may see. */
final class MemberImportUnits {
    /** Codes for which something similar is looked for, at most; then it would take too long. */
    private static final int GUESSES = 300;

    private final Scope scope;
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<Integer, Unit> byNo = new HashMap<>();
    private final Map<String, List<Unit>> byName = new HashMap<>();
    private final Set<String> communes;
    private final Map<String, Answer> answers = new HashMap<>();
    private int guesses;

    /** A unit of today. */
    record Unit(int no, String code, String name, UnitKind kind, @Nullable Integer parent) {}

    /** A cell's number, or why it cannot be taken. */
    record Answer(int no, @Nullable String refusal) {}

    MemberImportUnits(Scope scope, Collection<Unit> units, Collection<String> communes) {
        this.scope = scope;
        this.communes = new HashSet<>(communes);
        for (Unit unit : units) {
            byCode.put(bare(unit.code), unit);
            byNo.put(unit.no, unit);
            byName.computeIfAbsent(bareName(unit.name), _ -> new ArrayList<>()).add(unit);
        }
    }

    boolean knowsCommune(String code) {
        return communes.contains(code);
    }

    boolean knows(String code) {
        return byCode.containsKey(bare(code));
    }

    String name(int no) {
        Unit unit = byNo.get(no);
        return unit == null ? "" : unit.name;
    }

    /**
     * The cell of this code; or a committee, where some have been put until their cell is known.
     */
    Answer find(String typed) {
        return answers.computeIfAbsent(typed, this::answer);
    }

    private Answer answer(String typed) {
        Unit unit = byCode.get(bare(typed));
        if (unit == null && !typed.matches("[\\d. ]+")) {
            return named(typed);
        }
        if (unit == null) {
            return new Answer(
                    0, "Không có tổ chức mã “" + cut(typed) + "”." + similar(bare(typed)));
        }
        if (!isCell(unit) && !scope.sees(unit.no)) {
            return new Answer(0, notACell(unit.no));
        }
        if (!scope.sees(unit.no)) {
            return new Answer(
                    0,
                    "Chi bộ này không thuộc đơn vị của bạn nên bạn không nhập được. Gửi dòng này cho"
                            + " văn phòng cấp ủy quản lý chi bộ đó.");
        }
        return new Answer(unit.no, null);
    }

    /** Why nobody new can be put there. */
    String notACell(int no) {
        return "Mã này là của " + name(no) + ", không phải của chi bộ. Ghi mã chi bộ.";
    }

    /** A cell by its name, where only one of the viewer's cells has it. */
    private Answer named(String typed) {
        List<Unit> cells =
                byName.getOrDefault(bareName(typed), List.of()).stream()
                        .filter(unit -> isCell(unit) && scope.sees(unit.no))
                        .toList();
        if (cells.size() == 1) {
            return new Answer(cells.getFirst().no, null);
        }
        return new Answer(
                0,
                cells.isEmpty()
                        ? "Không có chi bộ nào tên hoặc mã “"
                                + cut(typed)
                                + "”. Ghi đúng tên, hoặc mã chi bộ."
                        : "Có "
                                + cells.size()
                                + " chi bộ cùng tên “"
                                + cut(typed)
                                + "”. Ghi mã chi bộ.");
    }

    /** The residence that a title such as "ĐẢNG ỦY PHƯỜNG SUỐI MƠ" names; 0 when there is none. */
    int ward(Collection<String> titles) {
        return titles.stream()
                .flatMap(title -> byName.getOrDefault(bareName(title), List.of()).stream())
                .filter(unit -> unit.kind == UnitKind.COMMUNE && scope.sees(unit.no))
                .map(Unit::no)
                .findFirst()
                .orElse(0);
    }

    /** The one residence of which this is a cell; 0 when there is none or are several. */
    int wardOfCell(String name) {
        List<Integer> wards =
                byName.getOrDefault(bareName(name), List.of()).stream()
                        .filter(unit -> isCell(unit) && scope.sees(unit.no))
                        .map(this::wardOf)
                        .filter(no -> no > 0)
                        .distinct()
                        .toList();
        return wards.size() == 1 ? wards.getFirst() : 0;
    }

    /** A cell or group of a residence by its name, with or without "Chi bộ" before it. */
    Answer cellOfWard(String name, int ward) {
        for (String tried : List.of(bareName(name), bareName("Chi bộ " + name))) {
            List<Unit> cells =
                    byName.getOrDefault(tried, List.of()).stream()
                            .filter(unit -> isCell(unit) && wardOf(unit) == ward)
                            .toList();
            if (cells.size() == 1) {
                return new Answer(cells.getFirst().no, null);
            }
        }
        return new Answer(
                0,
                name(ward)
                        + " không có chi bộ nào tên “"
                        + cut(name)
                        + "”. Sửa tên chi bộ, hoặc thêm chi bộ ấy vào cây tổ chức trước.");
    }

    /** The committee of a workplace by the name that a register uses for it. */
    Answer workplace(String name) {
        List<Unit> found =
                byName.getOrDefault(bareName(name), List.of()).stream()
                        .filter(unit -> wardOf(unit) == 0 && scope.sees(unit.no))
                        .toList();
        if (found.size() == 1) {
            return new Answer(found.getFirst().no, null);
        }
        return new Answer(
                0,
                found.isEmpty()
                        ? "Chưa có tổ chức đảng của “"
                                + cut(name)
                                + "” trong chương trình. Sửa tên nơi công tác, hoặc thêm tổ chức ấy"
                                + " vào cây trước."
                        : "Có "
                                + found.size()
                                + " tổ chức đảng tên “"
                                + cut(name)
                                + "”. Ghi rõ hơn.");
    }

    /** Whether a unit is another one or stands below it. */
    boolean isWithin(int no, int above) {
        int at = no;
        for (int steps = 0; at > 0 && steps < 20; steps++) {
            if (at == above) {
                return true;
            }
            Unit unit = byNo.get(at);
            at = unit == null || unit.parent == null ? 0 : unit.parent;
        }
        return false;
    }

    boolean isCell(int no) {
        Unit unit = byNo.get(no);
        return unit != null && isCell(unit);
    }

    /** The highest unit that the viewer sees; 0 when the tree is empty. */
    int highest() {
        return byNo.values().stream()
                .filter(unit -> scope.sees(unit.no))
                .filter(unit ->
                        unit.parent == null
                                || !scope.sees(unit.parent)
                                || !byNo.containsKey(unit.parent))
                .mapToInt(Unit::no)
                .min()
                .orElse(0);
    }

    private int wardOf(Unit unit) {
        Unit at = unit;
        for (int steps = 0; at != null && steps < 20; steps++) {
            if (at.kind == UnitKind.COMMUNE) {
                return at.no;
            }
            at = at.parent == null ? null : byNo.get(at.parent);
        }
        return 0;
    }

    private static boolean isCell(Unit unit) {
        return unit.kind == UnitKind.CELL || unit.kind == UnitKind.GROUP;
    }

    /** The name in a line that begins a section: "II. Chi bộ Kế toán (12 đồng chí)". */
    static String ofSection(String line) {
        return Texts.clean(line)
                .replaceFirst("^([IVX]+|\\d{1,2}|[A-Za-z])[.)/-]\\s*", "")
                .replaceFirst("\\s*\\([^)]*\\)$", "")
                .strip();
    }

    /** "Đảng bộ Sở Y tế", "Đảng ủy Sở Y tế" and "SỞ Y TẾ" are one name. */
    private static String bareName(String name) {
        return Texts.folded(name)
                .replaceAll("[^a-z0-9]+", " ")
                .strip()
                .replaceFirst("^(dang bo|dang uy|ban chap hanh dang bo) (?=.)", "");
    }

    /** The nearest code of a cell that differs in one of the five groups. */
    private String similar(String code) {
        if (!code.matches("\\d{14}") || guesses++ > GUESSES) {
            return " Kiểm tra lại mã chi bộ.";
        }
        Unit best = null;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<String, Unit> entry : byCode.entrySet()) {
            Unit unit = entry.getValue();
            if (unit.kind == UnitKind.CELL
                    && scope.sees(unit.no)
                    && groupsApart(code, entry.getKey()) == 1) {
                int digits = digitsApart(code, entry.getKey());
                if (digits < least || (digits == least && best != null && unit.no < best.no)) {
                    least = digits;
                    best = unit;
                }
            }
        }
        return best == null
                ? " Kiểm tra lại mã chi bộ."
                : " Gần giống: " + best.code + " " + best.name + ".";
    }

    private static int groupsApart(String a, String b) {
        if (b.length() != 14) {
            return 5;
        }
        int apart = a.regionMatches(0, b, 0, 2) ? 0 : 1;
        for (int i = 2; i < 14; i += 3) {
            apart += a.regionMatches(i, b, i, 3) ? 0 : 1;
        }
        return apart;
    }

    private static int digitsApart(String a, String b) {
        int apart = 0;
        for (int i = 0; i < 14; i++) {
            apart += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return apart;
    }

    /** 99101001000001 becomes 99.101.001.000.001; other codes stay as typed. */
    static String dotted(String code) {
        String digits = code.replaceAll("[. ]", "");
        return digits.matches("\\d{14}")
                ? digits.replaceFirst("(..)(...)(...)(...)(...)", "$1.$2.$3.$4.$5")
                : code;
    }

    private static String bare(String code) {
        StringBuilder out = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i++) {
            char letter = code.charAt(i);
            if (Character.isLetterOrDigit(letter)) {
                out.append(letter);
            }
        }
        return out.toString().toUpperCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
