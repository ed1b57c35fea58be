package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.document.Press.Conformance;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Show;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.UnitSide;

/** What the papers look like, and that archives can rely on their files. */
class PressTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final byte[] DATA = "{\"người\":\"Lý Thị Mỹ Vỹ\"}".getBytes(UTF_8);
    private static final Press PRESS = new Press(Clock.fixed(NOW, Show.ZONE));

    static Press press() {
        return PRESS;
    }

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static List<String> papers() {
        return List.copyOf(Examples.all().keySet());
    }

    private static PaperText text(String name) {
        return requireNonNull(Examples.all().get(name));
    }

    private static byte[] printed(PaperText text) {
        return PRESS.print(
                Ids.next(), new Press.Sheet(text, null), text.kind().travels() ? DATA : null);
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_paper_is_a_file_for_the_archive(String name) throws Exception {
        PaperText text = text(name);
        byte[] pdf = printed(text);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", name + ".pdf"), pdf);

        boolean carriesData = text.kind().travels();
        assertThat(faults(pdf, carriesData ? PDFAFlavour.PDFA_3_B : PDFAFlavour.PDFA_2_B))
                .isEmpty();
    }

    @Test
    void a_cells_dossiers_are_one_file_for_the_archive_and_each_begins_a_page() throws Exception {
        List<DossierText> dossiers =
                List.of(dossier("Lý Thị Mỹ Vỹ"), dossier("Nguyễn <b>Văn</b> & Út"));
        byte[] pdf = DossierPress.draw(PRESS, dossiers, Style.HOUSE);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", "dossiers.pdf"), pdf);

        assertThat(faults(pdf, PDFAFlavour.PDFA_2_B)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(4);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(3);
            assertThat(second.getText(document)).contains("Nguyễn <b>Văn</b> & Út");
        }
    }

    @Test
    void a_signature_never_stands_alone_on_a_page() throws Exception {
        Files.createDirectories(Path.of("target/papers"));
        int turned = 0;
        for (int before = 8; before < 36; before++) {
            byte[] pdf = DossierPress.draw(PRESS, List.of(report(before)), Style.HOUSE);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                int last = document.getNumberOfPages();
                PDFTextStripper end = new PDFTextStripper();
                end.setStartPage(last);
                assertThat(end.getText(document))
                        .as("with %d lines before", before)
                        .contains("T/M CHI BỘ", "Câu cuối cùng của báo cáo.");
                if (last == 2) {
                    Files.write(Path.of("target/papers", "signed-" + before + ".pdf"), pdf);
                }
                turned += last - 1;
            }
        }
        assertThat(turned).as("some of them have a second page").isBetween(1, 27);
    }

    /** A report of so many lines and one more, with its signature. */
    private static DossierText report(int before) {
        return new DossierText(
                Examples.CELL.superior(),
                Examples.CELL.name(),
                "Báo cáo kiểm điểm tập thể năm 2026",
                "(Mẫu 01)",
                List.of(
                        new DossierText.Part(
                                "1. Kết quả",
                                List.of(
                                        new DossierText.Line(
                                                null,
                                                "Đã làm.\n".repeat(before)
                                                        + "Câu cuối cùng của báo cáo.")))),
                new DossierText.Signed("Sơn La", LocalDate.of(2026, 12, 1), "T/M chi bộ", ""));
    }

    private static DossierText dossier(String name) {
        return new DossierText(
                Examples.CELL.superior(),
                Examples.CELL.name(),
                "Hồ sơ kiểm điểm, xếp loại năm 2026",
                "Đồng chí " + name,
                List.of(
                        new DossierText.Part(
                                "1. Bản tự kiểm điểm",
                                List.of(
                                        new DossierText.Line(
                                                "Ưu điểm",
                                                "Hoàn thành nhiệm vụ được giao.\n".repeat(50)))),
                        new DossierText.Part(
                                "2. Nhận xét của cấp ủy nơi cư trú",
                                List.of(new DossierText.Line(null, "Nêu gương tốt")))));
    }

    @Test
    void the_validator_refuses_a_file_that_is_not_for_the_archive() throws Exception {
        byte[] pdf =
                PRESS.print(
                        Ids.next(),
                        new Press.Sheet(Examples.request(), null),
                        Conformance.PLAIN,
                        null);

        assertThat(faults(pdf, PDFAFlavour.PDFA_2_B)).isNotEmpty();
    }

    @Test
    void a_letter_that_the_type_does_not_have_leaves_the_file_fit_for_the_archive()
            throws Exception {
        PaperText text = Examples.slip("漢 字 😀 → ✓ Ω ☐ \u00a0 ﬁ", null);

        assertThat(faults(printed(text), PDFAFlavour.PDFA_3_B)).isEmpty();
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> faults = new ArrayList<>();
            for (TestAssertion test : result.getTestAssertions()) {
                if (test.getStatus() == TestAssertion.Status.FAILED) {
                    faults.add(test.getRuleId() + " " + test.getMessage());
                }
            }
            assertThat(result.isCompliant()).isEqualTo(faults.isEmpty());
            return faults;
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_paper_fits_on_one_page_however_long_its_names(String name) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(printed(text(name)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void nothing_stands_in_the_margins(String name) throws Exception {
        assertThat(inMargins(printed(text(name))))
                .as("outside of 20, 15, 20 and 30 mm, where it is cut off")
                .isEmpty();
    }

    @Test
    void a_word_that_runs_into_a_margin_is_noticed() throws Exception {
        String html = "<html><body><p>Chưa tích cực</p></body></html>";
        String css =
                "@page { size: A4; margin: 20mm 15mm 20mm 30mm }"
                        + " p { font-family: Tinos; white-space: nowrap; margin-left: 150mm }";

        assertThat(inMargins(PRESS.print(Ids.next(), html, css, Conformance.A2B))).isNotEmpty();
    }

    /** Letters whose middle lies in a margin; the middle, for boxes of letters have some air. */
    private static List<String> inMargins(byte[] pdf) throws IOException {
        List<String> outside = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String words, List<TextPosition> letters) {
                    for (TextPosition letter : letters) {
                        float x = letter.getXDirAdj() + letter.getWidthDirAdj() / 2;
                        float y = letter.getYDirAdj() - letter.getHeightDir() / 2;
                        if (x < mm(30) || x > mm(195) || y < mm(20) || y > mm(277)) {
                            outside.add(letter.getUnicode() + " of " + words);
                        }
                    }
                }
            }.getText(document);
        }
        return outside;
    }

    private static float mm(double length) {
        return (float) (length / 25.4 * 72);
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_word_can_be_found_and_copied(String name) throws Exception {
        PaperText text = text(name);
        PaperText.Person person = text.person();
        String words = words(printed(text));

        assertThat(words).isEqualTo(Normalizer.normalize(words, Normalizer.Form.NFC));
        assertThat(words)
                .contains("ĐẢNG CỘNG SẢN VIỆT NAM")
                .contains(Show.longDate(text.date()))
                .contains(text.issuer().name().toUpperCase(Locale.forLanguageTag("vi")));
        if (text.number() != null) {
            assertThat(words).contains("Số " + text.number());
        }
        if (text instanceof WrittenText written) {
            assertThat(words).contains(written.paragraphs());
        } else {
            assertThat(words)
                    .contains(requireNonNull(person).name())
                    .contains(person.workCell())
                    .contains(String.valueOf(person.address()));
        }
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void a_form_counts_from_its_first_day_and_what_is_older_is_drawn_as_it_was() throws Exception {
        OfficialLetterText today = Examples.letter();
        OfficialLetterText before =
                new OfficialLetterText(
                        today.issuer(),
                        today.number(),
                        PaperForms.GUIDANCE_05.minusDays(1),
                        today.to(),
                        today.about(),
                        today.paragraphs(),
                        today.person(),
                        today.signature());

        assertThat(words(printed(today))).contains("về việc góp ý").doesNotContain("V/v");
        assertThat(words(printed(before))).contains("V/v góp ý").doesNotContain("về việc góp ý");
        for (PaperKind kind : PaperKind.values()) {
            assertThat(PaperForms.FORMS).anyMatch(form -> form.kind() == kind);
        }
    }

    @Test
    void the_part_to_tear_off_repeats_number_and_name() throws Exception {
        String words = words(printed(Examples.introduction()));

        assertThat(words.split("PHIẾU BÁO TIẾP NHẬN", -1)[1])
                .contains("Đảng ủy phường Hoa Ban đã tiếp nhận đồng chí Lý Thị Mỹ Vỹ")
                .contains("09-GGT/ĐU");
    }

    @Test
    void no_line_begins_with_a_comma_however_long_the_name_before_it() throws Exception {
        for (int length = 1; length <= 30; length++) {
            PaperText.Person person =
                    new PaperText.Person(
                            "Lý Thị " + "m".repeat(length),
                            "Nữ",
                            PartialDate.day(LocalDate.of(1983, 10, 7)),
                            null,
                            null,
                            "Chi bộ Khoa Kỹ thuật số 7",
                            "số 43/6 đường Bờ Kè");
            IntroductionText letter = Examples.introduction();
            CommentRequestText request = Examples.request();
            for (PaperText text :
                    List.of(
                            new IntroductionText(
                                    letter.issuer(),
                                    letter.number(),
                                    letter.date(),
                                    letter.to(),
                                    letter.citation(),
                                    person,
                                    true,
                                    letter.sentences(),
                                    letter.signature()),
                            new CommentRequestText(
                                    request.issuer(),
                                    request.number(),
                                    request.date(),
                                    request.to(),
                                    request.citation(),
                                    person,
                                    request.purpose(),
                                    request.request(),
                                    request.due(),
                                    request.signature()))) {
                try (PDDocument document = Loader.loadPDF(printed(text))) {
                    assertThat(new PDFTextStripper().getText(document).lines())
                            .noneMatch(line -> line.strip().matches("[,.;:][^.].*"));
                }
            }
        }
    }

    @Test
    void letter_and_request_write_dates_in_one_form_and_name_the_same_cell() throws Exception {
        String letter = words(printed(Examples.introduction()));
        String request = words(printed(Examples.request()));

        assertThat(letter).contains("19/05/2010").contains("Chi bộ Tổ dân phố 3.");
        assertThat(request).contains("trước ngày 05/12/2026").contains("Chi bộ Tổ dân phố 3.");
    }

    @Test
    void the_slip_names_the_committee_that_confirms_and_who_signs_in_which_post() throws Exception {
        String open = words(printed(Examples.slip(null, null)));
        String confirmed = words(printed(Examples.slip(null, Examples.confirmation())));

        assertThat(open)
                .contains("XÁC NHẬN CỦA ĐẢNG ỦY PHƯỜNG HOA BAN")
                .contains("ban công tác mặt trận Tổ dân phố 3")
                .doesNotContain("THỊ TRẤN")
                .doesNotContain("PHÓ BÍ THƯ");
        assertThat(confirmed).contains("Ngày 01 tháng 12 năm 2026", "PHÓ BÍ THƯ", "Trần Quốc Khuê");
    }

    @Test
    void the_slip_ticks_what_was_chosen_and_nothing_else() throws Exception {
        String words = words(printed(Examples.exemptSlip()));

        assertThat(words.replaceAll(" ", "")).contains("xNêugươngtốt", "4.Nhậnxétkhác:");
        assertThat(words.split(" x ", -1)).hasSize(1 + 3);
        assertThat(words).contains("đảng viên được miễn sinh hoạt nơi cư trú");
    }

    @Test
    void a_confirmed_slip_leaves_no_room_to_write_a_comment_into() throws Exception {
        String open = words(printed(Examples.slip(null, null)));
        String confirmed = words(printed(Examples.slip(null, Examples.confirmation())));

        assertThat(open).containsPattern("Nhận xét khác: ?\\.{40}");
        assertThat(confirmed).contains("Nhận xét khác: Không. XÁC NHẬN");
    }

    @Test
    void the_words_of_the_forms_here_are_those_of_the_rulebook() throws Exception {
        String rulebook =
                Files.readString(Path.of("src/main/resources/regulations/213-qd-tw.yaml"));

        for (CommentSlipText slip : List.of(Examples.slip(null, null), Examples.exemptSlip())) {
            assertThat(rulebook).contains(slip.form().opening(), slip.form().subtitle());
            for (CommentSlipText.Criterion criterion : slip.criteria()) {
                assertThat(rulebook).contains("text: " + criterion.text() + "\n");
                criterion.options().forEach(option -> assertThat(rulebook).contains(option));
            }
        }
        assertThat(rulebook)
                .contains(Examples.LETTER.exempt(), Examples.LETTER.request(), Examples.REQUEST);
    }

    @Test
    void blanks_of_a_sentence_are_filled_in_and_unknown_ones_left_to_the_pen() {
        Sentence sentence =
                Sentence.of(
                        "{cấp ủy} đề nghị Chi ủy {chi bộ} nhận xét đảng viên {họ tên} {gì đó}.",
                        "Lý Thị Mỹ Vỹ",
                        Map.of("cấp ủy", "Đảng ủy Sở Y tế", "chi bộ", ""));

        assertThat(sentence.before())
                .isEqualTo("Đảng ủy Sở Y tế đề nghị Chi ủy nhận xét đảng viên ");
        assertThat(sentence.name()).isEqualTo("Lý Thị Mỹ Vỹ");
        assertThat(sentence.after()).matches(" \\.{10,}\\.");
    }

    @Test
    void an_address_is_completed_with_ward_and_province_where_it_does_not_name_them() {
        List<Unit> ward =
                List.of(
                        unit("Đảng bộ phường Hoa Ban", UnitKind.COMMUNE),
                        unit("Đảng bộ tỉnh Sông Ngàn", UnitKind.PROVINCE));

        assertThat(PaperText.residence("Số 12 đường Bờ Kè", ward))
                .isEqualTo("số 12 đường Bờ Kè, phường Hoa Ban, tỉnh Sông Ngàn");
        assertThat(PaperText.residence("Bản Nà Lĩnh, Phường Hoa Ban", ward))
                .isEqualTo("Bản Nà Lĩnh, Phường Hoa Ban, tỉnh Sông Ngàn");
        assertThat(PaperText.residence(null, ward)).isEqualTo("phường Hoa Ban, tỉnh Sông Ngàn");
        assertThat(PaperText.Addressee.of(ward, null).province()).isEqualTo("tỉnh Sông Ngàn");
    }

    private static Unit unit(String name, UnitKind kind) {
        return new Unit(Ids.next(), 1, "99", name, kind, UnitSide.RESIDENCE, null, null);
    }

    @Test
    void a_cell_that_issues_its_own_letters_signs_as_a_cell() {
        PaperText.Issuer issuer =
                PaperText.Issuer.of(
                        List.of(
                                unit("Chi bộ cơ sở Công ty Điện lực", UnitKind.CELL),
                                unit("Đảng bộ phường 12", UnitKind.COMMUNE),
                                unit("Đảng bộ Thành phố Hồ Chí Minh", UnitKind.PROVINCE)));

        assertThat(issuer.organ()).isEqualTo(PaperText.Organ.CELL);
        assertThat(issuer.superior()).isEqualTo("Đảng bộ phường 12");
        assertThat(issuer.place()).isEqualTo("Phường 12");
    }

    @Test
    void a_comment_of_many_words_takes_a_second_page_and_loses_none() throws Exception {
        String other = "Đồng chí nhiệt tình với việc chung của tổ dân phố. ".repeat(60).strip();
        byte[] pdf = printed(Examples.slip(other + " HẾT", null));

        assertThat(words(pdf)).contains("HẾT").contains("Đỗ Ngọc Thưởng");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
        assertThat(faults(pdf, PDFAFlavour.PDFA_3_B)).isEmpty();
    }

    @Test
    void a_letter_carries_its_data_for_machines() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(printed(Examples.introduction()))) {
            Map<String, PDComplexFileSpecification> files =
                    pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys(Attachment.NAME);
            byte[] data =
                    requireNonNull(files.get(Attachment.NAME)).getEmbeddedFile().toByteArray();
            assertThat(data).isEqualTo(DATA);
        }
    }

    @Test
    void a_file_is_dated_by_the_clock_of_the_house() throws Exception {
        byte[] bytes = printed(Examples.request());
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(NOW);
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), UTF_8))
                    .contains("<xmp:CreateDate>2026-11-23T09:00:00+07:00</xmp:CreateDate>");
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Phiếu xin ý kiến 04-PXYK/ĐU");
        }
    }

    @Test
    void markup_in_a_name_is_printed_as_it_was_typed() throws Exception {
        CommentSlipText slip =
                Examples.slip("<img src=\"file:///etc/hostname\"/> & <b>đậm</b>", null);

        assertThat(words(printed(slip)))
                .contains("<img src=\"file:///etc/hostname\"/> & <b>đậm</b>");
    }

    @Test
    void nothing_outside_the_program_is_fetched() throws Exception {
        try (java.net.ServerSocket server =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(500);
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/a.png";
            String html =
                    "<html><head><link rel='stylesheet' href='%1$s'/></head><body style=\"background: url('%1$s')\"><img src='%1$s'/><p>x</p></body></html>"
                            .formatted(address);
            PRESS.print(Ids.next(), html, "p { color: #000 }", Conformance.A2B);

            org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Regular", "Italic", "Bold", "BoldItalic"})
    void every_vietnamese_letter_has_its_glyph(String face) throws Exception {
        StringBuilder letters = new StringBuilder("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYFJWZ0123456789");
        for (String vowel : "A Ă Â E Ê I O Ô Ơ U Ư Y".split(" ")) {
            for (String tone : "\u0300 \u0309 \u0303 \u0301 \u0323".split(" ")) {
                letters.append(Normalizer.normalize(vowel + tone, Normalizer.Form.NFC));
            }
        }
        letters.append(letters.toString().toLowerCase(Locale.forLanguageTag("vi")));
        letters.append(".,;:!?()[]/-–—…“”‘’\"'%&+=*№°₫");

        try (TrueTypeFont font =
                new TTFParser()
                        .parse(
                                new RandomAccessReadBuffer(
                                        requireNonNull(
                                                PressTest.class.getResourceAsStream(
                                                        "/fonts/Tinos-" + face + ".ttf"))))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            assertThat(letters.codePoints().filter(c -> glyphs.getGlyphId(c) == 0).toArray())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void the_data_of_a_paper_can_be_read_back(String name) {
        PaperText text = text(name);
        JsonMapper json = JsonMapper.builder().build();

        assertThat(json.readValue(json.writeValueAsString(text), text.kind().text()))
                .isEqualTo(text);
    }

    @Test
    void a_place_is_called_by_its_name_and_in_full_where_the_name_is_a_number_or_a_person() {
        assertThat(Words.place("Đảng bộ phường Hoa Ban")).isEqualTo("Hoa Ban");
        assertThat(Words.place("Đảng bộ phường 12")).isEqualTo("Phường 12");
        assertThat(Words.place("Đảng bộ thành phố Hồ Chí Minh")).isEqualTo("Thành phố Hồ Chí Minh");
        assertThat(Words.place("Đảng bộ tỉnh Sông Ngàn")).isEqualTo("Sông Ngàn");
    }

    @Test
    void who_signs_by_hand_finds_room_and_a_cell_has_no_seal() throws Exception {
        CommentSlipText s = Examples.slip(null, null);
        String words =
                words(
                        printed(
                                new CommentSlipText(
                                        s.issuer(),
                                        s.date(),
                                        s.form(),
                                        s.area(),
                                        s.speaker(),
                                        s.person(),
                                        s.criteria(),
                                        null,
                                        PaperText.Signature.byHand(),
                                        s.confirmingCommittee(),
                                        null)));

        assertThat(words)
                .contains("T/M CHI BỘ (chức vụ, ký, họ tên)")
                .contains("T/M ĐẢNG ỦY (chức vụ, ký, đóng dấu, họ tên)");
    }

    @Test
    void a_long_name_in_the_head_breaks_where_a_reader_breathes_and_fits_letters_of_each_size() {
        String name =
                "Đảng ủy Trường Đại học Nông Lâm nghiệp, Thủy lợi và Kỹ thuật Công nghệ Phân hiệu Thượng nguồn Sông Ngàn";

        assertThat(Words.lines(name, 14))
                .containsExactly(
                        "Đảng ủy Trường Đại học",
                        "Nông Lâm nghiệp,",
                        "Thủy lợi và Kỹ thuật",
                        "Công nghệ Phân hiệu",
                        "Thượng nguồn Sông Ngàn");
        assertThat(Words.lines("Đảng bộ phường Hoa Ban", 14))
                .containsExactly("Đảng bộ phường Hoa Ban");
        assertThat(Words.lines("Đảng bộ phường Hoa Ban", 16))
                .containsExactly("Đảng bộ", "phường Hoa Ban");
        for (double size : new double[] {11, 12, 14, 16}) {
            List<String> lines = Words.lines(name, size);
            assertThat(String.join(" ", lines)).isEqualTo(name);
            assertThat(lines).allMatch(line -> line.length() <= 24 * 14 / size);
        }
    }

    @Test
    void numbers_below_ten_get_a_zero() {
        assertThat(Numbers.written(9, "GGT", PaperText.Organ.COMMITTEE)).isEqualTo("09-GGT/ĐU");
        assertThat(Numbers.written(10, "GGT", PaperText.Organ.CELL)).isEqualTo("10-GGT/CB");
        assertThat(Numbers.written(1248, "GGT", PaperText.Organ.COMMITTEE))
                .isEqualTo("1248-GGT/ĐU");
    }

    @Test
    void no_font_of_the_machine_is_looked_for() {
        assertThat(
                        org.apache.pdfbox.pdmodel.font.FontMappers.instance()
                                .getFontBoxFont("Symbol", null)
                                .isFallback())
                .isFalse();
        assertThat(org.apache.pdfbox.pdmodel.font.FontMappers.instance())
                .isInstanceOf(OwnFont.class);
    }
}
