package vn.ganbo.assignment;

import java.util.Optional;
import java.util.regex.MatchResult;
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

    /** Surnames that are no common word, nor the first word of an organisation's name. */
    private static final String SURNAME =
            "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đinh|Trịnh|Giàng|Sùng|Tẩn|Chảo|Lò)";

    /** What bears the name of a person, as it is written before the name. */
    private static final String BEARS =
            "(?:đồng chí|đ/c|đường|phố|ngõ|ngách|hẻm|khu|tổ|xóm|thôn|bản|làng|ấp|phường|xã|trường|nhà văn hóa"
                    + "|công viên|vườn hoa|quảng trường|chợ|cầu|hồ|sông|núi|dãy|đền|chùa|di tích|tượng đài"
                    + "|phong trào|quỹ|giải|đội|liệt sĩ|anh hùng)";

    /** Three syllables or more of a name. */
    private static final Pattern BARE =
            Pattern.compile(
                    "\\b%1$s(?: %2$s){2,}".formatted(SURNAME, WORD),
                    Pattern.UNICODE_CHARACTER_CLASS);

    /** What stands before the name of a street, or before a further one of several. */
    private static final Pattern BEARER =
            Pattern.compile(
                    "\\b(?iu:%1$s) (?:%2$s(?: %2$s)*(?:,| và| -| –) )*$".formatted(BEARS, WORD),
                    Pattern.UNICODE_CHARACTER_CLASS);

    /** A telephone number, or the number of an identity card. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?<!\\d)(?:0\\d{2,3}[ .]?\\d{3}[ .]?\\d{3,4}|\\d{12})(?!\\d)");

    private static final String SAY_NAMED =
            "“%s” có vẻ là tên hoặc số của người dân. Ở đây chỉ ghi việc, địa bàn, số hộ; tên thì nói trực tiếp với người nhận việc.";

    private static final String SAY_BARE =
            "“%1$s” có vẻ là tên người. Nếu là tên đường, trường, di tích thì ghi chữ ấy đứng trước, như “đường %1$s”. Nếu là người dân thì chỉ ghi việc, địa bàn, số hộ.";

    private Citizens() {}

    /** What names somebody in this line, if anything. */
    static Optional<String> named(String line) {
        return Stream.concat(
                        Stream.of(NAMED, NUMBERED).flatMap(p -> p.matcher(line).results()),
                        BARE.matcher(line)
                                .results()
                                .filter(name ->
                                        !BEARER.matcher(line.substring(0, name.start())).find()))
                .map(MatchResult::group)
                .findFirst();
    }

    /** Adds a problem where a field names somebody. */
    static void keepOut(Problems.Gatherer problems, String field, String text) {
        named(text)
                .ifPresent(name ->
                        problems.add(
                                field,
                                (BARE.matcher(name).matches() ? SAY_BARE : SAY_NAMED)
                                        .formatted(name)));
    }
}
