package vn.ganbo.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.util.HtmlUtils;
import vn.ganbo.Ganbo;
import vn.ganbo.ProductTest;
import vn.ganbo.TestClock;
import vn.ganbo.Visitor;
import vn.ganbo.Visitor.Page;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.document.AcknowledgementText;
import vn.ganbo.document.CommentSlipText;
import vn.ganbo.document.NewPaper;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.installation.Installation;
import vn.ganbo.installation.Installations;
import vn.ganbo.journey.Chromium;
import vn.ganbo.journey.Walker;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.liaison.Introductions.Signer;
import vn.ganbo.liaison.PaperLetters;
import vn.ganbo.regulation.Option;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.SlipForm;
import vn.ganbo.transfer.TransferCause;
import vn.ganbo.transfer.Transfers;

/**
 * A workplace and a ward, each with an installation of its own and no network between: a letter
 * goes as a paper, and its acknowledgement comes back the same way.
 */
@ProductTest
class TwoInstallationsTest {
    private static final int WARD = 20;
    private static final int OTHER_WARD = 40;
    private static final Pattern INPUT =
            Pattern.compile("<input[^>]*\\bname=\"([^\"]+)\"[^>]*\\bvalue=\"([^\"]*)\"");
    private static final Pattern SELECTED =
            Pattern.compile(
                    "<select[^>]*name=\"([^\"]+)\"[^>]*>(?:(?!</select>).)*?<option value=\"([^\"]*)\"[^>]* selected",
                    Pattern.DOTALL);

    private static ConfigurableApplicationContext second;
    private static int secondPort;

    @Autowired ApplicationContext first;
    @Autowired Introductions introductions;
    @Autowired PaperLetters paperLetters;
    @LocalServerPort int port;

    private World world;
    private Viewer work;
    private Visitor workplace;
    private Visitor ward;

    @BeforeAll
    static void another_installation() {
        second =
                new SpringApplicationBuilder(Ganbo.class)
                        .initializers(new TestDatabase(), new TestClock())
                        .run(
                                "--ganbo.test=second-installation",
                                "--ganbo.demo=false",
                                "--server.port=0",
                                "--logging.level.root=warn",
                                "--ganbo.installation-key=Z2FuLWJvLXRlc3QtaW5zdGFsbGF0aW9uLWtleS0wMDI=");
        secondPort =
                Integer.parseInt(
                        String.valueOf(second.getEnvironment().getProperty("local.server.port")));
        Holders holders = new Holders(second);
        holders.unit(10, "Đảng bộ tỉnh Sông Thử", "PROVINCE", "SUPERIOR", null);
        holders.unit(WARD, "Đảng bộ phường Bến Thử", "COMMUNE", "RESIDENCE", 10);
        holders.unit(WARD + 1, "Chi bộ Tổ dân phố 1", "CELL", "RESIDENCE", WARD);
        holders.unit(OTHER_WARD, "Đảng bộ xã Đồi Thử", "COMMUNE", "RESIDENCE", 10);
    }

    @AfterAll
    static void down() {
        second.close();
    }

    @BeforeEach
    void two_offices() {
        world = new World();
        work = world.workplaceOffice();
        workplace =
                signedIn(
                        new Visitor(port),
                        new Holders(first)
                                .holder("Tòng Thị Chiêm", Role.WORKPLACE_OFFICE, world.workplace));
        ward = wardOf(WARD);
    }

    private static Visitor wardOf(int no) {
        return signedIn(
                new Visitor(secondPort),
                new Holders(second).holder("Quàng Văn Ún", Role.RESIDENCE_OFFICE, no));
    }

    private static Visitor signedIn(Visitor visitor, Holders.Holder holder) {
        assertThat(visitor.signIn(holder.userName(), Holders.PASSWORD).status()).isEqualTo(200);
        return visitor;
    }

