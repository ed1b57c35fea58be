package vn.ganbo.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.Visitor.Page;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;

/** A signed file that is refused leaves the letter as it was, and the attempt in its history. */
@ProductTest
class RefusedFilesTest {
    private static final String SIGNER = "Lò Văn Ấn";

    @Autowired ApplicationContext context;
    @Autowired Introductions introductions;
    @Autowired TrustedCertificates certificates;
    @Autowired Papers papers;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private World world;
    private Instant now;
    private TrialAuthority authority;
    private Visitor workplace;
    private String letter;
    private UUID paper;
    private byte[] stored;

    @BeforeEach
    void a_letter_and_an_issuer_that_the_province_trusts() throws GeneralSecurityException {
        world = new World();
        now = clock.instant();
        authority = new TrialAuthority("Chứng thực " + world.base, now);
        Viewer province = world.viewer(Role.ADMINISTRATOR, world.province, world.province + 999);
        byte[] anchor = authority.certificate().getEncoded();
        byte[] list = authority.list(30).getEncoded();
        province.call(() -> certificates.add(province, anchor));
        province.call(() -> certificates.add(province, list));

        UUID member = world.member("Lò Thị Giấy Hỏng");
        Viewer work = world.workplaceOffice();
        UUID id = work.call(() -> introductions.issue(work, List.of(member))).letters().getFirst();
        work.call(() -> {
            introductions.sign(work, List.of(id), new Introductions.Signer(SIGNER, "Bí thư"));
            introductions.send(work, List.of(id));
            return id;
        });
        letter = "/introductions/" + id;
        workplace = new Visitor(port);
        workplace.signIn(
                new Holders(context)
                        .holder("Tòng Thị Gửi", Role.WORKPLACE_OFFICE, world.workplace)
                        .userName(),
                Holders.PASSWORD);
        Matcher link =
                Pattern.compile("/papers/([0-9a-f-]{36})").matcher(workplace.get(letter).text());
        assertThat(link.find()).isTrue();
        paper = UUID.fromString(link.group(1));
        stored = work.call(() -> papers.read(work.scope(), paper)).bytes();
    }

    @Test
    void each_refusal_stands_in_the_letters_own_history_and_the_letter_is_as_it_was() {
        SigningKey person = authority.holder(SIGNER);
        byte[] changed = person.sign(stored, now);
        changed[stored.length / 2] ^= 1;
        Map<Objection, byte[]> bad = new LinkedHashMap<>();
        bad.put(Objection.ANOTHER_FILE, changed);
        bad.put(
                Objection.UNKNOWN_SIGNER,
                new TrialAuthority("Chứng thực lạ", now).holder(SIGNER).sign(stored, now));
        bad.put(Objection.EXPIRED_CERTIFICATE, authority.holder(SIGNER, -90, -9).sign(stored, now));
        bad.put(Objection.ADDED_AFTER_SIGNING, Sheets.withText(person.sign(stored, now)));
        bad.put(Objection.UNSIGNED, stored);
        String before = state();

        bad.forEach((objection, file) -> {
            workplace.get("/papers/" + paper + "/signatures");
            Page refused =
                    workplace.upload("/papers/" + paper + "/signatures", "file", "giay.pdf", file);

            assertThat(refused.status()).as(objection.name()).isEqualTo(422);
            assertThat(refused.text()).contains(objection.label());
            assertThat(workplace.get(letter).text())
                    .contains("Không nhận tệp ký số gửi cho Giấy giới thiệu", objection.brief());
        });

        workplace.get("/papers/" + paper + "/signatures");
        Page foreign =
                workplace.upload(
                        "/papers/" + paper + "/signatures",
                        "file",
                        "giay.pdf",
                        person.sign(Sheets.foreign(), now));
        assertThat(foreign.text()).contains(Objection.ANOTHER_FILE.label());
        assertThat(state()).isEqualTo(before);
        assertThat(workplace.get("/papers/" + paper + "/signatures").text())
                .contains("Chưa có bản ký nào");
        assertThat(PageStatements.of(workplace, letter)).hasSizeBetween(1, 5);
    }

    /** Where the letter stands, as its page says. */
    private String state() {
        Matcher pill =
                Pattern.compile("<input type=\"hidden\" name=\"version\" value=\"(\\d+)\"")
                        .matcher(workplace.get(letter).text());
        assertThat(pill.find()).isTrue();
        return pill.group(1);
    }
}
