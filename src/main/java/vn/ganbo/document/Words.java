package vn.ganbo.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Show;

/** Small wordings that several papers share. */
final class Words {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** Capitals of 14 pt that the left column of the head holds. */
    private static final int HEAD_LINE = 24;

    private static final double RULE = 14;

    /** Such a part of a line is given away for an end where a reader breathes. */
    private static final int BREATH = 3;

    private static final Pattern COMPOUND =
            Pattern.compile(
                    "(?iu)Đại học|Học viện|Bệnh viện|Công ty|cổ phần|Kỹ thuật|Công nghệ|Khoa học|Nông nghiệp|Lâm nghiệp|Thủy lợi|Thủy điện|Môi trường|Xây dựng|Giao thông|Kinh tế|Sư phạm|Y tế|Giáo dục|Đào tạo|Văn hóa|Nội vụ|Tài chính|Phân hiệu|Trung tâm|Tổ dân phố|Hồ Chí Minh|Đảng bộ|Đảng ủy|Chi bộ|bộ phận");

    private static final Pattern BREATHING =
            Pattern.compile(
                    " (và|với|của|Trường|Học viện|Viện|Bệnh viện|Công ty|Tổng công ty|Sở|Ban|Phân hiệu|Trung tâm|Tổ dân phố|Khu|phường|xã|đặc khu|tỉnh|thành phố) ");

    private static final Pattern BODY =
            Pattern.compile("(Đảng ủy|Đảng bộ bộ phận|Đảng bộ|Chi bộ) (.+)");

    private static final Pattern PLACE =
            Pattern.compile("(?:tỉnh|thành phố|phường|xã|đặc khu) (.+)");

    /** Bold letters of 14 pt that look well on one line of a title. */
    private static final int TITLE_LINE = 60;

    private static final Pattern LINE_START = Pattern.compile(" (?=(với|và|của|theo|đối với) )");

    private static final Pattern COMMON_BEGINNING =
            Pattern.compile("^(Số|Nhà|Căn hộ|Ngõ|Ngách|Hẻm|Đường|Phòng|Chung cư) ");

    private static final String DOTS = "..................";

    /** A date line longer than this needs the wider column. */
    private static final int SHORT_DATE_LINE = 39;

    /** One longer than this does not stand beside the number. */
    private static final int LONG_DATE_LINE = 49;

    private Words() {}

    static String upper(String words) {
        return words.toUpperCase(VIETNAMESE);
    }

    /** A name as the head writes it in letters of 14 pt. */
    static List<String> lines(String name) {
        return lines(name, RULE);
    }

    /**
     * A name as the head writes it: on one line; or the kind of body above its name, as clerks do;
     * or on lines of about equal length, which end where a reader breathes.
     *
     * @param size of the letters in points
     */
    static List<String> lines(String name, double size) {
        int most = (int) (HEAD_LINE * RULE / size);
        if (name.length() <= most) {
            return List.of(name);
        }
        Matcher body = BODY.matcher(name);
        if (body.matches() && body.group(2).length() <= most) {
            return List.of(body.group(1), body.group(2));
        }
        int fewest = (name.length() + most - 1) / most;
        List<String> fitting = lines(name, fewest, most);
        for (int count = fewest; count <= fewest + 2; count++) {
            List<String> tried = lines(name, count, most);
            boolean fits = tried.stream().allMatch(line -> line.length() <= most);
            if (fits && whole(name, tried)) {
                return tried;
            }
            if (fits && fitting.stream().anyMatch(line -> line.length() > most)) {
                fitting = tried;
            }
        }
        return fitting;
    }

