package vn.ganbo.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** Which issuers a unit trusts, and who says so. */
@ProductTest
class TrustTest {
    @Autowired ApplicationContext context;
    @Autowired TrustedCertificates certificates;
    @Autowired TrustStore store;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private World world;
    private Instant now;
    private TrialAuthority authority;

    @BeforeEach
    void another() {
        world = new World();
        now = clock.instant();
        authority = new TrialAuthority("Chứng thực " + world.base, now);
    }

    private void add(Viewer viewer, byte[] file) {
        viewer.call(() -> certificates.add(viewer, file));
    }

    private void end(Viewer viewer, UUID id, int version) {
        viewer.scope().run(() -> certificates.end(viewer, id, version));
    }

    private Viewer administrator(int unit, int last) {
        return world.viewer(Role.ADMINISTRATOR, unit, last);
    }

    @Test
    void what_a_unit_trusts_holds_below_it_and_not_beside_it() throws GeneralSecurityException {
        Viewer ward = administrator(world.ward, world.ward + 99);

        add(ward, authority.certificate().getEncoded());
        add(ward, authority.list(30).getEncoded());

        assertThat(trust(world.cellSecretary(), world.cell1).anchors())
                .containsExactly(authority.certificate());
        assertThat(trust(world.cellSecretary(), world.cell1).lists()).hasSize(1);
        assertThat(trust(world.otherWardOffice(), world.otherWard).anchors()).isEmpty();
        assertThat(
                        trust(administrator(world.province, world.province + 999), world.province)
                                .lists())
                .isEmpty();
    }

    private Trust trust(Viewer viewer, int unit) {
        return store.trust(viewer.scope(), unit, now);
    }

    @Test
    void a_file_with_a_private_key_is_refused_whatever_its_form() {
        Viewer ward = administrator(world.ward, world.ward + 99);
        SigningKey key = authority.holder("Khóa Thử");
        String pem =
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.key().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n";

        for (byte[] file :
                new byte[][] {
                    TrialAuthority.pkcs12(key, "thử".toCharArray()),
                    key.key().getEncoded(),
                    pem.getBytes(StandardCharsets.UTF_8)
                }) {
            assertThatThrownBy(() -> add(ward, file))
                    .isInstanceOfSatisfying(
                            Problems.class,
                            e -> assertThat(e.byField().toString()).contains("khóa bí mật"));
        }
        assertThat(store.anchors(ward.scope(), world.ward)).isEmpty();
    }

    @Test
    void only_an_issuer_in_force_and_a_list_in_force_are_taken() throws GeneralSecurityException {
        Viewer ward = administrator(world.ward, world.ward + 99);
        byte[] signer = authority.holder("Người Ký Thử").certificate().getEncoded();

        assertThatThrownBy(() -> add(ward, signer)).isInstanceOf(Problems.class);
        assertThatThrownBy(() -> add(ward, authority.list(-3).getEncoded()))
                .isInstanceOf(Problems.class);
        assertThatThrownBy(() -> add(ward, new byte[] {1, 2, 3})).isInstanceOf(Problems.class);
        add(ward, authority.certificate().getEncoded());
        assertThatThrownBy(() -> add(ward, authority.certificate().getEncoded()))
                .isInstanceOf(Problems.class);
    }

    @Test
    void one_that_is_not_trusted_any_more_holds_no_more_and_only_its_unit_says_so()
            throws GeneralSecurityException {
        Viewer ward = administrator(world.ward, world.ward + 99);
        Viewer other = administrator(world.otherWard, world.otherWard + 99);
        add(ward, authority.certificate().getEncoded());
        TrustStore.Anchor anchor = store.anchors(ward.scope(), world.ward).getFirst();

        assertThatThrownBy(() -> end(other, anchor.id(), 1)).isInstanceOf(NotFound.class);
        end(ward, anchor.id(), anchor.version());

        assertThat(trust(ward, world.ward).anchors()).isEmpty();
        assertThatThrownBy(() -> end(ward, anchor.id(), 2)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> add(world.wardOffice(), authority.certificate().getEncoded()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_page_takes_a_file_and_shows_subject_issuer_period_and_fingerprint()
            throws GeneralSecurityException {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context)
                        .holder("Lự Thị Quản", Role.ADMINISTRATOR, world.ward)
                        .userName(),
                Holders.PASSWORD);
        visitor.get("/trusted-certificates");
        Visitor.Page refused =
                visitor.upload("/trusted-certificates", "file", "a.txt", new byte[] {1, 2});
        Visitor.Page shown =
                visitor.upload(
                        "/trusted-certificates",
                        "file",
                        "ca.crt",
                        authority.certificate().getEncoded());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("không có chứng thư hay danh sách");
        assertThat(shown.text())
                .contains(
                        "Đã thêm chứng thư tin cậy",
                        "Chứng thực " + world.base,
                        TrustPages.grouped(
                                Certificates.fingerprint(authority.certificate().getEncoded())));
        assertThat(PageStatements.of(visitor, "/trusted-certificates")).hasSizeBetween(1, 5);
        Visitor.Page listed =
                visitor.upload(
                        "/trusted-certificates", "file", "ca.crl", authority.list(9).getEncoded());
        assertThat(listed.text()).contains("Đã nhận danh sách thu hồi");
    }
}
