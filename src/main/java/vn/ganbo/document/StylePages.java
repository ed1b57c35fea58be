package vn.ganbo.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ganbo.document.Style.Measures;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Units;
import vn.ganbo.web.Acts;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Redraw;
import vn.ganbo.web.Typed;

/** Thể thức văn bản của đơn vị: measures, the mark, the tone, the place of the date line. */
@Controller
class StylePages {
    private static final int LONGEST = 60;

    private final Styles styles;
    private final Press press;
    private final Units units;
    private final Clock clock;

    StylePages(Styles styles, Press press, Units units, Clock clock) {
        this.styles = styles;
        this.press = press;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A measure as the form has it.
     *
     * @param rule what the rule says
     */
    record Field(
            String name,
            String label,
            String unit,
            double least,
            double most,
            double rule,
            double value) {
        String hint() {
            return "Theo quy định %s %s; được từ %s đến %s."
                    .formatted(shown(rule), unit, shown(least), shown(most));
        }

        String shownValue() {
            return shown(value);
        }

        private static String shown(double number) {
            return number == Math.rint(number)
                    ? Long.toString(Math.round(number))
                    : Double.toString(number).replace('.', ',');
        }
    }

    record View(
            Style style,
            List<Field> fields,
            int version,
            boolean inherited,
            String from,
            Typed typed) {
        List<Choice> tones() {
            return Choice.all(ToneMarks.values());
        }
    }

    private record Limits(String name, String label, String unit, double least, double most) {}

    private static final List<Limits> LIMITS =
            List.of(
                    new Limits("top", "Lề trên", "mm", 15, 25),
                    new Limits("bottom", "Lề dưới", "mm", 15, 25),
                    new Limits("left", "Lề trái", "mm", 25, 35),
                    new Limits("right", "Lề phải", "mm", 10, 20),
                    new Limits("party", "Tiêu đề Đảng", "pt", 12, 16),
                    new Limits("superior", "Cấp trên", "pt", 12, 16),
                    new Limits("issuer", "Cơ quan ban hành", "pt", 12, 16),
                    new Limits("number", "Số và ngày", "pt", 12, 16),
                    new Limits("title", "Tên loại văn bản", "pt", 13, 18),
                    new Limits("body", "Nội dung", "pt", 12, 15),
                    new Limits("leading", "Khoảng cách dòng", "pt", 14, 22),
                    new Limits("indent", "Thụt đầu dòng", "mm", 0, 15),
                    new Limits("before", "Cách trước đoạn", "pt", 0, 10),
                    new Limits("signature", "Thể thức ký", "pt", 12, 16),
                    new Limits("recipients", "Nơi nhận", "pt", 10, 13));

    private static Map<String, Double> values(Measures m) {
        return Map.ofEntries(
                Map.entry("top", m.top()),
                Map.entry("bottom", m.bottom()),
                Map.entry("left", m.left()),
                Map.entry("right", m.right()),
                Map.entry("party", m.party()),
                Map.entry("superior", m.superior()),
                Map.entry("issuer", m.issuer()),
                Map.entry("number", m.number()),
                Map.entry("title", m.title()),
                Map.entry("body", m.body()),
                Map.entry("leading", m.leading()),
                Map.entry("indent", m.indent()),
                Map.entry("before", m.before()),
                Map.entry("signature", m.signature()),
                Map.entry("recipients", m.recipients()));
    }

    @GetMapping("/paper-style")
    String show(Viewer viewer, Model model) {
        return draw(viewer, Typed.empty(), model);
    }

    private String draw(Viewer viewer, Typed typed, Model model) {
        Optional<Styles.Set> set = styles.nearest(viewer.scope(), viewer.unitNo());
        Style style = set.map(Styles.Set::style).orElse(Style.HOUSE);
        boolean own = set.filter(s -> s.unitNo() == viewer.unitNo()).isPresent();
        Map<String, Double> now = values(style.measures());
        Map<String, Double> rule = values(Measures.RULE);
        model.addAttribute(
                "view",
                new View(
                        style,
                        LIMITS.stream()
                                .map(l ->
                                        new Field(
                                                l.name(),
                                                l.label(),
                                                l.unit(),
                                                l.least(),
                                                l.most(),
                                                rule.getOrDefault(l.name(), 0.0),
                                                now.getOrDefault(l.name(), 0.0)))
                                .toList(),
                        own ? set.map(Styles.Set::version).orElse(0) : 0,
                        !own,
                        own
                                ? ""
                                : set.flatMap(s -> units.find(viewer.scope(), s.unitNo()))
                                        .map(u -> u.committeeName())
                                        .orElse(""),
                        typed));
        return "document/style";
    }

    @PostMapping("/paper-style")
    String set(
            Viewer viewer,
            @RequestParam(defaultValue = "0") int version,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return new Redraw(request, response)
                .run(
                        () -> {
                            styles.set(viewer, read(Typed.of(request.getParameterMap())), version);
                            return Acts.done(
                                    redirect,
                                    "/paper-style",
                                    "Đã ghi thể thức. Giấy lập từ nay theo thể thức này; giấy đã lưu giữ nguyên.");
                        },
                        typed -> draw(viewer, typed, model));
    }

    private static Style read(Typed typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        double[] read = new double[LIMITS.size()];
        for (int i = 0; i < read.length; i++) {
            Limits limits = LIMITS.get(i);
            String text = typed.or(limits.name(), "").strip().replace(',', '.');
            double value = text.matches("\\d{1,2}(\\.\\d)?") ? Double.parseDouble(text) : -1;
            if (value < limits.least() || value > limits.most()) {
                problems.add(
                        limits.name(),
                        "%s: ghi một số từ %s đến %s %s."
                                .formatted(
                                        limits.label(),
                                        Field.shown(limits.least()),
                                        Field.shown(limits.most()),
                                        limits.unit()));
            }
            read[i] = value;
        }
        if (problems.isEmpty()
                && read[2] + read[3] > Measures.RULE.left() + Measures.RULE.right()) {
            problems.add("left", "Lề trái và lề phải cộng lại không quá 45 mm, để bảng đủ chỗ.");
        }
        String place = typed.text("place", null, LONGEST, problems);
        ToneMarks tone = typed.one("tone", ToneMarks.class, null, problems);
        problems.check();
        return new Style(
                "true".equals(typed.get("mark")),
                tone == null ? ToneMarks.AS_WRITTEN : tone,
                place.isEmpty() ? null : place,
                new Measures(
                        read[0], read[1], read[2], read[3], read[4], read[5], read[6], read[7],
                        read[8], read[9], read[10], read[11], read[12], read[13], read[14]));
    }

    /** A sheet in the style that is set now, to look at. */
    @GetMapping("/paper-style/sample")
    ResponseEntity<byte[]> sample(Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        PaperText text =
                new WrittenText(
                        PaperKind.ANNOUNCEMENT,
                        PaperText.Issuer.of(units.above(viewer.scope(), viewer.unitNo())),
                        "01-TB/"
                                + PaperText.Organ.of(
                                                units.require(viewer.scope(), viewer.unitNo())
                                                        .kind())
                                        .symbol(),
                        today,
                        "xem thử thể thức văn bản",
                        List.of(),
                        List.of(),
                        List.of(
                                "Trang này để xem thử lề giấy, cỡ chữ, khoảng cách dòng và cách viết dấu: ủy ban, hòa giải, khỏe mạnh, thủy lợi, quý báu.",
                                "Ngày xem thử: %s. Trang này không có số trong sổ và không được lưu."
                                        .formatted(Show.date(today))),
                        null,
                        List.of("Các đảng viên trong đơn vị"),
                        PaperText.Signature.byHand(),
                        null);
        return PdfAnswer.of(
                press.printBatch(
                        List.of(
                                new Press.Sheet(
                                        text, null, styles.of(viewer.scope(), viewer.unitNo()))),
                        PrintLayout.A4),
                "Xem thử thể thức.pdf");
    }
}