    /** Whether no line ends inside a word of two syllables. */
    private static boolean whole(String name, List<String> lines) {
        int at = -1;
        for (String line : lines.subList(0, lines.size() - 1)) {
            at += line.length() + 1;
            if (parts(name, at)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> lines(String name, int count, int most) {
        List<String> out = new ArrayList<>();
        String rest = name;
        for (int left = count; left > 1; left--) {
            int cut = cut(rest, left, most);
            if (cut < 0) {
                break;
            }
            out.add(rest.substring(0, cut));
            rest = rest.substring(cut + 1);
        }
        out.add(rest);
        return out;
    }

    /** The space at which the first of so many lines ends, or -1 where there is none. */
    private static int cut(String words, int lines, int most) {
        int place = words.length() / lines;
        int best = -1;
        int cost = Integer.MAX_VALUE;
        for (int at = words.indexOf(' '); at >= 0 && at <= most; at = words.indexOf(' ', at + 1)) {
            boolean fits = words.length() - at - 1 <= (lines - 1) * most;
            int here =
                    Math.abs(at - place)
                            - (breathes(words, at) ? most / BREATH : 0)
                            + (parts(words, at) ? most : 0);
            if (fits && here < cost) {
                best = at;
                cost = here;
            }
        }
        return best < 0 ? nearestSpace(words, place) : best;
    }

    /** Behind a comma or a dash, and before words that can begin a line. */
    private static boolean breathes(String words, int space) {
        return words.charAt(space - 1) == ','
                || words.charAt(space - 1) == '-'
                || BREATHING.matcher(words.substring(space)).lookingAt();
    }

    /** Whether a line that ends here would part two syllables of one word. */
    private static boolean parts(String words, int space) {
        Matcher word = COMPOUND.matcher(words);
        while (word.find()) {
            if (word.start() < space && space < word.end()) {
                return true;
            }
        }
        return false;
    }

    private static int nearestSpace(String words, int place) {
        int before = words.lastIndexOf(' ', place);
        int after = words.indexOf(' ', place);
        if (before < 0 || after < 0) {
            return Math.max(before, after);
        }
        return place - before < after - place ? before : after;
    }

    /** A title in two lines where it is long, the second from a word that can begin one. */
    static List<String> titleLines(String title) {
        if (title.length() <= TITLE_LINE) {
            return List.of(title);
        }
        int best = -1;
        Matcher start = LINE_START.matcher(title);
        while (start.find()) {
            if (best < 0
                    || Math.abs(start.start() - title.length() / 2)
                            < Math.abs(best - title.length() / 2)) {
                best = start.start();
            }
        }
        int cut = best < 0 ? nearestSpace(title, title.length() / 2) : best;
        return cut < 0
                ? List.of(title)
                : List.of(title.substring(0, cut), title.substring(cut + 1));
    }

    /** Without "Đảng bộ" or "Đảng ủy": "phường Hoa Ban", "tỉnh Sông Ngàn". */
    static String area(String unitName) {
        return unitName.replaceFirst("^(Đảng bộ|Đảng ủy) ", "");
    }

    /** "Số 12 đường Bờ Kè" becomes "số 12 đường Bờ Kè"; names of places keep their capital. */
    static String insideSentence(String address) {
        return COMMON_BEGINNING.matcher(address).find()
                ? address.substring(0, 1).toLowerCase(VIETNAMESE) + address.substring(1)
                : address;
    }

    /** With a capital at the beginning. */
    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(VIETNAMESE) + words.substring(1);
    }

    /**
     * The place of the date line from the name of its Party organisation: the name alone, but the
     * full one where the place is called by a number or by a person's name.
     */
    static String place(String unitName) {
        String name = area(unitName);
        Matcher kind = PLACE.matcher(name);
        boolean bare =
                kind.matches()
                        && !Character.isDigit(kind.group(1).charAt(0))
                        && !kind.group(1).startsWith("Hồ Chí Minh");
        return bare ? kind.group(1) : capital(name);
    }

    /**
     * "Sinh ngày: 07/10/1983", or tháng or năm by what is known; dots for a pen where nothing is.
     */
    static String bornLine(@Nullable PartialDate birth) {
        return birth == null ? "Sinh ngày: " + DOTS : "Sinh " + unit(birth) + ": " + birth.shown();
    }

    /**
     * The comma or full stop with which the words behind a name begin, or nothing. It is set in the
     * name's own bold: where the letters change, a line may end, and no line begins with a comma.
     */
    static String mark(String after) {
        return !after.isEmpty() && ",.;:".indexOf(after.charAt(0)) >= 0
                ? after.substring(0, 1)
                : "";
    }

    /** What follows that mark. */
    static String rest(String after) {
        return after.substring(mark(after).length());
    }

    /** ", sinh ngày 07/10/1983" inside a sentence, or nothing. */
    static String born(PaperText.Person person) {
        PartialDate birth = person.birth();
        return birth == null ? "" : ", sinh " + unit(birth) + " " + birth.shown();
    }

    /** ", sinh ngày …, đang sinh hoạt đảng tại …, hiện cư trú tại …" after the name. */
    static String described(PaperText.Person person) {
        String address = person.address();
        return born(person)
                + ", đang sinh hoạt đảng tại "
                + person.workCell()
                + (address == null || address.isEmpty() ? "" : ", hiện cư trú tại " + address);
    }

    private static String unit(PartialDate birth) {
        return switch (birth.precision()) {
            case DAY -> "ngày";
            case MONTH -> "tháng";
            case YEAR -> "năm";
        };
    }

    /** 19/05/2010, or dots for a pen. */
    static String date(@Nullable LocalDate date) {
        return date == null ? DOTS : Show.date(date);
    }

    static String orDots(@Nullable String words) {
        return words == null || words.isEmpty() ? DOTS : words;
    }

    /** Whether number and date need other columns than the head. */
    static boolean wideDateLine(String line, double size) {
        return line.length() > SHORT_DATE_LINE * RULE / size;
    }

    /** Whether the date needs a row of its own. */
    static boolean ownDateLine(String line, double size) {
        return line.length() > LONG_DATE_LINE * RULE / size;
    }
}
