package vn.ganbo.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/**
 * A key that never leaves its token: SoftHSM behind PKCS#11, in a process of its own, for the
 * library learns from its environment where its tokens are. Skipped where it is not installed.
 */
class TokenTest {
    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final Path TOOL = Path.of("/usr/bin/softhsm2-util");
    private static final String PIN = "246810";
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @TempDir Path folder;

    static boolean installed() {
        return Files.exists(LIBRARY) && Files.exists(TOOL);
    }

    @Test
    @EnabledIf("installed")
    void a_key_in_a_token_signs_and_the_file_passes_the_check() throws Exception {
        Path configuration = folder.resolve("softhsm2.conf");
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(
                configuration,
                "directories.tokendir = %s%nobjectstore.backend = file%nlog.level = ERROR%n"
                        .formatted(tokens));
        run(
                configuration,
                TOOL.toString(),
                "--init-token",
                "--free",
                "--label",
                "ganbo",
                "--pin",
                PIN,
                "--so-pin",
                "135790");

        String said =
                run(
                        configuration,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Signing.class.getName());

        assertThat(said).contains("private key stays: true", "valid: true");
    }

    private static String run(Path configuration, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", configuration.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** What the process does: puts a key into the token, and signs with it as the server would. */
    static final class Signing {
        private Signing() {}

        public static void main(String[] arguments) throws Exception {
            TrialAuthority authority = new TrialAuthority("Chứng thực thẻ", NOW);
            SigningKey key = authority.holder("ĐẢNG ỦY XÃ THỬ");
            Provider maker =
                    Security.getProvider("SunPKCS11")
                            .configure(
                                    "--name = maker%nlibrary = %s%nslotListIndex = 0%n"
                                            .formatted(LIBRARY));
            KeyStore token = KeyStore.getInstance("PKCS11", maker);
            token.load(null, PIN.toCharArray());
            token.setKeyEntry("ky", key.key(), null, key.chain().toArray(Certificate[]::new));

            ServerKeys keys =
                    new ServerKeys(
                            new MockEnvironment()
                                    .withProperty(
                                            "ganbo.signing.keys[0].pkcs11", LIBRARY.toString())
                                    .withProperty("ganbo.signing.keys[0].slot", "0")
                                    .withProperty("ganbo.signing.keys[0].password", PIN));
            SigningKey inside =
                    keys.next(new Named(List.of("Lừu A Ký"), List.of("Đảng ủy xã Thử")), List.of())
                            .orElseThrow();
            byte[] letter = Sheets.letter();
            byte[] signed = inside.sign(letter, NOW);

            Trust trust =
                    Trust.at(NOW, List.of(authority.certificate()), List.of(authority.list(30)));
            Verdict verdict = new SignatureCheck(trust, NOW).check(signed, letter);
            System.out.println("private key stays: " + (inside.key().getEncoded() == null));
            System.out.println("valid: " + verdict.valid() + " " + verdict.objection());
        }
    }
}