    private static void exchangeKeys(
            ApplicationContext one, ApplicationContext other, String name) {
        Viewer administrator = Viewer.system("test");
        Installations known = one.getBean(Installations.class);
        String key = other.getBean(Installation.class).key().orElseThrow().written();
        administrator.call(() -> {
            if (known.find(
                            administrator.scope(),
                            other.getBean(Installation.class).key().orElseThrow().id())
                    .isEmpty()) {
                known.add(administrator, name, key);
            }
            return name;
        });
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sent(UUID letter, byte[] pdf) {}

    private Sent sent(String fullName) {
        UUID person = world.member(fullName);
        UUID letter =
                work.call(() -> introductions.issue(work, List.of(person))).letters().getFirst();
        work.call(() -> {
            introductions.sign(work, List.of(letter), new Signer("Lò Văn Ký", "Bí thư"));
            introductions.send(work, List.of(letter));
            return letter;
        });
        Page page = workplace.get("/introductions/" + letter);
        return new Sent(letter, workplace.download(paper(page, "Mở giấy giới thiệu")));
    }

    private static String paper(Page page, String words) {
        Matcher link =
                Pattern.compile("href=\"(/papers/[^\"]+)\">(?:(?!</a>).)*" + words, Pattern.DOTALL)
                        .matcher(page.text());
        assertThat(link.find()).as(words).isTrue();
        return link.group(1);
    }

    /** What stands in the fields of a page, changed by name, value, name, value … */
    private static String[] fields(Page page, String... changes) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Pattern pattern : List.of(INPUT, SELECTED)) {
            Matcher found = pattern.matcher(page.text());
            while (found.find()) {
                if (!found.group(1).equals("_csrf")
                        && !found.group(0).contains("type=\"checkbox\"")) {
                    values.put(found.group(1), HtmlUtils.htmlUnescape(found.group(2)));
                }
            }
        }
        for (int i = 0; i < changes.length; i += 2) {
            values.put(changes[i], changes[i + 1]);
        }
        List<String> out = new ArrayList<>();
        values.forEach((name, value) -> out.addAll(List.of(name, value)));
        return out.toArray(String[]::new);
    }

    private static Page upload(Visitor visitor, byte[] file) {
        visitor.get("/incoming");
        return visitor.upload("/incoming", "file", "giay.pdf", file);
    }

    @Test
    void a_letter_goes_as_a_paper_and_its_acknowledgement_comes_back_the_same_way()
            throws Exception {
        exchangeKeys(second, first, "Đảng bộ tỉnh Nguồn");
        exchangeKeys(first, second, "Đảng bộ tỉnh Bến");
        Sent sent = sent("Cầm Thị Giấy Một");

        Page form = upload(ward, sent.pdf());
        assertThat(form.text())
                .contains("Tệp nguyên vẹn", "Đảng bộ tỉnh Nguồn", "Cầm Thị Giấy Một", "12/04/1980");
        Page waiting = ward.post(form.path() + "/letter", fields(form));
        assertThat(waiting.path()).startsWith("/introductions/");
        assertThat(waiting.text()).contains("Cầm Thị Giấy Một", "Tiếp nhận, báo lại nơi công tác");

        Matcher cell =
                Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>Chi bộ Tổ dân phố 1")
                        .matcher(waiting.text());
        assertThat(cell.find()).isTrue();
        Page placed =
                ward.post(
                        waiting.path() + "/acknowledgement",
                        "version",
                        waiting.hidden("version"),
                        "cell",
                        cell.group(1));
        assertThat(placed.status()).isEqualTo(200);
        assertThat(ward.get("/register").text()).contains("Cầm Thị Giấy Một");
        assertThat(ward.get("/incoming").text()).contains("Đảng ủy Trường Thử Nghiệm");

        byte[] slip = ward.download(paper(placed, "Mở phiếu báo tiếp nhận"));
        Page answer = upload(workplace, slip);
        assertThat(answer.text())
                .contains("Tệp nguyên vẹn", "Đảng bộ tỉnh Bến", "Chi bộ Tổ dân phố 1");
        Page done =
                workplace.post(
                        answer.path() + "/acknowledgement",
                        "version",
                        answer.hidden("version"),
                        "inCharge",
                        "Vì Thị Phụ Trách",
                        "phone",
                        "0600 111 222");
        assertThat(done.path()).isEqualTo("/introductions/" + sent.letter());
        assertThat(done.text()).contains("Vì Thị Phụ Trách", "Chi bộ Tổ dân phố 1", "0600 111 222");

        Page twice = upload(ward, sent.pdf());
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text()).contains("đã vào sổ văn bản đến số");
    }

    private byte[] transferred(String fullName, String to, boolean temporary) {
        UUID person = world.member(fullName);
        Transfers transfers = first.getBean(Transfers.class);
        LocalDate today = LocalDate.now(first.getBean(Clock.class));
        UUID id =
                work.call(() ->
                        transfers.open(
                                work,
                                new Transfers.Opening(
                                        person,
                                        temporary ? TransferCause.STUDY : TransferCause.RETIREMENT,
                                        false,
                                        "15-QĐ/TC",
                                        today.minusDays(3),
                                        null,
                                        to,
                                        temporary ? today : null,
                                        temporary ? today.plusMonths(6) : null)));
        work.scope()
                .run(() ->
                        transfers.issue(
                                work,
                                id,
                                1,
                                List.of("review", "card", "decision"),
                                true,
                                new Transfers.Signer("Lò Văn Ký", "Bí thư")));
        return workplace.download(paper(workplace.get("/transfers/" + id), "Mở giấy giới thiệu"));
    }

    @Test
    void who_comes_for_good_with_a_transfer_letter_is_taken_into_a_cell() {
        exchangeKeys(second, first, "Đảng bộ tỉnh Nguồn");
        byte[] letter = transferred("Cầm Thị Chuyển Một", "Đảng ủy phường Bến Thử", false);

        Page form = upload(ward, letter);
        assertThat(form.text())
                .contains("Tệp nguyên vẹn", "Nhận chuyển sinh hoạt đảng", "Cầm Thị Chuyển Một")
                .contains("12/04/1980", "19/05/2006");
        Page early =
                ward.post(
                        form.path() + "/transfer",
                        fields(form, "cell", Integer.toString(WARD + 1), "since", "01/01/2020"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("Ghi một ngày từ ngày của giấy", "Cầm Thị Chuyển Một");
        assertThat(ward.post(form.path() + "/transfer", fields(form)).text())
                .contains("Chọn một chi bộ của đơn vị");
        Page taken =
                ward.post(
                        form.path() + "/transfer",
                        fields(form, "cell", Integer.toString(WARD + 1)));

        assertThat(taken.path()).startsWith("/members/");
        assertThat(taken.text()).contains("Cầm Thị Chuyển Một", "Chi bộ Tổ dân phố 1", "GTSHĐ/ĐU");
        assertThat(upload(ward, letter).status()).isEqualTo(409);
        Page again =
                upload(ward, transferred("Cầm Thị Chuyển Một", "Đảng ủy phường Bến Thử", false));
        Page namesake =
                ward.post(
                        again.path() + "/transfer",
                        fields(again, "cell", Integer.toString(WARD + 1)));
        assertThat(namesake.status()).isEqualTo(422);
        assertThat(namesake.text()).contains("Ở đơn vị đã có đồng chí Cầm Thị Chuyển Một");
        Page elsewhere =
                upload(
                        wardOf(OTHER_WARD),
                        transferred("Cầm Thị Chuyển Hai", "Đảng ủy phường Bến Thử", false));
        assertThat(elsewhere.status()).isEqualTo(409);
        assertThat(elsewhere.text()).contains("Giấy này gửi Đảng ủy phường Bến Thử");
    }

    @Test
    void who_comes_for_a_time_stays_with_a_cell_and_the_comment_goes_back_as_a_paper() {
        exchangeKeys(second, first, "Đảng bộ tỉnh Nguồn");
        LocalDate today = LocalDate.now(first.getBean(Clock.class));
        byte[] letter =
                transferred("Cầm Thị Chuyển Ba", "Đảng ủy phường Bến Thử, tỉnh Sông Thử", true);
        Page elsewhere =
                upload(
                        ward,
                        transferred(
                                "Cầm Thị Chuyển Tư", "Đảng ủy phường Bến Thử, tỉnh Khác", true));
        assertThat(elsewhere.status()).as("a ward of the same name").isEqualTo(409);
        assertThat(elsewhere.text()).contains("tỉnh Khác, không phải");

        Page form = upload(ward, letter);
        assertThat(form.path()).endsWith("/stay");
        assertThat(form.text())
                .contains("Tệp nguyên vẹn", "Cầm Thị Chuyển Ba", "12/04/1980", "Chi bộ Phòng Một")
                .contains(Show.date(today), Show.date(today.plusMonths(6)));
        Page late = ward.post(form.path(), fields(form, "arrivedOn", Show.date(today.plusDays(1))));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("Ghi một ngày từ ngày của giấy", "Cầm Thị Chuyển Ba");
        Page longer = ward.post(form.path(), fields(form, "until", Show.date(today.plusYears(3))));
        assertThat(longer.text()).contains("Dài hơn thì chuyển chính thức");
        String cell = Integer.toString(WARD + 1);
        Page taken = ward.post(form.path(), fields(form, "cell", cell));

        assertThat(taken.path()).startsWith("/transfers/");
        assertThat(taken.text())
                .contains("Đang sinh hoạt tạm thời", "Chi bộ Tổ dân phố 1", "ngoài chương trình");
        assertThat(upload(ward, letter).status()).isEqualTo(409);
        assertThat(ward.get("/transfers?tab=STAYING").text()).contains("Cầm Thị Chuyển Ba");
        String at = taken.path();
        Page asked = ward.post(at + "/comments");
        Matcher comment = Pattern.compile("/comments/([0-9a-f-]{36})\"").matcher(asked.text());
        assertThat(comment.find()).as(asked.text()).isTrue();
        Page said =
                ward.post(
                        at + "/comments/" + comment.group(1), "answer", "Sinh hoạt đều, việc tốt.");
        assertThat(said.text()).contains("Ra công văn gửi nơi giới thiệu");
        Page sent = ward.post(at + "/comments/" + comment.group(1) + "/paper");
        assertThat(sent.text()).contains("Mở công văn gửi nơi giới thiệu");
        assertThat(pdf(ward.download(paper(sent, "Mở công văn gửi nơi giới thiệu"))))
                .contains("Cầm Thị Chuyển Ba", "Sinh hoạt đều, việc tốt.", "Trường Thử Nghiệm");
        Page back =
                ward.post(
                        at + "/homecoming",
                        "version",
                        sent.hidden("version"),
                        "on",
                        Show.date(today));
        assertThat(back.text()).contains("Đã trở về");
    }

    @Test
    void a_letter_for_a_time_that_nobody_can_read_by_machine_is_typed_and_becomes_a_stay() {
        LocalDate today = LocalDate.now(first.getBean(Clock.class));
        String[] sheet = {
            "kind", "TRANSFER_LETTER",
            "issuer", "Đảng ủy Nhà máy Thử Giấy",
            "number", "",
            "madeOn", Show.date(today.minusDays(3)),
            "about", "Giới thiệu sinh hoạt tạm thời đồng chí Cầm Thị Chuyển Năm"
        };
        ward.get("/incoming");
        Page unnumbered = ward.post("/incoming/others", sheet);
        assertThat(unnumbered.status()).isEqualTo(422);
        assertThat(unnumbered.text()).contains("Cần ghi số của giấy.", "Cầm Thị Chuyển Năm");
        sheet[5] = "15-GTSHĐ/ĐU";

        Page form = ward.post("/incoming/others", sheet);

        assertThat(form.path()).endsWith("/stay");
        assertThat(form.text()).contains("Giấy không có tệp máy đọc được", "15-GTSHĐ/ĐU");
        Page empty = ward.post(form.path(), fields(form));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text())
                .contains("Ghi họ và tên như trên giấy.", "Ghi ngày cuối như trên giấy.");
        String[] who = {
            "fullName", "Cầm Thị Chuyển Năm",
            "birth", "1988",
            "cause", TransferCause.temporary().getFirst().name(),
            "since", Show.date(today),
            "until", Show.date(today.plusMonths(6)),
            "arrivedOn", Show.date(today),
            "cell", Integer.toString(WARD + 1)
        };
        Page taken = ward.post(form.path(), fields(form, who));
        assertThat(taken.path()).as(taken.text()).startsWith("/transfers/");
        assertThat(taken.text())
                .contains("Đang sinh hoạt tạm thời", "Đảng ủy Nhà máy Thử Giấy", "15-GTSHĐ/ĐU");
        assertThat(ward.get(form.path()).text()).contains(taken.path());
        Page twice = ward.post("/incoming/others", sheet);
        assertThat(ward.post(twice.path(), fields(twice, who)).status()).isEqualTo(409);
    }

    private static String pdf(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_same_way_is_walked_in_a_browser_by_both_clerks() {
        exchangeKeys(second, first, "Đảng bộ tỉnh Nguồn");
        exchangeKeys(first, second, "Đảng bộ tỉnh Bến");
        Sent sent = sent("Cầm Thị Giấy Tám");
        Holders.Holder office =
                new Holders(first).holder("Tòng Thị Xem", Role.WORKPLACE_OFFICE, world.workplace);
        Holders.Holder wardOffice =
                new Holders(second).holder("Quàng Thị Xem", Role.RESIDENCE_OFFICE, WARD);
        try (Chromium chromium = Chromium.start();
                Walker there = Walker.atDesk(chromium, secondPort);
                Walker here = Walker.atDesk(chromium, port)) {
            signIn(there, wardOffice)
                    .open("/incoming")
                    .attach("giay.pdf", "application/pdf", sent.pdf())
                    .press("Nhận")
                    .sees("Tệp nguyên vẹn", "Đảng bộ tỉnh Nguồn")
                    .look();
            assertThat(there.typed("fullName")).isEqualTo("Cầm Thị Giấy Tám");
            there.press("Nhận giấy này")
                    .sees("Tiếp nhận, báo lại nơi công tác")
                    .choose("cell", "Chi bộ Tổ dân phố 1")
                    .press("Tiếp nhận, báo lại nơi công tác")
                    .sees("Đã tiếp nhận");
            byte[] slip = there.paper("Mở phiếu báo tiếp nhận");
            there.open("/incoming").sees("Đảng ủy Trường Thử Nghiệm").open("/incoming/new");

            signIn(here, office)
                    .open("/incoming")
                    .attach("phieu.pdf", "application/pdf", slip)
                    .press("Nhận")
                    .sees("Tệp nguyên vẹn", "Chi bộ Tổ dân phố 1")
                    .look()
                    .type("inCharge", "Vì Thị Phụ Trách")
                    .press("Ghi đã tiếp nhận")
                    .sees("theo phiếu báo bằng giấy", "Vì Thị Phụ Trách")
                    .look();
            here.open("/numbers").open("/prints").open("/paper-style").open("/verify");
        }
    }

    /** A letter on its way to the register of the ward, and its acknowledgement back. */
    private UUID inTouch(String fullName) {
        exchangeKeys(second, first, "Đảng bộ tỉnh Nguồn");
        exchangeKeys(first, second, "Đảng bộ tỉnh Bến");
        Sent sent = sent(fullName);
        Page form = upload(ward, sent.pdf());
        Page waiting = ward.post(form.path() + "/letter", fields(form));
        Matcher cell =
                Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>Chi bộ Tổ dân phố 1")
                        .matcher(waiting.text());
        assertThat(cell.find()).isTrue();
        Page placed =
                ward.post(
                        waiting.path() + "/acknowledgement",
                        "version",
                        waiting.hidden("version"),
                        "cell",
                        cell.group(1));
        Page answer = upload(workplace, ward.download(paper(placed, "Mở phiếu báo tiếp nhận")));
        workplace.post(answer.path() + "/acknowledgement", "version", answer.hidden("version"));
        return sent.letter();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Asked(String number, LocalDate on, byte[] pdf) {}

    /** The workplace asks for a comment on this person. */
    private Asked asked(String fullName) {
        Page people = workplace.get("/comment-requests/new?q=" + fullName.replace(" ", "+"));
        Matcher person =
                Pattern.compile("name=\"members\" value=\"([0-9a-f-]{36})\"")
                        .matcher(people.text());
        assertThat(person.find()).as(people.text()).isTrue();
        LocalDate today = LocalDate.now(first.getBean(Clock.class));
        Page asked =
                workplace.post(
                        "/comment-requests",
                        "members",
                        person.group(1),
                        "purpose",
                        "PERSONNEL",
                        "year",
                        String.valueOf(today.getYear()),
                        "due",
                        vn.ganbo.kernel.Show.date(today.plusDays(20)),
                        "signer",
                        "Lò Văn Ký",
                        "post",
                        "Bí thư");
        Matcher paper =
                Pattern.compile(
                                fullName
                                        + "</span><span class=\"sub num\"><a href=\"(/papers/[0-9a-f-]{36})\">số ([^<]+)</a>")
                        .matcher(asked.text());
        assertThat(paper.find()).as(asked.text()).isTrue();
        return new Asked(paper.group(2), today, workplace.download(paper.group(1)));
    }

    /** The slip of the ward's cell, as its file leaves the second installation. */
    private static byte[] slip(String fullName, @org.jspecify.annotations.Nullable Asked request) {
        Viewer there = Viewer.system("test");
        LocalDate today = LocalDate.now(second.getBean(java.time.Clock.class));
        CommentSlipText text =
                new CommentSlipText(
                        new PaperText.Issuer(
                                "Đảng bộ phường Bến Thử",
                                "Chi bộ Tổ dân phố 1",
                                PaperText.Organ.CELL,
                                "Bến Thử"),
                        today,
                        new CommentSlipText.Form(
                                "PHIẾU NHẬN XÉT",
                                "đảng viên",
                                "Nhận xét {họ tên}",
                                7,
                                "Nhận xét khác"),
                        "Tổ dân phố 1",
                        "Chi ủy Chi bộ Tổ dân phố 1",
                        new PaperText.Person(
                                fullName, "Nữ", null, null, null, "Chi bộ Phòng Một", null),
                        ticked(today),
                        "Nhiệt tình với việc chung.",
                        new PaperText.Signature("Bí thư", "Vi Thị Cơ Sở"),
                        "Đảng ủy phường Bến Thử",
                        new CommentSlipText.Confirmation(
                                today, new PaperText.Signature("Phó Bí thư", "Lường Văn Xác Nhận")),
                        new CommentSlipText.Answers(
                                today.getYear(),
                                request == null ? null : request.number(),
                                request == null ? null : request.on()));
        Papers papers = second.getBean(Papers.class);
        return there.call(() -> {
            UUID id =
                    papers.keep(
                            there, new NewPaper(text, WARD + 1, null, null, null, "213-qd-tw@1"));
            return papers.read(there.scope(), id).bytes();
        });
    }

    /** The form of the rulebook with the last option of each criterion but the first. */
    private static List<CommentSlipText.Criterion> ticked(LocalDate today) {
        return second.getBean(Rulebooks.class).on(today).criteria(SlipForm.NORMAL).stream()
                .map(criterion -> {
                    List<String> labels = criterion.options().stream().map(Option::label).toList();
                    return new CommentSlipText.Criterion(
                            criterion.number(),
                            criterion.text(),
                            labels,
                            criterion.number() == 1 ? labels.getFirst() : labels.getLast());
                })
                .toList();
    }

    @Test
    void a_request_goes_as_a_paper_and_its_slip_comes_back_the_same_way() {
        inTouch("Cầm Thị Giấy Chín");
        Asked request = asked("Cầm Thị Giấy Chín");

        Page wrongWard = upload(wardOf(OTHER_WARD), request.pdf());
        assertThat(wrongWard.status()).isEqualTo(409);
        assertThat(wrongWard.text()).contains("Giấy này gửi Đảng ủy phường Bến Thử");

        Page form = upload(ward, request.pdf());
        assertThat(form.path()).startsWith("/comment-requests/incoming/");
        assertThat(form.text())
                .contains(
                        "Tệp nguyên vẹn",
                        "Đảng bộ tỉnh Nguồn",
                        "Cầm Thị Giấy Chín",
                        request.number());
        String[] filled = fields(form, "contact", option(form, "Cầm Thị Giấy Chín"));
        String[] late = filled.clone();
        for (int i = 0; i < late.length; i += 2) {
            late[i + 1] = late[i].equals("due") ? "01/01/2020" : late[i + 1];
        }
        Page refused = ward.post(form.path(), late);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Hạn gửi trả không thể trước ngày của phiếu");
        Page list = ward.post(form.path(), filled);
        assertThat(list.path()).isEqualTo("/comment-requests");
        assertThat(list.text()).contains("Cầm Thị Giấy Chín", request.number());
        Matcher waiting =
                Pattern.compile("name=\"requests\" value=\"([0-9a-f-]{36})\"").matcher(list.text());
        assertThat(waiting.find()).isTrue();
        assertThat(ward.post("/comment-requests/taking-up", "requests", waiting.group(1)).text())
                .contains("về chi bộ để nhận xét");
        assertThat(upload(ward, request.pdf()).text()).contains("đã vào sổ văn bản đến số");

        Page answer = upload(workplace, slip("Cầm Thị Giấy Chín", request));
        assertThat(answer.path()).startsWith("/returned-comments/incoming/");
        assertThat(answer.text())
                .contains("Tệp nguyên vẹn", "Đảng bộ tỉnh Bến", "Nêu gương tốt", request.number());
        Page taken = workplace.post(answer.path());
        assertThat(taken.path()).startsWith("/comments/");
        assertThat(taken.text())
                .contains("Đã nhận phiếu nhận xét", "Nhiệt tình với việc chung.")
                .contains("Phiếu đến bằng giấy", "Xem xét xử lý", "Ghi buổi trao đổi");
        assertThat(workplace.get("/comment-requests?tab=answered").text())
                .contains("Cầm Thị Giấy Chín", "Phiếu nhận xét bằng giấy");
        assertThat(workplace.get("/returned-comments?tab=received").text())
                .contains("Cầm Thị Giấy Chín", "Phiếu giấy");
        assertThat(workplace.get("/follow-ups").text())
                .contains("Cầm Thị Giấy Chín", "Xem xét xử lý");
        UUID member = memberOf("Cầm Thị Giấy Chín");
        assertThat(workplace.get("/members/" + member).text())
                .contains("Nhận xét của nơi cư trú", taken.path());
        assertThat(answersRead(member))
                .contains("\"example\": \"good\"", "\"proposal\": \"consider\"");
        answeredByLetter(taken);
        Page again = workplace.post(answer.path());
        assertThat(again.status()).isEqualTo(409);
    }

    /** The residence reads no page here: the workplace answers its proposal by a letter. */
    private void answeredByLetter(Page slip) {
        workplace.post(
                slip.path() + "/talk",
                "version",
                "1",
                "talkedOn",
                Show.date(LocalDate.now(first.getBean(Clock.class))),
                "words",
                "Tôi bận trực ca đêm.");

        Page answered =
                workplace.post(
                        slip.path() + "/outcome",
                        "version",
                        "2",
                        "outcome",
                        "REMINDED",
                        "answer",
                        "Chi bộ đã nhắc đồng chí dự họp khu dân cư.");

        assertThat(answered.text()).contains("Công văn trả lời ở dưới", "Đã góp ý, nhắc nhở");
        Matcher letter =
                Pattern.compile("href=\"/papers/([0-9a-f-]{36})\"").matcher(answered.text());
        assertThat(letter.find()).as(answered.text()).isTrue();
        assertThat(textOf(workplace.download("/papers/" + letter.group(1))))
                .contains("-CV/ĐU", "Đảng ủy phường Bến Thử", "các đồng chí đề nghị xem xét xử lý")
                .contains("đã góp ý, nhắc nhở", "Chi bộ đã nhắc đồng chí dự họp khu dân cư.")
                .doesNotContain("trực ca đêm");
    }

    /** Its lines joined, however they were broken. */
    private static String textOf(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void
            a_slip_that_nobody_asked_for_is_read_by_the_person_and_nobody_else_and_one_for_another_is_refused() {
        inTouch("Cầm Thị Giấy Mười");
        Asked request = asked("Cầm Thị Giấy Mười");

        Page other = upload(workplace, slip("Cầm Thị Khác Hẳn", request));
        assertThat(other.text())
                .contains("nhưng phiếu nhận xét ghi đồng chí Cầm Thị Khác Hẳn")
                .doesNotContain("Nhận phiếu nhận xét</button>");
        assertThat(workplace.post(other.path()).status()).isEqualTo(409);
        assertThat(facts(first, "assessment.paper-refused"))
                .anyMatch(why -> why.contains("ghi người khác") && !why.contains("Khác Hẳn"));
        assertThat(workplace.get("/comment-requests").text()).contains(request.number());

        Page unasked = upload(workplace, slip("Cầm Thị Giấy Mười", null));
        Page slip = workplace.post(unasked.path());
        assertThat(slip.text()).contains("Đã nhận phiếu nhận xét");
        Visitor person =
                signedIn(
                        new Visitor(port),
                        new Holders(first)
                                .holder(
                                        "Cầm Thị Giấy Mười",
                                        Role.MEMBER,
                                        world.workCell,
                                        memberOf("Cầm Thị Giấy Mười")));
        assertThat(person.get("/my-comments").text()).contains(slip.path(), "Nhận xét năm");
        assertThat(person.get("/notifications").text()).contains("Nhận phiếu nhận xét bằng giấy");
        person.get(slip.path());
        assertThat(person.post(slip.path() + "/reply", "reply", "Tôi đã dự họp đủ cả năm.").text())
                .contains("Tôi đã dự họp đủ cả năm.");
        assertThat(workplace.get(slip.path()).text()).contains("Tôi đã dự họp đủ cả năm.");
        assertThat(person.get(unasked.path()).text()).contains("Nhiệt tình với việc chung.");
        assertThat(person.download("/incoming/" + last(unasked.path()) + "/file"))
                .startsWith('%', 'P', 'D', 'F');
        Visitor stranger =
                signedIn(
                        new Visitor(port),
                        new Holders(first)
                                .holder(
                                        "Cầm Văn Lạ",
                                        Role.MEMBER,
                                        world.workCell,
                                        world.member("Cầm Văn Lạ")));
        assertThat(stranger.get(unasked.path()).status()).isEqualTo(404);
        assertThat(stranger.get(slip.path()).status()).isEqualTo(404);
        workplace.get("/incoming");
        Page sheet =
                workplace.post(
                        "/incoming/others",
                        "kind",
                        "COMMENT_SLIP",
                        "issuer",
                        "Chi bộ Tổ dân phố 1",
                        "madeOn",
                        Show.date(request.on()),
                        "about",
                        "Phiếu nhận xét");
        Page twice =
                workplace.post(
                        sheet.path(),
                        "target",
                        "m" + memberOf("Cầm Thị Giấy Mười"),
                        "form",
                        "EXEMPT",
                        "year",
                        String.valueOf(request.on().getYear()),
                        "example",
                        "good",
                        "civic",
                        "well",
                        "voice",
                        "-");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text()).contains("đã nhận ngày", "xin nơi cư trú tệp PDF");
        Page correction = upload(workplace, slip("Cầm Thị Giấy Mười", null));
        Page corrected = workplace.post(correction.path());
        assertThat(corrected.text()).contains("Phiếu sửa lần 1", "gửi phiếu sửa bằng giấy");
        assertThat(workplace.get(slip.path()).text()).contains("Phiếu này đã có phiếu sửa");
        assertThat(person.get("/my-comments").text())
                .contains(corrected.path())
                .doesNotContain(slip.path());
    }

    @Test
    void a_photograph_of_a_request_or_a_slip_keeps_the_picture_and_fills_what_its_mark_says()
            throws Exception {
        inTouch("Cầm Thị Giấy Mười Một");
        Asked request = asked("Cầm Thị Giấy Mười Một");

        Page form = upload(ward, picture(request.pdf()));
        assertThat(form.path()).startsWith("/comment-requests/incoming/");
        assertThat(form.text())
                .contains("Mã trên giấy đúng", "Đảng bộ tỉnh Nguồn", request.number());
        Page taken =
                ward.post(
                        form.path(),
                        fields(
                                form,
                                "contact",
                                option(form, "Cầm Thị Giấy Mười Một"),
                                "due",
                                vn.ganbo.kernel.Show.date(request.on().plusDays(20)),
                                "purpose",
                                "PERSONNEL"));
        assertThat(taken.path()).as(taken.text()).isEqualTo("/comment-requests");

        Page slip = upload(workplace, picture(slip("Cầm Thị Giấy Mười Một", request)));
        assertThat(slip.text()).contains("Máy chỉ đọc được mã trên ảnh", "Mã trên giấy đúng");
        assertThat(workplace.post(slip.path(), "target", "").status()).isEqualTo(422);
        String target = option(slip, "Cầm Thị Giấy Mười Một, trả lời");
        String year = String.valueOf(request.on().getYear());
        Page open = workplace.post(slip.path(), "target", target, "form", "NORMAL", "year", year);
        assertThat(open.status()).isEqualTo(422);
        assertThat(open.text()).contains("Tiêu chí 3: chọn đúng ô đã đánh dấu trên phiếu");
        Page done =
                workplace.post(
                        slip.path(),
                        "target",
                        target,
                        "form",
                        "NORMAL",
                        "year",
                        year,
                        "example",
                        "good",
                        "civic",
                        "yes",
                        "meetings",
                        "-",
                        "contact",
                        "active",
                        "voice",
                        "active",
                        "proposal",
                        "commend",
                        "other",
                        "Chép từ giấy.");
        assertThat(done.text())
                .contains("Đã nhận phiếu nhận xét", "Nêu gương tốt", "Chép từ giấy.")
                .contains("Đề nghị: biểu dương", "chưa có");
        assertThat(workplace.get(slip.path()).text()).contains("Mở ảnh phiếu", done.path());
        assertThat(workplace.download("/incoming/" + last(slip.path()) + "/file"))
                .startsWith(0xff, 0xd8);
    }

    private static byte[] picture(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 200), "jpg", out);
            return out.toByteArray();
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The value of the choice that begins so. */
    private static String option(Page page, String words) {
        Matcher found =
                Pattern.compile("<option value=\"([^\"]+)\"[^>]*>" + Pattern.quote(words))
                        .matcher(page.text());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }

    /** As the review of the year reads it. */
    private String answersRead(UUID member) {
        return Scope.system("test")
                .call(() ->
                        first.getBean(vn.ganbo.database.Db.class)
                                .one(
                                        Scope.system("test"),
                                        vn.ganbo.kernel.Sql.of(
                                                "select c.answers::text as answers from assessment.published_comment c where c.member_id = :member and c.state = 'RETURNED'"),
                                        row -> row.getString("answers"),
                                        "member",
                                        member)
                                .orElseThrow());
    }

    private UUID memberOf(String fullName) {
        return Scope.system("test")
                .call(() ->
                        first.getBean(vn.ganbo.database.Db.class)
                                .one(
                                        Scope.system("test"),
                                        vn.ganbo.kernel.Sql.of(
                                                "select m.id from member.member m where m.full_name = :name and m.work_no = :no order by m.id desc limit 1"),
                                        row -> row.getObject("id", UUID.class),
                                        "name",
                                        fullName,
                                        "no",
                                        world.workCell)
                                .orElseThrow());
    }

    @Test
    void each_paper_that_is_refused_leaves_its_reason_in_the_history_of_the_letter_it_names()
            throws Exception {
        exchangeKeys(second, first, "Đảng bộ tỉnh Nguồn");
        exchangeKeys(first, second, "Đảng bộ tỉnh Bến");
        Sent sent = sent("Cầm Thị Giấy Ba");
        String letter = "/introductions/" + sent.letter();

        Page changed = upload(workplace, withAnotherName(sent.pdf()));
        assertThat(changed.status()).isEqualTo(409);
        assertThat(workplace.get(letter).text()).contains("Dữ liệu trong tệp này đã bị sửa");

        String mark = mark(sent.pdf());
        workplace.get("/incoming");
        Page altered = workplace.post("/incoming", "mark", mark.replace("-GGT", "0-GGT"));
        assertThat(altered.status()).isEqualTo(409);
        assertThat(workplace.get(letter).text()).contains("Mã trên giấy này đã bị sửa");

        Visitor elsewhere =
                signedIn(
                        new Visitor(port),
                        new Holders(first)
                                .holder("Lường Thị Lạc", Role.RESIDENCE_OFFICE, world.otherWard));
        assertThat(upload(elsewhere, sent.pdf()).status()).isEqualTo(409);
        assertThat(workplace.get(letter).text()).contains("nhưng không gửi cho đơn vị");

        Page typed = workplace.get(letter);
        Page early =
                workplace.post(
                        letter + "/paper-acknowledgement",
                        "version",
                        typed.hidden("version"),
                        "acknowledgedOn",
                        "01/01/2020");
        assertThat(early.status()).isEqualTo(422);
        assertThat(workplace.get(letter).text())
                .contains("Không ghi phiếu báo bằng giấy: Ngày tiếp nhận không thể trước ngày");
        assertThat(workplace.get(letter).hidden("version")).isEqualTo(typed.hidden("version"));

        Page form = upload(ward, sent.pdf());
        Page taken = ward.post(form.path() + "/letter", fields(form));
        assertThat(upload(ward, sent.pdf()).status()).isEqualTo(409);
        assertThat(ward.get(taken.path()).text()).contains("Văn bản này đã vào sổ văn bản đến số");
    }

    @Test
    void a_slip_from_another_ward_or_of_a_day_before_the_letter_is_in_the_letters_history()
            throws Exception {
        exchangeKeys(second, first, "Đảng bộ tỉnh Nguồn");
        exchangeKeys(first, second, "Đảng bộ tỉnh Bến");
        Sent sent = sent("Cầm Thị Giấy Bốn");
        String letter = "/introductions/" + sent.letter();
        Page page = workplace.get(letter);
        Matcher number = Pattern.compile("(\\d+-GGT/ĐU)").matcher(page.text());
        assertThat(number.find()).isTrue();
        LocalDate today = LocalDate.now(first.getBean(Clock.class));

        for (String why :
                List.of("nhưng phiếu báo này của Đảng ủy xã Đồi Thử", "trước ngày của giấy")) {
            boolean otherWard = why.contains("Đồi Thử");
            AcknowledgementText text =
                    new AcknowledgementText(
                            new PaperText.Issuer(
                                    "Đảng bộ tỉnh Sông Thử",
                                    otherWard ? "Đảng ủy xã Đồi Thử" : "Đảng ủy phường Bến Thử",
                                    PaperText.Organ.COMMITTEE,
                                    "Thử"),
                            today,
                            "Đảng ủy Trường Thử Nghiệm",
                            number.group(1),
                            today,
                            new PaperText.Person(
                                    "Cầm Thị Giấy Bốn",
                                    null,
                                    null,
                                    null,
                                    null,
                                    "Chi bộ Phòng Một",
                                    null),
                            otherWard ? today : today.minusDays(9),
                            null,
                            null,
                            new PaperText.Signature("Bí thư", "Lường Văn Xác Nhận"));
            Viewer there = Viewer.system("test");
            Papers papers = second.getBean(Papers.class);
            byte[] slip =
                    there.call(() -> {
                        UUID id =
                                papers.keep(
                                        there,
                                        new NewPaper(text, WARD, null, null, null, "213-qd-tw@1"));
                        return papers.read(there.scope(), id).bytes();
                    });
            Page answer = upload(workplace, slip);
            assertThat(answer.text()).contains(why).doesNotContain("Ghi đã tiếp nhận");
            assertThat(workplace.get(letter).text()).contains("Không nhận một văn bản đến", why);
        }
        assertThat(workplace.get(letter).text()).contains("Nơi cư trú trả lời bằng giấy");
    }

    /** The text of the mark on the first page. */
    private static String mark(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 300);
            int width = image.getWidth();
            int height = image.getHeight();
            return new com.google.zxing.qrcode.QRCodeReader()
                    .decode(
                            new com.google.zxing.BinaryBitmap(
                                    new com.google.zxing.common.HybridBinarizer(
                                            new com.google.zxing.RGBLuminanceSource(
                                                    width,
                                                    height,
                                                    image.getRGB(
                                                            0, 0, width, height, null, 0, width)))),
                            Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }

    private static Walker signIn(Walker walker, Holders.Holder holder) {
        return walker.go("/sign-in")
                .type("username", holder.userName())
                .type("password", Holders.PASSWORD)
                .press("Đăng nhập");
    }

    @Test
    void a_scan_with_the_mark_alone_fills_number_and_date_and_a_code_opens_the_own_case()
            throws Exception {
        exchangeKeys(second, first, "Đảng bộ tỉnh Nguồn");
        Sent sent = sent("Cầm Thị Giấy Hai");
        byte[] photograph;
        String code;
        try (PDDocument document = Loader.loadPDF(sent.pdf())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 200), "jpg", out);
            photograph = out.toByteArray();
            Matcher found =
                    Pattern.compile("Mã tra cứu: ([0-9 ]{14})")
                            .matcher(new PDFTextStripper().getText(document));
            assertThat(found.find()).isTrue();
            code = found.group(1);
        }

        Page form = upload(ward, photograph);
        assertThat(form.path()).startsWith("/incoming/new");
        assertThat(form.text()).contains("-GGT/ĐU");

        Page refused =
                ward.post(
                        "/incoming/letters",
                        fields(
                                form,
                                "committee",
                                "Đảng ủy Trường Thử Hai",
                                "arrivedOn",
                                "01/01/2020",
                                "birth",
                                "31/02/1980"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Cần ghi họ và tên", "Ngày đến không thể trước", "Ghi ngày sinh như")
                .contains("Đảng ủy Trường Thử Hai");
        Page taken =
                ward.post(
                        "/incoming/letters",
                        fields(
                                form,
                                "committee",
                                "Đảng ủy Trường Thử Hai",
                                "fullName",
                                "Cầm Thị Giấy Hai",
                                "birth",
                                "1980"));
        assertThat(taken.path()).startsWith("/introductions/");
        ward.get("/incoming/new");
        Page again =
                ward.post(
                        "/incoming/letters",
                        fields(
                                form,
                                "committee",
                                "Đảng ủy Trường Thử Hai",
                                "fullName",
                                "Cầm Thị Giấy Hai",
                                "birth",
                                "1980"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("đã vào sổ văn bản đến số");

        workplace.get("/incoming");
        assertThat(workplace.post("/incoming", "mark", code).path())
                .isEqualTo("/introductions/" + sent.letter());
        assertThat(workplace.get("/incoming/find?mark=" + code.replace(" ", "")).path())
                .isEqualTo("/introductions/" + sent.letter());
        Page elsewhere = wardOf(OTHER_WARD).get("/incoming");
        assertThat(elsewhere.status()).isEqualTo(200);
    }

    @Test
    void a_photograph_too_coarse_to_be_read_is_typed_and_kept_beside_what_was_typed()
            throws Exception {
        Sent sent = sent("Cầm Thị Giấy Mờ");
        byte[] coarse;
        try (PDDocument document = Loader.loadPDF(sent.pdf())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 60), "jpg", out);
            coarse = out.toByteArray();
        }
        Page refused = upload(ward, coarse);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("gõ 12 chữ số in cạnh mã", "nhập bằng tay và kèm ảnh");

        String today = Show.date(LocalDate.now(first.getBean(Clock.class)));
        String[] typed = {
            "committee",
            "Đảng ủy Trường Thử Ba",
            "number",
            "71-GGT/ĐU",
            "date",
            today,
            "arrivedOn",
            today,
            "fullName",
            "Cầm Thị Giấy Mờ",
            "birth",
            "1980"
        };
        ward.get("/incoming/new");
        Page wrong =
                ward.upload(
                        "/incoming/letters",
                        "scan",
                        "giay.txt",
                        "giấy".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        typed);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Chỉ kèm được tệp PDF hoặc ảnh", "71-GGT/ĐU");
        Page taken = ward.upload("/incoming/letters", "scan", "giay.jpg", coarse, typed);
        assertThat(taken.path()).startsWith("/introductions/");
        String version = taken.hidden("version");
        String[] again = typed.clone();
        again[1] = "Đảng bộ Trường Thử Ba";
        again[9] = "Cầm Thị Trùng Số";
        ward.get("/incoming/new");
        Page twice = ward.post("/incoming/letters", again);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text()).contains("Giấy số 71-GGT/ĐU của cấp ủy này đã nhận ngày");
        assertThat(ward.get(taken.path()).text()).contains("của cấp ủy này đã nhận ngày");
        assertThat(ward.get(taken.path()).hidden("version")).isEqualTo(version);
        assertThat(ward.get("/introductions").text()).doesNotContain("Cầm Thị Trùng Số");
        Matcher line =
                Pattern.compile("/incoming/([0-9a-f-]{36})\">(?:(?!</a>).)*Cầm Thị Giấy Mờ")
                        .matcher(ward.get("/incoming").text());
        assertThat(line.find()).isTrue();
        assertThat(ward.get("/incoming/" + line.group(1)).text()).contains("Mở tệp đã nhận");
        assertThat(ward.download("/incoming/" + line.group(1) + "/file")).startsWith(0xff, 0xd8);

        Page other =
                ward.upload(
                        "/incoming/others",
                        "scan",
                        "giay.jpg",
                        coarse,
                        "issuer",
                        "Đảng ủy Trường Thử Ba",
                        "about",
                        "Công văn mờ");
        assertThat(other.text()).contains("Đã vào sổ văn bản đến số", "Công văn mờ");
    }

    @Test
    void what_is_not_for_this_office_or_was_changed_is_refused_and_stays_in_the_history()
            throws Exception {
        exchangeKeys(second, first, "Đảng bộ tỉnh Nguồn");
        Sent sent = sent("Cầm Thị Giấy Ba");

        Page wrongWard = upload(wardOf(OTHER_WARD), sent.pdf());
        assertThat(wrongWard.status()).isEqualTo(409);
        assertThat(wrongWard.text())
                .contains("Giấy này gửi Đảng ủy phường Bến Thử, không phải Đảng ủy xã Đồi Thử");

        Page changed = upload(ward, withAnotherName(sent.pdf()));
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.text()).contains("đã bị sửa sau khi phát hành");

        Page foreign =
                upload(
                        ward,
                        "%PDF-1.7 không phải tệp"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(foreign.status()).isEqualTo(409);
        assertThat(foreign.text()).contains("Không đọc được tệp này");

        assertThat(refusals(second)).anyMatch(why -> why.contains("đã bị sửa"));
        assertThat(ward.get("/register").text()).doesNotContain("Cầm Thị Giấy Ba");
    }

    @Test
    void an_answer_to_another_letter_or_from_another_ward_changes_nothing() throws Exception {
        exchangeKeys(second, first, "Đảng bộ tỉnh Nguồn");
        exchangeKeys(first, second, "Đảng bộ tỉnh Bến");
        Sent sent = sent("Cầm Thị Giấy Bốn");
        Page form = upload(ward, sent.pdf());
        Page waiting =
                ward.post(form.path() + "/letter", fields(form, "fullName", "Cầm Thị Giấy Khác"));
        Page placed =
                ward.post(
                        waiting.path() + "/acknowledgement",
                        "version",
                        waiting.hidden("version"),
                        "cell",
                        "");
        assertThat(placed.status()).as(placed.text()).isEqualTo(200);
        assertThat(placed.path()).startsWith("/introductions/");

        Page answer = upload(workplace, ward.download(paper(placed, "Mở phiếu báo tiếp nhận")));

        assertThat(answer.text())
                .contains("phiếu báo ghi đồng chí Cầm Thị Giấy Khác")
                .doesNotContain("Ghi đã tiếp nhận");
        assertThat(workplace.get("/introductions/" + sent.letter()).text())
                .contains("Nơi cư trú trả lời bằng giấy");
    }

    @Test
    void an_answer_on_paper_is_entered_by_hand_only_where_the_ward_has_no_office_here() {
        Sent sent = sent("Cầm Thị Giấy Năm");
        String path = "/introductions/" + sent.letter() + "/paper-acknowledgement";
        Page page = workplace.get("/introductions/" + sent.letter());
        Page early =
                workplace.post(
                        path, "version", page.hidden("version"), "acknowledgedOn", "01/01/2020");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("không thể trước ngày của giấy giới thiệu");

        world.officer("Lường Văn Phường", Role.RESIDENCE_OFFICE, world.ward);
        Page refused =
                workplace.post(
                        path,
                        "version",
                        page.hidden("version"),
                        "acknowledgedOn",
                        vn.ganbo.kernel.Show.date(LocalDate.now(first.getBean(Clock.class))));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("nhận giấy ngay trong chương trình");
    }

    @Test
    void anybody_learns_whether_a_paper_is_ours_and_nothing_else() throws Exception {
        Sent sent = sent("Cầm Thị Giấy Sáu");
        String text;
        try (PDDocument document = Loader.loadPDF(sent.pdf())) {
            text = new PDFTextStripper().getText(document);
        }
        Matcher found = Pattern.compile("Mã tra cứu: ([0-9 ]{14})").matcher(text);
        assertThat(found.find()).isTrue();
        String code = found.group(1).replace(" ", "");

        Page valid = new Visitor(port).get("/verify?mark=" + code);
        assertThat(valid.text())
                .contains("còn hiệu lực", "-GGT/ĐU", "Đảng ủy Trường Thử Nghiệm")
                .doesNotContain("Cầm Thị Giấy Sáu", "Giấy giới thiệu", "phường Bến Thử");
        assertThat(new Visitor(port).get("/verify?mark=482109375160").text())
                .contains("Mã này chưa đúng");

        Page page = workplace.get("/introductions/" + sent.letter());
        workplace.post(
                "/introductions/" + sent.letter() + "/withdrawal",
                "version",
                page.hidden("version"),
                "reason",
                "ghi nhầm nơi cư trú");
        assertThat(new Visitor(port).get("/verify?mark=" + code).text()).contains("đã bị rút");
    }

    private static List<String> refusals(ApplicationContext context) {
        return facts(context, "intake.refused");
    }

    private static List<String> facts(ApplicationContext context, String key) {
        return Scope.system("test")
                .call(() ->
                        context.getBean(vn.ganbo.database.Db.class)
                                .list(
                                        Scope.system("test"),
                                        vn.ganbo.kernel.Sql.of(
                                                "select f.details::text as why from audit.fact f where f.key = :key"),
                                        row -> row.getString("why"),
                                        "key",
                                        key));
    }

    /** The file with another name in the data inside. */
    private static byte[] withAnotherName(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDComplexFileSpecification file =
                    requireNonNull(
                            document.getDocumentCatalog()
                                    .getNames()
                                    .getEmbeddedFiles()
                                    .getNames()
                                    .get("giay.json"));
            String json =
                    new String(
                            file.getEmbeddedFile().toByteArray(),
                            java.nio.charset.StandardCharsets.UTF_8);
            try (var out =
                    file.getEmbeddedFile()
                            .getCOSObject()
                            .createOutputStream(COSName.FLATE_DECODE)) {
                out.write(
                        json.replace("Giấy Ba", "Giấy Bảy")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
