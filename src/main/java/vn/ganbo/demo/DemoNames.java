package vn.ganbo.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Invented names, streets and trades; the same seed gives the same people. */
class DemoNames {
    private static final List<String> FAMILIES =
            List.of(
                    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ",
                    "Nông", "Lò", "Giàng", "Vàng", "Tẩn", "Lù", "Hà", "Mã", "Quàng", "Sùng",
                    "Triệu", "Chảo");
    private static final List<String> MIDDLES_OF_WOMEN =
            List.of("Thị", "Thị Ngọc", "Thu", "Phương", "Thanh", "Thị Kim", "Minh");
    private static final List<String> MIDDLES_OF_MEN =
            List.of("Văn", "Đức", "Quốc", "Minh", "Trung", "Hữu", "Xuân", "A");
    private static final List<String> WOMEN =
            List.of(
                    "Ánh", "Bích", "Cúc", "Dung", "Duyên", "Hạnh", "Hiền", "Hoa", "Huệ", "Hương",
                    "Lan", "Liên", "Loan", "Mai", "Mỷ", "Nga", "Ngân", "Nguyệt", "Nhung", "Oanh",
                    "Phượng", "Quyên", "Sen", "Tâm", "Thảo", "Thủy", "Trang", "Tuyết", "Uyên",
                    "Vân", "Xuân", "Yến");
    private static final List<String> MEN =
            List.of(
                    "An", "Bình", "Chiến", "Cường", "Dũng", "Duy", "Đạt", "Đông", "Giang", "Hải",
                    "Hòa", "Hùng", "Khánh", "Kiên", "Lâm", "Long", "Mạnh", "Nam", "Nghị", "Phong",
                    "Phúc", "Quân", "Quý", "Sính", "Sơn", "Thắng", "Thành", "Tiến", "Toàn",
                    "Trường", "Tú", "Việt");
    private static final List<String> STREETS =
            List.of(
                    "đường 20-8",
                    "đường Lê Hồng Phong",
                    "đường Lý Thường Kiệt",
                    "đường Suối Mơ",
                    "đường Hoa Ban",
                    "đường Trần Hưng Đạo",
                    "ngõ 12 đường Bờ Sông",
                    "đường Kim Đồng");

    /** Posts that any office has: nobody of a treasury is a nurse. */
    private static final List<String> TRADES =
            List.of(
                    "Chuyên viên",
                    "Kế toán",
                    "Chuyên viên chính",
                    "Cán bộ tổ chức",
                    "Kỹ thuật viên tin học",
                    "Quản trị hành chính",
                    "Phó trưởng phòng",
                    "Trưởng phòng",
                    "Thủ quỹ",
                    "Văn thư",
                    "Lưu trữ viên");

    private static final List<String> LIVELIHOODS =
            List.of("Nông dân", "Lao động tự do", "Buôn bán nhỏ", "Lái xe", "Công nhân", "Thợ xây");
    private static final List<String> SKILLS =
            List.of(
                    "Y tế, chăm sóc sức khỏe",
                    "Pháp luật",
                    "Hòa giải cơ sở",
                    "Công nghệ thông tin",
                    "Văn nghệ",
                    "Thể thao",
                    "Dạy học",
                    "Kế toán, tài chính",
                    "");

    private final Random random;
    private final Set<String> used = new HashSet<>();

    DemoNames(long seed) {
        random = new Random(seed);
    }

    /** A full name, and whether it is a woman's. */
    record Name(String full, boolean woman) {}

    /** Every name that can be put together, always in the same order. */
    static List<Name> all() {
        List<Name> out = new ArrayList<>();
        for (String family : FAMILIES) {
            for (String middle : MIDDLES_OF_WOMEN) {
                WOMEN.forEach(
                        given -> out.add(new Name(family + " " + middle + " " + given, true)));
            }
            for (String middle : MIDDLES_OF_MEN) {
                MEN.forEach(given -> out.add(new Name(family + " " + middle + " " + given, false)));
            }
        }
        return out;
    }

    boolean woman() {
        return random.nextInt(100) < 52;
    }

    /** A full name that nobody else of this world bears. */
    String name(boolean woman) {
        String name;
        do {
            name =
                    one(FAMILIES)
                            + " "
                            + one(woman ? MIDDLES_OF_WOMEN : MIDDLES_OF_MEN)
                            + " "
                            + one(woman ? WOMEN : MEN);
        } while (!used.add(name));
        return name;
    }

    String address() {
        return "Số " + (1 + random.nextInt(399)) + " " + one(STREETS);
    }

    String trade() {
        return one(TRADES);
    }

    /** What somebody lives on who works for no organisation of the Party. */
    String livelihood() {
        return one(LIVELIHOODS);
    }

    String skill() {
        return one(SKILLS);
    }

    String phone() {
        return "060%07d".formatted(random.nextInt(10_000_000));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
