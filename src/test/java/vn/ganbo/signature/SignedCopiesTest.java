package vn.ganbo.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.document.AcknowledgementText;
import vn.ganbo.document.NewPaper;
import vn.ganbo.document.PaperReader;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** A stored paper comes back with signatures, or as a scan. */
@ProductTest
class SignedCopiesTest {
    private static final String PERSON = "Lò Thị Ký";
    private static final String WARD = "Đảng ủy phường Bến Thử";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};

    @Autowired ApplicationContext context;
    @Autowired SignedCopies copies;
    @Autowired CopyStore store;
    @Autowired TrustedCertificates certificates;
    @Autowired Papers papers;
    @Autowired History history;
    @Autowired Clock clock;
    @LocalServerPort int port;

    @Autowired TransactionTemplate transaction;
    @TempDir Path folder;

    private World world;
    private Instant now;
    private TrialAuthority authority;
    private Viewer office;
    private UUID member;
    private UUID paper;
    private byte[] stored;

    @BeforeEach
    void a_paper_of_the_ward_and_an_issuer_that_the_province_trusts()
            throws GeneralSecurityException {
        world = new World();
        now = clock.instant();
        authority = new TrialAuthority("Chứng thực " + world.base, now);
        office = world.wardOffice();
        member = world.member("Lò Thị Thử");
        Viewer province = world.viewer(Role.ADMINISTRATOR, world.province, world.province + 999);
        add(province, authority.certificate().getEncoded());
        add(province, authority.list(30).getEncoded());
        paper = paper(null);
        stored = office.call(() -> papers.read(office.scope(), paper)).bytes();
    }

    private void add(Viewer viewer, byte[] file) {
        viewer.call(() -> certificates.add(viewer, file));
    }

    private UUID paper(@Nullable Integer workNo) {
        PaperText text =
                new AcknowledgementText(
                        new PaperText.Issuer(
                                "Đảng bộ tỉnh", WARD, PaperText.Organ.COMMITTEE, "Bến Thử"),
                        LocalDate.of(2026, 11, 20),
                        "Đảng ủy Trường Thử Nghiệm",
                        "09-GGT/ĐU",
                        LocalDate.of(2026, 11, 2),
                        new PaperText.Person(
                                "Lò Thị Thử", "Nữ", null, null, null, "Chi bộ Phòng Một", null),
                        LocalDate.of(2026, 11, 20),
                        null,
                        null,
                        new PaperText.Signature("Bí thư", PERSON));
        return office.call(() ->
                papers.keep(
                        office,
                        new NewPaper(text, world.ward, workNo, null, member, "213-qd-tw@1")));
    }

    private Verdict receive(byte[] file) {
        return office.call(() -> copies.receive(office, paper, file));
    }

    private List<CopyStore.Listed> kept() {
        return store.ofPaper(office.scope(), paper);
    }

    private List<String> told() {
        return history.ofThing(office.scope(), paper).stream().map(History.Line::sentence).toList();
    }

    @Test
    void a_paper_signed_by_person_and_organisation_is_kept_with_its_signers() {
        byte[] signed =
                authority
                        .holder("ĐẢNG ỦY PHƯỜNG BẾN THỬ")
                        .sign(authority.holder(PERSON).sign(stored, now), now);

        assertThat(receive(signed).objection()).isNull();

        CopyStore.Listed copy = kept().getFirst();
        assertThat(copies.signers(copy))
                .extracting(Verdict.Signer::name)
                .containsExactly(PERSON, "ĐẢNG ỦY PHƯỜNG BẾN THỬ");
        assertThat(office.call(() -> copies.open(office, paper, copy.id())).bytes())
                .isEqualTo(signed);
        assertThat(told()).contains("Nhận bản ký số của Phiếu báo tiếp nhận (2 chữ ký hợp lệ)");
        assertThatThrownBy(() -> receive(signed)).isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_refused_changes_nothing_and_the_attempt_is_in_the_history() {
        SigningKey person = authority.holder(PERSON);
        SigningKey organisation = authority.holder(WARD);
        byte[] once = person.sign(stored, now);

        assertThat(receive(Sheets.withText(once)).objection())
                .isEqualTo(Objection.ADDED_AFTER_SIGNING);
        assertThat(receive(organisation.sign(Sheets.withText(once), now)).objection())
                .isEqualTo(Objection.ADDED_AFTER_SIGNING);
        assertThat(receive(person.sign(Sheets.withText(stored), now)).objection())
                .isEqualTo(Objection.ADDED_AFTER_SIGNING);
        assertThat(receive(Arrays.copyOf(once, once.length + 9)).objection())
                .isEqualTo(Objection.BYTES_AFTER_THE_END);
        assertThat(receive(person.sign(Sheets.foreign(), now)).objection())
                .isEqualTo(Objection.ANOTHER_FILE);
        assertThat(receive(stored).objection()).isEqualTo(Objection.UNSIGNED);
        assertThat(receive(authority.holder("Người Khác").sign(stored, now)).objection())
                .isEqualTo(Objection.ANOTHER_SIGNER);
        assertThat(receive(person.sign(organisation.sign(stored, now), now)).objection())
                .isEqualTo(Objection.ORGANISATION_BEFORE_PERSON);
        assertThat(receive(authority.holder(PERSON, -90, -9).sign(stored, now)).objection())
                .isEqualTo(Objection.EXPIRED_CERTIFICATE);

        assertThat(kept()).isEmpty();
        assertThat(told()).hasSize(9);
        assertThat(told().getFirst())
                .isEqualTo(
                        "Không nhận tệp ký số gửi cho Phiếu báo tiếp nhận: Chứng thư số của người ký đã hết hạn khi ký");
    }

    @Test
    void the_server_signs_behind_the_person_only_what_names_its_holder() throws IOException {
        Path file = folder.resolve("dang-uy.p12");
        Files.write(file, TrialAuthority.pkcs12(authority.holder(WARD), "mật khẩu".toCharArray()));
        SignedCopies server =
                new SignedCopies(
                        store,
                        context.getBean(TrustStore.class),
                        new ServerKeys(
                                new MockEnvironment()
                                        .withProperty(
                                                "ganbo.signing.keys[0].pkcs12", file.toString())
                                        .withProperty(
                                                "ganbo.signing.keys[0].password", "mật khẩu")),
                        papers,
                        context.getBean(PaperReader.class),
                        context.getBean(Facts.class),
                        clock);
        receive(authority.holder(PERSON).sign(stored, now));

        Verdict verdict =
                office.call(() -> transaction.execute(_ -> server.signOnServer(office, paper)));

        assertThat(verdict).isNotNull();
        assertThat(copies.signers(kept().getFirst()))
                .extracting(Verdict.Signer::name)
                .containsExactly(PERSON, WARD);
        assertThat(told().getFirst()).startsWith("Ký Phiếu báo tiếp nhận bằng khóa của máy chủ");
        assertThatThrownBy(() -> office.call(() -> copies.signOnServer(office, paper)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_scan_is_attached_to_its_paper_by_what_it_is_and_not_by_its_name() {
        office.call(() -> {
            copies.attach(office, paper, PNG);
            return true;
        });

        assertThat(kept())
                .extracting(CopyStore.Listed::kind, CopyStore.Listed::mediaType)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(CopyStore.Kind.SCAN, "image/png"));
        byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() ->
                        office.call(() -> {
                            copies.attach(office, paper, page);
                            return true;
                        }))
                .isInstanceOf(Problems.class);
    }

    @Test
    void a_photograph_of_another_paper_is_not_attached_to_this_one() throws IOException {
        byte[] photograph = photograph(stored);
        UUID other = paper(null);

        assertThatThrownBy(() ->
                        office.call(() -> {
                            copies.attach(office, other, photograph);
                            return true;
                        }))
                .isInstanceOf(Problems.class)
                .hasMessageContaining("Mở đúng hồ sơ");
        office.call(() -> {
            copies.attach(office, paper, photograph);
            return true;
        });
        assertThat(kept()).extracting(CopyStore.Listed::mediaType).containsExactly("image/jpeg");
    }

    /** The first page as a telephone takes it: turned by a quarter, on a desk. */
    private static byte[] photograph(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage sheet = new PDFRenderer(document).renderImageWithDPI(0, 240);
            BufferedImage desk = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = desk.createGraphics();
            graphics.setColor(new Color(120, 100, 80));
            graphics.fillRect(0, 0, 4000, 3000);
            graphics.rotate(Math.toRadians(91), 2000, 1500);
            graphics.drawImage(
                    sheet, 2000 - sheet.getWidth() / 2, 1500 - sheet.getHeight() / 2, null);
            graphics.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(desk, "jpg", out);
            return out.toByteArray();
        }
    }

    @Test
    void who_may_read_the_paper_may_read_its_copies_and_nobody_else() {
        receive(authority.holder(PERSON).sign(stored, now));
        UUID id = kept().getFirst().id();
        Viewer workplace = world.workplaceOffice();
        Viewer self = world.memberViewer(member);

        assertThat(store.ofPaper(workplace.scope(), paper)).isEmpty();
        assertThat(store.copy(self.scope(), paper, id)).isEmpty();
        assertThat(history.ofMember(workplace.scope(), member, "signature", List.of())).isEmpty();
        assertThatThrownBy(() -> workplace.call(() -> copies.receive(workplace, paper, stored)))
                .isInstanceOf(NotFound.class);

        office.call(() -> {
            papers.shareWithWorkplace(office, List.of(paper), world.workCell);
            papers.shareWithMember(office, List.of(paper));
            return true;
        });

        assertThat(store.ofPaper(workplace.scope(), paper)).hasSize(1);
        assertThat(store.copy(self.scope(), paper, id)).isPresent();
    }

    @Test
    void the_page_says_why_a_file_was_not_taken_and_takes_the_right_one() {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context)
                        .holder("Lừu Thị Gửi", Role.RESIDENCE_OFFICE, world.ward)
                        .userName(),
                Holders.PASSWORD);
        String at = "/papers/" + paper + "/signatures";
        byte[] signed = authority.holder(PERSON).sign(stored, now);

        assertThat(visitor.get(at).text()).contains("Chưa có bản ký nào");
        Visitor.Page refused = visitor.upload(at, "file", "a.pdf", Sheets.withText(signed));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("thêm vào sau khi ký", PERSON, "Không nhận tệp ký số gửi cho");
        Visitor.Page taken = visitor.upload(at, "file", "a.pdf", signed);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text()).contains("Đã nhận bản ký số", "Chữ ký hợp lệ khi nhận", PERSON);
        assertThat(visitor.download(at + "/" + kept().getFirst().id())).isEqualTo(signed);
        assertThat(PageStatements.of(visitor, at)).hasSizeBetween(1, 5);
        Visitor.Page scan = visitor.upload("/papers/" + paper + "/scans", "scan", "anh.png", PNG);
        assertThat(scan.text()).contains("Đã đính kèm bản chụp", "Không kiểm tra chữ ký");
    }
}
