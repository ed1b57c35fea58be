package vn.ganbo.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** Keys of the server: none unless configured, for whom the paper names, persons first. */
class ServerKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Named NAMED = new Named(List.of("Lừu A Ký"), List.of("Đảng ủy xã Thử"));

    @TempDir Path folder;
    private final TrialAuthority authority = new TrialAuthority("Chứng thực máy chủ", NOW);

    private MockEnvironment with(int number, SigningKey key) throws IOException {
        Path file = folder.resolve(number + ".p12");
        Files.write(file, TrialAuthority.pkcs12(key, "mật khẩu".toCharArray()));
        return new MockEnvironment()
                .withProperty("ganbo.signing.keys[0].pkcs12", file.toString())
                .withProperty("ganbo.signing.keys[0].password", "mật khẩu");
    }

    @Test
    void there_is_none_unless_it_is_configured() {
        ServerKeys keys = new ServerKeys(new MockEnvironment());

        assertThat(keys.any()).isFalse();
        assertThat(keys.next(NAMED, List.of())).isEmpty();
    }

    @Test
    void a_key_in_a_file_signs_what_its_holder_is_named_on() throws IOException {
        ServerKeys keys = new ServerKeys(with(1, authority.holder("ĐẢNG ỦY XÃ THỬ")));
        byte[] letter = Sheets.letter();

        byte[] signed = keys.next(NAMED, List.of()).orElseThrow().sign(letter, NOW);

        Trust trust = Trust.at(NOW, List.of(authority.certificate()), List.of(authority.list(30)));
        Verdict verdict = new SignatureCheck(trust, NOW).check(signed, letter);
        assertThat(verdict.objection()).isNull();
        assertThat(keys.next(NAMED, verdict.signers())).isEmpty();
        assertThat(keys.next(new Named(List.of("Ai Đó"), List.of("Đảng ủy khác")), List.of()))
                .isEmpty();
    }

    @Test
    void a_wrong_password_stops_the_start_and_says_which_key() throws IOException {
        MockEnvironment environment =
                with(2, authority.holder("Đảng ủy xã Thử"))
                        .withProperty("ganbo.signing.keys[0].password", "khác");

        assertThatThrownBy(() -> new ServerKeys(environment))
                .hasMessageContaining("ganbo.signing.keys[0]");
    }
}
