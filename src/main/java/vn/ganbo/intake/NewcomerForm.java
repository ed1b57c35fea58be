package vn.ganbo.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.document.IntroductionText;
import vn.ganbo.document.PaperText;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Texts;
import vn.ganbo.liaison.PaperLetters;
import vn.ganbo.member.Newcomer;
import vn.ganbo.member.Sex;
import vn.ganbo.web.Days;
import vn.ganbo.web.Typed;

/** The form that takes in a letter: what stands on the paper, typed or read out of its file. */
final class NewcomerForm {
    private static final int LONGEST = 200;
    private static final int LONGEST_ADDRESS = 500;

    private NewcomerForm() {}

    /** What the file says, as it would have been typed. */
    static Typed of(IntroductionText text) {
        Map<String, String[]> typed = describing(text.person());
        typed.putAll(
                Map.ofEntries(
                        entry("committee", text.issuer().name()),
                        entry("number", text.number()),
                        entry("date", Show.date(text.date())),
                        entry("exempt", text.exempt() ? "true" : "")));
        return Typed.of(typed);
    }

    /** The person that a file names, as the fields would have been typed. */
    static Map<String, String[]> describing(PaperText.Person person) {
        PartialDate birth = person.birth();
        return new HashMap<>(
                Map.ofEntries(
                        entry("fullName", person.name()),
                        entry("birth", birth == null ? "" : birth.shown()),
                        entry("sex", sex(person.sex())),
                        entry("admitted", Show.date(person.admitted())),
                        entry("official", Show.date(person.official())),
                        entry("address", person.address())));
    }

    private static String sex(@Nullable String printed) {
        if ("Nữ".equals(printed)) {
            return Sex.FEMALE.name();
        }
        return "Nam".equals(printed) ? Sex.MALE.name() : "";
    }

    private static Map.Entry<String, String[]> entry(String name, @Nullable String value) {
        return Map.entry(name, new String[] {value == null ? "" : value});
    }

    /**
     * The letter out of the form.
     *
     * @param sender id of the issuing unit in its own installation, or null
     * @throws Problems by field, all at once
     */
    static PaperLetters.Arrived checked(
            Typed typed, @Nullable UUID sender, @Nullable String code, LocalDate today) {
        Problems.Gatherer problems = new Problems.Gatherer();
        Newcomer person = person(typed, problems);
        String committee =
                typed.text(
                        "committee",
                        "Cần ghi cấp ủy nơi gửi, ví dụ: Đảng ủy Trường Đại học Sông Ngàn.",
                        LONGEST,
                        problems);
        String number =
                typed.text("number", "Cần ghi số của giấy, ví dụ: 09-GGT/ĐU.", LONGEST, problems);
        LocalDate date = typed.day("date", "Cần ghi ngày của giấy.", problems);
        LocalDate arrived = typed.day("arrivedOn", "Cần ghi ngày đến.", problems);
        if (arrived != null && arrived.isAfter(today)) {
            problems.add("arrivedOn", "Ngày đến không thể ở tương lai.");
        }
        if (date != null && arrived != null && arrived.isBefore(date)) {
            problems.add(
                    "arrivedOn",
                    "Ngày đến không thể trước ngày của giấy (%s). Xem lại hai ngày."
                            .formatted(Show.date(date)));
        }
        problems.check();
        if (date == null || arrived == null) {
            throw new IllegalStateException("a form without problems has its days");
        }
        return new PaperLetters.Arrived(
                sender,
                code,
                committee,
                number,
                date,
                arrived,
                "true".equals(typed.get("exempt")),
                person);
    }

    /** The person out of a form; what is wrong goes to the problems. */
    static Newcomer person(Typed typed, Problems.Gatherer problems) {
        String name = typed.text("fullName", "Cần ghi họ và tên như trên giấy.", LONGEST, problems);
        String birthTyped = Texts.clean(typed.or("birth", ""));
        Optional<PartialDate> birth = Days.partial(birthTyped);
        if (birth.isEmpty() && !birthTyped.isEmpty()) {
            problems.add("birth", "Ghi ngày sinh như 12/04/1988, hoặc 04/1988, hoặc chỉ năm 1988.");
        }
        LocalDate admitted = typed.day("admitted", null, problems);
        LocalDate official = typed.day("official", null, problems);
        if (admitted != null && official != null && official.isBefore(admitted)) {
            problems.add("official", "Ngày chính thức không thể trước ngày kết nạp.");
        }
        String address = typed.text("address", null, LONGEST_ADDRESS, problems);
        String post = typed.text("post", null, LONGEST, problems);
        String phone = typed.text("phone", null, LONGEST, problems);
        return new Newcomer(
                name,
                birth.orElse(null),
                typed.one("sex", Sex.class, null, problems),
                admitted,
                official,
                orNull(post),
                orNull(phone),
                orNull(address));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
