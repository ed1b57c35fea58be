package vn.ganbo.assignment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ganbo.kernel.Problems;

/**
 * A catalogue of tasks says areas and numbers of households, never who lives there. What looks like
 * a citizen's name or number in its lines is asked to be taken out; a street named after somebody
 * and a comrade may stand there.
 */
final class Citizens {
    private static final String WORD = "\\p{Lu}\\p{Ll}*";

    private static final String STREET = "(?:phố|đường|ngõ|ngách|chợ|cầu|đền|chùa|miếu|các|những) ";

    private static final String BODY = "(?!(?:Hội|Đoàn|Ban|Tổ|Chi|Công|Đảng|Mặt|Cựu|Phụ|Người)\\b)";

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<!%2$s)\\b(?:(?:ông|bà|anh|chị|cụ) %3$s%1$s(?: %1$s)*|hộ %3$s%1$s(?: %1$s)+)"
                            .formatted(WORD, STREET, BODY),
                    Pattern.UNICODE_CHARACTER_CLASS);

    /** A telephone number, or the number of an identity card. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?<!\\d)(?:0\\d{2,3}[ .]?\\d{3}[ .]?\\d{3,4}|\\d{12})(?!\\d)");

    private Citizens() {}

    /** What names somebody in this line, if anything. */
    static Optional<String> named(String line) {
        return Stream.of(NAMED, NUMBERED)
                .map(pattern -> pattern.matcher(line))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    /** Adds a problem where a field names somebody. */
    static void keepOut(Problems.Gatherer problems, String field, String text) {
        named(text)
                .ifPresent(name ->
                        problems.add(
                                field,
                                "“%s” có vẻ là tên hoặc số của người dân. Ở đây chỉ ghi việc, địa bàn, số hộ; tên thì nói trực tiếp với người nhận việc."
                                        .formatted(name)));
    }
}
