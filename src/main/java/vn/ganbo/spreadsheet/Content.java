package vn.ganbo.spreadsheet;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ganbo.kernel.Texts;

/** What the cells of a column look like, whatever its heading says. */
public enum Content {
    ANY("chữ", ""),
    NAME("họ tên", ""),
    DATE("ngày hoặc năm", "(\\d{1,2} ?[/.-] ?){0,2}(\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}"),
    SEX("nam hoặc nữ", "nam|nu|male|female|m|f"),
    CARD("số thẻ đảng viên", "\\d{2}\\.\\d{5,6}|\\d\\.\\d{6}|\\d{8}"),
    PHONE("số điện thoại", "(\\+?84|0)?[2-9]?\\d{8}|0\\d{9,10}"),
    CODE("mã tổ chức đảng", "\\d{2}\\.\\d{3}\\.\\d{3}\\.\\d{3}\\.\\d{3}|\\d{14}"),
    CELL("tên chi bộ", "(chi bo|cb) .+"),
    COMMUNE("mã xã, phường", "\\d{5}"),
    LETTER("số giấy giới thiệu", "\\d+ ?[-/] ?[a-z/]{2,}.*"),
    MARK("dấu x, P, K", "[xpkv+co0-]|co mat|vang.*");

    /** So many of the cells must agree, of a hundred. */
    private static final int MOST = 70;

    /** In fewer cells nothing can be seen. */
    private static final int FEW = 3;

    private static final double DAYS_OF_A_YEAR = 365.25;
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

    private final String words;
    private final Pattern pattern;

    Content(String words, String pattern) {
        this.words = words;
        this.pattern = Pattern.compile(pattern);
    }

    /** What was seen in a column: the content, and how many cells of how many are like it. */
    record Seen(Content content, int like, int all) {
        static final Seen NOTHING = new Seen(ANY, 0, 0);

        String words() {
            return like + "/" + all + " ô là " + content.words;
        }
    }

    /** What most of these cells are like. */
    static Seen of(Collection<SheetCell> column) {
        List<SheetCell> cells = column.stream().filter(cell -> !cell.isEmpty()).toList();
        if (cells.size() < FEW) {
            return Seen.NOTHING;
        }
        Map<Content, Integer> counts = new EnumMap<>(Content.class);
        for (Content content : values()) {
            int like = (int) cells.stream().filter(content::fits).count();
            counts.put(content, like);
        }
        return counts.entrySet().stream()
                .filter(e -> e.getKey() != ANY && e.getValue() * 100 >= MOST * cells.size())
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(e -> new Seen(e.getKey(), e.getValue(), cells.size()))
                .orElse(Seen.NOTHING);
    }

    /** Whether a cell alone shows that it stands in a list and not above one. */
    static boolean isTelling(SheetCell cell) {
        return NAME.fits(cell)
                || DATE.fits(cell)
                || CARD.fits(cell)
                || PHONE.fits(cell)
                || CODE.fits(cell);
    }

    /** Whether a cell looks like this. */
    boolean fits(SheetCell cell) {
        if (this == DATE && cell.kind() == SheetCell.Kind.DATE) {
            return true;
        }
        if (this == NAME) {
            return cell.kind() == SheetCell.Kind.TEXT && isName(Texts.clean(cell.text()));
        }
        if (this == DATE && cell.kind() == SheetCell.Kind.NUMBER) {
            return cell.text().matches("(19|20)\\d{2}|[1-4]\\d{4}");
        }
        if (this == DATE && cell.text().matches("\\d{1,2}")) {
            return false;
        }
        return this != ANY && pattern.matcher(Texts.folded(cell.text())).matches();
    }

    /** The year of a cell that is a date, where its four digits stand there; otherwise 0. */
    static int year(SheetCell cell) {
        if (!DATE.fits(cell)) {
            return 0;
        }
        if (cell.kind() == SheetCell.Kind.NUMBER && cell.text().length() > 4) {
            return 1900 + (int) (Integer.parseInt(cell.text()) / DAYS_OF_A_YEAR);
        }
        Matcher year = YEAR.matcher(cell.text());
        return year.find() ? Integer.parseInt(year.group()) : 0;
    }

    /** Two to six syllables, the first of them with a capital and one of the usual family names. */
    private static boolean isName(String text) {
        String[] words = text.split(" ");
        if (words.length < 2 || words.length > 6) {
            return false;
        }
        for (String word : words) {
            if (!Letters.isSyllable(word)) {
                return false;
            }
        }
        return Character.isUpperCase(text.charAt(0))
                && FAMILIES.contains(words[0].toLowerCase(Locale.ROOT));
    }

    private static final java.util.Set<String> FAMILIES =
            java.util.Set.of(
                    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng",
                    "bùi", "đỗ", "hồ", "ngô", "dương", "lý", "đinh", "đoàn", "lương", "mai",
                    "trịnh", "đào", "cao", "hà", "tạ", "tô", "trương", "lâm", "chu", "quách",
                    "nông", "triệu", "vàng", "giàng", "sùng", "lò", "tẩn", "phàn", "lục", "mã",
                    "vi", "hứa", "ma", "quan", "thào", "hầu", "ly", "mùa", "cầm", "quàng", "tòng",
                    "cà", "bạc", "đàm", "lường", "khổng", "kiều", "la", "lại", "lưu", "nghiêm",
                    "ninh", "phùng", "tăng", "thái", "tống", "từ", "viên", "vương", "y", "đồng",
                    "châu", "bế", "bàn", "chẩu", "đường", "điêu", "lù", "sầm", "sần");
}
