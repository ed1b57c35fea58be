package vn.ganbo.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented names as often as they are borne: nearly four of ten people are called Nguyễn, every
 * second woman Thị. A search among evenly strewn names would be too easy.
 */
final class CommonNames {
    private static final List<String> FAMILIES =
            byWeight(
                    """
                    384 Nguyễn, 110 Trần, 95 Lê, 71 Phạm, 38 Hoàng, 13 Huỳnh, 45 Phan, 25 Vũ, 14 Võ, 21 Đặng, \
                    20 Bùi, 14 Đỗ, 13 Hồ, 13 Ngô, 10 Dương, 8 Lý, 8 Nông, 8 Lò, 7 Giàng, 6 Vàng, 6 Hà, 5 Đinh, \
                    5 Trương, 5 Mai, 4 Triệu, 4 Tẩn, 4 Lù, 4 Mã, 4 Quàng, 4 Sùng, 3 Chảo, 3 Cao, 3 Tạ, 2 Lương\
                    """);
    private static final List<String> MIDDLES_OF_WOMEN =
            byWeight(
                    """
                    520 Thị, 60 Thị Thu, 50 Thị Thanh, 50 Thị Ngọc, 40 Thị Kim, 30 Thị Hồng, 40 Thu, 40 Ngọc, \
                    40 Phương, 40 Thanh, 30 Minh, 30 Bích, 30 Kim\
                    """);
    private static final List<String> MIDDLES_OF_MEN =
            byWeight(
                    """
                    380 Văn, 80 Đức, 60 Hữu, 60 Quốc, 60 Minh, 50 Xuân, 50 Ngọc, 50 Thanh, 50 Đình, 40 Công, \
                    40 Trọng, 40 Quang, 20 Anh, 20 Bá, 20 A, 20 Trung, 20 Duy\
                    """);
    private static final List<String> WOMEN =
            byWeight(
                    """
                    40 Hương, 38 Lan, 36 Hoa, 34 Hà, 33 Thủy, 32 Hằng, 31 Hạnh, 30 Mai, 29 Nga, 28 Liên, 28 Thu, \
                    27 Hiền, 27 Dung, 26 Linh, 26 Thảo, 25 Trang, 24 Phương, 24 Yến, 23 Loan, 22 Ngân, 21 Huệ, \
                    20 Vân, 20 Oanh, 19 Nhung, 18 Tuyết, 18 Tâm, 17 Hồng, 16 Anh, 15 Xuân, 15 Bích, 14 Ánh, \
                    13 Quyên, 12 Uyên, 12 Duyên, 11 Nguyệt, 10 Phượng, 9 Cúc, 8 Sen, 7 Thoa, 6 Mỷ, 5 Ly\
                    """);
    private static final List<String> MEN =
            byWeight(
                    """
                    40 Hùng, 34 Dũng, 33 Tuấn, 31 Cường, 29 Hải, 28 Thắng, 27 Minh, 26 Sơn, 24 Hưng, 24 Long, \
                    24 Bình, 23 Nam, 23 Thành, 22 Hòa, 21 Quân, 20 Trung, 20 Kiên, 19 Tiến, 19 Anh, 18 Dương, \
                    18 Toàn, 17 Phong, 17 Đức, 16 Mạnh, 16 Việt, 15 Lâm, 15 Phúc, 14 An, 14 Chiến, 13 Khánh, \
                    13 Giang, 12 Đạt, 12 Đông, 11 Quý, 10 Duy, 10 Tú, 9 Trường, 8 Vinh, 7 Nghị, 6 Sính, 5 Páo\
                    """);

    private CommonNames() {}

    /** So many names, as people bear them; the same seed gives the same. */
    static List<DemoNames.Name> drawn(int count, long seed) {
        Random random = new Random(seed);
        List<DemoNames.Name> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean woman = random.nextInt(100) < 34;
            names.add(
                    new DemoNames.Name(
                            one(random, FAMILIES)
                                    + " "
                                    + one(random, woman ? MIDDLES_OF_WOMEN : MIDDLES_OF_MEN)
                                    + " "
                                    + one(random, woman ? WOMEN : MEN),
                            woman));
        }
        return names;
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Each part as often as the number before it says. */
    private static List<String> byWeight(String weighted) {
        List<String> out = new ArrayList<>();
        for (String part : weighted.split(", ", -1)) {
            int space = part.indexOf(' ');
            for (int i = Integer.parseInt(part.substring(0, space)); i > 0; i--) {
                out.add(part.substring(space + 1));
            }
        }
        return List.copyOf(out);
    }
}
